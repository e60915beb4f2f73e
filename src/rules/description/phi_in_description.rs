//! BR502: the description holds what looks like PHI.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, form, law};
use crate::source::{PhiKind, phi};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Description]),
    cites: &[
        form("OCR breach portal, Attestation: the description may be posted, and is released under the Freedom of Information Act"),
        law("Section 13402(e)(4) of the HITECH Act"),
    ],
    ..Rule::new(
        "BR502",
        "phi-in-description",
        "The description holds what looks like PHI: a number, date or address of a person.",
        include_str!("../../../docs/rules/BR502.md"),
        Check::Report(check),
    )
};

/// So many are shown: who has more knows what to do.
const MOST: usize = 20;

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.description;
    let Some(text) = field.get() else { return };
    for found in phi(text).into_iter().take(MOST) {
        // How to reach the entity is no secret, and descriptions often say it.
        if matches!(found.kind, PhiKind::Telephone | PhiKind::Email) && is_public(text, found.range.start) {
            continue;
        }
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        out.warn(
            field.at().text(offset(found.range.start), offset(found.range.end)),
            format_args!("the description holds what looks like {}", found.kind),
        )
        .help(format_args!(
            "Take it out. The description may be posted, and is given out on request; say how many people are concerned, not who."
        ));
    }
}

/// Whether the words just before `at` speak of a hotline or an office of the entity.
fn is_public(text: &str, at: usize) -> bool {
    const LINES: [&str; 12] = [
        "hotline",
        "toll-free",
        "toll free",
        "call center",
        "call centre",
        "help line",
        "helpline",
        "contact us",
        "privacy officer",
        "privacy office",
        "questions",
        "our office",
    ];
    let from = text.floor_char_boundary(at.saturating_sub(120));
    crate::narrative::has_phrase(&text[from..at], &LINES)
}
