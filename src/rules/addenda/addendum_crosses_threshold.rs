//! BR804: an addendum whose numbers stand on another side of a line of the law than those of the report to which it adds.

use std::collections::HashMap;

use crate::finding::{Severity, Sink};
use crate::report::clock::{self, Affected, HHS_LINE, MEDIA_LINE, affected, is_large};
use crate::report::terms::Term;
use crate::report::{CoveredEntity, Fact, FactSet, Report};
use crate::rules::counterparts::entities;
use crate::rules::{Check, Context, Relation, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals]),
    uses: clock::FACTS.union(FactSet::of(&[Fact::EntityName])),
    cites: &[law("45 CFR 164.406(a)"), law("45 CFR 164.408(b)"), law("45 CFR 164.408(c)")],
    ..Rule::new(
        "BR804",
        "addendum-crosses-threshold",
        "The addendum moves a number of individuals across a line of the law.",
        include_str!("../../../docs/rules/BR804.md"),
        Check::Pair(Relation::Earlier, check),
    )
};

/// What to do where more duties follow than before.
const RISEN: &str = "Check which notices are due now: from 500 individuals on, HHS is told within 60 days of discovery and not by the yearly log; \
                     above 500 residents of one State, its media are told.";
/// What to do where fewer follow.
const FALLEN: &str = "What was due under the earlier number stays done or late as it was. Keep what shows how the individuals were counted, and say \
                      in the description why the number fell.";

fn check(this: &Report<'_>, other: &Report<'_>, _: &Context, out: &mut Sink) {
    let (now, then) = (by_entity(this), by_entity(other));
    for (entity, earlier) in entities(this, other) {
        let (now, then) = (now.get(&std::ptr::from_ref(entity)), then.get(&std::ptr::from_ref(earlier)));
        let Some((now, then)) = now.zip(then) else { continue };
        if let (Some(large), Some(was_large)) = (is_large(this, now), is_large(other, then))
            && large != was_large
        {
            let number = |count: Option<i64>, large: bool| match count {
                Some(count) => count.to_string(),
                None if large => "500 or more".to_owned(),
                None => "fewer than 500".to_owned(),
            };
            let at = now.individuals.map_or(this.breach.affecting.at(), |(_, at)| at);
            let (count, before) =
                (number(now.individuals.map(|(count, _)| count), large), number(then.individuals.map(|(count, _)| count), was_large));
            out.warn(at, format_args!("{count} individuals, and {before} in the earlier report: the line of {HHS_LINE} lies between"))
                .help(format_args!("{}", if large { RISEN } else { FALLEN }));
        }
        let Some(((residents, _), (before, _))) = now.residents.zip(then.residents) else { continue };
        for resident in residents {
            let was = before.iter().find(|known| known.state == resident.state).map_or(0, |known| known.count);
            if (resident.count > MEDIA_LINE) == (was > MEDIA_LINE) {
                continue;
            }
            let risen = resident.count > was;
            let state = resident.state.label();
            out.warn(
                resident.at,
                format_args!(
                    "{} residents of {state}, and {was} in the earlier report: the line of the media notice lies between",
                    resident.count
                ),
            )
            .help(format_args!("{}", if risen { RISEN } else { FALLEN }));
        }
    }
}

/// Where each covered entity of `report` stands.
fn by_entity<'r, 'a>(report: &'r Report<'a>) -> HashMap<*const CoveredEntity<'a>, Affected<'r, 'a>> {
    affected(report).into_iter().map(|affected| (std::ptr::from_ref(affected.entity), affected)).collect()
}
