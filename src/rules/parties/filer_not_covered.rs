//! BR112: the text speaks of a filer or of records that HIPAA does not cover.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::NOT_COVERED;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName]),
    any_of: Context::TEXTS,
    states: &[&NOT_COVERED],
    cites: &[
        law("45 CFR 160.103"),
        law("16 CFR 318.3"),
        data("OCR public exports: some 35 cases were closed because the filer was no covered entity or no breach had occurred"),
    ],
    ..Rule::new(
        "BR112",
        "filer-not-covered",
        "The text says that the filer is no covered entity, or tells of records that are not protected health information.",
        include_str!("../../../docs/rules/BR112.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let Some(told) = context.told(report) else { return };
    let Some(words) = told.states(&NOT_COVERED, &[]) else { return };
    out.warn(words.at, format_args!("{} says that HIPAA may not apply: {words}", told.name()))
        .label(report.entity.name.at(), format_args!("the filer"))
        .help(format_args!("Find out whether the entity is a covered entity and the records are PHI. If not, this form is the wrong one; State law or the FTC's Health Breach Notification Rule may ask for another notice."));
}
