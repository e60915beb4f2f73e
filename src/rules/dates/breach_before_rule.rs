//! BR204: a breach that was over before the breach rule applied.

use chrono::NaiveDate;

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, law};

/// The first day of the breach rule: year, month, day.
const FIRST: (i32, u32, u32) = (2009, 9, 23);

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BreachEnd]),
    cites: &[law("45 CFR 164.400")],
    ..Rule::new(
        "BR204",
        "breach-before-rule",
        "The breach was over before September 23, 2009, when the duty to report breaches began.",
        include_str!("../../../docs/rules/BR204.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let end = &report.breach.end_date;
    let (Some(ended), Some(first)) = (end.get(), NaiveDate::from_ymd_opt(FIRST.0, FIRST.1, FIRST.2)) else { return };
    if ended < first {
        out.warn(end.at(), format_args!("the breach ended on {ended}, before the breach rule applied on {first}"))
            .here(format_args!("the last day of the breach"))
            .help(format_args!("Check the year. The rule asks for no report of a breach that was over before {first}."));
    }
}
