//! BR111: the rarest type of covered entity.

use super::shared_name::{phrase_in, words};
use crate::finding::{Severity, Sink};
use crate::report::terms::EntityType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, Usual, data, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::EntityType]),
    uses: FactSet::of(&[Fact::EntityName]),
    cites: &[law("45 CFR 160.103"), data("OCR public export, October 2024: 14 of 6,442 rows")],
    usual: Usual::NAME,
    ..Rule::new(
        "BR111",
        "clearing-house-unusual",
        "The type is Healthcare Clearing House, which is seldom right.",
        include_str!("../../../docs/rules/BR111.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    for entity in report.entities() {
        if entity.kind.get() != Some(EntityType::ClearingHouse) {
            continue;
        }
        let says_so = entity.name.get().is_some_and(|name| phrase_in(&words(name), &["clearinghouse", "clearing house"]).is_some());
        if !says_so {
            out.advise(entity.kind.at(), format_args!("the covered entity is filed as a {}", EntityType::ClearingHouse))
                .label(entity.name.at(), format_args!("the name does not say so"))
                .help(format_args!(
                    "A clearing house turns health information from one format into another for others. A provider or plan that sends claims \
                     is none, and a billing service is more often a business associate."
                ));
        }
    }
}
