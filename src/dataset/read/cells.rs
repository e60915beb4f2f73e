//! Every cell of a workbook as it was saved, for a copy of it: values and no formulas. Nothing is unpacked before it was measured.

use std::io::{Read, Seek};

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xls, Xlsx};
use tempfile::SpooledTempFile;

use super::head::Head;
use super::sheet::{Spooled, as_read, named, position, spool, spooled};
use super::{Failure, damaged, kind, limit, measure, unreadable};

/// So many cells are copied.
const MOST: usize = 500_000;
/// So many bytes of text, in all cells: one text can stand in many of them.
const TEXT: usize = 64 * 1024 * 1024;
/// Serial days between the two days 0 of workbooks.
const DAYS_1904: f64 = 1462.0;

/// A value of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text; also what a formula could not work out, such as `#REF!`.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// A day, as the serial number of workbooks whose day 0 is in 1900.
    Day(f64),
    /// A length of time, in days.
    Span(f64),
}

/// A sheet, its cells by row and column, from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub cells: Vec<(u32, u16, Cell)>,
}

/// A workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// Its sheets, in their order.
    pub sheets: Vec<Cells>,
    /// Which of them is read as a list.
    pub chosen: usize,
}

/// The cells of the workbook `file`, of which the sheet `wanted` is read as a list.
pub fn cells(file: Box<dyn Read + Send>, wanted: Option<&str>) -> Result<Book, Failure> {
    let head = Head::new(file)?;
    let no_workbook = || unreadable("the file is no workbook".to_owned(), "Name a file that was saved as XLSX or XLS.");
    let mut copy = Copy { sheets: Vec::new(), names: Vec::new(), left: MOST, text: TEXT };
    match kind::of(head.seen()) {
        kind::Content::Zip => match spooled(head)? {
            Spooled::Workbook(file) => copy.new_workbook(file)?,
            Spooled::Archive(_) => return Err(no_workbook().into()),
        },
        kind::Content::OldWorkbook => {
            let mut file = spool(head)?;
            measure::old_workbook(&mut file)?;
            copy.old_workbook(file)?;
        }
        _ => return Err(no_workbook().into()),
    }
    let chosen = named(&copy.names, wanted).and_then(|name| copy.sheets.iter().position(|sheet| sheet.name == *name));
    let chosen = chosen.ok_or_else(|| unreadable("the workbook has no such sheet".to_owned(), "Name one of its sheets."))?;
    Ok(Book { sheets: copy.sheets, chosen })
}

/// What was copied, and how much more may be.
struct Copy {
    sheets: Vec<Cells>,
    /// The names of all sheets, those without cells included.
    names: Vec<String>,
    left: usize,
    text: usize,
}

impl Copy {
    fn new_workbook(&mut self, file: SpooledTempFile) -> Result<(), Failure> {
        let broken = |error: calamine::XlsxError| damaged(&format!("the workbook is damaged or locked: {error}"));
        let mut book: Xlsx<_> = Xlsx::new(file).map_err(broken)?;
        let shift = if book.has_1904_epoch() { DAYS_1904 } else { 0.0 };
        self.names = book.sheet_names();
        for name in self.names.clone() {
            // A chart has no cells.
            let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
            let mut cells = Vec::new();
            while let Some(cell) = reader.next_cell().map_err(broken)? {
                self.cell(cell.get_position(), cell.get_value(), shift, &mut cells)?;
            }
            self.sheets.push(Cells { name, cells });
        }
        Ok(())
    }

    fn old_workbook(&mut self, file: impl Read + Seek) -> Result<(), Failure> {
        let broken = |error: calamine::XlsError| damaged(&format!("the workbook is damaged or locked: {error}"));
        let mut book: Xls<_> = Xls::new(file).map_err(broken)?;
        let shift = if book.has_1904_epoch() { DAYS_1904 } else { 0.0 };
        self.names = book.sheet_names();
        for name in self.names.clone() {
            let Ok(range) = book.worksheet_range(&name) else { continue };
            let from = range.start().unwrap_or_default();
            let mut cells = Vec::new();
            for (row, column, value) in range.used_cells() {
                self.cell((position(from.0, row), position(from.1, column)), &as_read(value), shift, &mut cells)?;
            }
            self.sheets.push(Cells { name, cells });
        }
        Ok(())
    }

    fn cell(&mut self, at: (u32, u32), value: &DataRef<'_>, shift: f64, cells: &mut Vec<(u32, u16, Cell)>) -> Result<(), Failure> {
        let value = match Data::from(value.clone()) {
            Data::Empty => return Ok(()),
            Data::Int(number) => Cell::Number(as_saved(number)),
            Data::Float(number) => Cell::Number(number),
            Data::Bool(answer) => Cell::Bool(answer),
            Data::DateTime(moment) => moment_of(moment, shift),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Text(text),
            Data::Error(error) => Cell::Text(error.to_string()),
        };
        let length = if let Cell::Text(text) = &value { text.len() } else { 0 };
        if length > self.text {
            return Err(limit("size of a workbook's texts in bytes", TEXT as u64, "this file").into());
        }
        self.text -= length;
        self.left = self.left.checked_sub(1).ok_or_else(|| limit("cells of a workbook that is annotated", MOST as u64, "this file"))?;
        let column = u16::try_from(at.1).map_err(|_| damaged("a cell stands beyond the last column"))?;
        cells.push((at.0, column, value));
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "a workbook has no numbers but doubles")]
fn as_saved(number: i64) -> f64 {
    number as f64
}

fn moment_of(moment: ExcelDateTime, shift: f64) -> Cell {
    if moment.is_datetime() { Cell::Day(moment.as_f64() + shift) } else { Cell::Span(moment.as_f64()) }
}
