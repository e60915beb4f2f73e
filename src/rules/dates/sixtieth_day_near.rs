//! BR206: 500 individuals or more, and the sixtieth day is near.

use super::shared_clocks::{Clock, Side, clocks, mark_starts};
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, delay_until};
use crate::report::date::{days_between, sixty_days_after};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

/// From this day after discovery on, a report that is not filed is mentioned. The law names no such day.
const FROM_DAY: i64 = 45;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::ReportType, Fact::DiscoveryStart]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.404(b)"), law("45 CFR 164.408(b)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR206",
        "sixtieth-day-near",
        "A breach of 500 individuals or more is still not reported 45 days after discovery or later.",
        include_str!("../../../docs/rules/BR206.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let today = context.as_of;
    let delayed = delay_until(report).is_some_and(|(end, _)| today <= end);
    if delayed || report.filing.submitted_on.get().is_some() {
        return;
    }
    let day = |clock: &Clock| days_between(clock.start.date, today);
    let near = |clock: &Clock| day(clock) >= FROM_DAY && today <= clock.due && clock.due == sixty_days_after(clock.start.date);
    let near: Vec<Clock> = clocks(report, Side::Large).into_iter().filter(near).collect();
    let Some(first) = near.first() else { return };
    let (at, day, due) = (first.start.at, day(first), first.due);
    let draft = out.advise(at, format_args!("day {day} of 60 after discovery, and the report is not filed; its last day is {due}"));
    mark_starts(draft, at, &near, "day 0").help(format_args!(
        "File as soon as the report is complete: notice is due without unreasonable delay, and day 60 is only the last day. An estimated count may \
         be corrected by an addendum."
    ));
}
