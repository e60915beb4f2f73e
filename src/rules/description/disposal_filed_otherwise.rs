//! BR514: records or media thrown away uncleared, filed otherwise.

use super::shared_claim::{ANY, Claim, DOUBTS, LOCATION, TYPE, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;

use crate::rules::{Check, Context, Era, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: TYPE,
    any_of: Context::TEXTS,
    uses: LOCATION,
    silences: DOUBTS,
    effective: Era::CURRENT_FORM,
    cites: &[
        data("OCR public export, submissions from 2015 on: 84.6 percent of 26 narratives of disposal are filed as Improper Disposal"),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR514",
        "disposal-filed-otherwise",
        "The text tells of records or media that were thrown away or passed on uncleared, and the type is not Improper Disposal.",
        include_str!("../../../docs/rules/BR514.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Disposal],
    against: ANY,
    tells: "records or media thrown away uncleared",
    severity: Severity::Warning,
    help: "Choose `Improper Disposal`, whoever threw them away.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
