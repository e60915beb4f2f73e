//! BR953: how many counts are exactly 500 or 501, year by year.

use crate::finding::Severity;
use crate::report::{Fact, FactSet};
use crate::rules::{Check, Remarks, Rows, Rule, Years, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Individuals, Fact::SubmittedOn]),
    cites: &[data("OCR public export, October 2024: 1.7 % of the reports submitted in 2022, 4.7 % of 2023, 9.9 % of 2024")],
    ..Rule::new(
        "BR953",
        "placeholder-share",
        "Some counts of the file are exactly 500 or 501; their share is given by year of submission.",
        include_str!("../../../docs/rules/BR953.md"),
        Check::Rows(Rows::Whole(check)),
    )
};

/// Fewer placeholders are no pattern.
const LEAST: u64 = 3;

fn check(years: &Years, out: &mut Remarks) {
    let (reports, placeholders) =
        years.each().iter().fold((0, 0), |(reports, placeholders), year| (reports + year.reports, placeholders + year.placeholders));
    if placeholders < LEAST {
        return;
    }
    let by_year: Vec<String> = years
        .each()
        .iter()
        .filter(|year| year.placeholders > 0)
        .map(|year| format!("{}: {} of {}", year.number, year.placeholders, year.reports))
        .collect();
    out.advise_whole(format_args!("exactly 500 or 501 individuals on {placeholders} of {reports} rows; {}", by_year.join(", ")))
        .help(format_args!(
            "Such counts often stand for a number that was not known yet. Sums and medians over these rows are too low; BR303 and BR304 name them."
        ));
}
