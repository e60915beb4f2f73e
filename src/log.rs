//! A log of drafts through the whole flow: each row as a draft, and every finding back at the cell that it is about.

use std::io;

use chrono::NaiveDate;

use crate::check::{self, Settings};
use crate::dataset::Rows;
use crate::dataset::layout::{Layout, letters};
use crate::dataset::log::{Draft, Drafts, column_of, question};
use crate::finding::Located;
use crate::rules::{Engine, SourceKind};
use crate::source::{LineColumn, Place, Source, Span};

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

/// Checks every row of `drafts` with the rules for drafts. `found` gets each finding with its row, in the order of the rows.
pub fn check(
    drafts: Drafts,
    engine: &Engine,
    settings: &Settings,
    found: &mut dyn FnMut(u64, Located) -> io::Result<()>,
) -> Result<Rows, Failure> {
    let layout = drafts.layout().clone();
    let mut rows = Rows::default();
    for draft in drafts {
        let Draft { row, place, sheet_row, text } = draft.map_err(Failure::Read)?;
        let outcome = check::check(Source::decode("row.json", text.into_bytes()), engine, settings);
        let found_here = outcome.reports.into_iter().flat_map(|report| report.findings);
        let findings: Vec<Located> = found_here.filter(|located| is_asked(&layout, located)).collect();
        rows.read += 1;
        rows.remarked += u64::from(!findings.is_empty());
        for mut located in findings {
            for draft in std::iter::once(&mut located.place).chain(&mut located.label_places) {
                *draft = at_cell(&layout, row, place, sheet_row, draft);
            }
            // A fix of the draft is none of the log: its edits have no place in it.
            located.finding.fix = None;
            found(row, located).map_err(Failure::Write)?;
        }
    }
    Ok(rows)
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

/// The place in the log of what stands at `draft` in the draft of a row.
fn at_cell(layout: &Layout, row: u64, line: u64, sheet_row: u64, draft: &Place) -> Place {
    let column = column_of(layout, &draft.path);
    let position = LineColumn { line: u32::try_from(line).unwrap_or(u32::MAX), column: 1 };
    Place {
        span: Span::default(),
        start: position,
        end: position,
        row: Some(row),
        cell: column.map(|column| format!("{}{}", letters(column.place), sheet_row)),
        path: draft.path.clone(),
    }
}
