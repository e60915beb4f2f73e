//! Worksheets as Markdown: boxes that are ticked, and text in blocks that can be copied.

use std::io::{self, Write};

use chrono::NaiveDate;

use super::{DISCLAIMER, PRIVATE, asks, how, length_words, lines, title};
use crate::render::markdown::plain;
use crate::render::{duty_words, not_checked_in_order, not_checked_words, set_aside_words, standing_words, verdict_words};
use crate::worksheet::{Answer, Item, Note, Sheet};

pub(super) fn begin(name: &str, as_of: NaiveDate, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# Worksheet: {}\n", plain(name))?;
    writeln!(out, "Judged on {as_of} by breachlint {}. {PRIVATE}", env!("CARGO_PKG_VERSION"))
}

pub(super) fn sheet(sheet: &Sheet, as_of: NaiveDate, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## {}\n\n**{}**", plain(&title(sheet)), plain(&verdict_words(&sheet.verdict)))?;
    if !sheet.deadlines.is_empty() {
        writeln!(out, "\n| due | duty | standing | how it is reckoned |\n| --- | --- | --- | --- |")?;
    }
    for deadline in &sheet.deadlines {
        let (duty, standing) = (duty_words(deadline), standing_words(deadline, as_of));
        let sum = format!("{} ({})", deadline.reckoning, deadline.duty.cite());
        writeln!(out, "| {} | {} | {} | {} |", deadline.due, plain(&duty), plain(&standing), plain(&sum))?;
    }
    notes(&sheet.notes, out)?;
    for (screen, number) in sheet.screens.iter().zip(1..) {
        writeln!(out, "\n### {number}. {}", screen.title)?;
        notes(&screen.notes, out)?;
        for block in screen.blocks.iter().filter(|block| !block.asked.is_empty()) {
            if let Some(title) = &block.title {
                writeln!(out, "\n#### {}", plain(title))?;
            }
            block.asked.iter().try_for_each(|item| question(item, None, out))?;
        }
        let mut kept = screen.blocks.iter().flat_map(|block| block.kept.iter().map(move |item| (block.title.as_deref(), item))).peekable();
        if kept.peek().is_some() {
            writeln!(out, "\n#### Not asked by the portal: kept because duties hang on it")?;
        }
        kept.try_for_each(|(of, item)| question(item, of, out))?;
    }
    if !sheet.set_aside.is_empty() {
        writeln!(out, "\n### Suppressed or in the baseline ({})\n", sheet.set_aside.len())?;
    }
    for aside in &sheet.set_aside {
        writeln!(out, "- {}", plain(&set_aside_words(aside)))?;
    }
    if !sheet.not_checked.is_empty() {
        writeln!(out, "\n### Not checked\n")?;
    }
    for lacking in not_checked_in_order(&sheet.not_checked) {
        writeln!(out, "- {}", plain(&not_checked_words(lacking)))?;
    }
    Ok(())
}

pub(super) fn end(index: &[(String, String)], out: &mut dyn Write) -> io::Result<()> {
    if !index.is_empty() {
        writeln!(out, "\n## List of breaches\n")?;
        for ((title, verdict), number) in index.iter().zip(1..) {
            writeln!(out, "{number}. {}: {}", plain(title), plain(verdict))?;
        }
    }
    writeln!(out, "\n---\n\n{DISCLAIMER}")
}

fn question(item: &Item, of: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let required = if item.required { " (required)" } else { "" };
    let of = of.map(|of| format!(" · {}", plain(of))).unwrap_or_default();
    let how = if how(item).is_empty() { String::new() } else { format!(" · {}", how(item)) };
    writeln!(out, "\n**{}**{required}{of}{how}\n", plain(item.title))?;
    match &item.answer {
        Answer::Ticks { options, others, .. } => {
            for (label, chosen) in options {
                writeln!(out, "- [{}] {}", if *chosen { 'x' } else { ' ' }, plain(label))?;
            }
            if !others.is_empty() {
                writeln!(out, "\nNo answer of the form's list:\n")?;
                block(&others.join(", "), out)?;
            }
        }
        Answer::Chosen(labels) if !labels.is_empty() => block(&labels.join(", "), out)?,
        Answer::Line(text) => block(text, out)?,
        Answer::Text(text, length) => {
            block(text, out)?;
            writeln!(out, "\n{}", plain(&length_words(item, *length)))?;
        }
        Answer::Unread(text) => {
            writeln!(out, "Not read for certain:\n")?;
            block(text, out)?;
        }
        Answer::Empty | Answer::Chosen(_) => {}
    }
    if matches!(item.answer, Answer::Ticks { .. }) && item.answer.is_empty() {
        writeln!(out)?;
    }
    if item.is_missing() {
        writeln!(out, "**Empty: the portal asks for an answer.**")?;
    } else if item.answer.is_empty() {
        writeln!(out, "Empty.")?;
    }
    notes(&item.notes, out)
}

/// Text as it is keyed in. The fence is longer than any in the text.
fn block(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    writeln!(out, "{fence}text")?;
    lines(text).try_for_each(|line| writeln!(out, "{line}"))?;
    writeln!(out, "{fence}")
}

fn notes(notes: &[Note], out: &mut dyn Write) -> io::Result<()> {
    for note in notes {
        writeln!(out, "\n> **{}** {} {}.", asks(note.severity), note.code, plain(&note.message))?;
        if let Some(help) = &note.help {
            writeln!(out, "> {}", plain(help))?;
        }
    }
    Ok(())
}
