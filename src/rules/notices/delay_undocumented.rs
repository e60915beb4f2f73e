//! BR712: a law-enforcement delay is claimed, and what documents it is lacking.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::DelayClaimed]),
    uses: FactSet::of(&[Fact::DelayOfficial, Fact::DelayAgency, Fact::DelayStatementDate, Fact::DelayForm]),
    cites: &[law("45 CFR 164.412"), law("45 CFR 164.414(b)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR712",
        "delay-undocumented",
        "A law-enforcement delay is claimed without the official, the agency, the date or the form of the statement that asked for it.",
        include_str!("../../../docs/rules/BR712.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let notice = &report.notice;
    if notice.delay_claimed.get() != Some(true) {
        return;
    }
    let lacking: Vec<&str> = [
        (notice.delay_official.is_absent(), "the official"),
        (notice.delay_agency.is_absent(), "the agency"),
        (notice.delay_statement_date.is_absent(), "the date of the statement"),
        (notice.delay_form.is_absent(), "its form, oral or written"),
    ]
    .into_iter()
    .filter_map(|(absent, what)| absent.then_some(what))
    .collect();
    if !lacking.is_empty() {
        out.error(notice.delay_claimed.at(), format_args!("a law-enforcement delay is claimed, and there is no answer for: {}", lacking.join("; ")))
            .here(format_args!("claimed here"))
            .help(format_args!("Add what is lacking from your record of the statement. Without a statement by a law-enforcement official there is no delay: answer `claimed: no`."));
    }
}
