//! `breachlint check`.

use std::io::{BufWriter, Write};

use super::args::{Check, FailOn};
use super::input::{self, Loaded};
use super::{Error, output};
use crate::across::Across;
use crate::check::{Settings, check, draft_engine};
use crate::dataset;
use crate::finding::{Safety, Severity};
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
    let totals = match &arguments.output {
        None => {
            let mut out = BufWriter::new(std::io::stdout().lock());
            let totals = report(loaded, options, arguments.format, &mut out)?;
            out.flush()?;
            totals
        }
        Some(path) => {
            let mut out = Vec::new();
            let totals = report(loaded, options, arguments.format, &mut out)?;
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

fn report(loaded: Vec<Loaded>, options: Options, format: Format, out: &mut dyn Write) -> Result<Totals, Error> {
    let draft = draft_engine(options.as_of);
    let settings = Settings { as_of: options.as_of };
    let mut totals = Totals::default();
    let mut renderer = renderer(format, options, out);
    let rows = dataset::engine(options.as_of);
    let mut across = Across::new(&rows, Some(tempfile::tempfile));
    if loaded.iter().filter(|file| file.is_dataset()).count() > 1 {
        across = across.over_several();
    }
    for file in loaded {
        if file.is_dataset() {
            dataset(&file, &rows, &mut across, &mut *renderer, &mut totals)?;
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

fn dataset(file: &Loaded, engine: &Engine, across: &mut Across, renderer: &mut dyn Renderer, totals: &mut Totals) -> Result<(), Error> {
    renderer.dataset(&file.source)?;
    let mut failed = None;
    let rows = dataset::check_across(&file.source, engine, across, &mut |row, located| {
        totals.count(located.finding.severity);
        if failed.is_none() {
            failed = renderer.row(&file.source, row, &located).err();
        }
    })
    .map_err(|error| Error::Output("a temporary file".to_owned(), error))?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    totals.reports += rows.read;
    renderer.dataset_end(&file.source, rows, engine.not_carried())?;
    Ok(())
}
