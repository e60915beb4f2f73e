//! BR001: a file that is not well-formed YAML or JSON.

use crate::finding::{Detail, Fault, Severity, Sink};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    cites: &[logic("what is not well-formed YAML 1.2 or JSON has no certain meaning")],
    ..Rule::new(
        "BR001",
        "broken-syntax",
        "The file is not well-formed YAML or JSON, so the report in it cannot be read whole.",
        include_str!("../../../docs/rules/BR001.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Broken { what, help, broke } = &fault.detail else { return };
    let draft = out.error(fault.at, format_args!("{what}")).help(format_args!("{help}"));
    if let Some(broke) = *broke {
        draft.label(broke, format_args!("this is left unfinished"));
    }
}
