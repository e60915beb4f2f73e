//! BR006: an answer that is no term of the question's list.

use crate::finding::{Change, Detail, Fault, Fix, Safety, Severity, Sink, Value, quoted};
use crate::rules::{Check, Rule, form};
use crate::source::Part;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    fix: Some(Safety::Safe),
    cites: &[form("OCR breach portal: the closed lists of the questionnaire")],
    ..Rule::new(
        "BR006",
        "unlisted-term",
        "An answer to a closed question is not spelt as the form's list spells it.",
        include_str!("../../../docs/rules/BR006.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Term { list, raw, meant, known } = &fault.detail else { return };
    let draft = out.error(fault.at, format_args!("{} is no {list} of the form", quoted(raw)));
    match *meant {
        Some(term) => {
            let change = if fault.at.part == Part::Key {
                Change::Rename(fault.at, term.to_owned())
            } else {
                Change::Set(fault.at, Value::Text(term.to_owned()))
            };
            draft
                .here(format_args!("the form says `{term}`"))
                .help(format_args!("Use the form's term `{term}`, or another of its list."))
                .fix(|| Fix::safe(format!("use the form's term `{term}`"), change));
        }
        None => {
            draft.help(format_args!("Choose one of the form's list: {}.", known.join("; ")));
        }
    }
}
