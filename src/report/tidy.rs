//! Whether a text is as tidy as the canonical form wants it, which most texts are: one look at its bytes, many in a step.

use wide::u8x16;

use crate::source::steps::{self, STEP};

/// Whether text is ASCII with single spaces between words, none at either end, and nothing else that is blank or a control character. Of
/// several `lines`, none is empty, and no space stands beside a line break.
pub(crate) fn is_tidy(text: &str, lines: bool) -> bool {
    let bytes = text.as_bytes();
    let is_blank = |byte: u8| byte == b' ' || (lines && byte == b'\n');
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else { return false };
    if is_blank(first) || is_blank(last) {
        return false;
    }
    let (whole, rest) = bytes.as_chunks();
    // The lowest bit: whether a blank stands in front.
    let mut before = 0;
    let mut fits = |step: &[u8; STEP]| {
        let mut blank = steps::equal(step, b' ');
        if steps::any(step, |bytes| !is_printable(bytes)) {
            let others = steps::mask(step, |bytes| !is_printable(bytes));
            if !lines || !are_feeds(step, others) {
                return false;
            }
            blank |= others;
        }
        let doubled = blank & (blank << 1 | before);
        before = blank >> (STEP - 1);
        doubled == 0
    };
    if !whole.iter().all(&mut fits) {
        return false;
    }
    // What stands behind the last bytes is neither blank nor strange.
    fits(&steps::last(rest, b'A'))
}

/// Which bytes are printable ASCII, spaces included.
#[inline]
fn is_printable(bytes: u8x16) -> u8x16 {
    // They are the only ones that are greater than this, as numbers with a sign, once one is added.
    let (one, space) = (u8x16::splat(1), u8x16::splat(b' ').cast_signed());
    (bytes + one).cast_signed().simd_gt(space).cast_unsigned()
}

/// Whether each of `places` holds a line feed.
fn are_feeds(step: &[u8; STEP], mut places: u64) -> bool {
    while places != 0 {
        if step[places.trailing_zeros() as usize] != b'\n' {
            return false;
        }
        places &= places - 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, letter by letter.
    fn closely(text: &str, lines: bool) -> bool {
        let blank = |byte: &u8| *byte == b' ' || (lines && *byte == b'\n');
        let bytes = text.as_bytes();
        !bytes.is_empty()
            && bytes.iter().all(|byte| matches!(byte, b'!'..=b'~') || blank(byte))
            && !bytes.windows(2).any(|pair| pair.iter().all(blank))
            && !bytes.first().is_some_and(blank)
            && !bytes.last().is_some_and(blank)
    }

    #[test]
    fn one_look_tells_what_a_close_look_would() {
        for length in 0..200 {
            for at in 0..length {
                for with in
                    ["a", " ", "  ", "\n", "\n\n", " \n", "\t", "\r", "\0", "\u{1f}", "!", "~", "\u{7f}", "\u{80}", "é", "\u{ff}", "😀"]
                {
                    let text = format!("{}{with}{}", "x".repeat(at), "x".repeat(length - at));
                    for lines in [false, true] {
                        assert_eq!(is_tidy(&text, lines), closely(&text, lines), "{text:?}");
                    }
                }
            }
        }
        for byte in 0..128u8 {
            let text = format!("a{}b", char::from(byte));
            assert_eq!((is_tidy(&text, false), is_tidy(&text, true)), (closely(&text, false), closely(&text, true)), "{byte}");
        }
    }
}
