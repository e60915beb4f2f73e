//! BR909: a public row without a State, whose name says in which territory it is.

use crate::finding::{Severity, Sink, quoted};
use crate::report::terms::{State, Term};
use crate::report::{Fact, FactSet, Report, name};
use crate::rules::{Check, Context, Rule, SourceKind, Usual, data, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::EntityState]),
    silences: &["BR102"],
    cites: &[
        law("45 CFR 160.103"),
        data("OCR public export, March 2021: 7 of 3,090 rows have no State, and all are entities of Puerto Rico; the names of 6 say so"),
    ],
    usual: Usual::STATE,
    ..Rule::new(
        "BR909",
        "territory-state-blank",
        "A public row has no State, and its name suggests a territory.",
        include_str!("../../../docs/rules/BR909.md"),
        Check::Report(check),
    )
};

/// Words that, in a name without a State, speak for a territory.
const WORDS: [(State, &[&str]); 5] = [
    (
        State::Pr,
        &[
            "puerto rico",
            "san juan",
            "santurce",
            "ponce",
            "bayamon",
            "caguas",
            "mayaguez",
            "humacao",
            "guaynabo",
            "carolina pr",
            "arecibo",
            "salud",
            "farmacia",
            "departamento",
            "corporacion",
            "clinica",
            "centro",
            "servicios",
            "triple s",
            "pavia",
        ],
    ),
    (State::Gu, &["guam", "tamuning", "hagatna", "dededo"]),
    (State::Vi, &["virgin islands", "usvi", "st thomas", "saint thomas", "st croix", "saint croix", "christiansted", "frederiksted"]),
    (State::As, &["american samoa", "pago pago"]),
    (State::Mp, &["northern mariana", "saipan", "cnmi"]),
];

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    if context.source != SourceKind::Record || !report.entity.state.is_absent() {
        return;
    }
    let Some(entity) = report.entity.name.get() else { return };
    let words = name::words(entity);
    let behind_spaces: Vec<&str> = words.match_indices(' ').filter_map(|(at, _)| words.get(at + 1..)).collect();
    let stands = |word: &str| {
        // Most words are told apart by their first letter.
        let may_be = |rest: &&&str| rest.as_bytes().first() == word.as_bytes().first();
        behind_spaces.iter().filter(may_be).filter_map(|rest| rest.strip_prefix(word)).any(|rest| rest.starts_with(' '))
    };
    let Some((state, word)) = WORDS.iter().find_map(|(state, known)| Some((state, *known.iter().find(|word| stands(word))?))) else {
        return;
    };
    out.warn(
        report.entity.state.at(),
        format_args!("the State is blank, and {} speaks for {} ({word})", quoted(entity.trim()), state.label()),
    )
    .label(report.entity.name.at(), format_args!("\"{word}\""))
    .help(format_args!(
        "In the public record a blank State is in practice a territory. Look up the address and enter its code: PR, GU, VI, AS or MP."
    ));
}
