//! BR119: a business associate files on behalf of a covered entity that is not listed, or of several of which one is.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::SEVERAL_ENTITIES;
use crate::report::{Fact, FactSet, Gap, Report};
use crate::rules::{Check, Context, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Filer]),
    uses: FactSet::of(&[Fact::EntityName, Fact::Description, Fact::OcrNarrative]),
    cites: &[form("OCR breach portal, Contact screen: one or more covered entities where a business associate files")],
    ..Rule::new(
        "BR119",
        "represented-entity-missing",
        "A business associate files on behalf of a covered entity, and none is listed, or one where the text speaks of several.",
        include_str!("../../../docs/rules/BR119.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let (filer, name) = (&report.filing.filer, &report.entity.name);
    let Some(role) = filer.get().filter(|role| role.is_associate()) else { return };
    // An entity that is listed points at itself; the stand-in for one that is not points at the report.
    if name.gap() == Some(Gap::Unreadable("BR004")) && name.at() == report.at {
        let whom = if role.is_part_2() { "Part 2 program" } else { "covered entity" };
        out.warn(filer.at(), format_args!("no {whom} is listed on whose behalf the report is filed"))
            .here(format_args!("this role files on behalf of a {whom}"))
            .help(format_args!(
                "List under `covered_entity` each {whom} whose individuals are affected, with its own count, residents and discovery."
            ));
    }
    if name.gap().is_none() && report.more_entities.is_empty() {
        let Some(told) = context.told(report) else { return };
        let Some(words) = told.states(&SEVERAL_ENTITIES, &[]) else { return };
        out.warn(words.at, format_args!("{} speaks of several covered entities, and one is listed: {words}", told.name()))
            .label(name.at(), format_args!("the one that is listed"))
            .help(format_args!("List each covered entity whose individuals are affected. Thresholds and clocks stand for each by itself."));
    }
}
