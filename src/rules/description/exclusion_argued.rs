//! BR525: the text argues that there was no breach.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::EXCLUDED;
use crate::report::Report;
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    any_of: Context::TEXTS,
    states: &[&EXCLUDED],
    cites: &[law("45 CFR 164.402"), law("45 CFR 164.414(b)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR525",
        "exclusion-argued",
        "The text gives a reason of 45 CFR 164.402 why the incident would be no breach.",
        include_str!("../../../docs/rules/BR525.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let Some(told) = context.told(report) else { return };
    let Some(words) = told.states(&EXCLUDED, &[]) else { return };
    out.advise(words.at, format_args!("{} gives a reason why this would be no breach: {words}", told.name()))
        .help(format_args!("If the risk assessment shows a low probability of compromise, or an exclusion applies, keep the assessment; no report is due. If the report is made all the same, say in the description why."));
}
