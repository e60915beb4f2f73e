//! BR308: records, letters or accounts were counted as individuals.

use crate::finding::{Severity, Sink};
use crate::narrative::Anchors;
use crate::narrative::counts::{Role, Unit, counts_things};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals]),
    any_of: Context::TEXTS,
    silences: &["BR306"],
    cites: &[law("45 CFR 164.408(c)"), data("A published correction: 16,288 records of 2,761 individuals")],
    ..Rule::new(
        "BR308",
        "records-counted-as-people",
        "The number of individuals is the number of records, letters or accounts in the text, which counts the people apart.",
        include_str!("../../../docs/rules/BR308.md"),
        Check::Report(check),
    )
};

/// One person in so many records is no count of whose they are, but of who complained.
const FEWEST_OF: u64 = 20;
/// The least number for whose words a first look looks.
const IN_WORDS: u64 = 20;

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.breach.individuals_affected;
    let Some(posted) = field.get().and_then(|count| u64::try_from(count).ok()).filter(|&count| count > 0) else { return };
    let Some(told) = context.told(report) else { return };
    // The number itself is looked for first, what stands behind it, and whether there is another that may count the people. Small ones may
    // be written in words.
    let in_words = posted < IN_WORDS || told.scan().anchors().any(Anchors::NUMBER);
    let in_digits = || {
        let written = context.written(report, posted);
        let another = written.another || posted < IN_WORDS * FEWEST_OF;
        written.it && another && counts_things(told.text, told.scan(), posted)
    };
    if !in_words && !in_digits() {
        return;
    }
    let all = told.counts();
    if all.iter().any(|count| count.unit == Unit::People && count.value == posted) {
        return;
    }
    let Some(things) = all.iter().find(|count| count.unit != Unit::People && count.value == posted) else { return };
    let people = all
        .iter()
        .filter(|count| count.unit == Unit::People && count.role == Role::Affected && count.value.saturating_mul(FEWEST_OF) >= posted);
    let Some(people) = people.filter(|count| count.value.abs_diff(posted) > posted / 10).max_by_key(|count| count.value) else { return };
    let (things, people) = (told.evidence(things.range.clone()), told.evidence(people.range.clone()));
    out.warn(things.at, format_args!("{posted} individuals are given; {} has {things} of {people}", told.name()))
        .here(format_args!("the number that is given, of something else"))
        .label(field.at(), format_args!("{posted} individuals"))
        .label(people.at, format_args!("people"))
        .help(format_args!("Give the number of persons. One person with several records, letters or accounts counts once."));
}
