//! Blocks of rows through reading and rules on every thread, and their findings out in the order of the rows.

use std::io;
use std::sync::Arc;

use super::cut::{Block, Cutter, Held, LONGEST_RECORD, count_breaks};
use super::place::{BlockPlaces, FilePlace};
use super::pool::{self, Begin, Failure, Numbers, Work};
use super::row::Reader;
use super::split::{Record, Split};
use super::{Layout, Pace, Rows, Table};
use crate::finding::{Detail, Enough, Fault, Finding, Located, Severity, Sink};
use crate::report::Report;
use crate::rules::{Engine, Runner};
use crate::source::At;

/// Takes what is found in a dataset, in the order of the rows.
pub trait Findings {
    /// How many findings of one code and severity need words; none where all do.
    fn examples(&self) -> Option<u64>;
    /// A finding in row `row`; 0 for the file itself.
    fn found(&mut self, row: u64, located: &Located) -> io::Result<()>;
    /// `count` more findings that need no words.
    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> io::Result<()>;
    /// `rows` further rows were checked.
    fn progress(&mut self, _rows: u64) {}
}

/// Checks every row of `table`.
pub fn check(table: Table, engine: &Engine, pace: Pace, found: &mut dyn Findings) -> Result<Rows, Failure> {
    let Table { layout, text, delimiter, start, faults, .. } = table;
    let mut rows = Rows::default();
    about_file(engine, &faults, found).map_err(Failure::Write)?;
    let mut cutter = Cutter::new(text, delimiter, start.byte, pace.block);
    let numbers = Numbers::new(Begin { row: 1, line: start.line });
    let wanted = found.examples();
    let enough = Arc::new(Enough::default());
    let mut shown = Shown::default();
    let worker = || Checker::new(engine, &layout, delimiter, wanted.map(|_| Arc::clone(&enough)));
    pool::run(&mut cutter, pace.threads, &numbers, &worker, &mut |out: &mut Checked| {
        for (row, located) in out.found.drain(..) {
            let finding = &located.finding;
            if wanted.is_some_and(|wanted| shown.count(finding.code, finding.severity) >= wanted) {
                enough.note(finding.code, finding.severity);
            }
            found.found(row, &located)?;
        }
        for (code, severity, count) in out.more.drain(..) {
            found.more(code, severity, count)?;
        }
        rows.read += out.rows.read;
        rows.remarked += out.rows.remarked;
        found.progress(out.rows.read);
        Ok(())
    })?;
    Ok(rows)
}

/// Says why an input is no dataset.
pub fn refused(engine: &Engine, fault: Fault, found: &mut dyn Findings) -> io::Result<Rows> {
    about_file(engine, &[fault], found)?;
    Ok(Rows::default())
}

/// Words what is wrong with the file as a whole.
fn about_file(engine: &Engine, faults: &[Fault], found: &mut dyn Findings) -> io::Result<()> {
    let mut sink = Sink::default();
    engine.word(faults, &mut sink);
    let place = FilePlace { line: 1 };
    engine.findings(&mut sink).into_iter().try_for_each(|finding| found.found(0, &Located::new(finding, &place)))
}

/// How many findings of each code and severity were shown.
#[derive(Debug, Default)]
struct Shown(Vec<(&'static str, Severity, u64)>);

impl Shown {
    fn count(&mut self, code: &'static str, severity: Severity) -> u64 {
        if let Some(known) = self.0.iter_mut().find(|known| known.0 == code && known.1 == severity) {
            known.2 += 1;
            return known.2;
        }
        self.0.push((code, severity, 1));
        1
    }
}

/// What was found in one block.
#[derive(Debug, Default)]
struct Checked {
    rows: Rows,
    found: Vec<(u64, Located)>,
    more: Vec<(&'static str, Severity, u64)>,
}

/// What one thread keeps from block to block.
struct Checker<'e> {
    judge: Judge<'e>,
    split: Split,
    enough: Option<Arc<Enough>>,
}

impl<'e> Checker<'e> {
    fn new(engine: &'e Engine, layout: &'e Layout, delimiter: u8, enough: Option<Arc<Enough>>) -> Self {
        Self { judge: Judge::new(engine, layout, delimiter, enough.clone()), split: Split::default(), enough }
    }
}

impl Work for Checker<'_> {
    type Out = Checked;

    fn block(&mut self, block: &Block, numbers: &Numbers, out: &mut Checked) {
        out.found.clear();
        out.more.clear();
        out.rows = Rows::default();
        let text = block.text();
        let begin = self.judge.split(block, &text, numbers, &mut self.split);
        let places = BlockPlaces::new(self.judge.layout, &text, &self.split, block.offset, begin);
        let mut rows = self.judge.rows(&text, &self.split);
        out.rows.read = rows_in(block, &self.split);
        for (index, &record) in self.split.records().iter().enumerate() {
            let findings = if block.held == Held::Records { rows.judged(record) } else { rows.broken(block.held) };
            if findings.is_empty() {
                continue;
            }
            out.rows.remarked += 1;
            let place = places.record(index);
            for finding in findings {
                if self.enough.is_some() && finding.message.is_empty() {
                    count(&mut out.more, &finding);
                } else {
                    out.found.push((begin.row + index as u64, Located::new(finding, &place)));
                }
            }
        }
    }
}

fn count(more: &mut Vec<(&'static str, Severity, u64)>, finding: &Finding) {
    match more.iter_mut().find(|known| known.0 == finding.code && known.1 == finding.severity) {
        Some(known) => known.2 += 1,
        None => more.push((finding.code, finding.severity, 1)),
    }
}

/// Records that begin in `block`.
pub(super) fn rows_in(block: &Block, split: &Split) -> u64 {
    match block.held {
        Held::Overlong { first: false, .. } => 0,
        _ => split.records().len() as u64,
    }
}

/// Reads and judges the rows of one layout on one thread.
pub(super) struct Judge<'e> {
    engine: &'e Engine,
    pub(super) layout: &'e Layout,
    delimiter: u8,
    reader: Reader<'e>,
    runner: Runner<'e>,
    sink: Sink,
}

impl<'e> Judge<'e> {
    pub(super) fn new(engine: &'e Engine, layout: &'e Layout, delimiter: u8, enough: Option<Arc<Enough>>) -> Self {
        let sink = enough.map_or_else(Sink::default, Sink::worded_until);
        Self { engine, layout, delimiter, reader: Reader::new(layout), runner: engine.runner(), sink }
    }

    /// Splits `block` and passes on how much it holds. A broken block is one record, whatever stands in it.
    pub(super) fn split(&self, block: &Block, text: &str, numbers: &Numbers, split: &mut Split) -> Begin {
        match block.held {
            Held::Records => split.read(text, self.delimiter),
            _ => split.whole(text),
        }
        numbers.pass(block.number, rows_in(block, split), count_breaks(text.as_bytes()))
    }

    /// The rows of a block that was split.
    pub(super) fn rows<'j, 't>(&'j mut self, text: &'t str, split: &'t Split) -> RowsOf<'j, 'e, 't> {
        RowsOf { judge: self, text, split, values: Vec::new(), report: Report::not_carried(At::value(0)), faults: Vec::new() }
    }
}

/// The rows of one block, one after another.
pub(super) struct RowsOf<'j, 'e, 't> {
    judge: &'j mut Judge<'e>,
    text: &'t str,
    split: &'t Split,
    values: Vec<&'t str>,
    report: Report<'t>,
    faults: Vec<Fault>,
}

impl<'t> RowsOf<'_, '_, 't> {
    /// Reads `record` and runs the rules over it.
    pub(super) fn judged(&mut self, record: Record) -> Vec<Finding> {
        self.values.clear();
        self.values.extend(self.split.cells(record).iter().map(|&cell| self.split.text(self.text, cell)));
        self.faults.clear();
        let judge = &mut *self.judge;
        let signature = judge.reader.read(&self.values, &mut self.report, &mut self.faults);
        if !self.faults.is_empty() {
            judge.engine.word(&self.faults, &mut judge.sink);
        }
        judge.runner.run(&self.report, signature, &mut judge.sink);
        if judge.sink.is_empty() { Vec::new() } else { judge.engine.findings(&mut judge.sink) }
    }

    /// What there is to say about a record that cannot be read.
    pub(super) fn broken(&mut self, held: Held) -> Vec<Finding> {
        let judge = &mut *self.judge;
        if let Some(fault) = broken(held) {
            judge.engine.word(&[fault], &mut judge.sink);
        }
        judge.engine.findings(&mut judge.sink)
    }

    /// The cells of the row that was read last.
    pub(super) fn values(&self) -> &[&'t str] {
        &self.values
    }

    /// The report that was read last, and what its cells could not be read as.
    pub(super) fn report(&self) -> (&Report<'t>, &[Fault]) {
        (&self.report, &self.faults)
    }
}

/// The fault of a record that cannot be read; none for the rest of one.
pub(super) fn broken(held: Held) -> Option<Fault> {
    let at = At::value(0);
    let limit = |unread| Detail::Limit { which: "length of a record in bytes", limit: LONGEST_RECORD as u64, unread };
    match held {
        Held::Records | Held::Overlong { first: false, .. } => None,
        Held::Overlong { first: true, .. } => Some(Fault::new("BR015", at, limit("this record"))),
        Held::Unclosed { limit: true } => Some(Fault::new("BR015", at, limit("this line; look for a stray quote"))),
        Held::Unclosed { limit: false } => Some(Fault::new(
            "BR001",
            at,
            Detail::Broken {
                what: "a quote opens a cell here and is never closed".to_owned(),
                help: "Close the quote, or double it where it belongs to the text. This line was not read; the lines after it were."
                    .to_owned(),
                broke: None,
            },
        )),
    }
}
