//! BR605: the text names information that is not ticked, or denies what is.

use crate::finding::{Severity, Sink};
use crate::narrative::Class;
use crate::narrative::information::{Information, mentions, names_any};
use crate::report::terms::{Clinical, Demographic, Financial, Term, TermSet};
use crate::report::{Fact, FactSet, Field, Gap, Report};
use crate::rules::evidence::Evidence;
use crate::rules::{Check, Context, Rule, form, logic};
use crate::source::At;

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::PhiTypes]),
    any_of: Context::TEXTS,
    uses: FactSet::of(&[Fact::PhiClinical, Fact::PhiDemographic, Fact::PhiFinancial]),
    cites: &[
        form("OCR breach portal: Type of Protected Health Information Involved in Breach"),
        logic("the boxes and the text tell of one set of information"),
    ],
    ..Rule::new(
        "BR605",
        "information-unticked",
        "The text names information that is not ticked, or denies information that is.",
        include_str!("../../../docs/rules/BR605.md"),
        Check::Report(check),
    )
};

/// Whether a box is ticked, its label and the place of its list; none where the list could not be read.
type Box = Option<(bool, &'static str, At)>;

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let (types, Some(told)) = (&report.breach.phi_types, context.told(report)) else { return };
    if types.get().is_none() {
        return;
    }
    if !names_any(told.scan()) {
        return;
    }
    let mut unticked: Vec<(&str, Evidence<'_>)> = Vec::new();
    for sentence in told.sentences().filter(|sentence| matches!(sentence.class(), Class::Incident | Class::Information)) {
        for mention in mentions(told.scan(), sentence.words) {
            let Some((ticked, label, at)) = box_of(report, mention.kind) else { continue };
            let words = sentence.evidence(&mention.range);
            if ticked && mention.denied {
                out.warn(words.at, format_args!("{} says that {words} were not involved, and `{label}` is ticked", told.name()))
                    .here(format_args!("not involved"))
                    .label(at, format_args!("ticked"))
                    .help(format_args!("Tick what was involved, and only that; the letters to the individuals must say the same."));
            } else if !ticked && !mention.denied && unticked.iter().all(|(known, _)| *known != label) {
                unticked.push((label, words));
            }
        }
    }
    let Some((_, first)) = unticked.first() else { return };
    let labels: Vec<String> = unticked.iter().map(|(label, _)| format!("`{label}`")).collect();
    let mut draft = out
        .warn(first.at, format_args!("{} names information that is not ticked: {}", told.name(), labels.join(", ")))
        .here(format_args!("not ticked"))
        .label(types.at(), format_args!("what is ticked"))
        .help(format_args!("Tick what was involved, and only that; the letters to the individuals must say the same."));
    for (_, words) in unticked.iter().skip(1) {
        draft = draft.label(words.at, format_args!("not ticked"));
    }
}

fn box_of(report: &Report<'_>, kind: Information) -> Box {
    let breach = &report.breach;
    match kind {
        Information::Ssn => ticked(&breach.phi_demographic, Demographic::Ssn),
        Information::DriversLicense => ticked(&breach.phi_demographic, Demographic::DriversLicense),
        Information::BirthDate => ticked(&breach.phi_demographic, Demographic::BirthDate),
        Information::Diagnosis => ticked(&breach.phi_clinical, Clinical::Diagnosis),
        Information::LabResults => ticked(&breach.phi_clinical, Clinical::LabResults),
        Information::Medications => ticked(&breach.phi_clinical, Clinical::Medications),
        Information::Claims => ticked(&breach.phi_financial, Financial::Claims),
        Information::CardOrAccount => ticked(&breach.phi_financial, Financial::CardOrAccount),
    }
}

fn ticked<T: Term>(field: &Field<TermSet<T>>, term: T) -> Box {
    match field.gap() {
        None => field.get().map(|set| (set.has(term), term.label(), field.at_term(term))),
        Some(Gap::Absent | Gap::NotAsked) => Some((false, term.label(), field.at())),
        Some(_) => None,
    }
}
