//! An empty log of drafts: one column a question. As CSV the header alone; as a workbook with drop-down lists and help.

use crate::report::{Asked, Fact};

/// The columns of a log, in the order of the form.
pub(super) fn questions() -> impl Iterator<Item = Fact> {
    Fact::ALL.iter().copied().filter(|fact| fact.asked() != Asked::Record && *fact != Fact::SchemaVersion)
}

/// The header of a log, as CSV.
pub fn log_csv() -> String {
    questions().map(Fact::path).collect::<Vec<_>>().join(",") + "\r\n"
}

#[cfg(feature = "tables")]
pub use workbook::log_workbook;

#[cfg(feature = "tables")]
mod workbook {
    use rust_xlsxwriter::{
        DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet,
        XlsxError,
    };

    use super::questions;
    use crate::dataset::layout::{Form, Layout};
    use crate::report::{Asked, Fact};
    use crate::schema;

    /// So many rows get drop-down lists and formats.
    const ROWS: u32 = 1000;
    /// The longest input message of a cell, in characters.
    const MESSAGE: usize = 255;

    /// An empty log as an XLSX workbook: the log, what each column asks, and the lists.
    pub fn log_workbook() -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        // The same bytes on every day.
        book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
        let mut log = Worksheet::new();
        let mut help = Worksheet::new();
        let mut lists = Worksheet::new();
        log.set_name("Log")?.set_freeze_panes(1, 0)?;
        help.set_name("Help")?.set_freeze_panes(1, 0)?;
        lists.set_name("Lists")?;
        let bold = Format::new().set_bold();
        let wrapped = Format::new().set_text_wrap();
        for (column, (words, width)) in
            (0..).zip([("Column", 48), ("Question", 44), ("Asked by", 12), ("What to write", 40), ("What for", 80), ("Answers", 60)])
        {
            help.write_string_with_format(0, column, words, &bold)?.set_column_width(column, width)?;
        }
        let paths: Vec<&str> = questions().map(Fact::path).collect();
        let Ok(layout) = Layout::read(&paths) else { return Ok(Vec::new()) };
        let mut list_column = 0;
        for ((fact, known), column) in questions().zip(layout.columns()).zip(0u16..) {
            let path = fact.path();
            log.write_string_with_format(0, column, path, &bold)?;
            log.set_column_width(column, 24)?;
            let options = choices(fact, &known.form);
            let rule = match known.form {
                Form::Date(_) => {
                    log.set_column_format(column, &Format::new().set_num_format("yyyy-mm-dd"))?;
                    let (first, last) = (ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(2099, 12, 31)?);
                    Some(DataValidation::new().allow_date(DataValidationRule::Between(first, last)))
                }
                Form::Count => {
                    log.set_column_format(column, &Format::new().set_num_format("0"))?;
                    Some(DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)))
                }
                // Several answers share a cell: a drop-down list would take only one.
                Form::Terms if fact != Fact::BreachType => None,
                _ if !options.is_empty() => {
                    for (row, option) in (0..).zip(&options) {
                        lists.write_string(row, list_column, *option)?;
                    }
                    let name = rust_xlsxwriter::column_number_to_name(list_column);
                    let range = format!("=Lists!${name}$1:${name}${}", options.len());
                    list_column += 1;
                    Some(DataValidation::new().allow_list_formula(Formula::new(range)))
                }
                _ => {
                    // Text, so that a ZIP code keeps its zeros.
                    log.set_column_format(column, &Format::new().set_num_format("@"))?;
                    None
                }
            };
            let rule = rule
                .unwrap_or_else(|| DataValidation::new().allow_any_value())
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_input_message(cut(&format!("{}. {}", schema::title(path), what_to_write(fact, &known.form))))?;
            log.add_data_validation(1, column, ROWS, column, &rule)?;
            let asked = if fact.asked() == Asked::Portal { "the portal" } else { "worksheet" };
            let row = u32::from(column) + 1;
            let texts =
                [path, schema::title(path), asked, &what_to_write(fact, &known.form), schema::description(path), &options.join("; ")];
            for (at, text) in (0..).zip(texts) {
                help.write_string_with_format(row, at, text, &wrapped)?;
            }
        }
        for sheet in [log, help, lists] {
            book.push_worksheet(sheet);
        }
        book.save_to_buffer()
    }

    fn choices(fact: Fact, form: &Form) -> Vec<&'static str> {
        match form {
            Form::YesNo => vec!["yes", "no"],
            _ => schema::current_options(fact.path()),
        }
    }

    fn what_to_write(fact: Fact, form: &Form) -> String {
        match form {
            Form::Date(_) => "A day, YYYY-MM-DD".to_owned(),
            Form::Count => "A whole number, in digits".to_owned(),
            Form::YesNo => "yes or no".to_owned(),
            Form::Terms if fact != Fact::BreachType => "One or more of the answers, with semicolons between them".to_owned(),
            _ => match fact {
                Fact::Residents | Fact::EntityResidents => "States and numbers, such as MD=620; VA=584".to_owned(),
                Fact::MediaStates => "States, with semicolons between them".to_owned(),
                _ if choices(fact, form).is_empty() => "Text".to_owned(),
                _ => "One of the answers".to_owned(),
            },
        }
    }

    fn cut(text: &str) -> String {
        text.chars().take(MESSAGE).collect()
    }
}
