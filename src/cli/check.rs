//! `breachlint check`.

use chrono::NaiveDate;

use super::Error;
use super::args::Check;
use super::input::{self, Loaded};
use super::report::Reports;
use crate::check::{Settings, check, draft_engine};
use crate::dataset;
use crate::finding::Safety;
use crate::render::{Renderer, Totals};

pub(super) fn run(arguments: &Check) -> Result<bool, Error> {
    let as_of = input::as_of(&arguments.clock);
    let mut loaded = input::load(&arguments.input)?;
    if arguments.fix {
        let safety = if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
        loaded = loaded.into_iter().map(|file| super::fix::apply(file, as_of, safety)).collect::<Result<_, _>>()?;
    }
    let mut reports = Reports::open(arguments)?;
    let mut totals = Totals::default();
    let written = report(loaded, as_of, &mut reports.renderer(arguments, as_of), &mut totals);
    let written = written.and_then(|()| reports.finish());
    match written {
        // The reader of our output has seen enough; what was found still stands.
        Err(error) if !error.is_broken_pipe() => Err(error),
        _ => Ok(totals.reach(arguments.fail_on.into())),
    }
}

fn report(loaded: Vec<Loaded>, as_of: NaiveDate, renderer: &mut dyn Renderer, totals: &mut Totals) -> Result<(), Error> {
    let draft = draft_engine(as_of);
    let settings = Settings { as_of };
    for file in loaded {
        if file.is_dataset() {
            dataset(&file, as_of, renderer, totals)?;
            continue;
        }
        let outcome = check(file.source, &draft, &settings);
        for report in &outcome.reports {
            totals.reports += 1;
            report.findings.iter().for_each(|located| totals.count(located.finding.severity));
        }
        renderer.draft(&outcome)?;
    }
    renderer.end(totals)?;
    Ok(())
}

fn dataset(file: &Loaded, as_of: NaiveDate, renderer: &mut dyn Renderer, totals: &mut Totals) -> Result<(), Error> {
    let engine = dataset::engine(as_of);
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
