//! BR704: notice to individuals starts in time, and its last part goes out after the sixtieth day.

use super::shared_due::first_due;
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, judged_on};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::NoticeStart, Fact::NoticeEnd, Fact::DiscoveryStart]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.404(b)"), law("45 CFR 164.412")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR704",
        "notice-ends-late",
        "Notice to the individuals starts in time but is to end later than 60 days after discovery.",
        include_str!("../../../docs/rules/BR704.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let notice = &report.notice;
    let (Some(start), Some(end), Some(due)) = (notice.individual_start.get(), notice.individual_end.get(), first_due(report)) else {
        return;
    };
    // A notice that starts late is BR702's.
    if start > due.day || end <= due.day {
        return;
    }
    let days = (end - due.start.date).num_days();
    let at = notice.individual_end.at();
    let draft = out
        .warn(at, format_args!("notice to individuals ends on {end}, {days} days after discovery; every one is due by {}", due.day))
        .here(format_args!("day {days}"));
    let draft = due.reckoned(report, draft);
    let today = judged_on(report, context.as_of);
    if today <= due.day {
        draft.help(format_args!(
            "Send the remaining notices by {}: the sixtieth day holds for each individual, not for the first letter.",
            due.day
        ));
    } else if today < end {
        draft.help(format_args!("LATE: send the remaining notices now. Lateness cannot be repaired by changing a date."));
    } else {
        draft.help(format_args!("LATE: the last notices went out after the last day. Lateness cannot be repaired by changing a date; say in the description why they took so long."));
    }
}
