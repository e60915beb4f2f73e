//! The answers of one record, each from its cell and written where it belongs. Cells as the portal writes them are read at once, any other at leisure.

use chrono::NaiveDate;

use crate::finding::{Detail, Fault};
use crate::report::date::DateReading;
use crate::report::terms::{self, State, Term, TermSet};
use crate::report::{CountReading, Fact, FactSet, Field, Gap, Glance, damaged, is_marker, is_tidy, read_count};
use crate::source::At;

use super::Layout;
use super::cell::{parts, yes_no};
use super::layout::{Column, Dates, Form};
use super::memo::Memo;
use super::near;

/// The portal's answers, as they stand as numbers.
const YES: Option<u64> = Some(u64::from_le_bytes(*b"Yes\0\0\0\0\0"));
const NO: Option<u64> = Some(u64::from_le_bytes(*b"No\0\0\0\0\0\0"));

const SPELLED: &str = "a label of an earlier form, or another spelling than the portal's";

/// The cells of one record.
pub(super) struct Cells<'r, 't> {
    pub(super) layout: &'r Layout,
    pub(super) block: &'t str,
    pub(super) values: &'r [&'t str],
    pub(super) faults: &'r mut Vec<Fault>,
    pub(super) glance: &'r mut Option<Glance>,
    /// Whether it is told which descriptions are as tidy as the canonical form wants them.
    pub(super) tidies: bool,
    /// Answers whose cells are empty, and descriptions that are tidy.
    pub(super) plain: FactSet,
}

/// What `text` means as a term.
fn spelling<T: Term>(known: &mut Memo<terms::Reading<T>>, text: &str) -> terms::Reading<T> {
    let head = near::head("", text);
    known.get(&head, text).map_or_else(
        || {
            let reading = T::read(text);
            known.learn(&head, text, reading);
            reading
        },
        |(reading, _)| reading,
    )
}

/// What `text` may be read as.
fn readings<T: ToString>(text: &str, what: &'static str, all: &[T]) -> Detail {
    let readings = all.iter().map(ToString::to_string).collect();
    Detail::Readings { raw: text.to_owned(), what, readings, inexact: false, threshold: None }
}

/// A count as the portal writes it: digits, no zero in front, far from the largest number.
fn plain_count(block: &str, text: &str) -> Option<i64> {
    if text.len() > 15 || text.starts_with('0') {
        return None;
    }
    if let Some(number) = near::digits(block, text) {
        return Some(number.into());
    }
    let digits = Some(text.bytes()).filter(|bytes| bytes.len() > 8);
    digits?.try_fold(0i64, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}

impl<'t> Cells<'_, 't> {
    /// The cell of `fact` as it stands, and its place; none where no column holds it.
    #[inline]
    pub(super) fn raw(&self, fact: Fact) -> Option<(At, &'t str)> {
        let at = self.layout.at(fact)?;
        Some((at, self.values.get(at.field as usize).copied().unwrap_or_default()))
    }

    /// The place of the cell of `fact` and its text; or the gap that an empty cell leaves.
    fn cell<T>(&mut self, fact: Fact) -> Result<(At, &'t str), Field<T>> {
        let Some((at, text)) = self.raw(fact) else { return Err(Field::not_carried(fact)) };
        let is_blank = !text.bytes().next().is_some_and(|first| first.is_ascii_graphic()) && text.trim().is_empty();
        if is_blank {
            if text.is_empty() {
                self.plain.insert(fact);
            }
            return Err(Field::new(fact, at, Err(Gap::Absent)));
        }
        if fact != Fact::EntityName && is_marker(text) {
            self.faults.push(Fault::new("BR013", at, Detail::Text { what: "", repaired: None, edits: Vec::new() }));
            return Err(Field::new(fact, at, Err(Gap::Absent)));
        }
        Ok((at, text))
    }

    pub(super) fn text(&mut self, fact: Fact, field: &mut Field<&'t str>) {
        match self.cell(fact) {
            Ok((at, text)) => {
                // What is tidy is not damaged.
                if self.tidies && fact == Fact::OcrNarrative && is_tidy(text, true) {
                    self.plain.insert(fact);
                } else {
                    self.damage(at, text);
                }
                *field = Field::new(fact, at, Ok(text));
            }
            Err(gap) => *field = gap,
        }
    }

    /// Files the first damage of `text`.
    #[inline(never)]
    fn damage(&mut self, at: At, text: &str) {
        if let Some((range, what, _)) = damaged(text).first() {
            let bounds = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
            let place = at.text(bounds(range.start), bounds(range.end));
            self.faults.push(Fault::new("BR011", place, Detail::Text { what, repaired: None, edits: Vec::new() }));
        }
    }

    /// The name of the entity, at which all later stages glance.
    pub(super) fn name(&mut self, field: &mut Field<&'t str>) {
        let fact = Fact::EntityName;
        match self.cell(fact) {
            Ok((at, text)) => {
                *field = Field::new(fact, at, Ok(text));
                let glance = self.glance.insert(Glance::default());
                match near::from(self.block, text) {
                    Some(bytes) => glance.look(bytes, text),
                    None => *glance = Glance::of(text),
                }
                // Damage is nothing that is printable.
                if glance.is_strange() {
                    self.damage(at, text);
                }
            }
            Err(gap) => *field = gap,
        }
    }

    pub(super) fn state(&mut self, known: &mut Memo<terms::Reading<State>>) -> Field<State> {
        let fact = Fact::EntityState;
        match self.cell(fact) {
            Ok((at, text)) => match spelling(known, text) {
                terms::Reading::Exact(state) => Field::new(fact, at, Ok(state)),
                terms::Reading::Unknown => Field::new(fact, at, Err(Gap::Unreadable("BR102"))),
                reading => self.unlisted(fact, at, text, reading.term()),
            },
            Err(field) => field,
        }
    }

    pub(super) fn term<T: Term>(&mut self, fact: Fact, known: &mut Memo<terms::Reading<T>>) -> Field<T> {
        match self.cell(fact) {
            Ok((at, text)) => match spelling(known, text) {
                terms::Reading::Exact(term) => Field::new(fact, at, Ok(term)),
                // A label of an earlier form, or a known spelling: what is meant is certain.
                terms::Reading::Means(term) => {
                    self.spelled(at, SPELLED, term.label());
                    Field::new(fact, at, Ok(term))
                }
                reading => self.unlisted(fact, at, text, reading.term()),
            },
            Err(field) => field,
        }
    }

    /// A cell that says for certain what the portal says in other words.
    fn spelled(&mut self, at: At, what: &'static str, portal: &str) {
        self.faults.push(Fault::new("BR018", at, Detail::Text { what, repaired: Some(portal.to_owned()), edits: Vec::new() }));
    }

    fn unlisted<T: Term>(&mut self, fact: Fact, at: At, text: &str, meant: Option<T>) -> Field<T> {
        let known = T::ALL.iter().map(|term| term.label()).collect();
        self.faults.push(Fault::new(
            "BR006",
            at,
            Detail::Term { list: T::LIST, raw: text.to_owned(), meant: meant.map(Term::label), known },
        ));
        Field::new(fact, at, meant.ok_or(Gap::Unreadable("BR006")))
    }

    pub(super) fn terms<T: Term>(&mut self, fact: Fact, known: &mut Memo<terms::Reading<T>>) -> Field<TermSet<T>> {
        let (at, text) = match self.cell(fact) {
            Ok(cell) => cell,
            Err(field) => return field,
        };
        let mut set = TermSet::default();
        let (mut unread, mut spelled) = (false, false);
        for (position, part) in parts(text).enumerate() {
            match spelling(known, part) {
                terms::Reading::Exact(term) => {
                    set.insert(term, position);
                }
                terms::Reading::Means(term) => {
                    set.insert(term, position);
                    spelled = true;
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
            let what = match (spelled, set.in_order()) {
                (true, _) => SPELLED,
                (false, true) => "values joined in another way than the portal's",
                (false, false) => "values in another order than the portal's",
            };
            self.spelled(at, what, &canonical);
        }
        Field::new(fact, at, Ok(set))
    }

    /// Whether the number stands as the portal writes it.
    pub(super) fn count(&mut self, field: &mut Field<i64>) -> bool {
        let fact = Fact::Individuals;
        if let Some((at, text)) = self.raw(fact)
            && let Some(number) = plain_count(self.block, text)
        {
            *field = Field::new(fact, at, Ok(number));
            return true;
        }
        *field = self.unusual_count();
        false
    }

    /// A number of people as nobody at the portal writes it.
    #[cold]
    #[inline(never)]
    fn unusual_count(&mut self) -> Field<i64> {
        let fact = Fact::Individuals;
        let (at, text) = match self.cell(fact) {
            Ok(cell) => cell,
            Err(field) => return field,
        };
        let readings = |numbers: &[i64]| readings(text, "a count", numbers);
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

    /// A day, in the order of its parts that the file proves or a person names.
    pub(super) fn date(&mut self, fact: Fact, field: &mut Field<NaiveDate>) {
        let dates = match self.layout.column(fact) {
            Some(Column { form: Form::Date(dates), .. }) => Some(dates),
            _ => None,
        };
        if let Some((at, text)) = self.raw(fact)
            && let Some(day) = dates.and_then(|dates| dates.portal(text))
        {
            *field = Field::new(fact, at, Ok(day));
        } else {
            *field = self.other_date(fact, dates);
        }
    }

    /// A day in another notation than the portal's, or none.
    #[inline(never)]
    fn other_date(&mut self, fact: Fact, dates: Option<&Dates>) -> Field<NaiveDate> {
        match (self.cell(fact), dates) {
            (Ok((at, text)), Some(dates)) => self.day(fact, at, text, dates.read(text)),
            (Ok((at, _)), None) => Field::new(fact, at, Err(Gap::Unreadable("BR008"))),
            (Err(field), _) => field,
        }
    }

    fn day(&mut self, fact: Fact, at: At, text: &str, reading: DateReading) -> Field<NaiveDate> {
        let readings = |days: &[NaiveDate]| readings(text, "a date", days);
        match reading {
            DateReading::Canonical(day) | DateReading::One(day) => Field::new(fact, at, Ok(day)),
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

    /// When the breach began and ended: two columns, or one with a day or a range of days.
    pub(super) fn breach_days(&mut self) -> (Field<NaiveDate>, Field<NaiveDate>) {
        let Some(Column { form: Form::DateRange(dates), .. }) = self.layout.column(Fact::BreachStart) else {
            let (mut start, mut end) = (Field::not_carried(Fact::BreachStart), Field::not_carried(Fact::BreachEnd));
            self.date(Fact::BreachStart, &mut start);
            self.date(Fact::BreachEnd, &mut end);
            return (start, end);
        };
        let dates: Dates = *dates;
        match self.cell(Fact::BreachStart) {
            Ok((at, text)) => {
                let (start, end) = dates.read_range(text);
                let start = self.day(Fact::BreachStart, at, text, start);
                let end = end.map_or_else(
                    || Field::new(Fact::BreachEnd, at, start.get().ok_or(Gap::Unreadable("BR008"))),
                    |end| self.day(Fact::BreachEnd, at, text, end),
                );
                (start, end)
            }
            Err(field) => {
                let end = Field::new(Fact::BreachEnd, field.at(), Err(Gap::Absent));
                (field, end)
            }
        }
    }

    /// Whether there was a business associate: a yes or no, or its name where there was one. Tells whether that is answered as the portal does.
    pub(super) fn associate(&mut self, present: &mut Field<bool>, name: &mut Field<&'t str>) -> bool {
        let fact = Fact::BaName;
        if let Some(column) = self.layout.column(fact).filter(|column| column.form == Form::AssociateName) {
            self.text(fact, name);
            *present = Field::new(Fact::BaPresent, column.at(), Ok(name.get().is_some()));
            return false;
        }
        *name = Field::not_carried(fact);
        self.yes_no(present)
    }

    /// The same where it is a yes or no.
    fn yes_no(&mut self, field: &mut Field<bool>) -> bool {
        let fact = Fact::BaPresent;
        if let Some((at, text)) = self.raw(fact) {
            let word = near::short(self.block, text);
            let (is_yes, is_no) = ((word == YES) & (text.len() == 3), (word == NO) & (text.len() == 2));
            if is_yes | is_no {
                *field = Field::new(fact, at, Ok(is_yes));
                return true;
            }
        }
        *field = self.other_yes_no();
        false
    }

    /// An answer in the notation of a program, or none.
    #[cold]
    #[inline(never)]
    fn other_yes_no(&mut self) -> Field<bool> {
        let fact = Fact::BaPresent;
        let (at, text) = match self.cell(fact) {
            Ok(cell) => cell,
            Err(field) => return field,
        };
        let read = yes_no(text);
        match read {
            Some((_, true)) => {}
            // TRUE and FALSE are how programs write the same answer: nothing is wrong with it.
            Some((answer, false)) => {
                self.spelled(at, "an answer in another notation than the portal's", if answer { "Yes" } else { "No" });
            }
            None => {
                let detail = Detail::Term { list: "yes-or-no answer", raw: text.to_owned(), meant: None, known: vec!["Yes", "No"] };
                self.faults.push(Fault::new("BR006", at, detail));
            }
        }
        Field::new(fact, at, read.map(|(answer, _)| answer).ok_or(Gap::Unreadable("BR006")))
    }
}
