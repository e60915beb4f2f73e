//! Clocks as iCalendar (RFC 5545): one event a clock on the day that it falls due, with alarms while it runs. The same bytes for the same clocks.

use std::io::{self, Write};

use chrono::{DateTime, NaiveTime, Utc};
use icalendar::{Alarm, Calendar as Ics, Class, Component, Event, EventLike, Property};

use super::{duty, entity, place, standing};
use crate::calendar::{Calendar, Entry, Standing};

/// Days before the day at which a calendar reminds, at nine in the morning.
const REMINDERS: [(u32, &str); 4] = [(30, "-P29DT15H"), (14, "-P13DT15H"), (7, "-P6DT15H"), (1, "-PT15H")];

pub(super) fn write(calendar: &Calendar, out: &mut dyn Write) -> io::Result<()> {
    let stamp = calendar.as_of.and_time(NaiveTime::MIN).and_utc();
    let mut ics = Ics::new();
    ics.properties.retain(|property| property.key() != "PRODID");
    ics.append_property(Property::new("PRODID", concat!("-//breachlint//", env!("CARGO_PKG_VERSION"), "//EN")));
    ics.append_property(Property::new("METHOD", "PUBLISH"));
    ics.name("Breach report deadlines");
    for entry in &calendar.entries {
        ics.push(event(entry, calendar, stamp));
    }
    out.write_all(ics.to_string().as_bytes())
}

fn event(entry: &Entry, calendar: &Calendar, stamp: DateTime<Utc>) -> Event {
    let deadline = &entry.deadline;
    let head = match entry.standing {
        Standing::Late => "LATE: ",
        Standing::Passed => "Passed: ",
        Standing::Open => "",
        Standing::Done => "Done: ",
    };
    let name = entity(&entry.whose).map(|name| format!(", {name}")).unwrap_or_default();
    let summary = format!("{head}{}{name}", duty(entry));
    let words = format!(
        "{}, as of {}.\n{} ({}).\nFrom {}. Not legal advice.",
        standing(entry, calendar.as_of),
        calendar.as_of,
        deadline.reckoning,
        deadline.duty.cite(),
        place(&entry.whose),
    );
    let mut event = Event::new();
    event.uid(&entry.uid).timestamp(stamp).starts(deadline.due).summary(&summary).description(&words).class(Class::Private);
    // The day is not taken: it stays free in a shared calendar.
    event.add_property("TRANSP", "TRANSPARENT");
    if entry.standing == Standing::Open {
        for (days, trigger) in REMINDERS {
            event.alarm(alarm(&summary, &entry.uid, days, trigger, stamp));
        }
    }
    event.done()
}

/// A reminder. The library would make up a name and a time for it: both are set, so that the bytes are the same in every run.
fn alarm(summary: &str, uid: &str, days: u32, trigger: &str, stamp: DateTime<Utc>) -> Alarm {
    let noun = if days == 1 { "day" } else { "days" };
    let mut alarm = Alarm::display(&format!("Due in {days} {noun}: {summary}"), chrono::Duration::zero());
    alarm.add_property("TRIGGER", trigger).uid(&format!("{days}-{uid}")).timestamp(stamp);
    alarm
}
