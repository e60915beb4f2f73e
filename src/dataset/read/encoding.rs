//! Which character set a file is in. Single-byte sets are told apart by what their bytes would spell.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// A character set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, which ASCII is part of.
    Utf8 {
        /// Whether a byte order mark stands in front.
        mark: bool,
    },
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252: Excel and most Windows programs in the United States.
    Windows1252,
    /// Mac Roman: old Excel for the Mac.
    MacRoman,
    /// Code page 437: DOS in the United States.
    Dos437,
    /// Code page 850: DOS in Western Europe.
    Dos850,
}

impl Charset {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 { mark: false } => "UTF-8",
            Self::Utf8 { mark: true } => "UTF-8 with a byte order mark",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::MacRoman => "Mac Roman",
            Self::Dos437 => "DOS code page 437",
            Self::Dos850 => "DOS code page 850",
        }
    }

    /// The character of `byte` in a single-byte set. A byte below 128 is itself in all of them.
    pub(super) fn character(self, byte: u8) -> char {
        if byte < 0x80 {
            return char::from(byte);
        }
        let high = usize::from(byte - 0x80);
        match self {
            Self::Dos437 => oem_cp::code_table::DECODING_TABLE_CP437[high],
            Self::Dos850 => oem_cp::code_table::DECODING_TABLE_CP850[high],
            Self::MacRoman => single(MACINTOSH, byte),
            _ => single(WINDOWS_1252, byte),
        }
    }
}

fn single(encoding: &'static encoding_rs::Encoding, byte: u8) -> char {
    let bytes = [byte];
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    text.chars().next().unwrap_or('\u{fffd}')
}

/// The single-byte sets, the commonest first: an earlier one wins where two spell a text equally well.
const SINGLE: [Charset; 4] = [Charset::Windows1252, Charset::MacRoman, Charset::Dos437, Charset::Dos850];
/// So many bytes above 127 are weighed.
const WEIGHED: usize = 4096;

/// The character set of a file that starts with `bytes`.
pub(super) fn detect(bytes: &[u8]) -> Charset {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Charset::Utf8 { mark: true },
        [0xff, 0xfe, ..] => return Charset::Utf16Le,
        [0xfe, 0xff, ..] => return Charset::Utf16Be,
        _ => {}
    }
    if let Some(charset) = utf16(&bytes[..bytes.len().min(4096)]) {
        return charset;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Charset::Utf8 { mark: false },
        // Cut within a character at the end of the sample.
        Err(error) if error.error_len().is_none() => Charset::Utf8 { mark: false },
        // Well-formed characters of several bytes in front do not come about by chance.
        Err(error) if !bytes[..error.valid_up_to()].is_ascii() => Charset::Utf8 { mark: false },
        Err(_) => single_byte(bytes),
    }
}

/// UTF-16 without a mark: of English text every other byte is 0.
fn utf16(bytes: &[u8]) -> Option<Charset> {
    let pairs = bytes.len() / 2;
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0..8 => None,
        _ if odd * 10 > pairs * 8 && even * 10 < pairs => Some(Charset::Utf16Le),
        _ if even * 10 > pairs * 8 && odd * 10 < pairs => Some(Charset::Utf16Be),
        _ => None,
    }
}

/// The single-byte set in which `bytes` spell the most likely text.
pub(super) fn single_byte(bytes: &[u8]) -> Charset {
    let mut scores = [0i32; SINGLE.len()];
    let mut weighed = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte < 0x80 || is_misread_utf8(bytes, at) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        for (score, charset) in scores.iter_mut().zip(SINGLE) {
            *score += likely(charset.character(byte), before, after);
        }
        weighed += 1;
        if weighed == WEIGHED {
            break;
        }
    }
    let best = scores.iter().copied().max().unwrap_or(0);
    SINGLE.into_iter().zip(scores).find(|&(_, score)| score == best).map_or(Charset::Windows1252, |(charset, _)| charset)
}

/// Whether the byte at `at` is part of a quotation mark or dash that went through two wrong sets: it spells nothing in any.
fn is_misread_utf8(bytes: &[u8], at: usize) -> bool {
    let starts = |at: usize| bytes[at..].starts_with(&[0x89, 0xdb]);
    (0..3).any(|back| at.checked_sub(back).is_some_and(starts)) || bytes[at..].starts_with(&[0x83, b'?', b'?'])
}

/// How likely a character is between two bytes of English text with some names in it.
fn likely(character: char, before: u8, after: u8) -> i32 {
    let letter = |byte: u8| byte.is_ascii_alphabetic();
    let open = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'(' | b'"' | b',' | b'[');
    let close = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b')' | b'"' | b',' | b'.' | b';' | b':' | b']');
    match character {
        '’' if letter(before) && (letter(after) || close(after)) => 3,
        '‘' | '“' if open(before) && !close(after) => 3,
        '’' | '”' if !open(before) && close(after) => 3,
        '–' | '—' if before == after || (before.is_ascii_digit() && after.is_ascii_digit()) || (letter(before) && letter(after)) => 2,
        '•' | '§' | '®' | '©' | '™' | '°' | '…' | '½' => 1,
        '\u{a0}' => 0,
        'ß'..='ö' | 'ø'..='ÿ' if letter(before) || letter(after) => 2,
        'À'..='Ö' | 'Ø'..='Þ' if !letter(before) && letter(after) => 1,
        'À'..='Ö' | 'Ø'..='Þ' if before.is_ascii_uppercase() || after.is_ascii_uppercase() => 1,
        '\u{80}'..='\u{9f}' => -4,
        '\u{2500}'..='\u{25ff}' | '\u{370}'..='\u{3ff}' => -3,
        _ => -2,
    }
}

/// `bytes` as text, a byte order mark left out. For samples; files are decoded as a stream.
pub(super) fn decoded(bytes: &[u8], charset: Charset) -> String {
    match charset {
        Charset::Utf8 { .. } => String::from_utf8_lossy(bytes).into_owned(),
        Charset::Utf16Le => encoding_rs::UTF_16LE.decode_with_bom_removal(bytes).0.into_owned(),
        Charset::Utf16Be => encoding_rs::UTF_16BE.decode_with_bom_removal(bytes).0.into_owned(),
        single => bytes.iter().map(|&byte| single.character(byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_byte_sets_are_told_apart_by_what_they_spell() {
        let cases: [(&[u8], Charset); 8] = [
            (b"the patient\x92s \x93file\x94 and Pe\xf1a", Charset::Windows1252),
            (b"the patient\xd5s \xd2file\xd3", Charset::MacRoman),
            (b"Clinique M\x8edicale, Pe\x96a", Charset::MacRoman),
            (b"Clinique M\x82dicale, Pe\xa4a", Charset::Dos437),
            (b"Centro M\xe9dico San Jos\xe9", Charset::Windows1252),
            (b"Peri\xf3dico \xa7 164.408", Charset::Windows1252),
            (b"a \x89\xdb\xcfquoted\x89\xdb\x9d word", Charset::Windows1252),
            (b"the patient\x83??s file", Charset::Windows1252),
        ];
        for (bytes, charset) in cases {
            assert_eq!(detect(bytes), charset, "{}", decoded(bytes, charset));
        }
    }

    #[test]
    fn utf_8_and_utf_16_are_known_with_and_without_their_marks() {
        let units: Vec<u8> = "Name of Covered Entity,State".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(detect(&units), Charset::Utf16Le);
        let units: Vec<u8> = "Name of Covered Entity,State".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(detect(&units), Charset::Utf16Be);
        assert_eq!(detect("Peña".as_bytes()), Charset::Utf8 { mark: false });
        assert_eq!(detect(&"Peña".as_bytes()[..3]), Charset::Utf8 { mark: false });
        assert_eq!(detect("\u{feff}Peña".as_bytes()), Charset::Utf8 { mark: true });
        assert_eq!(detect(b""), Charset::Utf8 { mark: false });
    }
}
