//! `breachlint check`.

use super::args::Check;
use super::input::{self, Inputs, Loaded};
use super::project::Project;
use super::report::Reports;
use super::{Error, output};
use crate::check::{Settings, check};
use crate::dataset;
use crate::finding::Safety;
use crate::render::{Format, Renderer, Totals};

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

fn report(
    inputs: &mut Inputs,
    arguments: &Check,
    project: &mut Project,
    renderer: &mut dyn Renderer,
    totals: &mut Totals,
) -> Result<(), Error> {
    let settings = Settings { as_of: project.as_of };
    for mut file in inputs.by_ref() {
        if file.is_dataset() {
            dataset(&file, project, renderer, totals)?;
            continue;
        }
        let engine = project.draft_engine(&file.known_as());
        if arguments.fix {
            let safety = if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
            file = super::fix::apply(file, &engine, safety)?;
        }
        let outcome = check(file.source, &engine, &settings);
        totals.add(&outcome);
        renderer.draft(&outcome)?;
    }
    if inputs.has_read() {
        renderer.end(totals)?;
    }
    Ok(())
}

fn dataset(file: &Loaded, project: &Project, renderer: &mut dyn Renderer, totals: &mut Totals) -> Result<(), Error> {
    let engine = project.dataset_engine(dataset::engine(project.as_of), &file.known_as());
    renderer.dataset(file.source.name())?;
    let mut failed = None;
    let rows = dataset::check(&file.source, &engine, &mut |row, located| {
        totals.count(located.finding.severity);
        if failed.is_none() {
            failed = renderer.row(file.source.name(), row, &located).err();
        }
    });
    if let Some(error) = failed {
        return Err(error.into());
    }
    totals.reports += rows.read;
    renderer.dataset_end(file.source.name(), rows, engine.not_carried())?;
    Ok(())
}
