//! BR612: the safeguards named are those of the rule that does not cover what was breached.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Location, Safeguard};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form, law, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Location, Fact::Safeguards]),
    cites: &[
        law("45 CFR 164.308(a)"),
        form("OCR breach portal: Safeguards in Place names each safeguard after the Privacy Rule or the Security Rule"),
        logic("the Security Rule is about electronic information; paper holds none"),
    ],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR612",
        "safeguards-unfit",
        "Only Security Rule safeguards are named for paper, or only Privacy Rule safeguards for a server.",
        include_str!("../../../docs/rules/BR612.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(location), Some(safeguards)) = (breach.location.get(), breach.safeguards.get()) else { return };
    if location.only(&[Location::PaperFilms]) && safeguards.only(&[Safeguard::Administrative, Safeguard::Physical, Safeguard::Technical]) {
        out.advise(breach.safeguards.at(), format_args!("only Security Rule safeguards are named, and the breach was of paper or films"))
            .label(breach.location.at(), format_args!("holds no electronic information"))
            .help(format_args!(
                "Add the Privacy Rule safeguards that were in place, such as training and policies; they are what covers paper."
            ));
    }
    if location.has(Location::NetworkServer) && safeguards.only(&[Safeguard::PrivacyRule]) {
        out.advise(breach.safeguards.at(), format_args!("only Privacy Rule safeguards are named, and a network server was breached"))
            .label(breach.location.at_term(Location::NetworkServer), format_args!("the Security Rule covers what it holds"))
            .help(format_args!("Add the Security Rule safeguards that were in place, such as a risk analysis or access controls."));
    }
}
