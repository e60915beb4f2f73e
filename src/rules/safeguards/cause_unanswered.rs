//! BR617: none of the actions taken answers the cause that type and location show.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Action, BreachType, Location, TermSet};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, data, law, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location, Fact::Actions]),
    cites: &[
        law("45 CFR 164.308(a)(1)(ii)(C) and (a)(5)(i)"),
        data(
            "OCR public export, October 2024: Email stands in 808 of 838 mailbox or phishing rows filed as Hacking/IT Incident since 2015",
        ),
        data(
            "OCR public export, October 2024: of 119 narratives of snooping since 2015, 87.4 % are Unauthorized Access/Disclosure; 79 name the EMR",
        ),
        logic("what was done should answer how it happened"),
    ],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR617",
        "cause-unanswered",
        "None of the actions taken answers the cause that the type and the location show.",
        include_str!("../../../docs/rules/BR617.md"),
        Check::Report(check),
    )
};

/// Actions of which the list does not tell what they answer: own words, and what was asked of a business associate. No action is BR614's.
const UNTOLD: [Action; 3] = [Action::Other, Action::AssociateTraining, Action::RevisedContracts];

struct Cause {
    message: &'static str,
    answers: &'static [Action],
    at: Location,
    help: &'static str,
}

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (breach, notice) = (&report.breach, &report.notice);
    let (Some(kinds), Some(places), Some(actions)) = (breach.breach_type.get(), breach.location.get(), notice.actions.get()) else {
        return;
    };
    let Some(cause) = kinds.single().and_then(|kind| cause(kind, places)) else { return };
    if actions.is_empty() || actions.any(&UNTOLD) || actions.any(cause.answers) {
        return;
    }
    out.advise(notice.actions.at(), format_args!("{}", cause.message))
        .label(breach.breach_type.at(), format_args!("the type"))
        .label(breach.location.at_term(cause.at), format_args!("the location"))
        .help(format_args!("{}", cause.help));
}

fn cause(kind: BreachType, places: TermSet<Location>) -> Option<Cause> {
    let device =
        [Location::DesktopComputer, Location::Laptop, Location::OtherPortableDevice].into_iter().find(|&device| places.has(device));
    match (kind, device) {
        (BreachType::Theft, Some(device)) => Some(Cause {
            message: "a device was stolen, and neither physical security nor encryption nor a sanction followed",
            answers: &[Action::PhysicalSecurity, Action::Encryption, Action::Sanctioned],
            at: device,
            help: "Choose the physical security, the encryption or the sanction if it followed; OCR may ask what keeps the next device safe.",
        }),
        (BreachType::Theft, None) if places.has(Location::PaperFilms) => Some(Cause {
            message: "paper or films were stolen, and neither physical security nor a sanction followed",
            answers: &[Action::PhysicalSecurity, Action::Sanctioned],
            at: Location::PaperFilms,
            help: "Choose the physical security or the sanction if it followed; OCR may ask what keeps the next files safe.",
        }),
        (BreachType::HackingIt, _) if places.has(Location::Email) => Some(Cause {
            message: "e-mail was hacked, and neither passwords nor technical safeguards nor training followed",
            answers: &[Action::Passwords, Action::TechnicalSafeguards, Action::Trained],
            at: Location::Email,
            help: "Choose the change of passwords, the new technical safeguard (multi-factor sign-in is one) or the training, if it was done.",
        }),
        // A technical measure tells of a cause in the system rather than in a person.
        (BreachType::UnauthorizedAccess, _) if places.only(&[Location::ElectronicMedicalRecord]) => Some(Cause {
            message: "medical records were opened or disclosed, and neither a sanction nor training nor a technical safeguard followed",
            answers: &[Action::Sanctioned, Action::Trained, Action::TechnicalSafeguards],
            at: Location::ElectronicMedicalRecord,
            help: "If a workforce member did it, choose the sanction or the training, if it followed; if not, say in the description who did it.",
        }),
        _ => None,
    }
}
