//! BR705: 500 individuals or more, and HHS is told weeks before or after the individuals.

use chrono::NaiveDate;

use super::shared_due::first_due;
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, affected, due_after, is_large, judged_on};
use crate::report::terms::ReportType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

/// The law says "contemporaneously" and names no number. More than two weeks is asked about.
const APART_DAYS: i64 = 14;
const CHECK: &str = "Check both dates. If they are right, say in the description why HHS and the individuals were not told together.";

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::ReportType, Fact::DiscoveryStart, Fact::NoticeStart, Fact::NoticeEnd]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.408(b)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR705",
        "hhs-report-apart-from-notice",
        "A breach of 500 individuals or more reaches HHS more than 14 days before the individuals are told, or after the last of them was.",
        include_str!("../../../docs/rules/BR705.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    // The day of an addendum says nothing about the day of the first report.
    let Some(ReportType::Initial) = report.filing.report_type.get() else { return };
    let (notice, submitted) = (&report.notice, &report.filing.submitted_on);
    let (Some(start), Some(due)) = (notice.individual_start.get(), first_due(report)) else { return };
    let judged = judged_on(report, context.as_of);
    // A late notice is BR702's, one before discovery BR703's.
    if start > due.day || start < due.start.date || !told_in_time(report, judged) {
        return;
    }
    let filed = submitted.get().is_some();
    let early = (start - judged).num_days();
    if filed && early > APART_DAYS {
        out.warn(
            submitted.at(),
            format_args!("this report was filed on {judged}, {early} days before notice to individuals starts on {start}"),
        )
        .label(notice.individual_start.at(), format_args!("the first notices"))
        .help(format_args!("{CHECK}"));
    }
    let Some(end) = notice.individual_end.get().map(|end| end.max(start)) else { return };
    let late = (judged - end).num_days();
    if late <= APART_DAYS {
        return;
    }
    if filed {
        out.warn(submitted.at(), format_args!("this report was filed on {judged}, {late} days after notice to individuals ended on {end}"))
            .label(notice.individual_end.at(), format_args!("the last notices"))
            .help(format_args!("{CHECK}"));
    } else {
        out.warn(
            notice.individual_end.at(),
            format_args!("notice to individuals ended on {end}, and {late} days later, on {judged}, this report is still not filed"),
        )
        .here(format_args!("the last notices"))
        .help(format_args!("File now: HHS is to be told together with the individuals, not only by the sixtieth day."));
    }
}

/// Whether HHS must be told at once for some covered entity, and for none of these is late on `judged`: that is BR205's.
fn told_in_time(report: &Report<'_>, judged: NaiveDate) -> bool {
    let mut large = affected(report).into_iter().filter(|affected| is_large(report, affected) == Some(true)).peekable();
    large.peek().is_some() && large.all(|affected| affected.start.is_some_and(|start| judged <= due_after(report, start.date)))
}
