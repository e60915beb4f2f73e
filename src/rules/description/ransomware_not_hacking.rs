//! BR503: ransomware, filed otherwise.

use super::shared_claim::{ANY, Claim, DOUBTS, LOCATION, TYPE, against_location, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;
use crate::report::terms::Location;
use crate::rules::{Check, Context, Era, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: TYPE,
    any_of: Context::TEXTS,
    uses: LOCATION,
    silences: DOUBTS,
    effective: Era::CURRENT_FORM,
    cites: &[
        data(
            "OCR public export, submissions from 2015 on: 870 of 877 narratives of ransomware are filed as Hacking/IT Incident, 750 of them with Network Server alone",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR503",
        "ransomware-not-hacking",
        "The text tells of ransomware, and the type is not Hacking/IT Incident, or the server that it locked is not a location.",
        include_str!("../../../docs/rules/BR503.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Ransomware],
    against: ANY,
    tells: "ransomware",
    severity: Severity::Warning,
    help: "Choose `Hacking/IT Incident`, and name the machines that were locked. If the text mentions ransomware for another reason, make that plain in it.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
    against_location(report, context, &CLAIM, &[Location::NetworkServer], 1, out);
}
