//! BR208: fewer than 500 individuals, late, and in time only if the deadline is reckoned in one of the ways that are known to be wrong.

use chrono::{Datelike, NaiveDate};

use super::shared_clocks::{Side, clocks, late_help, mark_starts};
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, judged_on};
use crate::report::date::{after, log_deadline};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, data, law};
use crate::source::At;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::ReportType, Fact::BreachEnd, Fact::DiscoveryStart, Fact::DiscoveryEnd]),
    uses: clock::FACTS,
    silences: &["BR207"],
    cites: &[law("45 CFR 164.408(c)"), data("published guidance that counts to March 2, or from the year in which the breach occurred")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR208",
        "log-year-misreckoned",
        "A small breach is reported late, and in time only by a wrong reckoning of the yearly deadline.",
        include_str!("../../../docs/rules/BR208.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let judged = judged_on(report, context.as_of);
    let Some(clock) = clocks(report, Side::Small).into_iter().find(|clock| judged > clock.due) else { return };
    let submitted = &report.filing.submitted_on;
    let filed = submitted.get().is_some();
    let (at, verb) = if filed { (submitted.at(), "was filed") } else { (clock.start.at, "is still not filed") };
    let (year, due) = (clock.start.date.year(), clock.due);
    if let Some((other, place, what)) = later_year(report, year).into_iter().find(|&(other, ..)| judged <= log_deadline(other)) {
        let reckoned = other.year();
        let draft = out.warn(
            at,
            format_args!("this report {verb} on {judged}, in time only if its year were {reckoned}; discovery began in {year}, and it was due on {due}"),
        );
        mark_starts(draft, at, &[clock], "its year counts").label(place, format_args!("the year in which {what} does not count")).help(
            format_args!(
                "{} The year that counts is the one in which the breach was first known, whenever it or its discovery ended.",
                late_help(filed)
            ),
        );
    } else if filed && judged == after(due, 1) && due == log_deadline(clock.start.date) {
        let draft = out.warn(at, format_args!("this report was filed on {judged}, one day late; 60 days after the end of {year} is {due}"));
        mark_starts(draft, at, &[clock], "its year counts").help(format_args!(
            "For the next report: day 60 after December 31 is March 1, and February 29 in a leap year; it is never March 2, and no weekend moves it."
        ));
    }
}

/// The dates in a later year than `year` from which the deadline may have been reckoned.
fn later_year(report: &Report<'_>, year: i32) -> Vec<(NaiveDate, At, &'static str)> {
    let breach = &report.breach;
    [(&breach.discovery_end_date, "the discovery ended"), (&breach.end_date, "the breach ended")]
        .into_iter()
        .filter_map(|(field, what)| Some((field.get()?, field.at(), what)))
        .filter(|(date, ..)| date.year() > year)
        .collect()
}
