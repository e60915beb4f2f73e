//! BR810: the tracking number of the report on the other form.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Relation, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::TrackingNumber]),
    cites: &[form("OCR's Part 2 breach form, General screen: Part 2 Record Breach Tracking Number")],
    ..Rule::new(
        "BR810",
        "tracking-number-of-other-form",
        "The tracking number is also that of the report on the other form.",
        include_str!("../../../docs/rules/BR810.md"),
        Check::Pair(Relation::OtherForm, check),
    )
};

fn check(this: &Report<'_>, other: &Report<'_>, _: &Context, out: &mut Sink) {
    let number = |report: &Report<'_>| report.filing.tracking_number.get().map(|number| number.trim().to_uppercase());
    if let (Some(own), Some(theirs)) = (number(this), number(other))
        && own == theirs
    {
        out.warn(this.filing.tracking_number.at(), format_args!("the HIPAA and the Part 2 report have the same tracking number"))
            .help(format_args!("Each form gives a number of its own. Enter the number that was given for the report on this form."));
    }
}
