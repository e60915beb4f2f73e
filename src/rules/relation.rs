//! How two reports belong together, and what shows that they do. Evidence only: what two reports merely might have in common is none.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::report::terms::{Filer, Form, ReportType, TermSet};
use crate::report::{Fact, FactSet, Gap, Report, name};

/// What another report is to the one that is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The report of the same breach to which this one adds.
    Earlier,
    /// An addendum to this report.
    Later,
    /// The report of the same incident on OCR's other form: HIPAA and Part 2.
    OtherForm,
    /// The report of the same incident by the other party: the business associate's, or the covered entity's.
    OtherParty,
    /// The report of the same incident at the same business associate by another covered entity.
    Sibling,
}

impl Relation {
    /// The relation in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Earlier => "the earlier report",
            Self::Later => "an addendum to it",
            Self::OtherForm => "the report on the other form",
            Self::OtherParty => "the report of the other party",
            Self::Sibling => "the report of another covered entity on the same incident",
        }
    }

    /// The facts by which it is decided whether a report stands in this relation to another.
    pub(super) const fn facts(self) -> FactSet {
        match self {
            Self::Earlier | Self::Later => FactSet::of(&[Fact::ReportType]),
            Self::OtherForm => FactSet::of(&[Fact::Form, Fact::Filer]),
            Self::OtherParty | Self::Sibling => FactSet::of(&[Fact::Filer]),
        }
    }

    /// Whether one of the two says all that there is to say about both.
    pub fn is_mutual(self) -> bool {
        !matches!(self, Self::Earlier | Self::Later)
    }
}

/// Another report, as the rules see it.
#[derive(Debug, Clone, Copy)]
pub struct Companion<'r, 'a> {
    /// What it is to the report that is judged.
    pub relation: Relation,
    /// It.
    pub report: &'r Report<'a>,
    /// Where what the two have between them is said.
    pub told: Spoken,
}

/// Where it is said what two reports have between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    /// In the report that is judged.
    Here,
    /// In the other one, which is checked in the same run.
    There,
    /// Nowhere: which of several is meant is not clear, and none is compared.
    Nowhere,
}

/// What tells a report from others: the answers by which it is found to belong to another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    form: Form,
    addendum: Option<bool>,
    filer: Option<Filer>,
    tracking_number: Option<String>,
    submitted_on: Option<NaiveDate>,
    entities: BTreeSet<String>,
    associate: Option<Vec<String>>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    discovered: Option<NaiveDate>,
    coding: (Option<String>, Option<String>),
}

impl Card {
    /// The card of `report`.
    pub fn of(report: &Report<'_>) -> Self {
        let filing = &report.filing;
        let filer = filing.filer.get();
        let by_role = if filer.is_some_and(Filer::is_part_2) { Form::Part2 } else { Form::Hipaa };
        let breach = &report.breach;
        Self {
            form: if filing.form.gap() == Some(Gap::Absent) { by_role } else { filing.form.get().unwrap_or(by_role) },
            addendum: filing.report_type.get().map(|kind| kind == ReportType::Addendum),
            filer,
            tracking_number: filing.tracking_number.get().map(|number| number.trim().to_uppercase()),
            submitted_on: filing.submitted_on.get(),
            entities: report.entities().filter_map(|entity| entity.name.get()).flat_map(name::keys).collect(),
            associate: report.business_associate.name.get().map(name::keys),
            start: breach.start_date.get(),
            end: breach.end_date.get(),
            discovered: breach.discovery_start_date.get(),
            coding: (breach.breach_type.get().map(TermSet::joined), breach.location.get().map(TermSet::joined)),
        }
    }

    /// Whether the report says that it is an initial one.
    pub fn is_initial(&self) -> bool {
        self.addendum == Some(false)
    }

    /// Whether it is on the Part 2 form.
    pub fn is_part_2(&self) -> bool {
        self.form == Form::Part2
    }

    /// The day of filing, where it was filed.
    pub fn submitted_on(&self) -> Option<NaiveDate> {
        self.submitted_on
    }

    /// Every folded name of its covered entities and business associate: reports without one in common do not belong together.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entities.iter().chain(self.associate.iter().flatten()).map(String::as_str)
    }

    /// Whether both reports code the incident alike.
    pub fn is_coded_like(&self, other: &Self) -> bool {
        self.coding == other.coding
    }

    /// What `other` is to this report if both tell of one incident; by their forms and roles alone.
    pub fn kind(&self, other: &Self) -> Option<Relation> {
        if self.form != other.form {
            return Some(Relation::OtherForm);
        }
        let (own, others) = (self.filer?, other.filer?);
        match (own.is_associate(), others.is_associate()) {
            (true, false) | (false, true) => Some(Relation::OtherParty),
            (false, false) if own.involves_associate() && others.involves_associate() && !self.shares_entity(other) => {
                Some(Relation::Sibling)
            }
            _ => None,
        }
    }

    /// What `other` is to this report, where the answers of both show it.
    pub fn relation(&self, other: &Self) -> Option<Relation> {
        if let Some(relation) = self.in_time(other) {
            return Some(relation);
        }
        let relation = self.kind(other)?;
        let shown = match relation {
            Relation::OtherForm => self.addendum == other.addendum && self.shares_entity(other) && self.shares_a_day(other),
            // Where the covered entity does not name the business associate, only the very same days show one incident.
            Relation::OtherParty => {
                self.shares_entity(other)
                    && match self.shares_associate(other) {
                        Some(same) => same && self.shares_a_day(other),
                        None => same(self.start, other.start) && same(self.end, other.end),
                    }
            }
            Relation::Sibling => self.shares_associate(other) == Some(true) && same(self.start, other.start),
            Relation::Earlier | Relation::Later => false,
        };
        shown.then_some(relation)
    }

    /// Whether one of the two adds to the other: same form and filer, same entity, and the same tracking number; or, where one has none, the breach
    /// or its discovery began on the same day.
    fn in_time(&self, other: &Self) -> Option<Relation> {
        let same_filer = self.form == other.form && self.filer.map(Filer::is_associate) == other.filer.map(Filer::is_associate);
        // The number of the report to which both belong; or else that of a report to which only one does.
        let same_number = self.tracking_number.as_ref().zip(other.tracking_number.as_ref()).map(|(own, others)| own == others);
        let shown = same_number.unwrap_or_else(|| self.shares_a_day(other));
        if !same_filer || !self.shares_entity(other) || !shown {
            return None;
        }
        match (self.addendum?, other.addendum?) {
            (true, false) => Some(Relation::Earlier),
            (false, true) => Some(Relation::Later),
            (true, true) => match (self.submitted_on, other.submitted_on) {
                (None, Some(_)) => Some(Relation::Earlier),
                (Some(_), None) => Some(Relation::Later),
                (Some(own), Some(others)) if own > others => Some(Relation::Earlier),
                (Some(own), Some(others)) if own < others => Some(Relation::Later),
                _ => None,
            },
            (false, false) => None,
        }
    }

    fn shares_entity(&self, other: &Self) -> bool {
        !self.entities.is_disjoint(&other.entities)
    }

    /// None where one of the two names no business associate.
    fn shares_associate(&self, other: &Self) -> Option<bool> {
        let (own, others) = (self.associate.as_ref()?, other.associate.as_ref()?);
        Some(own.iter().any(|key| others.contains(key)))
    }

    fn shares_a_day(&self, other: &Self) -> bool {
        same(self.start, other.start) || same(self.discovered, other.discovered)
    }
}

/// Whether both are known and equal.
fn same(one: Option<NaiveDate>, other: Option<NaiveDate>) -> bool {
    one.is_some() && one == other
}
