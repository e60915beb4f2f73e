//! BR301: the answer to "Breach Affecting" and the number stand on different sides of 500.

use crate::finding::{Severity, Sink};
use crate::report::clock::HHS_LINE;
use crate::report::terms::Affecting;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, form, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::Affecting, Fact::Individuals]),
    uses: FactSet::of(&[Fact::EntityIndividuals]),
    cites: &[
        form("OCR breach portal: Breach Affecting"),
        form("OCR breach portal: Approximate Number of Individuals Affected by the Breach"),
        law("45 CFR 164.408(b)"),
        law("45 CFR 164.408(c)"),
    ],
    ..Rule::new(
        "BR301",
        "count-on-wrong-side",
        "The answer to \"Breach Affecting\" and the number of individuals stand on different sides of 500.",
        include_str!("../../../docs/rules/BR301.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (affecting, individuals) = (&report.breach.affecting, &report.breach.individuals_affected);
    // What is no possible number of individuals is BR302's.
    let (Some(answer), Some(count)) = (affecting.get(), individuals.get().filter(|&count| count > 0)) else { return };
    let fewer = answer == Affecting::FewerThanFiveHundred;
    if fewer == (count < HHS_LINE) || explained_by_entities(report, fewer, count) {
        return;
    }
    let side = if fewer { "not fewer than 500" } else { "fewer than 500" };
    out.error(affecting.at(), format_args!("the answer is \"{answer}\", and {count} individuals are {side}"))
        .here(format_args!("one side of 500"))
        .label(individuals.at(), format_args!("the other side"))
        .help(format_args!("Correct the one that is wrong. The number decides by when HHS must be told."));
}

/// With several covered entities, the law's line is counted for each: whether their own numbers can stand behind the answer.
fn explained_by_entities(report: &Report<'_>, fewer: bool, total: i64) -> bool {
    let entities = i64::try_from(report.entities().count()).unwrap_or(i64::MAX);
    let mut known = report.entities().filter_map(|entity| entity.individuals_affected.get());
    if fewer {
        entities > 1 && total <= entities.saturating_mul(HHS_LINE - 1) && known.all(|count| count < HHS_LINE)
    } else {
        known.any(|count| count >= HHS_LINE)
    }
}
