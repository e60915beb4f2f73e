//! One record as a report: nine facts, borrowed from the cells; and the way from a cell back to its bytes.

use crate::finding::{Detail, Fault};
use crate::report::date::{self, DateReading};
use crate::report::terms::{self, Term, TermSet};
use crate::report::{CountReading, Fact, Field, Gap, Report, damaged, is_marker, read_count};
use crate::source::{At, Lines, Locate, Part, Place, Span};

use super::Layout;

struct Cells<'r, 't> {
    layout: &'r Layout,
    values: &'r [&'t str],
    faults: Vec<Fault>,
}

/// Reads a record. What a cell cannot be read as is a fault; the row is read all the same.
pub(super) fn read<'t>(layout: &Layout, values: &[&'t str]) -> (Report<'t>, Vec<Fault>) {
    let mut cells = Cells { layout, values, faults: Vec::new() };
    let mut report = Report::not_carried(At::value(0));
    report.entity.name = cells.text(Fact::EntityName);
    report.entity.state = cells.state();
    report.entity.kind = cells.term(Fact::EntityType);
    report.breach.individuals_affected = cells.count();
    report.filing.submitted_on = cells.date();
    report.breach.breach_type = cells.terms(Fact::BreachType);
    report.breach.location = cells.terms(Fact::Location);
    report.breach.business_associate_present = cells.yes_no();
    report.breach.ocr_narrative = cells.text(Fact::OcrNarrative);
    (report, cells.faults)
}

impl<'t> Cells<'_, 't> {
    /// The cell of `fact` and its place; or the gap that an empty cell leaves.
    fn cell<T>(&mut self, fact: Fact) -> Result<(At, &'t str), Field<T>> {
        let column = self.layout.column(fact).map_or(0, |column| column.index);
        let at = At::value(u32::try_from(column).unwrap_or(u32::MAX));
        let text = self.values.get(column).copied().unwrap_or_default();
        if text.trim().is_empty() {
            return Err(Field::new(fact, at, Err(Gap::Absent)));
        }
        if fact != Fact::EntityName && is_marker(text) {
            self.faults.push(Fault::new("BR013", at, Detail::Text { what: "", repaired: None, edits: Vec::new() }));
            return Err(Field::new(fact, at, Err(Gap::Absent)));
        }
        Ok((at, text))
    }

    fn text(&mut self, fact: Fact) -> Field<&'t str> {
        match self.cell(fact) {
            Ok((at, text)) => {
                if let Some((range, what, _)) = damaged(text).first() {
                    let bounds = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
                    let place = at.text(bounds(range.start), bounds(range.end));
                    self.faults.push(Fault::new("BR011", place, Detail::Text { what, repaired: None, edits: Vec::new() }));
                }
                Field::new(fact, at, Ok(text))
            }
            Err(field) => field,
        }
    }

    fn state(&mut self) -> Field<terms::State> {
        let fact = Fact::EntityState;
        match self.cell(fact) {
            Ok((at, text)) => match terms::State::read(text) {
                terms::Reading::Exact(state) => Field::new(fact, at, Ok(state)),
                terms::Reading::Unknown => Field::new(fact, at, Err(Gap::Unreadable("BR102"))),
                _ => self.unlisted(fact, at, text),
            },
            Err(field) => field,
        }
    }

    fn term<T: Term>(&mut self, fact: Fact) -> Field<T> {
        match self.cell(fact) {
            Ok((at, text)) => match T::read(text) {
                terms::Reading::Exact(term) => Field::new(fact, at, Ok(term)),
                _ => self.unlisted(fact, at, text),
            },
            Err(field) => field,
        }
    }

    fn unlisted<T: Term>(&mut self, fact: Fact, at: At, text: &str) -> Field<T> {
        let meant = T::read(text).term();
        let known = T::ALL.iter().map(|term| term.label()).collect();
        self.faults.push(Fault::new(
            "BR006",
            at,
            Detail::Term { list: T::LIST, raw: text.to_owned(), meant: meant.map(Term::label), known },
        ));
        Field::new(fact, at, meant.ok_or(Gap::Unreadable("BR006")))
    }

    fn terms<T: Term>(&mut self, fact: Fact) -> Field<TermSet<T>> {
        let (at, text) = match self.cell(fact) {
            Ok(cell) => cell,
            Err(field) => return field,
        };
        let mut set = TermSet::default();
        let mut unread = false;
        for (position, part) in text.split([',', ';', '|']).map(str::trim).enumerate() {
            match T::read(part) {
                terms::Reading::Exact(term) => {
                    set.insert(term, position);
                }
                other => {
                    let item = At { field: at.field, part: at.part };
                    let known = T::ALL.iter().map(|term| term.label()).collect();
                    let meant = other.term();
                    self.faults.push(Fault::new(
                        "BR006",
                        item,
                        Detail::Term { list: T::LIST, raw: part.to_owned(), meant: meant.map(Term::label), known },
                    ));
                    match meant {
                        Some(term) => {
                            set.insert(term, position);
                        }
                        None => unread = true,
                    }
                }
            }
        }
        if unread {
            return Field::new(fact, at, Err(Gap::Unreadable("BR006")));
        }
        let canonical = set.joined();
        if canonical != text && self.faults.iter().all(|fault| fault.at != at) {
            let what =
                if set.in_order() { "values joined in another way than the portal's" } else { "values in another order than the portal's" };
            self.faults.push(Fault::new("BR018", at, Detail::Text { what, repaired: Some(canonical), edits: Vec::new() }));
        }
        Field::new(fact, at, Ok(set))
    }

    fn count(&mut self) -> Field<i64> {
        let fact = Fact::Individuals;
        let (at, text) = match self.cell(fact) {
            Ok(cell) => cell,
            Err(field) => return field,
        };
        let readings = |numbers: &[i64]| Detail::Readings {
            raw: text.to_owned(),
            what: "a count",
            readings: numbers.iter().map(ToString::to_string).collect(),
            inexact: false,
            threshold: None,
        };
        match read_count(text) {
            CountReading::Canonical(number) => Field::new(fact, at, Ok(number)),
            CountReading::One(number) => {
                self.faults.push(Fault::new("BR012", at, readings(&[number])));
                Field::new(fact, at, Ok(number))
            }
            CountReading::Several(numbers) => {
                self.faults.push(Fault::new("BR012", at, readings(&numbers)));
                Field::new(fact, at, Err(Gap::Unreadable("BR012")))
            }
            CountReading::None => Field::new(fact, at, Err(Gap::Unreadable("BR302"))),
        }
    }

    /// The portal writes MM/DD/YYYY, so that 03/04/2024 has one reading here.
    fn date(&mut self) -> Field<chrono::NaiveDate> {
        let fact = Fact::SubmittedOn;
        let (at, text) = match self.cell(fact) {
            Ok(cell) => cell,
            Err(field) => return field,
        };
        let readings = |days: &[chrono::NaiveDate]| Detail::Readings {
            raw: text.to_owned(),
            what: "a date",
            readings: days.iter().map(ToString::to_string).collect(),
            inexact: false,
            threshold: None,
        };
        match date::read(text) {
            DateReading::Canonical(day) | DateReading::One(day) => Field::new(fact, at, Ok(day)),
            DateReading::Several(days) if days.len() == 2 => Field::new(fact, at, Ok(days[0])),
            DateReading::Several(days) => {
                self.faults.push(Fault::new("BR009", at, readings(&days)));
                Field::new(fact, at, Err(Gap::Unreadable("BR009")))
            }
            DateReading::Impossible => {
                self.faults.push(Fault::new("BR008", at, readings(&[])));
                Field::new(fact, at, Err(Gap::Unreadable("BR008")))
            }
        }
    }

    fn yes_no(&mut self) -> Field<bool> {
        let fact = Fact::BaPresent;
        match self.cell(fact) {
            Ok((at, "Yes")) => Field::new(fact, at, Ok(true)),
            Ok((at, "No")) => Field::new(fact, at, Ok(false)),
            Ok((at, text)) => {
                let known = vec!["Yes", "No"];
                let meant = known.iter().copied().find(|term| term.eq_ignore_ascii_case(text.trim()));
                self.faults.push(Fault::new("BR006", at, Detail::Term { list: "yes-or-no answer", raw: text.to_owned(), meant, known }));
                Field::new(fact, at, meant.map(|term| term == "Yes").ok_or(Gap::Unreadable("BR006")))
            }
            Err(field) => field,
        }
    }
}

/// Where the cells of one record stand.
pub(super) struct RowPlace<'t> {
    pub(super) text: &'t str,
    pub(super) lines: &'t Lines,
    pub(super) layout: &'t Layout,
    /// First byte of the record.
    pub(super) start: usize,
    /// The record, from 1.
    pub(super) row: u64,
}

impl RowPlace<'_> {
    /// The bytes of cell `column`, quotes included.
    fn cell(&self, column: usize) -> Span {
        let bytes = self.text.as_bytes();
        let (mut at, mut index) = (self.start, 0);
        // The record before may have ended in CRLF, of which the LF is still to come.
        while index == 0 && matches!(bytes.get(at), Some(b'\n' | b'\r')) {
            at += 1;
        }
        loop {
            let begin = at;
            if bytes.get(at) == Some(&b'"') {
                at += 1;
                while at < bytes.len() && (bytes[at] != b'"' || bytes.get(at + 1) == Some(&b'"')) {
                    at += if bytes[at] == b'"' { 2 } else { 1 };
                }
                at += 1;
            }
            while at < bytes.len() && !matches!(bytes[at], b',' | b'\n' | b'\r') {
                at += 1;
            }
            let end = at.min(bytes.len());
            if index == column || bytes.get(at) != Some(&b',') {
                return Span::new(begin.min(end), end);
            }
            at += 1;
            index += 1;
        }
    }
}

impl Locate for RowPlace<'_> {
    fn place(&self, at: At) -> Place {
        let column = at.field as usize;
        let cell = self.cell(column);
        let span = match at.part {
            Part::Text { start, end } => self.within_cell(cell, start as usize..end as usize),
            _ => cell,
        }
        .within(self.text);
        let name = self.layout.columns().iter().find(|known| known.index == column).map_or("", |known| &known.name);
        Place {
            span,
            start: self.lines.position(self.text, span.range().start),
            end: self.lines.position(self.text, span.range().end),
            path: name.to_owned(),
            row: Some(self.row),
            cell: Some(format!("{}{}", letters(column), self.row + 1)),
        }
    }
}

impl RowPlace<'_> {
    /// Bytes of the decoded cell, found again behind its quote and doubled quotes.
    fn within_cell(&self, cell: Span, wanted: std::ops::Range<usize>) -> Span {
        let raw = &self.text[cell.range()];
        let quoted = raw.starts_with('"');
        let mut decoded = 0;
        let mut offset = usize::from(quoted);
        let mut start = None;
        let bytes = raw.as_bytes();
        while offset < bytes.len() && decoded < wanted.end {
            if decoded == wanted.start {
                start = Some(offset);
            }
            offset += if quoted && bytes[offset] == b'"' && bytes.get(offset + 1) == Some(&b'"') { 2 } else { 1 };
            decoded += 1;
        }
        let base = cell.range().start;
        Span::new(base + start.unwrap_or(0), base + offset)
    }
}

/// Spreadsheet letters of a column, from 0.
pub(super) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_spreadsheet_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
