//! Spellings of one name: those that fold alike, and those that differ by a slip of the pen.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

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

/// The first row of each folded name that has a State, and the name itself.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    known: HashSet<u64, BuildHasherDefault<AsItIs>>,
    text: String,
    names: Vec<Name>,
}

#[derive(Debug)]
struct Name {
    start: usize,
    end: usize,
    /// A bit for each letter of ASCII that stands in it.
    letters: u32,
    /// A number for its digits.
    digits: u32,
    row: Digest,
}

impl Spellings {
    /// Takes the folded name of a row; empty where slips are no longer looked for.
    pub(super) fn add(&mut self, row: &Digest, folded: &str) {
        if !(ONE_SLIP..=LONGEST).contains(&folded.len()) || !self.known.insert(row.name()) || row.state().is_none() {
            return;
        }
        let (mut letters, mut digits) = (0, 0_u32);
        for byte in folded.bytes() {
            letters |= u32::from(byte.is_ascii_lowercase()) << (byte & 31);
            if byte.is_ascii_digit() {
                digits = (digits ^ u32::from(byte)).wrapping_mul(0x9e37_79b1);
            }
        }
        let start = self.text.len();
        self.text.push_str(folded);
        self.names.push(Name { start, end: self.text.len(), letters, digits, row: *row });
    }

    /// Gives the pairs of one State that are a slip apart: neighbors in the order of their beginnings or of their ends. The row that stands
    /// first comes first.
    pub(super) fn near(&self, mut found: impl FnMut(&Digest, &Digest)) {
        let forward = |name: &Name| &self.text[name.start..name.end];
        let reversed: String = self.text.chars().rev().collect();
        let backward = |name: &Name| &reversed[reversed.len() - name.end..reversed.len() - name.start];
        let orders = [self.in_order(forward), self.in_order(backward)];
        let mut pairs: Vec<(&Name, &Name)> = Vec::new();
        for (order, at) in orders.iter().flat_map(|order| (0..order.len()).map(move |at| (order, at))) {
            let (state, one) = order[at];
            for &(other_state, other) in order.iter().skip(at + 1).take(WINDOW) {
                if state == other_state && one.may_be_slip_of(other) && is_slip(forward(one), forward(other)) {
                    pairs.push(if one.start < other.start { (one, other) } else { (other, one) });
                }
            }
        }
        pairs.sort_unstable_by_key(|(one, other)| (one.start, other.start));
        pairs.dedup_by_key(|(one, other)| (one.start, other.start));
        for (one, other) in pairs {
            found(&one.row, &other.row);
        }
    }

    /// The names with their States, by these and by `text`. Most are told apart by what fits in a number.
    fn in_order<'s>(&'s self, text: impl Fn(&'s Name) -> &'s str) -> Vec<(u8, &'s Name)> {
        let key = |name: &'s Name| Some(u128::from(u8::try_from(name.row.state()?.index()).ok()?) << 120 | first(text(name)) >> 8);
        let mut keyed: Vec<(u128, &Name)> = self.names.iter().filter_map(|name| Some((key(name)?, name))).collect();
        keyed.sort_unstable_by(|one, other| one.0.cmp(&other.0).then_with(|| text(one.1).cmp(text(other.1))));
        keyed.into_iter().filter_map(|(key, name)| Some((u8::try_from(key >> 120).ok()?, name))).collect()
    }
}

impl Name {
    /// Names with other digits, or many letters that the other does not have, need not be compared letter by letter.
    fn may_be_slip_of(&self, other: &Self) -> bool {
        let allowed = allowed((self.end - self.start).min(other.end - other.start));
        self.digits == other.digits && (self.letters ^ other.letters).count_ones() <= 2 * allowed
    }
}

/// The first bytes of `text` as a number; with zeros behind fewer.
fn first(text: &str) -> u128 {
    let text = text.as_bytes();
    let mut bytes = [0; 16];
    match text.first_chunk() {
        Some(first) => bytes = *first,
        None => bytes[..text.len()].copy_from_slice(text),
    }
    u128::from_be_bytes(bytes)
}

/// Hashes are as good as numbers as any that could be made of them.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |number, &byte| number.rotate_left(8) ^ u64::from(byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// Letters that may differ in names of which the shorter has `length` bytes.
fn allowed(length: usize) -> u32 {
    if length >= TWO_SLIPS { 2 } else { 1 }
}

/// Whether two folded names differ by letters that a hand may slip on, and by no digit.
fn is_slip(one: &str, other: &str) -> bool {
    let allowed = allowed(one.len().min(other.len())) as usize;
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
