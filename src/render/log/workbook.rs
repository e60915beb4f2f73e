//! The empty log as a workbook: a sheet to fill in, with a rule for each column; a sheet of help; and the lists behind the drop-downs.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};

use super::questions;
use crate::dataset::layout::{Form, Layout};
use crate::render::wrapped::height;
use crate::report::{Asked, Fact};
use crate::schema;

/// So many rows get drop-down lists and formats.
const ROWS: u32 = 1000;
/// The longest input message of a cell, in characters.
const MESSAGE: usize = 255;
/// What the help sheet begins with.
const HELP: [&str; 7] = [
    "Log of breaches",
    "Write one breach a row on the sheet Log. Keep the first row as it is: it says what each column holds. A column that is not needed may be deleted, and others may be added.",
    "Blue columns are asked by OCR's portal. Gray ones are not: deadlines and duties hang on them.",
    "Several answers share a cell, with semicolons between them. A drop-down list puts one answer into the cell; write the others behind it.",
    "Days are written YYYY-MM-DD, such as 2026-01-20. A number is written in digits alone.",
    "Check the log: breachlint check FILE.xlsx --annotate CHECKED.xlsx. See what falls due: breachlint deadlines FILE.xlsx. Write what is keyed into the portal: breachlint worksheet FILE.xlsx -o FILE.html",
    "The log holds contact data. Keep it where only those can read it who must, and write no name of a patient into it.",
];
/// The columns of the help sheet, with their widths.
const COLUMNS: [(&str, u16); 6] =
    [("Column", 44), ("Question", 40), ("Asked by", 12), ("What to write", 36), ("What for", 70), ("Answers", 60)];

/// An empty log as an XLSX workbook: the log, what each column asks, and the lists.
pub fn log_workbook() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same bytes on every day.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let (mut log, mut help, mut lists) = (Worksheet::new(), Worksheet::new(), Worksheet::new());
    log.set_name("Log")?.set_freeze_panes(1, 0)?.set_landscape().set_repeat_rows(0, 0)?.set_row_height(0, 48)?;
    help.set_name("Help")?.set_landscape().set_print_fit_to_pages(1, 0);
    lists.set_name("Lists")?.set_hidden(true);
    let mut filled = Lists { sheet: lists, columns: 0 };
    let table = begin_help(&mut help)?;
    let paths: Vec<&str> = questions().map(Fact::path).collect();
    let Ok(layout) = Layout::read(&paths) else { return Ok(Vec::new()) };
    for ((fact, known), column) in questions().zip(layout.columns()).zip(0u16..) {
        log.write_string_with_format(0, column, fact.path(), &header(fact.asked()))?;
        log.set_column_width(column, width(fact, &known.form))?;
        if let Some(format) = number_format(&known.form, &choices(fact)) {
            log.set_column_format(column, &Format::new().set_num_format(format))?;
        }
        log.add_data_validation(1, column, ROWS, column, &rule(fact, &known.form, &mut filled)?)?;
        explain(fact, &known.form, table + 1 + u32::from(column), &mut help)?;
    }
    log.autofilter(0, 0, ROWS, u16::try_from(paths.len().saturating_sub(1)).unwrap_or(u16::MAX))?;
    for sheet in [log, help, filled.sheet] {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer()
}

/// Writes what stands above the table of the help sheet, and its header; gives the row of the header.
fn begin_help(help: &mut Worksheet) -> Result<u32, XlsxError> {
    let last = u16::try_from(COLUMNS.len()).unwrap_or(1) - 1;
    for (row, text) in (0u32..).zip(HELP) {
        let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let format = if row == 0 { format.set_bold().set_font_size(14) } else { format };
        // A merged cell is not fitted to its text.
        help.set_row_height(row, if row == 0 { 22 } else { 18 })?;
        help.merge_range(row, 0, row, last, text, &format)?;
    }
    let table = u32::try_from(HELP.len()).unwrap_or(0) + 1;
    for (column, (words, width)) in (0..).zip(COLUMNS) {
        help.write_string_with_format(table, column, words, &header(Asked::Portal))?.set_column_width(column, f64::from(width))?;
    }
    help.set_freeze_panes(table + 1, 0)?;
    Ok(table)
}

/// What column `fact` asks, in `row` of the help sheet.
fn explain(fact: Fact, form: &Form, row: u32, help: &mut Worksheet) -> Result<(), XlsxError> {
    let path = fact.path();
    let asked = if fact.asked() == Asked::Portal { "the portal" } else { "worksheet" };
    let answers = choices(fact).join("; ");
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let texts = [path, schema::title(path), asked, &what_to_write(fact, form), schema::description(path), &answers];
    for (column, text) in (0..).zip(texts) {
        help.write_string_with_format(row, column, text, &wrapped)?;
    }
    help.set_row_height(row, height(texts.into_iter().zip(COLUMNS.map(|(_, width)| width))))?;
    Ok(())
}

/// Blue for what the portal asks, gray for what it does not; on white paper both can be read.
fn header(asked: Asked) -> Format {
    let ground = if asked == Asked::Portal { Color::RGB(0x00DC_E9F7) } else { Color::RGB(0x00E4_E4E4) };
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_background_color(ground).set_border_bottom(FormatBorder::Thin)
}

fn width(fact: Fact, form: &Form) -> f64 {
    match form {
        Form::Date(_) | Form::Count | Form::YesNo | Form::State => 18.0,
        _ if fact == Fact::Description => 70.0,
        _ => 28.0,
    }
}

/// Text for open answers, so that a ZIP code keeps its zeros.
fn number_format(form: &Form, choices: &[&str]) -> Option<&'static str> {
    match form {
        Form::Date(_) => Some("yyyy-mm-dd"),
        Form::Count => Some("0"),
        _ if choices.is_empty() => Some("@"),
        _ => None,
    }
}

/// The sheet behind the drop-down lists.
struct Lists {
    sheet: Worksheet,
    columns: u16,
}

impl Lists {
    /// Adds a list, and says where it stands.
    fn add(&mut self, options: &[&str]) -> Result<Formula, XlsxError> {
        for (row, option) in (0..).zip(options) {
            self.sheet.write_string(row, self.columns, *option)?;
        }
        let name = rust_xlsxwriter::column_number_to_name(self.columns);
        self.columns += 1;
        Ok(Formula::new(format!("=Lists!${name}$1:${name}${}", options.len())))
    }
}

/// What the cells of a column take. Anything may be written all the same: `check` judges it, and says why.
fn rule(fact: Fact, form: &Form, lists: &mut Lists) -> Result<DataValidation, XlsxError> {
    let options = choices(fact);
    let rule = match form {
        Form::Date(_) => {
            let (first, last) = (ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(2099, 12, 31)?);
            DataValidation::new().allow_date(DataValidationRule::Between(first, last))
        }
        Form::Count => DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
        _ if !options.is_empty() => DataValidation::new().allow_list_formula(lists.add(&options)?),
        _ => DataValidation::new().allow_any_value(),
    };
    let message = cut(&format!("{}. {}", schema::title(fact.path()), what_to_write(fact, form)));
    rule.show_error_message(!takes_several(fact, form)).set_error_style(DataValidationErrorStyle::Warning).set_input_message(message)
}

/// Whether a cell may hold several answers: no drop-down list knows those.
fn takes_several(fact: Fact, form: &Form) -> bool {
    matches!(form, Form::Terms) && fact != Fact::BreachType || fact == Fact::MediaStates
}

fn choices(fact: Fact) -> Vec<&'static str> {
    let options = schema::current_options(fact.path());
    if schema::answer(fact.path()) != schema::Answer::YesNo {
        return options;
    }
    // The schema has them in capitals as well.
    ["yes", "no", "unknown"].into_iter().filter(|word| options.contains(word)).collect()
}

fn what_to_write(fact: Fact, form: &Form) -> String {
    match form {
        Form::Date(_) => "A day, YYYY-MM-DD".to_owned(),
        Form::Count => "A whole number, in digits".to_owned(),
        _ if schema::answer(fact.path()) == schema::Answer::YesNo => choices(fact).join(" or "),
        _ if fact == Fact::MediaStates => "States, with semicolons between them".to_owned(),
        _ if takes_several(fact, form) => "One or more of the answers, with semicolons between them".to_owned(),
        _ => match fact {
            Fact::Residents | Fact::EntityResidents => "States and numbers, such as MD=620; VA=584".to_owned(),
            _ if choices(fact).is_empty() => "Text".to_owned(),
            _ => "One of the answers".to_owned(),
        },
    }
}

fn cut(text: &str) -> String {
    text.chars().take(MESSAGE).collect()
}
