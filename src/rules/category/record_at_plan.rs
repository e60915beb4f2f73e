//! BR419: an electronic medical record at a health plan or clearing house.

use crate::finding::{Severity, Sink};
use crate::report::terms::{EntityType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::EntityType, Fact::Location]),
    silences: &["BR414", "BR417"],
    cites: &[logic("electronic medical records are kept by those who treat; plans and clearing houses keep claims and enrollment")],
    ..Rule::new(
        "BR419",
        "record-at-plan",
        "A health plan or clearing house names the electronic medical record as a location.",
        include_str!("../../../docs/rules/BR419.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.location;
    let record = Location::ElectronicMedicalRecord;
    let treats_nobody = |kind: Option<EntityType>| matches!(kind, Some(EntityType::HealthPlan | EntityType::ClearingHouse));
    if !field.get().is_some_and(|locations| locations.has(record)) || !report.entities().all(|entity| treats_nobody(entity.kind.get())) {
        return;
    }
    let Some(kind) = report.entity.kind.get() else { return };
    out.advise(field.at_term(record), format_args!("`{record}` is a location, and the covered entity is a `{kind}`"))
        .here(format_args!("mostly kept by those who treat"))
        .label(report.entity.kind.at(), format_args!("keeps claims and enrollment"))
        .help(format_args!(
            "If it was a claims or enrollment system, the location is `Network Server`; if it was a medical record, leave it."
        ));
}
