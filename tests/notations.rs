//! `check` through the binary: one list in every notation has the same findings, and what a file leaves open is asked about.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

mod support;

use support::run::{Run, codes, folder, put, run, run_with};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/datasets/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a fixture")
}

fn check(arguments: &[&str]) -> (Run, serde_json::Value) {
    let report = run(&[&["check", "--as-of", "2026-03-01", "--format", "json"], arguments].concat());
    let value = serde_json::from_str(&report.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", report.out, report.err));
    (report, value)
}

/// Codes and rows of the findings, in order.
fn found(value: &serde_json::Value) -> Vec<(String, u64)> {
    let mut found: Vec<(String, u64)> = value["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|finding| (finding["code"].as_str().expect("a code").to_owned(), finding["row"].as_u64().unwrap_or(0)))
        .filter(|(code, _)| code != "BR018")
        .collect();
    found.sort();
    found
}

#[test]
fn one_list_in_every_notation_has_the_same_findings() {
    let clean = found(&check(&["fixtures/datasets/clean.csv"]).1);
    assert!(clean.contains(&("BR102".to_owned(), 4)), "{clean:?}");
    let text = String::from_utf8(fixture("clean.csv")).expect("UTF-8");
    let scratch = folder();
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(text.as_bytes()).records().map(|row| row.expect("a record")).collect();
    let header = csv::Reader::from_reader(text.as_bytes()).headers().expect("a header").clone();
    let mut lines = String::new();
    let mut tabs = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    tabs.write_record(&header).expect("memory");
    for row in &rows {
        tabs.write_record(row).expect("memory");
        let object: serde_json::Map<String, serde_json::Value> =
            header.iter().zip(row).map(|(key, cell)| (key.to_owned(), cell.into())).collect();
        lines.push_str(&serde_json::Value::Object(object).to_string());
        lines.push('\n');
    }
    let list = format!("{{\"rows\":[{}]}}", lines.trim_end().replace('\n', ","));
    let utf16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, said) in [
        ("list.tsv", tabs.into_inner().expect("memory"), None),
        ("list.ndjson", lines.clone().into_bytes(), None),
        ("list.json", list.into_bytes(), None),
        ("no-ending", text.clone().into_bytes(), None),
        ("marked.csv", format!("\u{feff}{text}").into_bytes(), None),
        ("wide.csv", utf16, Some(("BR011".to_owned(), 0))),
    ] {
        let path = put(scratch.path(), name, &bytes);
        let (report, value) = check(&[path.to_str().expect("a path")]);
        let expected: Vec<(String, u64)> = said.into_iter().chain(clean.clone()).collect();
        assert_eq!((report.code, found(&value)), (Some(1), expected), "{name}");
    }
    #[cfg(feature = "tables")]
    assert_eq!(found(&check(&["fixtures/datasets/clean.xls"]).1), clean);
    let piped = run_with(&["check", "-", "--as-of", "2026-03-01", "--format", "json"], lines.as_bytes());
    assert_eq!(found(&serde_json::from_str(&piped.out).expect("JSON")), clean, "standard input");
}

#[test]
fn what_a_file_leaves_open_is_asked_about() {
    let (report, value) = check(&["fixtures/datasets/two-counts.csv"]);
    assert_eq!((report.code, codes(&value)), (Some(1), vec!["BR019".to_owned()]));
    let (report, _) = check(&["fixtures/datasets/two-counts.csv", "--column", "individuals_affected=Individuals Affected"]);
    assert_eq!(report.code, Some(0));
    let (_, value) =
        check(&["fixtures/datasets/two-counts.csv", "--column", "individuals_affected=Individuals Affected", "--min-severity", "advice"]);
    assert!(!codes(&value).contains(&"BR302".to_owned()));
    assert_eq!(run(&["check", "fixtures/datasets/two-counts.csv", "--column", "individuals=4,x"]).code, Some(1), "no such column");
    assert_eq!(run(&["check", "fixtures/datasets/two-counts.csv", "--column", "count"]).code, Some(2), "no pair");
    assert_eq!(run(&["check", "fixtures/datasets/two-counts.csv", "--column", "countt=x"]).code, Some(2), "no field");
    let has = |arguments: &[&str], code: &str| codes(&check(arguments).1).contains(&code.to_owned());
    assert!(has(&["fixtures/datasets/mixed-orders.csv"], "BR009"));
    assert!(has(&["fixtures/datasets/mixed-orders.csv", "--date-order", "day-first"], "BR009"), "a date against the order is not read");
    assert!(has(&["fixtures/datasets/titled.tsv"], "BR009"));
    assert!(!has(&["fixtures/datasets/titled.tsv", "--date-order", "month-first"], "BR009"));
    let (report, value) = check(&["fixtures/datasets/state-list.csv"]);
    assert_eq!((report.code, codes(&value)), (Some(1), vec!["BR019".to_owned()]));
    // What is no list is refused, and no more is said of it.
    let lists_rules = |path: &str| run(&["check", path, "--as-of", "2026-03-01"]).out.contains("Not checked");
    assert!(lists_rules("fixtures/datasets/clean.csv") && !lists_rules("fixtures/datasets/state-list.csv"));
}

#[test]
fn layouts_of_other_generations_have_no_false_errors() {
    for name in ["old-portal.csv", "r-headers.csv", "snake-case.csv", "day-first.csv", "two-digit-years.csv", "serials.csv"] {
        let (report, value) = check(&[&format!("fixtures/datasets/{name}")]);
        assert_eq!(value["summary"]["errors"], 0, "{name}: {}", report.out);
    }
}

#[test]
fn a_log_is_checked_by_its_own_columns() {
    let report = run(&["check", "fixtures/datasets/log.csv", "--as-of", "2026-03-20", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
    assert_eq!(report.code, Some(1));
    assert_eq!(value["summary"]["reports"], 3);
    let finding = value["findings"].as_array().expect("findings").iter().find(|finding| finding["code"] == "BR301").expect("BR301");
    assert_eq!((finding["cell"].as_str(), finding["path"].as_str()), (Some("D5"), Some("breach.affecting")));
}
