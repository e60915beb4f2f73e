//! What reports are counted by, and the categories of each.

use super::Observation;
use crate::report::terms::{BreachType, EntityType, Location, State, Term};

/// A way to part reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Not at all.
    All,
    /// Type of breach.
    Type,
    /// Type of covered entity.
    Entity,
    /// Location of the breached information.
    Location,
    /// Whether a business associate was present.
    BusinessAssociate,
    /// State.
    State,
    /// Individuals affected.
    Size,
}

/// How a report with several categories is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// It has one category at most.
    Each,
    /// Once in each category that it carries: categories add up to more than the reports.
    Any,
    /// Only where it carries one category; the others are counted as combined.
    Single,
}

/// One category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// Its stable key.
    pub key: &'static str,
    /// What it is called.
    pub label: &'static str,
}

/// Classes of size: the least count of each, and what it is called.
const SIZES: [(u32, Category); 6] = [
    (0, Category { key: "below_500", label: "fewer than 500" }),
    (500, Category { key: "500_to_999", label: "500 to 999" }),
    (1_000, Category { key: "1000_to_9999", label: "1,000 to 9,999" }),
    (10_000, Category { key: "10000_to_99999", label: "10,000 to 99,999" }),
    (100_000, Category { key: "100000_to_999999", label: "100,000 to 999,999" }),
    (1_000_000, Category { key: "1000000_and_more", label: "1,000,000 and more" }),
];
const COMBINED: Category = Category { key: "combined", label: "(several of these)" };
const MISSING: Category = Category { key: "missing", label: "(not stated)" };

impl By {
    /// Every way, in the order in which they are shown.
    pub const EVERY: [Self; 7] = [Self::All, Self::Type, Self::Entity, Self::Location, Self::BusinessAssociate, Self::State, Self::Size];

    /// Whether a report can carry several of its categories.
    pub fn is_multiple(self) -> bool {
        matches!(self, Self::Type | Self::Location)
    }

    /// Whether its categories are kinds of reports whose sizes may be compared.
    pub(super) fn is_kind(self) -> bool {
        matches!(self, Self::Type | Self::Entity | Self::Location | Self::BusinessAssociate)
    }

    /// The categories, in the order of the list; those for what is combined or missing last.
    pub fn categories(self, counting: Counting) -> Vec<Category> {
        let mut categories = match self {
            Self::All => return vec![Category { key: "all", label: "All reports" }],
            Self::Type => terms::<BreachType>(),
            Self::Entity => terms::<EntityType>(),
            Self::Location => terms::<Location>(),
            Self::BusinessAssociate => vec![Category { key: "yes", label: "Present" }, Category { key: "no", label: "Not present" }],
            Self::State => State::ENTRIES.iter().map(|entry| Category { key: entry.label, label: entry.label }).collect(),
            Self::Size => SIZES.iter().map(|size| size.1).collect(),
        };
        if counting == Counting::Single {
            categories.push(COMBINED);
        }
        categories.push(MISSING);
        categories
    }

    /// The categories, without those for what is combined or missing.
    pub(super) fn named(self) -> Vec<Category> {
        self.categories(Counting::Each).into_iter().filter(|category| category.key != MISSING.key).collect()
    }

    /// The positions of the categories in which `report` counts, a bit each.
    pub(super) fn places(self, counting: Counting, report: &Observation) -> u64 {
        let one = |position: Option<usize>, missing: usize| 1_u64 << position.unwrap_or(missing);
        match self {
            Self::All => 1,
            Self::Type => several(counting, report.types, BreachType::ALL.len()),
            Self::Location => several(counting, report.places, Location::ALL.len()),
            Self::Entity => one(report.entity.map(Term::index), EntityType::ALL.len()),
            Self::BusinessAssociate => one(report.associate.map(|present| usize::from(!present)), 2),
            Self::State => one(report.state.map(Term::index), State::ALL.len()),
            Self::Size => one(report.individuals().and_then(size), SIZES.len()),
        }
    }
}

fn terms<T: Term>() -> Vec<Category> {
    T::ENTRIES.iter().map(|entry| Category { key: entry.key, label: entry.label }).collect()
}

/// Where a report with the categories `bits` of a list of `length` counts.
fn several(counting: Counting, bits: u8, length: usize) -> u64 {
    match (bits.count_ones(), counting) {
        (0, Counting::Single) => 1 << (length + 1),
        // What is missing, or with `single` what is combined.
        (0, _) | (2.., Counting::Single) => 1 << length,
        _ => u64::from(bits),
    }
}

/// The class of a size.
fn size(individuals: u32) -> Option<usize> {
    SIZES.iter().rposition(|size| individuals >= size.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn every_category_has_a_bit() {
        for by in By::EVERY {
            for counting in [Counting::Any, Counting::Single] {
                assert!(by.categories(counting).len() <= 64, "{by:?}");
            }
        }
    }

    #[test]
    fn a_combined_report_counts_in_each_or_apart() {
        let report = Observation { types: 0b101, ..Observation::on(NaiveDate::default()) };
        assert_eq!(By::Type.places(Counting::Any, &report), 0b101);
        let combined = By::Type.places(Counting::Single, &report).trailing_zeros() as usize;
        assert_eq!(By::Type.categories(Counting::Single)[combined].key, "combined");
        let missing = By::Type.places(Counting::Single, &Observation::on(NaiveDate::default())).trailing_zeros() as usize;
        assert_eq!(By::Type.categories(Counting::Single)[missing].key, "missing");
    }

    #[test]
    fn sizes_begin_where_they_say() {
        let class = |count| By::Size.categories(Counting::Each)[size(count).expect("a class")].key;
        assert_eq!(
            [499, 500, 999, 1_000, 999_999, 1_000_000].map(class),
            ["below_500", "500_to_999", "500_to_999", "1000_to_9999", "100000_to_999999", "1000000_and_more"]
        );
    }
}
