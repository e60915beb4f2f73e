//! Bytes to text: one input read once, its encoding, and the way from a byte to a line and column. Knows nothing of YAML, CSV or reports.

mod at;
mod lines;
mod mask;
mod span;
pub(crate) mod steps;
mod suspect;

pub use at::{At, Locate, Part, Place};
pub use lines::{LineColumn, Lines};
pub use mask::{Phi, PhiKind, masked, phi, phi_spans};
pub use span::Span;

/// The largest draft that is read, in bytes; a longer file is refused with BR015 rather than read in part.
pub const LARGEST_DRAFT: usize = 8 * 1024 * 1024;

/// How the bytes of an input were read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark, decoded.
    Utf16,
    /// Not UTF-8: read as Windows-1252, which maps every byte to a character.
    Windows1252,
}

/// One input as text. Spans count bytes of `text`, which for UTF-8 are the bytes of the file.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    encoding: Encoding,
    first_bad_byte: Option<usize>,
}

impl Source {
    /// Decodes `bytes`, which a person knows as `name`. Never fails: text that is not UTF-8 is read as Windows-1252 and says so.
    pub fn decode(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        let name = name.into();
        if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(&bytes)
            && encoding != encoding_rs::UTF_8
        {
            let (text, _) = encoding.decode_with_bom_removal(&bytes);
            return Self { name, text: text.into_owned(), encoding: Encoding::Utf16, first_bad_byte: None };
        }
        match String::from_utf8(bytes) {
            Ok(text) => Self { name, text, encoding: Encoding::Utf8, first_bad_byte: None },
            Err(error) => {
                let bad = error.utf8_error().valid_up_to();
                let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(error.as_bytes());
                Self { name, text: text.into_owned(), encoding: Encoding::Windows1252, first_bad_byte: Some(bad) }
            }
        }
    }

    /// The name a person gave: a path, or `-`'s stand-in.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, a byte order mark included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the bytes were read.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The first byte that is not UTF-8. Everything before it is, so the offset holds in `text` as well.
    pub fn first_bad_byte(&self) -> Option<usize> {
        self.first_bad_byte
    }
}
