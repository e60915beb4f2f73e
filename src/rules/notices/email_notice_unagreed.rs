//! BR711: individuals were told by e-mail without having agreed to it.

use crate::finding::{Severity, Sink};
use crate::report::terms::IndividualMethod;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::NoticeMethods, Fact::EmailAgreed]),
    cites: &[law("45 CFR 164.404(d)(1)(i)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR711",
        "email-notice-unagreed",
        "Individuals were told by e-mail although they had not agreed to electronic notice.",
        include_str!("../../../docs/rules/BR711.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (methods, agreed) = (&report.notice.individual_methods, &report.notice.email_agreed);
    let (Some(given), Some(false)) = (methods.get(), agreed.get()) else { return };
    if !given.has(IndividualMethod::Email) {
        return;
    }
    let draft = out
        .warn(
            methods.at_term(IndividualMethod::Email),
            format_args!("individuals were told by e-mail, and had not agreed to electronic notice"),
        )
        .here(format_args!("notice by e-mail"))
        .label(agreed.at(), format_args!("not agreed"));
    if given.has(IndividualMethod::Mail) {
        draft.help(format_args!("Verify that everyone who got an e-mail was also told by first-class mail; e-mail alone counts only where the individual agreed to it."));
    } else {
        draft.help(format_args!("Tell these individuals by first-class mail; e-mail alone counts only where the individual agreed to it."));
    }
}
