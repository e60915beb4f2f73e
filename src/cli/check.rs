//! `breachlint check`.

use super::args::Check;
use super::batch::{Batch, Sink};
use super::input::{self, Inputs, Loaded};
use super::project::Project;
use super::report::Reports;
use super::staged::scratch;
use super::{Error, output};
use crate::across::Across;
use crate::check::{FileOutcome, Settings};
use crate::dataset::layout::Kind;
use crate::dataset::read;
use crate::dataset::{self, Failure, Findings, Pace};
use crate::finding::{Located, Safety, Severity};
use crate::log;
use crate::pairing::{Given, check_with};
use crate::render::{Format, Renderer, Totals};
use crate::rules::{Card, Engine};

pub(super) fn run(arguments: &Check) -> Result<bool, Error> {
    let mut project = Project::open(&arguments.settings, &arguments.clock, &arguments.input.paths)?;
    if arguments.show_config {
        let file = project.config_file.as_ref().map(|file| format!("# {}\n", file.display()));
        return output::print(&(file.unwrap_or_else(|| "# no breachlint.toml\n".to_owned()) + &project.config.show()));
    }
    project = project.with_baseline(arguments.baseline.as_ref())?;
    let mut inputs = input::list(&arguments.input, &project.config, |path| project.below_root(path))?;
    let fail_on = project.fail_on(arguments.fail_on);
    let mut reports = Reports::open(arguments)?;
    let mut totals = Totals::default();
    let mut renderer = reports.renderer(arguments, project.as_of, fail_on);
    let mut written = report(&mut inputs, arguments, &mut project, &mut renderer, &mut totals);
    drop(renderer);
    let all_read = inputs.finish();
    // A run that read nothing leaves no report.
    if inputs.has_read() {
        written = written.and_then(|()| reports.finish());
        if matches!(arguments.format, Format::Concise | Format::Gitlab) {
            say_what_is_set_aside(&totals);
        }
    }
    match written {
        // The reader of our output has seen enough; what was found still stands.
        Err(error) if !error.is_broken_pipe() => Err(error),
        _ => all_read.map(|()| totals.reach(fail_on)),
    }
}

/// For formats that have no place for it.
fn say_what_is_set_aside(totals: &Totals) {
    if totals.suppressed + totals.in_baseline > 0 {
        output::say(&format!("breachlint: {} findings suppressed, {} in the baseline", totals.suppressed, totals.in_baseline));
    }
}

/// How datasets are read.
struct Rows {
    reading: read::Options,
    threads: usize,
}

/// Where the run's reports go, and what they add up to.
struct Out<'r> {
    rows: &'r Rows,
    across: Across,
    renderer: &'r mut dyn Renderer,
    totals: &'r mut Totals,
}

impl Sink for Out<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> Result<(), Error> {
        self.totals.add(outcome);
        self.renderer.draft(outcome).map_err(Error::from)
    }

    fn dataset(&mut self, file: Loaded, project: &Project) -> Result<(), Error> {
        dataset(file, project, self.rows, &mut self.across, self.renderer, self.totals)
    }
}

fn report(
    inputs: &mut Inputs,
    arguments: &Check,
    project: &mut Project,
    renderer: &mut dyn Renderer,
    totals: &mut Totals,
) -> Result<(), Error> {
    let rows =
        &Rows { reading: super::reading::options(&arguments.reading, &project.config, project.as_of)?, threads: arguments.pace.threads() };
    let safety = if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
    let given = given(arguments)?;
    if given.is_empty() {
        let batch = Batch::read(inputs, project, arguments.fix.then_some(safety))?;
        let mut across = Across::new(Some(scratch));
        if batch.has_several_datasets() {
            across = across.over_several();
        }
        batch.report(project, &mut Out { rows, across, renderer, totals })?;
    } else {
        let outcome = beside(inputs, &given, project)?;
        totals.add(&outcome);
        renderer.draft(&outcome)?;
    }
    if inputs.has_read() {
        renderer.end(totals)?;
    }
    Ok(())
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

/// The one draft of `inputs` beside the reports that were named.
fn beside(inputs: &mut Inputs, given: &[Given], project: &mut Project) -> Result<FileOutcome, Error> {
    let draft = inputs.next().filter(|file| !file.is_dataset());
    let (Some(draft), None) = (draft, inputs.next()) else {
        return Err(Error::Usage("--previous and --twin go with one draft".to_owned()));
    };
    let engine = project.draft_engine(&draft.known_as());
    let outcome = check_with(draft.source, given, &engine, &Settings { as_of: project.as_of });
    let outcome = outcome.map_err(|error| Error::Usage(error.to_string()))?;
    let initial = |outcome: &FileOutcome| outcome.reports.iter().filter_map(|report| report.card.as_ref()).any(Card::is_initial);
    if given.iter().any(|given| given.earlier) && initial(&outcome) {
        let name = outcome.source.name();
        output::say(&format!("breachlint: {name} says that it is an initial report; what adds to an earlier one is filed as an addendum"));
    }
    Ok(outcome)
}

fn dataset(
    file: Loaded,
    project: &Project,
    rows: &Rows,
    across: &mut Across,
    renderer: &mut dyn Renderer,
    totals: &mut Totals,
) -> Result<(), Error> {
    let name = file.source.name().to_owned();
    let path = file.known_as();
    let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
    renderer.dataset(&name)?;
    let mut found = Rendered { name: &name, renderer, totals, progress: output::progress(&name) };
    let (rows, engine) = match read::open(&name, file.into_rows(), &rows.reading) {
        Ok(input) if input.layout.kind() == Kind::Log => {
            let engine = project.dataset_engine(log::engine(&input.layout, project.as_of), &path);
            let settings = Settings { as_of: project.as_of };
            let rows = log::check_input(&name, input, &engine, &settings, across, &mut found).map_err(|failure| at(failure, &failed))?;
            (rows, Some(engine))
        }
        Ok(input) => {
            let engine = project.dataset_engine(dataset::engine_for(&input.layout, project.as_of), &path);
            let pace = Pace::threads(rows.threads);
            let rows = dataset::check_input(&name, input, &engine, pace, across, &mut found).map_err(|failure| at(failure, &failed))?;
            (rows, Some(engine))
        }
        Err(read::Failure::Refused(fault)) => {
            let engine = project.dataset_engine(dataset::engine(project.as_of), &path);
            // Of what is no list at all, there is no use in saying which rules did not run.
            (dataset::refused(&engine, *fault, &mut found)?, None)
        }
        Err(read::Failure::Io(error)) => return Err(failed(error)),
    };
    totals.reports += rows.read;
    renderer.dataset_end(&name, rows, engine.as_ref().map_or(&[], Engine::not_carried))?;
    Ok(())
}

fn at(failure: Failure, failed: &dyn Fn(std::io::Error) -> Error) -> Error {
    match failure {
        Failure::Read(error) => failed(error),
        Failure::Write(error) => error.into(),
    }
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

    fn wants_messages_only(&self) -> bool {
        self.renderer.wants_messages_only()
    }

    fn found(&mut self, row: u64, located: &Located) -> std::io::Result<()> {
        self.totals.count(located.finding.severity);
        self.renderer.row(self.name, row, located)
    }

    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> std::io::Result<()> {
        self.totals.more(severity, count);
        self.renderer.more(code, severity, count)
    }

    fn progress(&mut self, rows: u64) {
        self.progress.rows(rows);
    }
}
