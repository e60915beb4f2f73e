//! `breachlint check`.

use chrono::NaiveDate;

use super::args::Check;
use super::input::{self, Loaded};
use super::report::Reports;
use super::{Error, output};
use crate::check::{FileOutcome, Settings, draft_engine};
use crate::dataset::{self, Failure, Pace, read};
use crate::finding::{Located, Safety, Severity};
use crate::pairing::{Given, check_all, check_with};
use crate::render::{Renderer, Totals};
use crate::rules::Card;
use crate::source::Source;

pub(super) fn run(arguments: &Check) -> Result<bool, Error> {
    let as_of = input::as_of(&arguments.clock);
    let mut loaded = input::load(&arguments.input)?;
    if arguments.fix {
        let safety = if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
        loaded = loaded.into_iter().map(|file| super::fix::apply(file, as_of, safety)).collect::<Result<_, _>>()?;
    }
    let given = given(arguments)?;
    let rows = Rows { reading: super::reading::options(&arguments.reading, as_of)?, threads: arguments.pace.threads(), as_of };
    let mut reports = Reports::open(arguments)?;
    let mut totals = Totals::default();
    let written = report(loaded, &given, &rows, &mut reports.renderer(arguments, as_of), &mut totals);
    let written = written.and_then(|()| reports.finish());
    match written {
        // The reader of our output has seen enough; what was found still stands.
        Err(error) if !error.is_broken_pipe() => Err(error),
        _ => Ok(totals.reach(arguments.fail_on.into())),
    }
}

/// How datasets are read and judged.
struct Rows {
    reading: read::Options,
    threads: usize,
    as_of: NaiveDate,
}

/// The reports that were named to compare with.
fn given(arguments: &Check) -> Result<Vec<Given>, Error> {
    let mut given = Vec::new();
    for (path, earlier) in arguments.previous.iter().map(|path| (path, true)).chain(arguments.twin.iter().map(|path| (path, false))) {
        let file = input::read(path)?;
        if file.is_dataset() {
            return Err(Error::Usage(format!("{}: --previous and --twin take a draft in YAML or JSON", path.display())));
        }
        given.push(Given { source: file.source, earlier });
    }
    Ok(given)
}

fn report(loaded: Vec<Loaded>, given: &[Given], rows: &Rows, renderer: &mut dyn Renderer, totals: &mut Totals) -> Result<(), Error> {
    // Drafts may belong together, so that all of them are read before the first is reported; datasets stream.
    let mut drafts = Vec::new();
    let mut order = Vec::new();
    for file in loaded {
        if file.is_dataset() {
            order.push(Some(file));
        } else {
            drafts.push(file.source);
            order.push(None);
        }
    }
    let mut outcomes = outcomes(drafts, given, rows.as_of)?.into_iter();
    for file in order {
        if let Some(file) = file {
            dataset(file, rows, renderer, totals)?;
        } else if let Some(outcome) = outcomes.next() {
            for report in &outcome.reports {
                totals.reports += 1;
                report.findings.iter().for_each(|located| totals.count(located.finding.severity));
            }
            renderer.draft(&outcome)?;
        }
    }
    renderer.end(totals)?;
    Ok(())
}

fn outcomes(mut drafts: Vec<Source>, given: &[Given], as_of: NaiveDate) -> Result<Vec<FileOutcome>, Error> {
    let engine = draft_engine(as_of);
    let settings = Settings { as_of };
    if given.is_empty() {
        return Ok(check_all(drafts, &engine, &settings));
    }
    let not_one = || Error::Usage("--previous and --twin go with one draft".to_owned());
    let draft = drafts.pop().filter(|_| drafts.is_empty()).ok_or_else(not_one)?;
    let outcome = check_with(draft, given, &engine, &settings).map_err(|error| Error::Usage(error.to_string()))?;
    let initial = |outcome: &FileOutcome| outcome.reports.iter().filter_map(|report| report.card.as_ref()).any(Card::is_initial);
    if given.iter().any(|given| given.earlier) && initial(&outcome) {
        let name = outcome.source.name();
        output::say(&format!("breachlint: {name} says that it is an initial report; what adds to an earlier one is filed as an addendum"));
    }
    Ok(vec![outcome])
}

fn dataset(file: Loaded, settings: &Rows, renderer: &mut dyn Renderer, totals: &mut Totals) -> Result<(), Error> {
    let name = file.source.name().to_owned();
    let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
    renderer.dataset(&name)?;
    let mut found = Rendered { name: &name, renderer, totals, progress: output::progress(&name) };
    let (rows, engine) = match read::open(&name, file.into_rows(), &settings.reading) {
        Ok(input) => {
            let engine = dataset::engine_for(&input.layout, settings.as_of);
            let rows =
                dataset::check_input(input, &engine, Pace::threads(settings.threads), &mut found).map_err(|failure| match failure {
                    Failure::Read(error) => failed(error),
                    Failure::Write(error) => error.into(),
                })?;
            (rows, engine)
        }
        Err(read::Failure::Refused(fault)) => {
            let engine = dataset::engine(settings.as_of);
            (dataset::refused(&engine, *fault, &mut found)?, engine)
        }
        Err(read::Failure::Io(error)) => return Err(failed(error)),
    };
    totals.reports += rows.read;
    renderer.dataset_end(&name, rows, engine.not_carried())?;
    Ok(())
}

/// Hands what is found in rows to the renderer, and counts it.
struct Rendered<'r> {
    name: &'r str,
    renderer: &'r mut dyn Renderer,
    totals: &'r mut Totals,
    progress: output::Progress,
}

impl dataset::Findings for Rendered<'_> {
    fn examples(&self) -> Option<u64> {
        self.renderer.examples()
    }

    fn found(&mut self, row: u64, located: &Located) -> std::io::Result<()> {
        self.totals.count(located.finding.severity);
        self.renderer.row(self.name, row, located)
    }

    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> std::io::Result<()> {
        self.totals.add(severity, count);
        self.renderer.more(code, severity, count)
    }

    fn progress(&mut self, rows: u64) {
        self.progress.rows(rows);
    }
}
