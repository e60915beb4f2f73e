//! BR123: actions about a business associate do not fit the part that one had.

use crate::finding::{Severity, Sink};
use crate::narrative::Class;
use crate::report::terms::Action;
use crate::report::{Fact, FactSet, Report};
use crate::rules::evidence::Sentence;
use crate::rules::{Check, Context, Rule, form, law, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning, Severity::Advice],
    needs: FactSet::of(&[Fact::BaPresent, Fact::Actions]),
    uses: FactSet::of(&[Fact::Description, Fact::OcrNarrative]),
    cites: &[
        law("45 CFR 164.504(e)"),
        form("OCR breach portal: Actions Taken in Response to Breach"),
        logic("who had no part needs no training because of it"),
    ],
    ..Rule::new(
        "BR123",
        "associate-actions-unfit",
        "An action is about a business associate where none had a part, or none of the actions is where one was at fault.",
        include_str!("../../../docs/rules/BR123.md"),
        Check::Report(check),
    )
};

/// The actions that are about a business associate.
const OURS: [Action; 2] = [Action::AssociateTraining, Action::RevisedContracts];

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let (present, actions) = (&report.breach.business_associate_present, &report.notice.actions);
    let (Some(involved), Some(taken)) = (present.get(), actions.get()) else { return };
    if !involved {
        for action in OURS.into_iter().filter(|&action| taken.has(action)) {
            out.warn(actions.at_term(action), format_args!("`{action}` is chosen, and no business associate had a part"))
                .label(present.at(), format_args!("no business associate"))
                .help(format_args!("If the business associate had the breach, file because of it and name it; or else take the action away, or say in the description why it was taken."));
        }
    } else if !taken.is_empty() && !taken.any(&OURS) && !taken.has(Action::Other) {
        let Some(told) = context.told(report) else { return };
        let incident = told.of_parties().filter(|sentence| sentence.class() == Class::Incident);
        let Some(words) = incident.into_iter().find_map(Sentence::involves) else {
            return;
        };
        out.advise(actions.at(), format_args!("the incident was at or by a business associate, and none of the actions is about it"))
            .label(words.at, format_args!("the incident is put here"))
            .help(format_args!("If its contract was revised or its staff trained, choose that action too."));
    }
}
