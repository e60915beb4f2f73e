//! BR003: a key that no question of the draft has.

use crate::finding::{Change, Detail, Fault, Fix, Safety, Severity, Sink, quoted};
use crate::rules::{Check, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    fix: Some(Safety::Safe),
    cites: &[form("OCR breach portal: the questions of the questionnaire, as named in schemas/breach-report.schema.json")],
    ..Rule::new(
        "BR003",
        "unknown-key",
        "A key of the draft is no question of the form.",
        include_str!("../../../docs/rules/BR003.md"),
        Check::Reader(word),
    )
};

/// Keys that are named in the help, where the section has more than can be taken in.
const SHOWN: usize = 12;

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::UnknownKey { key, nearest, known } = &fault.detail else { return };
    let draft = out.error(fault.at, format_args!("{} is no question of this section", quoted(key)));
    if let Some(name) = nearest {
        draft
            .here(format_args!("the nearest key is `{name}`"))
            .help(format_args!("Write `{name}` if that is meant; an answer under an unknown key is not read."))
            .fix(|| Fix::safe(format!("rename the key to `{name}`"), Change::Rename(fault.at, name.clone())));
        return;
    }
    let shown = known.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = known.len().saturating_sub(SHOWN);
    if more > 0 {
        draft.help(format_args!("The keys here are {shown} and {more} more; an answer under an unknown key is not read."));
    } else {
        draft.help(format_args!("The keys here are {shown}; an answer under an unknown key is not read."));
    }
}
