//! BR107: a name with stray spaces, damaged characters or nothing but capitals. Case is never changed: only its owner knows how a name is written.

use crate::finding::{Change, Fix, Safety, Severity, Sink, Value, quoted};
use crate::report::{Fact, FactSet, Field, Report, damaged, spaces};
use crate::rules::{Check, Context, Rule, Usual, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::EntityName]),
    uses: FactSet::of(&[Fact::BaName]),
    fix: Some(Safety::Safe),
    cites: &[data(
        "OCR public export, October 2024: 555 of 6,442 names begin or end with a space, 41 have a doubled one, 76 are in capitals",
    )],
    usual: Usual::NAME,
    ..Rule::new(
        "BR107",
        "name-untidy",
        "The name has stray spaces, damaged characters, or capitals only.",
        include_str!("../../../docs/rules/BR107.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    for entity in report.entities() {
        tidy(&entity.name, context, out);
    }
    tidy(&report.business_associate.name, context, out);
}

fn tidy(name: &Field<&str>, context: &Context, out: &mut Sink) {
    let Some(text) = name.get() else { return };
    let glance = context.glance(text);
    if glance.is_tidy() && glance.has_lower_case() {
        return;
    }
    let place = |range: &std::ops::Range<usize>| {
        let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        name.at().text(offset(range.start), offset(range.end))
    };
    if let Some((range, what, _)) = damaged(text).first() {
        out.advise(place(range), format_args!("the name has {what}"))
            .help(format_args!("Write the name anew, as the organization writes it."));
    } else if let Some((range, what, _)) = spaces(text).first() {
        out.advise(place(range), format_args!("the name has {what}"))
            .help(format_args!("Searches of the public record take this for another name."))
            .fix(|| Fix::safe("tidy the spaces of the name", Change::Set(name.at(), Value::Text(spaced(text)))));
    }
    if is_all_capitals(text) {
        out.advise(name.at(), format_args!("{} is in capitals only", quoted(text.trim())))
            .help(format_args!("Write the name as the organization writes it; the public record shows it as it stands here."));
    }
}

/// `text` with one space between words, and no control characters.
fn spaced(text: &str) -> String {
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.chars().filter(|character| !character.is_control()).collect()).collect();
    words.join(" ")
}

/// Several words, at least one too long for an abbreviation; or one long word.
fn is_all_capitals(text: &str) -> bool {
    if text.chars().any(char::is_lowercase) {
        return false;
    }
    let letters = |word: &str| word.chars().filter(|character| character.is_alphabetic()).count();
    let words: Vec<&str> = text.split_whitespace().collect();
    let longest = words.iter().map(|word| letters(word)).max().unwrap_or(0);
    longest > 8 || (words.len() > 1 && longest > 4)
}
