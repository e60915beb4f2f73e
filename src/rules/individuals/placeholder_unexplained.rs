//! BR305: a count of 500 or 501 that the description does not call an estimate.

use crate::finding::{Severity, Sink};
use crate::narrative::has_phrase;
use crate::narrative::statements::ESTIMATES;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals, Fact::Description]),
    cites: &[
        form("OCR's instructions: where the number is uncertain, give an estimate and correct it by an addendum"),
        data("OCR public export, October 2024: 176 rows of exactly 500 or 501; their share grew from 1.7 % of 2022 to 9.9 % of 2024"),
    ],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR305",
        "placeholder-unexplained",
        "The count is exactly 500 or 501, and the description does not say that it is an estimate to be corrected.",
        include_str!("../../../docs/rules/BR305.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (field, text) = (&report.breach.individuals_affected, &report.breach.description);
    let (Some(count), Some(words)) = (field.get().filter(|count| matches!(count, 500 | 501)), text.get()) else { return };
    if !has_phrase(words, &ESTIMATES) {
        out.warn(text.at(), format_args!("{count} individuals are given, a usual placeholder, and the description does not call it an estimate"))
            .label(field.at(), format_args!("the count"))
            .help(format_args!("If the count is not known yet, say in the description that it is an estimate that an addendum will correct. If it is exact, say so there."));
    }
}
