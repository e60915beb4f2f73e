//! Bytes in any character set to a stream of UTF-8.

use std::io::{self, Read};

use super::Notes;
use super::encoding::{self, Charset};
use super::head::Head;
use crate::finding::{Detail, Fault};
use crate::source::At;

const CHUNK: usize = 64 * 1024;

/// Reads as UTF-8, without a byte order mark. UTF-8 passes through unchanged; what is no UTF-8 far down in such a file is decoded all the
/// same, and noted.
pub(super) struct Decoder {
    input: Head,
    charset: Charset,
    utf16: Option<encoding_rs::Decoder>,
    /// Bytes that were read and not yet decoded.
    raw: Vec<u8>,
    /// Text that was decoded and not yet given.
    text: Vec<u8>,
    given: usize,
    /// Bytes decoded so far.
    offset: u64,
    /// Whether a character of several bytes was met: the file is UTF-8, whatever follows.
    is_utf8: bool,
    noted: bool,
    ended: bool,
    notes: Notes,
}

impl Decoder {
    /// Decodes `input`, which [`encoding::detect`] found to be in `charset`.
    pub(super) fn new(mut input: Head, charset: Charset, notes: Notes) -> Self {
        let mark = input.seen().starts_with("\u{feff}".as_bytes());
        if mark {
            input.skip('\u{feff}'.len_utf8());
        }
        let utf16 = match charset {
            Charset::Utf16Le => Some(encoding_rs::UTF_16LE.new_decoder_with_bom_removal()),
            Charset::Utf16Be => Some(encoding_rs::UTF_16BE.new_decoder_with_bom_removal()),
            _ => None,
        };
        let first_bad = std::str::from_utf8(input.seen()).err().map_or(0, |error| error.valid_up_to());
        let mut decoder = Self {
            input,
            charset,
            utf16,
            raw: Vec::new(),
            text: Vec::new(),
            given: 0,
            offset: if mark { 3 } else { 0 },
            is_utf8: mark,
            noted: false,
            ended: false,
            notes,
        };
        if !matches!(charset, Charset::Utf8 { .. }) {
            decoder.note(if decoder.utf16.is_some() { 0 } else { first_bad as u64 });
        }
        decoder
    }

    fn note(&mut self, offset: u64) {
        if std::mem::replace(&mut self.noted, true) {
            return;
        }
        let what = match self.charset {
            Charset::Utf8 { .. } => "the file is UTF-8 with bytes of another character set in it; they were read as Windows-1252",
            Charset::Utf16Le | Charset::Utf16Be => "the file is UTF-16, not UTF-8",
            Charset::Windows1252 => "the file is not UTF-8; it was read as Windows-1252",
            Charset::MacRoman => "the file is not UTF-8; it was read as Mac Roman",
            Charset::Dos437 => "the file is not UTF-8; it was read as DOS code page 437",
            Charset::Dos850 => "the file is not UTF-8; it was read as DOS code page 850",
        };
        let at = u32::try_from(offset).unwrap_or(u32::MAX);
        self.notes.add(Fault::new("BR011", At::file(at, at), Detail::Text { what, repaired: None, edits: Vec::new() }));
    }

    /// UTF-8 straight into `out`. Gives none where a byte is not UTF-8: what was read stands in `raw` then.
    fn pass(&mut self, out: &mut [u8]) -> io::Result<Option<usize>> {
        let carried = self.raw.len();
        out[..carried].copy_from_slice(&self.raw);
        let read = self.input.read(&mut out[carried..])?;
        let bytes = &out[..carried + read];
        // Most files are ASCII, which is sooner seen than that they are UTF-8; but not of one that is known to be no ASCII.
        let is_ascii = !self.is_utf8 && bytes.is_ascii();
        let good = if is_ascii { Ok(bytes.len()) } else { simdutf8::compat::from_utf8(bytes).map(str::len) };
        let good = match good {
            Ok(good) => {
                self.is_utf8 |= !is_ascii;
                good
            }
            Err(error) => {
                let good = error.valid_up_to();
                self.is_utf8 |= !bytes[..good].is_ascii();
                if error.error_len().is_some() || read == 0 {
                    self.raw = bytes.to_vec();
                    return Ok(None);
                }
                good
            }
        };
        self.raw = bytes[good..].to_vec();
        self.offset += good as u64;
        // Nothing but the start of a character so far.
        if good == 0 && read > 0 { self.pass(out) } else { Ok(Some(good)) }
    }

    /// Decodes what stands in `raw`, which holds a byte that is not UTF-8.
    fn mend(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        let good = std::str::from_utf8(&raw).err().map_or(raw.len(), |error| error.valid_up_to());
        if !self.is_utf8 && raw[..good].is_ascii() {
            self.charset = encoding::single_byte(&raw[good..]);
            self.note(self.offset + good as u64);
            self.offset += raw.len() as u64;
            self.text.extend(raw.iter().map(|&byte| self.charset.character(byte)).collect::<String>().bytes());
            return;
        }
        self.note(self.offset + good as u64);
        let mut rest = &raw[..];
        while !rest.is_empty() {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.text.extend_from_slice(text.as_bytes());
                    rest = &[];
                }
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    self.text.extend_from_slice(good);
                    // Cut within a character: what follows decides.
                    let Some(count) = error.error_len().or(self.ended.then_some(bad.len())) else {
                        self.raw = bad.to_vec();
                        break;
                    };
                    let text: String = bad[..count].iter().map(|&byte| Charset::Windows1252.character(byte)).collect();
                    self.text.extend_from_slice(text.as_bytes());
                    rest = &bad[count..];
                }
            }
        }
        self.offset += (raw.len() - self.raw.len()) as u64;
    }

    fn decode_chunk(&mut self) -> io::Result<()> {
        let mut chunk = vec![0; CHUNK];
        let read = self.input.read(&mut chunk)?;
        self.ended = read == 0;
        chunk.truncate(read);
        self.offset += read as u64;
        let Some(decoder) = &mut self.utf16 else {
            self.text.extend(chunk.iter().map(|&byte| self.charset.character(byte)).collect::<String>().bytes());
            return Ok(());
        };
        let room = decoder.max_utf8_buffer_length(chunk.len()).unwrap_or(CHUNK * 4);
        let start = self.text.len();
        self.text.resize(start + room, 0);
        let (_, _, written, _) = decoder.decode_to_utf8(&chunk, &mut self.text[start..], self.ended);
        self.text.truncate(start + written);
        Ok(())
    }
}

impl Read for Decoder {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.given < self.text.len() {
                let count = (&self.text[self.given..]).read(out)?;
                self.given += count;
                return Ok(count);
            }
            self.text.clear();
            self.given = 0;
            if self.ended || out.is_empty() {
                return Ok(0);
            }
            if !matches!(self.charset, Charset::Utf8 { .. }) {
                self.decode_chunk()?;
            } else if out.len() >= 16 {
                if let Some(count) = self.pass(out)? {
                    return Ok(count);
                }
                self.mend();
            } else {
                // Too little room for a character and its neighbor: decode aside.
                let mut aside = [0; 64];
                match self.pass(&mut aside)? {
                    Some(0) => self.ended = true,
                    Some(count) => self.text.extend_from_slice(&aside[..count]),
                    None => self.mend(),
                }
            }
            // A character cut off by the end of the file is mended once more, as the last.
            if matches!(self.charset, Charset::Utf8 { .. }) && self.text.is_empty() && !self.raw.is_empty() {
                self.ended = true;
                self.mend();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], room: usize) -> (String, Vec<Fault>) {
        let notes = Notes::default();
        let head = Head::new(Box::new(io::Cursor::new(bytes.to_vec()))).expect("bytes");
        let charset = encoding::detect(head.seen());
        let mut decoder = Decoder::new(head, charset, notes.clone());
        let mut text = Vec::new();
        let mut buffer = vec![0; room];
        loop {
            match decoder.read(&mut buffer).expect("text") {
                0 => break,
                count => text.extend_from_slice(&buffer[..count]),
            }
        }
        (String::from_utf8(text).expect("UTF-8"), notes.take())
    }

    #[test]
    fn every_set_is_decoded_alike_whatever_the_room() {
        let utf16: Vec<u8> = "\u{feff}“Peña” 👩".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for room in [1, 2, 3, 15, 16, 17, 64, 4096] {
            assert_eq!(decoded("“Peña” 👩".as_bytes(), room), ("“Peña” 👩".to_owned(), Vec::new()));
            assert_eq!(decoded("\u{feff}Peña".as_bytes(), room).0, "Peña");
            assert_eq!(decoded(&utf16, room).0, "“Peña” 👩");
            assert_eq!(decoded(b"the patient\x92s \x93file\x94", room).0, "the patient’s “file”");
            assert_eq!(decoded(b"cut off: Pe\xc3", room).0, "cut off: PeÃ");
            assert_eq!(decoded(b"Pe\xc3\xb1a and patient\x92s", room).0, "Peña and patient’s");
        }
    }

    #[test]
    fn a_set_that_shows_only_far_down_is_met_there() {
        let mut bytes = "plain text, ".repeat(super::super::SAMPLE / 12 + 9).into_bytes();
        let before = bytes.len();
        bytes.extend_from_slice(b"the patient\xd5s \xd2file\xd3");
        let (text, notes) = decoded(&bytes, 4096);
        assert!(text.ends_with("the patient’s “file”"));
        assert_eq!(notes[0].at, At::file(u32::try_from(before + 11).expect("small"), u32::try_from(before + 11).expect("small")));
    }
}
