//! A log of drafts in canonical form: what its rows say is what the drafts say, nothing is lost or guessed, and twice is once.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

mod support;

use std::io::Cursor;
use std::path::Path;

use breachlint::dataset::layout::Wanted;
use breachlint::dataset::log::Drafts;
use breachlint::dataset::read::{self, Options};
use breachlint::document::Syntax;
use breachlint::normalize::rows::Count;
use breachlint::normalize::{LogOutputs, LogTo, log_rows, normalize};
use proptest::prelude::*;
use support::example::day;
use support::log::row_of;
use support::run::{base, folder, put, run};

/// What a run gave: rows, changes, rejects, numbers.
struct Result {
    data: String,
    changes: Vec<serde_json::Value>,
    rejects: Vec<serde_json::Value>,
    count: Count,
}

fn normalized(text: &str, to: LogTo) -> Result {
    let options = Options { sheet: None, wanted: Wanted { as_of: Some(day("2026-03-20")), ..Wanted::default() } };
    let input = read::open("log.csv", Box::new(Cursor::new(text.as_bytes().to_vec())), &options).expect("a log");
    let drafts = Drafts::of(input).expect("a log");
    let (mut data, mut changes, mut rejects) = (Vec::new(), Vec::new(), Vec::new());
    let mut outputs = LogOutputs { data: &mut data, changes: Some(&mut changes), rejects: &mut rejects, findings: None };
    let count = log_rows("log.csv", drafts, day("2026-03-20"), to, &mut outputs).expect("memory is readable");
    assert_eq!(count.read, count.out + count.folded + count.rejected, "{count:?}");
    let lines = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    };
    Result { data: String::from_utf8(data).expect("UTF-8"), changes: lines(changes), rejects: lines(rejects), count }
}

fn fixture() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/datasets/log.csv")).expect("a fixture")
}

const BASES: [&str; 10] =
    ["full", "small", "plan", "associate", "for_associate", "delay", "addendum", "part2", "reports/late", "reports/plan-small"];

/// A base report, and the same as a log of one row; none where the row could not hold it.
fn twins(name: &str) -> Option<(String, String)> {
    let yaml = base(&name.replace("reports/", "../reports/"));
    let value: serde_json::Value = serde_yaml::from_str(&yaml).expect("YAML");
    let several = value["covered_entity"].as_array().is_some_and(|entities| entities.len() > 1);
    (!several).then(|| (row_of(&value), yaml))
}

#[test]
fn a_row_as_a_draft_is_the_draft_in_canonical_form() {
    let mut compared = 0;
    for name in BASES {
        let Some((row, yaml)) = twins(name) else { continue };
        for (to, syntax) in [(LogTo::Yaml, Syntax::Yaml), (LogTo::Json, Syntax::Json)] {
            let draft = normalize("x.yaml", &yaml, day("2026-03-20"), syntax).expect("a good draft");
            let result = normalized(&row, to);
            assert_eq!(result.data, draft.text, "{name}");
            assert_eq!((result.count.out, result.count.emptied), (1, 0), "{name}: {:?}", result.changes);
        }
        // And from the canonical row, too.
        let canonical = normalized(&row, LogTo::Csv);
        let draft = normalize("x.yaml", &yaml, day("2026-03-20"), Syntax::Yaml).expect("a good draft");
        assert_eq!(normalized(&canonical.data, LogTo::Yaml).data, draft.text, "{name}");
        assert_eq!(normalized(&canonical.data, LogTo::Csv).data, canonical.data, "{name}");
        compared += 1;
    }
    assert!(compared >= 8, "{compared}");
}

#[test]
fn a_cell_without_one_reading_is_left_empty_and_logged() {
    let result = normalized(&fixture(), LogTo::Csv);
    assert_eq!((result.count.read, result.count.out), (3, 3), "a blank row is no report");
    let schema = serde_json::from_str(breachlint::schema::CHANGES).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    assert!(result.changes.iter().all(|change| schema.is_valid(change)));
    let of = |row: u64, path: &str| result.changes.iter().find(|change| change["row"] == row && change["path"] == path).expect("a change");
    // January 12 to one reader, December 1 to another; nothing in the column decides.
    let lost = of(1, "breach.start_date");
    assert_eq!((&lost["before"], &lost["code"], &lost["certainty"]), (&"1/12/2026".into(), &"BR009".into(), &"left_empty".into()));
    let sure = of(1, "breach.end_date");
    assert_eq!((&sure["after"], &sure["certainty"]), (&"2026-01-14".into(), &"certain".into()));
    // That nothing is known is no answer, and none is lost.
    assert_eq!(of(2, "breach.description")["certainty"], "certain");
    assert_eq!(result.count.changed + result.count.emptied, result.changes.len() as u64);
    let again = normalized(&result.data, LogTo::Csv);
    assert_eq!((again.data, again.changes.len()), (result.data, 0));
}

#[test]
fn columns_come_in_the_forms_order_and_others_behind_them() {
    let text = "note,breach.type,covered_entity.name,breach.individuals_affected\n\"a, b\",Cyberattack, Old  Mill Clinic,12\n";
    let result = normalized(text, LogTo::Csv);
    assert_eq!(
        result.data,
        "covered_entity.name,breach.individuals_affected,breach.type,note\nOld Mill Clinic,12,Hacking/IT Incident,\"a, b\"\n"
    );
}

#[test]
fn nothing_moves_across_a_line_of_the_law() {
    for count in ["0501x", "1.234", "approx. 500", "499 or 500"] {
        let text = format!("covered_entity.name,breach.individuals_affected,breach.type\nOld Mill Clinic,{count},Loss\n");
        let result = normalized(&text, LogTo::Csv);
        assert!(result.data.ends_with("Old Mill Clinic,,Loss\n"), "{}", result.data);
        assert_eq!((&result.changes[0]["before"], &result.changes[0]["certainty"]), (&count.into(), &"left_empty".into()));
    }
}

#[test]
fn a_row_with_cells_behind_the_columns_is_kept_as_it_stood() {
    let text = "covered_entity.name,breach.individuals_affected,breach.type\nOld Mill Clinic,12,Loss,Laptop\nHarbor Clinic,12,Loss\n";
    for to in [LogTo::Csv, LogTo::Yaml, LogTo::Json] {
        let result = normalized(text, to);
        assert_eq!((result.count.out, result.count.rejected), (1, 1));
        assert_eq!(result.rejects[0]["raw"], "Old Mill Clinic,12,Loss,Laptop");
        assert_eq!(result.rejects[0]["codes"], serde_json::json!(["BR019"]));
    }
}

#[test]
fn a_row_without_an_answer_is_kept_where_it_has_a_place() {
    let text = "covered_entity.name,breach.individuals_affected,breach.type,note\n,,,ask again\n,approx. 5,,\nNA,,,\n";
    let result = normalized(text, LogTo::Csv);
    assert_eq!((result.count.read, result.count.out), (3, 1));
    assert!(result.data.ends_with("\n,,,ask again\n"), "{}", result.data);
    let codes: Vec<&serde_json::Value> = result.rejects.iter().map(|reject| &reject["codes"][0]).collect();
    assert_eq!(codes, ["BR012", "BR020"]);
    let drafts = normalized(text, LogTo::Yaml);
    assert_eq!((drafts.count.out, drafts.count.rejected), (0, 3));
}

#[test]
fn a_log_without_rows_is_written_without_rows() {
    let text = "covered_entity.name,breach.individuals_affected,breach.type\n,,\n";
    assert_eq!(normalized(text, LogTo::Csv).data, "covered_entity.name,breach.individuals_affected,breach.type\n");
    assert_eq!((normalized(text, LogTo::Yaml).data, normalized(text, LogTo::Json).data), (String::new(), "[]\n".to_owned()));
}

#[test]
fn several_rows_as_drafts_are_one_canonical_file() {
    for (to, syntax, name) in [(LogTo::Yaml, Syntax::Yaml, "x.yaml"), (LogTo::Json, Syntax::Json, "x.json")] {
        let (row, _) = twins("small").expect("one entity");
        let (header, rest) = row.split_once('\n').expect("a header");
        let result = normalized(&format!("{header}\n{rest}{rest}{rest}"), to);
        let again = normalize(name, &result.data, day("2026-03-20"), syntax).expect("good drafts");
        assert_eq!(again.text, result.data);
    }
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path")
}

#[test]
fn the_command_keeps_what_it_writes_for_the_owner() {
    let scratch = folder();
    let input = put(scratch.path(), "log.csv", fixture().as_bytes());
    let file = |name: &str| scratch.path().join(name);
    let (out, log, report) = (file("out.csv"), file("changes.ndjson"), file("report.json"));
    let arguments = ["normalize", path(&input), "-o", path(&out), "--changes", path(&log), "--report"];
    let result = run(&[&arguments[..], &[&format!("json={}", path(&report)), "--as-of", "2026-03-20"]].concat());
    assert_eq!(result.code, Some(0), "{}", result.err);
    assert!(result.err.contains("3 rows in = 3 out + 0 folded + 0 rejected"), "{}", result.err);
    let report: serde_json::Value = serde_json::from_slice(&std::fs::read(&report).expect("a report")).expect("JSON");
    assert_eq!((&report["rows"]["in"], &report["summary"]["reports"]), (&3.into(), &3.into()));
    assert!(report["findings"].as_array().is_some_and(|findings| findings.iter().any(|finding| finding["code"] == "BR301")));
    #[cfg(unix)]
    for path in [&out, &log, &file("report.json")] {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(path).expect("a file").permissions().mode() & 0o777, 0o600);
    }
    let verified = run(&["normalize", "--verify", path(&out), "--as-of", "2026-03-20"]);
    assert_eq!(verified.code, Some(0), "{}", verified.err);
    let verified = run(&["normalize", "--verify", path(&input), "--as-of", "2026-03-20"]);
    assert_eq!(verified.code, Some(1), "{}", verified.err);
}

#[test]
fn what_a_log_cannot_be_is_said() {
    let log = "fixtures/datasets/log.csv";
    for wrong in [&["--to", "ndjson"][..], &["--as", "portal"], &["--spreadsheet"], &["-o", "x.xlsx"], &["fixtures/datasets/clean.csv"]] {
        let result = run(&[&["normalize", log], wrong].concat());
        assert_eq!(result.code, Some(2), "{wrong:?}: {}", result.err);
    }
    let drafts = run(&["normalize", log, "--to", "yaml", "--as-of", "2026-03-20"]);
    assert!(drafts.err.contains("1 column answers no question of the form and stands in no draft"), "{}", drafts.err);
}

/// How many cases the property gets; PROPTEST_CASES asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(60)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]
    /// Bytes put anywhere below the header: no panic, every record accounted for, and what is written is a fixed point.
    #[test]
    fn no_mutation_loses_a_row(at in 0usize..2000, cut in 0usize..60, put in "[\"\n\r,;a\u{e9}\u{0}=|0-9]{0,12}") {
        let mut text = fixture();
        let body = text.find('\n').expect("a header") + 1;
        let from = text.floor_char_boundary(body + at % (text.len() - body));
        let to = text.ceil_char_boundary((from + cut).min(text.len()));
        text.replace_range(from..to, &put);
        let once = normalized(&text, LogTo::Csv);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let records = reader.records().filter(|record| record.as_ref().is_ok_and(|record| record.iter().any(|cell| !cell.trim().is_empty())));
        prop_assert_eq!(once.count.read, records.count() as u64);
        let twice = normalized(&once.data, LogTo::Csv);
        prop_assert_eq!(&twice.data, &once.data);
        prop_assert!(twice.changes.is_empty(), "{:?}", twice.changes);
    }
}
