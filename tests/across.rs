//! Rules across rows as a run sees them: places without the text, one remark a row, any order, several files, several drafts in a file.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

mod support;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use breachlint::across::Across;
use breachlint::dataset::{self, Findings, Pace, Rows, read};
use breachlint::finding::{Level, Levels, Located, Severity};
use breachlint::source::Source;
use support::example::day;
use support::run::{base, check_json, folder, put, run, with_code};

const HEADER: &str = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description";

fn row(name: &str, count: u32, date: &str, text: &str) -> String {
    format!("\"{name}\",MD,Healthcare Provider,{count},{date},Theft,Laptop,No,\"{text}\"")
}

fn export(rows: &[String]) -> Source {
    Source::decode("export.csv", format!("{HEADER}\n{}\n", rows.join("\n")).into_bytes())
}

fn check(source: &Source) -> (Rows, Vec<Located>) {
    let mut found = Vec::new();
    let rows = dataset::check(source, &dataset::engine(day("2026-03-01")), &mut |_, located| found.push(located));
    (rows, found)
}

#[test]
fn a_finding_and_its_label_know_their_rows_without_the_text() {
    let rows = [
        row("Far Hill Hospital", 2318, "02/01/2020", "one\ntwo\r\nthree"),
        row("Old Mill Clinic", 1204, "02/03/2020", "four\nfive"),
        row("Dale Dental", 912, "02/03/2020", ""),
        row("OLD MILL CLINIC, Inc.", 1204, "02/03/2020", ""),
    ];
    let source = export(&rows);
    let (read, found) = check(&source);
    let duplicate = found.iter().find(|located| located.finding.code == "BR901").expect("a duplicate");
    let (place, label) = (&duplicate.place, &duplicate.label_places[0]);
    assert_eq!((place.row, place.cell.as_deref(), place.path.as_str()), (Some(4), Some("A5"), "Name of Covered Entity"));
    assert_eq!((place.start.line, place.start.column), (8, 1), "the physical line");
    assert_eq!(&source.text()[place.span.range()], "\"OLD MILL CLINIC, Inc.\"");
    assert_eq!((label.row, label.start.line), (Some(2), 5));
    assert_eq!(&source.text()[label.span.range()], "\"Old Mill Clinic\"");
    assert!(duplicate.finding.message.ends_with("as row 2"), "{}", duplicate.finding.message);
    assert_eq!(read, Rows { read: 4, remarked: 1 });
}

#[test]
fn a_row_is_remarked_once_however_much_is_found() {
    let rows = [row("Old Mill Clinic", 500, "02/03/2020", ""), row("Old Mill Clinic", 500, "02/03/2020", "")];
    let (read, found) = check(&export(&rows));
    assert_eq!(read.remarked, 2, "{found:?}");
    assert_eq!(found.iter().filter(|located| located.finding.code == "BR303").count(), 2);
    assert_eq!(found.iter().filter(|located| located.finding.code == "BR901").count(), 1);
}

/// How often each code of family 9 was found.
/// However many there are, what is found of two reports of one breach is not said again of their descriptions.
#[test]
fn silences_hold_over_any_number_of_findings() {
    let long = "A nurse left a bag with visit notes on a bus and it did not come back, although the drivers and the office for lost things were asked";
    let pairs = (0..5000).flat_map(|pair| {
        let text = format!("{long} ({pair})");
        [(); 2].map(|()| row(&format!("Clinic {pair}"), 600 + pair, "02/03/2020", &text))
    });
    let (_, found) = check(&export(&pairs.collect::<Vec<_>>()));
    let tally = tally(&found);
    assert_eq!((tally.get("BR901"), tally.get("BR903")), (Some(&5000), None), "{tally:?}");
}

fn tally(found: &[Located]) -> BTreeMap<&'static str, usize> {
    let mut tally = BTreeMap::new();
    for located in found.iter().filter(|located| located.finding.code.starts_with("BR9")) {
        *tally.entry(located.finding.code).or_default() += 1;
    }
    tally
}

fn many() -> Vec<String> {
    (0..600_u32)
        .map(|number| {
            let name = ["Old Mill Clinic", "OLD MILL CLINIC, LLC", "Far Hill Hospital", "Dale Dental"][number as usize % 4];
            let name = if number % 3 == 0 { format!("{name} {}", number % 50) } else { name.to_owned() };
            let date = format!("{:02}/{:02}/2020", number % 12 + 1, number % 28 + 1);
            row(&name, 500 + number % 97, &date, "")
        })
        .collect()
}

#[test]
fn the_order_of_the_rows_changes_no_count_and_a_second_run_nothing() {
    let mut rows = many();
    let (_, found) = check(&export(&rows));
    let again = check(&export(&rows)).1;
    assert_eq!(format!("{found:?}"), format!("{again:?}"));
    let across: Vec<u64> =
        found.iter().filter(|located| located.finding.code.starts_with("BR9")).filter_map(|located| located.place.row).collect();
    assert!(across.is_sorted() && across.len() > 50, "findings across rows come in the order of the rows");
    let expected = tally(&found);
    assert!(expected.len() >= 3, "{expected:?}");
    rows.reverse();
    assert_eq!(tally(&check(&export(&rows)).1), expected);
    rows.rotate_left(251);
    assert_eq!(tally(&check(&export(&rows)).1), expected);
}

/// Takes every finding.
struct All(Vec<(u64, Located)>);

impl Findings for All {
    fn examples(&self) -> Option<u64> {
        None
    }

    fn found(&mut self, row: u64, located: &Located) -> std::io::Result<()> {
        self.0.push((row, located.clone()));
        Ok(())
    }

    fn more(&mut self, _: &'static str, _: Severity, _: u64) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_number_of_threads_and_the_size_of_blocks_change_nothing() {
    let text = format!("{HEADER}\n{}\n", many().join("\n"));
    let engine = dataset::engine(day("2026-03-01"));
    let found = |threads: usize, block: usize| {
        let input =
            read::open("export.csv", Box::new(Cursor::new(text.clone().into_bytes())), &read::Options::default()).expect("an export");
        let (mut across, mut all) = (Across::new(Some(tempfile::tempfile)), All(Vec::new()));
        let rows = dataset::check_input("export.csv", input, &engine, Pace { threads, block }, &mut across, &mut all).expect("memory");
        (rows, format!("{:?}", all.0))
    };
    let expected = found(1, dataset::BLOCK);
    assert!(expected.1.contains("\"BR902\"") && expected.1.contains("\"BR907\""));
    for (threads, block) in [(1, 100), (2, 100), (3, 1000), (4, 333), (4, dataset::BLOCK)] {
        assert!(found(threads, block) == expected, "{threads} threads, blocks of {block}");
    }
}

#[test]
fn levels_hold_across_rows() {
    let rows = [row("Old Mill Clinic", 1204, "02/03/2020", ""), row("Old Mill Clinic", 1204, "02/03/2020", "")];
    let severities = |levels: Levels| -> Vec<Severity> {
        let engine = dataset::engine(day("2026-03-01")).at_levels(&Arc::new(levels));
        let mut found = Vec::new();
        dataset::check(&export(&rows), &engine, &mut |_, located| found.push(located));
        found.iter().filter(|located| located.finding.code == "BR901").map(|located| located.finding.severity).collect()
    };
    let at = |level| {
        let mut levels = Levels::default();
        levels.set("BR901", level);
        levels
    };
    assert_eq!(severities(Levels::default()), [Severity::Warning]);
    assert_eq!(severities(at(Level::Is(Severity::Advice))), [Severity::Advice]);
    assert_eq!(severities(at(Level::Off)), []);
}

#[test]
fn what_is_found_across_rows_can_be_suppressed_in_a_draft() {
    let small = base("small");
    let part = |count: &str| small.replace("individuals_affected: 37", &format!("individuals_affected: {count}"));
    let second = part("239")
        .replace("  individuals_affected:", "  # breachlint: ignore[BR905] -- two offices, two incidents\n  individuals_affected:");
    let text = format!("{}---\n{second}", part("261"));
    let (_, value) = check_json("log.yaml", text.as_bytes(), "2026-03-01");
    let found = with_code(&value, "BR905");
    assert_eq!((found.len(), found[0]["suppressed"]["reason"].as_str()), (1, Some("two offices, two incidents")), "{value}");
    assert!(with_code(&value, "BR016").is_empty(), "{value}");
}

/// An office's log, of which two rows are one incident of 500 individuals.
#[test]
fn the_rows_of_a_log_are_compared_and_point_at_their_cells() {
    let log = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/datasets/log.csv")).expect("a fixture");
    let mut lines = log.lines();
    let (header, first) = (lines.next().expect("a header"), lines.next().expect("a row"));
    let text = format!("{header}\n{first}\n{}\n", std::iter::repeat_n(first, 60).collect::<Vec<_>>().join("\n"));
    let scratch = folder();
    let path = put(scratch.path(), "log.csv", text.as_bytes());
    let report = run(&["check", path.to_str().expect("a path"), "--as-of", "2026-03-20", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
    let found = with_code(&value, "BR905");
    assert!(!found.is_empty(), "{}", report.out);
    let (row, line) = (found[0]["row"].as_u64().expect("a row"), found[0]["line"].as_u64());
    assert_eq!(line, Some(row + 1));
    assert!(found[0]["cell"].as_str().expect("a cell").ends_with(&(row + 1).to_string()), "{}", found[0]);
}

#[test]
fn ten_thousand_rows_of_one_name_are_no_burden() {
    let rows: Vec<String> = (0..10_000).map(|_| row("NA", 1204, "02/03/2020", "")).collect();
    let (read, found) = check(&export(&rows));
    assert_eq!(read.read, 10_000);
    assert_eq!(tally(&found)["BR901"], 9_999);
}

#[test]
fn files_of_one_run_are_told_apart() {
    let scratch = folder();
    let file = |name: &str, rows: &[String]| {
        put(scratch.path(), name, format!("{HEADER}\n{}\n", rows.join("\n")).as_bytes()).to_str().expect("a path").to_owned()
    };
    let archive = file("archive.csv", &[row("Old Mill Clinic", 1204, "02/03/2020", "A laptop was stolen.")]);
    let open = file("open.csv", &[row("Far Hill Hospital", 2318, "02/04/2020", ""), row("Old Mill Clinic", 1204, "02/03/2020", "")]);
    let report = run(&["check", &archive, &open, "--as-of", "2026-03-01", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
    let found = with_code(&value, "BR951");
    assert_eq!(found.len(), 1, "{}", report.out);
    assert_eq!((found[0]["row"].as_u64(), found[0]["file"].as_str()), (Some(2), Some(open.as_str())));
    assert!(found[0]["message"].as_str().expect("words").contains("row 1 of "), "{}", found[0]["message"]);
    // Two copies of one list share their rows, and nothing is said about it.
    let report = run(&["check", &archive, &archive, "--as-of", "2026-03-01", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
    assert_eq!(value["findings"].as_array().map(Vec::len), Some(0), "{}", report.out);
}

#[test]
fn drafts_of_one_file_are_compared_and_point_at_their_own_lines() {
    let small = base("small");
    let part = |count: &str| small.replace("individuals_affected: 37", &format!("individuals_affected: {count}"));
    let first = part("261");
    let text = format!("{first}---\n{}", part("239"));
    let (_, value) = check_json("log.yaml", text.as_bytes(), "2026-03-01");
    let found = with_code(&value, "BR905");
    assert_eq!(found.len(), 1, "{value}");
    assert_eq!((found[0]["report"].as_u64(), found[0]["path"].as_str()), (Some(2), Some("breach.individuals_affected")));
    let line = text.lines().enumerate().filter(|(_, line)| line.contains("individuals_affected: 239")).map(|(index, _)| index + 1).next();
    assert_eq!(found[0]["line"].as_u64(), line.map(|line| line as u64));
    assert!(found[0]["message"].as_str().expect("words").starts_with("with report 1"), "{}", found[0]["message"]);
    let verdict = &value["reports"][1]["verdict"];
    let own =
        value["findings"].as_array().expect("findings").iter().filter(|finding| finding["report"] == 2 && finding["severity"] == "warning");
    assert_eq!(verdict["warnings"].as_u64(), Some(own.count() as u64), "the verdict counts it");
    let (_, alone) = check_json("log.yaml", first.as_bytes(), "2026-03-01");
    assert!(with_code(&alone, "BR905").is_empty());
}

/// On real exports, where the developer has them: every finding points at the name of a row that exists.
#[test]
fn real_exports_give_findings_that_point_at_names() {
    let Some(data) = std::env::var_os("BREACHLINT_DATA") else {
        println!("not run: BREACHLINT_DATA names no folder with exports");
        return;
    };
    let engine = dataset::engine(day("2026-03-01"));
    let mut across = Across::new(Some(tempfile::tempfile)).over_several();
    for file in ["2020-08-archive.csv", "2020-08-under-investigation.csv", "2021-03-all.csv"] {
        let bytes = std::fs::read(std::path::Path::new(&data).join("ocr").join(file)).expect("an export");
        let source = Source::decode(file, bytes);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(source.text().as_bytes());
        let names: Vec<String> = reader.records().map(|record| record.expect("a record")[0].to_owned()).collect();
        let mut found = 0;
        dataset::check_across(&source, &engine, &mut across, &mut |row, located| {
            if !located.finding.code.starts_with("BR9") || matches!(located.finding.code, "BR909" | "BR950") || row == 0 {
                return;
            }
            found += 1;
            let row = usize::try_from(row).expect("a row");
            let raw = &source.text()[located.place.span.range()];
            assert!(raw.trim_matches('"').replace("\"\"", "\"").starts_with(names[row - 1].split('"').next().unwrap_or("")), "{raw}");
        });
        assert!(found > 0, "{file}");
    }
}
