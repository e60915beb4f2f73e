//! The form's closed lists: each term's label as the portal spells it, a stable key, known synonyms, and the era in which it held.

mod breach;
mod entity;
mod filing;
mod notice;
mod set;
mod state;

pub use breach::{BreachType, Clinical, Demographic, Financial, Location, PhiType, Safeguard};
pub use entity::{Agent, EntityType, PhoneUsage};
pub use filing::{Affecting, Filer, Form, ReportType};
pub use notice::{Action, IndividualMethod, MediaMethod, StatementForm, SubstituteMethod, SubstituteSize};
pub use set::TermSet;
pub use state::State;

/// Longest text, in bytes, that is compared letter by letter with the labels: every label is shorter.
const LONGEST_SLIP: usize = 200;

/// One term of a list.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// As the portal spells it; the canonical form.
    pub label: &'static str,
    /// Stable, snake case, never shown to filers.
    pub key: &'static str,
    /// Other spellings that mean this term and no other, in lower case.
    pub synonyms: &'static [&'static str],
    /// The last day on which the form offered the term, as year, month, day; none while it does.
    pub until: Option<(i32, u32, u32)>,
}

/// A closed list of the form.
pub trait Term: Copy + Eq + std::fmt::Debug + 'static {
    /// What the list is called on the form, in lower case.
    const LIST: &'static str;
    /// Every term, in the portal's (alphabetical) order or the form's where it has one.
    const ALL: &'static [Self];
    /// The entries of `ALL`, in its order.
    const ENTRIES: &'static [Entry];
    /// The position in `ALL`.
    fn index(self) -> usize;

    /// The portal's label.
    fn label(self) -> &'static str {
        Self::ENTRIES[self.index()].label
    }

    /// Whether the current form still offers the term.
    fn is_current(self) -> bool {
        Self::ENTRIES[self.index()].until.is_none()
    }

    /// Reads `raw` as a term: exactly, or else as the term it most likely means. Never matches by substring.
    fn read(raw: &str) -> Reading<Self> {
        if let Some(exact) = Self::ENTRIES.iter().position(|entry| entry.label == raw) {
            return Reading::Exact(Self::ALL[exact]);
        }
        let folded = fold(raw);
        if folded.is_empty() {
            return Reading::Unknown;
        }
        let means =
            |entry: &Entry| fold(entry.label) == folded || entry.key == raw || entry.synonyms.iter().any(|synonym| fold(synonym) == folded);
        if let Some(index) = Self::ENTRIES.iter().position(means) {
            return Reading::Means(Self::ALL[index]);
        }
        if folded.len() > LONGEST_SLIP {
            return Reading::Unknown;
        }
        let distance = |entry: &Entry| strsim::damerau_levenshtein(&fold(entry.label), &folded);
        let mut near: Vec<(usize, usize)> = Self::ENTRIES.iter().map(distance).enumerate().map(|(index, far)| (far, index)).collect();
        near.sort_unstable();
        match near[..] {
            // Two letters off in a word of eight or more, and nothing else as near: a typing slip.
            [(far, index), ..] if far <= 2 && folded.len() >= 8 && near.get(1).is_none_or(|&(next, _)| next > far + 1) => {
                Reading::Near(Self::ALL[index])
            }
            _ => Reading::Unknown,
        }
    }
}

/// How a text was read as a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading<T> {
    /// It is the label.
    Exact(T),
    /// It is a known spelling of the term.
    Means(T),
    /// It is a typing slip away from the term's label.
    Near(T),
    /// It is no term of the list.
    Unknown,
}

impl<T> Reading<T> {
    /// The term, if one was recognised.
    pub fn term(self) -> Option<T> {
        match self {
            Self::Exact(term) | Self::Means(term) | Self::Near(term) => Some(term),
            Self::Unknown => None,
        }
    }
}

/// Case, spacing and punctuation removed: what two spellings of one label have in common. Signs that compare stay: "<500" is not "500+".
fn fold(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric() || "<>=+".contains(*character)).flat_map(char::to_lowercase).collect()
}

macro_rules! terms {
    ($(#[$doc:meta])* $name:ident, $list:literal, {
        $($(#[$entry_doc:meta])* $variant:ident = $label:literal / $key:literal [$($synonym:literal),* $(,)?] $(until $until:tt)?;)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name {
            $(#[doc = $label] $(#[$entry_doc])* $variant,)+
        }

        impl crate::report::terms::Term for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const ENTRIES: &'static [crate::report::terms::Entry] = &[$(
                crate::report::terms::Entry {
                    label: $label,
                    key: $key,
                    synonyms: &[$($synonym),*],
                    until: terms!(@until $($until)?),
                }
            ),+];
            fn index(self) -> usize {
                self as usize
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(crate::report::terms::Term::label(*self))
            }
        }
    };
    (@until $until:tt) => { Some($until) };
    (@until) => { None };
}
use terms;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_term_are_recognised_and_others_are_not() {
        assert_eq!(BreachType::read("Hacking/IT Incident"), Reading::Exact(BreachType::HackingIt));
        assert_eq!(BreachType::read("Cyberattack"), Reading::Means(BreachType::HackingIt));
        assert_eq!(BreachType::read("Unauthorized Access / Disclosure"), Reading::Means(BreachType::UnauthorizedAccess));
        assert_eq!(BreachType::read("Improper Dispsal"), Reading::Near(BreachType::ImproperDisposal));
        assert_eq!(BreachType::read("Fire"), Reading::Unknown);
        assert_eq!(Location::read("E-mail"), Reading::Means(Location::Email));
        assert_eq!(Location::read("Paper"), Reading::Means(Location::PaperFilms));
        assert_eq!(Location::read("Other"), Reading::Exact(Location::Other));
        assert_eq!(EntityType::read("Healthcare Clearinghouse"), Reading::Means(EntityType::ClearingHouse));
        assert_eq!(BreachType::read(""), Reading::Unknown);
    }
}
