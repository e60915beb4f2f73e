//! BR714: a written statement puts notice off and names no time.

use crate::finding::{Severity, Sink};
use crate::report::terms::StatementForm;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::DelayClaimed, Fact::DelayForm, Fact::DelayEnd]),
    cites: &[law("45 CFR 164.412(a)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR714",
        "written-delay-open-ended",
        "A written statement of law enforcement puts notice off, but no last day of the delay is given.",
        include_str!("../../../docs/rules/BR714.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let notice = &report.notice;
    let (Some(true), Some(StatementForm::Written)) = (notice.delay_claimed.get(), notice.delay_form.get()) else { return };
    if notice.delay_end.is_absent() {
        out.error(notice.delay_form.at(), format_args!("a written statement puts notice off, and the last day of the delay is not given"))
            .here(format_args!("written, without `end_date`"))
            .help(format_args!("Give the last day that the statement names. A written statement that names no time moves no deadline: ask the official for one that does."));
    }
}
