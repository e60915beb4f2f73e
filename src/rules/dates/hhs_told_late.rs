//! BR205: 500 individuals or more, and HHS is told after the sixtieth day.

use super::shared_clocks::{Clock, Side, clocks, late_help, mark_starts};
use super::shared_words::Days;
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, judged_on};
use crate::report::date::days_between;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::ReportType, Fact::DiscoveryStart]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.408(b)"), law("45 CFR 164.404(b)"), law("45 CFR 164.412")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR205",
        "hhs-told-late",
        "A breach of 500 individuals or more reaches HHS later than 60 days after discovery.",
        include_str!("../../../docs/rules/BR205.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let judged = judged_on(report, context.as_of);
    let late: Vec<Clock> = clocks(report, Side::Large).into_iter().filter(|clock| judged > clock.due).collect();
    let Some(first) = late.first() else { return };
    let submitted = &report.filing.submitted_on;
    let filed = submitted.get().is_some();
    let (at, verb) = if filed { (submitted.at(), "was filed") } else { (first.start.at, "is still not filed") };
    let (days, due) = (Days(days_between(first.start.date, judged)), first.due);
    let draft = out.warn(at, format_args!("this report {verb} on {judged}, {days} after discovery; it was due on {due}"));
    mark_starts(draft, at, &late, "day 0").help(format_args!("{}", late_help(filed)));
}
