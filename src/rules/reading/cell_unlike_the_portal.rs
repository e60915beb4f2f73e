//! BR018: a cell with several values in another separator or order than the portal's.

use crate::finding::{Detail, Fault, Severity, Sink, quoted};
use crate::rules::{Check, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    cites: &[data("OCR public export: several values of one cell stand in alphabetical order, joined by a comma and a space")],
    ..Rule::new(
        "BR018",
        "cell-unlike-the-portal",
        "A cell holds several values in another separator or order than the portal's.",
        include_str!("../../../docs/rules/BR018.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Text { what, repaired, .. } = &fault.detail else { return };
    let draft = out.advise(fault.at, format_args!("this cell holds {what}"));
    match repaired {
        Some(portal) => draft.help(format_args!("The portal writes {}; `normalize` does so too.", quoted(portal))),
        None => draft.help(format_args!("The portal writes the values in alphabetical order, joined by a comma and a space.")),
    };
}
