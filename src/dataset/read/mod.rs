//! Any export to one stream of delimited UTF-8 text and the layout of its columns: recognised by its content first, by its name second.
//!
//! Whatever the file is, what comes out is text that a CSV reader takes (RFC 4180; a backslash is data), from the first record below the
//! header on. Workbooks and JSON are written into that form as they are read; the first cell of each of their records is then its place in
//! the file ([`Layout::numbered`]). Memory is bounded for every kind; a limit that is reached is a fault with the code BR015.

#[cfg(feature = "tables")]
mod cells;
mod decode;
mod delimited;
mod encoding;
mod head;
mod json;
mod kind;
#[cfg(feature = "tables")]
mod measure;
mod objects;
mod packed;
mod records;
#[cfg(feature = "tables")]
mod sheet;
mod table;

use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

#[cfg(feature = "tables")]
pub use cells::{Book, Cell, Cells, cells};
pub use encoding::Charset;
pub use kind::{Packed, Shape, is_dataset};
pub use records::{Record, Records};

use super::layout::{Layout, Wanted};
use crate::finding::{Detail, Fault};
use crate::source::At;
use head::Head;

/// So much of an input is looked at before it is read: what its columns are and in which order its dates stand must be proven within it.
pub const SAMPLE: usize = 1024 * 1024;

/// What a person says about an input.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which sheet of a workbook, by its name or its number from 1.
    pub sheet: Option<String>,
    /// What is said about its columns.
    pub wanted: Wanted,
}

/// An input that was recognised.
pub struct Input {
    /// What it is.
    pub found: Recognised,
    /// Its columns.
    pub layout: Layout,
    /// Its records, as delimited UTF-8 text. An error that [`fault_in`] knows is a fault of the file.
    pub text: Box<dyn Read + Send>,
    /// What separates the cells of `text`.
    pub delimiter: u8,
    /// Where `text` starts in the decoded file.
    pub start: Start,
    /// Faults of the file as a whole. Some are known only when the last byte has been read.
    pub notes: Notes,
}

impl std::fmt::Debug for Input {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Input").field("found", &self.found).field("layout", &self.layout).finish_non_exhaustive()
    }
}

/// Where the first record stands in the decoded file. Of no meaning where records are numbered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Start {
    /// Bytes before it, a byte order mark included.
    pub byte: u64,
    /// Its line, from 1.
    pub line: u64,
    /// Records before it, the header included: what a spreadsheet counts as rows. Where records are numbered, the place of the header.
    pub records: u64,
}

/// What a file was recognised as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// What it was packed in, outermost first.
    pub packed: Vec<Packed>,
    /// Its notation.
    pub shape: Shape,
    /// The character set of its text.
    pub charset: Charset,
    /// What the name of the file promises that its content does not keep, such as "a workbook".
    pub misnamed: Option<&'static str>,
}

/// Faults of a file, filled by its reader.
#[derive(Debug, Clone, Default)]
pub struct Notes(Arc<Mutex<Vec<Fault>>>);

impl Notes {
    /// The faults so far; the next call gives only later ones.
    pub fn take(&self) -> Vec<Fault> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn add(&self, fault: Fault) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
    }
}

/// Why an input is not read.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It is no dataset, or none that can be read: a finding.
    #[error("not a dataset")]
    Refused(Box<Fault>),
    /// Reading it failed.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match fault_in(&error) {
            Some(fault) => Self::Refused(Box::new(fault.clone())),
            None => Self::Io(error),
        }
    }
}

impl From<Box<Fault>> for Failure {
    fn from(fault: Box<Fault>) -> Self {
        Self::Refused(fault)
    }
}

/// Recognises `input`, which a person knows as `name`, and reads it up to its first record.
pub fn open(name: &str, input: Box<dyn Read + Send>, options: &Options) -> Result<Input, Failure> {
    let notes = Notes::default();
    open_at(name, Head::new(input)?, options, &notes, Vec::new())
}

/// Recognises `head`, which was unpacked from `packed`.
fn open_at(name: &str, head: Head, options: &Options, notes: &Notes, mut packed: Vec<Packed>) -> Result<Input, Failure> {
    if packed.len() > 2 {
        return Err(limit("nesting of archives", 2, "what is packed deeper").into());
    }
    let input = match kind::of(head.seen()) {
        kind::Content::Gzip => {
            packed.push(Packed::Gzip);
            let inner = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".GZ")).unwrap_or(name);
            return open_at(inner, Head::new(packed::gunzip(head))?, options, notes, packed);
        }
        #[cfg(feature = "tables")]
        kind::Content::Zip => {
            return match sheet::spooled(head)? {
                sheet::Spooled::Workbook(file) => Ok(finish(name, sheet::workbook(file, options, notes)?, packed)),
                sheet::Spooled::Archive(file) => {
                    let (entry, inner) = packed::unzip(file)?;
                    packed.push(Packed::Zip(entry.clone()));
                    open_at(&entry, Head::new(inner)?, options, notes, packed)
                }
            };
        }
        #[cfg(feature = "tables")]
        kind::Content::OldWorkbook => sheet::old_workbook(head, options, notes)?,
        #[cfg(not(feature = "tables"))]
        kind::Content::Zip | kind::Content::OldWorkbook => {
            return Err(unreadable(
                "this build of breachlint reads no workbooks and zip archives".to_owned(),
                "Save the sheet as CSV, or use a build with the feature `tables`.",
            )
            .into());
        }
        kind::Content::Foreign(what, help) => return Err(unreadable(format!("the file is {what}, not a list of reports"), help).into()),
        kind::Content::Text => text(head, options, notes)?,
    };
    Ok(finish(name, input, packed))
}

fn finish(name: &str, mut input: Input, packed: Vec<Packed>) -> Input {
    input.found.misnamed = kind::misnamed(name, &input.found.shape);
    input.found.packed = packed;
    input
}

/// Text in any notation and character set.
fn text(head: Head, options: &Options, notes: &Notes) -> Result<Input, Failure> {
    if head.seen().iter().all(u8::is_ascii_whitespace) {
        return Err(Box::new(Fault::new("BR020", At::file(0, 0), Detail::None)).into());
    }
    let charset = encoding::detect(head.seen());
    let decoded = Head::new(Box::new(decode::Decoder::new(head, charset, notes.clone())))?;
    match json::shape(decoded.seen()) {
        Some(shape) => json::open(decoded, shape, charset, options, notes),
        None => delimited::open(decoded, charset, options, notes),
    }
}

/// A fault that stops the reading of a file, carried by an [`io::Error`] through the stream.
#[derive(Debug, thiserror::Error)]
#[error("the file cannot be read further")]
struct Stopped(Fault);

#[expect(clippy::boxed_local, reason = "faults travel boxed: they are large, and rare")]
fn stopped(fault: Box<Fault>) -> io::Error {
    io::Error::other(Stopped(*fault))
}

/// The fault that an error of [`Input::text`] carries; none where reading failed for a reason outside the file.
pub fn fault_in(error: &io::Error) -> Option<&Fault> {
    error.get_ref().and_then(|inner| inner.downcast_ref::<Stopped>()).map(|stopped| &stopped.0)
}

fn limit(which: &'static str, limit: u64, unread: &'static str) -> Box<Fault> {
    Box::new(Fault::new("BR015", At::file(0, 0), Detail::Limit { which, limit, unread }))
}

/// A file that breaks off or is broken.
fn damaged(what: &str) -> Box<Fault> {
    let help = "Copy or export the file again; what was read before the damage is not the whole list.";
    Box::new(Fault::new("BR001", At::file(0, 0), Detail::Broken { what: what.to_owned(), help: help.to_owned(), broke: None }))
}

fn unreadable(what: String, help: &str) -> Box<Fault> {
    Box::new(Fault::new("BR019", At::file(0, 0), Detail::Broken { what, help: help.to_owned(), broke: None }))
}
