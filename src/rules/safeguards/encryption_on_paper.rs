//! BR615: encryption adopted in response to a breach of paper alone.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Action, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Location, Fact::Actions]),
    cites: &[logic("encryption protects electronic information; paper holds none")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR615",
        "encryption-on-paper",
        "Encryption was adopted in response to a breach of paper or films alone.",
        include_str!("../../../docs/rules/BR615.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (location, actions) = (&report.breach.location, &report.notice.actions);
    let paper = location.get().is_some_and(|places| places.only(&[Location::PaperFilms]));
    if paper && actions.get().is_some_and(|actions| actions.has(Action::Encryption)) {
        out.advise(actions.at_term(Action::Encryption), format_args!("encryption was adopted, and the breach was of paper or films alone"))
            .here(format_args!("would not have prevented this breach"))
            .label(location.at(), format_args!("no electronic location is given"))
            .help(format_args!("Take it out if it belongs to another report, or add the electronic location if one was breached too."));
    }
}
