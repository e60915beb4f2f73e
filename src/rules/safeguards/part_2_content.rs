//! BR610: the text speaks of records of substance use treatment.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::{SUBSTANCE_USE, is_denied};
use crate::report::terms::{Filer, Form};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Filer]),
    any_of: Context::TEXTS,
    uses: FactSet::of(&[Fact::Form]),
    cites: &[law("42 CFR 2.16(b)")],
    effective: Era::PART_2,
    ..Rule::new(
        "BR610",
        "part-2-content",
        "The text speaks of records of treatment for a substance use disorder, and the report is a HIPAA report.",
        include_str!("../../../docs/rules/BR610.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let (form, filer) = (&report.filing.form, &report.filing.filer);
    // A draft that does not say is a HIPAA report.
    if form.get() == Some(Form::Part2) || filer.get().is_none_or(Filer::is_part_2) {
        return;
    }
    let Some(told) = context.told(report).filter(|told| told.may_state(&SUBSTANCE_USE)) else { return };
    let denied = |range: &std::ops::Range<usize>, sentence: &str| is_denied(sentence, range);
    let found = told.sentences().find_map(|sentence| {
        let range = SUBSTANCE_USE.find(sentence.words).filter(|range| !denied(range, sentence.words))?;
        Some(sentence.evidence(&range))
    });
    let Some(words) = found else { return };
    out.warn(words.at, format_args!("{} speaks of substance use treatment: {words}", told.name()))
        .label(filer.at(), format_args!("filed on the HIPAA form"))
        .help(format_args!("Records of a federally assisted Part 2 program have a form of their own. If such records were involved, file a 42 CFR Part 2 breach report as well; if not, nothing need be done."));
}
