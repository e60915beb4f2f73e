//! Worksheets for people who key a filing into the portal. They carry answers by nature, and say so; what is found is masked as everywhere.

mod html;
mod markdown;

use std::io::{self, Write};

use chrono::NaiveDate;

use super::words::noun_words;
use crate::finding::{Severity, safe_line};
use crate::worksheet::{Answer, DESCRIPTION_LIMIT, Item, Sheet};

/// The notations of a worksheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorksheetFormat {
    /// One page to read and print; it loads nothing and needs no script.
    Html,
    /// Markdown.
    Markdown,
}

/// What every worksheet says of itself.
const PRIVATE: &str = "This worksheet shows every answer of the draft, contact answers included. Handle it like the draft, and destroy prints that are not needed.";
const DISCLAIMER: &str = "That nothing is found does not mean that a report is complete, true or in time. This is not legal advice. \
    Order, labels and limits follow what is publicly known of the portal; it may ask otherwise. Whether the filing is ready is the filer's word.";

/// Writes worksheets one after another, so that their number takes no memory.
pub struct Worksheets<'w> {
    format: WorksheetFormat,
    as_of: NaiveDate,
    several: bool,
    out: &'w mut dyn Write,
    index: Vec<(String, String)>,
}

impl<'w> Worksheets<'w> {
    /// Begins; `name` is the draft or log, as a person named it. Where there may be `several` sheets, a list of them stands at the end.
    pub fn begin(format: WorksheetFormat, name: &str, as_of: NaiveDate, several: bool, out: &'w mut dyn Write) -> io::Result<Self> {
        match format {
            WorksheetFormat::Html => html::begin(name, as_of, several, out)?,
            WorksheetFormat::Markdown => markdown::begin(name, as_of, out)?,
        }
        Ok(Self { format, as_of, several, out, index: Vec::new() })
    }

    /// Adds one.
    pub fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        let number = self.index.len() + 1;
        self.index.push((title(sheet), super::verdict_words(&sheet.verdict)));
        match self.format {
            WorksheetFormat::Html => html::sheet(sheet, number, self.as_of, self.out),
            WorksheetFormat::Markdown => markdown::sheet(sheet, self.as_of, self.out),
        }
    }

    /// Ends.
    pub fn end(mut self) -> io::Result<()> {
        if !self.several {
            self.index.clear();
        }
        match self.format {
            WorksheetFormat::Html => html::end(&self.index, self.out),
            WorksheetFormat::Markdown => markdown::end(&self.index, self.out),
        }
    }
}

/// What a sheet is called: its covered entity, and where its report stands.
fn title(sheet: &Sheet) -> String {
    let file = safe_line(&sheet.file);
    let place = match sheet.line {
        Some(line) => format!("{file} row {} (line {line})", sheet.report),
        None if sheet.report > 1 => format!("{file} (report {})", sheet.report),
        None => file,
    };
    match &sheet.entities[..] {
        [] => place,
        [one] => format!("{}: {place}", safe_line(one)),
        [first, rest @ ..] => format!("{} and {} more: {place}", safe_line(first), rest.len()),
    }
}

/// What a finding asks for.
fn asks(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Must fix",
        Severity::Warning => "Verify",
        Severity::Advice => "Know",
    }
}

/// How to answer, beside the question; empty where the answer shows it.
fn how(item: &Item) -> &'static str {
    match &item.answer {
        Answer::Ticks { single: true, .. } => "choose one",
        Answer::Ticks { .. } => "tick each that applies",
        Answer::Chosen(_) => "choose from the list",
        _ => "",
    }
}

/// The length of a text, against what the form is said to take.
fn length_words(item: &Item, length: usize) -> String {
    let characters = noun_words(length as u64, "character");
    if item.path != "breach.description" {
        return characters;
    }
    let over = if item.is_too_long() { ". It may be cut off" } else { "" };
    format!("{characters} of {DESCRIPTION_LIMIT}; that limit of the portal is not confirmed{over}")
}

/// Lines of a text, each fit to be shown.
fn lines(text: &str) -> impl Iterator<Item = String> + '_ {
    text.lines().map(safe_line)
}
