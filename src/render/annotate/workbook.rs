//! The copy of a workbook: every value as it was saved, formulas as their values, with what was found at the cells.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Note, Url, Workbook, Worksheet, XlsxError, column_number_to_name,
};

use super::Annotations;
use crate::dataset::read::{Book, Cell, Cells};
use crate::finding::{Located, Severity, safe_line};
use crate::render::cites_words;
use crate::render::wrapped::height;
use crate::rules;
use crate::source::Place;

/// The longest note at a cell, in characters.
const LONGEST_NOTE: usize = 2000;
/// The columns of the sheet of findings, with their widths.
const COLUMNS: [(&str, u16); 8] =
    [("Cell", 8), ("To do", 10), ("Code", 8), ("Rule", 22), ("Question", 28), ("Found", 46), ("What to do", 46), ("Rests on", 30)];

/// What is said at one cell.
struct Mark {
    severity: Severity,
    words: Vec<String>,
}

/// `book` with its findings. Kept are every sheet, its order and every value; formats, formulas, charts and drop-down lists are not.
pub fn annotated(book: &Book, annotations: &Annotations) -> Result<Vec<u8>, XlsxError> {
    let mut out = Workbook::new();
    // The same bytes on every day.
    out.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let marks = marks(&annotations.found);
    let mut names: Vec<String> = Vec::new();
    for (sheet, index) in book.sheets.iter().zip(0..) {
        let mut written = Worksheet::new();
        // Other programs allow names that this format does not.
        let name = if written.set_name(&sheet.name).is_ok() { sheet.name.clone() } else { format!("Sheet {}", index + 1) };
        written.set_name(&name)?;
        if index == book.chosen {
            written.set_active(true);
            copy(sheet, &marks, &mut written)?;
        } else {
            copy(sheet, &BTreeMap::new(), &mut written)?;
        }
        names.push(name);
        out.push_worksheet(written);
    }
    let taken = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let mut own = "Findings".to_owned();
    while taken(&own) {
        own.push('+');
    }
    let checked = names.get(book.chosen).map_or("", String::as_str);
    out.push_worksheet(findings(&own, checked, annotations)?);
    out.save_to_buffer()
}

fn marks(found: &[Located]) -> BTreeMap<(u32, u16), Mark> {
    let mut marks: BTreeMap<(u32, u16), Mark> = BTreeMap::new();
    for located in found {
        let Some(at) = address(&located.place) else { continue };
        let finding = &located.finding;
        let mark = marks.entry(at).or_insert_with(|| Mark { severity: finding.severity, words: Vec::new() });
        mark.severity = mark.severity.max(finding.severity);
        let help = finding.help.as_deref().map(|help| format!("\n{}", safe_line(help))).unwrap_or_default();
        mark.words.push(format!("{}: {} {}{help}", to_do(finding.severity), finding.code, safe_line(&finding.message)));
    }
    marks
}

/// The cell of a place, from 0; the first of its row where it has none, and none for the file as a whole.
fn address(place: &Place) -> Option<(u32, u16)> {
    let Some(cell) = &place.cell else { return place.row.map(|_| (place.start.line.saturating_sub(1), 0)) };
    let cell = cell.rsplit('!').next()?;
    let digits = cell.find(|character: char| character.is_ascii_digit())?;
    let (letters, row) = cell.split_at(digits);
    let column =
        letters.bytes().try_fold(0u16, |sum, letter| sum.checked_mul(26)?.checked_add(u16::from(letter.checked_sub(b'A')?) + 1))?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn to_do(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Must fix",
        Severity::Warning => "Verify",
        Severity::Advice => "Know",
    }
}

fn ground(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::RGB(0x00FF_C7CE),
        Severity::Warning => Color::RGB(0x00FF_EB9C),
        Severity::Advice => Color::RGB(0x00DD_EBF7),
    }
}

/// Writes the cells of a sheet, and what is said at them.
fn copy(sheet: &Cells, marks: &BTreeMap<(u32, u16), Mark>, out: &mut Worksheet) -> Result<(), XlsxError> {
    let header = header_row(sheet);
    for (row, column, cell) in &sheet.cells {
        let mark = marks.get(&(*row, *column));
        let mut format = Format::new();
        if let Some(mark) = mark {
            format = format.set_background_color(ground(mark.severity)).set_font_color(Color::Black);
        }
        if header == Some(*row) {
            format = format.set_bold();
        }
        match cell {
            // What looks like a formula stays text.
            Cell::Text(text) => out.write_string_with_format(*row, *column, text, &format)?,
            Cell::Number(number) => out.write_number_with_format(*row, *column, *number, &format)?,
            Cell::Bool(answer) => out.write_boolean_with_format(*row, *column, *answer, &format)?,
            Cell::Day(serial) => {
                let pattern = if serial.fract() == 0.0 { "yyyy-mm-dd" } else { "yyyy-mm-dd hh:mm:ss" };
                out.write_number_with_format(*row, *column, *serial, &format.set_num_format(pattern))?
            }
            Cell::Span(days) => out.write_number_with_format(*row, *column, *days, &format.set_num_format("[h]:mm:ss"))?,
        };
    }
    let full: std::collections::HashSet<(u32, u16)> = sheet.cells.iter().map(|(row, column, _)| (*row, *column)).collect();
    for (&(row, column), mark) in marks {
        if !full.contains(&(row, column)) {
            out.write_blank(row, column, &Format::new().set_background_color(ground(mark.severity)))?;
        }
        out.insert_note(row, column, &note(mark))?;
    }
    for column in sheet.cells.iter().map(|&(_, column, _)| column).collect::<std::collections::BTreeSet<_>>() {
        out.set_column_width(column, 22)?;
    }
    if let Some(row) = header {
        out.set_freeze_panes(row + 1, 0)?;
    }
    Ok(())
}

/// The first row that holds a table's width of cells, near the top.
fn header_row(sheet: &Cells) -> Option<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for (row, ..) in sheet.cells.iter().take_while(|(row, ..)| *row < 20) {
        *counts.entry(*row).or_default() += 1;
    }
    counts.into_iter().find(|(_, count)| *count >= 3).map(|(row, _)| row)
}

fn note(mark: &Mark) -> Note {
    let text: String = mark.words.join("\n\n").chars().take(LONGEST_NOTE).collect();
    let lines = text.lines().map(|line| line.chars().count() / 50 + 1).sum::<usize>() + 1;
    let height = u32::try_from(lines.min(30)).unwrap_or(30) * 20;
    Note::new(text).set_author("breachlint").add_author_prefix(false).set_width(340).set_height(height)
}

/// The sheet called `name` with every finding, each with the way to its cell on the sheet `checked`.
fn findings(name: &str, checked: &str, annotations: &Annotations) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?.set_freeze_panes(1, 0)?.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    let bold = Format::new().set_bold().set_background_color(Color::RGB(0x00DC_E9F7));
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, (words, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, words, &bold)?.set_column_width(column, f64::from(width))?;
    }
    let mut row = 1;
    for located in &annotations.found {
        let (finding, place) = (&located.finding, &located.place);
        if let Some((cell_row, column)) = address(place) {
            let cell = format!("{}{}", column_number_to_name(column), cell_row + 1);
            let link = Url::new(format!("internal:'{}'!{cell}", checked.replace('\'', "''"))).set_text(&cell);
            sheet.write_url_with_format(row, 0, &link, &Format::new().set_hyperlink().set_align(FormatAlign::Top))?;
        }
        let colored = wrapped.clone().set_background_color(ground(finding.severity)).set_font_color(Color::Black);
        sheet.write_string_with_format(row, 1, to_do(finding.severity), &colored)?;
        let cites: Vec<String> = cites_words(finding.code).into_iter().map(|(basis, texts)| format!("{basis}: {texts}")).collect();
        let rule = rules::find(finding.code).map_or("", |rule| rule.name);
        let help = finding.help.as_deref().map(safe_line).unwrap_or_default();
        let texts = [finding.code, rule, &place.path, &safe_line(&finding.message), &help, &cites.join("; ")];
        for (column, text) in (2..).zip(texts) {
            sheet.write_string_with_format(row, column, text, &wrapped)?;
        }
        sheet.set_row_height(row, height(texts.into_iter().zip(COLUMNS[2..].iter().map(|(_, width)| *width))))?;
        row += 1;
    }
    if annotations.more > 0 {
        sheet.write_string(row, 0, format!("{} more findings are not listed and not marked.", annotations.more))?;
    } else if annotations.found.is_empty() {
        sheet.write_string(row, 0, "Nothing was found. That does not mean that the log is complete, true or in time.")?;
    }
    Ok(sheet)
}
