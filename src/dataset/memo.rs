//! What a cell of a closed list was read as, by its exact text. A table of fixed size: a file with ever new texts costs time, never memory.

use super::near::{self, Head};

/// Slots of a table, two of which each text may stand in; one whose two slots are taken by others is read again. A power of two.
const SLOTS: usize = 256;
/// Longer texts are no list of terms, and are not kept.
const LONGEST: usize = 256;

/// Remembers readings of type `T`.
#[derive(Debug)]
pub(super) struct Memo<T> {
    slots: Vec<Option<Known<T>>>,
    next: u16,
}

#[derive(Debug)]
struct Known<T> {
    head: Head,
    text: Box<str>,
    value: T,
    id: u16,
}

impl<T: Copy> Memo<T> {
    pub(super) fn new() -> Self {
        Self { slots: std::iter::repeat_with(|| None).take(SLOTS).collect(), next: 0 }
    }

    /// What `text`, which begins with `head`, was read as, and the number of this text, which no other text of this table has.
    #[inline]
    pub(super) fn get(&self, head: &Head, text: &str) -> Option<(T, u16)> {
        let first = slot(head, text);
        let known = |slot: usize| self.slots[slot].as_ref().filter(|known| known.is(head, text));
        known(first).or_else(|| known(first + 1)).map(|known| (known.value, known.id))
    }

    /// Remembers that `text` reads as `value`. Once the numbers are used up, nothing more is learnt.
    pub(super) fn learn(&mut self, head: &Head, text: &str, value: T) {
        if text.len() <= LONGEST && self.next < u16::MAX {
            self.next += 1;
            let first = slot(head, text);
            // The older one of two goes.
            self.slots[first + 1] = self.slots[first].take();
            self.slots[first] = Some(Known { head: *head, text: text.into(), value, id: self.next });
        }
    }
}

impl<T> Known<T> {
    /// Whether it is `text`, which begins with `head`: mostly all of it.
    #[inline]
    fn is(&self, head: &Head, text: &str) -> bool {
        self.head == *head && self.text.len() == text.len() && (text.len() <= near::LONGEST || *self.text == *text)
    }
}

/// The first of the two slots of a text: most of its head, its length and the end of a long one, mixed. Texts of one list differ there.
#[inline]
fn slot(&[one, two, three, _]: &Head, text: &str) -> usize {
    let tail = if text.len() > near::LONGEST { text.as_bytes().last_chunk().map_or(0, |tail| u64::from_le_bytes(*tail)) } else { 0 };
    let word = one ^ two.rotate_left(21) ^ three.rotate_left(42) ^ tail.rotate_left(31) ^ text.len() as u64;
    let word = word ^ word >> 32;
    usize::try_from(word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56).unwrap_or(0) % (SLOTS / 2) * 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::near::head;

    fn get(memo: &Memo<usize>, text: &str) -> Option<(usize, u16)> {
        memo.get(&head("", text), text)
    }

    fn learn(memo: &mut Memo<usize>, text: &str, value: usize) {
        memo.learn(&head("", text), text, value);
    }

    #[test]
    fn a_text_is_known_by_its_exact_letters() {
        let mut memo = Memo::new();
        learn(&mut memo, "Theft", 1);
        learn(&mut memo, "Theft, Loss", 2);
        assert_eq!(get(&memo, "Theft").map(|(value, _)| value), Some(1));
        assert_eq!(get(&memo, "theft"), None);
        assert_ne!(get(&memo, "Theft").map(|(_, id)| id), get(&memo, "Theft, Loss").map(|(_, id)| id));
        for number in 0..100_000 {
            learn(&mut memo, &format!("term {number}"), number);
        }
        assert!(memo.slots.len() == SLOTS, "the table does not grow");
    }

    #[test]
    fn two_texts_with_the_same_slots_are_both_known() {
        let slot = |text: &str| slot(&head("", text), text);
        let mut alike = (0..1000).map(|number| format!("term {number}")).filter(|text| slot(text) == slot("Theft"));
        let (mut memo, other) = (Memo::new(), alike.next().expect("one in a hundred"));
        learn(&mut memo, "Theft", 1);
        learn(&mut memo, &other, 2);
        assert_eq!([get(&memo, "Theft"), get(&memo, &other)].map(|known| known.map(|(value, _)| value)), [Some(1), Some(2)]);
        learn(&mut memo, &alike.next().expect("another"), 3);
        assert_eq!(get(&memo, "Theft"), None, "the older one goes");
    }
}
