//! BR019: columns of a dataset that are not recognised, or two for one field.

use crate::finding::{Detail, Fault, Severity, Sink};
use crate::rules::{Check, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    cites: &[data("OCR public export: the header of the portal's download")],
    ..Rule::new(
        "BR019",
        "columns-unclear",
        "The columns of a dataset are not recognised, or two of them stand for one field.",
        include_str!("../../../docs/rules/BR019.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Broken { what, help, broke } = &fault.detail else { return };
    let draft = out.error(fault.at, format_args!("{what}")).help(format_args!("{help}"));
    if let Some(other) = *broke {
        draft.label(other, format_args!("the other column"));
    }
}
