//! A trend report for a terminal: aligned tables, courses in block letters.

use std::io::{self, Write};

use super::sheets::{Sheet, sheets};
use crate::trends::Trends;

/// Columns of a line of prose.
const WIDTH: usize = 100;

pub(super) fn write(trends: &Trends, out: &mut dyn Write) -> io::Result<()> {
    let title = trends.period.map_or_else(
        || "Breach reports: not counted".to_owned(),
        |period| format!("Breach reports from {} to {}, by year of submission", period.from, period.to),
    );
    writeln!(out, "{title}")?;
    if !trends.warnings.is_empty() {
        writeln!(out)?;
    }
    for warning in &trends.warnings {
        prose(&format!("{}[{}] {}", warning.severity.word(), warning.code, crate::finding::safe_line(&warning.message)), "", out)?;
        prose(warning.help, "    ", out)?;
    }
    for sheet in sheets(trends, true) {
        writeln!(out, "\n{}", sheet.title)?;
        prose(&sheet.note, "  ", out)?;
        if sheet.worded { list(&sheet, out)? } else { table(&sheet, out)? }
    }
    writeln!(out)?;
    prose(
        "Counts of reports are no rates: nobody knows here how many could have been breached. The year is that of submission, not of the breach. None of this says \
         which safeguards failed. Method and sources: docs/trends.md.",
        "",
        out,
    )
}

fn prose(text: &str, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    // Days, paths and ranges stay whole.
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(indent)
        .subsequent_indent(if indent.is_empty() { "    " } else { indent })
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    if text.is_empty() { Ok(()) } else { writeln!(out, "{}", textwrap::fill(text, options)) }
}

fn table(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<&Vec<String>> = std::iter::once(&sheet.head).chain(&sheet.rows).collect();
    let columns = sheet.head.len();
    // A row that is not tested says why across its columns.
    let is_cut = |row: &Vec<String>| row.last().is_some_and(String::is_empty);
    let width = |column: usize| {
        let cells = rows.iter().filter(|row| column == 0 || !is_cut(row)).filter_map(|row| row.get(column));
        cells.map(|cell| cell.trim_end().chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let mut line = String::from("  ");
        for (column, cell) in row.iter().enumerate() {
            let cell = cell.trim_end();
            let gap = widths[column].saturating_sub(cell.chars().count());
            let is_left = column == 0 || is_cut(row) || sheet.head[column] == "course";
            let fill = " ".repeat(gap);
            line.push_str(&if is_left { format!("{cell}{fill}  ") } else { format!("{fill}{cell}  ") });
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Rows that hold words, one below the other.
fn list(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    for row in &sheet.rows {
        let Some((first, rest)) = row.split_first() else { continue };
        writeln!(out, "  {first}")?;
        let parts: Vec<String> = sheet.head[1..].iter().zip(rest).map(|(head, cell)| format!("{head}: {cell}")).collect();
        prose(&parts.join("; "), "      ", out)?;
    }
    Ok(())
}
