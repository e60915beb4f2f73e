//! BR125: the covered entity discovers the breach after its business associate told it.

use chrono::NaiveDate;

use crate::finding::{Severity, Sink};
use crate::report::terms::Agent;
use crate::report::{Fact, FactSet, Field, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityTold]),
    uses: FactSet::of(&[Fact::EntityDiscovery, Fact::DiscoveryStart, Fact::BaIsAgent]),
    cites: &[law("45 CFR 164.404(a)(2)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR125",
        "discovered-after-told",
        "The covered entity's discovery is dated after the day on which its business associate told it.",
        include_str!("../../../docs/rules/BR125.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let alone = report.more_entities.is_empty();
    for entity in report.entities() {
        let told = &entity.notified_by_business_associate_on;
        let Some(day) = told.get() else { continue };
        // The form's date where there is one entity: that is what HHS will read.
        let shared = alone.then_some(&report.breach.discovery_start_date);
        let later = |field: &&Field<NaiveDate>| field.get().is_some_and(|discovered| discovered > day);
        let Some(field) = shared.into_iter().chain([&entity.discovered_on]).find(later) else { continue };
        let Some(discovered) = field.get() else { continue };
        let days = (discovered - day).num_days();
        let agency = match entity.ba_is_agent.get() {
            Some(Agent::No) => "",
            Some(Agent::Yes) => " As the business associate is this entity's agent, its own earlier discovery counts.",
            Some(Agent::Unknown) | None => {
                " It is not said whether the business associate is this entity's agent; if it is, its own earlier discovery counts."
            }
        };
        out.warn(field.at(), format_args!("the discovery is dated {discovered}, {days} days after the covered entity was told"))
            .label(told.at(), format_args!("told here: the breach was known from {day}"))
            .help(format_args!(
                "A breach is discovered on the first day on which it is known, not when it has been looked into; every clock runs from that day.{agency}"
            ));
    }
}
