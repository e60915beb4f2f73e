//! BR618: the workforce was sanctioned for what the fields show as an intrusion from outside.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Action, BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, data, law, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location, Fact::Actions]),
    cites: &[
        law("45 CFR 164.308(a)(1)(ii)(C)"),
        data(
            "OCR public export, 2020 to 2024: 2 reports moved from Hacking/IT Incident to Unauthorized Access/Disclosure, both an employee's act",
        ),
        logic("a sanction tells of a fault of the workforce; an intrusion from outside does not"),
    ],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR618",
        "sanction-for-outside-cause",
        "Workforce members were sanctioned, and the breach is a hacking incident on a network server.",
        include_str!("../../../docs/rules/BR618.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (breach, actions) = (&report.breach, &report.notice.actions);
    let hacked = breach.breach_type.get().is_some_and(|kinds| kinds.only(&[BreachType::HackingIt]));
    let server = breach.location.get().is_some_and(|places| places.only(&[Location::NetworkServer]));
    if hacked && server && actions.get().is_some_and(|actions| actions.has(Action::Sanctioned)) {
        out.advise(
            actions.at_term(Action::Sanctioned),
            format_args!("workforce members were sanctioned, and only a network server was hacked"),
        )
        .here(format_args!("tells of a fault of the workforce"))
        .label(breach.breach_type.at(), format_args!("tells of an intruder"))
        .label(breach.location.at(), format_args!("on a network server alone"))
        .help(format_args!(
            "Say in the description what the workforce did. If one of its members was the intruder, ask whether `{}` is the type.",
            BreachType::UnauthorizedAccess
        ));
    }
}
