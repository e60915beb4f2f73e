//! BR607: clinical boxes for a file of claims.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::{CARE, CLAIMS};
use crate::report::terms::{EntityType, PhiType};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::EntityType, Fact::PhiTypes]),
    any_of: Context::TEXTS,
    cites: &[logic("the boxes say what kind of file was involved, and so does the text")],
    ..Rule::new(
        "BR607",
        "information-unlike-file",
        "Clinical information is ticked, and the text of a plan tells of claims or membership only.",
        include_str!("../../../docs/rules/BR607.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let (kind, types) = (&report.entity.kind, &report.breach.phi_types);
    let (Some(filer), Some(ticked), Some(told)) = (kind.get(), types.get(), context.told(report)) else { return };
    let (claims, clinical) = (told.may_state(&CLAIMS), told.may_state(&CARE));
    if filer == EntityType::HealthPlan && ticked.has(PhiType::Clinical) && claims && !clinical {
        out.advise(
            types.at_term(PhiType::Clinical),
            format_args!("`{}` is ticked, and {} of a plan speaks of claims or membership only", PhiType::Clinical, told.name()),
        )
        .label(told.at, format_args!("no clinical information is named"))
        .help(format_args!("If the claims held diagnoses or treatments, say so in the description; if not, leave the box open."));
    }
}
