//! Where each covered entity of a report stands at the line of the media notice: more than 500 residents of one State.

use crate::report::clock::{Affected, MEDIA_LINE, affected};
use crate::report::{Report, StateCount};

/// What to do where media notice is said to be required below the line.
pub(super) const VOLUNTARY: &str =
    "Media notice is allowed below the line too. If it was given voluntarily, the answer to whether it was required is \"no\".";

/// What the report shows about a covered entity's residents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Residents {
    /// More than 500 live in one State.
    AboveLine,
    /// No State has more than 500.
    BelowLine,
    /// It cannot be told.
    Unknown,
}

/// Each covered entity, and where it stands.
pub(super) fn residents<'r, 'a>(report: &'r Report<'a>) -> Vec<(Affected<'r, 'a>, Residents)> {
    // No covered entity can have more residents of a State than the whole report.
    let total = report.breach.individuals_affected.get().filter(|&total| total > 0);
    let whole = report.breach.residents_by_state.list().map(|list| by_state(total, list));
    let all_below = whole == Some(Residents::BelowLine);
    affected(report)
        .into_iter()
        .map(|affected| {
            let count = affected.individuals.map(|(count, _)| count).filter(|&count| count > 0);
            let own = by_state(count, affected.residents.map_or(&[], |(list, _)| list));
            let standing = if own == Residents::Unknown && all_below { Residents::BelowLine } else { own };
            (affected, standing)
        })
        .collect()
}

fn by_state(total: Option<i64>, list: &[StateCount]) -> Residents {
    let sum = list.iter().fold(0i64, |sum, state| sum.saturating_add(state.count));
    let most = list.iter().map(|state| state.count).max().unwrap_or(0);
    // Residents who are not listed may all live in one State.
    match total.map(|total| total.saturating_sub(sum)) {
        _ if most > MEDIA_LINE => Residents::AboveLine,
        Some(unlisted) if unlisted <= MEDIA_LINE => Residents::BelowLine,
        None if sum > 0 => Residents::BelowLine,
        _ => Residents::Unknown,
    }
}
