//! BR010: a value without quotes that YAML 1.1 and YAML 1.2 readers read differently.

use crate::finding::{Change, Detail, Fault, Fix, Safety, Severity, Sink, Value, quoted};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error, Severity::Warning],
    fix: Some(Safety::Safe),
    cites: &[logic("YAML 1.1 and YAML 1.2 type the same unquoted value differently")],
    ..Rule::new(
        "BR010",
        "reader-dependent-value",
        "A value without quotes means one thing to a YAML 1.1 reader and another to a YAML 1.2 reader.",
        include_str!("../../../docs/rules/BR010.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Readings { raw, what, readings, threshold, .. } = &fault.detail else { return };
    let shown = if raw.is_empty() { "this value".to_owned() } else { quoted(raw).to_string() };
    let both = readings.join(", to others ");
    let draft = match threshold {
        Some(line) => out.error(fault.at, format_args!("{shown} is to some YAML readers {both}: on different sides of {line}")),
        None => out.warn(fault.at, format_args!("{shown} is to some YAML readers {both}")),
    };
    let yes = readings.iter().any(|reading| reading.starts_with("yes"));
    match *what {
        "a count" => {
            draft.help(format_args!(
                "Write the number that is meant in digits, without leading zeros or separators; no reading is guessed."
            ));
        }
        "yes or no" => {
            let word = if yes { "yes" } else { "no" };
            draft
                .help(format_args!("Write `yes` or `no`."))
                .fix(|| Fix::safe(format!("write `{word}`"), Change::Set(fault.at, Value::YesNo(yes))));
        }
        _ if raw.is_empty() => {
            draft.help(format_args!("Put the value in quotes: it is text."));
        }
        _ => {
            draft
                .help(format_args!("Put the value in quotes: it is text."))
                .fix(|| Fix::safe("put the value in quotes", Change::Set(fault.at, Value::Text(raw.clone()))));
        }
    }
}
