//! BR522: the description gives other dates than the fields.

use crate::finding::{Severity, Sink};
use crate::narrative::dates::Said;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, law, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BreachStart, Fact::DiscoveryStart]),
    any_of: Context::TEXTS,
    uses: FactSet::of(&[Fact::BreachEnd, Fact::DiscoveryEnd, Fact::SubmittedOn]),
    cites: &[logic("one breach has one set of dates"), law("45 CFR 164.404(c)(1)(A)")],
    ..Rule::new(
        "BR522",
        "dates-differ-from-text",
        "The description says that the breach occurred or was discovered on other days than the fields give.",
        include_str!("../../../docs/rules/BR522.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let Some(told) = context.told(report) else { return };
    let reference = report.filing.submitted_on.get().unwrap_or(context.as_of);
    let all = told.dates(reference);
    let pairs = [
        (Said::Discovered, "discovered", &breach.discovery_start_date, &breach.discovery_end_date),
        (Said::Occurred, "occurring", &breach.start_date, &breach.end_date),
    ];
    for (said, what, start, end) in pairs {
        let Some(first) = start.get() else { continue };
        let last = end.get().filter(|last| *last >= first).unwrap_or(first);
        let mut spoken = all.iter().filter(|when| when.said == said && !when.about).peekable();
        // One date that fits is enough: the others may belong to what came before or after.
        if spoken.clone().any(|when| when.first <= last && when.last >= first) {
            continue;
        }
        let Some(when) = spoken.find(|when| when.is_day()) else { continue };
        // A date that the other fields give is told of something else.
        let known = [breach.start_date.get(), breach.end_date.get(), breach.discovery_start_date.get(), breach.discovery_end_date.get()];
        if known.contains(&Some(when.first)) {
            continue;
        }
        let words = told.evidence(when.range.clone());
        out.warn(words.at, format_args!("{} tells of the breach as {what} on {words}, and the answers give {first} to {last}", told.name()))
            .here(format_args!("another day"))
            .label(start.at(), format_args!("the answer"))
            .help(format_args!("Compare both with your record of the incident and correct the one that is wrong. Discovery is the first day on which anybody of the workforce knew."));
    }
}
