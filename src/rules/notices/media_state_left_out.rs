//! BR709: media notice was required, and its list of States is empty or lacks a State that calls for it.

use crate::finding::{Severity, Sink};
use crate::report::clock::{self, MEDIA_LINE, affected};
use crate::report::{Fact, FactSet, Report, StateCount};
use crate::rules::{Check, Context, Era, Rule, form, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::MediaRequired, Fact::MediaStates]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.406(a)"), form("OCR breach portal, Notice of Breach: States and territories in which media notice was given")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR709",
        "media-state-left-out",
        "Media notice was required, but no State is chosen or one with more than 500 affected residents is left out.",
        include_str!("../../../docs/rules/BR709.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (required, states) = (&report.notice.media_required, &report.notice.media_states);
    if required.get() != Some(true) {
        return;
    }
    let over = over_the_line(report);
    let names = |counts: &[StateCount]| counts.iter().map(|known| known.state.name()).collect::<Vec<_>>().join(", ");
    if states.is_absent() || states.list().is_some_and(<[_]>::is_empty) {
        let at = if states.is_absent() { required.at() } else { states.at() };
        let draft = out
            .warn(at, format_args!("media notice was required, and no State is chosen"))
            .here(format_args!("no State in `media_notice_states`"));
        let draft = over.iter().fold(draft, |draft, known| draft.label(known.at, format_args!("{} residents", known.count)));
        draft.help(format_args!(
            "Choose each State or territory in which media notice was given; more than 500 affected residents of one call for it."
        ));
        return;
    }
    let Some(chosen) = states.list() else { return };
    let lacking: Vec<StateCount> = over.into_iter().filter(|known| chosen.iter().all(|choice| choice.state != known.state)).collect();
    if lacking.is_empty() {
        return;
    }
    let draft = out
        .warn(states.at(), format_args!("media notice leaves out {}, with more than 500 affected residents", names(&lacking)))
        .here(format_args!("not in this list"));
    let draft = lacking
        .iter()
        .fold(draft, |draft, known| draft.label(known.at, format_args!("{} residents of {}", known.count, known.state.name())));
    draft.help(format_args!(
        "Tell prominent media outlets that serve {} and add it to the list, or correct the residents by State.",
        names(&lacking)
    ));
}

/// Each State with more than 500 affected residents of one covered entity, once.
fn over_the_line(report: &Report<'_>) -> Vec<StateCount> {
    let mut over: Vec<StateCount> = Vec::new();
    for known in affected(report).iter().filter_map(|affected| affected.residents).flat_map(|(list, _)| list) {
        if known.count > MEDIA_LINE && over.iter().all(|seen| seen.state != known.state) {
            over.push(*known);
        }
    }
    over
}
