//! What one thread makes of the rows of a block: canonical rows, the log of their changes, rejects, findings.

use std::borrow::Cow;

use xxhash_rust::xxh3::{Xxh3, xxh3_64, xxh3_128};

use super::cells::{self, Cells};
use super::encode::{self, Columns, FIELDS, Form, From};
use super::fragments::Fragments;
use super::ledger::{Entry, record_id};
use super::log::{self, Certainty, Change, Reject};
use super::{Settings, encode::Answers};
use crate::dataset::{Broken, Found, Held, Layout, NameColumn, Row, Visitor};
use crate::report::Glance;
use crate::report::digest::Digests;
use crate::report::name::NameFolder;

/// What was made of one block.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) data: Vec<u8>,
    pub(super) entries: Vec<Entry>,
    pub(super) changes: Vec<u8>,
    pub(super) rejects: Vec<u8>,
    pub(super) found: Found,
    pub(super) digests: Digests,
    pub(super) rejected: u64,
    pub(super) changed: u64,
    pub(super) emptied: u64,
}

/// What is wanted beside the rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wants {
    /// Whether changes are logged.
    pub(super) changes: bool,
    /// Whether every finding is in words.
    pub(super) words: bool,
    /// Whether rows may fold, so that their contents are compared.
    pub(super) folds: bool,
}

/// Makes canonical rows of the rows of one input.
pub(super) struct Maker {
    file: String,
    file_cell: Vec<u8>,
    layout: Layout,
    columns: Columns,
    settings: Settings,
    wants: Wants,
    folder: NameFolder,
    fragments: Fragments,
    /// The column of the name; none where rows are not compared with each other.
    names: Option<NameColumn>,
}

impl Maker {
    pub(super) fn new(file: &str, layout: Layout, columns: Columns, settings: Settings, wants: Wants) -> Self {
        let folder = NameFolder::default();
        let file_cell = encode::file_cell(file, &settings);
        Self { file: file.to_owned(), file_cell, layout, columns, settings, wants, folder, fragments: Fragments::new(), names: None }
    }

    /// The same, and it makes digests of the rows.
    pub(super) fn comparing(self, names: NameColumn) -> Self {
        Self { names: Some(names), ..self }
    }

    fn reject(&self, number: u64, codes: &[&str], raw: &str, out: &mut Made) {
        log::begin_reject(&Reject { file: &self.file, row: number, codes }, &mut out.rejects);
        log::raw(raw, &mut out.rejects);
        log::end_reject(&mut out.rejects);
        out.rejected += 1;
    }

    fn write(&mut self, row: &Row<'_, '_>, cells: &Cells<'_>, out: &mut Made) {
        // What is borrowed is the name that was looked at.
        let glance = row.known.glance.filter(|_| matches!(cells.name, Cow::Borrowed(_)));
        let identity = identity(&mut self.folder, cells, glance);
        let value = |index: usize| row.values.get(index).copied().unwrap_or_default();
        let from = match self.columns.provenance {
            Some((file, number)) => From::Elsewhere { file: value(file), row: value(number) },
            None => From::Here { file: &self.file, cell: &self.file_cell, row: row.number },
        };
        let start = out.data.len();
        let form = Form { columns: &self.columns, settings: &self.settings };
        let answers = encode::row(&record_id(identity, 1), cells, from, row.values, form, &mut self.fragments, &mut out.data);
        let len = u32::try_from(out.data.len() - start).unwrap_or(u32::MAX);
        let content = if self.wants.folds { content(&out.data, &answers) } else { 0 };
        out.entries.push(Entry { identity, content, at: start as u64, len });
    }

    fn log(&self, row: &Row<'_, '_>, cells: &Cells<'_>, out: &mut Made) {
        for change in cells.changes(row, &self.columns) {
            match change.certainty {
                Certainty::Certain => out.changed += 1,
                Certainty::LeftEmpty => out.emptied += 1,
            }
            if !self.wants.changes {
                continue;
            }
            let after = cells.text(change.field);
            let column = self.columns.fields[change.field].as_ref().map_or("", |column| &column.name);
            let entry = Change {
                file: &self.file,
                row: row.number,
                column,
                path: FIELDS[change.field].2.path(),
                before: Some(change.before).filter(|text| !text.is_empty()),
                after: after.as_deref(),
                code: change.code,
                certainty: change.certainty,
            };
            log::line(&entry, &mut out.changes);
        }
    }
}

/// What stays the same when a record is corrected: a hash of its folded name, at which somebody may have glanced, a line feed, and the day of
/// submission.
pub(crate) fn identity(folder: &mut NameFolder, cells: &Cells<'_>, glance: Option<Glance>) -> u64 {
    let mut behind = [b'\n'; 11];
    let behind = match cells.iso() {
        Some(day) => {
            behind[1..].copy_from_slice(day);
            &behind[..]
        }
        None => &behind[..1],
    };
    xxh3_64(folder.fold_seen(&cells.name, glance, behind))
}

fn content(data: &[u8], answers: &Answers) -> u128 {
    if answers.extras.is_empty() {
        return xxh3_128(&data[answers.fields.clone()]);
    }
    let mut hash = Xxh3::new();
    hash.update(&data[answers.fields.clone()]);
    hash.update(&data[answers.extras.clone()]);
    hash.digest128()
}

impl Visitor for Maker {
    type Out = Made;
    const TIDIES: bool = true;

    fn begin(&mut self, out: &mut Made) {
        out.data.clear();
        out.entries.clear();
        out.changes.clear();
        out.rejects.clear();
        out.found.clear();
        out.digests.clear();
        (out.rejected, out.changed, out.emptied) = (0, 0, 0);
    }

    fn row(&mut self, mut row: Row<'_, '_>, out: &mut Made) {
        let findings = std::mem::take(&mut row.findings);
        if let Some(names) = &self.names {
            out.digests.add(
                row.report,
                row.known,
                row.number,
                row.place.spot(names.handle(), row.known.name().is_some()),
                !findings.is_empty(),
            );
        }
        match cells::of(&row, &self.layout) {
            Ok(cells) => {
                self.write(&row, &cells, out);
                self.log(&row, &cells, out);
            }
            Err(code) => {
                let mut codes = vec![code];
                codes.extend(row.faults.iter().map(|fault| fault.code).filter(|&other| other != code));
                codes.dedup();
                self.reject(row.number, &codes, row.raw, out);
            }
        }
        out.found.add(row.number, findings, &row.place, self.wants.words);
    }

    fn broken(&mut self, broken: Broken<'_>, out: &mut Made) {
        match broken.held {
            Held::Overlong { first, last } => {
                if first {
                    log::begin_reject(&Reject { file: &self.file, row: broken.number, codes: &["BR015"] }, &mut out.rejects);
                    out.rejected += 1;
                }
                log::raw(broken.raw, &mut out.rejects);
                if last {
                    log::end_reject(&mut out.rejects);
                }
            }
            Held::Unclosed { limit } => self.reject(broken.number, &[if limit { "BR015" } else { "BR001" }], broken.raw, out),
            Held::Records => {}
        }
        out.found.add(broken.number, broken.findings, &broken.place, self.wants.words);
    }
}
