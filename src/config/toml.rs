//! Tables of TOML read strictly: every mistake with its place, and with the nearest name where there is one.

use std::fmt;

use chrono::NaiveDate;
use toml_edit::{Document, Item, TableLike, Value};

use super::{Globs, UNREAD_NOTE, globs};
use crate::finding::nearest;
use crate::report::{Fact, date};
use crate::rules::{self, UNREAD};
use crate::source::Lines;
use crate::suppress::nearest_rule;

/// One mistake in a file of settings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// The file, as a person knows it.
    pub file: String,
    /// What is wrong: lower case, no full stop.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}: {}", self.file, self.line, self.column, self.what)
    }
}

/// Reads one file.
pub(super) struct Reader<'t> {
    name: &'t str,
    text: &'t str,
    lines: Lines,
    mistakes: Vec<Mistake>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(name: &'t str, text: &'t str) -> Self {
        Self { name, text, lines: Lines::new(text), mistakes: Vec::new() }
    }

    pub(super) fn name(&self) -> &str {
        self.name
    }

    /// The file's tables; none where it is not TOML.
    pub(super) fn document(&mut self) -> Option<Document<&'t str>> {
        match Document::parse(self.text) {
            Ok(document) => Some(document),
            Err(error) => {
                let what = format!("this is not well-formed TOML: {}", error.message().replace('\n', ", "));
                self.at(error.span().map_or(0, |span| span.start), what);
                None
            }
        }
    }

    pub(super) fn finish(mut self) -> Result<(), Vec<Mistake>> {
        self.mistakes.sort();
        self.mistakes.dedup();
        if self.mistakes.is_empty() { Ok(()) } else { Err(self.mistakes) }
    }

    fn at(&mut self, offset: usize, what: String) {
        let place = self.lines.position(self.text, offset);
        self.mistakes.push(Mistake { line: place.line, column: place.column, file: self.name.to_owned(), what });
    }

    fn offset(table: &dyn TableLike, key: &str) -> usize {
        let value = table.get(key).and_then(Item::span);
        table.key(key).and_then(toml_edit::Key::span).or(value).map_or(0, |span| span.start)
    }

    /// The line of `key`.
    pub(super) fn line_of(&self, table: &dyn TableLike, key: &str) -> u32 {
        self.lines.position(self.text, Self::offset(table, key)).line
    }

    /// Something is wrong with the value of `key`.
    pub(super) fn mistake(&mut self, table: &dyn TableLike, key: &str, what: &str) {
        let start = table.get(key).and_then(Item::span).map_or_else(|| Self::offset(table, key), |span| span.start);
        self.at(start, format!("`{key}` {what}"));
    }

    /// Says which keys are none.
    pub(super) fn known(&mut self, table: &dyn TableLike, keys: &[&str]) {
        for (key, _) in table.iter().filter(|(key, _)| !keys.contains(key)) {
            let hint = nearest(key, keys.iter().copied())
                .map_or_else(|| format!("; known here: {}", keys.join(", ")), |near| format!("; did you mean `{near}`?"));
            self.at(Self::offset(table, key), format!("unknown key `{key}`{hint}"));
        }
    }

    /// Whether `key` is there; a mistake of the table where it is not.
    pub(super) fn required(&mut self, table: &dyn TableLike, key: &str) -> bool {
        let there = table.contains_key(key);
        if !there {
            let first = table.iter().map(|(key, _)| Self::offset(table, key)).min().unwrap_or(0);
            self.at(first, format!("`{key}` is missing here"));
        }
        there
    }

    pub(super) fn text(&mut self, table: &dyn TableLike, key: &str) -> Option<String> {
        let item = table.get(key)?;
        let text = item.as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.mistake(table, key, "takes a text that is not empty");
        }
        text.map(str::to_owned)
    }

    pub(super) fn required_text(&mut self, table: &dyn TableLike, key: &str) -> Option<String> {
        self.required(table, key).then(|| self.text(table, key)).flatten()
    }

    /// One of `words`.
    pub(super) fn word(&mut self, table: &dyn TableLike, key: &str, words: &[&str]) -> Option<String> {
        let text = self.text(table, key)?;
        if words.contains(&text.as_str()) {
            return Some(text);
        }
        let hint = nearest(&text.replace('-', "_"), words.iter().copied()).map(|near| format!("; did you mean \"{near}\"?"));
        self.mistake(table, key, &format!("takes one of {}{}", words.join(", "), hint.unwrap_or_default()));
        None
    }

    /// A day, as a date of TOML or as text.
    pub(super) fn day(&mut self, table: &dyn TableLike, key: &str) -> Option<NaiveDate> {
        let item = table.get(key)?;
        let written = match item.as_value() {
            Some(Value::String(text)) => Some(text.value().clone()),
            Some(Value::Datetime(date)) if date.value().time.is_none() => Some(date.value().to_string()),
            _ => None,
        };
        let day = written.and_then(|written| date::canonical(&written));
        if day.is_none() {
            self.mistake(table, key, "takes a day of the calendar, written YYYY-MM-DD");
        }
        day
    }

    fn texts(&mut self, table: &dyn TableLike, key: &str) -> Vec<String> {
        let Some(item) = table.get(key) else { return Vec::new() };
        let texts: Option<Vec<String>> =
            item.as_array().map(|array| array.iter().map(|value| value.as_str().map(str::to_owned)).collect()).unwrap_or_default();
        if texts.is_none() {
            self.mistake(table, key, "takes a list of texts");
        }
        texts.unwrap_or_default()
    }

    pub(super) fn globs(&mut self, table: &dyn TableLike, key: &str) -> Globs {
        let patterns = self.texts(table, key);
        globs(patterns).unwrap_or_else(|(index, why)| {
            self.mistake(table, key, &format!("holds a pattern that is none (number {}): {why}", index + 1));
            Globs::default()
        })
    }

    /// The rule that `written` names, and that may be suppressed or lowered.
    pub(super) fn code(&mut self, table: &dyn TableLike, key: &str, written: &str) -> Option<&'static str> {
        let rule = rules::find(written);
        match rule {
            None => {
                let hint = nearest_rule(written).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
                self.mistake(table, key, &format!("names \"{written}\", and no rule is called so{hint}"));
            }
            Some(rule) if UNREAD.contains(&rule.code) => {
                self.mistake(table, key, &format!("names {}, which {UNREAD_NOTE}", rule.code));
                return None;
            }
            Some(_) => {}
        }
        rule.map(|rule| rule.code)
    }

    pub(super) fn codes(&mut self, table: &dyn TableLike, key: &str) -> Vec<&'static str> {
        self.texts(table, key).iter().filter_map(|written| self.code(table, key, written)).collect()
    }

    /// A table below this one.
    pub(super) fn table<'d>(&mut self, table: &'d dyn TableLike, key: &str) -> Option<&'d dyn TableLike> {
        let item = table.get(key)?;
        if item.as_table_like().is_none() {
            self.mistake(table, key, "takes a table");
        }
        item.as_table_like()
    }

    /// A list of tables below this one.
    pub(super) fn tables<'d>(&mut self, table: &'d dyn TableLike, key: &str) -> Vec<&'d dyn TableLike> {
        let Some(item) = table.get(key) else { return Vec::new() };
        if let Some(tables) = item.as_array_of_tables() {
            return tables.iter().map(|table| table as &dyn TableLike).collect();
        }
        let inline: Option<Vec<&dyn TableLike>> = item
            .as_array()
            .map(|array| array.iter().map(|value| value.as_inline_table().map(|table| table as &dyn TableLike)).collect())
            .unwrap_or_default();
        if inline.is_none() {
            self.mistake(table, key, &format!("takes tables, each under [[{key}]]"));
        }
        inline.unwrap_or_default()
    }

    /// `columns`: the header of each field.
    pub(super) fn columns(&mut self, table: &dyn TableLike) -> Vec<(String, String)> {
        let Some(columns) = self.table(table, "columns") else { return Vec::new() };
        let fields: Vec<&str> = crate::schema::record_keys().into_iter().chain(Fact::ALL.iter().map(|fact| fact.path())).collect();
        self.known(columns, &fields);
        columns.iter().filter_map(|(field, _)| Some((field.to_owned(), self.text(columns, field)?))).collect()
    }
}
