//! Spellings of one name: those that fold alike, and those that differ by a slip of the pen.

use std::collections::HashSet;

use crate::report::digest::Digest;
use crate::report::terms::Term;

/// Names on either side, in the order of the alphabet, with which one is compared.
const WINDOW: usize = 4;
/// Shorter names differ by a letter because they are different names; from the longer on, two letters may differ.
const ONE_SLIP: usize = 12;
const TWO_SLIPS: usize = 24;
/// Bytes from the first slip to the last: beyond it two names of one State are two names.
const FAR_APART: usize = 16;
/// Longest name that is compared, in bytes.
const LONGEST: usize = 200;
/// Spellings of one name that are told apart.
const SPELLINGS: usize = 16;

/// Gives each row whose spelling of the name was not met before, and the first row of the name. The rows have one folded name.
pub(super) fn variants(rows: &[Digest], mut found: impl FnMut(&Digest, &Digest)) {
    let Some(first) = rows.iter().min_by_key(|row| row.row()) else { return };
    if rows.len() == 1 || first.name() == 0 {
        return;
    }
    let mut met = vec![first.written()];
    for row in rows {
        if met.len() < SPELLINGS && !met.contains(&row.written()) {
            met.push(row.written());
            found(first, row);
        }
    }
}

/// The first row of each folded name, and the name itself.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    known: HashSet<u64>,
    text: String,
    names: Vec<Name>,
}

#[derive(Debug)]
struct Name {
    start: usize,
    end: usize,
    row: Digest,
}

impl Spellings {
    /// Takes the folded name of a row; empty where slips are no longer looked for.
    pub(super) fn add(&mut self, row: &Digest, folded: &str) {
        if !(ONE_SLIP..=LONGEST).contains(&folded.len()) || !self.known.insert(row.name()) {
            return;
        }
        let start = self.text.len();
        self.text.push_str(folded);
        self.names.push(Name { start, end: self.text.len(), row: *row });
    }

    /// Gives the pairs of one State that are a slip apart: neighbors in the order of their beginnings or of their ends. The row that stands
    /// first comes first.
    pub(super) fn near(&self, mut found: impl FnMut(&Digest, &Digest)) {
        let mut pairs = HashSet::new();
        let backward: String = self.text.chars().rev().collect();
        for reversed in [false, true] {
            let text = |name: &Name| {
                let all = self.text.len();
                if reversed { &backward[all - name.end..all - name.start] } else { &self.text[name.start..name.end] }
            };
            let mut order: Vec<(usize, &str, u32)> =
                self.names.iter().filter_map(|name| Some((name.row.state()?.index(), text(name), name.row.row()))).collect();
            order.sort_unstable();
            for (at, (state, one, row)) in order.iter().enumerate() {
                for (other_state, other, other_row) in order.iter().skip(at + 1).take(WINDOW) {
                    if state == other_state && is_slip(one, other) {
                        pairs.insert(((*row).min(*other_row), (*row).max(*other_row)));
                    }
                }
            }
        }
        let mut pairs: Vec<(u32, u32)> = pairs.into_iter().collect();
        pairs.sort_unstable();
        let row = |number: u32| self.names.binary_search_by_key(&number, |name| name.row.row()).ok().map(|at| &self.names[at].row);
        for (one, other) in pairs {
            if let (Some(one), Some(other)) = (row(one), row(other)) {
                found(one, other);
            }
        }
    }
}

/// Whether two folded names differ by letters that a hand may slip on, and by no digit.
fn is_slip(one: &str, other: &str) -> bool {
    let allowed = if one.len().min(other.len()) >= TWO_SLIPS { 2 } else { 1 };
    if one.len().abs_diff(other.len()) > allowed {
        return false;
    }
    let (one, other) = differing(one, other);
    one.len().max(other.len()) <= FAR_APART
        && one.bytes().filter(u8::is_ascii_digit).eq(other.bytes().filter(u8::is_ascii_digit))
        && strsim::osa_distance(one, other) <= allowed
}

/// What is left of two texts without what they begin and end with in common.
fn differing<'t>(one: &'t str, other: &'t str) -> (&'t str, &'t str) {
    let same = |(one, other): &(char, char)| one == other;
    let begin: usize = one.chars().zip(other.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (one, other) = (&one[begin..], &other[begin..]);
    let end: usize = one.chars().rev().zip(other.chars().rev()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    (&one[..one.len() - end], &other[..other.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_a_letter_or_two_in_a_long_name() {
        assert!(is_slip("frederick hospital memorial", "frederick hospitial memorial"));
        assert!(is_slip("center health valley", "center health vallye"));
        assert!(!is_slip("clinic mill old", "clinic hill old dr"));
        assert!(!is_slip("clinic number 12 of old mill", "clinic number 13 of old mill"));
    }
}
