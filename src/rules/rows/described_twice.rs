//! BR903: one description on several rows.

use super::shared_pairs::both_small;
use crate::finding::Severity;
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::{Check, Remarks, Rows, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::OcrNarrative]),
    uses: FactSet::of(&[Fact::Description, Fact::Individuals]),
    cites: &[data(
        "OCR public export, March 2021: 3 pairs of 3,090 rows, settlements and formulas aside; each was read and each is likely one breach",
    )],
    ..Rule::new(
        "BR903",
        "described-twice",
        "Two rows have the same description, word for word.",
        include_str!("../../../docs/rules/BR903.md"),
        Check::Rows(Rows::Text(check)),
    )
};

fn check(rows: &[Digest], out: &mut Remarks) {
    let [first, others @ ..] = rows else { return };
    // A log of small breaches describes like with like.
    for row in others.iter().filter(|row| !both_small(first, row)) {
        let name = out.name(first);
        let at = out.at(first, Fact::EntityName);
        out.warn(row, Fact::EntityName, format_args!("the description is word for word that of {name}"))
            .label(at, format_args!("the first row with this description"))
            .help(format_args!("Find out to which of the two it belongs, and whether both are one breach."));
    }
}
