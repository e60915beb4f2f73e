//! BR515: information left open on the Internet, filed otherwise.

use super::shared_claim::{ANY, Claim, DOUBTS, LOCATION, TYPE, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;

use crate::rules::{Check, Context, Era, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: TYPE,
    any_of: Context::TEXTS,
    uses: LOCATION,
    silences: DOUBTS,
    effective: Era::CURRENT_FORM,
    cites: &[
        data(
            "OCR public export: most reports of accidental exposure are filed as Unauthorized Access/Disclosure; a review of 2019 (JAMA Internal Medicine) counted 62 of them as hacking",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR515",
        "open-on-the-internet-filed-otherwise",
        "The text tells of information left open by a wrong setting or on the Internet, and the type is not Unauthorized Access/Disclosure.",
        include_str!("../../../docs/rules/BR515.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Exposed],
    against: ANY,
    tells: "information left open on the Internet",
    severity: Severity::Advice,
    help: "Both can be defended. Most reports of a wrong setting are filed as `Unauthorized Access/Disclosure`; if somebody used the gap to break in, `Hacking/IT Incident` fits.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
