//! What the rules about HHS's deadlines share: the clocks of the covered entities on one side of the line at 500, and the words for their starts.

use chrono::NaiveDate;

use crate::finding::Draft;
use crate::report::Report;
use crate::report::clock::{Start, affected, due_after, is_initial, is_large, log_due_after};
use crate::source::At;

/// On which side of the line at 500 individuals a covered entity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// 500 or more: HHS is told within 60 days of discovery.
    Large,
    /// Fewer: HHS is told with the log of the year of discovery.
    Small,
}

/// The clock of one covered entity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    /// Its first day.
    pub(super) start: Start,
    /// The last day on which HHS is told in time.
    pub(super) due: NaiveDate,
    /// Where the question about agency stands.
    agent: At,
}

/// The clocks on `side`, the earliest deadline in front. None for an addendum: the first report, which it adds to, had to meet them.
pub(super) fn clocks(report: &Report<'_>, side: Side) -> Vec<Clock> {
    if !is_initial(report) {
        return Vec::new();
    }
    let mut clocks = Vec::new();
    for affected in affected(report) {
        let large = is_large(report, &affected);
        let (Some(start), Some(large)) = (affected.start, large) else { continue };
        if large != (side == Side::Large) {
            continue;
        }
        let due = if large { due_after(report, start.date) } else { log_due_after(report, start.date) };
        clocks.push(Clock { start, due, agent: affected.entity.ba_is_agent.at() });
    }
    clocks.sort_by_key(|clock| (clock.due, clock.start.at));
    clocks.dedup_by_key(|clock| clock.start.at);
    clocks
}

/// Marks the start of each clock, in the words of `mark`; the one at `primary` as the finding's own place.
pub(super) fn mark_starts<'s>(mut draft: Draft<'s>, primary: At, clocks: &[Clock], mark: &str) -> Draft<'s> {
    for clock in clocks {
        let whose = if clock.start.imputed { " by the business associate, the covered entity's agent" } else { "" };
        draft = if clock.start.at == primary {
            draft.here(format_args!("discovered here{whose}: {mark}"))
        } else {
            draft.label(clock.start.at, format_args!("discovered here{whose}: {mark}"))
        };
        if clock.start.uncertain {
            draft =
                draft.label(clock.agent, format_args!("the clock started earlier still if the business associate is this entity's agent"));
        }
    }
    draft
}

/// What to do about a deadline that has passed.
pub(super) fn late_help(filed: bool) -> &'static str {
    if filed {
        "LATE. Lateness cannot be repaired by changing a date; keep a record of why it took so long."
    } else {
        "LATE: file now. Lateness cannot be repaired by changing a date; say in the description why it took so long."
    }
}
