//! BR609: the text reasons that data without a diagnosis is no PHI.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::{NO_DIAGNOSIS, NOT_PHI};
use crate::report::Report;
use crate::rules::{Check, Context, Rule, data, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    any_of: Context::TEXTS,
    states: &[&NOT_PHI],
    cites: &[
        law("45 CFR 160.103"),
        data("An enforced case: 8 individuals reported instead of 577, since the bills of the others held no diagnosis"),
    ],
    ..Rule::new(
        "BR609",
        "phi-denied-without-diagnosis",
        "The text reasons that information is not PHI because it holds no diagnosis or treatment.",
        include_str!("../../../docs/rules/BR609.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let Some(told) = context.told(report) else { return };
    let Some(words) = told.states(&NOT_PHI, &[]) else { return };
    let Some(reason) = told.states(&NO_DIAGNOSIS, &[]) else { return };
    out.warn(words.at, format_args!("{} reasons that information is no PHI: {words}", told.name()))
        .label(reason.at, format_args!("the reason"))
        .help(format_args!("A name with an account number or a date of service is PHI, with a diagnosis or without: it shows that the person was a patient or a member. Count everybody whose information of that kind was involved."));
}
