//! What the words around a number make of it: what it says, how exact it is, and whether it counts anything at all.

use super::{Bound, Role};
use crate::narrative::among::Among;
use crate::narrative::words::Word;

/// Whether the number is a date, money, an age, a part of an address or of a citation, a percentage or a telephone number.
pub(super) fn is_other_number(text: &str, words: &[Word<'_>], at: usize, after: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let touches =
        |word: &Word<'_>| word.end() == words[at].start && matches!(word.text, "$" | "/" | "-" | "#" | "\u{a7}" | "\u{a3}" | "." | ":");
    if before.is_some_and(|word| touches(word) || word.is_among(&NO_COUNT)) {
        return true;
    }
    if before.is_some_and(|word| word.is_among(&MONTHS)) {
        return true;
    }
    let end = words[after - 1].end();
    if text[end..].starts_with(['/', '%', ':'])
        || text[end..].starts_with("-digit")
        || text[end..].starts_with("-year")
        || text[end..].starts_with("-day")
    {
        return true;
    }
    // "2016 patients" counts; "in 2016 patients" does not.
    let year = words[at].text.len() == 4 && (words[at].text.starts_with("19") || words[at].text.starts_with("20"));
    year && before.is_some_and(|word| word.is_among(&BEFORE_A_YEAR) || word.text == ",")
}

/// Words behind which a number counts nobody.
static NO_COUNT: Among<11> = Among::new(["age", "aged", "section", "sections", "item", "suite", "no", "form", "last", "first", "ages"]);
/// Words behind which four digits are a year.
static BEFORE_A_YEAR: Among<13> =
    Among::new(["in", "since", "during", "of", "early", "late", "from", "until", "to", "through", "before", "after", "by"]);
static MONTHS: Among<18> = Among::new([
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
]);

/// Whether the word ends in a possessive `'s`.
pub(super) fn owned(word: &Word<'_>) -> bool {
    word.text.ends_with("'s") || word.text.ends_with("\u{2019}s")
}

/// Words that bind a number, each kind with what it needs beside it.
static ABOUT: Among<8> = Among::new(["approximately", "about", "roughly", "around", "estimated", "approx", "nearly", "almost"]);
static OVER: Among<2> = Among::new(["over", "exceeding"]);
static MORE: Among<4> = Among::new(["more", "least", "greater", "excess"]);
static THAN: Among<3> = Among::new(["than", "at", "of"]);
static LESS: Among<3> = Among::new(["fewer", "less", "under"]);

/// How exact the number at `at` is.
pub(super) fn bound(words: &[Word<'_>], at: usize) -> Bound {
    let near = &words[at.saturating_sub(3)..at];
    let says = |wanted: &str| near.iter().any(|word| word.is(wanted));
    if has(near, &ABOUT) {
        Bound::About
    } else if has(near, &OVER) || (has(near, &MORE) && has(near, &THAN)) {
        Bound::AtLeast
    } else if has(near, &LESS) || (says("up") && says("to")) {
        Bound::AtMost
    } else {
        Bound::Exact
    }
}

/// How many words before a number still tell of it, where no sentence begins between.
const FARTHEST: usize = 40;

/// Words for an earlier number, and for what was then said of it.
static EARLIER: Among<4> = Among::new(["originally", "initially", "previously", "earlier"]);
static THOUGHT: Among<6> = Among::new(["reported", "believed", "estimated", "stated", "thought", "report"]);
/// Words in front of a number of all whom an entity serves, and behind it.
static SERVES: Among<12> =
    Among::new(["employs", "serves", "treats", "employed", "insures", "sees", "serving", "have", "has", "serve", "treat", "total"]);
static IN_ALL: Among<4> = Among::new(["annually", "statewide", "nationwide", "employees"]);
static STAFF: Among<4> = Among::new(["employees", "employee", "physicians", "students"]);
static PARTS: Among<6> = Among::new(["including", "well", "whom", "remaining", "additional", "another"]);
static THOSE: Among<2> = Among::new(["these", "those"]);
static OF_THOSE: Among<4> = Among::new(["these", "those", "whom", "them"]);
/// Whoever has a patient's or member's name has it in the records: these others may be those who did it.
static ANYBODY: Among<11> = Among::new([
    "individuals",
    "individual",
    "people",
    "persons",
    "person",
    "customers",
    "employees",
    "employee",
    "students",
    "adults",
    "families",
]);
/// Stems that tie a number behind which they stand to the breach.
static HAPPENED: Among<6> = Among::new(["affected", "impacted", "involved", "compromised", "notified", "breach"]);

fn has<const N: usize>(list: &[Word<'_>], wanted: &Among<N>) -> bool {
    list.iter().any(|word| word.is_among(wanted))
}

/// What the number at `at`, whose unit stands at `unit_at`, says.
pub(super) fn role(words: &[Word<'_>], at: usize, unit_at: usize) -> Role {
    // What stands before it in the same sentence, and what follows it.
    let far = at.saturating_sub(FARTHEST);
    let start = words[far..at].iter().rposition(|word| matches!(word.text, "." | ";")).map_or(far, |mark| far + mark + 1);
    let before = &words[start.max(at.saturating_sub(8))..at];
    let clause = &words[start..at];
    let behind = &words[unit_at + 1..words.len().min(unit_at + 7)];
    if has(clause, &EARLIER) && has(clause, &THOUGHT) {
        return Role::Former;
    }
    if has(before, &SERVES) || has(behind, &IN_ALL) {
        return Role::Served;
    }
    let says = |list: &[Word<'_>], wanted: &str| list.iter().any(|word| word.is(wanted));
    let unit = &words[unit_at];
    if unit.is_among(&STAFF) && says(before, "with") {
        return Role::Served;
    }
    if says(clause, "combined") {
        return Role::Unclear;
    }
    let part = has(before, &PARTS) || (says(before, "of") && has(before, &THOSE));
    if part || says(behind, "of") && has(behind, &OF_THOSE) {
        return Role::Part;
    }
    if unit.is_among(&ANYBODY) {
        let tied = before.iter().any(|word| AFFECTED.begins(word.text))
            || behind.iter().any(|word| HAPPENED.begins(word.text))
            || before.iter().rev().take(2).any(|word| word.is("of"))
            || owned(unit);
        return if tied { Role::Affected } else { Role::Unclear };
    }
    Role::Affected
}

/// Stems that tie a number in front of which they stand to the breach.
static AFFECTED: Among<24> = Among::new([
    "concern",
    "mailed",
    "sent",
    "relat",
    "belong",
    "letter",
    "affect",
    "impact",
    "involv",
    "phi",
    "ephi",
    "information",
    "data",
    "record",
    "contain",
    "compromis",
    "disclos",
    "expos",
    "notif",
    "names",
    "inform",
    "pertain",
    "regarding",
    "breach",
]);
