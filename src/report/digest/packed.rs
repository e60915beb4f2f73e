//! Digests on disk, one behind another. Of one that stands near the one before it, as most do, only what is new is written.

use super::{DIGEST_BYTES, Digest, NO_DAY, Spot, take};

/// All of a digest.
const WHOLE: u8 = 0;
/// A digest without a text that stands near the one before it.
const NEAR: u8 = 1;
/// The same, and the hash of its text.
const NEAR_WITH_TEXT: u8 = 2;

/// Writes or reads digests in their order.
#[derive(Debug)]
pub(crate) struct Packing {
    before: Digest,
}

impl Packing {
    /// The most bytes that a digest takes.
    pub(crate) const MOST: usize = 1 + DIGEST_BYTES;

    /// Begins with the first digest.
    pub(crate) fn new() -> Self {
        Self { before: Digest::from_bytes(&[0; DIGEST_BYTES]) }
    }

    /// Writes the next digest behind `out`.
    #[inline]
    pub(crate) fn pack(&mut self, digest: &Digest, out: &mut Vec<u8>) {
        if let Some([rows, lines, low, high, length, more]) = steps(&self.before, digest) {
            let how = if digest.text == 0 { NEAR } else { NEAR_WITH_TEXT };
            out.extend_from_slice(&[how, rows, lines, low, high, length, more, digest.types, digest.locations, digest.state, digest.bits]);
            let mut rest = [0; 20];
            rest[..8].copy_from_slice(&digest.name.to_le_bytes());
            rest[8..12].copy_from_slice(&digest.submitted.to_le_bytes());
            rest[12..16].copy_from_slice(&digest.written.to_le_bytes());
            rest[16..].copy_from_slice(&digest.count.to_le_bytes());
            out.extend_from_slice(&rest);
            if digest.text != 0 {
                out.extend_from_slice(&digest.text.to_le_bytes());
            }
        } else {
            out.push(WHOLE);
            out.extend_from_slice(&digest.to_bytes());
        }
        self.before = *digest;
    }

    /// Reads the next digest from the front of `bytes`; none where they do not hold all of it.
    pub(crate) fn unpack(&mut self, bytes: &mut &[u8]) -> Option<Digest> {
        let (&how, mut rest) = bytes.split_first()?;
        let rest = &mut rest;
        if how == WHOLE {
            let (whole, behind) = rest.split_first_chunk()?;
            self.before = Digest::from_bytes(whole);
            *bytes = behind;
            return Some(self.before);
        }
        if rest.len() < if how == NEAR { 30 } else { 38 } {
            return None;
        }
        let [rows, lines, low, high, length, more, types, locations, state, bits] = take(rest);
        let Spot { line, column, byte, .. } = self.before.spot;
        let length = u16::from(length);
        self.before = Digest {
            name: u64::from_le_bytes(take(rest)),
            submitted: i32::from_le_bytes(take(rest)),
            discovered: NO_DAY,
            written: u32::from_le_bytes(take(rest)),
            count: u32::from_le_bytes(take(rest)),
            text: if how == NEAR { 0 } else { u64::from_le_bytes(take(rest)) },
            row: self.before.row.wrapping_add(rows.into()),
            spot: Spot {
                line: line.wrapping_add(lines.into()),
                column,
                length,
                byte: byte.wrapping_add(u16::from_le_bytes([low, high]).into()),
                bytes: length + u16::from(more),
            },
            types,
            locations,
            state,
            bits,
        };
        *bytes = rest;
        Some(self.before)
    }
}

/// How many rows, lines and bytes (low, high) a digest stands behind the one `before` it, how long its name is in characters, and how many bytes more
/// it takes; none where that is too much for a byte each, or something else must be said.
fn steps(before: &Digest, digest: &Digest) -> Option<[u8; 6]> {
    let (from, to) = (before.spot, digest.spot);
    let near = digest.discovered == NO_DAY && from.column == to.column;
    let [low, high] = u16::try_from(to.byte.wrapping_sub(from.byte)).ok().filter(|_| near)?.to_le_bytes();
    let rows = u8::try_from(digest.row.wrapping_sub(before.row)).ok()?;
    let lines = u8::try_from(to.line.wrapping_sub(from.line)).ok()?;
    let length = u8::try_from(to.length).ok()?;
    let more = u8::try_from(to.bytes.wrapping_sub(to.length)).ok()?;
    Some([rows, lines, low, high, length, more])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::digest::NO_COUNT;

    #[test]
    fn what_is_read_is_what_was_written() {
        let at = |row: u32, line: u32, byte: u32| Digest {
            name: u64::MAX / 3,
            text: 0,
            submitted: 737_000,
            discovered: NO_DAY,
            written: 12,
            count: NO_COUNT,
            row,
            spot: Spot { line, column: 1, length: 20, byte, bytes: 22 },
            types: 1,
            locations: 2,
            state: 3,
            bits: 4,
        };
        let (near, text) = (at(8, 9, 4000), at(9, 11, 5000));
        let all = [
            at(1, 2, 70_000),
            at(2, 3, 70_500),
            Digest { text: 7, ..near },
            text,
            Digest { discovered: 3, ..text },
            Digest { spot: Spot { column: 2, ..text.spot }, ..text },
            Digest { spot: Spot { length: 256, bytes: 256, ..text.spot }, ..text },
            Digest { spot: Spot { length: 20, bytes: 19, ..text.spot }, ..text },
            at(u32::MAX, u32::MAX, u32::MAX),
            at(0, 0, u32::MAX),
            at(1, 0, u32::MAX),
        ];
        let (mut out, mut packing) = (Vec::new(), Packing::new());
        let mut ends = Vec::new();
        for digest in &all {
            packing.pack(digest, &mut out);
            ends.push(out.len());
        }
        assert_eq!((ends[1] - ends[0], ends[0]), (31, Packing::MOST), "a near one takes less, and none more");
        for end in 0..=out.len() {
            let (mut rest, mut packing) = (&out[..end], Packing::new());
            let read: Vec<Digest> = std::iter::from_fn(|| packing.unpack(&mut rest)).collect();
            let whole = ends.iter().filter(|&&last| last <= end).count();
            assert!(read == all[..whole] && rest.len() < Packing::MOST, "{end}");
        }
    }
}
