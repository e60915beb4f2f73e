//! Rows of any export in one canonical form: every row accounted for, every changed cell logged. Memory does not grow with their number.

mod canon;
mod cells;
mod digits;
mod encode;
mod fragments;
mod ledger;
mod log;
mod paged;
#[cfg(feature = "parquet")]
mod parquet;
pub mod verify;
mod worker;

use std::fs::File;
use std::io::{self, Write};

use chrono::NaiveDate;

use crate::across::Across;
use crate::dataset::read::{Input, fault_in};
use crate::dataset::{self, Examples, Failure, Findings, Judges, NameColumn, Pace, Rows, Visits, visit};
use crate::finding::{Fault, Severity};
pub(crate) use canon::name as one_line;
pub(crate) use cells::{Cells, of as cells};
use encode::Columns;
use ledger::Ledger;
use paged::Paged;
#[cfg(feature = "parquet")]
pub use parquet::parquet;
pub(crate) use worker::identity;
use worker::{Made, Maker, Wants};

/// How canonical rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// Comma-separated, canonical names in front.
    Csv,
    /// Comma-separated with the portal's own header, dates and order of columns.
    Portal,
    /// One JSON object a line.
    Ndjson,
    /// An array of JSON objects.
    Json,
}

/// What is wanted of a run.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The day on which rows are judged.
    pub as_of: NaiveDate,
    /// The notation to write.
    pub to: To,
    /// Whether cells that a spreadsheet would take for a formula get an apostrophe in front. Only for people: programs read it as text.
    pub for_spreadsheets: bool,
    /// How to go about it.
    pub pace: Pace,
}

/// Where the results go.
pub struct Outputs<'o> {
    /// The canonical rows: an empty file of the run's own, read and written.
    pub data: &'o mut File,
    /// The change log, one JSON object a line; none where nobody wants it.
    pub changes: Option<&'o mut dyn Write>,
    /// Rows that have no canonical form, one JSON object a line.
    pub rejects: &'o mut dyn Write,
    /// What is found in the rows; none where nobody wants it.
    pub findings: Option<&'o mut dyn Findings>,
    /// Compares the rows with each other, where findings are wanted.
    pub across: Option<&'o mut Across>,
    /// Makes a nameless file for what does not fit into memory.
    pub scratch: &'o mut dyn FnMut() -> io::Result<File>,
    /// Hears of every so many rows.
    pub progress: &'o mut dyn FnMut(u64),
}

/// What became of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Count {
    /// Rows of all inputs.
    #[serde(rename = "in")]
    pub read: u64,
    /// Rows written.
    pub out: u64,
    /// Rows of a later input that stand in an earlier one, equal in every column.
    pub folded: u64,
    /// Rows without a canonical form, kept as they stood.
    pub rejected: u64,
    /// Cells that the canonical form writes differently.
    pub changed: u64,
    /// Cells without a canonical form, left empty and logged.
    pub emptied: u64,
    /// Rows whose name and day of submission another row has too: an ordinal keeps their ids apart.
    pub same_identity: u64,
}

/// Normalizes the rows of `inputs`, each with the name that a person gave it, in their order.
pub fn rows(inputs: Vec<(String, Input)>, settings: &Settings, outputs: &mut Outputs<'_>) -> Result<Count, Failure> {
    let columns: Vec<Columns> = Columns::of(inputs.iter().map(|(_, input)| &input.layout), settings.to);
    let mut count = Count::default();
    let mut ledger = Ledger::new(inputs.len(), settings.to);
    let mut head = Vec::new();
    if let Some(first) = columns.first() {
        encode::head(first, settings, &mut head);
    }
    let mut data = Paged::default();
    data.write(&head, outputs.data).map_err(Failure::Write)?;
    for (number, ((name, input), columns)) in inputs.into_iter().zip(&columns).enumerate() {
        one(number, &name, input, columns, settings, outputs, &mut count, &mut ledger, &mut data)?;
    }
    let written = data.len();
    data.end(outputs.data).map_err(Failure::Write)?;
    let settled = ledger.settle(outputs.data).map_err(Failure::Write)?;
    count.folded = settled.folded;
    count.same_identity = settled.same_identity;
    count.out -= settled.folded;
    let tail = encode::tail(settings.to);
    // The first row of an array has no comma in front; it is never folded.
    let comma = (settings.to == To::Json && count.out > 0).then_some(head.len() as u64);
    ledger::finish(outputs.data, written, settled.folded > 0, comma, tail).map_err(Failure::Write)?;
    Ok(count)
}

#[expect(clippy::too_many_arguments, reason = "the state of one run, handed to its one step")]
fn one(
    number: usize,
    name: &str,
    input: Input,
    columns: &Columns,
    settings: &Settings,
    outputs: &mut Outputs<'_>,
    count: &mut Count,
    ledger: &mut Ledger,
    data: &mut Paged,
) -> Result<(), Failure> {
    let engine = dataset::engine_for(&input.layout, settings.as_of);
    let mut examples = outputs.findings.as_deref().map(Examples::of).unwrap_or_default();
    let enough = examples.enough.clone();
    // The rules change nothing of what is written: where nobody wants to know what they find, they are not asked.
    let judges = outputs.findings.as_ref().map(|findings| Judges {
        engine: &engine,
        enough: enough.as_ref(),
        messages_only: findings.wants_messages_only(),
    });
    let notes = input.notes.clone();
    let wants = Wants { changes: outputs.changes.is_some(), words: enough.is_none(), folds: ledger.folds() };
    let about_file = |faults: &[Fault], outputs: &mut Outputs<'_>| match &mut outputs.findings {
        Some(findings) => dataset::about(&engine, faults, *findings),
        None => Ok(()),
    };
    if let Some(findings) = &mut outputs.findings {
        findings.begins(name).map_err(Failure::Write)?;
    }
    about_file(&notes.take(), outputs).map_err(Failure::Write)?;
    let mut rows = Rows::default();
    let names = NameColumn::of(&input.layout, input.start.records);
    let compared = outputs.across.as_mut().filter(|_| outputs.findings.is_some()).is_some_and(|across| {
        across.begin(&engine);
        across.wants_rows()
    });
    let maker = |layout: &dataset::Layout| {
        let maker = Maker::new(name, layout.clone(), columns.clone(), *settings, wants);
        if compared { maker.comparing(names.clone()) } else { maker }
    };
    let mut write = |visits: &mut Visits<Made>| {
        let made = &mut visits.out;
        let start = data.len();
        data.write(&made.data, outputs.data)?;
        for entry in &made.entries {
            ledger.add(*entry, start, number, outputs.scratch)?;
        }
        if let Some(changes) = &mut outputs.changes {
            changes.write_all(&made.changes)?;
        }
        outputs.rejects.write_all(&made.rejects)?;
        count.read += visits.rows.read;
        rows.read += visits.rows.read;
        rows.remarked += visits.rows.remarked;
        count.out += made.entries.len() as u64;
        count.rejected += made.rejected;
        count.changed += made.changed;
        count.emptied += made.emptied;
        if let Some(across) = &mut outputs.across {
            across.take(&made.digests)?;
        }
        if let Some(findings) = &mut outputs.findings {
            hand_over(made, *findings, &mut examples)?;
        }
        (outputs.progress)(visits.rows.read);
        Ok(())
    };
    visit(input, judges, settings.pace, &maker, &mut write).map_err(|failure| match failure {
        // What stands behind the fault would be lost without a word.
        Failure::Read(error) => Failure::Read(unread(error)),
        other @ Failure::Write(_) => other,
    })?;
    about_file(&notes.take(), outputs).map_err(Failure::Write)?;
    if let (Some(across), Some(findings)) = (&mut outputs.across, &mut outputs.findings) {
        rows.remarked += dataset::finish(name, &names, across, &mut examples, *findings).map_err(Failure::Write)?;
    }
    match &mut outputs.findings {
        Some(findings) => findings.ends(name, rows, engine.not_carried()).map_err(Failure::Write),
        None => Ok(()),
    }
}

fn hand_over(made: &mut Made, findings: &mut dyn Findings, examples: &mut Examples) -> io::Result<()> {
    for (row, located) in made.found.found.drain(..) {
        examples.show(&located.finding);
        findings.found(row, &located)?;
    }
    made.found.more.drain(..).try_for_each(|(code, severity, count): (&'static str, Severity, u64)| findings.more(code, severity, count))
}

/// Why reading ended, in words.
pub(super) fn unread(error: io::Error) -> io::Error {
    fault_in(&error).map(stopped_by).unwrap_or(error)
}

/// A fault of the file in its midst, in words: the run ends there, and nothing is written.
fn stopped_by(fault: &Fault) -> io::Error {
    let words = match &fault.detail {
        crate::finding::Detail::Broken { what, .. } => format!("{what} [{}]", fault.code),
        crate::finding::Detail::Limit { which, limit, unread } => {
            format!("the limit on the {which} ({limit}) was reached; not read: {unread} [{}]", fault.code)
        }
        _ => format!("the file cannot be read further [{}]", fault.code),
    };
    io::Error::other(words)
}
