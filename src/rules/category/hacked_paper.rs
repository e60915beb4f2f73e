//! BR404: hacking of nothing but paper.

use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cites: &[
        logic("paper and films cannot be broken into by technical means"),
        data("OCR public export, October 2024: all 3 such reports tell of mailing errors"),
    ],
    ..Rule::new(
        "BR404",
        "hacked-paper",
        "The type is Hacking/IT Incident, and paper or films are the only location.",
        include_str!("../../../docs/rules/BR404.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(types), Some(locations)) = (breach.breach_type.get(), breach.location.get()) else { return };
    if types.single() != Some(BreachType::HackingIt) || !locations.only(&[Location::PaperFilms]) {
        return;
    }
    out.warn(breach.breach_type.at(), format_args!("the type is `Hacking/IT Incident`, and the only location is `Paper/Films`"))
        .here(format_args!("a technical intrusion"))
        .label(breach.location.at(), format_args!("holds nothing that could be hacked"))
        .help(format_args!(
            "Choose `Unauthorized Access/Disclosure` for papers that reached the wrong persons; or name the system that was broken into."
        ));
}
