//! The rows of an input, read and judged on every core, and what is made of them in the order of the input.

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

use super::Layout;
use super::cut::{BLOCK, Block, Cutter, Held, LONGEST_RECORD};
use super::place::{BlockPlaces, RowPlace};
use super::pool::{self, Begin, Failure, Numbers, Work};
use super::read::Input;
use super::row::Reader;
use super::split::{Raw, Split};
use crate::finding::{Detail, Enough, Fault, Finding, Sink};
use crate::report::digest::Known;
use crate::report::{FactSet, Report};
use crate::rules::{Engine, Runner};
use crate::source::At;

/// How a run goes about its work. The results do not depend on it.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Threads that work on rows; at least one.
    pub threads: usize,
    /// Bytes of a block.
    pub block: usize,
}

impl Pace {
    /// Work on `threads` threads.
    pub fn threads(threads: usize) -> Self {
        Self { threads: threads.max(1), block: BLOCK }
    }
}

/// What was read of a dataset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rows {
    /// Records, the header not counted.
    pub read: u64,
    /// Records with at least one finding.
    pub remarked: u64,
}

/// One row that was read.
pub(crate) struct Row<'r, 't> {
    /// The record, from 1, the header not counted.
    pub(crate) number: u64,
    /// Its answers.
    pub(crate) report: &'r Report<'t>,
    /// The answers whose cells stand letter by letter as the portal writes them, as far as that is known.
    pub(crate) plain: FactSet,
    /// Its cells, decoded.
    pub(crate) values: &'r [&'t str],
    /// What the cells could not be read as.
    pub(crate) faults: &'r [Fault],
    /// What there is to say about it.
    pub(crate) findings: Vec<Finding>,
    /// What its digest needs of it.
    pub(crate) known: &'r Known<'t>,
    /// Its cells as they stand in the input.
    pub(crate) cells: Raw<'t>,
    /// The record as it stands in the input.
    pub(crate) raw: &'t str,
    /// The way from a finding back to its cell.
    pub(crate) place: RowPlace<'r>,
}

/// Who looks at rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judges<'e> {
    /// The rules.
    pub(crate) engine: &'e Engine,
    /// What needs no words any longer; none where every finding is in words.
    pub(crate) enough: Option<&'e Arc<Enough>>,
    /// Whether findings need no words but their messages.
    pub(crate) messages_only: bool,
}

/// A record, or a part of one, that cannot be read.
pub(crate) struct Broken<'r> {
    /// The record, from 1, the header not counted.
    pub(crate) number: u64,
    /// Why it cannot be read, and which part of it this is.
    pub(crate) held: Held,
    /// The code of the reason; none for the rest of a record that began before.
    pub(crate) code: Option<&'static str>,
    /// What there is to say about it.
    pub(crate) findings: Vec<Finding>,
    /// The bytes as they stand in the input.
    pub(crate) raw: &'r str,
    /// The way from a finding back to its place.
    pub(crate) place: RowPlace<'r>,
}

/// What is made of rows, on one thread.
pub(crate) trait Visitor {
    /// What is made of a block of rows.
    type Out: Default + Send;
    /// Whether it is told which descriptions are as tidy as the canonical form wants them.
    const TIDIES: bool = false;

    /// A block begins: `out` is reused.
    fn begin(&mut self, out: &mut Self::Out);
    /// A row of the block.
    fn row(&mut self, row: Row<'_, '_>, out: &mut Self::Out);
    /// A record that cannot be read.
    fn broken(&mut self, broken: Broken<'_>, out: &mut Self::Out);
}

/// What was made of a block, and how many rows it has.
#[derive(Debug, Default)]
pub(crate) struct Visits<O> {
    /// The rows of the block.
    pub(crate) rows: Rows,
    /// What the visitor made of them.
    pub(crate) out: O,
}

/// Shows every row of `input` to a visitor; `write` gets what it makes of each block, in the order of the input. Without `judges` rows are read, and
/// nothing is said about them.
pub(crate) fn visit<V: Visitor>(
    input: Input,
    judges: Option<Judges<'_>>,
    pace: Pace,
    visitor: &(dyn Fn(&Layout) -> V + Sync),
    write: &mut dyn FnMut(&mut Visits<V::Out>) -> io::Result<()>,
) -> Result<(), Failure> {
    let Input { layout, text, delimiter, start, .. } = input;
    let mut cutter = Cutter::new(text, delimiter, start.byte, pace.block);
    let numbers = Numbers::new(Begin { row: 1, line: start.line });
    let worker = || Worker {
        visitor: visitor(&layout),
        judge: Judge::new(judges, &layout, V::TIDIES),
        split: Split::default(),
        delimiter,
        before: start.records,
    };
    pool::run(&mut cutter, pace.threads, &numbers, &worker, write)
}

/// What one thread keeps from block to block.
struct Worker<'e, V> {
    visitor: V,
    judge: Judge<'e>,
    split: Split,
    delimiter: u8,
    before: u64,
}

impl<V: Visitor> Work for Worker<'_, V> {
    type Out = Visits<V::Out>;

    fn block(&mut self, block: &mut Block, numbers: &Numbers, visits: &mut Self::Out) {
        self.visitor.begin(&mut visits.out);
        let (held, block_number, offset) = (block.held, block.number, block.offset);
        let (text, marks) = block.parts();
        match (held, marks, &text) {
            // The marks are places in the bytes, of which nothing was replaced.
            (Held::Records, Some(marks), Cow::Borrowed(text)) => self.split.at(text, marks),
            (Held::Records, _, text) => self.split.read(text, self.delimiter),
            (_, _, text) => self.split.whole(text),
        }
        let rows = match held {
            Held::Overlong { first: false, .. } => 0,
            _ => self.split.records().len() as u64,
        };
        let mut begin = numbers.pass(block_number, rows, self.split.lines().into());
        visits.rows = Rows { read: rows, remarked: 0 };
        if rows == 0 {
            // The rest of a record that began in an earlier block.
            begin.row -= 1;
        }
        let places = BlockPlaces::new(self.judge.layout, &text, &self.split, offset, begin, self.before);
        let mut report = Report::not_carried(At::value(0));
        let (mut values, mut known) = (Vec::with_capacity(self.judge.layout.width()), Known::default());
        for (index, &record) in self.split.records().iter().enumerate() {
            let number = begin.row + index as u64;
            let raw = &text[record.start as usize..record.end as usize];
            let place = places.record(index);
            if held == Held::Records {
                self.split.values(&text, record, &mut values);
                let findings = self.judge.judged(&text, &values, &mut report, &mut known);
                visits.rows.remarked += u64::from(!findings.is_empty());
                let (faults, plain) = (&self.judge.faults, self.judge.reader.plain());
                let cells = self.split.raw(&text, record);
                let row = Row { number, report: &report, plain, values: &values, faults, findings, known: &known, cells, raw, place };
                self.visitor.row(row, &mut visits.out);
            } else {
                let fault = broken(held);
                let code = fault.as_ref().map(|fault| fault.code);
                let findings = self.judge.findings(fault.as_slice());
                visits.rows.remarked += u64::from(!findings.is_empty());
                let raw = if matches!(held, Held::Overlong { last: false, .. }) { &text } else { raw };
                self.visitor.broken(Broken { number, held, code, findings, raw, place }, &mut visits.out);
            }
        }
    }
}

/// Reads and judges the rows of one layout on one thread.
struct Judge<'e> {
    layout: &'e Layout,
    reader: Reader<'e>,
    /// None where nothing is said about rows.
    rules: Option<(&'e Engine, Runner<'e>)>,
    sink: Sink,
    faults: Vec<Fault>,
}

impl<'e> Judge<'e> {
    fn new(judges: Option<Judges<'e>>, layout: &'e Layout, tidies: bool) -> Self {
        let enough = judges.and_then(|judges| judges.enough);
        let mut sink = enough.cloned().map_or_else(Sink::default, Sink::worded_until);
        if judges.is_some_and(|judges| judges.messages_only) {
            sink = sink.of_messages_only();
        }
        let rules = judges.map(|judges| (judges.engine, judges.engine.runner()));
        let reader = Reader::new(layout);
        let reader = if tidies { reader.tidying() } else { reader };
        Self { layout, reader, rules, sink, faults: Vec::new() }
    }

    /// Reads the record of `text` whose cells are `values` into `report`, and runs the rules over it. Gives what there is to say, and puts what its
    /// digest needs into `known`.
    fn judged<'t>(&mut self, text: &'t str, values: &[&'t str], report: &mut Report<'t>, known: &mut Known<'t>) -> Vec<Finding> {
        self.faults.clear();
        let signature = self.reader.read(text, values, report, &mut self.faults, &mut known.glance);
        let Some((engine, runner)) = &mut self.rules else { return Vec::new() };
        if !self.faults.is_empty() {
            engine.word(&self.faults, &mut self.sink);
        }
        runner.run(report, signature, &mut self.sink, known);
        if self.sink.is_empty() { Vec::new() } else { engine.findings(&mut self.sink) }
    }

    /// What there is to say about `faults`.
    fn findings(&mut self, faults: &[Fault]) -> Vec<Finding> {
        let Some((engine, _)) = &self.rules else { return Vec::new() };
        engine.word(faults, &mut self.sink);
        engine.findings(&mut self.sink)
    }
}

/// The fault of a record that cannot be read; none for the rest of one.
fn broken(held: Held) -> Option<Fault> {
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
