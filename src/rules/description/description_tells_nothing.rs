//! BR501: the description is a stub, points elsewhere or is too long.

use crate::finding::{Severity, Sink, quoted};
use crate::narrative::statements::POINTERS;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Description]),
    cites: &[form("OCR breach portal: Brief Description of the Breach; its limit of some 4,000 characters could not be confirmed")],
    ..Rule::new(
        "BR501",
        "description-tells-nothing",
        "The description is too short to tell what happened, points elsewhere, or is longer than the form takes.",
        include_str!("../../../docs/rules/BR501.md"),
        Check::Report(check),
    )
};

/// Shorter texts tell nothing. Characters.
const SHORTEST: usize = 40;
/// What the portal takes, as far as is known. Characters.
const LONGEST: usize = 4000;

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.breach.description;
    let Some(text) = field.get() else { return };
    let length = text.chars().count();
    let pointer = context.told(report).filter(|told| told.may_state(&POINTERS)).and_then(|told| POINTERS.find(told.text));
    if let Some(words) = pointer.filter(|_| length < 2 * SHORTEST) {
        let at = field.at().text(u32::try_from(words.start).unwrap_or(0), u32::try_from(words.end).unwrap_or(0));
        out.warn(at, format_args!("the description points elsewhere: {}", quoted(&text[words])))
            .help(format_args!("The portal takes no attachment. Say in a few sentences what happened, which information was involved, how many people it concerns and what was done."));
    } else if length < SHORTEST {
        out.warn(field.at(), format_args!("the description has {length} characters; it tells little in fewer than {SHORTEST}")).help(
            format_args!(
                "Say in a few sentences what happened, which information was involved, how many people it concerns and what was done."
            ),
        );
    } else if length > LONGEST {
        out.warn(field.at(), format_args!("the description has {length} characters, and the form takes some {LONGEST}"))
            .help(format_args!("Shorten it, or the portal may cut it off. What OCR wants to know in detail it asks for later."));
    }
}
