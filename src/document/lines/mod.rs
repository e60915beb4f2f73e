//! The plain part of YAML, in which nearly every draft is written, into the same tree line by line. What it is not sure of it leaves to the parser.

use std::borrow::Cow;

use super::build::Built;
use super::{Content, Style};
use crate::source::Span;

/// Deeper drafts are left to the parser, which knows the limit.
const DEEPEST: usize = 16;
/// Longer keys are left to the parser, which knows the limit.
const LONGEST_KEY: usize = 100;

/// An open section or list.
struct Frame {
    column: usize,
    is_list: bool,
}

/// The tree of `text`; none where it is not all in plain block notation: sections of `key: answer` and lists of `- answer`, the answers on one
/// line, in quotes without escapes, or in a block. A test holds the tree to the parser's.
pub(super) fn read(text: &str) -> Option<Built<'_>> {
    if !text.ends_with('\n') || !is_plain_text(text) {
        return None;
    }
    let mut reader = Reader { text, built: Built::new(text.len()), frames: Vec::new(), waits: false, at: 0 };
    while let Some((start, end)) = reader.next_line() {
        let column = start - text[..start].rfind('\n').map_or(0, |at| at + 1);
        reader.line(start, end, column)?;
    }
    if reader.waits || reader.frames.is_empty() {
        return None;
    }
    let mut built = reader.built;
    built.finish(0, text.len(), true);
    Some(built)
}

/// Whether `text` holds no tab, no control character and no line break but LF, and of what is not ASCII only what every reader takes for letters.
fn is_plain_text(text: &str) -> bool {
    if text.is_ascii() {
        return text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n'));
    }
    text.chars()
        .all(|character| matches!(character, ' '..='~' | '\n' | '\u{a1}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{d7ff}'))
}

struct Reader<'s> {
    text: &'s str,
    built: Built<'s>,
    frames: Vec<Frame>,
    /// Whether the last key still waits for its section or list.
    waits: bool,
    /// The start of the next line.
    at: usize,
}

impl<'s> Reader<'s> {
    /// The next line that is neither blank nor a comment, from its first character that is no space up to its end.
    fn next_line(&mut self) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let end = memchr::memchr(b'\n', &bytes[self.at..]).map_or(bytes.len(), |length| self.at + length);
            let start = self.at + bytes[self.at..end].iter().take_while(|&&byte| byte == b' ').count();
            self.at = end + 1;
            if start < end && bytes[start] != b'#' {
                return Some((start, end));
            }
        }
        None
    }

    fn line(&mut self, start: usize, end: usize, column: usize) -> Option<()> {
        let is_item = self.text[start..end].starts_with("- ");
        if self.waits {
            let top = self.frames.last()?.column;
            // A list may stand at the column of its key.
            if column < top || (column == top && !is_item) {
                return None;
            }
            self.waits = false;
            // The parser takes a list at the column of its key to begin with the first answer.
            let first = if column == top { start + 2 + blanks(&self.text[start + 2..end]) } else { start };
            self.open(first, column, is_item)?;
        } else if self.frames.is_empty() {
            if column > 0 || is_item {
                return None;
            }
            self.open(start, column, is_item)?;
        } else {
            while self.frames.last().is_some_and(|top| top.column > column || (top.column == column && top.is_list && !is_item)) {
                self.frames.pop();
                self.built.close(self.end_at(start));
            }
            let top = self.frames.last()?;
            if top.column != column || top.is_list != is_item {
                return None;
            }
        }
        if is_item { self.item(start, end, column) } else { self.entry(start, end, column) }
    }

    fn open(&mut self, start: usize, column: usize, is_list: bool) -> Option<()> {
        if self.frames.len() == DEEPEST {
            return None;
        }
        let content = if is_list { Content::Sequence(Vec::new()) } else { Content::Mapping(Vec::new()) };
        self.built.open(content, Span::new(start, start), false);
        self.frames.push(Frame { column, is_list });
        Some(())
    }

    /// Where a section or list ends: where something else begins.
    fn end_at(&self, next: usize) -> usize {
        let last = self.built.nodes.last().map_or(0, |node| node.span.range().end);
        next.max(last)
    }

    fn item(&mut self, start: usize, end: usize, column: usize) -> Option<()> {
        let content = start + 2 + blanks(&self.text[start + 2..end]);
        if key_length(&self.text[content..end]).is_some() {
            let column = column + (content - start);
            self.open(content, column, false)?;
            return self.entry(content, end, column);
        }
        self.answer(content, end, column)
    }

    fn entry(&mut self, start: usize, end: usize, column: usize) -> Option<()> {
        let length = key_length(&self.text[start..end])?;
        self.built.key(Cow::Borrowed(&self.text[start..start + length]), Span::new(start, start + length));
        let after = start + length + 1;
        let content = after + blanks(&self.text[after..end]);
        if content == end || self.text.as_bytes()[content] == b'#' {
            self.waits = true;
            return Some(());
        }
        self.answer(content, end, column)
    }

    /// The answer that begins at `start`, in a section or list at `column`.
    fn answer(&mut self, start: usize, end: usize, column: usize) -> Option<()> {
        let line = &self.text[start..end];
        match line.as_bytes().first()? {
            b'"' => self.quoted(start, line, '"'),
            b'\'' => self.quoted(start, line, '\''),
            b'|' | b'>' => self.block(line, column),
            b'[' | b']' | b'{' | b'}' | b',' | b'#' | b'&' | b'*' | b'!' | b'%' | b'@' | b'`' | b'-' | b'?' | b':' => None,
            _ => {
                let length = plain_length(line)?;
                self.built.scalar(Cow::Borrowed(&line[..length]), Style::Plain, Span::new(start, start + length));
                Some(())
            }
        }
    }

    fn quoted(&mut self, start: usize, line: &'s str, quote: char) -> Option<()> {
        let inner = &line[1..];
        let length = inner.find(quote)?;
        let (answer, rest) = (&inner[..length], &inner[length + 1..]);
        let is_over = rest.trim_start_matches(' ').is_empty() || (rest.starts_with(' ') && rest.trim_start_matches(' ').starts_with('#'));
        if !is_over || (quote == '"' && answer.contains('\\')) {
            return None;
        }
        let style = if quote == '"' { Style::Double } else { Style::Single };
        self.built.scalar(Cow::Borrowed(answer), style, Span::new(start, start + length + 2));
        Some(())
    }

    /// A block whose lines all stand at one column, deeper than `column`, with nothing but empty lines between.
    fn block(&mut self, header: &str, column: usize) -> Option<()> {
        let (is_folded, is_stripped) = match header {
            ">" => (true, false),
            ">-" => (true, true),
            "|" => (false, false),
            "|-" => (false, true),
            _ => return None,
        };
        let bytes = self.text.as_bytes();
        let indent = blanks(&self.text[self.at..]);
        let start = self.at + indent;
        if indent <= column {
            return None;
        }
        let mut answer = String::with_capacity(self.text[start..].find(": ").unwrap_or(0));
        let mut breaks = 0;
        while self.at < bytes.len() {
            let blank = blanks(&self.text[self.at..]);
            let first = bytes[self.at + blank];
            if first == b'\n' {
                if blank > 0 {
                    return None;
                }
                breaks += 1;
                self.at += 1;
                continue;
            }
            if blank < indent {
                break;
            }
            if blank > indent {
                return None;
            }
            let from = self.at + indent;
            let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |length| from + length);
            if !answer.is_empty() {
                match (is_folded, breaks) {
                    (true, 0) => answer.push(' '),
                    (true, _) => {}
                    (false, _) => answer.push('\n'),
                }
                answer.extend(std::iter::repeat_n('\n', breaks));
            } else if breaks > 0 {
                return None;
            }
            breaks = 0;
            answer.push_str(&self.text[from..end]);
            self.at = end + 1;
        }
        if !is_stripped {
            answer.push('\n');
        }
        // The parser ends a block where something else begins.
        let end = self.at + self.text.get(self.at..).map_or(0, blanks);
        self.built.scalar(Cow::Owned(answer), Style::Block, Span::new(start, end));
        Some(())
    }
}

/// How many spaces `text` begins with.
fn blanks(text: &str) -> usize {
    text.bytes().take_while(|&byte| byte == b' ').count()
}

/// The length of the key that `line` begins with, if it is a plain one with a colon behind it.
fn key_length(line: &str) -> Option<usize> {
    let length = line.bytes().take_while(|&byte| byte.is_ascii_alphanumeric() || byte == b'_').count();
    let rest = &line.as_bytes()[length..];
    let is_key = (1..=LONGEST_KEY).contains(&length) && rest.first() == Some(&b':') && rest.get(1).is_none_or(|&byte| byte == b' ');
    is_key.then_some(length)
}

/// The length of the plain answer that `line` begins with, without a comment and spaces behind it; none where a colon would make a key of it.
fn plain_length(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut length = bytes.len();
    for at in memchr::memchr2_iter(b':', b'#', bytes) {
        if bytes[at] == b'#' {
            if bytes[at - 1] == b' ' {
                length = at;
                break;
            }
        } else if bytes.get(at + 1).is_none_or(|&byte| byte == b' ') {
            return None;
        }
    }
    Some(line[..length].trim_end_matches(' ').len())
}

#[cfg(test)]
mod tests;
