//! Every clock of a folder of drafts and of a log, in one order, in each format; nothing that should run is left out in silence.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

mod support;

use std::collections::BTreeSet;

use serde_json::Value;
use support::overlay::overlay;
use support::run::{Run, base, command, folder, put};
use tempfile::TempDir;

/// An empty log's header and rows.
const LOG: &str = "filing.filer,covered_entity.name,breach.affecting,breach.discovery_start_date\n\
    Covered Entity filing for its own organization,Saltmarsh Dental Group,Fewer Than 500 Individuals,2025-11-03\n\
    Covered Entity filing for its own organization,=1+1 Clinic,Fewer Than 500 Individuals,\n";

fn place(files: &[(&str, &str)]) -> TempDir {
    let place = folder();
    for (name, text) in files {
        put(place.path(), name, text.as_bytes());
    }
    place
}

fn deadlines(place: &TempDir, arguments: &[&str]) -> Run {
    command(&[&["deadlines"], arguments].concat()).current_dir(place.path()).output().expect("the binary runs").into()
}

fn json(place: &TempDir, arguments: &[&str]) -> (Option<i32>, Value) {
    let run = deadlines(place, &[arguments, &["--format", "json"]].concat());
    let value: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err));
    let schema: Value = serde_json::from_str(breachlint::schema::DEADLINES).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:?}");
    (run.code, value)
}

/// Due, duty, State and standing of each.
fn rows(value: &Value) -> Vec<[&str; 4]> {
    let rows = value["deadlines"].as_array().expect("deadlines").iter();
    rows.map(|row| ["due", "duty", "state", "standing"].map(|key| row[key].as_str().unwrap_or("-"))).collect()
}

#[test]
fn a_folder_is_listed_by_urgency() {
    let late = overlay(&base("small"), "breach:\n  discovery_start_date: 2025-06-02\n  discovery_end_date: 2025-06-02\n");
    let place = place(&[("late.yaml", &late), ("full.yaml", &base("full")), ("note.yaml", "unrelated: yes\n"), ("log.csv", LOG)]);
    let (code, value) = json(&place, &[".", "log.csv", "--as-of", "2026-03-10"]);
    assert_eq!(code, Some(1), "a row without a day of discovery has no clock, and that is said");
    assert_eq!(value["summary"]["reports"], 4);
    let rows = rows(&value);
    assert!(rows.contains(&["2026-03-21", "media_notice", "MD", "open"]), "{rows:?}");
    assert!(rows.contains(&["2026-03-21", "hhs_500_or_more", "-", "open"]), "{rows:?}");
    assert!(rows.contains(&["2026-03-01", "hhs_fewer_than_500", "-", "late"]), "{rows:?}");
    let order: Vec<(usize, &str)> = rows
        .iter()
        .map(|row| (["late", "passed", "open", "done"].iter().position(|known| *known == row[3]).expect("known"), row[0]))
        .collect();
    assert!(order.is_sorted(), "{order:?}");
    let lacking = &value["without_clock"][0];
    assert_eq!((&lacking["line"], &lacking["reason"]), (&Value::from(3), &Value::from("no_discovery")), "{lacking}");
    let text = deadlines(&place, &[".", "log.csv", "--as-of", "2026-03-10"]).out;
    assert!(text.contains("2026-03-21  11 days left: report to HHS (500 or more), Merrowdale Family Practice\n              discovered 2026-01-20 + 60 calendar days (45 CFR 164.408(b))\n"), "{text}");
    assert!(text.contains("2026-03-01  9 days late: report to HHS (yearly log, fewer than 500)"), "{text}");
    assert!(text.contains("discovered in 2025: 2025-12-31 + 60 calendar days (45 CFR 164.408(c))"), "{text}");
    assert!(text.contains("log.csv row 2 (line 3): =1+1 Clinic: no day of discovery is given for this covered entity"), "{text}");
}

#[test]
fn every_kind_of_clock_is_reckoned() {
    let associate = base("associate");
    let delay = overlay(
        &base("delay"),
        "notice:\n  law_enforcement_delay:\n    statement_form: Written\n    statement_date: 2026-02-02\n    end_date: 2026-04-30\n",
    );
    let place = place(&[("associate.yaml", &associate), ("delay.yaml", &delay)]);
    let (_, value) = json(&place, &[".", "--as-of", "2026-03-10"]);
    let duties: BTreeSet<&str> = rows(&value).iter().map(|row| row[1]).collect();
    for duty in ["individual_notice", "hhs_500_or_more", "media_notice", "business_associate_notice", "law_enforcement_delay_ends"] {
        assert!(duties.contains(duty), "{duty} in {duties:?}");
    }
    let list = value["deadlines"].as_array().expect("deadlines");
    let hhs =
        list.iter().find(|row| row["file"].as_str().is_some_and(|file| file.ends_with("delay.yaml")) && row["duty"] == "hhs_500_or_more");
    let hhs = hhs.expect("the report to HHS");
    assert_eq!(hhs["due"], "2026-05-01", "the day after the delay");
    assert_eq!(
        hhs["reckoning"],
        "the day after the law-enforcement delay, which ends 2026-04-30; without it: discovered 2026-01-20 + 60 calendar days = 2026-03-21"
    );
    let of_associate = list.iter().filter(|row| row["duty"] == "business_associate_notice").all(|row| {
        row["cite"] == "45 CFR 164.410(b)"
            && row["reckoning"].as_str().is_some_and(|words| words.contains("by the business associate + 60"))
    });
    assert!(of_associate);
}

#[test]
fn records_under_part_2_take_a_second_report_until_it_is_there() {
    let hipaa = overlay(
        &base("part2"),
        "filing:\n  form: HIPAA Breach\n  filer: Covered Entity filing for its own organization\ncovered_entity:\n  type: Healthcare Provider\nbreach:\n  part_2_records: yes\n",
    );
    let alone = place(&[("hipaa.yaml", &hipaa)]);
    let twin = |value: &Value| rows(value).iter().filter(|row| row[1] == "part_2_report").map(|row| row[0].to_owned()).collect::<Vec<_>>();
    let (_, value) = json(&alone, &["hipaa.yaml", "--as-of", "2026-03-10"]);
    assert_eq!(twin(&value), ["2026-04-20"]);
    // Part 2 breaches are reported since 2026-02-16.
    let before = overlay(&hipaa, "breach:\n  discovery_start_date: 2026-02-15\n");
    put(alone.path(), "before.yaml", before.as_bytes());
    let (_, value) = json(&alone, &["before.yaml", "--as-of", "2026-03-10"]);
    assert!(twin(&value).is_empty());
    let both = place(&[("hipaa.yaml", &hipaa), ("part2.yaml", &base("part2"))]);
    let (_, value) = json(&both, &[".", "--as-of", "2026-03-10"]);
    assert!(twin(&value).is_empty(), "the report on the Part 2 form has clocks of its own");
}

/// The lines of a calendar, unfolded.
fn unfolded(ics: &str) -> Vec<String> {
    assert!(ics.split("\r\n").all(|line| !line.contains('\n') && line.len() <= 75), "lines end in CRLF and are folded");
    ics.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_calendar_has_stable_events_with_alarms_and_no_contact_answer() {
    let place = place(&[("full.yaml", &base("full")), ("log.csv", LOG)]);
    let ics = |day: &str| deadlines(&place, &["full.yaml", "log.csv", "--as-of", day, "--format", "ics"]).out;
    let first = ics("2026-03-10");
    assert_eq!(first, ics("2026-03-10"), "the same bytes every time");
    let uids = |text: &str| -> Vec<String> {
        let mut uids: Vec<String> = unfolded(text).into_iter().filter(|line| line.starts_with("UID:")).collect();
        uids.retain(|uid| !uid[4..].contains('-'));
        uids.sort();
        uids
    };
    let own = uids(&first);
    assert_eq!(own, uids(&ics("2026-06-01")), "an event keeps its name on another day");
    assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len());
    let lines = unfolded(&first);
    let count = |wanted: &str| lines.iter().filter(|line| *line == wanted).count();
    assert_eq!((count("BEGIN:VEVENT"), count("END:VEVENT")), (own.len(), own.len()));
    // Three clocks run (HHS, media, the row's yearly log is over): alarms only on those.
    let open = json(&place, &["full.yaml", "log.csv", "--as-of", "2026-03-10"]).1["summary"]["open"].as_u64().expect("a number");
    assert_eq!(count("BEGIN:VALARM") as u64, open * 4);
    assert!(open > 0 && count("TRIGGER:-P6DT15H") as u64 == open);
    assert_eq!(lines.iter().filter(|line| line.starts_with("DTSTAMP:")).collect::<BTreeSet<_>>().len(), 1, "no clock but --as-of");
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20260321".to_owned()));
    for hidden in ["Tressider", "Imogen", "555-0142", "merrowdale.example.org", "Tannery"] {
        assert!(!first.contains(hidden), "{hidden}");
    }
    // From another folder, the same events.
    let elsewhere = folder();
    let path = place.path().join("full.yaml").display().to_string();
    put(place.path(), "breachlint.toml", b"");
    let here = uids(&deadlines(&place, &["full.yaml", "--as-of", "2026-03-10", "--format", "ics"]).out);
    let there: Run = command(&[
        "deadlines",
        &path,
        "--config",
        &place.path().join("breachlint.toml").display().to_string(),
        "--as-of",
        "2026-03-10",
        "--format",
        "ics",
    ])
    .current_dir(elsewhere.path())
    .output()
    .expect("the binary runs")
    .into();
    assert_eq!(here, uids(&there.out));
}

#[test]
fn a_spreadsheet_calculates_nothing_of_a_name() {
    let log = LOG.replace(
        "Group,Fewer Than 500 Individuals,2025-11-03",
        "Group,Fewer Than 500 Individuals,2025-11-03\nx,=1+1 Clinic,Fewer Than 500 Individuals,2025-11-04",
    );
    let place = place(&[("log.csv", &log)]);
    let run = deadlines(&place, &["log.csv", "--as-of", "2026-02-10", "--format", "csv", "-o", "out.csv"]);
    assert_eq!(run.out, "");
    let text = std::fs::read_to_string(place.path().join("out.csv")).expect("the table");
    assert!(text.contains(",'=1+1 Clinic,"), "{text}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = place.path().join("out.csv").metadata().expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn what_has_no_clock_is_no_success() {
    let export = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,\
        Location of Breached Information,Business Associate Present,Web Description\nOld Mill Clinic,MD,Healthcare Provider,501,02/03/2020,Theft,Laptop,No,\n";
    let broken = "filing: {report_type: Initial Breach Report\nbreach:\n  discovery_start_date: 2026-01-20\n";
    let sizeless = overlay(&base("full"), "breach:\n  affecting:\n  individuals_affected:\n");
    let ambiguous = base("full").replace("discovery_start_date: 2026-01-20", "discovery_start_date: 1/2/2026");
    let place = place(&[("export.csv", export), ("broken.yaml", broken), ("sizeless.yaml", &sizeless), ("ambiguous.yaml", &ambiguous)]);
    let run = deadlines(&place, &["export.csv"]);
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(run.err.contains("export.csv is a list of public records"), "{}", run.err);
    for (file, reason) in [("broken.yaml", "unreadable"), ("sizeless.yaml", "no_size"), ("ambiguous.yaml", "unreadable_discovery")] {
        let (code, value) = json(&place, &[file, "--as-of", "2026-03-10"]);
        assert_eq!(code, Some(1), "{file}");
        let reasons: Vec<&Value> = value["without_clock"].as_array().expect("a list").iter().map(|lack| &lack["reason"]).collect();
        assert_eq!(reasons, [reason], "{file}");
    }
    let run = deadlines(&place, &["none.yaml"]);
    assert_eq!(run.code, Some(3));
}

#[test]
fn the_configuration_holds() {
    let place =
        place(&[("full.yaml", &base("full")), ("breachlint.toml", "as_of = 2026-03-20\ninclude = [\"*.csv\"]\n"), ("log.csv", LOG)]);
    let (_, value) = json(&place, &["."]);
    assert_eq!(value["as_of"], "2026-03-20");
    let files: BTreeSet<&str> =
        value["deadlines"].as_array().expect("a list").iter().map(|row| row["file"].as_str().expect("a file")).collect();
    assert_eq!(files.into_iter().collect::<Vec<_>>(), ["./log.csv"], "only what it includes");
}
