//! Clocks as a table for a spreadsheet, one line a clock. It is for people: a cell that a spreadsheet would take for a formula is made text.

use std::io::{self, Write};

use csv::Writer;

use super::{duty, entity};
use crate::calendar::Calendar;
use crate::render::csv::text_cell;
use crate::report::terms::Term;

const HEADER: [&str; 14] = [
    "due",
    "days_left",
    "standing",
    "duty",
    "duty_in_words",
    "state",
    "covered_entity",
    "done",
    "file",
    "report",
    "line",
    "reckoning",
    "cite",
    "uid",
];

pub(super) fn write(calendar: &Calendar, out: &mut dyn Write) -> io::Result<()> {
    let mut out = Writer::from_writer(out);
    out.write_record(HEADER)?;
    for entry in &calendar.entries {
        let (deadline, whose) = (&entry.deadline, &entry.whose);
        let standing = serde_json::to_value(entry.standing)?;
        let record: [String; HEADER.len()] = [
            deadline.due.to_string(),
            deadline.days_left(calendar.as_of).to_string(),
            standing.as_str().unwrap_or_default().to_owned(),
            deadline.duty.key().to_owned(),
            duty(entry),
            deadline.duty.state().map_or("", Term::label).to_owned(),
            text_cell(&entity(whose).unwrap_or_default()),
            deadline.done.map(|done| done.to_string()).unwrap_or_default(),
            text_cell(&whose.file),
            whose.report.to_string(),
            whose.line.map(|line| line.to_string()).unwrap_or_default(),
            deadline.reckoning.clone(),
            deadline.duty.cite().to_owned(),
            entry.uid.clone(),
        ];
        out.write_record(&record)?;
    }
    out.flush()
}
