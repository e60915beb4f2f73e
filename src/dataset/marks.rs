//! Where cells and records end, found for sixty-four bytes in a step: as bits of which bytes are quotes, delimiters and line breaks. Only for
//! text whose quotes all stand where RFC 4180 wants them.

use std::ops::Deref;

use wide::u8x16;

use crate::source::steps::{self, STEP};

/// Cells that end within a step, as far as that is usual.
const USUAL: usize = 6;

/// The places in some bytes that cells are told apart by.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Delimiters and line breaks outside quotes; of CRLF both bytes.
    pub(super) ends: Places,
    /// Those of them that are line breaks.
    pub(super) lines: Places,
    /// Line breaks within quotes; of CRLF the last byte.
    pub(super) breaks: Vec<u32>,
    /// The second of two quotes that stand for one.
    pub(super) doubled: Vec<u32>,
}

/// Places, the lowest first.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The first `length` are places. What stands behind them is written over: it is not cleared first.
    room: Vec<u32>,
    length: usize,
}

impl Deref for Places {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        &self.room[..self.length]
    }
}

impl Places {
    /// Adds the places of `bits`, the first of which is the place `at`. `MANY` are written at a time, whether there are as many or not: how many
    /// there are in a step, no processor foresees.
    #[inline]
    fn push_all<const MANY: usize>(&mut self, at: usize, mut bits: u64) {
        let at = place(at);
        while bits != 0 {
            let Some(places) = self.room.get_mut(self.length..).and_then(<[u32]>::first_chunk_mut::<MANY>) else {
                self.grow();
                continue;
            };
            for place in places {
                *place = at + bits.trailing_zeros();
                self.length += usize::from(bits != 0);
                bits &= bits.wrapping_sub(1);
            }
        }
    }

    /// Adds one place.
    pub(super) fn push(&mut self, place: u32) {
        if self.length == self.room.len() {
            self.grow();
        }
        self.room[self.length] = place;
        self.length += 1;
    }

    /// Forgets all of them, and keeps their room.
    pub(super) fn clear(&mut self) {
        self.length = 0;
    }

    #[cold]
    fn grow(&mut self) {
        self.room.resize(2 * self.room.len() + STEP, 0);
    }
}

/// How the bytes end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    Outside,
    Quoted,
}

impl Marks {
    /// Looks at `bytes`, from the start of a record on, forgetting what was there; none where a quote neither opens nor closes a cell.
    pub(super) fn read(&mut self, bytes: &[u8], delimiter: u8) -> Option<Ended> {
        self.clear();
        let mut at = 0;
        // All ones within quotes.
        let mut within = 0;
        // The lowest bit is set where the byte before ends a cell or is a quote; and where it closes a cell.
        let (mut may_open, mut closed) = (1, 0);
        while at < bytes.len() {
            let step = Step::at(bytes, at, delimiter);
            if step.quotes == 0 && within != 0 {
                self.breaks_in_step(bytes, at, step.breaks);
                // A long text in quotes.
                at = next_step(bytes, at + STEP);
                (may_open, closed) = (0, 0);
                continue;
            }
            let inside = parity(step.quotes) ^ within;
            let opening = step.quotes & inside;
            let closing = step.quotes & !inside;
            let beside = step.quotes | step.delimiters | step.breaks;
            let behind_closing = closing << 1 | closed;
            if (opening & !(beside << 1 | may_open)) | (behind_closing & !beside & step.there) != 0 {
                return None;
            }
            push(&mut self.doubled, at, behind_closing & step.quotes);
            let ends = (step.delimiters | step.breaks) & !inside;
            self.ends.push_all::<USUAL>(at, ends);
            self.lines.push_all::<1>(at, step.breaks & !inside);
            self.breaks_in_step(bytes, at, step.breaks & inside);
            within = 0u64.wrapping_sub(inside >> (STEP - 1));
            (may_open, closed) = (beside >> (STEP - 1), closing >> (STEP - 1));
            at += STEP;
        }
        Some(if within == 0 { Ended::Outside } else { Ended::Quoted })
    }

    /// Forgets everything from byte `end` on.
    pub(super) fn cut(&mut self, end: usize) {
        let beyond = |places: &[u32]| places.iter().rev().take_while(|&&place| place as usize >= end).count();
        for places in [&mut self.ends, &mut self.lines] {
            places.length -= beyond(places);
        }
        for places in [&mut self.breaks, &mut self.doubled] {
            places.truncate(places.len() - beyond(places));
        }
    }

    fn clear(&mut self) {
        self.ends.clear();
        self.lines.clear();
        self.breaks.clear();
        self.doubled.clear();
    }

    #[inline]
    fn breaks_in_step(&mut self, bytes: &[u8], from: usize, mut breaks: u64) {
        while breaks != 0 {
            self.line_break(bytes, from + breaks.trailing_zeros() as usize);
            breaks &= breaks - 1;
        }
    }

    fn line_break(&mut self, bytes: &[u8], at: usize) {
        if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
            self.breaks.push(place(at));
        }
    }
}

/// The first step from byte `at` on that holds a quote or a line break, or is not whole.
fn next_step(bytes: &[u8], mut at: usize) -> usize {
    let [quote, feed, back] = [b'"', b'\n', b'\r'].map(u8x16::splat);
    let is = |bytes: u8x16| bytes.simd_eq(quote) | bytes.simd_eq(feed) | bytes.simd_eq(back);
    while bytes.get(at..).and_then(<[u8]>::first_chunk).is_some_and(|step| !steps::any(step, is)) {
        at += STEP;
    }
    at
}

/// Which bytes of a step are what, the first byte lowest.
struct Step {
    quotes: u64,
    delimiters: u64,
    breaks: u64,
    /// Which of them are there at all.
    there: u64,
}

impl Step {
    #[inline]
    fn at(bytes: &[u8], at: usize, delimiter: u8) -> Self {
        let rest = &bytes[at..];
        if let Some(block) = rest.first_chunk() {
            return Self::of(block, delimiter, u64::MAX);
        }
        Self::of(&steps::last(rest, 0), delimiter, (1 << rest.len()) - 1)
    }

    #[inline]
    fn of(block: &[u8; STEP], delimiter: u8, there: u64) -> Self {
        let [feed, back] = [b'\n', b'\r'].map(u8x16::splat);
        let breaks = steps::mask(block, |bytes| bytes.simd_eq(feed) | bytes.simd_eq(back));
        Self { quotes: steps::equal(block, b'"'), delimiters: steps::equal(block, delimiter), breaks, there }
    }
}

/// For each bit whether an odd number of bits is set up to it.
fn parity(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

#[inline]
fn push(places: &mut Vec<u32>, at: usize, mut bits: u64) {
    let at = place(at);
    while bits != 0 {
        places.push(at + bits.trailing_zeros());
        bits &= bits - 1;
    }
}

/// Blocks are far shorter than 4 GiB.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
