//! BR521: the text tells of another entity than the filer.

use crate::finding::{Severity, Sink, quoted};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, SourceKind, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning, Severity::Advice],
    needs: FactSet::of(&[Fact::EntityName]),
    any_of: Context::TEXTS,
    uses: FactSet::of(&[Fact::BaName]),
    cites: &[
        logic("a report tells of its own filer's breach"),
        data("OCR public export, October 2024: at least 15 narratives of 2020 to 2023 are another entity's text"),
    ],
    ..Rule::new(
        "BR521",
        "entity-other-than-filer",
        "The text tells of another entity than the report is filed for.",
        include_str!("../../../docs/rules/BR521.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.entity.name;
    let Some(told) = context.told(report) else { return };
    let Some(name) = field.get() else { return };
    let Some(range) = told.stranger(report) else { return };
    let words = told.evidence(range);
    // In the public record an entity goes by many names; in a draft the filer chose both.
    let severity = if context.source == SourceKind::Draft { Severity::Warning } else { Severity::Advice };
    out.find(severity, words.at, format_args!("{} tells of {words}, and the report is filed for {}", told.name(), quoted(name)))
        .here(format_args!("another name"))
        .label(field.at(), format_args!("the report is filed for this entity"))
        .help(format_args!(
            "If the text of another report was pasted here, replace it. If the two are one entity, give the name by which the report is filed in the text too."
        ));
}
