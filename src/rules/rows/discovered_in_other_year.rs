//! BR906: a small breach that was discovered in another year than the rest of its log.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::finding::Severity;
use crate::report::date::log_deadline;
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::{Check, Entity, Remarks, Rows, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::Individuals, Fact::DiscoveryStart]),
    cites: &[law("45 CFR 164.408(c)")],
    ..Rule::new(
        "BR906",
        "discovered-in-other-year",
        "A small breach was discovered in another year than most of the entity's others in the file.",
        include_str!("../../../docs/rules/BR906.md"),
        Check::Rows(Rows::Entity(check)),
    )
};

/// Fewer reports make no log of a year.
const LEAST: usize = 5;

fn check(entity: &Entity<'_>, out: &mut Remarks) {
    let year = |row: &Digest| row.discovered().map(|day| day.year());
    let rows: Vec<&Digest> = entity.own.iter().filter(|row| row.count().is_some_and(|count| count < 500) && year(row).is_some()).collect();
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    rows.iter().filter_map(|row| year(row)).for_each(|year| *years.entry(year).or_default() += 1);
    let Some((&usual, &most)) = years.iter().max_by_key(|(_, count)| **count) else { return };
    // Four in five make the file the log of one year.
    if rows.len() < LEAST || most * 5 < rows.len() * 4 {
        return;
    }
    for row in rows.iter().filter(|row| year(row) != Some(usual)) {
        let (day, total) = (row.discovered().unwrap_or_default(), rows.len());
        let due = log_deadline(day);
        out.warn(row, Fact::DiscoveryStart, format_args!("discovered on {day}, while {most} of {total} reports of this entity here were discovered in {usual}"))
            .help(format_args!(
                "If the day is right, this report is due by {due}, with the log of {}; file it now if that day has passed. The year of discovery \
                 counts, not that of the breach.",
                day.year()
            ));
    }
}
