//! BR201: an interval that ends before it starts.

use chrono::NaiveDate;

use super::shared_words::Days;
use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Field, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::BreachStart, Fact::BreachEnd, Fact::DiscoveryStart, Fact::DiscoveryEnd]),
    silences: &["BR204"],
    cites: &[logic("an interval cannot end before it starts")],
    ..Rule::new(
        "BR201",
        "interval-reversed",
        "The breach or its discovery ends before it starts.",
        include_str!("../../../docs/rules/BR201.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let breach = &report.breach;
    ordered("breach", &breach.start_date, &breach.end_date, context.as_of, out);
    ordered("discovery", &breach.discovery_start_date, &breach.discovery_end_date, context.as_of, out);
}

fn ordered(what: &str, start: &Field<NaiveDate>, end: &Field<NaiveDate>, as_of: NaiveDate, out: &mut Sink) {
    let (Some(first), Some(last)) = (start.get(), end.get()) else { return };
    // A start that is still to come is the fault, and BR203 says so.
    if last < first && first <= as_of {
        let days = Days((first - last).num_days());
        out.error(end.at(), format_args!("the {what} ends {days} before it starts"))
            .here(format_args!("ends here"))
            .label(start.at(), format_args!("starts here"))
            .help(format_args!("Check both dates; they may be exchanged."));
    }
}
