//! BR901: one entity, day and count on two rows.

use super::shared_pairs::{both_small, told_apart};
use crate::finding::Severity;
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::{Check, Entity, Remarks, Rows, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::Individuals, Fact::SubmittedOn]),
    uses: FactSet::of(&[Fact::DiscoveryStart, Fact::BreachType, Fact::Location, Fact::Description, Fact::OcrNarrative]),
    silences: &["BR902", "BR903", "BR907"],
    cites: &[data("OCR public export, March 2021: 2 pairs of 3,090 rows, one of which OCR's own text calls a duplicate")],
    ..Rule::new(
        "BR901",
        "reported-twice",
        "Two rows have the same entity, day and number of individuals.",
        include_str!("../../../docs/rules/BR901.md"),
        Check::Rows(Rows::Entity(check)),
    )
};

fn check(entity: &Entity<'_>, out: &mut Remarks) {
    let mut rows: Vec<&Digest> = entity.own.iter().filter(|row| row.count().is_some() && row.day().is_some()).collect();
    rows.sort_by_key(|row| (row.count(), row.submitted(), row.discovered()));
    for same in rows.chunk_by(|one, other| key(one) == key(other)) {
        for (index, row) in same.iter().enumerate().skip(1) {
            let Some(first) = same[..index].iter().find(|first| is_duplicate(first, row)) else { continue };
            let (count, other) = (row.count().unwrap_or_default(), out.name(first));
            let at = out.at(first, Fact::EntityName);
            out.warn(row, Fact::EntityName, format_args!("the same entity, day and number of individuals ({count}) as {other}"))
                .label(at, format_args!("the first of the two"))
                .help(format_args!("Compare the two. If they are one breach, keep one; two breaches of one size on one day are rare."));
        }
    }
}

fn key(row: &Digest) -> impl PartialEq {
    (row.count(), row.submitted(), row.discovered())
}

/// Small breaches of one day often have one count: only those that agree in everything are alike.
fn is_duplicate(one: &Digest, other: &Digest) -> bool {
    let agree =
        || one.types().iter().eq(other.types().iter()) && one.locations().iter().eq(other.locations().iter()) && one.text() == other.text();
    !told_apart(one, other) && (!both_small(one, other) || (one.text() != 0 && agree()))
}
