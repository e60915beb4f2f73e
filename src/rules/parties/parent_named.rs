//! BR113: a parent or hybrid entity is named where a component had the breach.

use crate::finding::{Severity, Sink};
use crate::narrative::Class;
use crate::narrative::phrase;
use crate::narrative::statements::COMPONENT;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::EntityName]),
    any_of: Context::TEXTS,
    states: &[&COMPONENT],
    cites: &[law("45 CFR 164.105")],
    ..Rule::new(
        "BR113",
        "parent-named",
        "The text speaks of a component or an affiliate, and the report names the whole.",
        include_str!("../../../docs/rules/BR113.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.entity.name;
    let Some(name) = field.get() else { return };
    let Some(told) = context.told(report) else { return };
    let Some(words) = told.states(&COMPONENT, &[Class::Incident, Class::Information]) else { return };
    if phrase(name, "affiliated covered entity").is_some() {
        return;
    }
    out.advise(words.at, format_args!("{} speaks of a part of a larger entity: {words}", told.name()))
        .label(field.at(), format_args!("the name that is given"))
        .help(format_args!("Name the component that had the breach, always in the same way, so that its reports can be found together."));
}
