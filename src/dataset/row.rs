//! One record as a report: nine facts, borrowed from the cells. Cells as the portal writes them are read at once, any other at leisure.

use chrono::NaiveDate;

use crate::finding::{Detail, Fault};
use crate::report::date::DateReading;
use crate::report::terms::{self, BreachType, EntityType, Location, State, Term, TermSet};
use crate::report::{CountReading, Fact, FactSet, Field, Gap, Report, damaged, is_marker, is_tidy, read_count};
use crate::source::At;

use super::Layout;
use super::cell::{parts, surplus, yes_no};
use super::layout::{Column, Dates, Form};
use super::memo::Memo;

/// Reads the records of one layout, one after another, and remembers how texts of closed lists read.
#[derive(Debug)]
pub(super) struct Reader<'l> {
    layout: &'l Layout,
    types: Memo<TermSet<BreachType>>,
    locations: Memo<TermSet<Location>>,
    kinds: Memo<EntityType>,
    states: Memo<State>,
    spellings: Spellings,
    /// Whether any column tells of the days of the breach or its discovery.
    dated: bool,
    /// Whether it is told which descriptions are as tidy as the canonical form wants them.
    tidies: bool,
    /// The answers of the record whose cells stand as the portal writes them.
    plain: FactSet,
}

/// How texts of closed lists read, those with a fault included.
#[derive(Debug)]
struct Spellings {
    types: Memo<terms::Reading<BreachType>>,
    locations: Memo<terms::Reading<Location>>,
    kinds: Memo<terms::Reading<EntityType>>,
    states: Memo<terms::Reading<State>>,
}

const SPELLED: &str = "a label of an earlier form, or another spelling than the portal's";

struct Cells<'r, 't> {
    layout: &'r Layout,
    values: &'r [&'t str],
    faults: &'r mut Vec<Fault>,
    tidies: bool,
    plain: FactSet,
}

impl<'l> Reader<'l> {
    pub(super) fn new(layout: &'l Layout) -> Self {
        let days = FactSet::of(&[Fact::BreachStart, Fact::BreachEnd, Fact::DiscoveryStart, Fact::DiscoveryEnd]);
        let dated = !layout.facts().and(days).is_empty();
        let plain = FactSet::NONE;
        let spellings = Spellings { types: Memo::new(), locations: Memo::new(), kinds: Memo::new(), states: Memo::new() };
        Self {
            layout,
            types: Memo::new(),
            locations: Memo::new(),
            kinds: Memo::new(),
            states: Memo::new(),
            spellings,
            dated,
            tidies: false,
            plain,
        }
    }

    /// The same, and it tells which descriptions are tidy, too.
    pub(super) fn tidying(self) -> Self {
        Self { tidies: true, ..self }
    }

    /// Reads a record into `report`, and files in `faults` what a cell cannot be read as; the row is read all the same.
    /// Two records with one signature have the same types, locations, kind of entity and answer about a business associate; none says nothing.
    pub(super) fn read<'t>(&mut self, values: &[&'t str], report: &mut Report<'t>, faults: &mut Vec<Fault>) -> Option<u64> {
        self.plain = FactSet::NONE;
        // Which cell belongs where is not known: nothing else is said about the record.
        if values.len() > self.layout.width()
            && let Some(fault) = surplus(self.layout, values)
        {
            faults.push(fault);
            unreadable(self.layout, report);
            return None;
        }
        let mut cells = Cells { layout: self.layout, values, faults, tidies: self.tidies, plain: FactSet::NONE };
        report.entity.name = cells.text(Fact::EntityName);
        report.breach.individuals_affected = cells.count();
        report.filing.submitted_on = cells.date(Fact::SubmittedOn);
        report.breach.ocr_narrative = cells.text(Fact::OcrNarrative);
        let (answer, associate) = cells.associate();
        report.business_associate.name = associate;
        if self.dated {
            (report.breach.start_date, report.breach.end_date) = cells.breach_days();
            report.breach.discovery_start_date = cells.date(Fact::DiscoveryStart);
            report.breach.discovery_end_date = cells.date(Fact::DiscoveryEnd);
        }
        let spellings = &mut self.spellings;
        let (state, _) = known(&mut self.states, &mut cells, Fact::EntityState, |cells| cells.state(&mut spellings.states));
        let (kind, kind_id) =
            known(&mut self.kinds, &mut cells, Fact::EntityType, |cells| cells.term(Fact::EntityType, &mut spellings.kinds));
        let (types, types_id) =
            known(&mut self.types, &mut cells, Fact::BreachType, |cells| cells.terms(Fact::BreachType, &mut spellings.types));
        let (places, places_id) =
            known(&mut self.locations, &mut cells, Fact::Location, |cells| cells.terms(Fact::Location, &mut spellings.locations));
        let signature = answer.get().zip(kind_id.zip(types_id.zip(places_id))).map(|(answer, (kind, (types, places)))| {
            u64::from(answer) | u64::from(kind) << 16 | u64::from(types) << 32 | u64::from(places) << 48
        });
        self.plain = cells.plain;
        report.breach.business_associate_present = answer;
        report.entity.state = state;
        report.entity.kind = kind;
        report.breach.breach_type = types;
        report.breach.location = places;
        signature
    }

    /// The answers of the record that was read last whose cells stand letter by letter as the portal writes them: all that is not in this set
    /// has to be looked at.
    pub(super) fn plain(&self) -> FactSet {
        self.plain
    }
}

/// Leaves no answer of an earlier record behind.
fn unreadable(layout: &Layout, report: &mut Report<'_>) {
    fn none<T>(layout: &Layout, fact: Fact) -> Field<T> {
        let gap = Err(Gap::Unreadable("BR019"));
        layout.column(fact).map_or(Field::not_carried(fact), |column| Field::new(fact, column.at(), gap))
    }
    report.entity.name = none(layout, Fact::EntityName);
    report.entity.state = none(layout, Fact::EntityState);
    report.entity.kind = none(layout, Fact::EntityType);
    report.breach.individuals_affected = none(layout, Fact::Individuals);
    report.filing.submitted_on = none(layout, Fact::SubmittedOn);
    report.breach.breach_type = none(layout, Fact::BreachType);
    report.breach.location = none(layout, Fact::Location);
    report.breach.ocr_narrative = none(layout, Fact::OcrNarrative);
    report.breach.business_associate_present = none(layout, Fact::BaPresent);
    report.business_associate.name = none(layout, Fact::BaName);
    report.breach.start_date = none(layout, Fact::BreachStart);
    report.breach.end_date = none(layout, Fact::BreachEnd);
    report.breach.discovery_start_date = none(layout, Fact::DiscoveryStart);
    report.breach.discovery_end_date = none(layout, Fact::DiscoveryEnd);
}

/// The value of a cell that was read before without a fault, with its number; or else what `read` makes of it now.
fn known<'r, 't, T: Copy>(
    memo: &mut Memo<T>,
    cells: &mut Cells<'r, 't>,
    fact: Fact,
    read: impl FnOnce(&mut Cells<'r, 't>) -> Field<T>,
) -> (Field<T>, Option<u16>) {
    let Some((at, text)) = cells.raw(fact) else { return (Field::not_carried(fact), None) };
    if let Some((value, id)) = memo.get(text) {
        // What reads without a fault is the portal's own spelling.
        cells.plain.insert(fact);
        return (Field::new(fact, at, Ok(value)), Some(id));
    }
    let before = cells.faults.len();
    let field = read(cells);
    if cells.faults.len() == before
        && let Some(value) = field.get()
    {
        memo.learn(text, value);
    }
    (field, None)
}

/// What `text` means as a term.
fn spelling<T: Term>(known: &mut Memo<terms::Reading<T>>, text: &str) -> terms::Reading<T> {
    known.get(text).map_or_else(
        || {
            let reading = T::read(text);
            known.learn(text, reading);
            reading
        },
        |(reading, _)| reading,
    )
}

/// A count as the portal writes it: digits, no zero in front, far from the largest number.
fn plain_count(text: &str) -> Option<i64> {
    let fits = (1..=15).contains(&text.len()) && text.as_bytes()[0] != b'0';
    fits.then(|| text.bytes().try_fold(0i64, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))).flatten()
}

impl<'t> Cells<'_, 't> {
    /// The cell of `fact` as it stands, and its place; none where no column holds it.
    #[inline]
    fn raw(&self, fact: Fact) -> Option<(At, &'t str)> {
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

    fn text(&mut self, fact: Fact) -> Field<&'t str> {
        match self.cell(fact) {
            Ok((at, text)) => {
                // What is tidy is not damaged.
                if self.tidies && fact == Fact::OcrNarrative && is_tidy(text, true) {
                    self.plain.insert(fact);
                } else if let Some((range, what, _)) = damaged(text).first() {
                    let bounds = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
                    let place = at.text(bounds(range.start), bounds(range.end));
                    self.faults.push(Fault::new("BR011", place, Detail::Text { what, repaired: None, edits: Vec::new() }));
                }
                Field::new(fact, at, Ok(text))
            }
            Err(field) => field,
        }
    }

    fn state(&mut self, known: &mut Memo<terms::Reading<State>>) -> Field<State> {
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

    fn term<T: Term>(&mut self, fact: Fact, known: &mut Memo<terms::Reading<T>>) -> Field<T> {
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

    fn terms<T: Term>(&mut self, fact: Fact, known: &mut Memo<terms::Reading<T>>) -> Field<TermSet<T>> {
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

    fn count(&mut self) -> Field<i64> {
        let fact = Fact::Individuals;
        if let Some((at, text)) = self.raw(fact)
            && let Some(number) = plain_count(text)
        {
            self.plain.insert(fact);
            return Field::new(fact, at, Ok(number));
        }
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

    /// A day, in the order of its parts that the file proves or a person names.
    fn date(&mut self, fact: Fact) -> Field<NaiveDate> {
        let dates = match self.layout.column(fact) {
            Some(Column { form: Form::Date(dates), .. }) => Some(dates),
            _ => None,
        };
        if let Some((at, text)) = self.raw(fact)
            && let Some(day) = dates.and_then(|dates| dates.portal(text))
        {
            return Field::new(fact, at, Ok(day));
        }
        match (self.cell(fact), dates) {
            (Ok((at, text)), Some(dates)) => self.day(fact, at, text, dates.read(text)),
            (Ok((at, _)), None) => Field::new(fact, at, Err(Gap::Unreadable("BR008"))),
            (Err(field), _) => field,
        }
    }

    fn day(&mut self, fact: Fact, at: At, text: &str, reading: DateReading) -> Field<NaiveDate> {
        let readings = |days: &[NaiveDate]| Detail::Readings {
            raw: text.to_owned(),
            what: "a date",
            readings: days.iter().map(ToString::to_string).collect(),
            inexact: false,
            threshold: None,
        };
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
    fn breach_days(&mut self) -> (Field<NaiveDate>, Field<NaiveDate>) {
        let Some(Column { form: Form::DateRange(dates), .. }) = self.layout.column(Fact::BreachStart) else {
            return (self.date(Fact::BreachStart), self.date(Fact::BreachEnd));
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

    /// Whether there was a business associate: a yes or no, or its name where there was one.
    fn associate(&mut self) -> (Field<bool>, Field<&'t str>) {
        let (present, name) = (Fact::BaPresent, Fact::BaName);
        let Some(column) = self.layout.column(name).filter(|column| column.form == Form::AssociateName) else {
            return (self.yes_no(), Field::not_carried(name));
        };
        let named = self.text(name);
        (Field::new(present, column.at(), Ok(named.get().is_some())), named)
    }

    fn yes_no(&mut self) -> Field<bool> {
        let fact = Fact::BaPresent;
        if let Some((at, text @ ("Yes" | "No"))) = self.raw(fact) {
            self.plain.insert(fact);
            return Field::new(fact, at, Ok(text == "Yes"));
        }
        let (at, text) = match self.cell(fact) {
            Ok(cell) => cell,
            Err(field) => return field,
        };
        let read = yes_no(text);
        match read {
            Some((_, true)) => self.plain.insert(fact),
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
