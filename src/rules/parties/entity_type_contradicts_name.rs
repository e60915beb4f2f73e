//! BR109: a provider that is filed as a health plan by its name, or the reverse.

use super::shared_name::{phrase_in, words};
use crate::finding::{Severity, Sink, quoted};
use crate::report::terms::EntityType;
use crate::report::{Fact, FactSet, Kinds, Report};
use crate::rules::{Check, Context, Rule, Usual, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::EntityType]),
    cites: &[
        logic("a health plan and a health care provider are different kinds of covered entity (45 CFR 160.103)"),
        data("OCR public export, March 2021: 4 of 3,090 rows; between two exports of it, 3 entity types were corrected"),
    ],
    usual: Usual::NAME,
    ..Rule::new(
        "BR109",
        "entity-type-contradicts-name",
        "The name says provider and the type says health plan, or the reverse.",
        include_str!("../../../docs/rules/BR109.md"),
        Check::Report(check),
    )
};

/// What names of providers say and names of plans do not. `Dental` and `Physicians` stand in the names of many plans.
const PROVIDER: [&str; 19] = [
    "hospital",
    "hospitals",
    "clinic",
    "clinics",
    "medical center",
    "medical group",
    "medical practice",
    "family practice",
    "pharmacy",
    "pharmacies",
    "dentistry",
    "dental group",
    "dental associates",
    "surgery",
    "pediatrics",
    "hospice",
    "nursing home",
    "physical therapy",
    "orthopedics",
];
/// What names of plans say and names of providers do not.
const PLAN: [&str; 11] = [
    "health plan",
    "benefit plan",
    "benefits plan",
    "welfare plan",
    "dental plan",
    "medical plan",
    "hmo",
    "health insurance",
    "insurance company",
    "insurance co",
    "insurance plan",
];
/// Beside any of these a provider's word does not make a provider: "Hospital Employees Benefit Plan".
const PLAN_HINT: [&str; 21] = [
    "plan",
    "plans",
    "healthplan",
    "insurance",
    "insurer",
    "insurers",
    "assurance",
    "benefit",
    "benefits",
    "hmo",
    "delta",
    "life",
    "program",
    "trust",
    "fund",
    "coverage",
    "medicaid",
    "medicare",
    "employee",
    "employees",
    "blue",
];

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    for entity in report.entities() {
        let (Some(name), Some(kind)) = (entity.name.get(), entity.kind.get()) else { continue };
        let kinds = match kind {
            EntityType::HealthPlan => Kinds::PROVIDER,
            EntityType::Provider => Kinds::PLAN,
            _ => continue,
        };
        if !context.glance(name).may_hold(kinds) {
            continue;
        }
        let words = words(name);
        let (word, likely) = match kind {
            EntityType::HealthPlan if phrase_in(&words, &PLAN_HINT).is_none() => (phrase_in(&words, &PROVIDER), EntityType::Provider),
            EntityType::Provider if phrase_in(&words, &PROVIDER).is_none() => (phrase_in(&words, &PLAN), EntityType::HealthPlan),
            _ => continue,
        };
        if let Some(word) = word {
            out.warn(entity.kind.at(), format_args!("{} is filed as a {kind}", quoted(name)))
                .label(entity.name.at(), format_args!("\"{word}\" is usual in the name of a {likely}"))
                .help(format_args!("Check the type: it is that of the entity whose information was breached, such as the plan that an employer or hospital sponsors."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Glance;

    #[test]
    fn a_word_of_every_phrase_is_of_its_kind() {
        let is = |phrase: &&str, kinds: Kinds| Glance::of(phrase).may_hold(kinds);
        assert!(PROVIDER.iter().all(|phrase| is(phrase, Kinds::PROVIDER)));
        assert!(PLAN.iter().all(|phrase| is(phrase, Kinds::PLAN)));
    }
}
