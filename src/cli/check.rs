//! `breachlint check`.

use std::io::{BufWriter, Write};

use super::args::{Check, FailOn};
use super::input::{self, Loaded};
use super::{Error, output};
use crate::check::{FileOutcome, Settings, draft_engine};
use crate::dataset;
use crate::finding::{Safety, Severity};
use crate::pairing::{Given, check_all, check_with};
use crate::render::{Format, Options, Renderer, Totals, renderer};
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
            let totals = report(loaded, &given, options, arguments.format, &mut out)?;
            out.flush()?;
            totals
        }
        Some(path) => {
            let mut out = Vec::new();
            let totals = report(loaded, &given, options, arguments.format, &mut out)?;
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

fn report(loaded: Vec<Loaded>, given: &[Given], options: Options, format: Format, out: &mut dyn Write) -> Result<Totals, Error> {
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
    let mut outcomes = outcomes(drafts, given, &options)?.into_iter();
    let mut totals = Totals::default();
    let mut renderer = renderer(format, options, out);
    for file in order {
        if let Some(file) = file {
            dataset(&file, &options, &mut *renderer, &mut totals)?;
        } else if let Some(outcome) = outcomes.next() {
            for report in &outcome.reports {
                totals.reports += 1;
                report.findings.iter().for_each(|located| totals.count(located.finding.severity));
            }
            renderer.draft(&outcome)?;
        }
    }
    renderer.end(&totals)?;
    Ok(totals)
}

fn outcomes(mut drafts: Vec<Source>, given: &[Given], options: &Options) -> Result<Vec<FileOutcome>, Error> {
    let engine = draft_engine(options.as_of);
    let settings = Settings { as_of: options.as_of };
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

fn dataset(file: &Loaded, options: &Options, renderer: &mut dyn Renderer, totals: &mut Totals) -> Result<(), Error> {
    let engine = dataset::engine(options.as_of);
    renderer.dataset(&file.source)?;
    let mut failed = None;
    let rows = dataset::check(&file.source, &engine, &mut |row, located| {
        totals.count(located.finding.severity);
        if failed.is_none() {
            failed = renderer.row(&file.source, row, &located).err();
        }
    });
    if let Some(error) = failed {
        return Err(error.into());
    }
    totals.reports += rows.read;
    renderer.dataset_end(&file.source, rows, engine.not_carried())?;
    Ok(())
}
