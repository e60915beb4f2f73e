//! What many rows have in common, as it is written: made once, then copied. Bounded, whatever comes.

/// Slots of the table; what takes the slot of another is made again when that comes back. A power of two.
const SLOTS: usize = 512;
/// Bytes that are kept. When they are used up, everything is forgotten.
const KEPT: usize = 64 * 1024;

/// Pieces of output, each under a number of its own.
#[derive(Debug)]
pub(super) struct Fragments {
    slots: Vec<Known>,
    bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    key: u64,
    start: u32,
    end: u32,
}

const NONE: Known = Known { key: u64::MAX, start: 0, end: 0 };

impl Fragments {
    pub(super) fn new() -> Self {
        Self { slots: vec![NONE; SLOTS], bytes: Vec::new() }
    }

    /// Writes what stands under `key`, any number but the greatest; made by `make` where it is not known.
    pub(super) fn write(&mut self, key: u64, out: &mut Vec<u8>, make: impl FnOnce(&mut Vec<u8>)) {
        let slot = usize::try_from(key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55).unwrap_or(0) % SLOTS;
        let mut known = self.slots[slot];
        if known.key != key {
            if self.bytes.len() > KEPT {
                self.slots.fill(NONE);
                self.bytes.clear();
            }
            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let start = place(self.bytes.len());
            make(&mut self.bytes);
            known = Known { key, start, end: place(self.bytes.len()) };
            self.slots[slot] = known;
        }
        out.extend_from_slice(&self.bytes[known.start as usize..known.end as usize]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_was_made() {
        let mut fragments = Fragments::new();
        for round in 0..3 {
            for key in 0..3000 {
                let mut out = Vec::new();
                fragments.write(key, &mut out, |out| out.extend_from_slice(format!("piece {key} ").repeat(9).as_bytes()));
                assert_eq!(out, format!("piece {key} ").repeat(9).as_bytes(), "{round}");
            }
        }
        assert!(fragments.bytes.len() < 2 * KEPT, "the table does not grow");
    }
}
