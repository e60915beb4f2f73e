//! BR017: a draft that does not say which format it is in, or one that this version does not know.

use crate::finding::{Change, Detail, Fault, Fix, Safety, Severity, Sink, Value, quoted};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    fix: Some(Safety::Safe),
    cites: &[logic("a draft is read by the version of the format that it names")],
    ..Rule::new(
        "BR017",
        "schema-version-unknown",
        "The draft names no schema version, or one that this version of breachlint does not know.",
        include_str!("../../../docs/rules/BR017.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Version { found, newest } = &fault.detail else { return };
    match found.as_deref() {
        None => {
            out.error(fault.at, format_args!("this draft does not say which `schema_version` it is written in"))
                .help(format_args!("Add the line `schema_version: {newest}` at the top of the report."));
        }
        Some(found) if found.trim().parse() == Ok(f64::from(*newest)) => {
            out.error(fault.at, format_args!("the schema version is the number {newest}, written without quotes or decimals"))
                .help(format_args!("Write `schema_version: {newest}`."))
                .fix(|| Fix::safe(format!("write the number {newest}"), Change::Set(fault.at, Value::Number(u64::from(*newest)))));
        }
        Some("") => {
            out.error(fault.at, format_args!("the schema version is no number; {newest} is the newest that is known here"))
                .help(format_args!("Write `schema_version: {newest}`."));
        }
        Some(found) => {
            out.error(fault.at, format_args!("schema version {} is not known here; {newest} is the newest that is", quoted(found)))
                .help(format_args!("Write `schema_version: {newest}`, or update breachlint if the draft was made by a newer one."));
        }
    }
}
