//! A log of drafts in canonical form: the same columns with canonical answers, or its rows as drafts. No row is lost, nothing is guessed.

use std::cell::RefCell;
use std::io::{self, Write};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use super::rows::{Count, unread};
use super::{ChangeEntry, canonical, is_blocking, write};
use crate::across::Across;
use crate::check::{self, Settings as Judging, check};
use crate::dataset::log::{Draft, Drafts, column_of};
use crate::dataset::{self, Column, Failure, Findings, Layout, Rows, surplus};
use crate::document::{Document, Syntax};
use crate::finding::{Located, Safety};
use crate::fix::fix_under;
use crate::guard::{Class, allows};
use crate::log;
use crate::report::is_marker;
use crate::rules::Engine;
use crate::source::Source;

/// How the rows of a log are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogTo {
    /// A log again: its columns in the form's order, others behind them.
    Csv,
    /// Drafts in YAML, one document a row.
    Yaml,
    /// Drafts in JSON, an array of them.
    Json,
}

/// Where the results go.
pub struct LogOutputs<'o> {
    /// The rows.
    pub data: &'o mut dyn Write,
    /// The change log, one JSON object a line; none where nobody wants it.
    pub changes: Option<&'o mut dyn Write>,
    /// Rows without a canonical form, one JSON object a line.
    pub rejects: &'o mut dyn Write,
    /// What is found in the rows, and what compares them with each other; none where nobody wants it.
    pub findings: Option<(&'o mut dyn Findings, &'o mut Across)>,
}

/// Normalizes the rows of the log that a person knows as `name`. Blank rows are no reports, and are not counted.
pub fn log_rows(name: &str, drafts: Drafts, as_of: NaiveDate, to: LogTo, outputs: &mut LogOutputs<'_>) -> Result<Count, Failure> {
    let layout = drafts.layout().clone();
    let engine = log::engine(&layout, as_of);
    let maker = RefCell::new(Maker {
        name,
        as_of,
        to,
        layout: &layout,
        columns: columns(&layout),
        engine: log::engine(&layout, as_of).without_suppressions(),
        first: None,
        count: Count::default(),
        data: &mut *outputs.data,
        changes: match &mut outputs.changes {
            Some(changes) => Some(&mut **changes),
            None => None,
        },
        rejects: &mut *outputs.rejects,
    });
    maker.borrow_mut().head().map_err(Failure::Write)?;
    let mut stopped = None;
    let sheet = drafts.sheet().map(str::to_owned);
    let mut seen = drafts.map_while(|draft| {
        // What stands behind a fault of the file would be lost without a word: the run ends there.
        let draft = draft.map_err(|error| stopped = Some(Failure::Read(unread(error)))).ok()?;
        match maker.borrow_mut().row(&draft) {
            Ok(()) => Some(Ok(draft)),
            Err(error) => {
                stopped = Some(Failure::Write(error));
                None
            }
        }
    });
    match &mut outputs.findings {
        None => seen.by_ref().for_each(drop),
        Some((findings, across)) => {
            findings.begins(name).map_err(Failure::Write)?;
            let mut hand_on = |row, located: Located| findings.found(row, &located);
            let rows: Rows = log::check_each(
                name,
                &log::LogPlaces::new(&layout, sheet.as_deref()),
                &mut seen,
                &engine,
                &Judging { as_of },
                across,
                &mut hand_on,
            )
            .map_err(|failure| match failure {
                log::Failure::Read(error) => Failure::Read(error),
                log::Failure::Write(error) => Failure::Write(error),
            })?;
            findings.ends(name, rows, engine.not_carried()).map_err(Failure::Write)?;
        }
    }
    drop(seen);
    stopped.map_or(Ok(()), Err)?;
    maker.into_inner().finish().map_err(Failure::Write)
}

/// The questions of a log in the form's order.
fn columns(layout: &Layout) -> Vec<&Column> {
    let mut columns: Vec<&Column> = layout.columns().iter().collect();
    columns.sort_by_key(|column| column.fact);
    columns
}

/// A row that has no canonical form, as it stood: its cells as CSV.
#[derive(Serialize)]
struct Reject<'r> {
    file: &'r str,
    row: u64,
    codes: Vec<&'static str>,
    raw: String,
}

/// Makes canonical rows, one after another.
struct Maker<'m> {
    name: &'m str,
    as_of: NaiveDate,
    to: LogTo,
    layout: &'m Layout,
    columns: Vec<&'m Column>,
    engine: Engine,
    /// The first draft of an array, which stands alone where there is no second.
    first: Option<Value>,
    count: Count,
    data: &'m mut dyn Write,
    changes: Option<&'m mut dyn Write>,
    rejects: &'m mut dyn Write,
}

impl Maker<'_> {
    /// Columns that answer no question.
    fn extras(&self) -> impl Iterator<Item = (&str, usize)> {
        self.layout.extra().iter().filter(|extra| extra.dropped.is_none()).map(|extra| (extra.name.as_str(), extra.index))
    }

    fn head(&mut self) -> io::Result<()> {
        if self.to != LogTo::Csv {
            return Ok(());
        }
        let names: Vec<&str> = self.columns.iter().map(|column| column.fact.path()).chain(self.extras().map(|(name, _)| name)).collect();
        let line = csv_line(&names)?;
        self.data.write_all(line.as_bytes())
    }

    fn row(&mut self, draft: &Draft) -> io::Result<()> {
        self.count.read += 1;
        let cells: Vec<&str> = draft.cells.iter().map(String::as_str).collect();
        if let Some(fault) = surplus(self.layout, &cells) {
            return self.reject(draft, vec![fault.code]);
        }
        let Some((value, unread, found)) = self.canonical(draft) else { return self.reject(draft, Vec::new()) };
        let answered = self.columns.iter().any(|column| answer(&value, column.fact.path()).is_some());
        let kept = self.to == LogTo::Csv && self.extras().any(|(_, index)| cells.get(index).is_some_and(|cell| !cell.trim().is_empty()));
        if !answered && !kept {
            // A line without a word would be no row.
            let codes: Vec<&'static str> = unread.iter().map(|&(_, code)| code).collect();
            return self.reject(draft, if codes.is_empty() { vec!["BR020"] } else { codes });
        }
        if !self.write(&value, &cells)? {
            return self.reject(draft, Vec::new());
        }
        self.count.out += 1;
        for column in &self.columns {
            let before = cells.get(column.index).copied().unwrap_or_default();
            let after = answer(&value, column.fact.path());
            let lost = unread.iter().find(|(known, _)| *known == column.index).map(|&(_, code)| code);
            if before == after.as_deref().unwrap_or_default() {
                continue;
            }
            match lost {
                Some(_) => self.count.emptied += 1,
                None => self.count.changed += 1,
            }
            let Some(changes) = &mut self.changes else { continue };
            let code = || found.iter().find(|(known, _)| *known == column.index).map(|&(_, code)| code);
            let entry = ChangeEntry {
                file: self.name.to_owned(),
                row: draft.row,
                column: column.name.clone(),
                path: column.fact.path().to_owned(),
                before: Some(before.to_owned()).filter(|text| !text.is_empty()),
                after,
                code: lost.or_else(code),
                certainty: if lost.is_some() { "left_empty" } else { "certain" },
            };
            serde_json::to_writer(&mut *changes, &entry)?;
            changes.write_all(b"\n")?;
        }
        Ok(())
    }

    /// The canonical answers of a row; the cells that have no one reading, with the code that says so, and are left empty; and the cells that a fix
    /// settles. None where the guard does not let the result pass.
    #[expect(clippy::type_complexity, reason = "cells and codes, twice; a name for it would say no more")]
    fn canonical(&self, draft: &Draft) -> Option<(Value, Vec<(usize, &'static str)>, Vec<(usize, &'static str)>)> {
        let judge = |text: &str| check(Source::decode("row.json", text.as_bytes().to_vec()), &self.engine, &Judging { as_of: self.as_of });
        let cells = |outcome: &check::FileOutcome, wanted: &dyn Fn(&Located) -> bool| -> Vec<(usize, &'static str)> {
            let found = outcome.reports.iter().flat_map(|report| &report.findings).filter(|located| wanted(located));
            let cell = |located: &Located| column_of(self.layout, &located.place.path).map(|column| (column.index, located.finding.code));
            found.filter_map(cell).filter(|(index, _)| draft.cells.get(*index).is_some_and(|cell| !is_marker(cell))).collect()
        };
        let before = judge(&draft.text);
        let settled = cells(&before, &|located| located.finding.fix.is_some());
        let fixed =
            if settled.is_empty() { draft.text.clone() } else { fix_under("row.json", &draft.text, &self.engine, Safety::Safe).text };
        let after = if fixed == draft.text { before } else { judge(&fixed) };
        let unread = cells(&after, &is_blocking);
        let source = Source::decode("row.json", fixed.into_bytes());
        let document = Document::read(&source, Syntax::Json);
        let mut value = canonical::report(&document, document.roots().first()?.node);
        for (index, _) in &unread {
            let column = self.columns.iter().find(|column| column.index == *index)?;
            remove(&mut value, column.fact.path());
        }
        self.holds(draft, &value).then_some((value, unread, settled))
    }

    /// The guard over the whole row: it may not have moved across a line of the law.
    fn holds(&self, draft: &Draft, value: &Value) -> bool {
        let class = |text: String| {
            let source = Source::decode("row.json", text.into_bytes());
            let document = Document::read(&source, Syntax::Json);
            document.roots().first().map(|&root| Class::of(&crate::report::read(&document, root).report, self.as_of))
        };
        class(draft.text.clone()).zip(class(value.to_string())).is_some_and(|(before, after)| allows(&before, &[after]))
    }

    /// Writes a row; false where it has no form in this notation.
    fn write(&mut self, value: &Value, cells: &[&str]) -> io::Result<bool> {
        let text = match self.to {
            LogTo::Csv => {
                let answers: Vec<String> =
                    self.columns.iter().map(|column| answer(value, column.fact.path()).unwrap_or_default()).collect();
                let extras = self.extras().map(|(_, index)| cells.get(index).copied().unwrap_or_default());
                csv_line(&answers.iter().map(String::as_str).chain(extras).collect::<Vec<_>>())?
            }
            LogTo::Yaml => {
                let Some(text) = write::write(std::slice::from_ref(value), Syntax::Yaml) else { return Ok(false) };
                if self.count.out > 0 { format!("---\n{text}") } else { text }
            }
            LogTo::Json => match self.first.take() {
                None if self.count.out == 0 => {
                    self.first = Some(value.clone());
                    return Ok(true);
                }
                first => {
                    let first = first.map(|first| format!("[\n{}", indented(&first))).unwrap_or_default();
                    format!("{first},\n{}", indented(value))
                }
            },
        };
        self.data.write_all(text.as_bytes()).map(|()| true)
    }

    fn reject(&mut self, draft: &Draft, codes: Vec<&'static str>) -> io::Result<()> {
        self.count.rejected += 1;
        let mut raw = csv_line(&draft.cells.iter().map(String::as_str).collect::<Vec<_>>())?;
        raw.pop();
        serde_json::to_writer(&mut *self.rejects, &Reject { file: self.name, row: draft.row, codes, raw })?;
        self.rejects.write_all(b"\n")
    }

    fn finish(mut self) -> io::Result<Count> {
        if self.to == LogTo::Json {
            let end = match (self.first.take(), self.count.out) {
                (Some(only), _) => format!("{only:#}\n"),
                (None, 0) => "[]\n".to_owned(),
                (None, _) => "\n]\n".to_owned(),
            };
            self.data.write_all(end.as_bytes())?;
        }
        self.data.flush()?;
        Ok(self.count)
    }
}

/// A draft as an item of an array. JSON has no line breaks inside its texts.
fn indented(value: &Value) -> String {
    format!("{value:#}").lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn csv_line(cells: &[&str]) -> io::Result<String> {
    let mut line = csv::Writer::from_writer(Vec::new());
    line.write_record(cells)?;
    String::from_utf8(line.into_inner().map_err(|error| io::Error::other(error.to_string()))?).map_err(io::Error::other)
}

/// The one entity of a row, where its filer files for a list of them.
fn section<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    match value.get(key)? {
        Value::Array(items) if items.first().is_some_and(Value::is_object) => items.first(),
        other => Some(other),
    }
}

/// What a cell says: the answer to the question at `path`; none where it has none.
fn answer(value: &Value, path: &str) -> Option<String> {
    match path.split('.').try_fold(value, section)? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(answer) => Some(if *answer { "yes" } else { "no" }.to_owned()),
        Value::Array(items) => Some(items.iter().map(text).collect::<Vec<_>>().join("; ")),
        Value::Object(counts) => {
            Some(counts.iter().map(|(state, count)| format!("{state}={}", text(count))).collect::<Vec<_>>().join("; "))
        }
        number @ Value::Number(_) => Some(number.to_string()),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Takes the answer at `path` out, and the sections that it leaves empty.
fn remove(value: &mut Value, path: &str) {
    let inside = match value {
        Value::Array(items) => items.first_mut().and_then(Value::as_object_mut),
        other => other.as_object_mut(),
    };
    let Some(inside): Option<&mut Map<String, Value>> = inside else { return };
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    if let Some(below) = inside.get_mut(key).filter(|_| !rest.is_empty()) {
        remove(below, rest);
        let empty = match below {
            Value::Object(entries) => entries.is_empty(),
            Value::Array(items) => items.iter().all(|item| item.as_object().is_some_and(Map::is_empty)),
            _ => false,
        };
        if !empty {
            return;
        }
    }
    inside.shift_remove(key);
}

/// What is wrong with the file as a whole, told to whoever hears of findings.
pub fn about_log(layout: &Layout, as_of: NaiveDate, faults: &[crate::finding::Fault], findings: &mut dyn Findings) -> io::Result<()> {
    dataset::about(&log::engine(layout, as_of), faults, findings)
}
