//! BR951: one report in both of the portal's lists.

use crate::finding::{Severity, safe_line};
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::{Check, Listed, Remarks, Rows, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::EntityName, Fact::Individuals, Fact::SubmittedOn, Fact::OcrNarrative]),
    cites: &[data("OCR public export, August and October 2020: no row of one list stands in the other")],
    ..Rule::new(
        "BR951",
        "in-both-lists",
        "The same report stands in both of the portal's lists, the archive and the breaches under investigation.",
        include_str!("../../../docs/rules/BR951.md"),
        Check::Rows(Rows::Lists(check)),
    )
};

fn check(row: &Digest, twin: &Listed<'_>, out: &mut Remarks) {
    let (file, other) = (safe_line(twin.file), twin.row);
    out.advise(
        row,
        Fact::EntityName,
        format_args!("the same entity, day and number of individuals as row {other} of {file}, the portal's other list"),
    )
    .help(format_args!("A report is under investigation or archived, not both. Count it once."));
}
