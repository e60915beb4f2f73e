//! BR209: discovery is dated to the end of the investigation.

use crate::finding::{Severity, Sink};
use crate::narrative::dates::Said;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::DiscoveryStart]),
    any_of: Context::TEXTS,
    uses: FactSet::of(&[Fact::SubmittedOn]),
    silences: &["BR522"],
    cites: &[law("45 CFR 164.404(a)(2)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR209",
        "discovery-dated-to-review",
        "Discovery is dated to the day on which the investigation or the review of the data ended, and the description tells of an earlier notice.",
        include_str!("../../../docs/rules/BR209.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.breach.discovery_start_date;
    let (Some(discovered), Some(told)) = (field.get(), context.told(report)) else { return };
    let reference = report.filing.submitted_on.get().unwrap_or(context.as_of);
    let all = told.dates(reference);
    let Some(ended) = all.iter().find(|when| when.said == Said::InvestigationEnded && when.is_day() && when.first == discovered) else {
        return;
    };
    let earlier = all.iter().filter(|when| when.said == Said::Discovered && when.last < discovered).min_by_key(|when| when.first);
    let Some(earlier) = earlier else { return };
    let (ended, words) = (told.evidence(ended.range.clone()), told.evidence(earlier.range.clone()));
    out.warn(words.at, format_args!("discovery is dated {discovered}, when the investigation ended; something was noticed by {words}"))
        .here(format_args!("noticed"))
        .label(ended.at, format_args!("the investigation ended"))
        .label(field.at(), format_args!("the day of discovery that is given"))
        .help(format_args!("A breach is discovered on the first day on which anybody of the workforce knows of it, or would have known with reasonable diligence. The investigation that follows does not move the day; the sixty days run from it."));
}
