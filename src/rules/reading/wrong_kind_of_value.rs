//! BR005: a value of another kind than the question takes.

use crate::finding::{Change, Detail, Fault, Fix, Safety, Severity, Sink, Value};
use crate::rules::{Check, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    fix: Some(Safety::Safe),
    cites: &[form("OCR breach portal: which questions take one value, several, a date or a number")],
    ..Rule::new(
        "BR005",
        "wrong-kind-of-value",
        "A value is of another kind than its question takes.",
        include_str!("../../../docs/rules/BR005.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Kind { key, takes, found, instead } = &fault.detail else { return };
    let question = if key.is_empty() { "this".to_owned() } else { format!("`{key}`") };
    let draft = out.error(fault.at, format_args!("{question} takes {takes}; {found} stands here")).help(format_args!("Write {takes}."));
    let Some(instead) = instead else { return };
    let title = match instead {
        Value::Text(text) => format!("write `{text}`"),
        Value::Number(number) => format!("write {number}"),
        Value::YesNo(answer) => format!("write {}", if *answer { "yes" } else { "no" }),
        Value::List(_) => "write it as a list".to_owned(),
    };
    draft.fix(|| Fix::safe(title, Change::Set(fault.at, instead.clone())));
}
