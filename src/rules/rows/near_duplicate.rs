//! BR902: one entity and count on two rows within half a year.

use super::shared_pairs::told_apart;
use crate::finding::Severity;
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::across::{days_apart, is_placeholder};
use crate::rules::{Check, Entity, Remarks, Rows, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::Individuals, Fact::SubmittedOn]),
    uses: FactSet::of(&[Fact::DiscoveryStart, Fact::BreachType, Fact::Description, Fact::OcrNarrative]),
    silences: &["BR903", "BR907"],
    cites: &[data("OCR public export, March 2021: 7 pairs of 3,090 rows within 180 days, each read and each likely one breach")],
    ..Rule::new(
        "BR902",
        "near-duplicate",
        "Two rows of one entity have the same number of individuals and lie at most 180 days apart.",
        include_str!("../../../docs/rules/BR902.md"),
        Check::Rows(Rows::Entity(check)),
    )
};

/// Days within which one count is hardly met twice.
const NEAR: i64 = 180;
/// Smaller counts are met twice by chance.
const LEAST: u32 = 100;

fn check(entity: &Entity<'_>, out: &mut Remarks) {
    let counted = |row: &&Digest| row.count().is_some_and(|count| count >= LEAST && !is_placeholder(count)) && row.day().is_some();
    let mut rows: Vec<&Digest> = entity.own.iter().filter(counted).collect();
    rows.sort_by_key(|row| (row.count(), row.day()));
    for pair in rows.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(day), Some(other_day)) = (one.day(), other.day()) else { continue };
        let apart = days_apart(day, other_day);
        if one.count() != other.count() || apart == 0 || apart > NEAR || told_apart(one, other) {
            continue;
        }
        let (row, first) = if one.row() < other.row() { (other, one) } else { (one, other) };
        let (count, name) = (row.count().unwrap_or_default(), out.name(first));
        let (at, days) = (out.at(first, Fact::EntityName), if apart == 1 { "day" } else { "days" });
        out.warn(
            row,
            Fact::EntityName,
            format_args!("the same entity and number of individuals ({count}) as {name}, {apart} {days} apart"),
        )
        .label(at, format_args!("the other of the two"))
        .help(format_args!("Compare the two. A change to a report is filed as an addendum to it, not as another report."));
    }
}
