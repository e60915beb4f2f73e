//! BR101: a ZIP code that the Postal Service gives to another State.

use crate::finding::{Severity, Sink, quoted};
use crate::report::terms::{State, Term};
use crate::report::{Fact, FactSet, Field, Report};
use crate::rules::{Check, Context, Rule, data};
use crate::schema::formats::is_zip;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityZip, Fact::EntityState]),
    uses: FactSet::of(&[Fact::BaZip, Fact::BaState]),
    cites: &[data("USPS labelling list L002: three-digit ZIP prefixes by State")],
    ..Rule::new(
        "BR101",
        "zip-outside-state",
        "The first three digits of the ZIP code belong to another State than the one chosen.",
        include_str!("../../../docs/rules/BR101.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    for entity in report.entities() {
        agree(&entity.zip, &entity.state, out);
    }
    agree(&report.business_associate.zip, &report.business_associate.state, out);
}

fn agree(zip: &Field<&str>, state: &Field<State>, out: &mut Sink) {
    let (Some(text), Some(chosen)) = (zip.get(), state.get()) else { return };
    let Some(prefix) = prefix(text) else { return };
    if has(chosen, prefix) {
        return;
    }
    let owners: Vec<&str> = State::ALL.iter().filter(|&&state| has(state, prefix)).map(|state| state.name()).collect();
    let whose = if owners.is_empty() { "no State".to_owned() } else { owners.join(" or ") };
    out.warn(zip.at(), format_args!("the ZIP code {} is outside {}", quoted(text), chosen.name()))
        .here(format_args!("ZIP codes that begin with {prefix:03} belong to {whose}"))
        .label(state.at(), format_args!("the address is said to be in {}", chosen.name()))
        .help(format_args!("Check the ZIP code and the State against the postal address; one of them is likely mistyped."));
}

/// The first three digits; a ZIP code of another shape is another rule's.
fn prefix(zip: &str) -> Option<u16> {
    if is_zip(zip) { zip.get(..3)?.parse().ok() } else { None }
}

fn has(state: State, prefix: u16) -> bool {
    state.zip_prefixes().iter().any(|&(first, last)| (first..=last).contains(&prefix))
}
