//! Every notation, character set and packing of one list gives the same records; what cannot be read is said and never lost.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::format_collect,
    reason = "tests read files, and fail loudly"
)]

mod support;

use std::io::{Cursor, Write};

use breachlint::dataset::layout::{CANONICAL, Form, Order, Wanted};
use breachlint::dataset::read::{self, Charset, Failure, Input, Options, Packed, Shape, fault_in};
use breachlint::finding::{Detail, Fault};
use breachlint::report::Fact;
use breachlint::report::date::DateReading;
use support::example::day;

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

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/datasets/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a fixture")
}

fn options() -> Options {
    Options { sheet: None, wanted: Wanted { as_of: Some(day("2026-03-01")), ..Wanted::default() } }
}

fn open(name: &str, bytes: &[u8]) -> Input {
    read::open(name, Box::new(Cursor::new(bytes.to_vec())), &options()).unwrap_or_else(|failure| panic!("{name}: {}", words(&failure)))
}

fn refused(name: &str, bytes: &[u8], options: &Options) -> Fault {
    match read::open(name, Box::new(Cursor::new(bytes.to_vec())), options) {
        Err(Failure::Refused(fault)) => *fault,
        other => panic!("{name} was not refused: {other:?}"),
    }
}

fn words(failure: &Failure) -> String {
    match failure {
        Failure::Refused(fault) => format!("{} {:?}", fault.code, fault.detail),
        Failure::Io(error) => error.to_string(),
    }
}

/// The nine answers of each record, in the order of the canonical form; days in ISO 8601, where they have one reading.
fn records(input: Input) -> Vec<[String; 9]> {
    let layout = input.layout.clone();
    input
        .records()
        .map(|record| {
            let record = record.expect("a record");
            CANONICAL.map(|(_, _, fact)| {
                let Some(column) = layout.column(fact) else { return String::new() };
                let cell = record.cells.get(column.index).cloned().unwrap_or_default();
                match column.form {
                    Form::Date(dates) => match dates.read(&cell) {
                        DateReading::Canonical(day) | DateReading::One(day) => day.to_string(),
                        _ => cell,
                    },
                    Form::YesNo => breachlint::dataset::yes_no(&cell).map_or(cell, |(yes, _)| if yes { "Yes" } else { "No" }.to_owned()),
                    _ => cell,
                }
            })
        })
        .collect()
}

fn clean() -> (String, Vec<[String; 9]>) {
    let text = String::from_utf8(fixture("clean.csv")).expect("UTF-8");
    let rows = records(open("clean.csv", text.as_bytes()));
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[2][8], "Letters went to wrong addresses\\");
    (text, rows)
}

fn delimited(rows: &[[String; 9]], delimiter: u8, end: csv::Terminator) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(end).from_writer(Vec::new());
    writer.write_record(HEADER).expect("memory");
    for row in rows {
        writer.write_record(row).expect("memory");
    }
    writer.into_inner().expect("memory")
}

#[test]
fn every_delimiter_and_line_end_is_recognised() {
    let (_, rows) = clean();
    for delimiter in *b",;\t|" {
        for end in [csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')] {
            let input = open("list", &delimited(&rows, delimiter, end));
            assert_eq!(input.found.shape, Shape::Delimited { delimiter });
            assert_eq!(input.start.line, 2);
            assert_eq!(records(input), rows, "{} {end:?}", char::from(delimiter));
        }
    }
}

#[test]
fn every_character_set_is_recognised_and_stated() {
    let (text, rows) = clean();
    let units = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let (le, be) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
    let single = |set: &'static encoding_rs::Encoding| {
        let (bytes, _, lost) = set.encode(&text);
        assert!(!lost);
        bytes.into_owned()
    };
    for (bytes, charset) in [
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Charset::Utf8 { mark: true }),
        ([&[0xff, 0xfe], &le[..]].concat(), Charset::Utf16Le),
        ([&[0xfe, 0xff], &be[..]].concat(), Charset::Utf16Be),
        (le, Charset::Utf16Le),
        (be, Charset::Utf16Be),
        (single(encoding_rs::WINDOWS_1252), Charset::Windows1252),
        (single(encoding_rs::MACINTOSH), Charset::MacRoman),
    ] {
        let input = open("list.csv", &bytes);
        assert_eq!(input.found.charset, charset);
        let said = input.notes.take();
        assert_eq!(said.len(), usize::from(!matches!(charset, Charset::Utf8 { .. })), "{charset:?}");
        assert!(said.iter().all(|fault| fault.code == "BR011"));
        assert_eq!(records(input), rows, "{charset:?}");
    }
    // DOS code pages have no curved quotation marks.
    let text = text.replace(['’', '“', '”'], "'");
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| match letter {
            'í' => 0xa1,
            'ñ' => 0xa4,
            letter => u8::try_from(letter).expect("ASCII"),
        })
        .collect();
    let input = open("list.csv", &bytes);
    assert_eq!(input.found.charset, Charset::Dos437);
    assert_eq!(records(input)[0][0], "Clínica Peña, P.C.");
}

#[test]
fn a_mark_and_a_title_move_the_first_record() {
    let (text, rows) = clean();
    let marked = format!("\u{feff}{text}");
    let input = open("list.csv", marked.as_bytes());
    let below = &marked[usize::try_from(input.start.byte).expect("small")..];
    assert!(below.starts_with("\"Clínica"), "{below}");
    let input = open("list.csv", format!("Saved for the board\r\n\r\n{text}").as_bytes());
    assert_eq!((input.start.line, input.start.records), (4, 2));
    assert_eq!(records(input), rows);
    assert_eq!(records(open("titled.tsv", &fixture("titled.tsv"))).len(), 1);
}

fn objects(rows: &[[String; 9]]) -> Vec<serde_json::Value> {
    let object = |row: &[String; 9]| {
        let entries = HEADER.iter().zip(row).map(|(key, cell)| {
            let value = match *key {
                "Individuals Affected" => serde_json::json!(cell.parse::<i64>().expect("a count")),
                "Business Associate Present" => serde_json::json!(cell == "Yes"),
                _ if cell.is_empty() => serde_json::Value::Null,
                _ => serde_json::json!(cell),
            };
            ((*key).to_owned(), value)
        });
        serde_json::Value::Object(entries.collect())
    };
    rows.iter().map(object).collect()
}

#[test]
fn every_notation_of_json_gives_the_same_records() {
    let (_, rows) = clean();
    let list = objects(&rows);
    let lines: String = list.iter().map(|object| format!("{object}\n")).collect();
    let columns: serde_json::Map<String, serde_json::Value> =
        HEADER.iter().map(|key| ((*key).to_owned(), list.iter().map(|object| object[*key].clone()).collect())).collect();
    let indexed: serde_json::Map<String, serde_json::Value> = HEADER
        .iter()
        .map(|key| {
            let column = list.iter().enumerate().map(|(at, object)| (at.to_string(), object[*key].clone()));
            ((*key).to_owned(), serde_json::Value::Object(column.collect()))
        })
        .collect();
    for (text, shape) in [
        (lines.clone(), Shape::NdJson),
        (lines.replace('\n', "\r\n"), Shape::NdJson),
        (serde_json::to_string(&list).expect("JSON"), Shape::JsonArray),
        (serde_json::to_string_pretty(&list).expect("JSON"), Shape::JsonArray),
        (list.iter().map(|object| format!("{object:#}\n")).collect(), Shape::JsonArray),
        (serde_json::json!({ "saved": "2020-04-01", "rows": list }).to_string(), Shape::JsonUnder("rows".to_owned())),
        (serde_json::Value::Object(columns).to_string(), Shape::JsonColumns),
        (serde_json::Value::Object(indexed).to_string(), Shape::JsonColumns),
    ] {
        for marked in [text.clone(), format!("\u{feff}{text}")] {
            let input = open("list", marked.as_bytes());
            assert_eq!(input.found.shape, shape);
            assert_eq!(records(input), rows, "{shape:?}");
        }
    }
}

#[test]
fn records_of_json_know_their_lines_and_broken_ones_are_kept() {
    let input = open("broken-line.ndjson", &fixture("broken-line.ndjson"));
    let width = input.layout.width();
    let found: Vec<_> = input.records().map(|record| record.expect("a record")).collect();
    assert_eq!(found.iter().map(|record| record.place).collect::<Vec<_>>(), [1, 2, 3]);
    let broken = &found[1];
    assert_eq!(broken.cells.len(), width + 1, "what cannot be read stands behind the columns");
    assert!(broken.cells[width].starts_with("{\"covered_entity\":\"Harrow Lane Health Plan\""));
    let twice = open("x.ndjson", br#"{"covered_entity":"A","individuals_affected":1,"breach_type":"Loss","state":"MD","state":"VA"}"#);
    let width = twice.layout.width();
    let cells = twice.records().next().expect("one").expect("a record").cells;
    assert_eq!((&cells[width - 1][..], &cells[width][..]), ("MD", "state: VA"), "a repeated key is not lost");
}

#[test]
fn a_key_that_comes_late_is_not_lost() {
    let line = |more: &str| {
        format!(
            "{{\"covered_entity\":\"Old Mill Clinic\",\"individuals_affected\":1204,\"breach_type\":\"Loss\",\"state\":\"MD\"{more}}}\n"
        )
    };
    let mut text = line("").repeat(read::SAMPLE / line("").len() + 10);
    text.push_str(&line(",\"region\":\"South\""));
    let last = open("x.ndjson", text.as_bytes()).records().last().expect("records").expect("a record");
    assert_eq!(last.cells.last().map(String::as_str), Some("region: South"));
}

#[test]
fn columns_of_pandas_are_read() {
    let rows = records(open("columns.json", &fixture("columns.json")));
    assert_eq!(rows[0][..8], ["Old Mill Clinic", "MD", "", "1204", "2025-02-03", "Hacking/IT Incident", "Email, Laptop", "No"]);
    assert_eq!((rows[1][1].as_str(), rows[1][4].as_str()), ("", "2025-02-11"));
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).expect("memory");
    out.finish().expect("memory")
}

#[test]
fn a_packed_list_is_unpacked_and_a_damaged_one_is_said() {
    let (text, rows) = clean();
    let packed = gz(text.as_bytes());
    let input = open("list.csv.gz", &packed);
    assert_eq!(input.found.packed, [Packed::Gzip]);
    assert_eq!(records(input), rows);
    assert_eq!(records(open("list", &gz(&packed))), rows, "twice");
    assert_eq!(refused("list", &gz(&gz(&gz(&packed))), &options()).code, "BR015");
    let long = text.clone() + &"Old Mill Clinic,MD,Healthcare Provider,1204,02/03/2020,Loss,Laptop,No,\n".repeat(30_000);
    let mut cut = gz(long.as_bytes());
    cut.truncate(cut.len() / 2);
    let last = open("list.csv.gz", &cut).records().last().expect("records");
    let error = last.expect_err("the damage is an error, no end");
    assert_eq!(fault_in(&error).map(|fault| fault.code), Some("BR001"));
}

#[test]
fn a_bomb_is_stopped() {
    let mut bomb = fixture("clean.csv");
    bomb.resize(20 * 1024 * 1024, b'a');
    let packed = gz(&bomb);
    let error = std::io::copy(&mut open("list.csv.gz", &packed).text, &mut std::io::sink()).expect_err("the bomb is stopped");
    assert_eq!(fault_in(&error).map(|fault| fault.code), Some("BR015"));
}

#[test]
fn other_files_are_refused_by_name() {
    for (bytes, what) in [
        (&b"<html><table><tr><td>Name of Covered Entity"[..], "a web page (HTML)"),
        (b"\xef\xbb\xbf<?xml version=\"1.0\"?>", "an XML file"),
        (b"%PDF-1.7", "a PDF"),
        (b"PAR1", "a Parquet file"),
    ] {
        let fault = refused("list.xls", bytes, &options());
        let Detail::Broken { what: said, .. } = &fault.detail else { panic!("{fault:?}") };
        assert!(fault.code == "BR019" && said.contains(what), "{said}");
    }
    assert_eq!(refused("empty.csv", b"", &options()).code, "BR020");
    assert_eq!(refused("blank.csv", b" \r\n\t", &options()).code, "BR020");
    let input = open("list.xls", &fixture("clean.csv"));
    assert_eq!(input.found.misnamed, Some("a workbook"));
}

#[test]
fn a_list_of_something_else_is_refused_in_one_line() {
    let fault = refused("state-list.csv", &fixture("state-list.csv"), &options());
    let Detail::Broken { what, .. } = &fault.detail else { panic!("{fault:?}") };
    assert_eq!(what, "this is no list of HIPAA breach reports: no column is headed \"Name of Covered Entity\", \"Individuals Affected\"");
}

#[test]
fn two_counts_are_asked_about_and_the_answer_is_taken() {
    let fault = refused("two-counts.csv", &fixture("two-counts.csv"), &options());
    let Detail::Broken { help, .. } = &fault.detail else { panic!("{fault:?}") };
    assert!(help.contains("--column individuals_affected=\"Total Individuals\""), "{help}");
    let mut asked = options();
    for (header, count) in [("Individuals Affected", "1204"), ("Total Individuals", "12"), ("total_individuals", "12")] {
        asked.wanted.columns = vec![(Fact::Individuals, header.to_owned())];
        let input = read::open("two-counts.csv", Box::new(Cursor::new(fixture("two-counts.csv"))), &asked).expect("a list");
        assert_eq!(records(input)[0][3], count);
    }
    asked.wanted.columns = vec![(Fact::Individuals, "Total".to_owned())];
    assert_eq!(refused("two-counts.csv", &fixture("two-counts.csv"), &asked).code, "BR019");
}

fn submitted(name: &str, options: &Options) -> Vec<String> {
    let input = read::open(name, Box::new(Cursor::new(fixture(name))), options).expect("a list");
    records(input).into_iter().map(|row| row[4].clone()).collect()
}

#[test]
fn the_order_of_dates_is_proven_or_asked_for() {
    assert_eq!(submitted("day-first.csv", &options()), ["2025-02-03", "2025-02-25"]);
    assert_eq!(submitted("two-digit-years.csv", &options()), ["2025-02-03", "2025-02-25"]);
    assert_eq!(submitted("serials.csv", &options()), ["2020-02-03", "2025-12-01"]);
    assert_eq!(submitted("mixed-orders.csv", &options()), ["2/3/2025", "2025-02-25", "2025-02-25"], "an open date stays unread");
    let mut asked = options();
    asked.wanted.date_order = Some(Order::DayFirst);
    assert_eq!(submitted("mixed-orders.csv", &asked)[0], "2025-03-02");
    assert_eq!(submitted("titled.tsv", &options()), ["02/03/2025"], "the portal's notation, but not the portal's header");
}

#[test]
fn layouts_of_other_generations_are_read() {
    let input = open("old-portal.csv", &fixture("old-portal.csv"));
    let facts = input.layout.facts();
    assert!([Fact::BreachStart, Fact::BreachEnd, Fact::BaName, Fact::BaPresent].iter().all(|&fact| facts.has(fact)));
    assert_eq!(input.layout.missing(), [Fact::EntityType, Fact::SubmittedOn]);
    let kept: Vec<&str> = input.layout.extra().iter().filter(|extra| extra.dropped.is_none()).map(|extra| extra.name.as_str()).collect();
    assert_eq!(kept, ["Number", "latitude", "longitude", "Date_Posted_or_Updated", "breach_start", "breach_end", "year"]);
    let Some(Form::DateRange(dates)) = input.layout.column(Fact::BreachStart).map(|column| column.form) else { panic!("a range") };
    assert_eq!(
        dates.read_range("11/12/2009 - 11/20/2009"),
        (DateReading::One(day("2009-11-12")), Some(DateReading::One(day("2009-11-20"))))
    );
    let rows = records(open("r-headers.csv", &fixture("r-headers.csv")));
    assert_eq!(
        rows[1][..8],
        ["Harrow Lane Health Plan", "OH", "Health Plan", "83000", "2010-01-05", "Unauthorized Access/Disclosure", "Network Server", "Yes"]
    );
    assert_eq!(records(open("snake-case.csv", &fixture("snake-case.csv")))[0][4], "2025-02-03");
}

#[test]
fn the_same_damage_in_two_character_sets_is_the_same_text() {
    let bytes = records(open("damaged-bytes.csv", &fixture("damaged-bytes.csv")));
    assert_eq!(bytes, records(open("damaged-utf8.csv", &fixture("damaged-utf8.csv"))));
    assert!(bytes[0][8].contains("‰ÛÏa nuisance‰Û\u{9d}.\r"));
}
