//! Any file in memory through the same calls as `check`: a draft, a log of drafts, or an export of the public record.

use std::io::{self, Write};

use chrono::NaiveDate;

use super::gate::Refused;
use crate::across::Across;
use crate::check::{self, FileOutcome, Settings};
use crate::dataset::layout::Kind;
use crate::dataset::log::Drafts;
use crate::dataset::read::{self, Input, is_dataset};
use crate::dataset::{self, Failure, Findings, Pace};
use crate::finding::{Located, Severity};
use crate::log;
use crate::render::{Format, Options, Renderer, Totals, renderer};
use crate::rules::Engine;
use crate::source::Source;

/// How the page renders: everything is shown, and what is masked stays masked.
fn options(as_of: NaiveDate) -> Options {
    Options {
        as_of,
        min_severity: Severity::Advice,
        fail_on: Some(Severity::Error),
        show_values: false,
        colour: false,
        narrated: false,
        width: 100,
    }
}

/// What `check` finds in a draft.
pub(super) fn draft(name: &str, text: String, as_of: NaiveDate) -> FileOutcome {
    check::check(Source::decode(name, text.into_bytes()), &check::draft_engine(as_of), &Settings { as_of })
}

/// The largest answer, in bytes.
const LARGEST_ANSWER: usize = 16 * 1024 * 1024;

/// An answer in memory, which does not grow beyond all bounds.
struct Answer(Vec<u8>);

impl Write for Answer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LARGEST_ANSWER {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The report of `check` on `bytes`, which a person calls `name`, in `format`. Fails where so much is found that the answer would be too large.
pub(super) fn report(name: &str, bytes: Vec<u8>, as_of: NaiveDate, format: Format) -> Result<Vec<u8>, Refused> {
    written(name, bytes, as_of, format).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => Refused::TooMuch(LARGEST_ANSWER),
        _ => Refused::Failed,
    })
}

fn written(name: &str, bytes: Vec<u8>, as_of: NaiveDate, format: Format) -> io::Result<Vec<u8>> {
    let mut out = Answer(Vec::new());
    {
        let mut renderer = renderer(format, options(as_of), &mut out);
        let mut totals = Totals::default();
        if is_dataset(name, &bytes) {
            rows(name, bytes, as_of, &mut *renderer, &mut totals)?;
        } else {
            let outcome = check::check(Source::decode(name, bytes), &check::draft_engine(as_of), &Settings { as_of });
            totals.add(&outcome);
            renderer.draft(&outcome)?;
        }
        renderer.end(&totals)?;
    }
    Ok(out.0)
}

fn rows(name: &str, bytes: Vec<u8>, as_of: NaiveDate, renderer: &mut dyn Renderer, totals: &mut Totals) -> io::Result<()> {
    renderer.dataset(name)?;
    let mut found = Rendered { name, renderer, totals };
    let mut across = Across::new(None);
    let (rows, engine) = match read::open(name, Box::new(io::Cursor::new(bytes)), &read::Options::default()) {
        Ok(input) if input.layout.kind() == Kind::Log => {
            let engine = log::engine(&input.layout, as_of);
            let rows = log::check_input(name, input, &engine, &Settings { as_of }, &mut across, &mut found).map_err(failed)?;
            (rows, Some(engine))
        }
        Ok(input) => {
            let engine = dataset::engine_for(&input.layout, as_of);
            (dataset::check_input(name, input, &engine, Pace::threads(1), &mut across, &mut found).map_err(failed)?, Some(engine))
        }
        Err(read::Failure::Refused(fault)) => {
            let engine = dataset::engine(as_of);
            (dataset::refused(&engine, *fault, &mut found)?, None)
        }
        Err(read::Failure::Io(error)) => return Err(error),
    };
    totals.reports += rows.read;
    renderer.dataset_end(name, rows, engine.as_ref().map_or(&[], Engine::not_carried))
}

/// What `check` finds in the rows of a log, and among them; without faults of the file as a whole.
pub(super) fn log(name: &str, input: Input, as_of: NaiveDate, found: &mut dyn FnMut(u64, Located)) -> Result<(), log::Failure> {
    let engine = log::engine(&input.layout, as_of);
    let Some(drafts) = Drafts::of(input) else { return Ok(()) };
    let mut each = |row, located| {
        found(row, located);
        Ok(())
    };
    log::check(name, drafts, &engine, &Settings { as_of }, &mut Across::new(None), &mut each).map(drop)
}

fn failed(failure: Failure) -> io::Error {
    match failure {
        Failure::Read(error) | Failure::Write(error) => error,
    }
}

/// Hands what is found in rows to the renderer, and counts it.
struct Rendered<'r> {
    name: &'r str,
    renderer: &'r mut dyn Renderer,
    totals: &'r mut Totals,
}

impl Findings for Rendered<'_> {
    fn examples(&self) -> Option<u64> {
        self.renderer.examples()
    }

    fn found(&mut self, row: u64, located: &Located) -> io::Result<()> {
        self.totals.count(located.finding.severity);
        self.renderer.row(self.name, row, located)
    }

    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> io::Result<()> {
        self.totals.more(severity, count);
        self.renderer.more(code, severity, count)
    }
}
