//! BR317: the report is of fewer than 500, and the text counts 500 or more.

use crate::finding::{Severity, Sink};
use crate::narrative::counts::{Bound, Count, Role, Unit};
use crate::report::terms::{Affecting, Filer};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, Told, data, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Affecting]),
    any_of: Context::TEXTS,
    uses: FactSet::of(&[Fact::Filer, Fact::Individuals]),
    silences: &["BR306", "BR308"],
    cites: &[law("45 CFR 164.408(b) and (c)"), data("An enforced case: 8 individuals reported instead of 577")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR317",
        "small-report-of-many",
        "The report is filed as affecting fewer than 500 individuals, and the text gives a number of 500 or more.",
        include_str!("../../../docs/rules/BR317.md"),
        Check::Report(check),
    )
};

/// At this number a breach is reported within sixty days, not in the yearly log.
const LARGE: i64 = 500;

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.breach.affecting;
    // A business associate files for several entities, each with its own line; a count of 500 or more is another rule's.
    let for_many = report.filing.filer.get().is_some_and(Filer::is_associate) && !report.more_entities.is_empty();
    let counted = report.breach.individuals_affected.get().is_some_and(|count| count >= LARGE);
    if field.get() != Some(Affecting::FewerThanFiveHundred) || for_many || counted {
        return;
    }
    let Some(told) = context.told(report).filter(Told::may_count_people) else { return };
    let large = |count: &Count| {
        count.unit == Unit::People && count.role == Role::Affected && count.value >= LARGE.unsigned_abs() && count.bound != Bound::AtMost
    };
    let Some(count) = told.counts().iter().filter(|count| large(count)).max_by_key(|count| count.value) else { return };
    let words = told.evidence(count.range.clone());
    out.warn(words.at, format_args!("the report is filed as `{}`, and {} speaks of {words}", Affecting::FewerThanFiveHundred, told.name()))
        .here(format_args!("500 or more"))
        .label(field.at(), format_args!("filed as fewer"))
        .help(format_args!("Find out how many individuals are affected, for each covered entity. At 500 or more HHS is told within sixty days of discovery, not in the yearly log. Names with account numbers or dates of service count as PHI, with a diagnosis or without."));
}
