//! One row as canonical cells, and what that changes. A value that has no one reading leaves its cell empty; nothing is guessed.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::canon;
use super::digits::pair;
use super::encode::{Columns, FIELDS};
use super::log::Certainty;
use crate::dataset::{Form, Layout, Row};
use crate::guard::is_only_reading;
use crate::report::date::DateReading;
use crate::report::terms::{BreachType, EntityType, Location, State, Term, TermSet};
use crate::report::{CountReading, Fact, FactSet, is_marker, read_count};

/// The answers of one row.
#[derive(Debug)]
pub(crate) struct Cells<'r> {
    pub(crate) name: Cow<'r, str>,
    pub(crate) state: Option<State>,
    pub(crate) kind: Option<EntityType>,
    pub(crate) count: Option<i64>,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) types: Option<TermSet<BreachType>>,
    pub(crate) locations: Option<TermSet<Location>>,
    pub(crate) associate: Option<bool>,
    pub(crate) text: Option<Cow<'r, str>>,
    /// The day as `YYYY-MM-DD`, where there is one.
    iso: [u8; 10],
    /// The description as it stands in the input, in quotes, where nothing of it changes.
    enclosed: Option<&'r str>,
    /// The answers that stand as the portal writes them.
    plain: FactSet,
}

/// The fact of each field.
const ONE: [FactSet; FIELDS.len()] = {
    let mut one = [FactSet::NONE; FIELDS.len()];
    let mut field = 0;
    while field < FIELDS.len() {
        one[field] = FactSet::of(&[FIELDS[field].2]);
        field += 1;
    }
    one
};

/// A cell that is written differently.
#[derive(Debug)]
pub(super) struct Changed<'r> {
    pub(super) field: usize,
    pub(super) before: &'r str,
    pub(super) code: Option<&'static str>,
    pub(super) certainty: Certainty,
}

/// The canonical cells of `row`; or the code that says why there are none.
pub(crate) fn of<'r>(row: &Row<'_, 'r>, layout: &Layout) -> Result<Cells<'r>, &'static str> {
    if let Some(fault) = row.faults.iter().find(|fault| fault.code == "BR019") {
        return Err(fault.code);
    }
    let report = row.report;
    let tidy = row.known.glance.is_some_and(|glance| glance.is_tidy());
    let plain = if tidy { row.plain.union(FactSet::of(&[Fact::EntityName])) } else { row.plain };
    let canonical = |name: &'r str| if tidy { Cow::Borrowed(name) } else { canon::name(name) };
    let name = report.entity.name.get().map(canonical).filter(|name| !is_marker(name)).ok_or("BR105")?;
    let count = report.breach.individuals_affected.get().filter(|count| {
        if row.plain.has(Fact::Individuals) {
            return true;
        }
        let raw = raw(row, layout, Fact::Individuals);
        is_plain_count(raw) || is_only_count(raw, count)
    });
    // A day that has another reading was not read.
    let date = report.filing.submitted_on.get();
    debug_assert!(date.is_none_or(|day| is_only_day(row, layout, day)), "a day of several readings");
    let prose = |text: &'r str| if row.plain.has(Fact::OcrNarrative) { Some(Cow::Borrowed(text)) } else { canon::prose(text) };
    let text = report.breach.ocr_narrative.get().and_then(prose);
    let unchanged = matches!(text, Some(Cow::Borrowed(_)));
    let enclosed = layout.column(Fact::OcrNarrative).filter(|_| unchanged).and_then(|column| row.cells.enclosed(column.index));
    Ok(Cells {
        name,
        state: report.entity.state.get(),
        kind: report.entity.kind.get(),
        count: count.filter(|&count| count > 0),
        date,
        types: report.breach.breach_type.get(),
        locations: report.breach.location.get(),
        associate: report.breach.business_associate_present.get(),
        text,
        iso: date.map_or([0; 10], iso),
        enclosed,
        plain,
    })
}

fn raw<'r>(row: &Row<'_, 'r>, layout: &Layout, fact: Fact) -> &'r str {
    layout.column(fact).and_then(|column| row.values.get(column.index)).copied().unwrap_or_default()
}

fn is_plain_count(raw: &str) -> bool {
    !raw.starts_with('0') && !raw.is_empty() && raw.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_only_count(raw: &str, count: &i64) -> bool {
    match read_count(raw) {
        CountReading::Canonical(number) | CountReading::One(number) => is_only_reading(&[number], count),
        CountReading::Several(numbers) => is_only_reading(&numbers, count),
        CountReading::None => false,
    }
}

fn is_only_day(row: &Row<'_, '_>, layout: &Layout, day: NaiveDate) -> bool {
    let Some(Form::Date(dates)) = layout.column(Fact::SubmittedOn).map(|column| column.form) else { return false };
    match dates.read(raw(row, layout, Fact::SubmittedOn)) {
        DateReading::Canonical(only) | DateReading::One(only) => is_only_reading(&[only], &day),
        DateReading::Several(days) => is_only_reading(&days, &day),
        DateReading::Impossible => false,
    }
}

impl<'r> Cells<'r> {
    /// The cells that are written differently from `row`, in the order of the fields.
    pub(super) fn changes<'s>(&'s self, row: &'s Row<'_, 'r>, columns: &'s Columns) -> impl Iterator<Item = Changed<'r>> + use<'s, 'r> {
        let fields = ONE.iter().enumerate().filter(|(_, fact)| !self.plain.covers(**fact)).map(|(field, _)| field);
        fields.filter_map(move |field| {
            let index = columns.fields[field].as_ref()?.index;
            let before = row.values.get(index).copied().unwrap_or_default();
            if self.keeps(field, before) {
                return None;
            }
            let at = u32::try_from(index).unwrap_or(u32::MAX);
            let fault = row.faults.iter().find(|fault| fault.at.field == at).map(|fault| fault.code);
            let lost = self.is_missing(field) && !is_marker(before);
            let certainty = if lost { Certainty::LeftEmpty } else { Certainty::Certain };
            let of_field = match (certainty, field) {
                (Certainty::LeftEmpty, 1) => Some("BR102"),
                (Certainty::LeftEmpty, 3) => Some("BR302"),
                (Certainty::Certain, 0) => Some("BR107"),
                _ => None,
            };
            let code = fault.or(of_field);
            Some(Changed { field, before, code, certainty })
        })
    }

    /// Whether the cell of `field` is written as it stands.
    fn keeps(&self, field: usize, raw: &str) -> bool {
        match field {
            // What is borrowed is the cell itself.
            0 => matches!(self.name, Cow::Borrowed(_)) || self.name == raw,
            1 => self.state.map_or(raw.is_empty(), |state| state.label() == raw),
            2 => self.kind.map_or(raw.is_empty(), |kind| kind.label() == raw),
            3 => self.count.map_or(raw.is_empty(), |_| is_plain_count(raw)),
            4 => match self.date {
                None => raw.is_empty(),
                Some(_) => self.iso == raw.as_bytes(),
            },
            5 => keeps_set(self.types, raw),
            6 => keeps_set(self.locations, raw),
            7 => self.associate.map_or(raw.is_empty(), |answer| yes_no(answer) == raw),
            _ => self.text.as_ref().map_or(raw.is_empty(), |text| matches!(text, Cow::Borrowed(_)) || *text == raw),
        }
    }

    /// The day as `YYYY-MM-DD`.
    pub(super) fn iso(&self) -> Option<&[u8; 10]> {
        self.date.map(|_| &self.iso)
    }

    /// The description in quotes, as it stands in the input, where nothing of it changes.
    pub(super) fn enclosed(&self) -> Option<&'r str> {
        self.enclosed
    }

    fn is_missing(&self, field: usize) -> bool {
        match field {
            0 => false,
            1 => self.state.is_none(),
            2 => self.kind.is_none(),
            3 => self.count.is_none(),
            4 => self.date.is_none(),
            5 => self.types.is_none(),
            6 => self.locations.is_none(),
            7 => self.associate.is_none(),
            _ => self.text.is_none(),
        }
    }

    /// The canonical text of `field`; none where it is missing.
    pub(super) fn text(&self, field: usize) -> Option<Cow<'r, str>> {
        let owned = |text: String| Some(Cow::Owned(text));
        match field {
            0 => Some(self.name.clone()),
            1 => Some(Cow::Borrowed(self.state?.label())),
            2 => Some(Cow::Borrowed(self.kind?.label())),
            3 => owned(self.count?.to_string()),
            4 => owned(self.date?.to_string()),
            5 => owned(self.types?.joined()),
            6 => owned(self.locations?.joined()),
            7 => Some(Cow::Borrowed(yes_no(self.associate?))),
            _ => self.text.clone(),
        }
    }
}

/// Whether `raw` is the labels of `set`, joined as the portal joins them.
fn keeps_set<T: Term>(set: Option<TermSet<T>>, raw: &str) -> bool {
    let Some(set) = set else { return raw.is_empty() };
    let mut rest = raw;
    for (index, term) in set.iter().enumerate() {
        let Some(after) = (if index == 0 { Some(rest) } else { rest.strip_prefix(", ") }).and_then(|rest| rest.strip_prefix(term.label()))
        else {
            return false;
        };
        rest = after;
    }
    rest.is_empty()
}

pub(super) fn yes_no(answer: bool) -> &'static str {
    if answer { "Yes" } else { "No" }
}

/// `YYYY-MM-DD`; years are within 1900 and 2099.
fn iso(day: NaiveDate) -> [u8; 10] {
    let (y, m, d) = parts(day);
    let [[y1, y2], [y3, y4], [m1, m2], [d1, d2]] = [y / 100, y, m, d].map(pair);
    [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
}

/// `MM/DD/YYYY` of `YYYY-MM-DD`.
pub(super) fn american(iso: &[u8; 10]) -> [u8; 10] {
    let [y1, y2, y3, y4, _, m1, m2, _, d1, d2] = *iso;
    [m1, m2, b'/', d1, d2, b'/', y1, y2, y3, y4]
}

fn parts(day: NaiveDate) -> (u32, u32, u32) {
    (u32::try_from(day.year()).unwrap_or(0), day.month(), day.day())
}
