//! BR205: 500 individuals or more, and HHS is told after the sixtieth day.

use crate::finding::{Severity, Sink};
use crate::report::clock::{self, affected, due_after, is_large, judged_on};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::DiscoveryStart]),
    uses: clock::FACTS,
    cites: &[law("45 CFR 164.408(b)"), law("45 CFR 164.412")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR205",
        "hhs-told-late",
        "A breach of 500 individuals or more reaches HHS later than 60 days after discovery.",
        include_str!("../../../docs/rules/BR205.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let judged = judged_on(report, context.as_of);
    let filed = report.filing.submitted_on.get().is_some();
    for affected in affected(report) {
        let (Some(start), Some(true)) = (affected.start, is_large(report, &affected)) else { continue };
        let due = due_after(report, start.date);
        if judged <= due {
            continue;
        }
        let days = (judged - start.date).num_days();
        let (at, verb) = if filed { (report.filing.submitted_on.at(), "was filed") } else { (start.at, "is still not filed") };
        let draft = out.warn(at, format_args!("this report {verb} on {judged}, {days} days after discovery; it was due on {due}"));
        let draft = if filed {
            draft.label(start.at, format_args!("discovered here: day 0"))
        } else {
            draft.here(format_args!("discovered here: day 0"))
        };
        let draft = if start.uncertain {
            draft.label(
                affected.entity.ba_is_agent.at(),
                format_args!("the clock started earlier still if the business associate is this entity's agent"),
            )
        } else {
            draft
        };
        draft.help(format_args!(
            "LATE: file now. Lateness cannot be repaired by changing a date; say in the description why it took so long."
        ));
    }
}
