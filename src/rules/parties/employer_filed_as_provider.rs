//! BR110: an employer is filed as a provider, and the text tells of its health plan.

use crate::finding::{Severity, Sink};
use crate::narrative::Class;
use crate::narrative::statements::EMPLOYER_PLAN;
use crate::report::terms::EntityType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityType]),
    any_of: Context::TEXTS,
    states: &[&EMPLOYER_PLAN],
    cites: &[law("45 CFR 160.103")],
    ..Rule::new(
        "BR110",
        "employer-filed-as-provider",
        "The text tells of an employer's group health plan, and the report is filed for a healthcare provider.",
        include_str!("../../../docs/rules/BR110.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let kind = &report.entity.kind;
    if kind.get() != Some(EntityType::Provider) {
        return;
    }
    let Some(told) = context.told(report) else { return };
    let Some(words) = told.states(&EMPLOYER_PLAN, &[Class::Incident, Class::Information, Class::Notification]) else { return };
    out.warn(
        words.at,
        format_args!("{} tells of an employer's health plan, {words}, and the entity is a Healthcare Provider", told.name()),
    )
    .label(kind.at(), format_args!("the type that is given"))
    .help(format_args!(
        "An employer's group health plan is a covered entity of its own. If its records were involved, file for the plan, as a Health Plan."
    ));
}
