//! BR116: the text puts the incident at a business associate, and the report says that none had a part.

use crate::finding::{Severity, Sink};
use crate::narrative::{Class, associates};
use crate::report::terms::EntityType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::evidence::text_of;
use crate::rules::{Check, Context, Rule, SourceKind, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BaPresent, Fact::EntityType]),
    any_of: Context::TEXTS,
    cites: &[
        form("OCR breach portal, Contact screen: who files, and because of whose breach"),
        data(
            "OCR public export, October 2024: 326 of 1,054 filers whose text mentions a business associate answered No; none was ever corrected",
        ),
    ],
    ..Rule::new(
        "BR116",
        "associate-denied",
        "The text puts the incident at or into the hands of a business associate, and the report says that none had a part.",
        include_str!("../../../docs/rules/BR116.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let present = &report.breach.business_associate_present;
    if present.get() != Some(false) || report.entity.kind.get() == Some(EntityType::BusinessAssociate) {
        return;
    }
    let anchors = ["associate", "BA", "endor", "ontractor"];
    if !text_of(report).is_some_and(|text| anchors.iter().any(|anchor| memchr::memmem::find(text.as_bytes(), anchor.as_bytes()).is_some()))
    {
        return;
    }
    let Some(told) = context.told(report) else { return };
    let found = told
        .sentences()
        .filter(|(.., class)| matches!(class, Class::Incident | Class::Information))
        .find_map(|(start, sentence, _)| associates::involved(sentence).map(|range| told.evidence(start + range.start..start + range.end)));
    let Some(words) = found else { return };
    let answer = match context.source {
        SourceKind::Draft => "the report is filed as the entity's own",
        SourceKind::Record => "the answer is that no business associate was present",
    };
    out.warn(words.at, format_args!("{} says that the incident was at or by {words}, and {answer}", told.name()))
        .here(format_args!("the incident is put here"))
        .label(present.at(), format_args!("no business associate"))
        .help(format_args!(
            "If the vendor handles the entity's information, it is a business associate: file as a covered entity whose business associate had the breach, and name it."
        ));
}
