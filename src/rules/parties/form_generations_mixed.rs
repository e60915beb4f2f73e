//! BR103: a safeguard of the form before 2015 on a report of the form since.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Safeguard, Term};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Safeguards]),
    cites: &[form("OCR breach portal since 2015: five general safeguards in place of the ten technical ones")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR103",
        "form-generations-mixed",
        "A safeguard is named that the form has not offered since 2015.",
        include_str!("../../../docs/rules/BR103.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.safeguards;
    let Some(safeguards) = field.get() else { return };
    let mut legacy = safeguards.iter().filter(|safeguard| !safeguard.is_current());
    let Some(first) = legacy.next() else { return };
    let current = |safeguard| if safeguard == Safeguard::PhysicalSecurity { Safeguard::Physical } else { Safeguard::Technical };
    let mut draft = out
        .warn(field.at_term(first), format_args!("`{first}` is a safeguard of the form before 2015"))
        .here(format_args!("today it is part of `{}`", current(first)));
    for other in legacy {
        draft = draft.label(field.at_term(other), format_args!("before 2015 as well; today part of `{}`", current(other)));
    }
    draft.help(format_args!("Name it by the general safeguard that covers it, once, and keep the detail for the description."));
}
