//! BR213: a breach that was discovered more than a year after it ended.

use chrono::Months;

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachEnd, Fact::DiscoveryStart]),
    uses: FactSet::of(&[Fact::BreachStart]),
    cites: &[law("45 CFR 164.404(a)(2)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR213",
        "discovered-long-after",
        "The breach is discovered more than a year after it ended.",
        include_str!("../../../docs/rules/BR213.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(ended), Some(discovered)) = (breach.end_date.get(), breach.discovery_start_date.get()) else { return };
    // An end before the start is a slip, and BR201 says so.
    let slip = breach.start_date.get().is_some_and(|began| began > ended);
    if !slip && ended.checked_add_months(Months::new(12)).is_some_and(|year_after| discovered > year_after) {
        let at = breach.discovery_start_date.at();
        out.advise(at, format_args!("discovered on {discovered}, more than a year after the breach ended on {ended}"))
            .label(breach.end_date.at(), format_args!("the breach ends here"))
            .help(format_args!(
                "Check both years. A breach counts as discovered on the first day on which reasonable diligence would have shown it: let the \
                 description say why it came to light so late."
            ));
    }
}
