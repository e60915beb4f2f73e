//! A log of drafts: each row as the draft that it stands for, and the way from a question back to its column. Judges nothing.

use std::io;

use serde_json::{Map, Value};

use super::cell;
use super::layout::{Column, Form, Kind, Layout};
use super::read::{Input, Record, Records, Shape};
use crate::report::date::DateReading;
use crate::report::terms::{Filer, State, Term};
use crate::report::{Fact, NEWEST_VERSION};
use crate::schema;

/// A row of a log as a draft in JSON, with the dates of the log in their one reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The record, from 1, the header not counted.
    pub row: u64,
    /// Its row in the sheet, or its line in the file.
    pub place: u64,
    /// The row that a spreadsheet program shows it in.
    pub sheet_row: u64,
    /// The draft.
    pub text: String,
}

/// The rows of a log, one after another.
pub struct Drafts {
    layout: Layout,
    sheet: Option<String>,
    records: Records,
}

impl Drafts {
    /// The drafts of `input`; none where it is another kind of dataset.
    pub fn of(input: Input) -> Option<Self> {
        if input.layout.kind() != Kind::Log {
            return None;
        }
        let sheet = match &input.found.shape {
            Shape::Sheet { name, .. } => Some(name.clone()),
            _ => None,
        };
        Some(Self { layout: input.layout.clone(), sheet, records: input.records() })
    }

    /// The sheet of a workbook that they stand on.
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// The columns of the log.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }
}

impl Iterator for Drafts {
    type Item = io::Result<Draft>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let record = match self.records.next()? {
                Ok(record) => record,
                Err(error) => return Some(Err(error)),
            };
            // The rows below the last report of a prepared sheet.
            if self.layout.columns().iter().all(|column| record.cells.get(column.index).is_none_or(|cell| cell.trim().is_empty())) {
                continue;
            }
            return Some(Ok(draft(&self.layout, &record)));
        }
    }
}

/// `path` without the positions of lists: the path of a question.
pub fn question(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut inside = false;
    for character in path.chars() {
        inside = (inside || character == '[') && character != ']';
        if !inside && character != ']' {
            plain.push(character);
        }
    }
    plain
}

/// The column that answers the question at `path`, list positions and States included in the path.
pub fn column_of<'l>(layout: &'l Layout, path: &str) -> Option<&'l Column> {
    let plain = question(path);
    layout
        .columns()
        .iter()
        .find(|column| plain.strip_prefix(column.fact.path()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

fn draft(layout: &Layout, record: &Record) -> Draft {
    let cell = |column: &Column| record.cells.get(column.index).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let mut root = Map::new();
    root.insert("schema_version".to_owned(), NEWEST_VERSION.into());
    let mut associate_files = false;
    for column in layout.columns() {
        let Some(text) = cell(column) else { continue };
        if column.fact == Fact::Filer {
            associate_files = Filer::read(text).term().is_some_and(Filer::is_associate);
        }
        insert(&mut root, column.fact.path(), value(column, text));
    }
    // An associate files for a list of entities; a row holds one.
    if associate_files && let Some(entity) = root.get_mut("covered_entity") {
        *entity = Value::Array(vec![entity.take()]);
    }
    Draft { row: record.number, place: record.place, sheet_row: record.sheet_row, text: format!("{:#}\n", Value::Object(root)) }
}

/// Puts `value` under the keys of `path`.
fn insert(root: &mut Map<String, Value>, path: &str, value: Value) {
    let mut section = root;
    let mut keys = path.split('.').peekable();
    while let Some(key) = keys.next() {
        if keys.peek().is_none() {
            section.insert(key.to_owned(), value);
            return;
        }
        let inner = section.entry(key).or_insert_with(|| Value::Object(Map::new()));
        let Value::Object(inner) = inner else { return };
        section = inner;
    }
}

/// What a cell answers. What is not as its column wants it is passed on as it stands: the reading of drafts has the words for it.
fn value(column: &Column, text: &str) -> Value {
    match column.form {
        Form::Date(dates) => match dates.read(text) {
            DateReading::Canonical(day) | DateReading::One(day) => day.to_string().into(),
            DateReading::Several(_) | DateReading::Impossible => text.into(),
        },
        Form::Count => number(text),
        Form::YesNo => cell::yes_no(text).map_or_else(|| text.into(), |(answer, _)| answer.into()),
        Form::Terms => terms(column.fact, text),
        Form::Text => match column.fact {
            Fact::Residents | Fact::EntityResidents => residents(text),
            Fact::MediaStates => terms(column.fact, text),
            Fact::SchemaVersion => number(text),
            _ => text.into(),
        },
        _ => text.into(),
    }
}

fn number(text: &str) -> Value {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !(text.len() > 1 && text.starts_with('0'));
    text.parse::<i64>().ok().filter(|_| plain).map_or_else(|| text.into(), Into::into)
}

/// Several answers of one question: between semicolons or line breaks, or between commas where no label has one in it.
fn terms(fact: Fact, text: &str) -> Value {
    let path = fact.path();
    let commas = !schema::options(path).iter().any(|label| label.contains(','));
    let parts = text.split(|character| matches!(character, ';' | '\n' | '\r' | '|') || (commas && character == ','));
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [one] if fact == Fact::BreachType => one.into(),
        _ => parts.into(),
    }
}

/// `MD=620; VA=584` or `MD 620, VA 584`: residents by State.
fn residents(text: &str) -> Value {
    let mut counts = Map::new();
    for part in text.split([';', ',', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty()) {
        let pair = part.split_once(['=', ':', ' ']).map(|(state, count)| (state.trim(), count.trim()));
        let Some((state, count)) = pair.filter(|(state, _)| State::read(state).term().is_some()) else { return text.into() };
        if counts.insert(state.to_owned(), number(count)).is_some() {
            return text.into();
        }
    }
    Value::Object(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_answers_stand_in_one_cell() {
        assert_eq!(terms(Fact::Location, "Email, Laptop"), serde_json::json!(["Email", "Laptop"]));
        assert_eq!(terms(Fact::BreachType, "Theft"), serde_json::json!("Theft"));
        let safeguards = "Privacy Rule Safeguards (Training, Policies and Procedures, etc.)";
        assert_eq!(terms(Fact::Safeguards, safeguards), serde_json::json!([safeguards]));
        assert_eq!(residents("MD=620; VA: 584"), serde_json::json!({ "MD": 620, "VA": 584 }));
        assert_eq!(residents("MD 620, MD 5"), serde_json::json!("MD 620, MD 5"));
        assert_eq!(number("0501"), serde_json::json!("0501"));
    }
}
