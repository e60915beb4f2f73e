//! Rows of exports in canonical form: nothing lost, nothing guessed, the same bytes for any number of threads and any size of block.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::print_stdout,
    reason = "tests read files, fail loudly, and say what did not run"
)]

mod support;

use std::io::{Cursor, Read, Seek, SeekFrom};

use breachlint::dataset::{Pace, read};
use breachlint::normalize::rows::{Count, Outputs, Settings, To, rows};
use proptest::prelude::*;
use support::example::day;
use support::run::{folder, put, run};

const HEADER: &str = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description";

/// What a run gave: rows, changes, rejects, numbers.
#[derive(Debug, PartialEq, Eq)]
struct Result {
    data: String,
    changes: String,
    rejects: String,
    count: Count,
}

fn normalized(inputs: &[(&str, &str)], to: To, threads: usize, block: usize) -> Result {
    let open = |&(name, text): &(&str, &str)| {
        let bytes = Box::new(Cursor::new(text.as_bytes().to_vec()));
        (name.to_owned(), read::open(name, bytes, &read::Options::default()).expect("a dataset"))
    };
    let settings = Settings { as_of: day("2026-03-01"), to, for_spreadsheets: false, pace: Pace { threads, block } };
    let mut data = tempfile::tempfile().expect("a file");
    let (mut changes, mut rejects) = (Vec::new(), Vec::new());
    let count = {
        let mut outputs = Outputs {
            data: &mut data,
            changes: Some(&mut changes),
            rejects: &mut rejects,
            findings: None,
            across: None,
            scratch: &mut tempfile::tempfile,
            progress: &mut |_| {},
        };
        rows(inputs.iter().map(open).collect(), &settings, &mut outputs).expect("memory is readable")
    };
    assert_eq!(count.read, count.out + count.folded + count.rejected, "{count:?}");
    let mut text = String::new();
    data.seek(SeekFrom::Start(0)).expect("a file");
    data.read_to_string(&mut text).expect("UTF-8");
    let utf8 = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Result { data: text, changes: utf8(changes), rejects: utf8(rejects), count }
}

fn csv(text: &str) -> Result {
    normalized(&[("list.csv", text)], To::Csv, 1, 128 * 1024)
}

fn row(name: &str, count: &str, date: &str, text: &str) -> String {
    format!(
        "\"{name}\",\"MD\",\"Healthcare Provider\",\"{count}\",\"{date}\",\"Hacking/IT Incident\",\"Email, Network Server\",\"No\",\"{text}\"\n"
    )
}

fn list(rows: &[String]) -> String {
    format!("{HEADER}\n{}", rows.concat())
}

/// Everything that can be awkward, and no two records alike.
fn awkward() -> String {
    let mut text = list(&[
        row("Old Mill Clinic", "1204", "02/03/2020", "one, \"\"two\"\"\nthree"),
        row(" Old  Mill Clinic ", "1,204", "2/3/2020", "a\r\nb\rc"),
        row("Caf\u{e9} Clinic", "612", "02/31/2020", "\\N"),
        row("NA", "612", "02/03/2020", ""),
    ]);
    text.push_str("Bare Clinic,PR,healthcare provider,700,03/04/2021,Cyberattack,\"Server, E-mail\",yes,ends with a backslash\\\r\n");
    text.push_str("Short Clinic,MD\r");
    text.push_str("Long Clinic,MD,Health Plan,700,03/04/2021,Theft,Laptop,No,a text, cut by a comma\n\n");
    text.push_str("Odd \"quoted\" Clinic,GU,\"Health Plan\"x,700,03/04/2021,Theft,Laptop,No,\n");
    text.push_str(&row("Last Clinic", "501", "12/31/2021", "no line break behind it").trim_end().replace("501", "600"));
    text
}

#[test]
fn threads_and_blocks_change_no_byte() {
    let text = awkward();
    for to in [To::Csv, To::Portal, To::Ndjson, To::Json] {
        let whole = normalized(&[("list.csv", &text)], to, 1, 128 * 1024);
        for block in [1, 7, 64, 200, 1000] {
            for threads in 1..=4 {
                let other = normalized(&[("list.csv", &text)], to, threads, block);
                assert_eq!(other, whole, "{to:?}, {threads} threads, blocks of {block} bytes");
            }
        }
    }
}

#[test]
fn the_canonical_form_is_as_documented() {
    let result = csv(&awkward());
    let mut lines = csv_records(&result.data);
    let header = lines.remove(0);
    assert_eq!(
        header.join(","),
        "record_id,covered_entity,state,covered_entity_type,individuals_affected,submission_date,breach_type,breach_location,business_associate_present,web_description,source_file,source_row"
    );
    let by_row = |number: &str| lines.iter().find(|record| record[11] == number).cloned().unwrap_or_default();
    assert_eq!(
        by_row("1")[1..10],
        [
            "Old Mill Clinic",
            "MD",
            "Healthcare Provider",
            "1204",
            "2020-02-03",
            "Hacking/IT Incident",
            "Email, Network Server",
            "No",
            "one, \"two\"\nthree"
        ]
    );
    assert_eq!(by_row("2")[1..6], ["Old Mill Clinic", "MD", "Healthcare Provider", "1204", "2020-02-03"]);
    assert_eq!(by_row("2")[9], "a\nb\nc");
    assert_eq!(by_row("3")[5], "", "an impossible date is left empty");
    assert_eq!(
        by_row("5")[1..10].join("|"),
        "Bare Clinic|PR|Healthcare Provider|700|2021-03-04|Hacking/IT Incident|Email, Network Server|Yes|ends with a backslash\\"
    );
    assert_eq!(by_row("8")[1], "Odd \"quoted\" Clinic");
    let rejected: Vec<serde_json::Value> = result.rejects.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let rows: Vec<(u64, &str)> =
        rejected.iter().map(|reject| (reject["row"].as_u64().expect("a row"), reject["codes"][0].as_str().expect("a code"))).collect();
    assert_eq!(rows, [(4, "BR105"), (7, "BR019")]);
    assert_eq!(rejected[1]["raw"], "Long Clinic,MD,Health Plan,700,03/04/2021,Theft,Laptop,No,a text, cut by a comma");
}

fn csv_records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_change_is_logged_and_nothing_is_guessed() {
    let result = csv(&awkward());
    let changes: Vec<serde_json::Value> = result.changes.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let schema = serde_json::from_str(breachlint::schema::CHANGES).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    for change in &changes {
        assert!(schema.is_valid(change), "{change}");
    }
    let of = |row: u64, path: &str| changes.iter().find(|change| change["row"] == row && change["path"] == path).expect("a change");
    let count = of(2, "breach.individuals_affected");
    assert_eq!(
        (&count["before"], &count["after"], &count["code"], &count["certainty"]),
        (&"1,204".into(), &"1204".into(), &"BR012".into(), &"certain".into())
    );
    let lost = of(3, "filing.submitted_on");
    assert_eq!(
        (&lost["before"], &lost["after"], &lost["code"], &lost["certainty"]),
        (&"02/31/2020".into(), &serde_json::Value::Null, &"BR008".into(), &"left_empty".into())
    );
    assert_eq!(of(5, "breach.type")["code"], "BR018");
    assert_eq!(result.count.changed + result.count.emptied, changes.len() as u64);
    for ambiguous in ["1.234", "approx. 500", "109, 210", "0501x"] {
        let result = csv(&list(&[row("Old Mill Clinic", ambiguous, "02/03/2020", "")]));
        assert_eq!(csv_records(&result.data)[1][4], "", "{ambiguous}");
        assert!(result.changes.contains("left_empty"), "{}", result.changes);
    }
}

#[test]
fn normalizing_twice_changes_nothing() {
    for to in [To::Csv, To::Ndjson, To::Json] {
        let name = match to {
            To::Ndjson => "list.ndjson",
            To::Json => "list.json",
            _ => "list.csv",
        };
        let once = normalized(&[("list.csv", &awkward())], to, 1, 128 * 1024);
        let twice = normalized(&[(name, &once.data)], to, 1, 128 * 1024);
        assert_eq!(twice.data, once.data, "{to:?}");
        assert_eq!((twice.count.rejected, twice.count.emptied), (0, 0), "{to:?}: {}", twice.rejects);
    }
    let once = csv(&awkward());
    let twice = csv(&once.data);
    assert_eq!(twice.changes, "");
}

#[test]
fn rows_fold_across_inputs_and_only_when_they_are_equal() {
    let both = row("Old Mill Clinic", "1204", "02/03/2020", "");
    let archive = list(&[both.clone(), row("Harbor Clinic", "700", "02/03/2020", "a")]);
    let bare =
        "Old Mill  Clinic,MD,Healthcare Provider,\"1,204\",2020-02-03,Hacking/IT Incident,\"Network Server, Email\",No,\n".to_owned();
    let open = list(&[bare, row("Harbor Clinic", "700", "02/03/2020", "b"), row("New Clinic", "700", "02/03/2020", "")]);
    for to in [To::Csv, To::Portal, To::Ndjson, To::Json] {
        let result = normalized(&[("archive.csv", &archive), ("open.csv", &open)], to, 2, 64);
        let Count { read, out, folded, rejected, .. } = result.count;
        assert_eq!((read, out, folded, rejected), (5, 4, 1, 0), "{to:?}: {}", result.data);
        assert_eq!(result.data.matches("Old Mill").count(), 1);
        assert_eq!(result.data.matches("Harbor").count(), 2, "another text is another row");
        if to == To::Json {
            let parsed: Vec<serde_json::Value> = serde_json::from_str(&result.data).expect("JSON");
            assert_eq!(parsed.len(), 4);
        }
    }
    let twice = normalized(&[("list.csv", &list(&[both.clone(), both]))], To::Csv, 1, 1000);
    assert_eq!((twice.count.folded, twice.count.out), (0, 2), "rows of one input never fold");
}

#[test]
fn ids_hold_when_counts_and_codings_are_corrected() {
    let ids = |text: &str| csv_records(&csv(text).data)[1..].iter().map(|record| record[0].clone()).collect::<Vec<_>>();
    let before = list(&[row("Old Mill Clinic, Inc.", "501", "02/03/2020", ""), row("Harbor Clinic", "700", "02/03/2020", "")]);
    let after = list(&[
        row("Harbor Clinic", "700", "02/03/2020", "posted since"),
        row("OLD MILL CLINIC", "90000", "02/03/2020", "").replace("Hacking/IT Incident", "Theft").replace("MD", "VA"),
    ]);
    let (old, mut new) = (ids(&before), ids(&after));
    new.reverse();
    assert_eq!(old, new);
    let same = list(&[row("Old Mill Clinic", "501", "02/03/2020", ""), row("Old Mill Clinic", "502", "02/03/2020", "")]);
    let result = csv(&same);
    assert_eq!(result.count.same_identity, 2);
    let two = ids(&same);
    assert!(two[0] == old[0] && two[0] != two[1], "the first keeps its id");
}

#[test]
fn records_are_as_their_schema_says() {
    let schema = serde_json::from_str(breachlint::schema::RECORD).expect("JSON");
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let result = normalized(&[("list.csv", &awkward())], To::Ndjson, 1, 1000);
    assert!(result.data.lines().count() > 5);
    for line in result.data.lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(schema.is_valid(&record), "{line}: {:?}", schema.iter_errors(&record).map(|error| error.to_string()).collect::<Vec<_>>());
    }
}

#[test]
fn further_columns_are_passed_through() {
    let text = format!("{HEADER},case,source_file,\n") + "Old Mill Clinic,MD,Health Plan,700,03/04/2021,Theft,Laptop,No,,\"a, b\",mine,\n";
    let once = csv(&text);
    let records = csv_records(&once.data);
    assert_eq!(records[0][12..], ["case", "input_source_file"], "{}", once.data);
    assert_eq!(records[1][12..], ["a, b", "mine"]);
    assert_eq!(csv(&once.data).data, once.data);
}

#[test]
fn an_overlong_record_is_rejected_whole() {
    let long = format!("\"{}\n", "x".repeat(3_000_000));
    let text = format!("{HEADER}\n{}{long}{}", row("First Clinic", "700", "03/04/2021", ""), row("Second Clinic", "700", "03/04/2021", ""));
    let result = csv(&text);
    assert_eq!((result.count.read, result.count.out, result.count.rejected), (3, 2, 1));
    let reject: serde_json::Value = serde_json::from_str(&result.rejects).expect("one line of JSON");
    assert_eq!(reject["raw"].as_str().map(str::len), Some(long.len() - 1));
    assert_eq!(reject["codes"], serde_json::json!(["BR015"]));
}

#[test]
fn the_command_writes_whole_files_and_says_what_became_of_the_rows() {
    let scratch = folder();
    let input = put(scratch.path(), "list.csv", awkward().as_bytes());
    let out = scratch.path().join("out.csv");
    let path = |path: &std::path::Path| path.to_str().expect("a path").to_owned();
    let (log, report) = (path(&scratch.path().join("log.ndjson")), format!("json={}", path(&scratch.path().join("report.json"))));
    let arguments = ["normalize", &path(&input), "-o", &path(&out), "--changes", &log, "--report", &report, "--as-of", "2026-03-01"];
    let result = run(&arguments);
    assert_eq!(result.code, Some(1), "{}", result.err);
    assert!(result.err.contains("9 rows in = 7 out + 0 folded + 2 rejected"), "{}", result.err);
    assert!(scratch.path().join("out.csv.rejects.ndjson").exists());
    let left: Vec<_> = std::fs::read_dir(scratch.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left.len(), 5, "nothing unfinished is left: {left:?}");
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(scratch.path().join("report.json")).expect("a report")).expect("JSON");
    assert_eq!(report["rows"]["in"], 9);
    assert!(report["findings"].as_array().is_some_and(|findings| findings.len() > 5));
    let verified = run(&["normalize", "--verify", &path(&out), "--changes", &log, "--as-of", "2026-03-01"]);
    assert_eq!(verified.code, Some(0), "{}", verified.err);
    let spoilt = std::fs::read_to_string(&out).expect("the output").replace("1204", "1205");
    std::fs::write(&out, spoilt).expect("a file");
    let verified = run(&["normalize", "--verify", &path(&out), "--changes", &log, "--as-of", "2026-03-01"]);
    assert_eq!(verified.code, Some(1), "{}", verified.err);
}

#[test]
fn an_output_that_cannot_be_written_leaves_the_old_one() {
    let scratch = folder();
    let input = put(scratch.path(), "list.csv", awkward().as_bytes());
    let nowhere = scratch.path().join("no/such/folder/out.csv");
    let result = run(&["normalize", input.to_str().expect("a path"), "-o", nowhere.to_str().expect("a path")]);
    assert_eq!(result.code, Some(3), "{}", result.err);
    let old = put(scratch.path(), "out.csv", b"old");
    let broken = put(scratch.path(), "broken.csv", b"a,b\n1,2\n");
    let result = run(&["normalize", broken.to_str().expect("a path"), "-o", old.to_str().expect("a path")]);
    assert_eq!(result.code, Some(3), "{}", result.err);
    assert_eq!(std::fs::read(&old).expect("a file"), b"old");
}

#[test]
fn cells_for_people_are_no_formulas() {
    let text = list(&[row("=1+1 Clinic", "700", "03/04/2021", "@SUM(A1)")]);
    let plain = csv(&text);
    assert!(plain.data.contains(",=1+1 Clinic,") && plain.data.contains(",@SUM(A1),"));
    let scratch = folder();
    let input = put(scratch.path(), "list.csv", text.as_bytes());
    let result = run(&["normalize", input.to_str().expect("a path"), "--spreadsheet"]);
    assert!(result.out.contains(",'=1+1 Clinic,") && result.out.contains(",'@SUM(A1),"), "{}", result.out);
}

/// How many cases the property gets; PROPTEST_CASES asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(300)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]
    /// Bytes put anywhere into a good file: no panic, every record accounted for, and what is written is a fixed point.
    #[test]
    fn no_mutation_loses_a_row(at in 0usize..2000, cut in 0usize..60, put in "[\"\n\r,;\\\\a\u{e9}\u{0}=|]{0,12}", block in 1usize..600) {
        let mut text = awkward();
        let from = text.floor_char_boundary(HEADER.len() + 1 + at % (text.len() - HEADER.len()));
        let to = text.ceil_char_boundary((from + cut).min(text.len()));
        text.replace_range(from..to, &put);
        let once = normalized(&[("list.csv", &text)], To::Csv, 1, block);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let records = reader.records().count() as u64;
        // An unclosed quote would swallow records; they are read one by one instead.
        prop_assert!(once.count.read >= records, "{} < {records}", once.count.read);
        let twice = normalized(&[("list.csv", &once.data)], To::Csv, 2, block);
        prop_assert_eq!(&twice.data, &once.data);
        prop_assert_eq!(twice.changes, "");
    }
}

/// The folder of real exports, where the developer has them.
fn exports() -> Option<std::path::PathBuf> {
    let data = std::env::var_os("BREACHLINT_DATA").map(|data| std::path::Path::new(&data).join("ocr"));
    if data.is_none() {
        println!("not run: BREACHLINT_DATA names no folder with exports");
    }
    data
}

/// An export, whatever bytes it has, in canonical form.
fn canonical(bytes: Vec<u8>) -> (Count, String) {
    let input = read::open("export.csv", Box::new(Cursor::new(bytes)), &read::Options::default()).expect("a dataset");
    let settings = Settings { as_of: day("2026-03-01"), to: To::Csv, for_spreadsheets: false, pace: Pace::threads(2) };
    let mut file = tempfile::tempfile().expect("a file");
    let mut rejects = Vec::new();
    let mut outputs = Outputs {
        data: &mut file,
        changes: None,
        rejects: &mut rejects,
        findings: None,
        across: None,
        scratch: &mut tempfile::tempfile,
        progress: &mut |_| {},
    };
    let count = rows(vec![("export.csv".to_owned(), input)], &settings, &mut outputs).expect("readable");
    let mut out = String::new();
    file.seek(SeekFrom::Start(0)).expect("a file");
    file.read_to_string(&mut out).expect("UTF-8");
    (count, out)
}

/// Every row accounted for, and the second run writes the same bytes.
#[test]
fn real_exports_lose_no_row_and_settle() {
    let Some(data) = exports() else { return };
    let mut looked_at = 0;
    for entry in std::fs::read_dir(data).expect("a folder of exports") {
        let path = entry.expect("an entry").path();
        let (count, out) = canonical(std::fs::read(&path).expect("an export"));
        assert_eq!(count.read, count.out + count.folded + count.rejected);
        assert!(count.read > 100 && count.rejected * 20 < count.read, "{}: {count:?}", path.display());
        let (again, second) = canonical(out.clone().into_bytes());
        assert!(second == out, "{}: the second run writes other bytes", path.display());
        assert_eq!((again.changed, again.emptied, again.rejected), (0, 0, 0), "{}", path.display());
        looked_at += 1;
    }
    assert!(looked_at > 5);
}

/// Rows of `one` and `other` that are written differently.
fn differing(one: &str, other: &str) -> usize {
    let (one, other) = (csv_records(one), csv_records(other));
    assert_eq!(one.len(), other.len());
    one.iter().zip(&other).filter(|(one, other)| one != other).count()
}

/// However a list was saved, its records are the same.
#[test]
fn real_exports_are_the_same_records_however_they_were_saved() {
    let Some(data) = exports() else { return };
    let bytes = |name: &str| std::fs::read(data.join(name)).expect("an export");
    let (_, one) = canonical(bytes("2017-11-archive-mojibake-bytes.csv"));
    let (_, other) = canonical(bytes("2017-11-archive-mojibake-utf8.csv"));
    assert_eq!(differing(&one, &other), 0, "whoever saved the second file changed blanks and line breaks only");
    let text = String::from_utf8(bytes("2020-08-archive.csv")).expect("UTF-8");
    let (_, clean) = canonical(text.clone().into_bytes());
    let (header, rest) = text.split_once('\n').expect("a header");
    // As R writes it: dots in the header, and the number of each row in front.
    let mut numbered = csv::Writer::from_writer(Vec::new());
    let mut records = csv_records(&text).into_iter().enumerate();
    let (_, names) = records.next().expect("a header");
    numbered.write_record(std::iter::once(String::new()).chain(names.iter().map(|name| name.replace(' ', ".")))).expect("memory");
    for (number, record) in records {
        numbered.write_record(std::iter::once(number.to_string()).chain(record)).expect("memory");
    }
    for (what, bytes) in [
        ("a byte order mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("Windows-1252", encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()),
        ("Mac Roman", encoding_rs::MACINTOSH.encode(&text).0.into_owned()),
        ("lower case", format!("{}\n{rest}", header.to_lowercase().replace(' ', "_")).into_bytes()),
        ("the headers of R", numbered.into_inner().expect("memory")),
    ] {
        assert_eq!(differing(&canonical(bytes).1, &clean), 0, "{what}");
    }
}

/// A run that reads a pipe which stays open: its output is begun and not finished.
#[cfg(unix)]
fn begun(place: &std::path::Path) -> std::process::Child {
    use std::io::Write;
    let out = place.join("out.csv");
    let mut child = support::run::command(&["normalize", "-", "--stdin-filename", "list.csv", "-o", out.to_str().expect("a path")])
        .stdin(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let rows: String = std::iter::repeat_n(row("Old Mill Clinic", "700", "03/04/2021", "text"), 20_000).collect();
    child.stdin.as_mut().expect("a pipe").write_all(list(&[rows]).as_bytes()).expect("the run reads");
    for _ in 0..1000 {
        if std::fs::read_dir(place).expect("a folder").count() > 1 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    child
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_the_old_file() {
    let scratch = folder();
    put(scratch.path(), "out.csv", b"old");
    let mut child = begun(scratch.path());
    child.kill().expect("the run ends");
    child.wait().expect("the run ends");
    assert_eq!(std::fs::read(scratch.path().join("out.csv")).expect("a file"), b"old");
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_takes_its_unfinished_files_away() {
    let scratch = folder();
    put(scratch.path(), "out.csv", b"old");
    let mut child = begun(scratch.path());
    let sent = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
    assert_eq!(child.wait().expect("the run ends").code(), Some(130));
    let left: Vec<_> = std::fs::read_dir(scratch.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left, ["out.csv"]);
    assert_eq!(std::fs::read(scratch.path().join("out.csv")).expect("a file"), b"old");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_a_device_stays_a_device() {
    let scratch = folder();
    let input = put(scratch.path(), "list.csv", awkward().as_bytes());
    let result = run(&["normalize", input.to_str().expect("a path"), "-o", "/dev/full"]);
    assert_eq!(result.code, Some(3), "{}", result.err);
    assert!(result.err.contains("cannot write /dev/full"), "{}", result.err);
    let result = run(&["normalize", input.to_str().expect("a path"), "-o", "/dev/null"]);
    assert_eq!(result.code, Some(1), "{}", result.err);
    assert!(std::fs::metadata("/dev/null").is_ok_and(|known| !known.is_file()));
}

#[test]
fn lines_of_json_go_through_a_pipe() {
    let once = normalized(&[("list.csv", &awkward())], To::Ndjson, 1, 1000);
    let result = support::run::run_with(&["normalize", "-", "--stdin-filename", "list.ndjson", "--to", "ndjson"], once.data.as_bytes());
    assert_eq!((result.code, result.out == once.data), (Some(0), true), "{}", result.err);
}
