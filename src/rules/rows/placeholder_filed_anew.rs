//! BR911: a placeholder count, and a later row of the same entity that looks like its correction.

use crate::finding::Severity;
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::across::{days_apart, is_placeholder};
use crate::rules::{Check, Entity, Remarks, Rows, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::Individuals, Fact::SubmittedOn, Fact::BreachType, Fact::Location]),
    cites: &[data("OCR public export, March 2021: 2 pairs of 3,090 rows with a type and a location in common within two years")],
    ..Rule::new(
        "BR911",
        "placeholder-filed-anew",
        "A row with exactly 500 or 501 individuals is followed by a full one of the same entity, type and location.",
        include_str!("../../../docs/rules/BR911.md"),
        Check::Rows(Rows::Entity(check)),
    )
};

/// Two years: later reports are about something else.
const NEAR: i64 = 730;

fn check(entity: &Entity<'_>, out: &mut Remarks) {
    let mut open: Vec<&Digest> = Vec::new();
    for row in entity.own {
        let (Some(count), Some(day)) = (row.count(), row.submitted()) else { continue };
        let alike = |known: &Digest| known.shares_type(row) && known.shares_location(row);
        if is_placeholder(count) {
            open.retain(|known| !alike(known));
            open.push(row);
            continue;
        }
        let before = |known: &Digest| known.submitted().is_some_and(|other| other < day && days_apart(other, day) <= NEAR);
        let Some(at) = open.iter().position(|known| alike(known) && before(known)) else { continue };
        let first = open.remove(at);
        let (placeholder, name) = (first.count().unwrap_or_default(), out.name(first));
        let place = out.at(first, Fact::EntityName);
        out.warn(
            row,
            Fact::EntityName,
            format_args!("{count} individuals, after exactly {placeholder} on {name} of the same entity, type and location"),
        )
        .label(place, format_args!("may be a placeholder"))
        .help(format_args!("If this row gives the number that was missing there, it is an addendum to that report and no new breach."));
    }
}
