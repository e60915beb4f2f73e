//! A log of drafts through the whole flow: each row as a draft, and every finding back at the cell that it is about.

use std::io;

use chrono::NaiveDate;

use crate::across::{Across, Places};
use crate::check::{self, Settings};
use crate::dataset::layout::{Layout, letters};
use crate::dataset::log::{Draft, Drafts, column_of, question};
use crate::dataset::{Column, Rows};
use crate::finding::Located;
use crate::report::Fact;
use crate::report::digest::{Digest, Spot};
use crate::rules::{Engine, SourceKind};
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
    let columns = LogPlaces(&layout);
    across.begin(engine);
    let mut rows = Rows::default();
    for draft in drafts {
        let Draft { row, place, sheet_row, text } = draft.map_err(Failure::Read)?;
        let mut outcome = check::check(Source::decode("row.json", text.into_bytes()), engine, settings);
        let found_here = outcome.reports.into_iter().flat_map(|report| report.findings);
        let findings: Vec<Located> = found_here.filter(|located| is_asked(&layout, located)).collect();
        rows.read += 1;
        rows.remarked += u64::from(!findings.is_empty());
        outcome.digests.stand_at(row, spot(place, sheet_row), !findings.is_empty());
        across.take(&outcome.digests).map_err(Failure::Write)?;
        for mut located in findings {
            for draft in std::iter::once(&mut located.place).chain(&mut located.label_places) {
                *draft = cell(&layout, row, place, sheet_row, &draft.path);
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
struct LogPlaces<'l>(&'l Layout);

/// What a digest keeps of the place of a row: its line, and the row that a spreadsheet program shows it in.
fn spot(line: u64, sheet_row: u64) -> Spot {
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    Spot { line: number(line), byte: number(sheet_row), column: 1, ..Spot::default() }
}

impl Places for LogPlaces<'_> {
    fn at(&self, _: &Digest, fact: Fact) -> At {
        self.0.column(fact).map_or(At::value(0), Column::at)
    }

    fn place(&self, row: &Digest, fact: Fact) -> Place {
        let spot = row.spot();
        cell(self.0, row.row().into(), spot.line.into(), spot.byte.into(), fact.path())
    }

    fn whole(&self) -> Place {
        let start = LineColumn { line: 1, column: 1 };
        Place { span: Span::default(), start, end: start, path: String::new(), row: None, cell: None }
    }
}

/// Whether a finding is about a question that the log has a column for: only such an answer can be missing from a row.
fn is_asked(layout: &Layout, located: &Located) -> bool {
    // The finding stands at the section, and names the key between backticks.
    let Some(key) = located.finding.message.split('`').nth(1).filter(|_| located.finding.code == "BR004") else { return true };
    let section = question(&located.place.path);
    let path = if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") };
    layout
        .columns()
        .iter()
        .any(|column| column.fact.path().strip_prefix(&path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

/// The place in the log of what stands at `path` in the draft of a row.
fn cell(layout: &Layout, row: u64, line: u64, sheet_row: u64, path: &str) -> Place {
    let column = column_of(layout, path);
    let position = LineColumn { line: u32::try_from(line).unwrap_or(u32::MAX), column: 1 };
    Place {
        span: Span::default(),
        start: position,
        end: position,
        row: Some(row),
        cell: column.map(|column| format!("{}{}", letters(column.place), sheet_row)),
        path: path.to_owned(),
    }
}
