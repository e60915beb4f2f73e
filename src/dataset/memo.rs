//! What a cell of a closed list was read as, by its exact text. A table of fixed size: a file with ever new texts costs time, never memory.

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
    text: String,
    value: T,
    id: u16,
}

impl<T: Copy> Memo<T> {
    pub(super) fn new() -> Self {
        Self { slots: std::iter::repeat_with(|| None).take(SLOTS).collect(), next: 0 }
    }

    /// What `text` was read as, and the number of this text, which no other text of this table has.
    pub(super) fn get(&self, text: &str) -> Option<(T, u16)> {
        let first = slot(text);
        let known = |slot: usize| self.slots[slot].as_ref().filter(|known| known.text == text);
        known(first).or_else(|| known(first + 1)).map(|known| (known.value, known.id))
    }

    /// Remembers that `text` reads as `value`. Once the numbers are used up, nothing more is learnt.
    pub(super) fn learn(&mut self, text: &str, value: T) {
        if text.len() <= LONGEST && self.next < u16::MAX {
            self.next += 1;
            let first = slot(text);
            // The older one of two goes.
            self.slots[first + 1] = self.slots[first].take();
            self.slots[first] = Some(Known { text: text.to_owned(), value, id: self.next });
        }
    }
}

/// The first of the two slots of a text: both ends, its middle and its length, mixed. Texts of one list differ there.
fn slot(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(21)
    } else {
        bytes.iter().fold(0, |word, &byte| word << 8 | u64::from(byte))
    };
    let middle = bytes.get(bytes.len() / 2).copied().unwrap_or(0);
    let word = ends ^ (bytes.len() as u64 ^ u64::from(middle) << 8);
    usize::try_from(word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56).unwrap_or(0) % (SLOTS / 2) * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_by_its_exact_letters() {
        let mut memo = Memo::new();
        memo.learn("Theft", 1);
        memo.learn("Theft, Loss", 2);
        assert_eq!(memo.get("Theft").map(|(value, _)| value), Some(1));
        assert_eq!(memo.get("theft"), None);
        assert_ne!(memo.get("Theft").map(|(_, id)| id), memo.get("Theft, Loss").map(|(_, id)| id));
        for number in 0..100_000 {
            memo.learn(&format!("term {number}"), number);
        }
        assert!(memo.slots.len() == SLOTS, "the table does not grow");
    }

    #[test]
    fn two_texts_with_the_same_slots_are_both_known() {
        let mut alike = (0..1000).map(|number| format!("term {number}")).filter(|text| slot(text) == slot("Theft"));
        let (mut memo, other) = (Memo::new(), alike.next().expect("one in a hundred"));
        memo.learn("Theft", 1);
        memo.learn(&other, 2);
        assert_eq!([memo.get("Theft"), memo.get(&other)].map(|known| known.map(|(value, _)| value)), [Some(1), Some(2)]);
        memo.learn(&alike.next().expect("another"), 3);
        assert_eq!(memo.get("Theft"), None, "the older one goes");
    }
}
