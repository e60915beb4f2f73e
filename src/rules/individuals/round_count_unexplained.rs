//! BR316: a count of round thousands that the description does not call an estimate.

use crate::finding::{Severity, Sink};
use crate::narrative::has_phrase;
use crate::narrative::statements::ESTIMATES;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Individuals, Fact::Description]),
    cites: &[data("OCR public export, October 2024: 478 counts in round thousands")],
    ..Rule::new(
        "BR316",
        "round-count-unexplained",
        "The count is in round thousands, and the description does not call it approximate.",
        include_str!("../../../docs/rules/BR316.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (field, text) = (&report.breach.individuals_affected, &report.breach.description);
    let (Some(count), Some(words)) = (field.get().filter(|count| *count >= 1000 && count % 1000 == 0), text.get()) else { return };
    if !has_phrase(words, &ESTIMATES) {
        out.advise(
            field.at(),
            format_args!("{count} individuals are given, a round number, and the description does not call it approximate"),
        )
        .help(format_args!("If the number is an estimate, say so in the description and correct it by an addendum."));
    }
}
