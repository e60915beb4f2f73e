//! BR715: a police report stands for a request to delay.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::{ASKED_TO_DELAY, POLICE_REPORT};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::DelayClaimed]),
    any_of: Context::TEXTS,
    states: &[&POLICE_REPORT],
    uses: FactSet::of(&[Fact::DelayStatementDate]),
    cites: &[law("45 CFR 164.412")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR715",
        "police-report-as-delay",
        "A law-enforcement delay is claimed, and the text speaks only of a report to the police.",
        include_str!("../../../docs/rules/BR715.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let notice = &report.notice;
    if notice.delay_claimed.get() != Some(true) || notice.delay_statement_date.get().is_some() {
        return;
    }
    let Some(told) = context.told(report) else { return };
    let Some(words) = told.states(&POLICE_REPORT, &[]).filter(|_| told.states(&ASKED_TO_DELAY, &[]).is_none()) else { return };
    out.warn(words.at, format_args!("a delay is claimed, and {} tells only of a report to law enforcement: {words}", told.name()))
        .label(notice.delay_claimed.at(), format_args!("claimed here"))
        .help(format_args!("To report a crime delays nothing. Only the statement of an official that notice would impede an investigation or harm national security does; an oral one for 30 days at most. Without one, answer `claimed: no`."));
}
