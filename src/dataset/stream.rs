//! Findings of a dataset in the order of its rows, as they are found.

use std::io;
use std::sync::Arc;

use super::pool::Failure;
use super::read::{Input, fault_in};
use super::spot::NameColumn;
use super::visit::{Broken, Judges, Row, Visitor, visit};
use super::{Pace, Rows};
use crate::across::{Across, Said};
use crate::finding::{Enough, Fault, Finding, Located, Severity, Sink};
use crate::report::digest::Digests;
use crate::rules::{Engine, NotChecked};
use crate::source::{At, LineColumn, Locate, Part, Place, Span};

/// Takes what is found in a dataset, in the order of the rows.
pub trait Findings {
    /// The rows of the input called `name` begin.
    fn begins(&mut self, _name: &str) -> io::Result<()> {
        Ok(())
    }
    /// How many findings of one code and severity need words; none where all do.
    fn examples(&self) -> Option<u64>;
    /// Whether messages alone are shown, and findings need no labels, help or fixes.
    fn wants_messages_only(&self) -> bool {
        false
    }
    /// A finding in row `row`; 0 for the file itself.
    fn found(&mut self, row: u64, located: &Located) -> io::Result<()>;
    /// `count` more findings that need no words.
    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> io::Result<()>;
    /// `rows` further rows were checked.
    fn progress(&mut self, _rows: u64) {}
    /// The rows of the input called `name` end.
    fn ends(&mut self, _name: &str, _rows: Rows, _not_checked: &[NotChecked]) -> io::Result<()> {
        Ok(())
    }
}

/// Checks every row of `input`, which is called `name`, and the rows against each other and those of the inputs before, by `across`. What is found
/// across rows comes last. A fault of the file that shows in its midst is a finding like any other.
pub fn check(
    name: &str,
    input: Input,
    engine: &Engine,
    pace: Pace,
    across: &mut Across,
    found: &mut dyn Findings,
) -> Result<Rows, Failure> {
    across.begin(engine);
    let names = NameColumn::of(&input.layout, input.start.records);
    let compared = across.wants_rows();
    let mut rows = Rows::default();
    let notes = input.notes.clone();
    about_file(engine, &notes.take(), found).map_err(Failure::Write)?;
    let mut examples = Examples::of(found);
    let enough = examples.enough.clone();
    let worded = enough.is_none();
    let judges = Judges { engine, enough: enough.as_ref(), messages_only: found.wants_messages_only() };
    let read = visit(input, Some(judges), pace, &|_| Lister { worded, names: compared.then(|| names.clone()) }, &mut |visits| {
        for (row, located) in visits.out.found.found.drain(..) {
            examples.show(&located.finding);
            found.found(row, &located)?;
        }
        for (code, severity, count) in visits.out.found.more.drain(..) {
            found.more(code, severity, count)?;
        }
        across.take(&visits.out.digests)?;
        rows.read += visits.rows.read;
        rows.remarked += visits.rows.remarked;
        found.progress(visits.rows.read);
        Ok(())
    });
    if let Err(failure) = read {
        match failure {
            Failure::Read(error) if fault_in(&error).is_some() => {
                let fault = fault_in(&error).cloned();
                about_file(engine, fault.as_slice(), found).map_err(Failure::Write)?;
            }
            other => return Err(other),
        }
    }
    about_file(engine, &notes.take(), found).map_err(Failure::Write)?;
    rows.remarked += finish(name, &names, across, &mut examples, found).map_err(Failure::Write)?;
    Ok(rows)
}

/// Hands on what `across` finds between the rows, and gives the number of rows that nothing was found in before.
pub(crate) fn finish(
    name: &str,
    names: &NameColumn,
    across: &mut Across,
    examples: &mut Examples,
    found: &mut dyn Findings,
) -> io::Result<u64> {
    let mut failed = None;
    let fresh = across.finish(name, names, examples.enough.clone(), &mut |row, said| {
        if failed.is_none() {
            let told = match said {
                Said::Words(located) => {
                    examples.show(&located.finding);
                    found.found(row, &located)
                }
                Said::More(code, severity) => found.more(code, severity, 1),
            };
            failed = told.err();
        }
    })?;
    failed.map_or(Ok(fresh), Err)
}

/// Says why an input is no dataset.
pub fn refused(engine: &Engine, fault: Fault, found: &mut dyn Findings) -> io::Result<Rows> {
    about_file(engine, &[fault], found)?;
    Ok(Rows::default())
}

/// Words what is wrong with the file as a whole.
pub fn about_file(engine: &Engine, faults: &[Fault], found: &mut dyn Findings) -> io::Result<()> {
    let mut sink = Sink::default();
    engine.word(faults, &mut sink);
    engine.findings(&mut sink).into_iter().try_for_each(|finding| found.found(0, &Located::new(finding, &FilePlace)))
}

/// Places of the input outside every record.
struct FilePlace;

impl Locate for FilePlace {
    fn place(&self, at: At) -> Place {
        let (start, end) = match at.part {
            Part::Text { start, end } => (start, end),
            _ => (0, 0),
        };
        let top = LineColumn { line: 1, column: 1 };
        Place { span: Span { start, end: end.max(start) }, start: top, end: top, path: String::new(), row: None, cell: None }
    }
}

/// Which findings still need words.
#[derive(Debug, Default)]
pub(crate) struct Examples {
    /// How many of each code and severity are shown; none where all are.
    wanted: Option<u64>,
    /// What was shown often enough; none where everything is shown.
    pub(crate) enough: Option<Arc<Enough>>,
    /// How many were shown.
    shown: Vec<(&'static str, Severity, u64)>,
}

impl Examples {
    /// What `found` wants in words.
    pub(crate) fn of(found: &dyn Findings) -> Self {
        let wanted = found.examples();
        Self { wanted, enough: wanted.map(|_| Arc::new(Enough::default())), shown: Vec::new() }
    }

    /// One more is shown.
    pub(crate) fn show(&mut self, finding: &Finding) {
        let (Some(wanted), Some(enough)) = (self.wanted, &self.enough) else { return };
        let (code, severity) = (finding.code, finding.severity);
        let known = self.shown.iter().position(|known| known.0 == code && known.1 == severity);
        let at = known.unwrap_or(self.shown.len());
        if known.is_none() {
            self.shown.push((code, severity, 0));
        }
        self.shown[at].2 += 1;
        if self.shown[at].2 >= wanted {
            enough.note(code, severity);
        }
    }
}

/// The findings of one block, in words or as numbers.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The findings in words, with their rows.
    pub(crate) found: Vec<(u64, Located)>,
    /// How many more there are of each code and severity.
    pub(crate) more: Vec<(&'static str, Severity, u64)>,
}

impl Found {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.found.clear();
        self.more.clear();
    }

    /// Files the findings of row `row`. If `worded`, all of them are in words.
    pub(crate) fn add(&mut self, row: u64, findings: Vec<Finding>, place: &dyn Locate, worded: bool) {
        for finding in findings {
            if worded || !finding.message.is_empty() {
                self.found.push((row, Located::new(finding, place)));
            } else if let Some(known) = self.more.iter_mut().find(|known| known.0 == finding.code && known.1 == finding.severity) {
                known.2 += 1;
            } else {
                self.more.push((finding.code, finding.severity, 1));
            }
        }
    }
}

/// What is found in the rows of a block, and what they are compared with others by.
#[derive(Debug, Default)]
struct Listed {
    found: Found,
    digests: Digests,
}

/// Makes a list of what is found.
struct Lister {
    worded: bool,
    /// The column of the name; none where rows are not compared with each other.
    names: Option<NameColumn>,
}

impl Visitor for Lister {
    type Out = Listed;

    fn begin(&mut self, out: &mut Listed) {
        out.found.clear();
        out.digests.clear();
    }

    fn row(&mut self, row: Row<'_, '_>, out: &mut Listed) {
        if let Some(names) = &self.names {
            out.digests.add(
                row.report,
                row.known,
                row.number,
                row.place.spot(names.handle(), row.known.name().is_some()),
                !row.findings.is_empty(),
            );
        }
        // Few rows have any.
        if !row.findings.is_empty() {
            out.found.add(row.number, row.findings, &row.place, self.worded);
        }
    }

    fn broken(&mut self, broken: Broken<'_>, out: &mut Listed) {
        out.found.add(broken.number, broken.findings, &broken.place, self.worded);
    }
}
