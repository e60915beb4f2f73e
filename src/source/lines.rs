//! Byte offset to line and column, in characters.

/// A position counted from 1; the column counts characters, as editors show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// The starts of all lines of a text. LF, CRLF and a lone CR each end a line.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<u32>,
    /// Whether every character is one byte, so that none need be counted.
    ascii: bool,
}

impl Lines {
    /// Indexes `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for end in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let crlf = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
            if !crlf {
                starts.push(u32::try_from(end + 1).unwrap_or(u32::MAX));
            }
        }
        Self { starts, ascii: text.is_ascii() }
    }

    /// Number of lines; a text that ends with a line break counts the empty line after it.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The position of byte `offset` of the `text` that was indexed.
    pub fn position(&self, text: &str, offset: usize) -> LineColumn {
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let wanted = u32::try_from(offset).unwrap_or(u32::MAX);
        let line = self.starts.partition_point(|&start| start <= wanted);
        let start = self.starts[line - 1] as usize;
        if self.ascii {
            return LineColumn { line: number(line), column: number(offset - start + 1) };
        }
        let before = &text[start..offset];
        // A byte order mark takes no column in any editor.
        let marks = usize::from(start == 0 && before.starts_with('\u{feff}'));
        let column = before.chars().count() - marks + 1;
        LineColumn { line: number(line), column: number(column) }
    }

    /// The bytes of line `line` (from 1) of the `text` that was indexed, its line break not included.
    pub fn line<'t>(&self, text: &'t str, line: u32) -> &'t str {
        let index = line as usize - 1;
        let Some(&start) = self.starts.get(index) else { return "" };
        let end = self.starts.get(index + 1).map_or(text.len(), |&next| next as usize);
        text[start as usize..end].trim_end_matches(['\r', '\n'])
    }
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_break_counts_once() {
        let text = "a\r\nb\rc\nd";
        let lines = Lines::new(text);
        let at = |offset| lines.position(text, offset);
        assert_eq!(lines.count(), 4);
        assert_eq!(at(3), LineColumn { line: 2, column: 1 });
        assert_eq!(at(5), LineColumn { line: 3, column: 1 });
        assert_eq!(at(7), LineColumn { line: 4, column: 1 });
        assert_eq!(lines.line(text, 1), "a");
    }

    #[test]
    fn columns_count_characters_and_no_byte_order_mark() {
        let text = "\u{feff}é: x";
        let lines = Lines::new(text);
        assert_eq!(lines.position(text, text.len() - 1), LineColumn { line: 1, column: 4 });
    }
}
