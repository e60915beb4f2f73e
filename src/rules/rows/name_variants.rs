//! BR907: one entity under two spellings of its name.

use crate::finding::Severity;
use crate::report::digest::Digest;
use crate::report::{Fact, FactSet};
use crate::rules::{Check, Remarks, Rows, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::EntityName]),
    uses: FactSet::of(&[Fact::EntityState]),
    cites: &[data("HHS OIG, OEI-09-10-00511 (2015): names are not standardized, so that searches for an entity's earlier breaches fail")],
    ..Rule::new(
        "BR907",
        "name-variants",
        "One entity stands in the file under two spellings of its name.",
        include_str!("../../../docs/rules/BR907.md"),
        Check::Rows(Rows::Names(check)),
    )
};

fn check(first: &Digest, other: &Digest, out: &mut Remarks) {
    let name = out.name(first);
    let at = out.at(first, Fact::EntityName);
    out.advise(other, Fact::EntityName, format_args!("the name of {name} in another spelling"))
        .label(at, format_args!("the spelling that stands first"))
        .help(format_args!("Searches take the two for two entities. If they are one, use one spelling."));
}
