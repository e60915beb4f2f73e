//! BR307: a number of individuals just below the line at 500.

use crate::finding::{Severity, Sink};
use crate::report::clock::{self, HHS_LINE, affected};
use crate::report::terms::Affecting;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, Usual, law, logic};

/// From this number on, a count is just below the line.
const NEAR: i64 = 490;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Individuals]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.408(b)"), logic("a few individuals more would move the report across the line at 500")],
    usual: Usual::COUNT,
    ..Rule::new(
        "BR307",
        "count-just-below-500",
        "The number of individuals is 490 to 499, just below the line at 500.",
        include_str!("../../../docs/rules/BR307.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let near = |count: Option<i64>| count.is_some_and(|count| (NEAR..HHS_LINE).contains(&count));
    if !near(report.breach.individuals_affected.get()) && !report.entities().any(|entity| near(entity.individuals_affected.get())) {
        return;
    }
    // One number that contradicts the answer to "Breach Affecting" is BR301's.
    let said_large = report.more_entities.is_empty() && report.breach.affecting.get() == Some(Affecting::FiveHundredOrMore);
    if said_large {
        return;
    }
    for (count, at) in affected(report).iter().filter_map(|affected| affected.individuals) {
        if (NEAR..HHS_LINE).contains(&count) {
            let more = HHS_LINE - count;
            out.advise(at, format_args!("{count} individuals: {more} more would make it a breach of 500 or more")).help(format_args!(
                "Check that everybody is counted, the deceased and minors too. From 500 on, HHS must be told within 60 days of discovery."
            ));
        }
    }
}
