//! `breachlint check`.

use std::io::{BufWriter, Write};

use super::args::{Check, FailOn};
use super::input::{self, Loaded};
use super::{Error, output};
use crate::check::{Settings, check, draft_engine};
use crate::dataset::layout::Kind;
use crate::dataset::log::Drafts;
use crate::dataset::read::{self, Input};
use crate::dataset::{self, Failure, Findings, Pace, Rows};
use crate::finding::{Located, Safety, Severity};
use crate::log;
use crate::render::{Format, Options, Renderer, Totals, renderer};
use crate::rules::Engine;

pub(super) fn run(arguments: &Check) -> Result<bool, Error> {
    let as_of = input::as_of(&arguments.clock);
    let mut loaded = input::load(&arguments.input)?;
    if arguments.fix {
        let safety = if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
        loaded = loaded.into_iter().map(|file| super::fix::apply(file, as_of, safety)).collect::<Result<_, _>>()?;
    }
    let shown_by_default = if arguments.format == Format::Text { Severity::Warning } else { Severity::Advice };
    let options = Options {
        as_of,
        min_severity: arguments.min_severity.map_or(shown_by_default, Into::into),
        show_values: arguments.show_values,
        colour: output::colour(arguments.color, arguments.output.is_some()),
        narrated: output::is_set("BREACHLINT_NARRATE") || output::is_set("NO_GRAPHICS"),
        width: output::width(),
    };
    let threads = arguments.pace.threads();
    let reading = super::reading::options(&arguments.reading, as_of)?;
    let totals = match &arguments.output {
        None => {
            let mut out = BufWriter::new(std::io::stdout().lock());
            let totals = report(loaded, options, &reading, threads, arguments.format, &mut out)?;
            out.flush()?;
            totals
        }
        Some(path) => {
            let mut out = Vec::new();
            let totals = report(loaded, options, &reading, threads, arguments.format, &mut out)?;
            output::write(path, &out, output::Access::Private)?;
            totals
        }
    };
    Ok(match arguments.fail_on {
        FailOn::Error => totals.errors > 0,
        FailOn::Warning => totals.errors + totals.warnings > 0,
        FailOn::Advice => totals.errors + totals.warnings + totals.advice > 0,
        FailOn::Never => false,
    })
}

fn report(
    loaded: Vec<Loaded>,
    options: Options,
    reading: &read::Options,
    threads: usize,
    format: Format,
    out: &mut dyn Write,
) -> Result<Totals, Error> {
    let draft = draft_engine(options.as_of);
    let settings = Settings { as_of: options.as_of };
    let mut totals = Totals::default();
    let mut renderer = renderer(format, options, out);
    for file in loaded {
        if file.is_dataset() {
            dataset(file, &options, reading, threads, &mut *renderer, &mut totals)?;
            continue;
        }
        let outcome = check(file.source, &draft, &settings);
        for report in &outcome.reports {
            totals.reports += 1;
            report.findings.iter().for_each(|located| totals.count(located.finding.severity));
        }
        renderer.draft(&outcome)?;
    }
    renderer.end(&totals)?;
    Ok(totals)
}

fn dataset(
    file: Loaded,
    options: &Options,
    reading: &read::Options,
    threads: usize,
    renderer: &mut dyn Renderer,
    totals: &mut Totals,
) -> Result<(), Error> {
    let name = file.source.name().to_owned();
    let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
    renderer.dataset(&name)?;
    let mut found = Rendered { name: &name, renderer, totals, progress: output::progress(&name) };
    let (rows, engine) = match read::open(&name, file.into_rows(), reading) {
        Ok(input) if input.layout.kind() == Kind::Log => {
            let engine = log::engine(&input.layout, options.as_of);
            (drafts(input, &engine, options, &mut found).map_err(|failure| at(failure, &failed))?, engine)
        }
        Ok(input) => {
            let engine = dataset::engine_for(&input.layout, options.as_of);
            let rows = dataset::check_input(input, &engine, Pace::threads(threads), &mut found).map_err(|failure| at(failure, &failed))?;
            (rows, engine)
        }
        Err(read::Failure::Refused(fault)) => {
            let engine = dataset::engine(options.as_of);
            (dataset::refused(&engine, *fault, &mut found)?, engine)
        }
        Err(read::Failure::Io(error)) => return Err(failed(error)),
    };
    totals.reports += rows.read;
    renderer.dataset_end(&name, rows, engine.not_carried())?;
    Ok(())
}

fn at(failure: Failure, failed: &dyn Fn(std::io::Error) -> Error) -> Error {
    match failure {
        Failure::Read(error) => failed(error),
        Failure::Write(error) => error.into(),
    }
}

/// Checks the rows of a log of drafts.
fn drafts(input: Input, engine: &Engine, options: &Options, found: &mut dyn Findings) -> Result<Rows, Failure> {
    let notes = input.notes.clone();
    dataset::about(engine, &notes.take(), found).map_err(Failure::Write)?;
    let Some(drafts) = Drafts::of(input) else { return Ok(Rows::default()) };
    let settings = Settings { as_of: options.as_of };
    let rows = log::check(drafts, engine, &settings, &mut |row, located| found.found(row, &located)).map_err(|failure| match failure {
        log::Failure::Read(error) => Failure::Read(error),
        log::Failure::Write(error) => Failure::Write(error),
    })?;
    dataset::about(engine, &notes.take(), found).map_err(Failure::Write)?;
    Ok(rows)
}

/// Hands what is found in rows to the renderer, and counts it.
struct Rendered<'r> {
    name: &'r str,
    renderer: &'r mut dyn Renderer,
    totals: &'r mut Totals,
    progress: output::Progress,
}

impl Findings for Rendered<'_> {
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
