//! Clocks for people: what is late first, then what may be, then what is to come, then what is done.

use std::io::{self, Write};

use super::{duty, entity, lack, place, standing};
use crate::calendar::{Calendar, Entry, Standing};
use crate::render::words::noun_words;

/// The groups, with what is said under their headings.
const GROUPS: [(Standing, &str, &str); 4] = [
    (Standing::Late, "Late", ""),
    (Standing::Passed, "Passed", "The draft has no answer that says when it was done."),
    (Standing::Open, "To come", ""),
    (Standing::Done, "Done", ""),
];

pub(super) fn write(calendar: &Calendar, out: &mut dyn Write) -> io::Result<()> {
    let count = |standing| calendar.count(standing);
    writeln!(
        out,
        "Deadlines as of {}: {} late, {} passed, {} to come, {} done; {} looked at",
        calendar.as_of,
        count(Standing::Late),
        count(Standing::Passed),
        count(Standing::Open),
        count(Standing::Done),
        noun_words(calendar.reports, "report"),
    )?;
    for (standing, heading, note) in GROUPS {
        let group: Vec<&Entry> = calendar.entries.iter().filter(|entry| entry.standing == standing).collect();
        if group.is_empty() {
            continue;
        }
        writeln!(out, "\n{heading} ({})", group.len())?;
        if !note.is_empty() {
            writeln!(out, "  {note}")?;
        }
        for entry in group {
            one(entry, calendar, out)?;
        }
    }
    if calendar.cut > 0 {
        writeln!(out, "\n{} more, all less urgent, are not shown.", calendar.cut)?;
    }
    if calendar.is_lacking() {
        writeln!(out, "\nWithout a clock ({})", calendar.lacking.len() as u64 + calendar.lacking_cut)?;
        for lacking in &calendar.lacking {
            let name = entity(&lacking.whose).map(|name| format!(" {name}:")).unwrap_or_default();
            writeln!(out, "  {}:{name} {}", place(&lacking.whose), lack(lacking.lack))?;
        }
    }
    Ok(())
}

fn one(entry: &Entry, calendar: &Calendar, out: &mut dyn Write) -> io::Result<()> {
    let deadline = &entry.deadline;
    let name = entity(&entry.whose).map(|name| format!(", {name}")).unwrap_or_default();
    writeln!(out, "  {}  {}: {}{name}", deadline.due, standing(entry, calendar.as_of), duty(entry))?;
    writeln!(out, "              {} ({})", deadline.reckoning, deadline.duty.cite())?;
    writeln!(out, "              {}", place(&entry.whose))
}
