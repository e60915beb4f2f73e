//! BR950: the narrative belongs to another report.

use crate::finding::{Severity, Sink, quoted};
use crate::narrative::counts;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::Individuals, Fact::OcrNarrative]),
    // A description would be read in its stead.
    uses: FactSet::of(&[Fact::Description, Fact::BaName]),
    silences: &["BR306", "BR521"],
    cites: &[
        logic("a row tells of its own entity's breach"),
        data("OCR public export, October 2024: at least 15 narratives of 2020 to 2023 are another entity's text"),
    ],
    ..Rule::new(
        "BR950",
        "text-of-other-report",
        "The narrative tells of another entity and another number of individuals than the row.",
        include_str!("../../../docs/rules/BR950.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let (field, name_field) = (&report.breach.individuals_affected, &report.entity.name);
    let posted = field.get().and_then(|count| u64::try_from(count).ok()).filter(|&count| count > 0);
    let (Some(posted), Some(name)) = (posted, name_field.get()) else { return };
    let Some(told) = context.told(report).filter(|told| told.fact == Fact::OcrNarrative) else { return };
    if context.repeats(report, posted) {
        return;
    }
    let Some(other) = told.stranger(report) else { return };
    let told_counts = told.counts();
    let another = told_counts.iter().any(|count| count.unit == counts::Unit::People && count.role == counts::Role::Affected);
    if !another || told_counts.iter().any(|count| count.agrees(posted)) {
        return;
    }
    let words = told.evidence(other);
    out.warn(
        words.at,
        format_args!("the narrative tells of {words}, not of {}, and of another number of individuals than {posted}", quoted(name)),
    )
    .here(format_args!("another entity"))
    .label(name_field.at(), format_args!("the row's entity"))
    .label(field.at(), format_args!("the row's count"))
    .help(format_args!("Leave this narrative out of an analysis of the row, and look for the row that it belongs to."));
}
