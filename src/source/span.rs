//! A range of bytes in a source. Knows no lines.

/// A half-open range of bytes, `start..end`, on character boundaries of the text it was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets past 4 GiB are held at that bound.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let start = clamp(start);
        Self { start, end: clamp(end).max(start) }
    }

    /// The span as indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether no byte is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// The same span moved into `text`: inside it, and on character boundaries.
    pub fn within(self, text: &str) -> Self {
        let start = text.floor_char_boundary((self.start as usize).min(text.len()));
        let end = text.ceil_char_boundary((self.end as usize).min(text.len()));
        Self::new(start, end.max(start))
    }
}
