//! BR608: Social Security or account numbers are involved, and credit monitoring is not among the actions.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Action, Demographic, Financial};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::PhiTypes, Fact::Actions]),
    uses: FactSet::of(&[Fact::PhiDemographic, Fact::PhiFinancial]),
    cites: &[form("OCR breach portal: `Provided individuals with free credit monitoring` is a choice under Actions Taken")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR608",
        "credit-monitoring-missing",
        "Social Security, card or account numbers were involved, and credit monitoring is not among the actions.",
        include_str!("../../../docs/rules/BR608.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (breach, notice) = (&report.breach, &report.notice);
    let Some(actions) = notice.actions.get() else { return };
    // No action at all is BR614's; what an action in the filer's own words does is not known.
    if actions.is_empty() || actions.any(&[Action::CreditMonitoring, Action::Other]) {
        return;
    }
    let ssn = breach.phi_demographic.get().is_some_and(|list| list.has(Demographic::Ssn));
    let account = breach.phi_financial.get().is_some_and(|list| list.has(Financial::CardOrAccount));
    let (at, what) = if ssn {
        (breach.phi_demographic.at_term(Demographic::Ssn), "Social Security numbers")
    } else if account {
        (breach.phi_financial.at_term(Financial::CardOrAccount), "card or account numbers")
    } else {
        return;
    };
    out.advise(notice.actions.at(), format_args!("credit monitoring is not among the actions, and {what} were involved"))
        .label(at, format_args!("involved"))
        .help(format_args!(
            "Choose `{}` if it was offered. The breach rule does not require it, but it is common practice, and State law may ask for it.",
            Action::CreditMonitoring
        ));
}
