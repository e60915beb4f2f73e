//! BR312: media notice where no State has more than 500 residents affected.

use super::shared_media::{Residents, VOLUNTARY, residents};
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, MEDIA_LINE};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Individuals, Fact::MediaRequired]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.406(a)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR312",
        "media-notice-beyond-law",
        "Media notice is said to be required, and no State has more than 500 residents affected.",
        include_str!("../../../docs/rules/BR312.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let media = &report.notice.media_required;
    let standings = residents(report);
    if media.get() != Some(true) || standings.iter().any(|(_, standing)| *standing != Residents::BelowLine) {
        return;
    }
    let mut draft = out
        .advise(media.at(), format_args!("media notice is said to be required, and no State has more than {MEDIA_LINE} residents affected"))
        .here(format_args!("answered \"yes\""));
    for (affected, _) in &standings {
        if let Some(at) = affected.residents.map(|(_, at)| at).or(affected.individuals.map(|(_, at)| at)) {
            draft = draft.label(at, format_args!("at most {MEDIA_LINE} of one State"));
        }
    }
    draft.help(format_args!("{VOLUNTARY}"));
}
