//! What changed between two exports: for people, as JSON, and as a table.

use std::io::{self, Write};

use serde::Serialize;

use super::DiffFormat;
use crate::diff::{CellChange, Fate, Meaning, RecordChange, RecordsDiff};
use crate::finding::safe_line;

/// The version of the JSON; raised when a reader of the old one would break.
const SCHEMA_VERSION: u32 = 1;
/// Records that the text shows of each kind; the counts are exact.
const SHOWN: usize = 20;
/// Longest value that the text shows, in characters.
const LONGEST_SHOWN: usize = 60;

#[derive(Serialize)]
struct DiffJson<'a> {
    schema_version: u32,
    tool_version: &'static str,
    old: FileJson<'a>,
    new: FileJson<'a>,
    summary: Summary,
    changes: &'a [RecordChange],
}

#[derive(Serialize)]
struct FileJson<'a> {
    file: &'a str,
    rows: u64,
}

#[derive(Serialize)]
struct Summary {
    unchanged: u64,
    new: u64,
    gone: u64,
    changed: u64,
    renamed: u64,
    types_changed: u64,
    locations_changed: u64,
    placeholders_resolved: u64,
    counts_revised: u64,
    descriptions_added: u64,
}

impl Summary {
    fn of(diff: &RecordsDiff) -> Self {
        Self {
            unchanged: diff.unchanged,
            new: diff.count(Fate::New),
            gone: diff.count(Fate::Gone),
            changed: diff.count(Fate::Changed),
            renamed: diff.count(Fate::Renamed),
            types_changed: diff.noted(Meaning::Recategorized, Some("breach_type")),
            locations_changed: diff.noted(Meaning::Recategorized, Some("breach_location")),
            placeholders_resolved: diff.noted(Meaning::PlaceholderResolved, None),
            counts_revised: diff.noted(Meaning::CountRevised, None),
            descriptions_added: diff.noted(Meaning::DescriptionAdded, None),
        }
    }
}

/// Writes `diff` in `format`.
pub fn records_diff(diff: &RecordsDiff, format: DiffFormat, out: &mut dyn Write) -> io::Result<()> {
    match format {
        DiffFormat::Text => text(diff, out),
        DiffFormat::Json => json(diff, out),
        DiffFormat::Csv => table(diff, out),
    }
}

fn json(diff: &RecordsDiff, out: &mut dyn Write) -> io::Result<()> {
    let wire = DiffJson {
        schema_version: SCHEMA_VERSION,
        tool_version: env!("CARGO_PKG_VERSION"),
        old: FileJson { file: &diff.old, rows: diff.old_rows },
        new: FileJson { file: &diff.new, rows: diff.new_rows },
        summary: Summary::of(diff),
        changes: &diff.changes,
    };
    serde_json::to_writer_pretty(&mut *out, &wire)?;
    writeln!(out)
}

fn table(diff: &RecordsDiff, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record([
        "change",
        "old_row",
        "new_row",
        "covered_entity",
        "state",
        "submission_date",
        "column",
        "before",
        "after",
        "note",
    ])?;
    for change in &diff.changes {
        let row = |row: Option<u32>| row.map_or_else(String::new, |row| row.to_string());
        let head = [
            word(change.kind).to_owned(),
            row(change.old_row),
            row(change.new_row),
            no_formula(&change.covered_entity),
            change.state.clone(),
            change.submission_date.clone(),
        ];
        if change.cells.is_empty() {
            table.write_record(head.iter().map(String::as_str).chain([""; 4]))?;
        }
        for cell in &change.cells {
            let value = |value: &Option<String>| no_formula(value.as_deref().unwrap_or_default());
            let note = cell.note.map_or("", note);
            let rest = [cell.column.to_owned(), value(&cell.before), value(&cell.after), note.to_owned()];
            table.write_record(head.iter().chain(&rest))?;
        }
    }
    table.flush()
}

/// A cell that a spreadsheet takes for text.
fn no_formula(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

fn word(kind: Fate) -> &'static str {
    match kind {
        Fate::New => "new",
        Fate::Gone => "gone",
        Fate::Changed => "changed",
        Fate::Renamed => "renamed",
    }
}

fn note(note: Meaning) -> &'static str {
    match note {
        Meaning::Recategorized => "recategorized",
        Meaning::PlaceholderResolved => "placeholder_resolved",
        Meaning::CountRevised => "count_revised",
        Meaning::DescriptionAdded => "description_added",
    }
}

fn text(diff: &RecordsDiff, out: &mut dyn Write) -> io::Result<()> {
    let summary = Summary::of(diff);
    let records = |count: u64| format!("{count} {}", if count == 1 { "record" } else { "records" });
    writeln!(out, "{}: {}", safe_line(&diff.old), records(diff.old_rows))?;
    writeln!(out, "{}: {}", safe_line(&diff.new), records(diff.new_rows))?;
    writeln!(
        out,
        "{} new, {} gone, {} changed, {} renamed, {} the same",
        summary.new, summary.gone, summary.changed, summary.renamed, summary.unchanged
    )?;
    let cells = |wanted: fn(&CellChange) -> bool| {
        let changes = diff.changes.iter();
        changes.flat_map(move |change| change.cells.iter().filter(move |cell| wanted(cell)).map(move |cell| cell_line(change, cell)))
    };
    let rows = |kind: Fate| diff.changes.iter().filter(move |change| change.kind == kind).map(row_line);
    section(out, "Type changed", cells(|cell| cell.column == "breach_type"))?;
    section(out, "Location changed", cells(|cell| cell.column == "breach_location"))?;
    section(out, "Placeholder count resolved", cells(|cell| cell.note == Some(Meaning::PlaceholderResolved)))?;
    section(out, "Count revised", cells(|cell| cell.note == Some(Meaning::CountRevised)))?;
    section(out, "Other cells changed", cells(|cell| cell.note.is_none()))?;
    section(out, "Description added", cells(|cell| cell.note == Some(Meaning::DescriptionAdded)))?;
    section(out, "New", rows(Fate::New))?;
    section(out, "Gone", rows(Fate::Gone))
}

fn section(out: &mut dyn Write, heading: &str, lines: impl Iterator<Item = String>) -> io::Result<()> {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return Ok(());
    }
    let mut shown = Vec::new();
    let mut count = 0_usize;
    for line in lines {
        count += 1;
        if shown.len() < SHOWN {
            shown.push(line);
        }
    }
    writeln!(out, "\n{heading} ({count})")?;
    for line in &shown {
        writeln!(out, "  {line}")?;
    }
    match count - shown.len() {
        0 => Ok(()),
        more => writeln!(out, "  and {more} more; every one with --format json or csv"),
    }
}

fn row_line(change: &RecordChange) -> String {
    let row = change.new_row.or(change.old_row).unwrap_or_default();
    format!(
        "row {row}  {} ({}, {}): {} individuals",
        cut(&change.covered_entity),
        safe_line(&change.state),
        safe_line(&change.submission_date),
        safe_line(&change.individuals_affected)
    )
}

fn cell_line(change: &RecordChange, cell: &CellChange) -> String {
    let row = |row: Option<u32>| row.map_or_else(String::new, |row| row.to_string());
    let value = |value: &Option<String>| value.as_deref().map_or_else(|| "nothing".to_owned(), cut);
    let which = if cell.note.is_none() { format!("{}: ", cell.column) } else { String::new() };
    let values = match cell.note {
        Some(Meaning::DescriptionAdded) => value(&cell.after),
        _ => format!("{} -> {}", value(&cell.before), value(&cell.after)),
    };
    let (old, new) = (row(change.old_row), row(change.new_row));
    format!("row {old} -> {new}  {} ({}): {which}{values}", cut(&change.covered_entity), safe_line(&change.submission_date))
}

/// A value on one line, and not too long.
fn cut(value: &str) -> String {
    let short: String = value.chars().take(LONGEST_SHOWN).collect();
    let dots = if short.len() < value.len() { "..." } else { "" };
    format!("{}{dots}", safe_line(&short))
}
