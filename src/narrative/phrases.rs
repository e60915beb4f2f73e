//! Finds fixed phrases where words begin. Built in a fraction of a millisecond, because most runs read one draft: an automaton takes longer to
//! build than such a text to read.

/// Phrases, sorted, with the ranges of those that begin with the same two bytes.
pub(super) struct Phrases {
    /// The phrase, its number in the table, and whether it must end a word.
    sorted: Vec<(&'static [u8], u16, bool)>,
    /// By first and second byte, folded to six bits each: where its phrases start. One more at the end.
    starts: Vec<u16>,
}

/// Folds a byte to six bits, so that letters keep apart.
const fn fold(byte: u8) -> usize {
    (byte & 0x3F) as usize
}

fn bucket(bytes: &[u8]) -> usize {
    (fold(bytes[0]) << 6) | bytes.get(1).map_or(0, |&second| fold(second))
}

/// Whether a word goes on at `at`.
fn in_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
}

impl Phrases {
    /// An index of `phrases`, at least two bytes each; a `*` at the end lets a hit end inside a word.
    pub(super) fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let mut sorted: Vec<_> = (0_u16..)
            .zip(phrases)
            .map(|(number, phrase)| {
                let stem = phrase.strip_suffix('*');
                (stem.unwrap_or(phrase).as_bytes(), number, stem.is_none())
            })
            .collect();
        // The longest first within a bucket, so that the first that fits is the longest.
        sorted.sort_unstable_by_key(|(phrase, ..)| (bucket(phrase), usize::MAX - phrase.len()));
        let mut starts = Vec::with_capacity((1 << 12) + 1);
        let mut at = 0;
        for wanted in 0..=1 << 12 {
            while sorted.get(at).is_some_and(|(phrase, ..)| bucket(phrase) < wanted) {
                at += 1;
            }
            starts.push(u16::try_from(at).unwrap_or(u16::MAX));
        }
        Self { sorted, starts }
    }

    /// Calls `hit` with the number, start and end of every hit in `bytes` (lower case), in their order. Where two overlap, the one that starts
    /// first counts, then the longer.
    pub(super) fn find(&self, bytes: &[u8], mut hit: impl FnMut(u16, usize, usize)) {
        let mut at = 0;
        while at + 1 < bytes.len() {
            if at > 0 && in_word(bytes, at - 1) && in_word(bytes, at) {
                at += 1;
                continue;
            }
            let rest = &bytes[at..];
            let bucket = bucket(rest);
            let candidates = &self.sorted[self.starts[bucket] as usize..self.starts[bucket + 1] as usize];
            super::steps::note(1 + candidates.len());
            let found = candidates.iter().find(|(phrase, _, whole)| rest.starts_with(phrase) && !(*whole && in_word(rest, phrase.len())));
            match found {
                Some((phrase, number, _)) => {
                    hit(*number, at, at + phrase.len());
                    at += phrase.len();
                }
                None => at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_whole_phrase_counts_where_words_begin() {
        let phrases = Phrases::new(["lost", "lost in", "laptop*", "to line", ", but", "in"].into_iter());
        let mut found = Vec::new();
        let text = "he lost inlaid laptops, but not lost in the to line x";
        phrases.find(text.as_bytes(), |number, start, end| found.push((number, &text[start..end])));
        assert_eq!(found, [(0, "lost"), (2, "laptop"), (4, ", but"), (1, "lost in"), (3, "to line")]);
        phrases.find(b"", |_, _, _| unreachable!());
        phrases.find(b"l", |_, _, _| unreachable!());
    }
}
