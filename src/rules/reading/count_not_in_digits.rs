//! BR012: a count written with separators, spaces, decimals or words.

use crate::finding::{Change, Detail, Fault, Fix, Safety, Severity, Sink, Value, quoted};
use crate::rules::{Check, Rule, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    fix: Some(Safety::Safe),
    cites: &[
        form("OCR breach portal: Approximate Number of Individuals Affected by the Breach is a whole number"),
        data("OCR public export: counts such as `59.381` and `109, 210`"),
    ],
    ..Rule::new(
        "BR012",
        "count-not-in-digits",
        "A count is written with separators, decimals, words or quotes instead of digits alone.",
        include_str!("../../../docs/rules/BR012.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Readings { raw, readings, threshold, inexact, .. } = &fault.detail else { return };
    let shown = if raw.is_empty() { "this count".to_owned() } else { quoted(raw).to_string() };
    let digits = "The form takes a whole number in digits alone.";
    match (&readings[..], *inexact) {
        ([one], false) => {
            let draft = if one == raw {
                out.warn(fault.at, format_args!("the count {one} is written as text, not as a number"))
            } else {
                out.warn(fault.at, format_args!("{shown} stands for {one}"))
            };
            match one.parse() {
                Ok(number) => draft
                    .help(format_args!("{digits} Write {one}."))
                    .fix(|| Fix::safe(format!("write {one}"), Change::Set(fault.at, Value::Number(number)))),
                Err(_) => draft.help(format_args!("{digits}")),
            };
        }
        ([one], true) => {
            out.warn(fault.at, format_args!("{shown} is an inexact count, about {one}"))
                .help(format_args!("{digits} Write the best count there is, and say in the description that it is an estimate."));
        }
        _ => {
            let all = readings.join(" or as ");
            let draft = match threshold {
                Some(line) => out.warn(fault.at, format_args!("{shown} can be read as {all}: on different sides of {line}")),
                None => out.warn(fault.at, format_args!("{shown} can be read as {all}")),
            };
            draft.help(format_args!("{digits} Write the number that is meant; no reading is guessed."));
        }
    }
}
