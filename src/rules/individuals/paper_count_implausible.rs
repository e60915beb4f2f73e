//! BR315: more individuals than paper or films have ever held in a report.

use crate::finding::{Severity, Sink};
use crate::report::terms::Location;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, Usual, data};

/// From this many on no report on paper alone is known.
const MOST_ON_PAPER: i64 = 1_000_000;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals, Fact::Location]),
    cites: &[data(
        "OCR public export, March 2021: of 532 reports on paper or films alone the median is 1,431 individuals, and none has 1,000,000 or more",
    )],
    usual: Usual::COUNT,
    ..Rule::new(
        "BR315",
        "paper-count-implausible",
        "Paper or films are the only location, and the number of individuals is a million or more.",
        include_str!("../../../docs/rules/BR315.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (individuals, location) = (&report.breach.individuals_affected, &report.breach.location);
    let paper = location.get().is_some_and(|chosen| chosen.only(&[Location::PaperFilms]));
    if let Some(count) = individuals.get().filter(|&count| paper && count >= MOST_ON_PAPER) {
        out.warn(individuals.at(), format_args!("{count} individuals on paper or films alone are more than any report has had"))
            .label(location.at(), format_args!("the only location"))
            .help(format_args!("Check the digits, and whether the information was on paper only."));
    }
}
