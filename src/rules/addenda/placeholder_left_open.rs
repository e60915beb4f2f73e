//! BR805: a report filed with exactly 500 or 501 individuals, and no addendum since.

use crate::finding::{Severity, Sink};
use crate::report::date::{days_between, sixty_days_after};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Relation, Rule, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals]),
    uses: FactSet::of(&[Fact::SubmittedOn]),
    silences: &["BR303", "BR304"],
    cites: &[
        form("OCR's instructions for the breach form: an estimate is corrected by an addendum"),
        data("Protenus, 2024: of 53 reports of 2023 with a placeholder, 38 were not corrected by September 2024"),
    ],
    ..Rule::new(
        "BR805",
        "placeholder-left-open",
        "A report was filed more than 60 days ago with exactly 500 or 501 individuals, and no addendum to it was given.",
        include_str!("../../../docs/rules/BR805.md"),
        Check::Unpaired(Relation::Later, check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let individuals = &report.breach.individuals_affected;
    let (Some(count), Some(filed)) = (individuals.get(), report.filing.submitted_on.get()) else { return };
    if !matches!(count, 500 | 501) || context.as_of <= sixty_days_after(filed) {
        return;
    }
    let days = days_between(filed, context.as_of);
    out.warn(individuals.at(), format_args!("exactly {count} individuals were reported {days} days ago, and no addendum was given"))
        .label(report.filing.submitted_on.at(), format_args!("filed on this day"))
        .help(format_args!(
            "If the number stood for one that was not known, file an addendum with the number that was counted. If {count} was counted, nothing need \
             be done. An addendum that was filed is found where its draft is checked in the same run."
        ));
}
