//! Rows of the portal's export through the same report and rules: RFC 4180 to the letter, exact places, and the drafts' examples once more.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use breachlint::check;
use breachlint::dataset;
use breachlint::finding::Located;
use breachlint::report::{Fact, FactSet};
use breachlint::rules::{self, BlockKind, Check};
use breachlint::source::Source;
use support::example::{Example, day};
use support::run::{check_json, codes, folder, put, run};

const HEADER: &str = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description";

fn rows(text: &str) -> (dataset::Rows, Vec<(u64, Located)>) {
    let source = Source::decode("export.csv", text.as_bytes().to_vec());
    let mut found = Vec::new();
    let rows = dataset::check(&source, &dataset::engine(day("2026-03-01")), &mut |row, located| found.push((row, located)));
    (rows, found)
}

fn good(name: &str, text: &str) -> String {
    format!(
        "\"{name}\",\"MD\",\"Healthcare Provider\",\"1204\",\"02/03/2020\",\"Hacking/IT Incident\",\"Network Server\",\"No\",\"{text}\""
    )
}

#[test]
fn backslashes_quotes_and_line_breaks_inside_cells_are_data() {
    for text in [r"ends with a backslash\", "said \"\"no\"\"", "one\ntwo", "one\r\ntwo", "one\rtwo", "a, b; c"] {
        let (read, found) = rows(&format!("{HEADER}\r\n{}\r\n{}\r\n", good("First Clinic", text), good("Second Clinic", "")));
        assert_eq!(read.read, 2, "{text:?}");
        let loud: Vec<&str> = found.iter().map(|(_, located)| located.finding.code).collect();
        assert!(loud.is_empty(), "{text:?}: {loud:?}");
    }
}

#[test]
fn every_line_break_ends_a_record() {
    for end in ["\n", "\r\n", "\r"] {
        let (read, _) = rows(&[HEADER, &good("First Clinic", ""), &good("Second Clinic", "")].join(end));
        assert_eq!(read.read, 2, "{end:?}");
    }
    assert_eq!(rows(&format!("\u{feff}{HEADER}\n{}\n", good("First Clinic", ""))).0.read, 1);
}

#[test]
fn a_finding_knows_its_row_line_column_and_cell() {
    let long = good("First Clinic", "one\ntwo\r\nthree");
    let bad = good("Second Clinic", "").replace("\"1204\"", "\"500\"");
    let text = format!("{HEADER}\n{long}\n{bad}\n");
    let (_, found) = rows(&text);
    let (row, located) = found.iter().find(|(_, located)| located.finding.code == "BR303").expect("exactly 500");
    let place = &located.place;
    assert_eq!((*row, place.row, place.cell.as_deref(), place.path.as_str()), (2, Some(2), Some("D3"), "Individuals Affected"));
    assert_eq!(place.start.line, 5, "the physical line");
    assert_eq!(&text[place.span.range()], "\"500\"");
}

#[test]
fn missing_values_are_missing_and_blank_states_are_findings() {
    let row = "Old Mill Clinic,,,,,,,,\\N";
    let (read, found) = rows(&format!("{HEADER}\n{row}\n"));
    assert_eq!(read.read, 1);
    let has = |code: &str| found.iter().any(|(_, located)| located.finding.code == code);
    assert!(has("BR102") && has("BR302") && has("BR013"), "{found:?}");
}

#[test]
fn a_short_row_and_a_long_row_are_read() {
    let (read, _) = rows(&format!("{HEADER}\nOld Mill Clinic,MD\n{},extra\n", good("First Clinic", "")));
    assert_eq!(read.read, 2);
}

#[test]
fn a_file_that_is_no_breach_dataset_is_refused_in_one_finding() {
    for text in ["a,b,c\n1,2,3\n", "State,Individuals Affected\nMD,500\n"] {
        let (report, value) = check_json("x.csv", text.as_bytes(), "2026-03-01");
        assert_eq!(codes(&value), ["BR019"], "{text}");
        assert_eq!(report.code, Some(1));
    }
    assert_eq!(codes(&check_json("x.csv", b"", "2026-03-01").1), ["BR020"]);
    let decoy = format!("{HEADER},Individuals Affected\n");
    assert_eq!(codes(&check_json("x.csv", decoy.as_bytes(), "2026-03-01").1), ["BR019"]);
}

#[test]
fn an_unclosed_quote_costs_its_line_and_no_other_row() {
    let plain = good("First Clinic", "").replace('"', "");
    for (rows, code) in [(3, "BR001"), (12_000, "BR015")] {
        let text = format!("{HEADER}\n{plain}\n\"Old Mill{}", format!("{plain}\n").repeat(rows));
        let (read, found) = self::rows(&text);
        assert_eq!(read.read, rows as u64 + 1);
        let codes: Vec<(u64, &str, u32)> = found
            .iter()
            .map(|(row, located)| (*row, located.finding.code, located.place.start.line))
            .filter(|(_, code, _)| code.starts_with("BR0"))
            .collect();
        assert_eq!(codes, [(2, code, 3)], "{rows}");
    }
}

#[test]
fn what_a_row_cannot_decide_is_said_once() {
    let scratch = folder();
    let text = format!("{HEADER}\n{}\n{}\n", good("First Clinic", ""), good("Second Clinic", ""));
    let path = put(scratch.path(), "export.csv", text.as_bytes());
    let report = run(&["check", path.to_str().expect("a path"), "--as-of", "2026-03-01"]);
    assert_eq!(report.out.matches("Not checked").count(), 1, "{}", report.out);
    assert!(report.out.contains("BR205") && report.out.contains("2 records read"), "{}", report.out);
}

/// The draft of an example as a row, where its answers can be read; none where a row cannot hold what is at issue.
fn as_row(example: &Example) -> Option<String> {
    let source = Source::decode("draft.yaml", example.text.clone().into_bytes());
    let document = breachlint::document::Document::read(&source, breachlint::document::Syntax::Yaml);
    let [root] = document.roots() else { return None };
    let report = breachlint::report::read(&document, *root).report;
    if !report.more_entities.is_empty() {
        return None;
    }
    let breach = &report.breach;
    let cell = |text: String| format!("\"{}\"", text.replace('"', "\"\""));
    let present = breach.business_associate_present.get()?;
    let cells = [
        report.entity.name.get().unwrap_or_default().to_owned(),
        report.entity.state.get().map(|state| state.to_string())?,
        report.entity.kind.get().map(|kind| kind.to_string())?,
        breach.individuals_affected.get().map(|count| count.to_string()).unwrap_or_default(),
        report.filing.submitted_on.get().unwrap_or(example.as_of).format("%m/%d/%Y").to_string(),
        breach.breach_type.get()?.joined(),
        breach.location.get()?.joined(),
        if present { "Yes" } else { "No" }.to_owned(),
        breach.description.get().unwrap_or_default().to_owned(),
    ];
    Some(cells.map(cell).join(","))
}

#[test]
fn rules_that_a_row_can_decide_fire_on_rows_as_on_drafts() {
    let mut compared = 0;
    let mut failures = Vec::new();
    let decides = |rule: &rules::Rule| {
        dataset::FACTS.covers(rule.needs.union(rule.uses)) && (rule.any_of.is_empty() || !rule.any_of.and(dataset::FACTS).is_empty())
    };
    for rule in rules::all().filter(|rule| matches!(rule.check, Check::Report(_)) && decides(rule)) {
        for block in rule.page().blocks.iter().filter(|block| block.kind != BlockKind::Fix && !block.says("whole") && !block.says("rows")) {
            let example = Example::new(block);
            let Some(row) = as_row(&example) else { continue };
            let on_draft = example.check().iter().any(|found| found.code == rule.code);
            let on_row = rows(&format!("{HEADER}\n{row}\n")).1.iter().any(|(_, located)| located.finding.code == rule.code);
            compared += 1;
            if on_draft != on_row {
                failures.push(format!("{} `{}`: draft {on_draft}, row {on_row}: {row}", rule.code, block.fence));
            }
        }
    }
    assert!(compared > 30, "{compared} examples were compared");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_row_carries_what_the_layout_says() {
    let carried: FactSet = dataset::FACTS;
    assert_eq!(carried.iter().count(), 9);
    assert!(carried.has(Fact::OcrNarrative) && !carried.has(Fact::Description));
    let drafts = check::draft_facts();
    assert!(drafts.has(Fact::Description) && !drafts.has(Fact::OcrNarrative));
}

/// On a real export, where the developer has one: every record read, every finding with a row that exists and a place that re-finds its cell.
#[test]
fn a_real_export_is_read_row_by_row() {
    let Some(data) = std::env::var_os("BREACHLINT_DATA") else {
        println!("not run: BREACHLINT_DATA names no folder with exports");
        return;
    };
    let path = std::path::Path::new(&data).join("ocr/2021-03-all.csv");
    let bytes = std::fs::read(&path).expect("the export");
    let source = Source::decode("export.csv", bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(source.text().as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
    let mut found = 0;
    let read = dataset::check(&source, &dataset::engine(day("2026-03-01")), &mut |row, located| {
        found += 1;
        if row > 0 {
            let record = &records[usize::try_from(row).expect("a row") - 1];
            let raw = &source.text()[located.place.span.range()];
            let column = reader_column(&located.place.path);
            let cell = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw).replace("\"\"", "\"");
            let whole = record.get(column).expect("a cell");
            assert!(cell == whole || whole.contains(&cell), "row {row}: {} at {:?}", located.finding.code, located.place);
        }
    });
    assert_eq!(read.read, records.len() as u64);
    assert!(found > 0);
}

fn reader_column(name: &str) -> usize {
    HEADER.split(',').position(|known| known == name).expect("a column of the portal")
}
