//! BR212: a discovery that took longer than the law gives for telling.

use super::shared_words::Days;
use crate::finding::{Severity, Sink};
use crate::report::date::{days_between, sixty_days_after};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::DiscoveryStart, Fact::DiscoveryEnd]),
    uses: FactSet::of(&[Fact::BreachStart]),
    cites: &[law("45 CFR 164.404(a)(2)"), law("45 CFR 164.404(b)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR212",
        "discovery-drawn-out",
        "The discovery takes longer than the 60 days that are counted from its first day.",
        include_str!("../../../docs/rules/BR212.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(first), Some(last)) = (breach.discovery_start_date.get(), breach.discovery_end_date.get()) else { return };
    let sixty = sixty_days_after(first);
    // A discovery before the breach is a slip, and BR202 says so.
    let slip = breach.start_date.get().is_some_and(|began| first < began);
    if last > sixty && !slip {
        let days = Days(days_between(first, last));
        out.warn(breach.discovery_end_date.at(), format_args!("the discovery ends {days} after it began; the law's 60 days ended on {sixty}"))
            .here(format_args!("no clock starts here"))
            .label(breach.discovery_start_date.at(), format_args!("day 0: the breach is first known here"))
            .help(format_args!(
                "Reckon every deadline from the first day of the discovery. An investigation that goes on, or a review of the data, does not put \
                 them off."
            ));
    }
}
