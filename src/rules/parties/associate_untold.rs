//! BR117: a business associate had the breach by the answers, and the text speaks of nobody but the entity.

use crate::finding::{Severity, Sink};
use crate::narrative::associates;
use crate::report::terms::{EntityType, Filer};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BaPresent, Fact::EntityType]),
    any_of: Context::TEXTS,
    cause: Some(cause),
    uses: FactSet::of(&[Fact::BaName, Fact::Filer]),
    cites: &[
        logic("a breach at a business associate is told without one"),
        data("OCR public export, October 2024: 41 of 769 rows with a business associate present speak of none"),
    ],
    ..Rule::new(
        "BR117",
        "associate-untold",
        "The report says that a business associate had a part, and the text speaks of none.",
        include_str!("../../../docs/rules/BR117.md"),
        Check::Report(check),
    )
};

fn cause(report: &Report<'_>) -> bool {
    report.breach.business_associate_present.get() == Some(true) && report.entity.kind.get() != Some(EntityType::BusinessAssociate)
}

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let present = &report.breach.business_associate_present;
    if !cause(report) {
        return;
    }
    let Some(told) = context.told(report) else { return };
    let (text, scan) = (told.text, told.scan());
    // A vendor that files tells of itself as "we".
    let own = report.filing.filer.get().is_some_and(Filer::is_associate);
    if own
        || associates::spoken_of(scan)
        || !associates::speaks_of_entity(scan)
        || report.business_associate.name.get().is_some_and(|name| crate::narrative::names::mentions(text, name))
    {
        return;
    }
    // A company beside the filer may be the associate, whatever it is called.
    let company = [" LLC", " Inc", " Corp"].iter().any(|form| text.contains(form));
    if company || told.narrative().sentences().len() < 2 {
        return;
    }
    out.warn(present.at(), format_args!("a business associate is said to have had a part, and {} speaks of none", told.name()))
        .label(told.at, format_args!("no business associate, vendor or company is spoken of"))
        .help(format_args!("Say in the description what the business associate did and what happened there; or file as the entity's own report, if it had no part."));
}
