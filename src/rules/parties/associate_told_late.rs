//! BR124: the business associate tells the covered entity after the sixtieth day.

use crate::finding::{Severity, Sink};
use crate::report::clock::{self, delay_until, due_after};
use crate::report::terms::Agent;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BaDiscovery, Fact::EntityTold]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.410(b)"), law("45 CFR 164.412")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR124",
        "associate-told-late",
        "The business associate told the covered entity later than 60 days after its own discovery.",
        include_str!("../../../docs/rules/BR124.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let discovery = &report.business_associate.discovered_on;
    let Some(discovered) = discovery.get() else { return };
    let due = due_after(report, discovered);
    for entity in report.entities() {
        let Some(told) = entity.notified_by_business_associate_on.get().filter(|&told| told > due) else { continue };
        let days = (told - discovered).num_days();
        let at = entity.notified_by_business_associate_on.at();
        let mut draft = out
            .warn(
                at,
                format_args!(
                    "the business associate told this covered entity on {told}, {days} days after its own discovery; it was due on {due}"
                ),
            )
            .label(discovery.at(), format_args!("discovered here by the business associate: day 0"));
        if let Some((end, at)) = delay_until(report).filter(|&(end, _)| end == due) {
            draft = draft.label(at, format_args!("law enforcement's delay counts until {end}"));
        }
        let agency = match entity.ba_is_agent.get() {
            Some(Agent::Yes) => " As it is this entity's agent, the entity's own clock began on the same day.",
            Some(Agent::No) => "",
            Some(Agent::Unknown) | None => {
                " It is not said whether it is this entity's agent; if it is, the entity's own clock began on the same day."
            }
        };
        draft.help(format_args!(
            "LATE: file now. The duty binds the business associate, and no change of a date repairs it; say in the description why it took so long.{agency}"
        ));
    }
}
