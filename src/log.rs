//! A log of drafts through the whole flow: each row as a draft, and every finding back at the cell that it is about.

use std::io;

use chrono::NaiveDate;
use serde_json::Value;

use crate::across::{Across, Places, Said};
use crate::check::{self, Settings};
use crate::dataset::layout::{Layout, letters};
use crate::dataset::log::{Draft, Drafts, column_of, question};
use crate::dataset::read::{Input, fault_in};
use crate::dataset::{self, Column, Findings, Rows, surplus};
use crate::finding::{Fault, Finding, Located, Sink};
use crate::report::Fact;
use crate::report::digest::{Digest, Spot};
use crate::rules::{self, Engine, SourceKind};
use crate::source::{At, LineColumn, Place, Source, Span};

/// Why a log was not checked to its end.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Reading it failed for a reason outside the file.
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
/// finding with its row: first those of the rows, in their order, then those across rows. A fault of the file that shows in its midst is a finding of
/// row 0, and ends the rows.
pub fn check(
    name: &str,
    drafts: Drafts,
    engine: &Engine,
    settings: &Settings,
    across: &mut Across,
    found: &mut dyn FnMut(u64, Located) -> io::Result<()>,
) -> Result<Rows, Failure> {
    let layout = drafts.layout().clone();
    let sheet = drafts.sheet().map(str::to_owned);
    check_each(name, &LogPlaces::new(&layout, sheet.as_deref()), &mut { drafts }, engine, settings, across, found)
}

/// The same for the rows of `input`, if it is a log, and what there is to say of the file as a whole.
pub fn check_input(
    name: &str,
    input: Input,
    engine: &Engine,
    settings: &Settings,
    across: &mut Across,
    found: &mut dyn Findings,
) -> Result<Rows, dataset::Failure> {
    let notes = input.notes.clone();
    dataset::about(engine, &notes.take(), found).map_err(dataset::Failure::Write)?;
    let Some(drafts) = Drafts::of(input) else { return Ok(Rows::default()) };
    let mut hand_on = |row, located: Located| found.found(row, &located);
    let rows = check(name, drafts, engine, settings, across, &mut hand_on).map_err(|failure| match failure {
        Failure::Read(error) => dataset::Failure::Read(error),
        Failure::Write(error) => dataset::Failure::Write(error),
    })?;
    dataset::about(engine, &notes.take(), found).map_err(dataset::Failure::Write)?;
    Ok(rows)
}

/// The same for rows that come from elsewhere, of a log with these columns.
pub fn check_each(
    name: &str,
    columns: &LogPlaces<'_>,
    drafts: &mut dyn Iterator<Item = io::Result<Draft>>,
    engine: &Engine,
    settings: &Settings,
    across: &mut Across,
    found: &mut dyn FnMut(u64, Located) -> io::Result<()>,
) -> Result<Rows, Failure> {
    let layout = columns.layout;
    across.begin(engine);
    let mut rows = Rows::default();
    for draft in drafts {
        let Draft { row, place, sheet_row, text, blank, cells } = match draft {
            Ok(draft) => draft,
            Err(error) => {
                let fault = fault_in(&error).cloned().ok_or(Failure::Read(error))?;
                worded(engine, &fault).map_or(Ok(()), |finding| found(0, located(finding, columns.whole()))).map_err(Failure::Write)?;
                break;
            }
        };
        let behind = columns.behind(engine, &cells, row, place, sheet_row);
        if blank && behind.is_none() {
            continue;
        }
        let mut outcome = check::check(Source::decode("row.json", text.into_bytes()), engine, settings);
        let found_here = outcome.reports.into_iter().flat_map(|report| report.findings);
        let findings: Vec<Located> = found_here.filter(|located| is_asked(layout, located)).collect();
        let remarked = !findings.is_empty() || behind.is_some();
        let answers: Value =
            if findings.is_empty() { Value::Null } else { serde_json::from_str(outcome.source.text()).unwrap_or_default() };
        rows.read += 1;
        rows.remarked += u64::from(remarked);
        outcome.digests.stand_at(row, spot(place, sheet_row), remarked);
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
        behind.map_or(Ok(()), |located| found(row, located)).map_err(Failure::Write)?;
    }
    let mut failed = None;
    let fresh = across.finish(name, columns, None, &mut |row, said| {
        if let (None, Said::Words(located)) = (&failed, said) {
            failed = found(row, *located).err();
        }
    });
    rows.remarked += fresh.and_then(|fresh| failed.map_or(Ok(fresh), Err)).map_err(Failure::Write)?;
    Ok(rows)
}

fn worded(engine: &Engine, fault: &Fault) -> Option<Finding> {
    let mut sink = Sink::default();
    engine.word(std::slice::from_ref(fault), &mut sink);
    engine.findings(&mut sink).pop()
}

fn located(finding: Finding, place: Place) -> Located {
    Located { finding, place, label_places: Vec::new(), fingerprint: None }
}

/// The cells of a log, found again by the digest of their row.
#[derive(Debug)]
pub struct LogPlaces<'l> {
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

impl<'l> LogPlaces<'l> {
    /// Those of a log with the columns of `layout`, on `sheet` of a workbook.
    pub fn new(layout: &'l Layout, sheet: Option<&str>) -> Self {
        Self { layout, sheet: sheet.map(in_address) }
    }

    /// What there is to say of cells behind the columns.
    fn behind(&self, engine: &Engine, cells: &[String], row: u64, line: u64, sheet_row: u64) -> Option<Located> {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let fault = surplus(self.layout, &cells)?;
        let mut place = self.cell(row, line, sheet_row, "");
        // Where cells are numbered, the first of a record is no column.
        let column = usize::try_from(fault.at.field).ok().map(|index| index - usize::from(self.layout.numbered()));
        place.cell = column.map(|column| self.address(column, sheet_row));
        worded(engine, &fault).map(|finding| located(finding, place))
    }

    /// The cell of a column as a spreadsheet writes it.
    fn address(&self, column: usize, sheet_row: u64) -> String {
        format!("{}{}{sheet_row}", self.sheet.as_deref().unwrap_or_default(), letters(column))
    }

    /// The place in the log of what stands at `path` in the draft of a row.
    fn cell(&self, row: u64, line: u64, sheet_row: u64, path: &str) -> Place {
        let position = LineColumn { line: u32::try_from(line).unwrap_or(u32::MAX), column: 1 };
        Place {
            span: Span::default(),
            start: position,
            end: position,
            row: Some(row),
            cell: column_of(self.layout, path).map(|column| self.address(column.place, sheet_row)),
            path: path.to_owned(),
        }
    }
}
