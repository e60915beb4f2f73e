//! BR114: the filer is called a business associate, and no business associate is present.

use crate::finding::{Severity, Sink};
use crate::report::terms::EntityType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::EntityType, Fact::BaPresent]),
    cites: &[
        logic("where the type is `Business Associate`, a business associate is present"),
        data("OCR public export, March 2021: 6 of 3,090 rows, all filed before 2015"),
    ],
    ..Rule::new(
        "BR114",
        "associate-type-without-associate",
        "The type of the covered entity is Business Associate, and the report says that no business associate is present.",
        include_str!("../../../docs/rules/BR114.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let present = &report.breach.business_associate_present;
    if present.get() != Some(false) {
        return;
    }
    for entity in report.entities() {
        if entity.kind.get() == Some(EntityType::BusinessAssociate) {
            out.error(
                entity.kind.at(),
                format_args!("the type is {}, but no business associate is present", EntityType::BusinessAssociate),
            )
            .label(present.at(), format_args!("says that no business associate had a part"))
            .help(format_args!("If a business associate files or had the breach, say so; otherwise give the entity's own type."));
        }
    }
}
