//! On real exports, where the developer has them: every file opens, its records are counted right, and every notation of one file is one list.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

use std::io::{Cursor, Write};
use std::path::PathBuf;

use breachlint::dataset::layout::{CANONICAL, Form};
use breachlint::dataset::read::{self, Failure, Input, Options};
use breachlint::report::date::DateReading;

#[expect(clippy::print_stdout, reason = "a test that did not run says so")]
fn folder(name: &str) -> Option<PathBuf> {
    let Some(data) = std::env::var_os("BREACHLINT_DATA") else {
        println!("not run: BREACHLINT_DATA names no folder with exports");
        return None;
    };
    Some(PathBuf::from(data).join(name))
}

fn files(name: &str) -> Vec<PathBuf> {
    let Some(folder) = folder(name) else { return Vec::new() };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn open(name: &str, bytes: Vec<u8>) -> Result<Input, Failure> {
    read::open(name, Box::new(Cursor::new(bytes)), &Options::default())
}

/// The nine answers of each record, days in ISO 8601.
fn records(input: Input) -> Vec<Vec<String>> {
    let layout = input.layout.clone();
    let answers = |cells: &[String]| {
        let answer = |&(_, _, fact): &(_, _, _)| {
            let column = layout.column(fact)?;
            let cell = cells.get(column.index)?;
            Some(match column.form {
                Form::Date(dates) => match dates.read(cell) {
                    DateReading::Canonical(day) | DateReading::One(day) => day.to_string(),
                    other => format!("{cell} is not one day: {other:?}"),
                },
                Form::YesNo => breachlint::dataset::yes_no(cell).map_or_else(|| cell.clone(), |(yes, _)| yes.to_string()),
                _ => cell.clone(),
            })
        };
        CANONICAL.iter().map(|column| answer(column).unwrap_or_default()).collect()
    };
    input.records().map(|record| answers(&record.expect("a record").cells)).collect()
}

#[test]
fn every_export_opens_and_none_of_its_records_is_lost() {
    for path in files("ocr") {
        let bytes = std::fs::read(&path).expect("a file");
        let input = open("export.csv", bytes.clone()).expect("an export");
        let (text, _) = match std::str::from_utf8(&bytes) {
            Ok(text) => (text.into(), false),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes),
        };
        let counted = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes()).records().count();
        let (width, missing) = (input.layout.width(), input.layout.missing());
        let rows: Vec<_> = input.records().map(|record| record.expect("a record")).collect();
        assert_eq!(rows.len(), counted, "{}", path.display());
        assert!(rows.iter().all(|row| row.cells.len() == width), "{}: a ragged record", path.display());
        println!("{}: {counted} records; not carried: {missing:?}", path.file_name().expect("a name").display());
    }
}

#[test]
fn every_date_of_submission_has_one_reading() {
    for path in files("ocr") {
        let rows = records(open("export.csv", std::fs::read(&path).expect("a file")).expect("an export"));
        let open: Vec<&String> = rows.iter().map(|row| &row[4]).filter(|day| day.contains("is not one day")).collect();
        assert!(open.is_empty(), "{}: {}", path.display(), open.len());
    }
}

#[test]
fn the_damaged_pair_of_one_month_is_one_list() {
    let Some(folder) = folder("ocr") else { return };
    let list = |name: &str| records(open(name, std::fs::read(folder.join(name)).expect("a file")).expect("an export"));
    let (bytes, utf8) = (list("2017-11-archive-mojibake-bytes.csv"), list("2017-11-archive-mojibake-utf8.csv"));
    assert_eq!(bytes.len(), utf8.len());
    let differ = bytes.iter().zip(&utf8).filter(|(one, other)| one != other).count();
    let blanks = bytes.iter().zip(&utf8).filter(|(one, other)| one != other && folded(one) == folded(other)).count();
    println!("{differ} of {} records differ, {blanks} of them only in blanks and line breaks within a cell", bytes.len());
    assert_eq!(differ, blanks, "nothing but blanks was changed by whoever saved the second file");
}

/// Blanks and line breaks written one way.
fn folded(row: &[String]) -> Vec<String> {
    row.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn every_notation_of_a_real_export_is_the_same_list() {
    let Some(folder) = folder("ocr") else { return };
    let bytes = std::fs::read(folder.join("2020-08-archive.csv")).expect("a file");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let clean = records(open("export.csv", bytes.clone()).expect("an export"));
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(&bytes).expect("memory");
    let (windows, _, lost) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!lost);
    let (mac, _, lost) = encoding_rs::MACINTOSH.encode(&text);
    assert!(!lost);
    let (header, rest) = text.split_once('\n').expect("a header");
    let dotted = format!("{}\n{rest}", header.replace(' ', "."));
    let snake = format!("{}\n{rest}", header.to_lowercase().replace(' ', "_"));
    let mut tabs = csv::WriterBuilder::new().delimiter(b'\t').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut lines = String::new();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let names = reader.headers().expect("a header").clone();
    tabs.write_record(&names).expect("memory");
    for record in reader.records() {
        let record = record.expect("a record");
        tabs.write_record(&record).expect("memory");
        let object: serde_json::Map<String, serde_json::Value> =
            names.iter().zip(&record).map(|(name, cell)| (name.to_owned(), cell.into())).collect();
        lines.push_str(&serde_json::Value::Object(object).to_string());
        lines.push('\n');
    }
    for (what, bytes) in [
        ("a byte order mark", [b"\xef\xbb\xbf", &bytes[..]].concat()),
        ("UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("Windows-1252", windows.into_owned()),
        ("Mac Roman", mac.into_owned()),
        ("gzip", gz.finish().expect("memory")),
        ("dotted headers", dotted.into_bytes()),
        ("snake case", snake.into_bytes()),
        ("tabs", tabs.into_inner().expect("memory")),
        ("NDJSON", lines.into_bytes()),
    ] {
        let rows = records(open("export", bytes).unwrap_or_else(|failure| panic!("{what}: {failure:?}")));
        assert_eq!(rows.len(), clean.len(), "{what}");
        let differ = rows.iter().zip(&clean).filter(|(one, other)| one != other).count();
        assert_eq!(differ, 0, "{what}");
    }
}

#[test]
fn lists_of_other_offices_are_refused() {
    for path in files("other") {
        let refused = open("list.csv", std::fs::read(&path).expect("a file")).expect_err("no list of HIPAA breach reports");
        assert!(matches!(refused, Failure::Refused(fault) if fault.code == "BR019"), "{}", path.display());
    }
}
