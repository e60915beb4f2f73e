//! Workbooks: one sheet of an XLSX or XLS file, row by row. Nothing is unpacked before it was measured.

use std::io::{self, Read, Seek, Write};
use std::sync::mpsc::{SyncSender, sync_channel};

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Reader, Xls, Xlsx};
use tempfile::SpooledTempFile;

use super::head::Head;
use super::kind::Shape;
use super::measure;
use super::table::{Sink, written};
use super::{Charset, Failure, Input, Notes, Options, Recognised, damaged, delimited, limit, stopped, unreadable};
use crate::dataset::layout::DayZero;
use crate::finding::Detail;

/// The largest file that must be read out of order.
const LARGEST: u64 = 1024 * 1024 * 1024;
/// Up to so many bytes of it are kept in memory; a larger one goes to a temporary file.
const IN_MEMORY: usize = 16 * 1024 * 1024;
/// The widest sheet, in columns.
const WIDEST: usize = 1024;
/// So many merged areas are filled.
const MERGED: usize = 100_000;

/// A zip file that was read whole.
pub(super) enum Spooled {
    /// An XLSX workbook.
    Workbook(SpooledTempFile),
    /// An archive of files.
    Archive(SpooledTempFile),
}

/// Reads a zip file whole, because its table of contents stands at its end, and tells what it is.
pub(super) fn spooled(head: Head) -> Result<Spooled, Failure> {
    let mut file = spool(head)?;
    match measure::contents(&mut file)? {
        measure::Contents::Workbook => Ok(Spooled::Workbook(file)),
        measure::Contents::Files => Ok(Spooled::Archive(file)),
    }
}

/// Reads a file whole: it is read out of order.
pub(super) fn spool(head: Head) -> Result<SpooledTempFile, Failure> {
    let mut file = SpooledTempFile::new(IN_MEMORY);
    let copied = io::copy(&mut head.take(LARGEST + 1), &mut file)?;
    if copied > LARGEST {
        return Err(limit("size of a workbook or archive in bytes", LARGEST, "this file; save the list as CSV").into());
    }
    file.flush()?;
    file.rewind()?;
    Ok(file)
}

/// What is known of a workbook before its first row.
struct Opened {
    sheet: String,
    others: Vec<String>,
    day_zero: DayZero,
}

/// Opens an XLSX workbook that was measured.
pub(super) fn workbook(file: SpooledTempFile, options: &Options, notes: &Notes) -> Result<Input, Failure> {
    open(false, options, notes, move |wanted, opened, sink| {
        let mut book: Xlsx<_> =
            Xlsx::new(file).map_err(|error| stopped(damaged(&format!("the workbook is damaged or locked: {error}"))))?;
        let day_zero = if book.has_1904_epoch() { DayZero::Y1904 } else { DayZero::Y1900 };
        let Some(sheet) = choose(&book.sheet_names(), wanted.as_deref(), day_zero, opened) else { return Ok(()) };
        let merged = book.merge_cells_by_sheet_name(&sheet).unwrap_or_default();
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(|error| stopped(damaged(&format!("the sheet is damaged: {error}"))))?;
        let mut rows = Rows::new(sink, &merged);
        while let Some(cell) = cells.next_cell().map_err(|error| stopped(damaged(&format!("the sheet is damaged: {error}"))))? {
            let (row, column) = cell.get_position();
            rows.cell(row, column, text_of(cell.get_value()))?;
        }
        rows.end()
    })
}

/// Opens an XLS workbook.
pub(super) fn old_workbook(head: Head, options: &Options, notes: &Notes) -> Result<Input, Failure> {
    let mut file = spool(head)?;
    measure::old_workbook(&mut file)?;
    open(true, options, notes, move |wanted, opened, sink| {
        let mut book: Xls<_> = Xls::new(file).map_err(|error| stopped(damaged(&format!("the workbook is damaged or locked: {error}"))))?;
        let day_zero = if book.has_1904_epoch() { DayZero::Y1904 } else { DayZero::Y1900 };
        let Some(sheet) = choose(&book.sheet_names(), wanted.as_deref(), day_zero, opened) else { return Ok(()) };
        let merged = book.merge_cells_by_sheet_name(&sheet).unwrap_or_default();
        // XLS is read whole by its library: its size was measured before.
        let range = book.worksheet_range(&sheet).map_err(|error| stopped(damaged(&format!("the sheet is damaged: {error}"))))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = Rows::new(sink, &merged);
        for (row, column, value) in range.used_cells() {
            rows.cell(position(top, row), position(left, column), text_of(&as_read(value)))?;
        }
        rows.end()
    })
}

/// Runs `read` on a thread of its own and opens what it writes.
fn open(
    old: bool,
    options: &Options,
    notes: &Notes,
    read: impl FnOnce(Option<String>, &SyncSender<Result<Opened, String>>, &mut Sink<'_>) -> io::Result<()> + Send + 'static,
) -> Result<Input, Failure> {
    let (opened, answer) = sync_channel(1);
    let wanted = options.sheet.clone();
    let mut text = written(move |sink| read(wanted, &opened, sink))?;
    let opened = match answer.recv() {
        Ok(Ok(opened)) => opened,
        Ok(Err(names)) => {
            let wanted = options.sheet.as_deref().unwrap_or_default();
            return Err(unreadable(format!("the workbook has no sheet \"{wanted}\""), &format!("Its sheets are: {names}.")).into());
        }
        // The reader gave up before it knew the sheets: the stream says why.
        Err(_) => {
            let ended = text.read(&mut [0]).err().unwrap_or_else(|| stopped(damaged("the workbook has no sheets")));
            return Err(ended.into());
        }
    };
    let mut options = options.clone();
    options.wanted.day_zero = Some(opened.day_zero);
    let others = opened.others.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let shape = Shape::Sheet { old, name: opened.sheet, others: opened.others };
    let found = Recognised { packed: Vec::new(), shape, charset: Charset::Utf8 { mark: false }, misnamed: None };
    let head = Head::new(text)?;
    delimited::open_written(head, found, &options, notes).map_err(|failure| elsewhere(failure, &others))
}

/// A row or column of a range that begins at `from`.
pub(super) fn position(from: u32, offset: usize) -> u32 {
    from.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
}

/// A sheet that is no list, with the other sheets to choose from.
fn elsewhere(failure: Failure, others: &str) -> Failure {
    match failure {
        Failure::Refused(mut fault) if !others.is_empty() => {
            if let Detail::Broken { help, .. } = &mut fault.detail {
                help.push_str(&format!(" The workbook has other sheets: {others}; choose one with --sheet."));
            }
            Failure::Refused(fault)
        }
        other => other,
    }
}

/// The sheet that is `wanted`, by its name or its number from 1; the first where none is.
fn choose(names: &[String], wanted: Option<&str>, day_zero: DayZero, opened: &SyncSender<Result<Opened, String>>) -> Option<String> {
    let sheet = named(names, wanted);
    let answer = match sheet {
        Some(sheet) => {
            let others = names.iter().filter(|name| *name != sheet).cloned().collect();
            Ok(Opened { sheet: sheet.clone(), others, day_zero })
        }
        None => Err(names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")),
    };
    // The other end waits for this one answer.
    let _ = opened.send(answer);
    sheet.cloned()
}

/// The name of the sheet that is `wanted`.
pub(super) fn named<'n>(names: &'n [String], wanted: Option<&str>) -> Option<&'n String> {
    let number = |wanted: &str| wanted.parse::<usize>().ok().and_then(|number| names.get(number.checked_sub(1)?));
    match wanted {
        None => names.first(),
        Some(wanted) => names.iter().find(|name| *name == wanted).or_else(|| number(wanted)),
    }
}

/// Cells gathered into rows.
struct Rows<'s, 'p> {
    sink: &'s mut Sink<'p>,
    merged: Vec<Dimensions>,
    /// Values of merged areas that reach into rows below: column, last row, value.
    reaching: Vec<(usize, u32, String)>,
    row: u32,
    cells: Vec<String>,
}

impl<'s, 'p> Rows<'s, 'p> {
    fn new(sink: &'s mut Sink<'p>, merged: &[Dimensions]) -> Self {
        let mut merged: Vec<Dimensions> = merged.iter().copied().filter(|area| area.end.0 > area.start.0).take(MERGED).collect();
        merged.sort_unstable_by_key(|area| area.start);
        Self { sink, merged, reaching: Vec::new(), row: 0, cells: Vec::new() }
    }

    fn cell(&mut self, row: u32, column: u32, text: String) -> io::Result<()> {
        if row != self.row {
            if row < self.row {
                return Err(stopped(damaged("the rows of the sheet are not in order")));
            }
            self.finish()?;
            self.row = row;
        }
        let column = column as usize;
        if text.is_empty() {
            return Ok(());
        }
        if column >= WIDEST {
            return Err(stopped(limit("width of a sheet in columns", WIDEST as u64, "this row and all after it")));
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = text;
        Ok(())
    }

    /// Writes the row that was gathered. A blank one is no record, unless a merged area reaches into it.
    fn finish(&mut self) -> io::Result<()> {
        let row = self.row;
        self.reaching.retain(|(_, last, _)| *last >= row);
        for (column, _, value) in &self.reaching {
            if self.cells.len() <= *column {
                self.cells.resize(column + 1, String::new());
            }
            if self.cells[*column].is_empty() && self.cells.iter().any(|cell| !cell.is_empty()) {
                self.cells[*column].clone_from(value);
            }
        }
        let start = self.merged.partition_point(|area| area.start.0 < row);
        for area in self.merged[start..].iter().take_while(|area| area.start.0 == row) {
            let column = area.start.1 as usize;
            if let Some(value) = self.cells.get(column).filter(|value| !value.is_empty()) {
                self.reaching.push((column, area.end.0, value.clone()));
            }
        }
        if self.cells.iter().any(|cell| !cell.is_empty()) {
            self.sink.record(u64::from(row) + 1, self.cells.iter().map(String::as_str))?;
        }
        self.cells.clear();
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.finish()
    }
}

/// A value of an XLS workbook as one of an XLSX workbook.
pub(super) fn as_read(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(answer) => DataRef::Bool(*answer),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => DataRef::SharedString(text),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A cell as text: numbers without a fraction as whole numbers, days as YYYY-MM-DD.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(answer) => if *answer { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => day(moment),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        // What a formula could not work out is shown as the program shows it.
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn day(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}
