//! BR403: location `Other` without the words that say what it is.

use crate::finding::{Severity, Sink};
use crate::report::terms::Location;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Location, Fact::LocationOther]),
    silences: &["BR415"],
    cites: &[form("OCR breach portal: Location of Breach, Other")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR403",
        "unexplained-other-location",
        "Other is among the locations, and nothing says what it is.",
        include_str!("../../../docs/rules/BR403.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (field, words) = (&report.breach.location, &report.breach.location_other);
    let Some(locations) = field.get().filter(|locations| locations.has(Location::Other)) else { return };
    if !words.is_absent() {
        return;
    }
    let draft =
        out.warn(field.at_term(Location::Other), format_args!("location `Other` is chosen, and `location_other` does not say what it is"));
    if locations.len() > 1 {
        draft.help(format_args!("Take `Other` away if the other locations cover it; or else write in `location_other` what it is."));
    } else {
        draft.help(format_args!("Choose the listed location that fits, or write in `location_other` what it is."));
    }
}
