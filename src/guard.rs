//! The legal-threshold guard: what `fix` and `normalize` must ask before they change a value. Nothing is guessed across a line of the law.

use chrono::{Datelike, NaiveDate};

use crate::report::Report;
use crate::report::clock::{self, MEDIA_LINE, affected, due_after, is_large, judged_on, log_due_after};
use crate::report::terms::State;

/// Where a report stands to the lines of the law, for each covered entity. What could not be read is none, which is on neither side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    entities: Vec<EntityClass>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct EntityClass {
    /// 500 individuals or more.
    large: Option<bool>,
    /// States with more than 500 residents.
    media: Option<Vec<State>>,
    /// Later than the day on which HHS must be told.
    late: Option<bool>,
    /// The year of discovery, which decides the yearly log.
    year: Option<i32>,
}

impl Class {
    /// The class of `report`, judged on `as_of` unless it was filed.
    pub fn of(report: &Report<'_>, as_of: NaiveDate) -> Self {
        let judged = judged_on(report, as_of);
        let entities = affected(report)
            .iter()
            .map(|affected| {
                let large = is_large(report, affected);
                let late = affected.start.zip(large).map(|(start, large)| {
                    let due = if large { due_after(report, start.date) } else { log_due_after(report, start.date) };
                    judged > due
                });
                let media = affected.residents.map(|(residents, _)| {
                    residents.iter().filter(|resident| resident.count > MEDIA_LINE).map(|resident| resident.state).collect()
                });
                EntityClass { large, media, late, year: affected.start.map(|start: clock::Start| start.date.year()) }
            })
            .collect();
        Self { entities }
    }
}

/// A line of the law that two states of a report stand on different sides of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// 500 individuals or more.
    FiveHundred,
    /// More than 500 residents of this State.
    Residents(State),
    /// The year of discovery, by which the yearly log is kept.
    Year,
}

impl Class {
    /// The lines between this state of a report and a later one, each once. What is known of one state only crosses none.
    pub fn lines_to(&self, after: &Self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut add = |line| {
            if !lines.contains(&line) {
                lines.push(line);
            }
        };
        for (before, after) in self.entities.iter().zip(&after.entities) {
            if before.large.is_some() && after.large.is_some() && before.large != after.large {
                add(Line::FiveHundred);
            }
            if let (Some(then), Some(now)) = (&before.media, &after.media) {
                then.iter()
                    .filter(|state| !now.contains(state))
                    .chain(now.iter().filter(|state| !then.contains(state)))
                    .for_each(|&state| add(Line::Residents(state)));
            }
            if before.year.is_some() && after.year.is_some() && before.year != after.year {
                add(Line::Year);
            }
        }
        lines
    }
}

/// Whether a value may take any of `readings`: they all put the report in one class, and it is the one that the report was in before.
pub fn allows(before: &Class, readings: &[Class]) -> bool {
    let agree = readings.windows(2).all(|pair| pair[0] == pair[1]);
    agree && !readings.is_empty() && readings.iter().all(|after| is_kept(before, after))
}

/// Whether `value` is the one admissible reading of what stands there: then the report is on the same side of every line, however it is written.
/// Of several readings none is taken, even where they agree in class.
pub fn is_only_reading<T: PartialEq>(readings: &[T], value: &T) -> bool {
    matches!(readings, [only] if only == value)
}

fn is_kept(before: &Class, after: &Class) -> bool {
    fn same<T: PartialEq>(before: Option<&T>, after: Option<&T>) -> bool {
        before.is_none() || after.is_none() || before == after
    }
    before.entities.len() == after.entities.len()
        && before.entities.iter().zip(&after.entities).all(|(before, after)| {
            same(before.large.as_ref(), after.large.as_ref())
                && same(before.media.as_ref(), after.media.as_ref())
                && same(before.late.as_ref(), after.late.as_ref())
                && same(before.year.as_ref(), after.year.as_ref())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(large: Option<bool>, year: Option<i32>) -> Class {
        Class { entities: vec![EntityClass { large, media: None, late: None, year }] }
    }

    #[test]
    fn a_line_of_the_law_is_never_crossed() {
        let small = class(Some(false), Some(2025));
        assert!(allows(&small, &[class(Some(false), Some(2025))]));
        assert!(!allows(&small, &[class(Some(true), Some(2025))]));
        assert!(!allows(&small, &[class(Some(false), Some(2026))]));
        assert!(!allows(&class(None, None), &[class(Some(true), None), class(Some(false), None)]), "readings that disagree");
        assert!(allows(&class(None, None), &[class(Some(true), None)]), "one reading of what could not be read");
        assert!(!allows(&small, &[]), "no reading at all");
    }
}
