//! BR313: exactly 500 individuals, and media notice is said to be required: the line is more than 500.

use super::shared_media::{Residents, VOLUNTARY, residents};
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, MEDIA_LINE};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Individuals, Fact::MediaRequired]),
    uses: clock::FACTS,
    silences: &["BR312"],
    cites: &[law("45 CFR 164.406(a)"), law("45 CFR 164.408(b)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR313",
        "media-notice-at-500",
        "Media notice is said to be required for exactly 500 individuals; the law asks for it above 500 residents of a State.",
        include_str!("../../../docs/rules/BR313.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let media = &report.notice.media_required;
    let standings = residents(report);
    if media.get() != Some(true) || standings.iter().any(|(_, standing)| *standing != Residents::BelowLine) {
        return;
    }
    let at_line = standings.iter().find_map(|(affected, _)| {
        let (count, at) = affected.individuals?;
        (count == MEDIA_LINE && affected.residents.is_none_or(|(list, _)| list.len() <= 1)).then_some(at)
    });
    if let Some(at) = at_line {
        out.advise(media.at(), format_args!("media notice is required above 500 residents of a State, and 500 individuals are affected"))
            .here(format_args!("answered \"yes\""))
            .label(at, format_args!("500 individuals: HHS is told at once, the media need not be"))
            .help(format_args!("{VOLUNTARY}"));
    }
}
