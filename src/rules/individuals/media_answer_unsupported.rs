//! BR314: more than 500 individuals, no media notice, and nothing that shows where they live.

use super::shared_media::{Residents, residents};
use crate::finding::{Severity, Sink};
use crate::report::clock::{self, MEDIA_LINE};
use crate::report::{Fact, FactSet, Field, Gap, Report, StateCount};
use crate::rules::{Check, Context, Era, Rule, law};
use crate::source::At;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals, Fact::MediaRequired]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.406(a)"), law("45 CFR 164.414(b)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR314",
        "media-answer-unsupported",
        "Media notice is said not to be required for more than 500 individuals, and nothing shows in which States they live.",
        include_str!("../../../docs/rules/BR314.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let media = &report.notice.media_required;
    if media.get() != Some(false) {
        return;
    }
    let breach = &report.breach;
    let alone = report.more_entities.is_empty();
    let standings = residents(report);
    // Entities without a number of their own may have all that the others leave of the total.
    let known = standings.iter().filter_map(|(affected, _)| affected.individuals).fold(0i64, |sum, (count, _)| sum.saturating_add(count));
    let rest = breach.individuals_affected.get().map(|total| (total.saturating_sub(known), breach.individuals_affected.at()));
    let mut open: Vec<(i64, At)> = Vec::new();
    for (affected, standing) in &standings {
        // A list that could not be read is not a missing one.
        let stands = |list: &Field<Vec<StateCount>>| matches!(list.gap(), None | Some(Gap::Unreadable(_)));
        let given = stands(&affected.entity.residents_by_state) || alone && stands(&breach.residents_by_state);
        let Some((count, at)) = affected.individuals.or(rest) else { continue };
        if *standing == Residents::Unknown && !given && count > MEDIA_LINE && !open.contains(&(count, at)) {
            open.push((count, at));
        }
    }
    let Some(&(count, _)) = open.first() else { return };
    let mut draft = out
        .warn(media.at(), format_args!("media notice is said not to be required, and nothing shows where the {count} individuals live"))
        .here(format_args!("answered \"no\""));
    for (count, at) in open {
        draft = draft.label(at, format_args!("{count} individuals, more than 500"));
    }
    draft.help(format_args!(
        "Count the individuals by State and enter `residents_by_state`. Where one State has more than 500, its prominent media outlets must be \
         told within 60 days of discovery."
    ));
}
