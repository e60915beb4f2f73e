//! BR207: fewer than 500 individuals, and HHS is told after the sixtieth day of the year that follows discovery.

use chrono::Datelike;

use super::shared_clocks::{Clock, Side, clocks, late_help, mark_starts};
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, judged_on};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::ReportType, Fact::DiscoveryStart]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.408(c)"), law("45 CFR 164.412")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR207",
        "log-filed-late",
        "A breach of fewer than 500 individuals reaches HHS later than 60 days after the year of its discovery.",
        include_str!("../../../docs/rules/BR207.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let judged = judged_on(report, context.as_of);
    let late: Vec<Clock> = clocks(report, Side::Small).into_iter().filter(|clock| judged > clock.due).collect();
    let Some(first) = late.first() else { return };
    let submitted = &report.filing.submitted_on;
    let filed = submitted.get().is_some();
    let (at, verb) = if filed { (submitted.at(), "was filed") } else { (first.start.at, "is still not filed") };
    let (year, due) = (first.start.date.year(), first.due);
    let draft = out.warn(at, format_args!("this report {verb} on {judged}; discovered in {year}, the breach was due on {due}"));
    mark_starts(draft, at, &late, "its year counts").help(format_args!("{}", late_help(filed)));
}
