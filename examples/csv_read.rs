//! Reads a CSV file with the csv crate and does nothing with it: what `bench/datasets/compare.py` compares with.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("a file")?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path)?;
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while reader.read_byte_record(&mut record)? {
        cells += record.len();
    }
    if cells == 0 { Err("an empty file".into()) } else { Ok(()) }
}
