//! BR508: e-mail that went to the wrong person or showed everybody's address, filed otherwise.

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
            "OCR public export, submissions from 2015 on: all of 38 narratives of misaddressed e-mail are filed as Unauthorized Access/Disclosure",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR508",
        "misaddressed-email-filed-otherwise",
        "The text tells of e-mail that went to the wrong person or showed everybody's address, and the type is not Unauthorized Access/Disclosure, or Email is not a location.",
        include_str!("../../../docs/rules/BR508.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Misaddressed],
    against: ANY,
    tells: "e-mail that went to the wrong person or showed everybody's address",
    severity: Severity::Warning,
    help: "Choose `Unauthorized Access/Disclosure` and `Email`.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
    against_location(report, context, &CLAIM, &[Location::Email], 1, out);
}
