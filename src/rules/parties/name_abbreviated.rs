//! BR106: a name that is nothing but initials.

use crate::finding::{Severity, Sink, quoted};
use crate::report::{Fact, FactSet, Field, Report};
use crate::rules::{Check, Context, Rule, Usual, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName]),
    uses: FactSet::of(&[Fact::BaName]),
    cites: &[
        form("OCR's Part 2 breach form, Contact screen: names without abbreviations or acronyms"),
        data("OCR public export, March 2021: 10 of 3,090 names are initials only"),
    ],
    usual: Usual::NAME,
    ..Rule::new(
        "BR106",
        "name-abbreviated",
        "The name consists of initials only.",
        include_str!("../../../docs/rules/BR106.md"),
        Check::Report(check),
    )
};

/// More letters than this are a word in capitals rather than initials.
const LONGEST: usize = 6;

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    for entity in report.entities() {
        spelt_out(&entity.name, context, out);
    }
    spelt_out(&report.business_associate.name, context, out);
}

fn spelt_out(name: &Field<&str>, context: &Context, out: &mut Sink) {
    let Some(text) = name.get() else { return };
    if !context.glance(text).has_lower_case() && is_initials(text.trim()) {
        out.warn(name.at(), format_args!("{} is an abbreviation, not a full name", quoted(text))).help(format_args!(
            "Write the full legal name, by which the public record is searched. If these letters are the legal name, keep them."
        ));
    }
}

/// One word of two to six capitals that nobody can pronounce, or of at most three.
fn is_initials(word: &str) -> bool {
    if !word.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'.' | b'&')) {
        return false;
    }
    let letters: String = word.chars().filter(|character| !matches!(character, '.' | '&')).collect();
    if !(2..=LONGEST).contains(&letters.len()) {
        return false;
    }
    let unpronounceable = letters.split(['A', 'E', 'I', 'O', 'U', 'Y']).any(|consonants| consonants.len() >= 3);
    letters.len() <= 3 || unpronounceable
}
