//! The log as a workbook: what `new --log` prepares, findings at its cells, and the annotated copy; where LibreOffice is, as LibreOffice sees them.
#![cfg(feature = "tables")]
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::print_stderr, reason = "tests read files, and fail loudly")]

mod support;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use breachlint::dataset::layout::letters;
use breachlint::report::{Asked, Fact};
use breachlint::schema;
use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use serde_json::Value;
use support::run::{Run, command, folder, put};
use tempfile::TempDir;

const HEADER: [&str; 9] = [
    "filing.filer",
    "covered_entity.name",
    "covered_entity.zip",
    "breach.affecting",
    "breach.start_date",
    "breach.discovery_start_date",
    "breach.individuals_affected",
    "breach.type",
    "remarks",
];

/// A log as an office keeps it, on the second of two sheets: typed cells, a formula, text that looks like one.
fn log() -> Vec<u8> {
    let mut book = Workbook::new();
    let day_of_making = ExcelDateTime::from_ymd(2026, 3, 1).expect("a day");
    book.set_properties(&DocProperties::new().set_creation_datetime(&day_of_making));
    book.add_worksheet().set_name("Read me").expect("a name").write(0, 0, "Fill in the other sheet").expect("memory");
    let sheet = book.add_worksheet().set_name("Small ones '26").expect("a name");
    let date = Format::new().set_num_format("m/d/yyyy");
    let day = |month, day| ExcelDateTime::from_ymd(2026, month, day).expect("a day");
    HEADER.iter().zip(0..).for_each(|(name, column)| {
        sheet.write(0, column, *name).expect("memory");
    });
    let filer = "Covered Entity filing for its own organization";
    for (row, name, kind) in
        [(1, "Old Mill Clinic", "Theft"), (2, "=HYPERLINK(\"x\")", "Cyberattack"), (4, "Saltmarsh Dental Group", "Loss")]
    {
        sheet.write_string(row, 0, filer).expect("memory");
        sheet.write_string(row, 1, name).expect("memory");
        sheet.write_string(row, 2, "01701").expect("memory");
        sheet.write_string(row, 3, "Fewer Than 500 Individuals").expect("memory");
        sheet.write_with_format(row, 4, day(1, 12), &date).expect("memory");
        sheet.write_with_format(row, 5, day(1, 20), &date).expect("memory");
        sheet.write_string(row, 7, kind).expect("memory");
    }
    sheet.write_number(1, 6, 12).expect("memory");
    sheet.write_formula(2, 6, rust_xlsxwriter::Formula::new("=600+40").set_result("640")).expect("memory");
    // The third has no number at all.
    sheet.write_number(1, 8, 2.5).expect("memory");
    sheet.write_boolean(2, 8, true).expect("memory");
    book.save_to_buffer().expect("memory")
}

fn place() -> TempDir {
    let place = folder();
    put(place.path(), "log.xlsx", &log());
    place
}

fn check(place: &TempDir, arguments: &[&str]) -> Run {
    let all = [&["check", "log.xlsx", "--sheet", "2", "--as-of", "2026-03-10"], arguments].concat();
    command(&all).current_dir(place.path()).output().expect("the binary runs").into()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut text = String::new();
    parts.by_name(name).unwrap_or_else(|error| panic!("{name}: {error}")).read_to_string(&mut text).expect("XML");
    text
}

/// Every value of every sheet.
fn values(bytes: &[u8]) -> BTreeMap<(String, usize, usize), Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut values = BTreeMap::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).expect("a sheet");
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            // A day stays the same day in whatever format it is shown.
            let value = if let Data::DateTime(moment) = value { Data::Float(moment.as_f64()) } else { value.clone() };
            values.insert((name.clone(), row + top as usize, column + left as usize), value);
        }
    }
    values
}

#[test]
fn a_new_log_has_a_rule_for_each_column_and_every_label() {
    let place = folder();
    for name in ["log.xlsx", "again.xlsx"] {
        let run: Run = command(&["new", "--log", name]).current_dir(place.path()).output().expect("the binary runs").into();
        assert_eq!(run.code, Some(0), "{}", run.err);
    }
    let read = |name: &str| std::fs::read(place.path().join(name)).expect("a log");
    let bytes = read("log.xlsx");
    assert!(bytes == read("again.xlsx"), "the same bytes every time");
    let (sheet, lists) = (part(&bytes, "xl/worksheets/sheet1.xml"), values(&bytes));
    let facts: Vec<Fact> = Fact::ALL.iter().copied().filter(|fact| fact.asked() != Asked::Record && *fact != Fact::SchemaVersion).collect();
    let mut closed = 0;
    for (fact, column) in facts.iter().zip(0..) {
        let name = letters(column);
        assert_eq!(lists.get(&("Log".to_owned(), 0, column)), Some(&Data::String(fact.path().to_owned())));
        let rule = sheet.split("<dataValidation ").find(|rule| rule.contains(&format!("sqref=\"{name}2:{name}1001\"")));
        let rule = rule.unwrap_or_else(|| panic!("{} has no rule", fact.path()));
        let wanted = match schema::answer(fact.path()) {
            schema::Answer::Date => "type=\"date\"",
            schema::Answer::Count => "type=\"whole\"",
            schema::Answer::One | schema::Answer::Several | schema::Answer::YesNo => "type=\"list\"",
            _ => "promptTitle=\"\"",
        };
        assert!(rule.contains(wanted) || wanted.contains("prompt"), "{}: {rule}", fact.path());
        assert!(rule.contains("prompt="), "{} says what to write", fact.path());
        if wanted == "type=\"list\"" {
            closed += 1;
            let range = rule.split("<formula1>Lists!$").nth(1).and_then(|rest| rest.split('$').next()).expect("a list");
            let at = (0..100).find(|&at| letters(at) == range).expect("a column");
            let labels: Vec<&str> = (0..)
                .map_while(|row| lists.get(&("Lists".to_owned(), row, at)))
                .map(|cell| if let Data::String(text) = cell { text } else { "" })
                .collect();
            let options = schema::current_options(fact.path());
            let expected: Vec<&str> = options.into_iter().filter(|label| !["Yes", "No"].contains(label)).collect();
            assert_eq!(labels, expected, "{}", fact.path());
        }
    }
    assert!(closed > 25, "{closed} closed lists");
    assert!(
        sheet.contains("state=\"frozen\"") && part(&bytes, "xl/workbook.xml").contains("name=\"Lists\" sheetId=\"3\" state=\"hidden\"")
    );
    assert!(lists.values().any(|cell| matches!(cell, Data::String(text) if text.starts_with("Write one breach a row"))), "a help sheet");
}

#[test]
fn findings_name_the_sheet_and_the_cell() {
    let place = place();
    let value: Value = serde_json::from_str(&check(&place, &["--format", "json"]).out).expect("JSON");
    let at = |code: &str| -> Vec<&str> {
        let findings = value["findings"].as_array().expect("findings").iter();
        findings.filter(|finding| finding["code"] == code).map(|finding| finding["cell"].as_str().unwrap_or("-")).collect()
    };
    assert_eq!(at("BR006"), ["'Small ones ''26'!H3"]);
    assert_eq!(at("BR301"), ["'Small ones ''26'!D3"], "a formula counts by its value");
    let concise = check(&place, &["--format", "concise"]);
    assert!(concise.out.contains("error[BR006] row 2, 'Small ones ''26'!H3, breach.type:"), "{}", concise.out);
    assert!(check(&place, &[]).out.contains("row 2, breach.type ('Small ones ''26'!H3): \"Cyberattack\" is no type of breach"));
}

#[test]
fn a_copy_keeps_every_value_and_shows_what_was_found() {
    let place = place();
    let run = check(&place, &["--annotate", "checked.xlsx", "--format", "json"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let found: Value = serde_json::from_str(&run.out).expect("stdout carries the format only");
    let copy = std::fs::read(place.path().join("checked.xlsx")).expect("a copy");
    assert!(std::fs::read(place.path().join("log.xlsx")).expect("the log") == log(), "the log is not touched");
    let (mut kept, original) = (values(&copy), values(&log()));
    let findings: Vec<_> = kept.keys().filter(|(sheet, ..)| sheet == "Findings").cloned().collect();
    let rows = findings.iter().map(|(_, row, _)| *row).max().unwrap_or(0);
    assert_eq!(rows, found["findings"].as_array().expect("findings").len());
    kept.retain(|(sheet, ..), _| sheet != "Findings");
    assert_eq!(kept, original);
    for sheet in 1..=3 {
        assert!(!part(&copy, &format!("xl/worksheets/sheet{sheet}.xml")).contains("<f>"), "no cell is calculated");
    }
    let notes = part(&copy, "xl/comments1.xml");
    for cell in ["H3", "D3", "G5"] {
        assert!(notes.contains(&format!("ref=\"{cell}\"")), "{cell} in {notes}");
    }
    assert!(
        notes.contains("Must fix: BR006 &quot;Cyberattack&quot; is no type of breach") || notes.contains("Must fix: BR006 \"Cyberattack\"")
    );
    // What is missing is said at the empty cell.
    assert!(notes.contains("ref=\"G5\"") && notes.contains("BR302"), "{notes}");
    let sheet = part(&copy, "xl/worksheets/sheet2.xml");
    let style =
        |cell: &str| sheet.split(&format!("<c r=\"{cell}\"")).nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default().to_owned();
    assert_ne!(style("H3"), style("H2"), "a cell with a finding has a color");
    assert_eq!(names(&copy), ["Read me", "Small ones '26", "Findings"]);
    let again = check(&place, &["--annotate", "again.xlsx"]);
    assert_eq!(again.code, Some(1));
    assert!(copy == std::fs::read(place.path().join("again.xlsx")).expect("a copy"), "the same bytes every time");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = place.path().join("checked.xlsx").metadata().expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

fn names(bytes: &[u8]) -> Vec<String> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook").sheet_names()
}

#[test]
fn a_sheet_called_findings_keeps_its_name() {
    let place = place();
    let run = check(&place, &["--annotate", "one.xlsx"]);
    assert_eq!(run.code, Some(1));
    let all = ["check", "one.xlsx", "--sheet", "2", "--as-of", "2026-03-10", "--annotate", "two.xlsx"];
    let run: Run = command(&all).current_dir(place.path()).output().expect("the binary runs").into();
    assert_eq!(run.code, Some(1), "{}", run.err);
    let bytes = std::fs::read(place.path().join("two.xlsx")).expect("a copy");
    assert_eq!(names(&bytes), ["Read me", "Small ones '26", "Findings", "Findings+"]);
}

#[test]
fn only_one_workbook_is_copied_and_never_onto_itself() {
    let place = place();
    put(place.path(), "log.csv", b"covered_entity.name,breach.type\nOld Mill Clinic,Theft\n");
    for (arguments, code, said) in [
        (&["log.xlsx", "--annotate", "log.xlsx"][..], 2, "is an input"),
        (&["log.xlsx", "--annotate", "out.csv"], 2, "ends in .xlsx"),
        (&["log.xlsx", "log.csv", "--annotate", "out.xlsx"], 2, "takes one workbook"),
        (&[".", "--annotate", "out.xlsx"], 2, "takes one workbook"),
        (&["-", "--annotate", "out.xlsx"], 2, "takes one workbook"),
        (&["log.csv", "--annotate", "out.xlsx"], 3, "the file is no workbook"),
    ] {
        let all = [&["check"], arguments].concat();
        let run: Run = command(&all).current_dir(place.path()).output().expect("the binary runs").into();
        assert_eq!(run.code, Some(code), "{arguments:?}: {}", run.err);
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
        assert!(!place.path().join("out.xlsx").exists());
    }
    assert!(std::fs::read(place.path().join("log.xlsx")).expect("the log") == log());
}

/// LibreOffice, where it is installed; a test that needs it says that it did not run where it is not.
fn office() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join("soffice")).find(|path| path.is_file());
    if found.is_none() {
        eprintln!("not run: LibreOffice (soffice) is not installed, and workbooks were not opened in it");
    }
    found
}

/// `file` of `place` as LibreOffice writes it in another format.
fn converted(office: &Path, place: &Path, file: &str, to: &str) -> Vec<u8> {
    let ending = to.split(':').next().expect("an ending");
    let profile = format!("-env:UserInstallation=file://{}", place.join("profile").display());
    let run = Command::new(office)
        .args([&profile, "--headless", "--convert-to", to, "--outdir", "converted", file])
        .current_dir(place)
        .output()
        .expect("LibreOffice runs");
    let path = place.join("converted").join(file).with_extension(ending);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}: {}", path.display(), String::from_utf8_lossy(&run.stderr)))
}

#[test]
fn libreoffice_sees_lists_notes_and_values() {
    let Some(office) = office() else { return };
    let place = place();
    assert_eq!(check(&place, &["--annotate", "checked.xlsx"]).code, Some(1));
    let run: Run = command(&["new", "--log", "new.xlsx"]).current_dir(place.path()).output().expect("the binary runs").into();
    assert_eq!(run.code, Some(0));
    let text = |file: &str| String::from_utf8(converted(&office, place.path(), file, "fods")).expect("XML");
    let new = text("new.xlsx");
    let rules = new.matches("<table:content-validation ").count();
    let lists = new.matches("cell-content-is-in-list").count();
    assert!(rules > 60 && lists > 25, "{rules} rules, {lists} of them lists");
    assert!(new.contains("table:display=\"false\""), "the sheet of lists is hidden");
    let checked = text("checked.xlsx");
    let notes = checked.matches("<office:annotation ").count();
    assert_eq!(
        notes,
        part(&std::fs::read(place.path().join("checked.xlsx")).expect("a copy"), "xl/comments1.xml").matches("<comment ").count()
    );
    assert!(notes >= 3, "{notes} notes");
    let cell = checked.split("HYPERLINK").next().and_then(|before| before.rsplit("<table:table-cell").next()).expect("the text");
    assert!(cell.contains("office:value-type=\"string\""), "{cell}");
    // LibreOffice writes yes and no as formulas of its own.
    let calculated = checked.match_indices("table:formula=").filter(|(at, _)| !checked[*at..].starts_with("table:formula=\"of:=TRUE()\""));
    assert_eq!(calculated.count(), 0, "nothing is calculated");
    // Printed, every sheet is there.
    for file in ["new.xlsx", "checked.xlsx"] {
        let pdf = converted(&office, place.path(), file, "pdf");
        assert!(pdf.starts_with(b"%PDF-"), "{file}");
    }
}
