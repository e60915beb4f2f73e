//! Workbooks and archives: the same records as from text, with the rows of the sheet; nothing is unpacked beyond its bounds.
#![cfg(feature = "tables")]
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::unwrap_used, reason = "tests read files, and fail loudly")]

mod support;

use std::io::{Cursor, Write};

use breachlint::dataset::layout::{DayZero, Form, Kind, Wanted};
use breachlint::dataset::read::{self, Failure, Input, Options, Packed, Record, Shape};
use breachlint::finding::{Detail, Fault};
use breachlint::report::Fact;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use support::example::day;
use support::run::{folder, put, run};

const HEADER: [&str; 9] = [
    "Name of Covered Entity",
    "State",
    "Covered Entity Type",
    "Individuals Affected",
    "Breach Submission Date",
    "Type of Breach",
    "Location of Breached Information",
    "Business Associate Present",
    "Web Description",
];

fn options() -> Options {
    Options { sheet: None, wanted: Wanted { as_of: Some(day("2026-03-01")), ..Wanted::default() } }
}

fn open_with(bytes: &[u8], options: &Options) -> Result<Input, Box<Fault>> {
    read::open("list.xlsx", Box::new(Cursor::new(bytes.to_vec())), options).map_err(|failure| match failure {
        Failure::Refused(fault) => fault,
        Failure::Io(error) => panic!("{error}"),
    })
}

fn open(bytes: &[u8]) -> Input {
    open_with(bytes, &options()).unwrap_or_else(|fault| panic!("{fault:?}"))
}

fn records(input: Input) -> Vec<Record> {
    input.records().map(|record| record.expect("a record")).collect()
}

/// A workbook as an office keeps it: a title, a blank row, typed cells, a merged name, notes on a second sheet.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Breaches").expect("a name");
    sheet.write(0, 0, "Breaches of the year").expect("memory");
    HEADER.iter().zip(0..).for_each(|(name, column)| {
        sheet.write(2, column, *name).expect("memory");
    });
    let date = Format::new().set_num_format("m/d/yyyy");
    let on = |month, day| ExcelDateTime::from_ymd(2025, month, day).expect("a day");
    sheet.merge_range(3, 0, 4, 0, "Old Mill Clinic", &Format::new()).expect("memory");
    for (row, count, submitted, kind, place) in [
        (3, 1204, on(2, 3), "Hacking/IT Incident", "Email"),
        (4, 733, on(2, 25), "Theft", "Laptop"),
        (7, 501, on(12, 1), "Loss", "Paper/Films"),
    ] {
        sheet.write(row, 1, "MD").expect("memory");
        sheet.write(row, 2, "Healthcare Provider").expect("memory");
        sheet.write(row, 3, count).expect("memory");
        sheet.write_with_format(row, 4, submitted, &date).expect("memory");
        sheet.write(row, 5, kind).expect("memory");
        sheet.write(row, 6, place).expect("memory");
        sheet.write(row, 7, false).expect("memory");
    }
    sheet.write(7, 0, "Saltmarsh Dental Group").expect("memory");
    book.add_worksheet().set_name("Notes").expect("a name").write(0, 0, "Nothing here").expect("memory");
    book.save_to_buffer().expect("memory")
}

#[test]
fn typed_cells_real_dates_and_merged_names_are_read_with_their_rows() {
    let input = open(&workbook());
    assert_eq!(input.found.shape, Shape::Sheet { old: false, name: "Breaches".to_owned(), others: vec!["Notes".to_owned()] });
    let Some(Form::Date(dates)) = input.layout.column(Fact::SubmittedOn).map(|column| column.form) else { panic!("a date") };
    assert_eq!(dates.day_zero, Some(DayZero::Y1900));
    let found = records(input);
    assert_eq!(found.iter().map(|record| record.place).collect::<Vec<_>>(), [4, 5, 8], "rows of the sheet");
    assert_eq!(
        found[0].cells[1..],
        ["Old Mill Clinic", "MD", "Healthcare Provider", "1204", "2025-02-03", "Hacking/IT Incident", "Email", "FALSE"]
    );
    assert_eq!(found[1].cells[1], "Old Mill Clinic", "a merged name holds for its rows");
    assert_eq!(found[2].cells[1], "Saltmarsh Dental Group");
}

#[test]
fn a_sheet_is_chosen_by_name_or_number() {
    let bytes = workbook();
    let mut asked = options();
    asked.sheet = Some("2".to_owned());
    let fault = open_with(&bytes, &asked).expect_err("no list");
    assert!(matches!(&fault.detail, Detail::Broken { help, .. } if help.contains("other sheets: \"Breaches\"")), "{fault:?}");
    for sheet in ["Breaches", "1"] {
        asked.sheet = Some(sheet.to_owned());
        assert_eq!(records(open_with(&bytes, &asked).expect("a list")).len(), 3);
    }
    for (sheet, said) in [("Notes", "no list of HIPAA breach reports"), ("Breach", "no sheet \"Breach\"")] {
        asked.sheet = Some(sheet.to_owned());
        let fault = open_with(&bytes, &asked).expect_err("no list");
        let Detail::Broken { what, .. } = &fault.detail else { panic!("{fault:?}") };
        assert!(what.contains(said), "{what}");
    }
}

#[test]
fn an_old_workbook_gives_the_records_of_its_text() {
    let fixture = |name: &str| std::fs::read(format!("{}/fixtures/datasets/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a fixture");
    let old = records(open(&fixture("clean.xls")));
    let text = read::open("clean.csv", Box::new(Cursor::new(fixture("clean.csv"))), &options()).expect("a list");
    let text = records(text);
    assert_eq!(old.len(), text.len());
    for (old, text) in old.iter().zip(text) {
        for (at, cell) in text.cells.iter().enumerate().filter(|(at, _)| *at != 4) {
            assert_eq!(old.cells.get(at + 1).map_or("", String::as_str), cell, "record {}", old.number);
        }
    }
    assert_eq!(old[0].cells[5], "2020-02-03");
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("memory");
        archive.write_all(bytes).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

#[test]
fn the_one_table_of_an_archive_is_read() {
    let list = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/datasets/clean.csv")).expect("a fixture");
    let input = open(&zip(&[("__MACOSX/._list.csv", b"x"), ("readme.md", b"about"), ("data/list.csv", &list)]));
    assert_eq!(input.found.packed, [Packed::Zip("data/list.csv".to_owned())]);
    assert_eq!(records(input).len(), 4);
    assert_eq!(records(open(&zip(&[("book.xlsx", &workbook())]))).len(), 3, "a workbook in an archive");
    assert_eq!(open_with(&zip(&[("a.csv", &list), ("b.csv", &list)]), &options()).expect_err("two").code, "BR019");
    assert_eq!(open_with(&zip(&[]), &options()).expect_err("none").code, "BR019");
    let whole = zip(&[("list.csv", &list)]);
    assert_eq!(open_with(&whole[..whole.len() / 2], &options()).expect_err("cut off").code, "BR001");
}

/// A workbook with one part replaced.
fn with_part(name: &str, make: impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(workbook())).expect("a workbook");
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..from.len() {
        let mut part = from.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).expect("memory");
        let own = part.name().expect("a name").into_owned();
        let bytes = if own == name { make(&String::from_utf8(bytes).expect("XML")) } else { bytes };
        parts.push((own, bytes));
    }
    zip(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

#[test]
fn texts_and_widths_beyond_all_measure_are_refused() {
    let texts = with_part("xl/sharedStrings.xml", |xml| {
        let mut bytes = xml.replace("</sst>", "<si><t>").into_bytes();
        bytes.resize(70 * 1024 * 1024, b'a');
        bytes
    });
    assert!(texts.len() < 1024 * 1024, "small until unpacked");
    assert_eq!(open_with(&texts, &options()).expect_err("too large").code, "BR015");
    let wide = with_part("xl/worksheets/sheet1.xml", |xml| xml.replace("r=\"H4\"", "r=\"XFD4\"").into_bytes());
    let input = open_with(&wide, &options());
    let code = match input {
        Err(fault) => fault.code,
        Ok(input) => {
            let error = input.records().find_map(Result::err).expect("the row is not lost in silence");
            read::fault_in(&error).expect("a fault").code
        }
    };
    assert_eq!(code, "BR015");
}

#[test]
fn a_workbook_is_not_believed_how_many_texts_or_rows_it_has() {
    for promise in ["99999999999", "0000000000000000000000000000000000000000000000000000000000000000000009"] {
        let texts = with_part("xl/sharedStrings.xml", |xml| {
            let changed = xml.replace("uniqueCount=\"", &format!("uniqueCount=\"{promise}"));
            assert_ne!(changed, xml);
            changed.into_bytes()
        });
        assert_eq!(open_with(&texts, &options()).expect_err("more texts than bytes").code, "BR001");
    }
    // The record of the dimensions of the first sheet: rows 0 to 2 to the 31.
    let mut old = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/datasets/clean.xls")).expect("a fixture");
    let at = old.windows(4).position(|bytes| bytes == [0x00, 0x02, 14, 0]).expect("the record");
    old[at + 8..at + 12].copy_from_slice(&(1u32 << 31).to_le_bytes());
    assert_eq!(open_with(&old, &options()).expect_err("more rows than a sheet has").code, "BR001");
}

#[test]
fn far_rows_cost_nothing() {
    let far = with_part("xl/worksheets/sheet1.xml", |xml| {
        let cells = "ABCDEFGHI".chars().fold(xml.replace("<row r=\"8\"", "<row r=\"1048576\""), |xml, column| {
            xml.replace(&format!("r=\"{column}8\""), &format!("r=\"{column}1048576\""))
        });
        cells.into_bytes()
    });
    assert_eq!(records(open(&far)).last().expect("records").place, 1_048_576);
}

#[test]
fn a_new_log_has_its_lists_and_reads_as_a_log() {
    let scratch = folder();
    let path = scratch.path().join("log.xlsx");
    let name = path.to_str().expect("a path");
    assert_eq!(run(&["new", "--log", name]).code, Some(0));
    assert_eq!(run(&["new", "--log", name]).code, Some(2), "an existing log is not touched");
    let bytes = std::fs::read(&path).expect("the log");
    let input = open(&bytes);
    assert_eq!(input.layout.kind(), Kind::Log);
    assert_eq!(records(input).len(), 0);
    let mut parts = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a workbook");
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut parts.by_name("xl/worksheets/sheet1.xml").expect("the log"), &mut sheet).expect("XML");
    assert!(sheet.contains("Lists!$A$1") && sheet.contains("type=\"date\"") && sheet.contains("state=\"frozen\""));
    let csv = scratch.path().join("log.csv");
    assert_eq!(run(&["new", "--log", csv.to_str().expect("a path")]).code, Some(0));
    let text = read::open("log.csv", Box::new(Cursor::new(std::fs::read(&csv).expect("the log"))), &options()).expect("a log");
    assert_eq!(text.layout.kind(), Kind::Log);
    let report = run(&["new", "--log", scratch.path().join("log.ods").to_str().expect("a path")]);
    assert_eq!(report.code, Some(2));
}

#[test]
fn layout_says_what_a_workbook_is() {
    let scratch = folder();
    let path = put(scratch.path(), "list.csv", &workbook());
    let report = run(&["layout", path.to_str().expect("a path")]);
    assert_eq!(report.code, Some(0));
    assert!(report.out.contains("XLSX workbook, sheet \"Breaches\"; not read: \"Notes\""), "{}", report.out);
    assert!(report.out.contains("the name promises delimited text; the content decides"), "{}", report.out);
    let report = run(&["layout", path.to_str().expect("a path"), "--sheet", "2"]);
    assert_eq!(report.code, Some(1));
    assert_eq!(report.out.lines().count(), 1, "{}", report.out);
}
