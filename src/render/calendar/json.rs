//! Clocks as one JSON object, as `deadlines.schema.json` has it.

use std::io::{self, Write};

use chrono::NaiveDate;
use serde::Serialize;

use super::entity;
use crate::calendar::{Calendar, Entry, Lack, Lacking, Standing};
use crate::report::terms::Term;

#[derive(Serialize)]
struct CalendarJson<'a> {
    schema_version: u32,
    tool_version: &'static str,
    as_of: NaiveDate,
    summary: Summary,
    deadlines: Vec<EntryJson<'a>>,
    without_clock: Vec<LackingJson<'a>>,
}

#[derive(Serialize)]
struct Summary {
    reports: u64,
    late: usize,
    passed: usize,
    open: usize,
    done: usize,
    without_clock: u64,
    not_listed: u64,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    due: NaiveDate,
    days_left: i64,
    standing: Standing,
    duty: &'static str,
    state: Option<&'static str>,
    covered_entity: Option<String>,
    done: Option<NaiveDate>,
    file: &'a str,
    report: u64,
    line: Option<u64>,
    reckoning: &'a str,
    cite: &'static str,
    uid: &'a str,
}

#[derive(Serialize)]
struct LackingJson<'a> {
    file: &'a str,
    report: u64,
    line: Option<u64>,
    covered_entity: Option<String>,
    reason: Lack,
}

pub(super) fn write(calendar: &Calendar, out: &mut dyn Write) -> io::Result<()> {
    let value = CalendarJson {
        schema_version: 1,
        tool_version: env!("CARGO_PKG_VERSION"),
        as_of: calendar.as_of,
        summary: Summary {
            reports: calendar.reports,
            late: calendar.count(Standing::Late),
            passed: calendar.count(Standing::Passed),
            open: calendar.count(Standing::Open),
            done: calendar.count(Standing::Done),
            without_clock: calendar.lacking.len() as u64 + calendar.lacking_cut,
            not_listed: calendar.cut,
        },
        deadlines: calendar.entries.iter().map(|entry| one(entry, calendar.as_of)).collect(),
        without_clock: calendar.lacking.iter().map(without).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}

fn one(entry: &Entry, as_of: NaiveDate) -> EntryJson<'_> {
    let (deadline, whose) = (&entry.deadline, &entry.whose);
    EntryJson {
        due: deadline.due,
        days_left: deadline.days_left(as_of),
        standing: entry.standing,
        duty: deadline.duty.key(),
        state: deadline.duty.state().map(Term::label),
        covered_entity: entity(whose),
        done: deadline.done,
        file: &whose.file,
        report: whose.report,
        line: whose.line,
        reckoning: &deadline.reckoning,
        cite: deadline.duty.cite(),
        uid: &entry.uid,
    }
}

fn without(lacking: &Lacking) -> LackingJson<'_> {
    let whose = &lacking.whose;
    LackingJson { file: &whose.file, report: whose.report, line: whose.line, covered_entity: entity(whose), reason: lacking.lack }
}
