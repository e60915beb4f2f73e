//! BR311: more than 500 residents of one State, and media notice is said not to be required.

use super::shared_media::{Residents, residents};
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, MEDIA_LINE};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::Residents, Fact::EntityResidents, Fact::MediaRequired]),
    uses: clock::FACTS,
    silences: &["BR314"],
    cites: &[law("45 CFR 164.406(a)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR311",
        "media-notice-denied",
        "More than 500 residents of one State are affected, and media notice is said not to be required.",
        include_str!("../../../docs/rules/BR311.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let media = &report.notice.media_required;
    if media.get() != Some(false) {
        return;
    }
    let standings = residents(report);
    let above = standings.iter().filter(|(_, standing)| *standing == Residents::AboveLine);
    let mut states =
        above.filter_map(|(affected, _)| affected.residents).flat_map(|(list, _)| list).filter(|state| state.count > MEDIA_LINE);
    let Some(first) = states.next() else { return };
    let mut draft = out
        .error(media.at(), format_args!("media notice is required: {} residents of {} are more than 500", first.count, first.state.name()))
        .here(format_args!("answered \"no\""))
        .label(first.at, format_args!("{} residents of {}", first.count, first.state.name()));
    for state in states {
        draft = draft.label(state.at, format_args!("{} residents of {}, also more than 500", state.count, state.state.name()));
    }
    draft.help(format_args!(
        "Tell prominent media outlets that serve the State, within 60 days of discovery, and answer \"yes\" with the States."
    ));
}
