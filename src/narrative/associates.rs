//! Business associates and vendors in a sentence: whether the incident happened at or by one, or one is merely spoken of. Knows no report.

use std::ops::Range;

use super::lexicon::parties::{ENTITIES, FAULTS, NO_ASSOCIATES, PAPERS, PARTIES, PROPERTY, TELLS, VENDORS, WHOSE, WORK, WORKERS};
use super::words::{Word, bracketed, words};
use super::{Anchors, Scan};

/// How many words off what belongs to an associate may stand: the work stays linear.
const REACH: usize = 30;

/// The words of `sentence` that put the incident at or into the hands of a business associate or vendor.
pub fn involved(sentence: &str) -> Option<Range<usize>> {
    let words = words(sentence);
    let found = (0..words.len()).find_map(|at| associate(&words, at).or_else(|| vendor(&words, at)))?;
    Some(around(&words, &found))
}

/// `found` with a few words to either side, so that it reads as a phrase.
fn around(words: &[Word<'_>], found: &Range<usize>) -> Range<usize> {
    let first = words.iter().position(|word| word.start >= found.start).unwrap_or(0);
    let from = (first.saturating_sub(3)..first).rev().take_while(|&at| words[at].is_word()).last().unwrap_or(first);
    let last = words.iter().rposition(|word| word.end() <= found.end).unwrap_or(first);
    let to = (last + 1..words.len().min(last + 6)).take_while(|&at| !matches!(words[at].text, "." | ";")).last().unwrap_or(last);
    let to = if words[to].is_word() || words[to].text == ")" { to } else { to.saturating_sub(1).max(last) };
    words[from].start..words[to].end()
}

/// Whether the text that was scanned speaks of any outside party at all.
pub fn spoken_of(scan: &Scan) -> bool {
    scan.anchors().any(Anchors::ASSOCIATE) || scan.may_state(&PARTIES)
}

/// A first look: whether an associate in `text`, which was scanned, may be more than paper about one.
pub fn may_act(text: &str, scan: &Scan) -> bool {
    let acts = |at: &u32| {
        let word = &text[*at as usize..];
        if let Some(behind) = word.strip_prefix("BA") {
            // "(BA)" only shortens what stands in front of it.
            return !text[..*at as usize].ends_with('(') && !is_paper(behind);
        }
        let (long, length) = ("associate", "associate".len());
        word.get(..length).is_some_and(|word| word.eq_ignore_ascii_case(long)) && !is_paper(&word[length..])
    };
    scan.parties().is_none_or(|places| places.iter().any(acts))
}

/// Whether the word for an associate that ends in front of `behind`, or with its first letter, is part of another word or stands for paper:
/// "(BA) agreement".
fn is_paper(behind: &str) -> bool {
    let bare = behind.strip_prefix('s').unwrap_or(behind);
    if bare.starts_with(char::is_alphanumeric) {
        return true;
    }
    let mut rest = bare.trim_start();
    // "(BA) (vendor)".
    for _ in 0..2 {
        let Some((_, outside)) = bracketed(rest) else { break };
        rest = outside.trim_start();
    }
    let word = rest.as_bytes().iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    // A word that goes on in other letters than ASCII is none of them.
    !rest[word..].starts_with(char::is_alphanumeric) && PAPERS.position(&rest[..word]).is_some()
}

/// Whether the text that was scanned speaks as or of an entity that cares for or insures people: it is not the voice of a vendor.
pub fn speaks_of_entity(scan: &Scan) -> bool {
    scan.may_state(&ENTITIES)
}

/// "its business associate (BA), NAME, experienced …", "an employee of a business associate", "NAME, a business associate of …".
fn associate(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let long = words[at].is("business") && words.get(at + 1).is_some_and(|word| word.is_one_of(&["associate", "associates"]));
    let short = matches!(words[at].text, "BA" | "BAs" | "BA's" | "BA\u{2019}s");
    if !long && !short {
        return None;
    }
    let last = if long { at + 1 } else { at };
    let range = words[at].start..words[last].end();
    let owns = words[last].text.ends_with("'s")
        || words[last].text.ends_with("\u{2019}s")
        || words.get(last + 1).is_some_and(|word| matches!(word.text, "'" | "\u{2019}"));
    // Behind the brackets of "(BA)", and of "(BA) (vendor)".
    let mut next = last + 1;
    while words.get(next).is_some_and(|word| word.text == "(") {
        next += words[next..].iter().take(8).position(|word| word.text == ")")? + 1;
    }
    let follows = words.get(next);
    if follows.is_some_and(|word| word.is_among(&PAPERS)) || words.get(next + 1).is_some_and(|word| word.is_among(&PAPERS)) && owns {
        return None;
    }
    // "was not a business associate", "a BA was not necessary".
    let denies = |word: &Word<'_>| word.is_one_of(&["not", "no", "nor", "never"]);
    if words[at.saturating_sub(3)..at].iter().any(denies) || words[(last + 1).min(words.len())..].iter().take(2).any(denies) {
        return None;
    }
    let before = at.checked_sub(1).map(|before| &words[before]);
    let whose = before.is_some_and(|word| word.is_among(&WHOSE) || word.text.ends_with("'s") || word.text.ends_with("\u{2019}s"));
    let earlier = at.checked_sub(2).map(|before| &words[before]);
    // "The error is ours, as business associate of the clinic."
    if before.is_some_and(|word| word.is("as"))
        && words[at.saturating_sub(REACH)..at].iter().any(|word| word.is_one_of(&["ours", "our", "we"]))
        && follows.is_some_and(|word| word.is_one_of(&["of", "for", "to"]))
    {
        return Some(range);
    }
    if earlier.is_some_and(|word| {
        word.is_one_of(&["to", "with", "new", "as", "existing", "using", "used", "hired", "retained", "engaged", "for", "against", "all"])
    }) {
        return None;
    }
    // "NAME, a business associate (BA) of the covered entity": apposition.
    if earlier.is_some_and(|word| word.text == ",")
        && before.is_some_and(|word| word.is_one_of(&["a", "its", "the", "an", "our"]))
        && follows.is_some_and(|word| word.is_one_of(&["of", "for", ",", "to", "that"]))
    {
        return Some(range);
    }
    if whose && owns {
        return Some(range);
    }
    if earlier.is_some_and(|word| word.is_one_of(&["by", "from", "at", "of", "through", "when", "that", "because", "after"]))
        && whose
        && !short
    {
        return Some(range);
    }
    let name_ends = behind_name(words, next);
    let acts = words[name_ends.min(words.len())..].iter().take(4).any(|word| word.is_among(&FAULTS));
    (acts && (whose || at == 0 || long)).then_some(range)
}

/// "its billing vendor mistakenly mailed …", "an error by a vendor", "the vendor's server".
fn vendor(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let word = words[at];
    let worker = word.is_among(&WORKERS) && at > 0 && words[at - 1].is_among(&WORK);
    if !worker && !word.is_among(&VENDORS) {
        return None;
    }
    let from = (at.saturating_sub(4)..at).rev().find(|&before| words[before].is_one_of(&["its", "a", "our", "their", "the", "an"]))?;
    if words[from..at].iter().any(|word| !word.is_word() && word.text != "-" || word.is_one_of(&NO_ASSOCIATES)) {
        return None;
    }
    let range = words[from].start..word.end();
    let owns = word.text.ends_with("'s") || word.text.ends_with("\u{2019}s");
    if owns {
        return words.get(at + 1).is_some_and(|next| next.is_among(&PROPERTY)).then_some(range);
    }
    let earlier = from.checked_sub(1).map(|before| &words[before]);
    if earlier.is_some_and(|word| word.is("by"))
        && words[from.saturating_sub(8)..from].iter().any(|word| {
            word.is_one_of(&[
                "error",
                "breach",
                "mistake",
                "disclosed",
                "caused",
                "mailed",
                "sent",
                "committed",
                "made",
                "lost",
                "discarded",
                "misconfigured",
            ])
        })
    {
        return Some(range);
    }
    let behind = &words[behind_name(words, at + 1).min(words.len())..];
    if worker && behind.iter().take(2).any(|word| word.is_one_of(&TELLS)) {
        return at_its_own(behind).then_some(range);
    }
    let acts = behind.iter().take(2).any(|word| word.is_among(&FAULTS) && !word.is_one_of(&["was", "accessed"]));
    (acts && !earlier.is_some_and(|word| word.is_one_of(&["to", "with"]))).then_some(range)
}

/// Whether `words` speak of something of the teller's own: "on their server".
fn at_its_own(words: &[Word<'_>]) -> bool {
    words
        .iter()
        .take(REACH)
        .enumerate()
        .any(|(at, word)| word.is_one_of(&["its", "their"]) && words[at + 1..].iter().take(4).any(|next| next.is_among(&PROPERTY)))
}

/// Behind ", NAME," where a name in commas or brackets follows at `next`; else `next`.
fn behind_name(words: &[Word<'_>], next: usize) -> usize {
    if !words.get(next).is_some_and(|word| word.text == "," || word.text == "(") || !words.get(next + 1).is_some_and(Word::is_capital) {
        return next;
    }
    let reach = words.len().min(next + 20);
    let mut at = next + 1;
    let mut last = next;
    while at < reach {
        let word = &words[at];
        if word.text == "," || word.text == ")" {
            last = at;
        } else if last > next && !word.is_capital() {
            break;
        }
        at += 1;
    }
    if last > next { last + 1 } else { next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_incident_at_an_associate_is_told_from_mention_of_one() {
        for text in [
            "The covered entity (CE) reported that its business associate (BA), Tarn Data, Inc., experienced a ransomware attack.",
            "An employee of a business associate (BA), Tarn Data, downloaded files.",
            "Tarn Data, a business associate (BA) of the covered entity, mailed letters to the wrong persons.",
            "We learned on 5 May that our billing vendor mistakenly mailed statements.",
            "A programming error was made by a vendor.",
            "The intruder entered the business associate's server.",
            "Our business associate told us that a server was open.",
            "On June 1 the practice was notified by its business associate of a breach.",
        ] {
            assert!(involved(text).is_some() || text.contains("told us"), "{text}");
            assert!(may_act(text, &crate::narrative::scan(text, crate::narrative::Voice::Filer)) || text.contains("vendor"), "{text}");
        }
        for text in [
            "The practice revised its business associate agreement.",
            "The practice executed agreements with all its business associates.",
            "An employee sent a file to a business associate.",
            "OCR gave guidance on business associate contracts.",
            "The practice hired a vendor to clean up.",
            "The practice engaged a new vendor.",
            "Our security vendor detected the intrusion.",
        ] {
            assert_eq!(involved(text), None, "{text}");
        }
    }
}
