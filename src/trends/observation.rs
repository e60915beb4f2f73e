//! One report as `trends` counts it: what it says of time, category and size, in 24 bytes.

use chrono::{Datelike, NaiveDate};

use crate::report::terms::{BreachType, EntityType, Location, State, Term, TermSet};

/// Stands for a count that is not stated.
const NOT_STATED: u32 = u32::MAX;

/// One report of the public record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observation {
    /// A hash of the folded name and the day of submission: what stays the same when a report is corrected.
    pub id: u64,
    /// The day of submission.
    pub day: NaiveDate,
    /// As it is held: [`NOT_STATED`] for none.
    pub(super) individuals: u32,
    /// The types of breach, a bit each, in the order of the list.
    pub types: u8,
    /// The locations, a bit each, in the order of the list.
    pub places: u8,
    /// The type of covered entity.
    pub entity: Option<EntityType>,
    /// The State.
    pub state: Option<State>,
    /// Whether a business associate was present.
    pub associate: Option<bool>,
    /// Whether OCR has posted a description.
    pub described: bool,
    /// The type of breach that the description supports, where it leaves little doubt.
    pub read_type: Option<BreachType>,
    /// The location that the description supports, where it leaves little doubt.
    pub read_place: Option<Location>,
}

const _: () = assert!(size_of::<Observation>() <= 32, "millions of them are held at once");

impl Observation {
    /// A report of which nothing is known but its day.
    pub const fn on(day: NaiveDate) -> Self {
        Self {
            id: 0,
            day,
            individuals: NOT_STATED,
            types: 0,
            places: 0,
            entity: None,
            state: None,
            associate: None,
            described: false,
            read_type: None,
            read_place: None,
        }
    }

    /// The same report with so many individuals; what is no count of people is not stated.
    pub fn with_individuals(mut self, count: Option<i64>) -> Self {
        self.individuals = count.and_then(|count| u32::try_from(count).ok()).unwrap_or(NOT_STATED);
        self
    }

    /// How many individuals were affected.
    pub fn individuals(&self) -> Option<u32> {
        (self.individuals != NOT_STATED).then_some(self.individuals)
    }

    /// Whether the count is 500 or 501: what stands for a count that is not known yet.
    pub fn is_placeholder(&self) -> bool {
        is_placeholder(self.individuals)
    }

    /// The year of submission.
    pub fn year(&self) -> i32 {
        self.day.year()
    }
}

/// Whether a count is one that stands for a count not known yet.
pub(super) fn is_placeholder(individuals: u32) -> bool {
    matches!(individuals, 500 | 501)
}

/// A set of terms as bits; the lists that are counted here have eight terms or fewer.
pub(super) fn bits<T: Term>(set: TermSet<T>) -> u8 {
    set.iter().fold(0, |bits, term| bits | bit(term))
}

/// The bit of one term.
pub(super) fn bit<T: Term>(term: T) -> u8 {
    1_u8.checked_shl(u32::try_from(term.index()).unwrap_or(u32::MAX)).unwrap_or(0)
}
