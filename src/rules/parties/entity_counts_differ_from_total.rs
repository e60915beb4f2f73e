//! BR122: the covered entities' own numbers of individuals do not add up to the report's.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, law, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityIndividuals, Fact::Individuals]),
    cites: &[logic("the individuals of a report are those of its covered entities"), law("45 CFR 164.408")],
    ..Rule::new(
        "BR122",
        "entity-counts-differ-from-total",
        "The covered entities' own numbers of individuals do not add up to the number that the report gives.",
        include_str!("../../../docs/rules/BR122.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let total = &report.breach.individuals_affected;
    let Some(whole) = total.get().filter(|&whole| whole > 0) else { return };
    let fields = report.entities().map(|entity| &entity.individuals_affected);
    let counts: Vec<_> = fields.filter_map(|field| Some((field.get()?, field.at()))).collect();
    // What is no possible number of individuals is BR302's.
    if counts.is_empty() || counts.iter().any(|&(count, _)| count < 1) {
        return;
    }
    let all = counts.len() == report.entities().count();
    let sum = counts.iter().fold(0i64, |sum, &(count, _)| sum.saturating_add(count));
    if sum == whole || !all && sum < whole {
        return;
    }
    let what = if counts.len() == 1 { "the covered entity's own number is" } else { "the covered entities' own numbers add up to" };
    let mut draft =
        out.warn(total.at(), format_args!("{whole} individuals are reported; {what} {sum}")).here(format_args!("{whole} in all"));
    for &(count, at) in &counts {
        draft = draft.label(at, format_args!("{count} of this covered entity"));
    }
    let over = sum.saturating_sub(whole);
    if over > 0 && counts.len() > 1 {
        draft.help(format_args!(
            "Check the numbers. If they are right, some individuals are counted under more than one covered entity, {over} times too often in all; say so in the \
             description. The thresholds of 500 are counted for each covered entity."
        ));
    } else {
        draft.help(format_args!("Check the numbers. The thresholds of 500 are counted for each covered entity."));
    }
}
