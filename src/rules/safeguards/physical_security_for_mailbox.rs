//! BR616: physical security improved in response to a hacked mailbox.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Action, BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location, Fact::Actions]),
    cites: &[logic("locks and doors do not keep an intruder out of a mailbox that is reached over the Internet")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR616",
        "physical-security-for-mailbox",
        "Physical security was improved in response to a hacking incident in e-mail alone.",
        include_str!("../../../docs/rules/BR616.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (breach, actions) = (&report.breach, &report.notice.actions);
    let hacked = breach.breach_type.get().is_some_and(|kinds| kinds.only(&[BreachType::HackingIt]));
    let mailbox = breach.location.get().is_some_and(|places| places.only(&[Location::Email]));
    if hacked && mailbox && actions.get().is_some_and(|actions| actions.has(Action::PhysicalSecurity)) {
        out.advise(actions.at_term(Action::PhysicalSecurity), format_args!("physical security was improved, and only e-mail was hacked"))
            .here(format_args!("would not have prevented this breach"))
            .label(breach.breach_type.at(), format_args!("a hacking incident"))
            .label(breach.location.at(), format_args!("in e-mail alone"))
            .help(format_args!("Take it out if it belongs to another report, or say in the description how it answers this breach."));
    }
}
