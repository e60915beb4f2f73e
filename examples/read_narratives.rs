//! What the ranked reading makes of many texts, one JSON line each: what `bench/accuracy/measure.py` counts.
//!
//! `cargo run --example read_narratives -- FILE.csv` for the portal's export, or `-- FOLDER` for labelled narratives (`*.yaml`).
//! No text is printed.

use std::error::Error;
use std::io::Write;
use std::path::Path;

use breachlint::narrative;
use breachlint::report::terms::Term;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("a CSV file, or a folder of labelled narratives")?;
    let path = Path::new(&path);
    let mut out = std::io::stdout().lock();
    if path.is_dir() {
        let mut files: Vec<_> = path.read_dir()?.flatten().map(|entry| entry.path()).collect();
        files.sort();
        for file in files {
            let narratives: Vec<Value> = serde_yaml::from_reader(open(&file)?)?;
            for narrative in narratives {
                let (kind, place) = read(narrative["text"].as_str().unwrap_or_default());
                let line = json!({ "id": narrative["id"], "label": narrative["label"], "type": narrative["reads_as"]["type"],
                    "location": narrative["reads_as"]["location"], "read_type": kind, "read_location": place });
                writeln!(out, "{line}")?;
            }
        }
        return Ok(());
    }
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(open(path)?);
    let mut record = csv::ByteRecord::new();
    let mut row = 0;
    while rows.read_byte_record(&mut record)? {
        row += 1;
        let cell = |index: usize| String::from_utf8_lossy(record.get(index).unwrap_or_default()).into_owned();
        let text = cell(8);
        let narrated = text.trim().len() > 20;
        let (kind, place) = if narrated { read(&text) } else { (None, None) };
        let hash = hash(&cell(0), &cell(4), &cell(3));
        let line = json!({ "row": row, "hash": hash, "submitted": cell(4), "type": cell(5), "location": cell(6), "narrated": narrated,
            "read_type": kind, "read_location": place });
        writeln!(out, "{line}")?;
    }
    Ok(())
}

#[allow(clippy::disallowed_methods, reason = "an example opens what it is given")]
fn open(path: &Path) -> std::io::Result<std::io::BufReader<std::fs::File>> {
    Ok(std::io::BufReader::new(std::fs::File::open(path)?))
}

fn read(text: &str) -> (Option<&'static str>, Option<&'static str>) {
    let read = narrative::read(text);
    let reading = read.reading(text);
    (reading.kind().map(Term::label), reading.place().map(Term::label))
}

/// Names a row without its words: 64-bit FNV-1a of the letters and digits of the name, the day of submission and the count.
fn hash(name: &str, submitted: &str, count: &str) -> String {
    let folded: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let mut day = submitted.split('/');
    let (month, date, year) = (day.next().unwrap_or_default(), day.next().unwrap_or_default(), day.next().unwrap_or_default());
    let key = format!("{folded}|{year}-{month}-{date}|{count}");
    let hash = key.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
