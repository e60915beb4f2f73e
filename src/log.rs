//! A log of drafts through the whole flow: each row as a draft, and every finding back at the cell that it is about.

use std::io;

use chrono::NaiveDate;
use serde_json::Value;

use crate::across::{Across, Places};
use crate::check::{self, Settings};
use crate::dataset::layout::{Layout, letters};
use crate::dataset::log::{Draft, Drafts, column_of, question};
use crate::dataset::{Column, Rows};
use crate::finding::Located;
use crate::report::Fact;
use crate::report::digest::{Digest, Spot};
use crate::rules::{self, Engine, SourceKind};
use crate::source::{At, LineColumn, Place, Source, Span};

/// Why a log was not checked to its end.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Reading it failed; [`fault_in`](crate::dataset::read::fault_in) knows a fault of the file.
    #[error(transparent)]
    Read(io::Error),
    /// What was found could not be handed on.
    #[error(transparent)]
    Write(io::Error),
}

/// The rules for the rows of a log with these columns. A question without a column is not checked; it is no answer that is missing.
pub fn engine(layout: &Layout, as_of: NaiveDate) -> Engine {
    Engine::new(layout.facts(), as_of, SourceKind::Draft)
}

/// Checks every row of `drafts`, of the log called `name`, with the rules for drafts, and the rows against each other, by `across`. `found` gets each
/// finding with its row: first those of the rows, in their order, then those across rows.
pub fn check(
    name: &str,
    drafts: Drafts,
    engine: &Engine,
    settings: &Settings,
    across: &mut Across,
    found: &mut dyn FnMut(u64, Located) -> io::Result<()>,
) -> Result<Rows, Failure> {
    let layout = drafts.layout().clone();
    let columns = LogPlaces { layout: &layout, sheet: drafts.sheet().map(in_address) };
    across.begin(engine);
    let mut rows = Rows::default();
    for draft in drafts {
        let Draft { row, place, sheet_row, text } = draft.map_err(Failure::Read)?;
        let mut outcome = check::check(Source::decode("row.json", text.into_bytes()), engine, settings);
        let found_here = outcome.reports.into_iter().flat_map(|report| report.findings);
        let findings: Vec<Located> = found_here.filter(|located| is_asked(&layout, located)).collect();
        let answers: Value =
            if findings.is_empty() { Value::Null } else { serde_json::from_str(outcome.source.text()).unwrap_or_default() };
        rows.read += 1;
        rows.remarked += u64::from(!findings.is_empty());
        outcome.digests.stand_at(row, spot(place, sheet_row), !findings.is_empty());
        across.take(&outcome.digests).map_err(Failure::Write)?;
        for mut located in findings {
            let lacking = lacking(&located).filter(|path| !is_answered(&answers, path));
            for draft in std::iter::once(&mut located.place).chain(&mut located.label_places) {
                *draft = columns.cell(row, place, sheet_row, &draft.path);
            }
            // The empty cell is where the answer goes.
            if located.place.cell.is_none() {
                located.place.cell = lacking.and_then(|path| columns.cell(row, place, sheet_row, &path).cell);
            }
            // A fix of the draft is none of the log: its edits have no place in it.
            located.finding.fix = None;
            found(row, located).map_err(Failure::Write)?;
        }
    }
    let mut failed = None;
    let fresh = across.finish(name, &columns, &mut |row, located| {
        if failed.is_none() {
            failed = found(row, located).err();
        }
    });
    rows.remarked += fresh.and_then(|fresh| failed.map_or(Ok(fresh), Err)).map_err(Failure::Write)?;
    Ok(rows)
}

/// The cells of a log, found again by the digest of their row.
struct LogPlaces<'l> {
    layout: &'l Layout,
    /// The name of the sheet, as it stands in an address.
    sheet: Option<String>,
}

/// The name of a sheet as a spreadsheet writes it in front of a cell: `Log!` or `'My log'!`.
fn in_address(name: &str) -> String {
    let is_plain = name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_');
    let starts = name.starts_with(|character: char| character.is_ascii_alphabetic());
    if is_plain && starts { format!("{name}!") } else { format!("'{}'!", name.replace('\'', "''")) }
}

/// What a digest keeps of the place of a row: its line, and the row that a spreadsheet program shows it in.
fn spot(line: u64, sheet_row: u64) -> Spot {
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    Spot { line: number(line), byte: number(sheet_row), column: 1, ..Spot::default() }
}

impl Places for LogPlaces<'_> {
    fn at(&self, _: &Digest, fact: Fact) -> At {
        self.layout.column(fact).map_or(At::value(0), Column::at)
    }

    fn place(&self, row: &Digest, fact: Fact) -> Place {
        let spot = row.spot();
        self.cell(row.row().into(), spot.line.into(), spot.byte.into(), fact.path())
    }

    fn whole(&self) -> Place {
        let start = LineColumn { line: 1, column: 1 };
        Place { span: Span::default(), start, end: start, path: String::new(), row: None, cell: None }
    }
}

/// The question that a finding says is not answered. Such a finding stands at the section: the message names the key between backticks, or the
/// rule says which answers it needs.
pub(crate) fn lacking(located: &Located) -> Option<String> {
    let (code, section) = (located.finding.code, question(&located.place.path));
    if code == "BR004" {
        let key = located.finding.message.split('`').nth(1)?;
        return Some(if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") });
    }
    let mut needs = rules::find(code)?.needs.iter().map(Fact::path);
    needs.find(|path| path.strip_prefix(&section).is_some_and(|rest| rest.starts_with('.'))).map(str::to_owned)
}

/// Whether something stands at `path` in the draft of a row, whose covered entity may stand in a list.
fn is_answered(answers: &Value, path: &str) -> bool {
    let mut value = answers;
    path.split('.').all(|key| {
        let found = value.get(key).or_else(|| value.get(0)?.get(key));
        value = found.unwrap_or(&Value::Null);
        found.is_some()
    })
}

/// Whether a finding is about a question that the log has a column for: only such an answer can be missing from a row.
fn is_asked(layout: &Layout, located: &Located) -> bool {
    let Some(path) = lacking(located).filter(|_| located.finding.code == "BR004") else { return true };
    layout
        .columns()
        .iter()
        .any(|column| column.fact.path().strip_prefix(&path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

impl LogPlaces<'_> {
    /// The place in the log of what stands at `path` in the draft of a row.
    fn cell(&self, row: u64, line: u64, sheet_row: u64, path: &str) -> Place {
        let position = LineColumn { line: u32::try_from(line).unwrap_or(u32::MAX), column: 1 };
        let address = |column: &Column| format!("{}{}{sheet_row}", self.sheet.as_deref().unwrap_or_default(), letters(column.place));
        Place {
            span: Span::default(),
            start: position,
            end: position,
            row: Some(row),
            cell: column_of(self.layout, path).map(address),
            path: path.to_owned(),
        }
    }
}
