//! BR713: an oral statement puts notice off for more than 30 days.

use crate::finding::{Severity, Sink};
use crate::report::clock::ORAL_DELAY_DAYS;
use crate::report::date::after;
use crate::report::terms::StatementForm;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::DelayClaimed, Fact::DelayForm, Fact::DelayStatementDate, Fact::DelayEnd]),
    uses: FactSet::of(&[Fact::DelayFollowUp]),
    cites: &[law("45 CFR 164.412(b)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR713",
        "oral-delay-overlong",
        "An oral statement puts notice off for more than 30 days, and no written one came within them.",
        include_str!("../../../docs/rules/BR713.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let notice = &report.notice;
    let (Some(true), Some(StatementForm::Oral)) = (notice.delay_claimed.get(), notice.delay_form.get()) else { return };
    let (Some(stated), Some(end)) = (notice.delay_statement_date.get(), notice.delay_end.get()) else { return };
    let last = after(stated, ORAL_DELAY_DAYS);
    let follow_up = &notice.delay_follow_up;
    let written = follow_up.get();
    if end <= last || (written.is_none() && !follow_up.is_absent()) || written.is_some_and(|written| (stated..=last).contains(&written)) {
        return;
    }
    let days = (end - stated).num_days();
    let draft = out
        .error(
            notice.delay_end.at(),
            format_args!(
                "an oral statement puts notice off for {days} days; without a written one it holds for {ORAL_DELAY_DAYS}, until {last}"
            ),
        )
        .here(format_args!("day {days}"))
        .label(notice.delay_statement_date.at(), format_args!("oral statement: day 0"));
    let draft = match written {
        Some(written) => draft.label(follow_up.at(), format_args!("written on {written}, not between {stated} and {last}")),
        None => draft,
    };
    draft.help(format_args!("Give the date of the written statement if one came by {last}; otherwise the delay ended on that day, and the notices go out without waiting any longer."));
}
