//! A text as it is matched: lower case, one blank for white space and hyphens, straight quotes; with the way back to the bytes of the text.

use super::block::{BLOCK, block, equal, mask, places, wide};
use crate::source::Span;

/// White space of a text.
fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

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
        super::steps::note(from.len());
        // Most bytes stay as they are: what lies between the others is copied at once.
        let mut done = 0;
        let mut wide_before = 0;
        for start in (0..from.len()).step_by(BLOCK) {
            let here = block(from, start);
            let white = mask(&here, |bytes| equal(bytes, b' ') | equal(bytes, b'\t') | equal(bytes, b'\n') | equal(bytes, b'\r'));
            let other = mask(&here, |bytes| equal(bytes, b'-') | wide(bytes));
            let wide = white | other;
            let after_wide = wide << 1 | wide_before >> (BLOCK - 1);
            for at in places(other | (white & after_wide)).map(|bit| start + bit).filter(|&at| at < from.len()) {
                if at >= done {
                    plain.bytes.extend_from_slice(&from[done..at]);
                    done = at + plain.other(from, at);
                }
            }
            wide_before = wide;
        }
        plain.bytes.extend_from_slice(&from[done..]);
        for byte in &mut plain.bytes {
            *byte = if is_white(*byte) { b' ' } else { byte.to_ascii_lowercase() };
        }
        plain
    }

    /// Writes what the byte at `at` stands for, which is not itself; gives how many bytes it took.
    fn other(&mut self, from: &[u8], at: usize) -> usize {
        let byte = from[at];
        let (written, length) = match byte {
            b'-' => (self.hyphen(), 1),
            0xC2 if from.get(at + 1) == Some(&0xA0) => (Some(b' '), 2),
            0xE2 if from.get(at + 1) == Some(&0x80) => match from.get(at + 2) {
                Some(0x90 | 0x91) => (self.hyphen(), 3),
                Some(0x92..=0x95) => (Some(b' '), 3),
                Some(0x98 | 0x99) => (Some(b'\''), 3),
                Some(0x9C | 0x9D) => (Some(b'"'), 3),
                _ => (Some(byte), 1),
            },
            _ if is_white(byte) => (Some(b' '), 1),
            _ => (Some(byte), 1),
        };
        match written {
            Some(b' ') if self.bytes.last().copied().is_some_and(is_white) => self.skip(length),
            Some(written) => {
                self.bytes.push(written);
                if length > 1 {
                    self.skip(length - 1);
                }
            }
            None => self.skip(length),
        }
        length
    }

    /// A hyphen is a blank, but for the one in `e-mail`.
    fn hyphen(&self) -> Option<u8> {
        match self.bytes.as_slice() {
            [b'e' | b'E'] | [.., b' ' | b'\t' | b'\n' | b'\r' | b'(' | b'"', b'e' | b'E'] => None,
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
