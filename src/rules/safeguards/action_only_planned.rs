//! BR619: an action is ticked as taken, and the description speaks of it as to come.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::PLANNED;
use crate::narrative::{any_phrase, has_phrase};
use crate::report::terms::Action;
use crate::report::{Fact, FactSet, Report};
use crate::rules::evidence::Sentence;
use crate::rules::{Check, Context, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Actions, Fact::Description]),
    uses: FactSet::of(&[Fact::OcrNarrative]),
    cites: &[form("OCR breach portal: Actions Taken in Response to Breach, and the attestation")],
    ..Rule::new(
        "BR619",
        "action-only-planned",
        "An action is given as taken, and the description says that it will be.",
        include_str!("../../../docs/rules/BR619.md"),
        Check::Report(check),
    )
};

/// What an action is spoken of as.
const SPOKEN: [(Action, &[&str]); 10] = [
    (Action::Trained, &["train*", "retrain*", "re-train*", "educat*"]),
    (Action::Encryption, &["encrypt*"]),
    (Action::RevisedPolicies, &["policy", "policies", "procedure*"]),
    (Action::Passwords, &["password*"]),
    (Action::RiskAnalysis, &["risk analysis", "risk assessment"]),
    (Action::RiskManagementPlan, &["risk management plan"]),
    (Action::PhysicalSecurity, &["lock*", "camera*", "alarm*", "physical security"]),
    (Action::CreditMonitoring, &["credit monitoring"]),
    (Action::TechnicalSafeguards, &["multi-factor", "multifactor", "mfa", "two-factor", "firewall*", "technical safeguard*"]),
    (Action::RevisedContracts, &["business associate agreement*", "business associate contract*"]),
];
/// What is done again was done before.
const AGAIN: [&str; 9] = ["again", "annually", "every year", "each year", "yearly", "continue*", "ongoing", "further", "periodically"];
/// How far behind "will" its action stands, in bytes.
const REACH: usize = 90;

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.notice.actions;
    let (Some(taken), Some(told)) =
        (field.get(), context.told(report).filter(|told| told.fact == Fact::Description && told.may_state(&PLANNED)))
    else {
        return;
    };
    for (action, words) in SPOKEN.iter().filter(|(action, _)| taken.has(*action)) {
        let planned = told.sentences().find_map(|Sentence { start, words: sentence, .. }| {
            let will = PLANNED.find(sentence).filter(|_| !has_phrase(sentence, &AGAIN))?;
            let end = sentence.floor_char_boundary((will.end + REACH).min(sentence.len()));
            let spoken = any_phrase(&sentence[will.end..end], words)?;
            Some(start + will.start..start + will.end + spoken.end)
        });
        let Some(planned) = planned else { continue };
        // Spoken of elsewhere too, as done.
        let done = told.sentences().any(|sentence| PLANNED.find(sentence.words).is_none() && has_phrase(sentence.words, words));
        if done {
            continue;
        }
        let words = told.evidence(planned);
        out.warn(words.at, format_args!("`{action}` is given as done, and the description says {words}"))
            .here(format_args!("still to come"))
            .label(field.at_term(*action), format_args!("given as done"))
            .help(format_args!("The actions are attested as taken. Do it before filing, or take the action away until it is done and report it by an addendum."));
    }
}
