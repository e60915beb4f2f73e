//! BR108: a name spelt otherwise than in the earlier report, and the same name all the same.

use crate::finding::{Severity, Sink, quoted};
use crate::report::{Fact, FactSet, Field, Report, name};
use crate::rules::counterparts::entities;
use crate::rules::{Check, Context, Relation, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::EntityName]),
    uses: FactSet::of(&[Fact::BaName]),
    cites: &[
        data("HHS Office of Inspector General, OEI-09-10-00511 (2015): covered entities have no standard names, and searches miss them"),
        data("OCR public export, October 2024: 5,688 spellings of 5,460 names"),
    ],
    ..Rule::new(
        "BR108",
        "name-varies-from-earlier",
        "The name differs from that of the earlier report only by suffix, case, punctuation or the name of the business.",
        include_str!("../../../docs/rules/BR108.md"),
        Check::Pair(Relation::Earlier, check),
    )
};

fn check(this: &Report<'_>, other: &Report<'_>, _: &Context, out: &mut Sink) {
    for (entity, earlier) in entities(this, other) {
        compare(&entity.name, &earlier.name, out);
    }
    compare(&this.business_associate.name, &other.business_associate.name, out);
}

fn compare(own: &Field<&str>, earlier: &Field<&str>, out: &mut Sink) {
    let (Some(spelt), Some(before)) = (own.get(), earlier.get()) else { return };
    // Stray spaces are a fault of their own.
    if spelt.split_whitespace().eq(before.split_whitespace()) || !name::alike(spelt, before) {
        return;
    }
    out.advise(own.at(), format_args!("the earlier report spells this name {}", quoted(before.trim())))
        .here(format_args!("spelt otherwise here"))
        .help(format_args!(
            "Searches of the public record take two spellings for two names. Write the name in every report as the organization writes it in law."
        ));
}
