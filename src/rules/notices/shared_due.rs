//! The last day for notice to individuals, shared by the rules that compare a notice with it. Knows no rule.

use chrono::NaiveDate;

use crate::finding::Draft;
use crate::report::Report;
use crate::report::clock::{Affected, Start, affected, delay_until, due_after};
use crate::report::date::sixty_days_after;

/// The covered entity whose individuals must be told first: one notice of the report serves all of its entities.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due<'r, 'a> {
    affected: Affected<'r, 'a>,
    /// When its clock started.
    pub(super) start: Start,
    /// The last day.
    pub(super) day: NaiveDate,
}

/// The earliest last day among the covered entities; none where no discovery is known.
pub(super) fn first_due<'r, 'a>(report: &'r Report<'a>) -> Option<Due<'r, 'a>> {
    let due = |affected: Affected<'r, 'a>| affected.start.map(|start| Due { affected, start, day: due_after(report, start.date) });
    affected(report).into_iter().filter_map(due).min_by_key(|due| due.day)
}

impl Due<'_, '_> {
    /// Labels the fields that the last day was reckoned from.
    pub(super) fn reckoned<'s>(&self, report: &Report<'_>, draft: Draft<'s>) -> Draft<'s> {
        let draft = if self.start.imputed {
            draft
                .label(self.start.at, format_args!("discovered here by the business associate, which is the covered entity's agent: day 0"))
        } else {
            draft.label(self.start.at, format_args!("discovered here: day 0"))
        };
        let draft = match delay_until(report) {
            Some((end, at)) if self.day > sixty_days_after(self.start.date) => {
                draft.label(at, format_args!("the law-enforcement delay holds until {end}"))
            }
            _ => draft,
        };
        if self.start.uncertain {
            let agent = self.affected.entity.ba_is_agent.at();
            return draft.label(agent, format_args!("the clock started earlier still if the business associate is this entity's agent"));
        }
        draft
    }
}
