//! BR601: `Other` among the actions or the kinds of PHI, without the words that it asks for.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Action, PhiType};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::PhiTypes, Fact::Actions]),
    uses: FactSet::of(&[Fact::PhiOther, Fact::ActionsOther]),
    // An `Other` that nobody described is the nearer fault than a list of nothing but vague actions.
    silences: &["BR620"],
    cites: &[form("OCR breach portal: `Other` under Type of Protected Health Information and under Actions Taken opens a text box")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR601",
        "other-choice-undescribed",
        "`Other` is chosen as a kind of PHI or as an action, and nothing says what it is.",
        include_str!("../../../docs/rules/BR601.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (breach, notice) = (&report.breach, &report.notice);
    if breach.phi_types.get().is_some_and(|types| types.has(PhiType::Other)) && breach.phi_other.is_absent() {
        out.warn(breach.phi_types.at_term(PhiType::Other), format_args!("the kind of PHI `Other` is chosen, and nothing says what it is"))
            .here(format_args!("asks for a text"))
            .help(format_args!("Say under `breach.phi.other` which information it was, or take `Other` out."));
    }
    if notice.actions.get().is_some_and(|actions| actions.has(Action::Other)) && notice.actions_other.is_absent() {
        out.warn(notice.actions.at_term(Action::Other), format_args!("the action `Other` is chosen, and nothing says what was done"))
            .here(format_args!("asks for a text"))
            .help(format_args!("Say under `notice.actions_other` what was done, or take `Other` out."));
    }
}
