//! The business associate that a description names in OCR's own turn of phrase. Anything else is not read.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::name::is_legal_form;

/// Longest name that is looked for, in bytes.
const LONGEST_NAME: usize = 100;
/// Places at which "business associate" is looked at.
const MOST_MENTIONS: usize = 4;

static ASSOCIATE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("business associate"));
/// Bytes of its first word and the space behind it.
const BUSINESS: usize = "business ".len();
static AGREED: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("agreed to"));

/// Lower-case words that stand inside names.
const INSIDE_NAMES: [&str; 13] = ["of", "and", "for", "the", "at", "in", "de", "la", "del", "y", "dba", "d/b/a", "f/k/a"];

/// What a first look at a text told of the words that are looked for in it, so that they need not be searched.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'s> {
    /// Where words for outside parties begin, "associate" among them; none where they are not known.
    pub(crate) parties: Option<&'s [u32]>,
    /// Whether "agreed to" may stand in the text.
    pub(crate) agreed: bool,
}

/// What a text mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mentions<'t> {
    /// The business associate of "its business associate (BA), X, sent".
    pub(super) vendor: Option<&'t str>,
    /// Whether the text is OCR's about a settlement, which is put on each report that it settles.
    pub(super) settled: bool,
}

impl<'t> Mentions<'t> {
    /// What `text` mentions. The whole of it is searched where nothing was `seen`.
    pub(crate) fn of(text: &'t str, seen: Option<Seen<'_>>) -> Self {
        let settled = seen.is_none_or(|seen| seen.agreed) && AGREED.find(text.as_bytes()).is_some();
        let vendor = match seen.and_then(|seen| seen.parties) {
            Some(parties) => named_behind(text, parties.iter().filter_map(|&at| behind_associate(text, at as usize))),
            None => named_behind(text, ASSOCIATE.find_iter(text.as_bytes()).map(|at| at + ASSOCIATE.needle().len())),
        };
        Self { vendor, settled }
    }
}

/// The end of "business associate", whose second word begins at `at`.
fn behind_associate(text: &str, at: usize) -> Option<usize> {
    let (business, associate) = ASSOCIATE.needle().split_at(BUSINESS);
    let (before, behind) = text.as_bytes().split_at_checked(at)?;
    (before.ends_with(business) && behind.starts_with(associate)).then_some(at + associate.len())
}

/// The first name that stands behind one of `ends`.
fn named_behind(text: &str, ends: impl Iterator<Item = usize>) -> Option<&str> {
    ends.take(MOST_MENTIONS).filter_map(|end| text.get(end..)).find_map(|rest| name_at(after_brackets(rest).strip_prefix(", ")?))
}

/// `text` behind an abbreviation in brackets, such as ` (BA)`.
fn after_brackets(text: &str) -> &str {
    text.strip_prefix(" (").and_then(|rest| rest.split_once(')')).filter(|(inside, _)| inside.len() <= 12).map_or(text, |(_, rest)| rest)
}

/// The name at the start of `text`: up to a comma that is followed by no legal form, to a bracket, to the end of the sentence or to a word in
/// lower case that is no part of names.
fn name_at(text: &str) -> Option<&str> {
    if !text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()) {
        return None;
    }
    let head = &text[..text.floor_char_boundary(LONGEST_NAME)];
    let mut words = head.split_inclusive(' ').peekable();
    let mut end = 0;
    while let Some(word) = words.next() {
        let plain = word.trim_end();
        if plain.starts_with('(') || (plain.starts_with(char::is_lowercase) && !INSIDE_NAMES.contains(&plain.trim_end_matches(','))) {
            break;
        }
        end += word.len();
        let form_follows = words.peek().is_some_and(|next| is_legal_form(next));
        let sentence_ends = plain.ends_with('.') && !is_legal_form(plain) && plain.len() > 4;
        if (plain.ends_with([',', ';', ':']) && !form_follows) || sentence_ends {
            break;
        }
        if plain.is_empty() {
            break;
        }
    }
    let name = head[..end].trim_end_matches([',', ';', ':', ' ']);
    let cut_short = end == head.len() && head.len() < text.len();
    (name.len() >= 3 && !cut_short).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vendor_is_named_behind_its_role() {
        for (text, name) in [
            ("Its business associate (BA), Print & Post, Inc., sent letters", Some("Print & Post, Inc.")),
            ("Its business associate, Print and Post experienced a fire", Some("Print and Post")),
            ("A hacker entered a server of its business associate (BA), Old Mill Billing. The server", Some("Old Mill Billing.")),
            ("Its business associate (\u{201c}BA\u{201d}), Center for Care of Maine (CCM), lost a box", Some("Center for Care of Maine")),
            ("the business associate (BA) sent letters", None),
            ("a business associate's employee, John, left", None),
        ] {
            assert_eq!(Mentions::of(text, None).vendor, name, "{text}");
            let parties: Vec<u32> = text.match_indices("associate").filter_map(|(at, _)| u32::try_from(at).ok()).collect();
            let seen = Seen { parties: Some(&parties), agreed: true };
            assert_eq!(Mentions::of(text, Some(seen)), Mentions::of(text, None), "{text}");
        }
        let long = format!("its business associate, {}", "Very Long Name ".repeat(50));
        assert_eq!(Mentions::of(&long, None).vendor, None, "what does not end is no name");
    }
}
