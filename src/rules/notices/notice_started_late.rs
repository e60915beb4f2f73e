//! BR702: notice to individuals starts after the sixtieth day.

use super::shared_due::first_due;
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, judged_on};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::NoticeStart, Fact::DiscoveryStart]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.404(b)"), law("45 CFR 164.412")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR702",
        "notice-started-late",
        "Notice to the individuals starts later than 60 days after discovery.",
        include_str!("../../../docs/rules/BR702.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.notice.individual_start;
    let (Some(notice), Some(due)) = (field.get(), first_due(report)) else { return };
    if notice <= due.day {
        return;
    }
    let days = (notice - due.start.date).num_days();
    let draft = out
        .warn(field.at(), format_args!("notice to individuals starts on {notice}, {days} days after discovery; due by {}", due.day))
        .here(format_args!("day {days}"));
    let draft = due.reckoned(report, draft);
    let today = judged_on(report, context.as_of);
    if today <= due.day {
        draft.help(format_args!("There is still time: send the notices without unreasonable delay, by {} at the latest.", due.day));
    } else if today < notice {
        draft.help(format_args!("LATE: send the notices now. Lateness cannot be repaired by changing a date."));
    } else {
        draft.help(format_args!("LATE: the first notices went out after the last day. Lateness cannot be repaired by changing a date; say in the description why it took so long."));
    }
}
