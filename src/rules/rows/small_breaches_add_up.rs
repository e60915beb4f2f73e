//! BR905: reports of fewer than 500 with one cause and one day of discovery, together 500 or more.

use crate::finding::Severity;
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::{Check, Entity, Remarks, Rows, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::Individuals, Fact::DiscoveryStart, Fact::BreachType, Fact::Location]),
    cites: &[law("45 CFR 164.408(b)"), law("45 CFR 164.408(c)")],
    ..Rule::new(
        "BR905",
        "small-breaches-add-up",
        "Reports of fewer than 500 individuals have one cause and one day of discovery, and together 500 or more.",
        include_str!("../../../docs/rules/BR905.md"),
        Check::Rows(Rows::Entity(check)),
    )
};

fn check(entity: &Entity<'_>, out: &mut Remarks) {
    let small = |row: &&Digest| row.count().is_some_and(|count| count < 500) && row.discovered().is_some() && !row.types().is_empty();
    let mut rows: Vec<&Digest> = entity.own.iter().filter(small).collect();
    rows.sort_by_key(|row| (row.discovered(), row.types().joined(), row.locations().joined(), row.row()));
    let one_cause = |one: &&Digest, other: &&Digest| {
        one.discovered() == other.discovered()
            && one.types().iter().eq(other.types().iter())
            && one.locations().iter().eq(other.locations().iter())
    };
    for incident in rows.chunk_by(one_cause) {
        let sum: u64 = incident.iter().filter_map(|row| row.count()).map(u64::from).sum();
        let (Some((last, others)), true) = (incident.split_last(), sum >= 500) else { continue };
        let (names, day) = (out.names(others.iter().copied()), last.discovered().unwrap_or_default());
        let types = last.types().joined();
        out.warn(last, Fact::Individuals, format_args!("with {names} {sum} individuals of one entity, all {types}, discovered on {day}"))
            .help(format_args!(
                "If this is one breach, it is one report of {sum} individuals and due within 60 days of discovery. If these are separate breaches, \
                 nothing need be done."
            ));
    }
}
