//! Clocks that should run and cannot be reckoned, and why: a calendar without them would look complete.

use super::Whose;
use crate::report::clock::{affected, is_initial, is_large};
use crate::report::terms::Filer;
use crate::report::{Gap, Report};

/// Why a clock cannot be reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// The file or report could not be read.
    Unreadable,
    /// No day of discovery is given.
    NoDiscovery,
    /// What stands for the day of discovery is no day, or could be several.
    UnreadableDiscovery,
    /// Neither the number of individuals nor the side of 500 is known, so that the day for HHS is open.
    NoSize,
}

/// A report, or one of its covered entities, without a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// Which.
    pub whose: Whose,
    /// Why.
    pub lack: Lack,
}

/// What `report` lacks, and for which covered entity where it has several.
pub(super) fn of(report: &Report<'_>) -> Vec<(Lack, Option<String>)> {
    let several = !report.more_entities.is_empty();
    let associate = report.filing.filer.get().is_some_and(Filer::involves_associate);
    let mut lacking = Vec::new();
    for affected in affected(report) {
        let entity = affected.entity.name.get().filter(|_| several).map(str::to_owned);
        if affected.start.is_none() {
            let own = [affected.entity.discovered_on.gap(), affected.entity.notified_by_business_associate_on.gap()];
            let gaps = own.into_iter().filter(|_| associate).chain([report.breach.discovery_start_date.gap()]);
            let unreadable = gaps.flatten().any(|gap| matches!(gap, Gap::Unreadable(_)));
            lacking.push((if unreadable { Lack::UnreadableDiscovery } else { Lack::NoDiscovery }, entity));
        } else if is_initial(report) && is_large(report, &affected).is_none() {
            lacking.push((Lack::NoSize, entity));
        }
    }
    lacking
}
