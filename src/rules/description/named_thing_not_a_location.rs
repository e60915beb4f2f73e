//! BR517: a thing that was stolen, lost or thrown away, filed otherwise.

use super::shared_claim::{ANY, Claim, DOUBTS, TYPE_AND_LOCATION, against_location};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;
use crate::report::terms::Location;
use crate::rules::{Check, Context, Era, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: TYPE_AND_LOCATION,
    any_of: Context::TEXTS,
    silences: DOUBTS,
    effective: Era::CURRENT_FORM,
    cites: &[
        data("OCR public export, submissions from 2015 on: 15 reports of a stolen laptop do not name Laptop"),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR517",
        "named-thing-not-a-location",
        "The text names the thing that was stolen, lost or thrown away, and it is not a location.",
        include_str!("../../../docs/rules/BR517.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Burglary, Topic::Theft, Topic::Lost, Topic::Disposal, Topic::NamedTheft, Topic::NamedLoss, Topic::NamedDisposal],
    against: ANY,
    tells: "a thing that was stolen, lost or thrown away",
    severity: Severity::Warning,
    help: "Add the location that the text names, or take out the one that it does not. A location is where the information was, not where the thing stood.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_location(
        report,
        context,
        &CLAIM,
        &[Location::DesktopComputer, Location::Laptop, Location::NetworkServer, Location::OtherPortableDevice, Location::PaperFilms],
        1,
        out,
    );
}
