//! BR701: the day on which notice to individuals starts is not answered.

use crate::finding::{Severity, Sink};
use crate::report::clock::{self, delay_until, judged_on};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::NoticeStart]),
    uses: clock::FACTS,
    cites: &[
        form("OCR breach portal, Notice of Breach: Individual Notice Provided Start Date"),
        law("45 CFR 164.404(a)(1)"),
        law("45 CFR 164.412"),
    ],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR701",
        "notice-start-unanswered",
        "The day on which notice to the individuals starts is not answered.",
        include_str!("../../../docs/rules/BR701.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let start = &report.notice.individual_start;
    if !start.is_absent() {
        return;
    }
    let judged = judged_on(report, context.as_of);
    if delay_until(report).is_some_and(|(end, _)| judged <= end) {
        return;
    }
    out.warn(start.at(), format_args!("the start date of the notice to individuals is not answered"))
        .here(format_args!("no `individual_notice_start_date`"))
        .help(format_args!("Give the day on which the first notices went out, or will go out. Every breach calls for notice to the individuals, whatever their number."));
}
