//! BR202: somebody knows of the breach before it began.

use super::shared_discoveries::discoveries;
use super::shared_words::Days;
use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::BreachStart, Fact::DiscoveryStart]),
    uses: FactSet::of(&[Fact::BaDiscovery, Fact::EntityDiscovery, Fact::EntityTold]),
    // Where the day is impossible, what is reckoned from it says nothing.
    silences: &["BR205", "BR206", "BR207", "BR208"],
    cites: &[logic("a breach cannot be discovered before it begins")],
    ..Rule::new(
        "BR202",
        "discovered-before-occurred",
        "The breach is discovered before it begins.",
        include_str!("../../../docs/rules/BR202.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let start = &report.breach.start_date;
    // A start that is still to come is the fault, and BR203 says so.
    let Some(began) = start.get().filter(|&began| began <= context.as_of) else { return };
    let mut early = discoveries(report).into_iter().filter(|&(day, ..)| day < began);
    let Some((day, at, who)) = early.next() else { return };
    let days = Days((began - day).num_days());
    let mut draft = out
        .error(at, format_args!("the breach is discovered on {day}, {days} before it begins on {began}"))
        .here(format_args!("{who} here"))
        .label(start.at(), format_args!("begins here"));
    for (_, at, who) in early {
        draft = draft.label(at, format_args!("{who} here, also before the breach begins"));
    }
    draft.help(format_args!(
        "Check both dates. The breach begins on the first day of access, theft, loss or disclosure; discovery is the first day on which it was known."
    ));
}
