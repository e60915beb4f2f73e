//! BR509: information sent to a private account, filed otherwise.

use super::shared_claim::{ANY, Claim, DOUBTS, LOCATION, TYPE, against_location, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;
use crate::report::terms::{BreachType, Location, TermSet};
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
            "OCR public export, submissions from 2015 on: 95.9 percent of 49 narratives of mail to a private account are filed as Unauthorized Access/Disclosure",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR509",
        "mail-to-oneself-filed-otherwise",
        "The text tells of information sent to an insider's private account, and the type is not Unauthorized Access/Disclosure, or Email is not a location.",
        include_str!("../../../docs/rules/BR509.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::PersonalEmail],
    against: ANY,
    tells: "information sent to a private account",
    severity: Severity::Warning,
    help: "Choose `Unauthorized Access/Disclosure` and `Email`. `Theft` can be defended where the insider meant to take the records away for good: then say so in the description.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    // An insider who took records away for good may be called a thief; of mail there is nothing to be carried off.
    let filed = (report.breach.breach_type.get().and_then(TermSet::single), report.breach.location.get());
    if !matches!(filed, (Some(BreachType::Theft), Some(listed)) if !listed.has(Location::Email)) {
        against_type(report, context, &CLAIM, out);
    }
    against_location(report, context, &CLAIM, &[Location::Email], 1, out);
}
