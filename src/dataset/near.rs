//! Short cells as numbers. As many bytes are always taken, whatever stands behind the cell, and those behind it are put out: how long a cell is,
//! no processor foresees, and a loop over its bytes or a copy of them costs more than all of them at once.

use crate::source::steps::ones_then_zeros;

/// Bytes of the longest cell that is known by its numbers alone.
pub(super) const LONGEST: usize = 32;
/// Bytes of a number.
const EIGHT: usize = 8;

/// The first bytes of a text, with zeros behind fewer.
pub(super) type Head = [u64; LONGEST / EIGHT];

static KEPT: [u8; 2 * LONGEST] = ones_then_zeros();

/// The bytes of `block` from where `text` begins, whatever stands behind it; none where it is too near the end, or is no part of the block.
#[inline]
pub(super) fn from<'b, const MANY: usize>(block: &'b str, text: &str) -> Option<&'b [u8; MANY]> {
    let at = text.as_ptr().addr().wrapping_sub(block.as_ptr().addr());
    block.as_bytes().get(at..)?.first_chunk()
}

/// The first bytes of `text`, mostly a part of `block`.
#[inline]
pub(super) fn head(block: &str, text: &str) -> Head {
    let bytes: [u8; LONGEST] = from(block, text).copied().unwrap_or_else(|| copied(text));
    let kept: &[u8; LONGEST] = KEPT[LONGEST - text.len().min(LONGEST)..].first_chunk().unwrap_or(&[0; LONGEST]);
    let (bytes, kept) = (bytes.as_chunks().0, kept.as_chunks().0);
    std::array::from_fn(|word| u64::from_le_bytes(bytes[word]) & u64::from_le_bytes(kept[word]))
}

/// The same of a text of at most eight bytes as one number, the first byte lowest; none of a longer or an empty one.
#[inline]
pub(super) fn short(block: &str, text: &str) -> Option<u64> {
    let missing = 8 * u32::try_from(EIGHT.checked_sub(text.len())?).ok()?;
    let bytes = from(block, text).copied().unwrap_or_else(|| copied(text));
    u64::from_le_bytes(bytes).checked_shl(missing).map(|word| word >> missing)
}

/// The number that `text`, at most eight digits, stands for; none of anything else.
#[inline]
pub(super) fn digits(block: &str, text: &str) -> Option<u32> {
    const ZEROS: u64 = u64::from_le_bytes([b'0'; EIGHT]);
    let word = short(block, text)?;
    let shift = 8 * (EIGHT - text.len());
    // With zeros in front there are always eight digits, each a byte.
    let digits = (word << shift | ZEROS.checked_shr(u32::try_from(8 * text.len()).ok()?).unwrap_or(0)) ^ ZEROS;
    let above_nine = digits.wrapping_add(u64::from_le_bytes([0x76; EIGHT])) | digits;
    if above_nine & u64::from_le_bytes([0x80; EIGHT]) != 0 {
        return None;
    }
    // Two digits are joined in each step, then two pairs, then two fours.
    let pairs = (digits * 10 + (digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    u32::try_from((fours * 10_000 + (fours >> 32)) & 0xffff_ffff).ok()
}

#[cold]
fn copied<const MANY: usize>(text: &str) -> [u8; MANY] {
    let mut bytes = [0; MANY];
    let length = text.len().min(MANY);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_numbers_wherever_it_stands() {
        let block = "Unauthorized Access/Disclosure, Loss and much more behind it that is none of the cell's";
        for length in 0..=60 {
            for start in 0..block.len() - length {
                let text = &block[start..start + length];
                let apart = text.to_owned();
                assert_eq!(head(block, text), head("", &apart), "{text}");
                assert_eq!(short(block, text), short("", &apart), "{text}");
                assert_eq!(short(block, text).is_some(), (1..=8).contains(&length));
                let bytes: Vec<u8> = head(block, text).iter().flat_map(|word| word.to_le_bytes()).collect();
                assert!(bytes.starts_with(&text.as_bytes()[..length.min(LONGEST)]));
                assert!(bytes.iter().skip(length).all(|byte| *byte == 0));
            }
        }
    }

    #[test]
    fn digits_are_the_number_that_they_spell() {
        for text in ["0", "7", "10", "999", "1204", "50000", "123456", "1234567", "12345678", "99999999", "00000000", "00000001"] {
            assert_eq!(digits("", text), text.parse().ok(), "{text}");
            let block = format!("{text},\"9\",");
            assert_eq!(digits(&block, &block[..text.len()]), text.parse().ok(), "{text}");
        }
        for at in 0..8 {
            for byte in (0..=127_u8).filter(|byte| !byte.is_ascii_digit()) {
                let mut text = b"12345678".to_vec();
                text[at] = byte;
                for length in at + 1..=8 {
                    assert_eq!(digits("", std::str::from_utf8(&text[..length]).expect("ASCII")), None, "{text:?}");
                }
            }
        }
        for text in ["", "123456789", "é", "1é", "\u{ff}12", "12 ", "+12", "1,204"] {
            assert_eq!(digits("", text), None, "{text}");
        }
    }
}
