//! BR412: three locations or more.

use super::shared_severity::draft_warning;
use crate::finding::{Severity, Sink};
use crate::report::terms::Location;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning, Severity::Advice],
    needs: FactSet::of(&[Fact::Location]),
    silences: &["BR414", "BR415", "BR416", "BR417", "BR419"],
    cites: &[data("OCR public export, October 2024: 70 of 75 corrected answers end with one location")],
    ..Rule::new(
        "BR412",
        "many-locations",
        "Three locations or more are chosen, where most reports name one.",
        include_str!("../../../docs/rules/BR412.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.breach.location;
    let Some(locations) = field.get().filter(|locations| locations.len() >= 3) else { return };
    let doubts = [
        (Location::Other, locations.has(Location::Other), "taken away later more often than any other"),
        (
            Location::DesktopComputer,
            locations.any(&[Location::NetworkServer, Location::Email]),
            "the way in, or a place of the information?",
        ),
    ];
    let (count, listed) = (locations.len(), locations.joined());
    let mut draft =
        out.find(draft_warning(context.source), field.at(), format_args!("{count} locations are chosen ({listed}); most reports name one"));
    for (location, doubtful, words) in doubts {
        if doubtful && locations.has(location) {
            draft = draft.label(field.at_term(location), format_args!("{words}"));
        }
    }
    draft.help(format_args!("Keep the places where the breached information was, not every place that someone passed through."));
}
