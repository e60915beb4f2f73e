//! BR210: a report that was filed before the breach was discovered.

use super::shared_discoveries::discoveries;
use super::shared_words::Days;
use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    // A report that is not filed yet cannot be wrong here.
    needs: FactSet::of(&[Fact::DiscoveryStart]),
    uses: FactSet::of(&[Fact::SubmittedOn, Fact::DiscoveryEnd, Fact::BaDiscovery, Fact::EntityDiscovery, Fact::EntityTold]),
    cites: &[logic("what is reported was known when it was reported")],
    ..Rule::new(
        "BR210",
        "discovered-after-filed",
        "The breach is discovered after the day on which its report was filed.",
        include_str!("../../../docs/rules/BR210.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let submitted = &report.filing.submitted_on;
    let Some(filed) = submitted.get() else { return };
    let end = &report.breach.discovery_end_date;
    let mut days = discoveries(report);
    days.extend(end.get().map(|day| (day, end.at(), "the discovery ends")));
    // A day that is still to come is BR203's.
    let mut later = days.into_iter().filter(|&(day, ..)| day > filed && day <= context.as_of);
    let Some((day, at, who)) = later.next() else { return };
    let after = Days((day - filed).num_days());
    let mut draft = out
        .error(at, format_args!("{who} on {day}, {after} after the report was filed on {filed}"))
        .label(submitted.at(), format_args!("filed here"));
    for (_, at, who) in later {
        draft = draft.label(at, format_args!("{who} here, also after the filing"));
    }
    draft.help(format_args!("Check both dates. `submitted_on` is the day on which this report went to HHS, not that of an earlier one."));
}
