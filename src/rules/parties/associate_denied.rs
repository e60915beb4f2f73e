//! BR116: the text puts the incident at a business associate, and the report says that none had a part.

use crate::finding::{Severity, Sink};
use crate::narrative::{Anchors, Class, associates};
use crate::report::terms::EntityType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::evidence::Sentence;
use crate::rules::{Check, Context, Rule, SourceKind, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BaPresent, Fact::EntityType]),
    any_of: Context::TEXTS,
    cause: Some(cause),
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

fn cause(report: &Report<'_>) -> bool {
    report.breach.business_associate_present.get() == Some(false) && report.entity.kind.get() != Some(EntityType::BusinessAssociate)
}

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let present = &report.breach.business_associate_present;
    if !cause(report) {
        return;
    }
    // In OCR's words a vendor is a business associate, a vendor or a contractor; filers have many more.
    let Some(told) = context.told(report) else { return };
    if context.source == SourceKind::Record && !told.scan().anchors().any(Anchors::VENDOR) && !associates::may_act(told.text, told.scan()) {
        return;
    }
    let found = told.of_parties().filter(|sentence| tells_of_it(sentence.index, sentence.class())).find_map(Sentence::involves);
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

/// Whether a sentence tells of the incident. One of the first may tell of who told the entity, which is a notification only by its words.
fn tells_of_it(position: usize, class: Class) -> bool {
    matches!(class, Class::Incident | Class::Information) || (position < 2 && class == Class::Notification)
}
