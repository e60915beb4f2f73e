//! A text as it is matched: lower case, one blank for white space and hyphens, straight quotes; with the way back to the bytes of the text.

use crate::source::Span;

/// The matched form of a text. Every byte of it knows where it came from.
#[derive(Debug, Default)]
pub(super) struct Plain {
    bytes: Vec<u8>,
    /// Offsets at which the distance to the text changes: the offset here, and the offset in the text.
    steps: Vec<(u32, u32)>,
}

impl Plain {
    /// The matched form of `text[within]`.
    pub(super) fn of(text: &str, within: Span) -> Self {
        let range = within.range();
        let from = text.as_bytes().get(range.clone()).unwrap_or_default();
        let mut plain = Self { bytes: Vec::with_capacity(from.len()), steps: Vec::new() };
        plain.step(range.start);
        let mut at = 0;
        super::steps::note(from.len());
        while let Some(&byte) = from.get(at) {
            let (written, length) = match byte {
                b' ' | b'\t' | b'\n' | b'\r' => (Some(b' '), 1),
                b'-' => (plain.hyphen(), 1),
                0xC2 if from.get(at + 1) == Some(&0xA0) => (Some(b' '), 2),
                0xE2 if from.get(at + 1) == Some(&0x80) => match from.get(at + 2) {
                    Some(0x90 | 0x91) => (plain.hyphen(), 3),
                    Some(0x92..=0x95) => (Some(b' '), 3),
                    Some(0x98 | 0x99) => (Some(b'\''), 3),
                    Some(0x9C | 0x9D) => (Some(b'"'), 3),
                    _ => (Some(byte), 1),
                },
                _ => (Some(byte.to_ascii_lowercase()), 1),
            };
            match written {
                Some(b' ') if plain.bytes.last() == Some(&b' ') => plain.skip(length),
                Some(written) => {
                    plain.bytes.push(written);
                    if length > 1 {
                        plain.skip(length - 1);
                    }
                }
                None => plain.skip(length),
            }
            at += length;
        }
        plain
    }

    /// A hyphen is a blank, but for the one in `e-mail`.
    fn hyphen(&self) -> Option<u8> {
        match self.bytes.as_slice() {
            [b'e'] | [.., b' ' | b'(' | b'"', b'e'] => None,
            _ => Some(b' '),
        }
    }

    fn step(&mut self, text: usize) {
        let here = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        let text = u32::try_from(text).unwrap_or(u32::MAX);
        match self.steps.last_mut() {
            Some(last) if last.0 == here => last.1 = text,
            _ => self.steps.push((here, text)),
        }
    }

    /// Leaves out `length` bytes of the text.
    fn skip(&mut self, length: usize) {
        let next = self.origin(self.bytes.len()) + length;
        self.step(next);
    }

    /// Where byte `at` came from.
    pub(super) fn origin(&self, at: usize) -> usize {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let after = self.steps.partition_point(|step| step.0 <= at);
        let (here, text) = self.steps.get(after.saturating_sub(1)).copied().unwrap_or_default();
        (text + (at - here)) as usize
    }

    /// The bytes to be matched.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_to_the_same_words() {
        let text = "An  E-mail\r\nof the \u{201c}third\u{2011}party\u{201d}\u{a0}was  opened";
        let plain = Plain::of(text, Span::new(0, text.len()));
        assert_eq!(std::str::from_utf8(plain.bytes()), Ok("an email of the \"third party\" was opened"));
        for (here, there) in [("email", "E-mail"), ("third party", "third\u{2011}party"), ("opened", "opened"), ("was", "was")] {
            let matched = std::str::from_utf8(plain.bytes()).unwrap();
            let start = matched.find(here).unwrap();
            let range = plain.origin(start)..plain.origin(start + here.len() - 1) + 1;
            assert_eq!(&text[range], there);
        }
    }

    #[test]
    fn any_text_has_a_matched_form_no_longer_than_itself() {
        for text in ["", "-", "e-", "\u{2019}", "\u{e2}", "  ", "é—ß", "E-E-E-"] {
            let plain = Plain::of(text, Span::new(0, text.len()));
            assert!(plain.bytes().len() <= text.len());
            assert!((0..plain.bytes().len()).all(|at| plain.origin(at) < text.len()), "{text:?}");
        }
    }
}
