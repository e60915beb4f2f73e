//! Parquet out of `normalize`: the same records as in JSON, typed, in groups of bounded size, the same bytes every time.
#![cfg(feature = "parquet")]
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use std::fs::File;
use std::path::{Path, PathBuf};

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::{Value, json};
use support::run::{folder, put, run};

const HEADER: &str = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description,case\n";

fn list() -> String {
    let mut text = HEADER.to_owned();
    text.push_str(
        "Old Mill Clinic,MD,Healthcare Provider,\"1,204\",02/03/2020,Hacking/IT Incident,\"Network Server, Email\",No,\"a \"\"b\"\"\nc\",7\n",
    );
    text.push_str("Caf\u{e9} Clinic,,Health Plan,approx. 500,02/31/2020,Theft,Laptop,Yes,\\N,\n");
    text.push_str("Bare Clinic,GU,Business Associate,600,12/31/1969,Loss,Paper/Films,,,\n");
    text
}

fn normalized(inputs: &[&Path], to: &Path, more: &[&str]) -> String {
    let path = |path: &Path| path.to_str().expect("a path").to_owned();
    let inputs: Vec<String> = inputs.iter().map(|input| path(input)).collect();
    let out = path(to);
    let mut arguments = vec!["normalize", "--as-of", "2026-03-01", "-o", &out];
    arguments.extend(inputs.iter().map(String::as_str));
    arguments.extend(more);
    let result = run(&arguments);
    assert_eq!(result.code, Some(0), "{}", result.err);
    result.err
}

fn open(path: &Path) -> SerializedFileReader<File> {
    SerializedFileReader::new(File::open(path).expect("a file")).expect("a Parquet file")
}

/// A row as JSON writes it; days as text, what is missing left out.
fn record(row: &Row) -> Value {
    let value = |field: &Field| match field {
        Field::Str(text) => json!(text),
        Field::Long(number) => json!(number),
        Field::Bool(flag) => json!(flag),
        Field::Date(days) => json!((chrono::NaiveDate::default() + chrono::Duration::days((*days).into())).to_string()),
        Field::ListInternal(list) => list
            .elements()
            .iter()
            .map(|element| match element {
                Field::Str(text) => json!(text),
                other => panic!("a list holds {other:?}"),
            })
            .collect(),
        other => panic!("no column of ours: {other:?}"),
    };
    let there = row.get_column_iter().filter(|(_, field)| **field != Field::Null);
    Value::Object(there.map(|(name, field)| (name.clone(), value(field))).collect())
}

fn records(path: &Path) -> Vec<Value> {
    open(path).into_iter().map(|row| record(&row.expect("a row"))).collect()
}

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).expect("a file");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Two lists of which one row is the same, written in both notations.
fn both(place: &Path) -> (PathBuf, PathBuf) {
    let archive = put(place, "archive.csv", list().as_bytes());
    let again = list().replace("\"1,204\"", "1204").replace("Bare", "Other");
    let other = put(place, "open.csv", again.as_bytes());
    let (table, json) = (place.join("out.parquet"), place.join("out.ndjson"));
    normalized(&[&archive, &other], &table, &[]);
    let told = normalized(&[&archive, &other], &json, &[]);
    assert!(told.contains("6 rows in = 4 out + 2 folded + 0 rejected"), "{told}");
    (table, json)
}

#[test]
fn the_records_are_those_of_the_other_notations() {
    let scratch = folder();
    let (table, json) = both(scratch.path());
    let records = records(&table);
    assert_eq!(records, lines(&json));
    assert_eq!(records.len(), 4);
    assert_eq!(records[0]["breach_location"], json!(["Email", "Network Server"]));
    assert_eq!((&records[0]["web_description"], &records[0]["case"]), (&json!("a \"b\"\nc"), &json!("7")));
    let missing = ["state", "individuals_affected", "submission_date", "web_description", "case"];
    assert!(missing.iter().all(|name| records[1].get(name).is_none()), "{}", records[1]);
    assert_eq!((&records[2]["submission_date"], records[2].get("business_associate_present")), (&json!("1969-12-31"), None));
}

#[test]
fn the_columns_are_typed() {
    let scratch = folder();
    let (table, _) = both(scratch.path());
    let mut schema = Vec::new();
    parquet::schema::printer::print_schema(&mut schema, open(&table).metadata().file_metadata().schema());
    let schema = String::from_utf8(schema).expect("UTF-8");
    for line in [
        "REQUIRED BYTE_ARRAY record_id (STRING);",
        "REQUIRED BYTE_ARRAY covered_entity (STRING);",
        "OPTIONAL BYTE_ARRAY state (STRING);",
        "OPTIONAL INT64 individuals_affected;",
        "OPTIONAL INT32 submission_date (DATE);",
        "OPTIONAL group breach_type (LIST) {\n    REPEATED group list {\n      REQUIRED BYTE_ARRAY element (STRING);",
        "OPTIONAL group breach_location (LIST) {",
        "OPTIONAL BOOLEAN business_associate_present;",
        "OPTIONAL INT64 source_row;",
        "OPTIONAL BYTE_ARRAY case (STRING);",
    ] {
        assert!(schema.contains(line), "{line}\n{schema}");
    }
}

#[test]
fn rows_come_in_groups_and_the_bytes_are_the_same_for_any_number_of_threads() {
    let scratch = folder();
    let text = "word ".repeat(6_000);
    let rows = (0..300).map(|number| format!("Clinic {number},MD,Health Plan,700,02/03/2020,Theft,Laptop,No,,{text}\n"));
    let rows: Vec<String> = std::iter::once(HEADER.to_owned()).chain(rows).collect();
    let input = put(scratch.path(), "list.csv", rows.concat().as_bytes());
    let (one, two) = (scratch.path().join("one.parquet"), scratch.path().join("two.parquet"));
    normalized(&[&input], &one, &["--threads", "1"]);
    normalized(&[&input], &two, &["--threads", "3"]);
    assert!(std::fs::read(&one).expect("a file") == std::fs::read(&two).expect("a file"));
    let groups: Vec<i64> = open(&one).metadata().row_groups().iter().map(parquet::file::metadata::RowGroupMetaData::num_rows).collect();
    assert!(groups.len() >= 2 && groups.iter().sum::<i64>() == 300, "{groups:?}");
    let records = records(&one);
    assert!((0..).zip(&records).all(|(number, record)| record["covered_entity"] == format!("Clinic {number}")));
}

#[test]
fn a_list_without_rows_is_a_file_without_rows() {
    let scratch = folder();
    let input = put(scratch.path(), "list.csv", HEADER.as_bytes());
    let out = scratch.path().join("out.parquet");
    normalized(&[&input], &out, &[]);
    assert_eq!(records(&out).len(), 0);
}

#[test]
fn what_does_not_fit_its_column_is_said_and_nothing_is_written() {
    let scratch = folder();
    let input = put(scratch.path(), "list.csv", list().as_bytes());
    let canonical = scratch.path().join("out.csv");
    normalized(&[&input], &canonical, &[]);
    let spoilt = std::fs::read_to_string(&canonical).expect("a file").replace(",list.csv,1,", ",list.csv,one,");
    let name = canonical.file_name().and_then(|name| name.to_str()).expect("a name");
    // The path of the input stands in front of the row.
    let spoilt = spoilt.replace("/list.csv,1,", "/list.csv,one,");
    let spoilt = put(scratch.path(), name, spoilt.as_bytes());
    let out = scratch.path().join("out.parquet");
    let result = run(&["normalize", spoilt.to_str().expect("a path"), "-o", out.to_str().expect("a path")]);
    assert_eq!(result.code, Some(3), "{}", result.err);
    assert!(result.err.contains("source_row is a number in Parquet, and one row has \"one\""), "{}", result.err);
    assert!(!out.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let scratch = folder();
    let input = put(scratch.path(), "list.csv", list().as_bytes());
    let result = run(&["normalize", input.to_str().expect("a path"), "--to", "parquet", "-o", "/dev/full"]);
    assert_eq!(result.code, Some(3), "{}", result.err);
    assert!(result.err.contains("cannot write /dev/full"), "{}", result.err);
}

#[test]
fn the_portal_has_no_such_form() {
    let result = run(&["normalize", "fixtures/datasets/clean.csv", "--to", "parquet", "--as", "portal"]);
    assert_eq!(result.code, Some(2), "{}", result.err);
}
