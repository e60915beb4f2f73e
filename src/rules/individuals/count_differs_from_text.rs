//! BR306: the text counts other people than the field.

use crate::finding::{Severity, Sink};
use crate::narrative::Class;
use crate::narrative::counts::{Count, Role, Unit, near};
use crate::narrative::statements::SEVERAL_ENTITIES;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, Told, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals]),
    any_of: Context::TEXTS,
    cites: &[
        logic("one breach has one number of individuals"),
        data(
            "OCR public export, October 2024: 216 of 4,517 narratives that state a number differ from the posted one by more than a tenth",
        ),
    ],
    ..Rule::new(
        "BR306",
        "count-differs-from-text",
        "The text gives another number of individuals than the field, by more than a tenth.",
        include_str!("../../../docs/rules/BR306.md"),
        Check::Report(check),
    )
};

/// Fewer people than this in a text are mostly those who did it.
const FEWEST: u64 = 20;

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.breach.individuals_affected;
    let Some(posted) = field.get().and_then(|count| u64::try_from(count).ok()).filter(|&count| count > 0) else { return };
    let Some(told) = context.told(report) else { return };
    // Most texts give no number or repeat this one: those are let through at the price of a first look.
    if context.repeats(report, posted) || !told.may_count_people() {
        return;
    }
    let near = near(posted);
    if told.people().is_some_and(|people| people.iter().any(|count| near.contains(count))) {
        return;
    }
    let told_counts = told.counts();
    if told_counts.iter().any(|count| count.agrees(posted)) || adds_up(told_counts, posted) {
        return;
    }
    // Of an incident at several entities, the text may give the whole and the report a share.
    if told.states(&SEVERAL_ENTITIES, &[]).is_some() {
        return;
    }
    let affected =
        |count: &&Count| count.unit == Unit::People && count.role == Role::Affected && count.value >= FEWEST && !concludes(told, count);
    let Some(count) = told_counts.iter().filter(affected).max_by_key(|count| count.value) else { return };
    let words = told.evidence(count.range.clone());
    out.warn(words.at, format_args!("{posted} individuals are given, and {} speaks of {words}", told.name()))
        .here(format_args!("another number"))
        .label(field.at(), format_args!("{posted} individuals"))
        .help(format_args!(
            "Find out which number is right and give it in both places. Where the count is an estimate to be corrected by an addendum, say so in the description."
        ));
}

/// Whether an authority is quoted: what it found elsewhere is not what was reported.
fn concludes(told: Told<'_>, count: &Count) -> bool {
    let sentence = u32::try_from(count.range.start).ok().and_then(|at| told.narrative().at(at));
    sentence.is_some_and(|index| told.narrative().class(told.text, index) == Class::Outcome)
}

/// Whether counts of the text add up to the posted number.
fn adds_up(counts: &[Count], posted: u64) -> bool {
    let people: Vec<u64> = counts.iter().filter(|count| count.unit == Unit::People).map(|count| count.value).take(24).collect();
    let near = |sum: u64| sum.abs_diff(posted) <= posted / 50;
    near(people.iter().fold(0, |sum, one| sum.saturating_add(*one)))
        || people.iter().enumerate().any(|(at, one)| people[at + 1..].iter().any(|other| near(one.saturating_add(*other))))
}
