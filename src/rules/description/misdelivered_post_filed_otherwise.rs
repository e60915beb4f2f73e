//! BR507: post that went to the wrong person or showed too much, filed otherwise.

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
            "OCR public export, submissions from 2015 on: all of 129 narratives of misdirected post are filed as Unauthorized Access/Disclosure",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR507",
        "misdelivered-post-filed-otherwise",
        "The text tells of post that went to the wrong person or showed too much, and the type is not Unauthorized Access/Disclosure, or Paper/Films is not a location.",
        include_str!("../../../docs/rules/BR507.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Misdelivered],
    against: ANY,
    tells: "post that went to the wrong person or showed too much",
    severity: Severity::Warning,
    help: "Choose `Unauthorized Access/Disclosure` and `Paper/Films`, also where a program or a printer made the mistake.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
    against_location(report, context, &CLAIM, &[Location::PaperFilms], 1, out);
}
