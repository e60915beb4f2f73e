//! BR211: a breach that lasted for years.

use chrono::Months;

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning, Severity::Advice],
    needs: FactSet::of(&[Fact::BreachStart, Fact::BreachEnd]),
    cites: &[logic("an interval of years is possible, and a mistyped year is likelier the longer it is")],
    ..Rule::new(
        "BR211",
        "breach-lasted-years",
        "The breach lasted for more than two years.",
        include_str!("../../../docs/rules/BR211.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(began), Some(ended)) = (breach.start_date.get(), breach.end_date.get()) else { return };
    let longer_than = |years: u32| began.checked_add_months(Months::new(12 * years)).is_some_and(|limit| ended > limit);
    let (severity, years) = match (longer_than(10), longer_than(2)) {
        (true, _) => (Severity::Warning, 10),
        (false, true) => (Severity::Advice, 2),
        (false, false) => return,
    };
    out.find(severity, breach.end_date.at(), format_args!("the breach lasted from {began} to {ended}, more than {years} years"))
        .here(format_args!("ends here"))
        .label(breach.start_date.at(), format_args!("begins here"))
        .help(format_args!("Check both years. If they are right, let the description say how the breach went on for so long."));
}
