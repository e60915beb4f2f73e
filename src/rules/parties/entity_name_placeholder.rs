//! BR105: a name that names nobody.

use crate::finding::{Severity, Sink, quoted};
use crate::report::{Fact, FactSet, Field, Kinds, Report, is_marker, trimmed};
use crate::rules::{Check, Context, Rule, SourceKind, Usual, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::EntityName]),
    uses: FactSet::of(&[Fact::BaName]),
    silences: &["BR106", "BR107", "BR118"],
    cites: &[
        form("OCR breach portal, Contact screen: name of the covered entity, name of the business associate"),
        data("OCR public exports of 2010 to 2014: entities named `NA`, `Not applicable` and `See list of Practices under Item 9`"),
    ],
    usual: Usual::NAME,
    ..Rule::new(
        "BR105",
        "entity-name-placeholder",
        "The name of the covered entity or business associate is blank or stands for no name.",
        include_str!("../../../docs/rules/BR105.md"),
        Check::Report(check),
    )
};

/// Whole texts that name nobody, in lower case.
const STAND_INS: [&str; 13] = [
    "not applicable",
    "not available",
    "not known",
    "unknown",
    "none",
    "no name",
    "same",
    "same as above",
    "various",
    "various entities",
    "multiple",
    "multiple entities",
    "see below",
];
/// Words that send the reader elsewhere, in lower case.
const POINTERS: [&str; 6] = ["see list", "see the list", "see attached", "see the attached", "see attachment", "see description"];

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    for entity in report.entities() {
        if context.source == SourceKind::Record && entity.name.is_absent() {
            out.error(entity.name.at(), format_args!("the row has no name of a covered entity")).help(format_args!(
                "Find the row in OCR's portal by its day of submission and its count, and enter the name that stands there."
            ));
        }
        named(&entity.name, "covered entity", context, out);
    }
    named(&report.business_associate.name, "business associate", context, out);
}

fn named(name: &Field<&str>, whose: &str, context: &Context, out: &mut Sink) {
    let Some(text) = name.get() else { return };
    if trimmed(text).is_empty() {
        out.error(name.at(), format_args!("the name of the {whose} is blank")).help(format_args!("Enter its full legal name."));
    } else if is_stand_in(text, context) {
        out.error(name.at(), format_args!("{} names no {whose}", quoted(text)))
            .help(format_args!("Enter its full legal name. Several covered entities are listed one by one, not in an attachment."));
    }
}

fn is_stand_in(text: &str, context: &Context) -> bool {
    let bare = trimmed(text).trim_end_matches('.');
    is_marker(text)
        || STAND_INS.iter().any(|known| known.eq_ignore_ascii_case(bare))
        || (context.glance(text).may_hold(Kinds::SEE) && points_elsewhere(text))
}

fn points_elsewhere(text: &str) -> bool {
    let small = text.to_lowercase();
    POINTERS.iter().any(|pointer| small.contains(pointer))
}
