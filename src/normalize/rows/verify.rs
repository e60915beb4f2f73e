//! Whether a canonical file and its change log belong together: normalizing the file changes nothing, and every change of the log stands in it.

use std::io::{self, BufRead, Read};

use serde::Deserialize;

use super::encode::FIELDS;
use crate::dataset::Layout;
use crate::dataset::layout::PROVENANCE;
use crate::dataset::read::Records;

/// An entry of a change log, as far as it is compared.
#[derive(Debug, Deserialize)]
struct Entry {
    file: String,
    row: u64,
    path: String,
    after: Option<String>,
}

/// What the log says that the file does not, or how much of it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreement {
    /// Every change stands in the file, but for those of rows that are not in it: they were folded into others.
    Whole {
        /// Changes that stand in the file.
        found: u64,
        /// Changes of rows that are not in the file.
        absent: u64,
    },
    /// The first line of the log that does not fit.
    Broken {
        /// The line, from 1.
        line: u64,
        /// Why.
        why: String,
    },
}

/// Files of the output, in their order: rows of one file follow each other.
pub fn files(layout: &Layout, records: Records) -> io::Result<Vec<String>> {
    let Some((file, _)) = places(layout) else { return Ok(Vec::new()) };
    let mut files: Vec<String> = Vec::new();
    for record in records {
        let record = record?;
        let name = record.cells.get(file).map_or("", String::as_str);
        if files.last().is_none_or(|last| last != name) {
            files.push(name.to_owned());
        }
    }
    Ok(files)
}

fn places(layout: &Layout) -> Option<(usize, usize)> {
    let of = |name| layout.extra().iter().find(|extra| extra.name == name).map(|extra| extra.index);
    of(PROVENANCE[1]).zip(of(PROVENANCE[2]))
}

/// Compares the log with the output, both once from front to back.
pub fn compare(layout: &Layout, mut records: Records, files: &[String], log: &mut dyn BufRead) -> io::Result<Agreement> {
    let Some((file_at, row_at)) = places(layout) else {
        return Ok(Agreement::Broken { line: 0, why: "the output does not say which file and row its records came from".to_owned() });
    };
    let order = |file: &str| files.iter().position(|known| known == file);
    let (mut found, mut absent) = (0, 0);
    let mut current: Option<((usize, u64), Vec<String>)> = None;
    for (number, line) in (1..).zip(lines(log)) {
        let broken = |why: String| Agreement::Broken { line: number, why };
        let entry: Entry = match serde_json::from_str(&line?) {
            Ok(entry) => entry,
            Err(error) => return Ok(broken(format!("the line is no change: {error}"))),
        };
        let Some(file) = order(&entry.file) else {
            absent += 1;
            continue;
        };
        let wanted = (file, entry.row);
        while current.as_ref().is_none_or(|(place, _)| *place < wanted) {
            let Some(record) = records.next().transpose()? else { break };
            let cell = |index: usize| record.cells.get(index).map_or("", String::as_str);
            let place = (order(cell(file_at)).unwrap_or(usize::MAX), cell(row_at).parse().unwrap_or(0));
            current = Some((place, record.cells));
        }
        let Some((_, cells)) = current.as_ref().filter(|(place, _)| *place == wanted) else {
            absent += 1;
            continue;
        };
        let column = FIELDS.iter().find(|(_, _, fact)| fact.path() == entry.path).and_then(|&(_, _, fact)| layout.column(fact));
        let Some(column) = column else { return Ok(broken(format!("no column holds {:?}", entry.path))) };
        let there = cells.get(column.index).map_or("", String::as_str);
        if there != entry.after.as_deref().unwrap_or_default() {
            return Ok(broken(format!("{} of row {} of {} is not what the log says", column.name, entry.row, entry.file)));
        }
        found += 1;
    }
    Ok(Agreement::Whole { found, absent })
}

/// Longest line of a log that is read.
const LONGEST: u64 = 64 * 1024 * 1024;

fn lines(log: &mut dyn BufRead) -> impl Iterator<Item = io::Result<String>> + '_ {
    std::iter::from_fn(move || {
        let mut line = String::new();
        match log.take(LONGEST).read_line(&mut line) {
            Ok(0) => None,
            Ok(_) => Some(Ok(line)),
            Err(error) => Some(Err(error)),
        }
    })
}

/// The first line, from 1, at which two texts differ; none where they are equal.
pub fn first_difference(one: &mut dyn BufRead, other: &mut dyn BufRead) -> io::Result<Option<u64>> {
    let mut line = 1;
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let length = left.len().min(right.len());
        if length == 0 {
            return Ok((left.len() != right.len()).then_some(line));
        }
        let same = left.iter().zip(right).take_while(|(one, other)| one == other).count();
        line += memchr::memchr_iter(b'\n', &left[..same.min(length)]).count() as u64;
        if same < length {
            return Ok(Some(line));
        }
        one.consume(length);
        other.consume(length);
    }
}
