//! BR504: phishing or an intruder in a mailbox, filed otherwise.

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
            "OCR public export, submissions from 2015 on: 97.2 percent of 836 narratives of phishing or of a mailbox that was broken into are filed as Hacking/IT Incident, and 808 of 838 name Email",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR504",
        "phishing-not-hacking",
        "The text tells of phishing or of an intruder in a mailbox, and the type is not Hacking/IT Incident, or Email is not a location.",
        include_str!("../../../docs/rules/BR504.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Phishing],
    against: ANY,
    tells: "phishing or an intruder in a mailbox",
    severity: Severity::Warning,
    help: "Choose `Hacking/IT Incident` and `Email`. `Unauthorized Access/Disclosure` is for what no other type covers; some file a phished mailbox there, but most corrections of the record went the other way.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
    // The first message of an attack says nothing of where the information was; a mailbox that was entered does.
    against_location(report, context, &CLAIM, &[Location::Email], 6, out);
}
