//! `diff` of two exports: what is new, gone, renamed and changed, whatever the order of the rows and the spelling of their values.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

mod support;

use std::io::{Cursor, Read};

use breachlint::dataset::{Pace, read};
use breachlint::diff::{Export, Fate, Meaning, RecordsDiff, records};
use support::run::{folder, put, run};

const HEADER: &str = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description";

const OLD: [&str; 6] = [
    "Old Mill Clinic,MD,Healthcare Provider,500,02/03/2020,Unauthorized Access/Disclosure,Other,No,",
    "Far Hill Hospital,VA,Healthcare Provider,2318,02/14/2020,Theft,Laptop,No,\\N",
    "Dale Dental,DE,Healthcare Provider,912,03/02/2020,Loss,Paper/Films,No,",
    "Print & Post,NJ,Business Associate,700,04/01/2020,Hacking/IT Incident,Email,Yes,",
    "Print & Post,NJ,Business Associate,800,04/01/2020,Hacking/IT Incident,Email,Yes,",
    "West Quay Imaging,NY,Healthcare Provider,1717,05/05/2020,Theft,Laptop,No,",
];

/// The same months later: other order, other spellings, one placeholder resolved and recategorized, one renamed, one gone, one new.
const NEW: [&str; 6] = [
    "West Quay Radiology,NY,Healthcare Provider,1717,05/05/2020,Theft,Laptop,No,",
    "North Ford Pharmacy,OH,Healthcare Provider,611,06/01/2020,Theft,Paper/Films,No,",
    "\" PRINT and Post, Inc.\",NJ,Business Associate,800,4/1/2020,Hacking/IT Incident,Email,Yes,",
    "Print & Post,NJ,Business Associate,750,04/01/2020,Hacking/IT Incident,Email,Yes,",
    "\"Old Mill Clinic\",MD,Healthcare Provider,5291,2/3/2020,Hacking/IT Incident,Network Server,No,\"A hacker entered a server.\"",
    "Far Hill Hospital ,VA,Healthcare Provider,2318,02/14/2020,Theft,Laptop,No,",
];

fn export(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn compare(old: &str, new: &str) -> RecordsDiff {
    let open = |text: &str| {
        let bytes = text.as_bytes().to_vec();
        move || Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn Read + Send>)
    };
    let (first, second) = (open(old), open(new));
    let pace = Pace { threads: 2, block: 256 };
    let old = Export { name: "old.csv".to_owned(), open: &first, options: read::Options::default(), pace };
    let new = Export { name: "new.csv".to_owned(), open: &second, options: read::Options::default(), pace };
    records(&old, &new).expect("both headers are known")
}

fn diff(old: &[&str], new: &[&str]) -> RecordsDiff {
    compare(&export(old), &export(new))
}

#[test]
fn every_record_is_accounted_for() {
    let diff = diff(&OLD, &NEW);
    let counts = [Fate::New, Fate::Gone, Fate::Changed, Fate::Renamed].map(|kind| diff.count(kind));
    assert_eq!((diff.old_rows, diff.new_rows, diff.unchanged, counts), (6, 6, 1, [1, 1, 3, 1]), "{diff:#?}");
    let cells: Vec<(u32, u32, &str, Option<Meaning>)> = diff
        .changes
        .iter()
        .filter_map(|change| Some((change.old_row?, change.new_row?, &change.cells)))
        .flat_map(|(old, new, cells)| cells.iter().map(move |cell| (old, new, cell.column, cell.note)))
        .collect();
    assert_eq!(
        cells,
        [
            (6, 1, "covered_entity", None),
            (5, 3, "covered_entity", None),
            (4, 4, "individuals_affected", Some(Meaning::CountRevised)),
            (1, 5, "individuals_affected", Some(Meaning::PlaceholderResolved)),
            (1, 5, "breach_type", Some(Meaning::Recategorized)),
            (1, 5, "breach_location", Some(Meaning::Recategorized)),
            (1, 5, "web_description", Some(Meaning::DescriptionAdded)),
        ]
    );
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let strip = |diff: RecordsDiff| {
        let mut changes: Vec<_> = diff.changes.into_iter().map(|change| (change.kind, change.covered_entity, change.cells)).collect();
        changes.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        changes
    };
    let expected = strip(diff(&OLD, &NEW));
    let (mut old, mut new) = (OLD, NEW);
    for turn in 1..6 {
        old.rotate_left(1);
        new.rotate_left(turn);
        assert_eq!(strip(diff(&old, &new)), expected);
    }
    old.reverse();
    assert_eq!(strip(diff(&old, &new)), expected);
}

#[test]
fn an_export_does_not_differ_from_itself() {
    for rows in [&OLD[..], &NEW[..], &[OLD[0]; 200][..]] {
        let diff = diff(rows, rows);
        assert_eq!((diff.unchanged, diff.changes.len()), (rows.len() as u64, 0));
    }
}

#[test]
fn many_rows_of_one_name_and_day_are_taken_in_their_order() {
    let row = |count: usize| format!("Print & Post,NJ,Business Associate,{count},04/01/2020,Hacking/IT Incident,Email,Yes,");
    let (old, new): (Vec<String>, Vec<String>) = ((1000..1100).map(row).collect(), (2000..2150).map(row).collect());
    let texts = |rows: &[String]| format!("{HEADER}\n{}\n", rows.join("\n"));
    let diff = compare(&texts(&old), &texts(&new));
    assert_eq!((diff.count(Fate::Changed), diff.count(Fate::New), diff.count(Fate::Gone)), (100, 50, 0));
}

#[test]
fn the_command_reports_in_every_format_and_says_by_its_exit_whether_something_changed() {
    let scratch = folder();
    let file = |name: &str, rows: &[&str]| {
        let text = format!("{HEADER}\n{}\n", rows.join("\n"));
        put(scratch.path(), name, text.as_bytes()).to_str().expect("a path").to_owned()
    };
    let (old, new) = (file("old.csv", &OLD), file("new.csv", &NEW));
    let same = run(&["diff", &old, &old]);
    assert_eq!(same.code, Some(0), "{}", same.err);
    assert!(same.out.contains("0 new, 0 gone, 0 changed, 0 renamed, 6 the same"), "{}", same.out);
    let text = run(&["diff", &old, &new]);
    assert_eq!(text.code, Some(1));
    for part in ["1 new, 1 gone, 3 changed, 1 renamed, 1 the same", "Placeholder count resolved (1)", "500 -> 5291", "Type changed (1)"] {
        assert!(text.out.contains(part), "{part}\n{}", text.out);
    }
    let json = run(&["diff", &old, &new, "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    let schema: serde_json::Value = serde_json::from_str(breachlint::schema::RECORDS_DIFF).expect("a schema");
    jsonschema::validate(&schema, &value).expect("the output follows its schema");
    assert_eq!(value["summary"]["placeholders_resolved"], 1);
    let table = run(&["diff", &old, &new, "--format", "csv"]);
    assert_eq!(table.out.lines().count(), 1 + 7 + 2, "{}", table.out);
    let draft = run(&["diff", &old, "fixtures/base/full.yaml"]);
    assert_eq!(draft.code, Some(2));
    let other = put(scratch.path(), "other.csv", b"a,b\n1,2\n");
    let other = run(&["diff", &old, other.to_str().expect("a path")]);
    assert_eq!(other.code, Some(3));
    assert!(other.err.contains("BR019"), "{}", other.err);
}
