//! The clocks of many reports for people, programs and calendars. Entity names are shown, with what looks like PHI in them masked; contact answers never are.

mod csv;
mod ics;
mod json;
mod text;

use std::io::{self, Write};

use chrono::NaiveDate;

use super::words::{duty_only_words, noun_words};
use crate::calendar::{Calendar, Entry, Lack, Standing, Whose};
use crate::finding::safe_line;
use crate::source::{masked, phi_spans};

/// The formats of `deadlines`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum CalendarFormat {
    /// For people: what is late first
    Text,
    /// One JSON object; see `breachlint schema deadlines`
    Json,
    /// A table for a spreadsheet; cells that look like formulas are made text
    Csv,
    /// iCalendar, with alarms, to import into a calendar
    Ics,
}

/// Writes `calendar`.
pub fn calendar(calendar: &Calendar, format: CalendarFormat, out: &mut dyn Write) -> io::Result<()> {
    match format {
        CalendarFormat::Text => text::write(calendar, out),
        CalendarFormat::Json => json::write(calendar, out),
        CalendarFormat::Csv => csv::write(calendar, out),
        CalendarFormat::Ics => ics::write(calendar, out),
    }
}

/// The covered entity of a clock, fit to be shown.
fn entity(whose: &Whose) -> Option<String> {
    let name = whose.entity.as_deref()?;
    Some(safe_line(&masked(name, &phi_spans(name))))
}

/// Where the report of a clock stands.
fn place(whose: &Whose) -> String {
    let file = safe_line(&whose.file);
    match whose.line {
        Some(line) => format!("{file} row {} (line {line})", whose.report),
        None if whose.report > 1 => format!("{file} (report {})", whose.report),
        None => file,
    }
}

/// How much time is left, or how a clock ended.
fn standing(entry: &Entry, as_of: NaiveDate) -> String {
    let left = entry.deadline.days_left(as_of);
    let days = |days: i64| noun_words(days.unsigned_abs(), "day");
    match (entry.standing, entry.deadline.done) {
        (_, Some(done)) if done > entry.deadline.due => {
            format!("done {}, {} late", done, days(crate::report::date::days_between(entry.deadline.due, done)))
        }
        (_, Some(done)) => format!("done {done}"),
        (Standing::Late, None) => format!("{} late", days(left)),
        (Standing::Passed, None) => format!("passed {} ago", days(left)),
        (Standing::Done, None) => format!("ended {} ago", days(left)),
        (Standing::Open, None) if left == 0 => "last day today".to_owned(),
        (Standing::Open, None) => format!("{} left", days(left)),
    }
}

fn duty(entry: &Entry) -> String {
    duty_only_words(entry.deadline.duty)
}

fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::Unreadable => "it could not be read; `breachlint check` says why",
        Lack::NoDiscovery => "no day of discovery is given for this covered entity",
        Lack::UnreadableDiscovery => "the day of discovery could not be read; `breachlint check` says why",
        Lack::NoSize => "neither the number of individuals nor the side of 500 is given, so that the day for HHS is open",
    }
}
