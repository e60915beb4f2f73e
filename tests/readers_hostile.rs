//! Whatever the bytes are: no panic, bounded work, and no record that vanishes without a word.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

use std::io::{Cursor, Read};

use breachlint::dataset::read::{self, Failure, Options, fault_in};
use proptest::prelude::*;

/// What became of a file: records with the cells behind the columns counted apart, or the code of the fault that stopped it.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    records: usize,
    stopped: Option<&'static str>,
}

fn read(name: &str, bytes: &[u8]) -> Outcome {
    match read::open(name, Box::new(Cursor::new(bytes.to_vec())), &Options::default()) {
        Err(Failure::Refused(fault)) => Outcome { records: 0, stopped: Some(fault.code) },
        Err(Failure::Io(error)) => panic!("memory cannot fail: {error}"),
        Ok(input) => {
            let mut outcome = Outcome { records: 0, stopped: None };
            for record in input.records() {
                match record {
                    Ok(_) => outcome.records += 1,
                    Err(error) => {
                        outcome.stopped = Some(fault_in(&error).unwrap_or_else(|| panic!("no fault of the file: {error}")).code);
                        break;
                    }
                }
            }
            outcome
        }
    }
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/datasets/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a fixture")
}

/// Some bytes of `bytes` changed, left out, doubled or put in.
fn mutated(mut bytes: Vec<u8>, changes: &[(usize, u8, u8)]) -> Vec<u8> {
    for &(place, kind, value) in changes {
        if bytes.is_empty() {
            return bytes;
        }
        let at = place % bytes.len();
        match kind % 4 {
            0 => bytes[at] = value,
            1 => {
                bytes.remove(at);
            }
            2 => bytes.insert(at, value),
            _ => bytes.truncate(at),
        }
    }
    bytes
}

/// How many cases each property gets; PROPTEST_CASES asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(400)
}

fn changes() -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 0..6)
}

const FIXTURES: [&str; 9] = [
    "clean.csv",
    "old-portal.csv",
    "r-headers.csv",
    "damaged-bytes.csv",
    "titled.tsv",
    "columns.json",
    "broken-line.ndjson",
    "log.csv",
    "clean.xls",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_files_never_panic(which in 0..FIXTURES.len(), changes in changes()) {
        let bytes = mutated(fixture(FIXTURES[which]), &changes);
        read("list", &bytes);
        read::is_dataset("list", &bytes);
    }

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read("list", &bytes);
        read::is_dataset("list.txt", &bytes);
    }

    /// Below an intact header the records are those that a CSV reader sees in the decoded text.
    #[test]
    fn no_record_of_a_mutated_body_is_lost(changes in changes()) {
        let whole = fixture("clean.csv");
        let end = whole.iter().position(|&byte| byte == b'\n').expect("a header") + 1;
        let body = mutated(whole[end..].to_vec(), &changes);
        let text: Vec<u8> = match std::str::from_utf8(&body) {
            Ok(_) => body.clone(),
            // Any single-byte set leaves quotes, commas and line ends where they are.
            Err(_) => body.iter().map(|&byte| if byte < 0x80 { byte } else { b'x' }).collect(),
        };
        let expected = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&text[..]).byte_records().count();
        let found = read("list", &[&whole[..end], &body].concat());
        prop_assert_eq!(found, Outcome { records: expected, stopped: None });
    }

    /// Each line of NDJSON that holds anything is a record, be it broken.
    #[test]
    fn no_line_of_a_mutated_list_is_lost(changes in changes()) {
        let first = br#"{"covered_entity":"Old Mill Clinic","individuals_affected":1204,"breach_type":"Loss"}"#;
        let rest = mutated(fixture("broken-line.ndjson"), &changes);
        let text = String::from_utf8_lossy(&rest).into_owned();
        let expected = 1 + text.split(['\n', '\r']).filter(|line| !line.trim_matches([' ', '\t']).is_empty()).count();
        let found = read("list.ndjson", &[&first[..], b"\n", text.as_bytes()].concat());
        // A key that was damaged into the likeness of another makes the columns unclear, which is said.
        prop_assert!(found.stopped.is_some() || found.records == expected, "{:?} of {}", found, expected);
    }
}

/// A list of objects, and the same list as one list a column, in JSON.
fn lists() -> [String; 2] {
    let rows = [("Old Mill Clinic", 1204, "Loss"), ("Harbor {Clinic}", 612, "Theft"), (r#"Stone \"Creek\", Inc."#, 700, "Loss")];
    let objects =
        rows.map(|(name, count, kind)| format!(r#"{{"covered_entity":"{name}","individuals_affected":{count},"breach_type":"{kind}"}}"#));
    let column = |cells: [String; 3]| cells.join(",");
    let columns = format!(
        r#"{{"covered_entity":[{}],"individuals_affected":[{}],"breach_type":[{}]}}"#,
        column(rows.map(|row| format!("\"{}\"", row.0))),
        column(rows.map(|row| row.1.to_string())),
        column(rows.map(|row| format!("\"{}\"", row.2)))
    );
    [format!("[{}]", objects.join(",\n")), columns]
}

/// How many records a general reader of JSON sees; none where it reads no list of ours.
fn records_of(text: &str) -> Option<usize> {
    match serde_json::from_str(text).ok()? {
        serde_json::Value::Array(items) => items.iter().all(serde_json::Value::is_object).then_some(items.len()),
        serde_json::Value::Object(columns) => columns.values().map(|column| column.as_array().map_or(0, Vec::len)).max(),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    /// What another reader takes for records are records; what it cannot read is not passed over.
    #[test]
    fn no_record_of_mutated_json_is_lost(which in 0usize..2, changes in changes()) {
        let text = String::from_utf8_lossy(&mutated(lists()[which].clone().into_bytes(), &changes)).into_owned();
        let found = read("list.json", text.as_bytes());
        match records_of(&text) {
            Some(expected) => prop_assert!(found.stopped.is_some() || found.records == expected, "{:?} of {} in {}", found, expected, text),
            None => prop_assert!(found.stopped.is_some() || found.records >= 1, "{:?} of what is no JSON: {}", found, text),
        }
    }
}

#[test]
fn a_packed_file_that_was_damaged_is_stopped_or_whole() {
    let mut packed = flate2::read::GzEncoder::new(Cursor::new(fixture("clean.csv")), flate2::Compression::default());
    let mut bytes = Vec::new();
    packed.read_to_end(&mut bytes).expect("memory");
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x55;
        let outcome = read("list.gz", &bytes);
        assert!(outcome.stopped.is_some() || outcome.records == 4, "byte {at}: {outcome:?}");
    }
}

#[test]
fn a_record_without_end_is_stopped() {
    let endless = format!("{{\"covered_entity\":\"A\",\"individuals_affected\":1,\"breach_type\":\"{}", "x".repeat(3 * 1024 * 1024));
    let whole = format!("[{{\"covered_entity\":\"A\",\"individuals_affected\":1,\"breach_type\":\"Loss\"}},{endless}");
    assert_eq!(read("list.json", whole.as_bytes()), Outcome { records: 1, stopped: Some("BR015") });
    let columns = format!("{{\"State\":[\"MD\"],\"Individuals Affected\":[{}1]}}", "1,".repeat(17 * 1024 * 1024));
    assert_eq!(read("list.json", columns.as_bytes()).stopped, Some("BR015"));
}

#[cfg(feature = "tables")]
mod workbooks {
    use std::io::Cursor;

    use proptest::prelude::*;
    use rust_xlsxwriter::Workbook;

    use super::{cases, changes, mutated, read};

    /// The parts of a small workbook.
    fn parts() -> Vec<(String, Vec<u8>)> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, (name, cell)) in
            (0..).zip([("Name of Covered Entity", "Old Mill Clinic"), ("Individuals Affected", "1204"), ("Type of Breach", "Loss")])
        {
            sheet.write(0, column, name).expect("memory");
            sheet.write(1, column, cell).expect("memory");
        }
        let mut archive = zip::ZipArchive::new(Cursor::new(book.save_to_buffer().expect("memory"))).expect("a workbook");
        (0..archive.len())
            .map(|index| {
                let mut part = archive.by_index(index).expect("a part");
                let mut bytes = Vec::new();
                std::io::copy(&mut part, &mut bytes).expect("memory");
                (part.name().expect("a name").into_owned(), bytes)
            })
            .collect()
    }

    /// Rows below the header that hold anything, as calamine sees the whole sheet.
    fn rows_of(bytes: &[u8]) -> usize {
        use calamine::{Data, Reader, Xlsx};
        let Ok(mut book) = Xlsx::new(Cursor::new(bytes.to_vec())) else { return 0 };
        let Some(Ok(range)) = book.worksheet_range_at(0) else { return 0 };
        range.rows().skip(1).filter(|row| row.iter().any(|cell| !matches!(cell, Data::Empty))).count()
    }

    fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("memory");
            std::io::Write::write_all(&mut archive, bytes).expect("memory");
        }
        archive.finish().expect("memory").into_inner()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: cases() / 2, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn mutated_parts_never_panic(which in any::<usize>(), changes in changes()) {
            let mut parts = parts();
            let which = which % parts.len();
            parts[which].1 = mutated(std::mem::take(&mut parts[which].1), &changes);
            read("list.xlsx", &packed(&parts));
        }

        /// Another reader of workbooks sees no row that is not read or stopped at.
        #[test]
        fn no_row_of_a_mutated_sheet_is_lost(changes in changes()) {
            let mut parts = parts();
            let sheet = parts.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).expect("a sheet");
            sheet.1 = mutated(std::mem::take(&mut sheet.1), &changes);
            let bytes = packed(&parts);
            let found = read("list.xlsx", &bytes);
            prop_assert!(found.stopped.is_some() || found.records >= rows_of(&bytes), "{:?} of {}", found, rows_of(&bytes));
        }

        #[test]
        fn mutated_workbooks_never_panic(changes in changes()) {
            read("list.xlsx", &mutated(packed(&parts()), &changes));
        }
    }
}
