//! What changed between two drafts: for people, as JSON, and as a table for a spreadsheet.

use std::io::{self, Write};

use serde::Serialize;

use crate::diff::{Changed, DraftsDiff, Note};
use crate::finding::{Located, Severity, safe_line};

/// The version of the JSON; raised when a reader of the old one would break.
const SCHEMA_VERSION: u32 = 1;
/// Longest answer that the text shows; of a longer one it shows where it changed.
const LONGEST_SHOWN: usize = 100;

/// The formats of `diff`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum DiffFormat {
    /// For people
    Text,
    /// One JSON object; see `breachlint schema diff`, of exports `breachlint schema records-diff`
    Json,
    /// A table for a spreadsheet: what would be a formula there is made text by an apostrophe
    Csv,
}

#[derive(Serialize)]
struct DiffJson<'a> {
    schema_version: u32,
    tool_version: &'static str,
    old: &'a str,
    new: &'a str,
    changed: usize,
    reports: Vec<ReportJson<'a>>,
}

#[derive(Serialize)]
struct ReportJson<'a> {
    report: usize,
    changes: Vec<ChangeJson<'a>>,
    lines_crossed: &'a [String],
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    path: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    added: &'a [String],
    removed: &'a [String],
    note: Option<Note>,
    hidden: bool,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
    path: &'a str,
    line: u32,
    column: u32,
    help: Option<&'a str>,
}

/// Writes `diff` as `format`.
pub fn drafts_diff(diff: &DraftsDiff, format: DiffFormat, out: &mut dyn Write) -> io::Result<()> {
    match format {
        DiffFormat::Text => text(diff, out),
        DiffFormat::Json => json(diff, out),
        DiffFormat::Csv => csv(diff, out),
    }
}

fn text(diff: &DraftsDiff, out: &mut dyn Write) -> io::Result<()> {
    let counted = |number: usize| if number == 1 { "1 answer changed".to_owned() } else { format!("{number} answers changed") };
    writeln!(out, "{} to {}: {}", safe_line(&diff.old), safe_line(&diff.new), counted(diff.changed()))?;
    for report in &diff.reports {
        if diff.reports.len() > 1 {
            writeln!(out, "\nReport {}: {}", report.number, counted(report.changes.len()))?;
        }
        if !report.changes.is_empty() {
            writeln!(out)?;
        }
        for change in &report.changes {
            writeln!(out, "  {}", change_words(change))?;
        }
        if !report.lines.is_empty() {
            writeln!(out, "\nThe two stand on different sides of a line of the law: {}", report.lines.join(", "))?;
        }
        if !report.findings.is_empty() {
            writeln!(out, "\nWhat the rules about addenda say")?;
        }
        for Located { finding, place, .. } in &report.findings {
            let message = safe_line(&finding.message);
            writeln!(out, "  {}[{}] {}, line {}: {message}", finding.severity.word(), finding.code, place.path, place.start.line)?;
        }
    }
    Ok(())
}

fn change_words(change: &Changed) -> String {
    let note = match change.note {
        Some(Note::Recategorized) => " (recategorized)",
        Some(Note::PlaceholderResolved) => " (placeholder resolved)",
        Some(Note::CountRevised) => " (count revised)",
        None => "",
    };
    let path = safe_line(&change.path);
    if !change.added.is_empty() || !change.removed.is_empty() {
        let listed = |what: &str, terms: &[String]| (!terms.is_empty()).then(|| format!("{what} {}", safe_line(&terms.join(", "))));
        let parts: Vec<String> = [listed("added", &change.added), listed("taken away", &change.removed)].into_iter().flatten().collect();
        return format!("{path}: {}{note}", parts.join("; "));
    }
    match (&change.before, &change.after) {
        _ if change.hidden => format!("{path}: changed, not shown"),
        (Some(before), Some(after)) => {
            let (before, after) = differing(before, after);
            format!("{path}: from {} to {}{note}", cut(before), cut(after))
        }
        (None, Some(after)) => format!("{path}: added {}", cut(after)),
        (Some(before), None) => format!("{path}: taken away {}", cut(before)),
        (None, None) => path,
    }
}

/// The first characters of a long answer.
fn cut(text: &str) -> String {
    let shown: String = text.chars().take(LONGEST_SHOWN).collect();
    let dots = if shown.len() < text.len() { "..." } else { "" };
    let shown = safe_line(&shown);
    if shown.is_empty() { "nothing".to_owned() } else { format!("{shown}{dots}") }
}

/// Of two long texts, what stands between their common beginning and their common end, whole words.
fn differing<'t>(before: &'t str, after: &'t str) -> (&'t str, &'t str) {
    if before.chars().count().max(after.chars().count()) <= LONGEST_SHOWN {
        return (before, after);
    }
    let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    let start = before[..before.floor_char_boundary(same)].rfind(' ').map_or(0, |space| space + 1);
    let (then, now) = (&before[start..], &after[start..]);
    let same = then.bytes().rev().zip(now.bytes().rev()).take_while(|(one, other)| one == other).count();
    let tail = &then[then.ceil_char_boundary(then.len() - same)..];
    let kept = tail.find(' ').map_or(0, |space| tail.len() - space);
    (&then[..then.len() - kept], &now[..now.len() - kept])
}

fn json(diff: &DraftsDiff, out: &mut dyn Write) -> io::Result<()> {
    let reports = diff.reports.iter().map(|report| ReportJson {
        report: report.number,
        changes: report
            .changes
            .iter()
            .map(|change| ChangeJson {
                path: &change.path,
                before: change.before.as_deref(),
                after: change.after.as_deref(),
                added: &change.added,
                removed: &change.removed,
                note: change.note,
                hidden: change.hidden,
            })
            .collect(),
        lines_crossed: &report.lines,
        findings: report
            .findings
            .iter()
            .map(|Located { finding, place, .. }| FindingJson {
                code: finding.code,
                severity: finding.severity,
                message: &finding.message,
                path: &place.path,
                line: place.start.line,
                column: place.start.column,
                help: finding.help.as_deref(),
            })
            .collect(),
    });
    let wire = DiffJson {
        schema_version: SCHEMA_VERSION,
        tool_version: env!("CARGO_PKG_VERSION"),
        old: &diff.old,
        new: &diff.new,
        changed: diff.changed(),
        reports: reports.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &wire)?;
    writeln!(out)
}

fn csv(diff: &DraftsDiff, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(["report", "path", "before", "after", "note"])?;
    for report in &diff.reports {
        for change in &report.changes {
            let note = change.note.map(|note| match note {
                Note::Recategorized => "recategorized",
                Note::PlaceholderResolved => "placeholder resolved",
                Note::CountRevised => "count revised",
            });
            let number = report.number.to_string();
            let cell = |text: &Option<String>| text.as_deref().map(inert).unwrap_or_default();
            table.write_record([&number, &inert(&change.path), &cell(&change.before), &cell(&change.after), note.unwrap_or_default()])?;
        }
    }
    table.flush()
}

/// Text that no spreadsheet takes for a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_long_texts_the_words_that_differ_are_shown() {
        let text = |middle: &str| format!("{} caf\u{e9} {middle} caf\u{e9} {}", "same ".repeat(30), "end ".repeat(30));
        let (before, after) = (text("two \u{e8}\u{e9} men"), text("two \u{e8}\u{ea} women"));
        assert_eq!(differing(&before, &after), ("\u{e8}\u{e9} men", "\u{e8}\u{ea} women"));
        assert_eq!(differing("short", "shorter"), ("short", "shorter"));
        let (longer, shorter) = ("same ".repeat(40), "same ".repeat(39));
        assert_eq!(differing(&longer, &shorter), ("same ", ""));
    }

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(inert("=1+1"), "'=1+1");
        assert_eq!(inert("Old Mill = Clinic"), "Old Mill = Clinic");
    }
}
