//! What a rule may know besides the report, for the time of one report: the day, the kind of source, and the text as it was read.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use chrono::NaiveDate;

use crate::narrative::counts::{self, Count, Written};
use crate::narrative::dates::{self, When};
use crate::narrative::names;
use crate::narrative::statements::Statement;
use crate::narrative::{self, Anchors, Narrative, Reading, Scan, Voice};
use crate::report::{Fact, FactSet, Field, Glance, Report};
use crate::source::At;

/// What kind of source a report came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// A draft that is still to be filed, or a filed one kept as a draft.
    Draft,
    /// A row of the public record.
    Record,
}

/// What a rule may know besides the report.
#[derive(Debug, Clone)]
pub struct Context {
    /// The day on which the report is judged.
    pub as_of: NaiveDate,
    /// Where reports come from in this run.
    pub source: SourceKind,
    /// What was read in the text of the report under judgment.
    known: Known,
    /// A number, and whether it and others are written in that text.
    written: Cell<Option<(u64, Written)>>,
    /// The text that was looked at last, by its place in memory, and what that found.
    glance: Cell<Option<(usize, usize, Glance)>>,
    /// Whether a close reading of that text for type and location is worth its price.
    pub(super) worth_reading: Cell<Option<bool>>,
}

/// What was read in a text, each on first demand.
#[derive(Debug, Clone)]
struct Known {
    scan: OnceCell<Scan>,
    narrative: OnceCell<Narrative>,
    people: OnceCell<Option<Vec<u64>>>,
    counts: OnceCell<Vec<Count>>,
    dates: OnceCell<Vec<When>>,
    stranger: OnceCell<Option<Range<usize>>>,
}

impl Known {
    const fn new() -> Self {
        Self {
            scan: OnceCell::new(),
            narrative: OnceCell::new(),
            people: OnceCell::new(),
            counts: OnceCell::new(),
            dates: OnceCell::new(),
            stranger: OnceCell::new(),
        }
    }

    fn scan(&self, text: &str, voice: Voice) -> &Scan {
        self.scan.get_or_init(|| narrative::scan(text, voice))
    }
}

/// The text that tells of the breach, and what was read in it.
#[derive(Debug, Clone, Copy)]
pub struct Told<'r> {
    /// Which text it is: the filer's description or OCR's narrative.
    pub fact: Fact,
    /// Its place; `at.text(start, end)` is a range of its bytes.
    pub at: At,
    /// The text.
    pub text: &'r str,
    /// Whose words they are.
    voice: Voice,
    /// What was read in it, once somebody asked.
    known: &'r Known,
}

impl Context {
    /// The texts that tell of a breach. A rule that calls [`Context::told`] names them in `any_of`.
    pub const TEXTS: FactSet = FactSet::of(&[Fact::Description, Fact::OcrNarrative]);

    /// The context of one report, judged on `as_of`.
    pub const fn new(as_of: NaiveDate, source: SourceKind) -> Self {
        Self { as_of, source, known: Known::new(), written: Cell::new(None), glance: Cell::new(None), worth_reading: Cell::new(None) }
    }

    /// What a first look at the text of `report` finds; none without a text. Much cheaper than to read it.
    pub fn scan(&self, report: &Report<'_>) -> Option<&Scan> {
        let (field, text) = text_of(report)?;
        Some(self.known.scan(text, self.voice(field.fact())))
    }

    /// The same, where somebody asked before.
    pub(super) fn scanned(&self) -> Option<&Scan> {
        self.known.scan.get()
    }

    /// Which kinds of words stand in the text of `report`; none without a text.
    pub fn anchors(&self, report: &Report<'_>) -> Option<Anchors> {
        self.scan(report).map(Scan::anchors)
    }

    /// What a first look at `text`, a name, finds. Several rules ask about the same one.
    pub fn glance(&self, text: &str) -> Glance {
        let (place, length) = (text.as_ptr().addr(), text.len());
        if let Some((known_place, known_length, known)) = self.glance.get()
            && (known_place, known_length) == (place, length)
        {
            return known;
        }
        let found = Glance::of(text);
        self.glance.set(Some((place, length, found)));
        found
    }

    /// Whether words of one of `kinds` stand in the text of `report`: without them a rule has nothing to look at.
    pub fn anchored(&self, report: &Report<'_>, kinds: Anchors) -> bool {
        self.anchors(report).is_some_and(|found| found.any(kinds))
    }

    /// Whether `number` stands in digits in the text of `report`.
    pub fn repeats(&self, report: &Report<'_>, number: u64) -> bool {
        self.written(report, number).it
    }

    /// Whether `number`, and whether another, stands in digits in the text of `report`.
    pub fn written(&self, report: &Report<'_>, number: u64) -> Written {
        if let Some((_, known)) = self.written.get().filter(|known| known.0 == number) {
            return known;
        }
        let text = text_of(report).zip(self.scan(report));
        let written = text.map_or_else(Written::default, |((_, text), scan)| counts::written(text, scan, number));
        self.written.set(Some((number, written)));
        written
    }

    /// The text of `report`, to be read: the filer's description; where there is none, OCR's narrative. It must be the report that this context is for.
    pub fn told<'r>(&'r self, report: &'r Report<'_>) -> Option<Told<'r>> {
        let (field, text) = text_of(report)?;
        Some(Told { fact: field.fact(), at: field.at(), text, voice: self.voice(field.fact()), known: &self.known })
    }

    /// Whose words the text `fact` is in.
    fn voice(&self, fact: Fact) -> Voice {
        if self.source == SourceKind::Record && fact == Fact::OcrNarrative { Voice::Ocr } else { Voice::Filer }
    }
}

/// The filer's description; where there is none, OCR's narrative.
fn text_of<'r, 'a>(report: &'r Report<'a>) -> Option<(&'r Field<&'a str>, &'a str)> {
    [&report.breach.description, &report.breach.ocr_narrative].into_iter().find_map(|field| Some((field, field.get()?)))
}

impl<'r> Told<'r> {
    /// What was read in the text, which is read on first demand.
    pub fn narrative(&self) -> &'r Narrative {
        self.known.narrative.get_or_init(|| narrative::read(self.text))
    }

    /// What a first look at the text finds.
    pub fn scan(&self) -> &'r Scan {
        self.known.scan(self.text, self.voice)
    }

    /// The counts of the text.
    pub fn counts(&self) -> &'r [Count] {
        self.known.counts.get_or_init(|| counts::counts(self.text))
    }

    /// The numbers that count people by a first look; none where there are too many numbers for one.
    pub fn people(&self) -> Option<&'r [u64]> {
        self.known.people.get_or_init(|| counts::people(self.text, self.scan())).as_deref()
    }

    /// Whether the text may count twenty people or more, by a first look.
    pub fn may_count_people(&self) -> bool {
        self.scan().anchors().any(Anchors::NUMBER) || self.people().is_none_or(|people| !people.is_empty())
    }

    /// The dates of the text; those without a year are the last ones before `reference`, which is the same for each rule.
    pub fn dates(&self, reference: NaiveDate) -> &'r [When] {
        let year = |month, day| dates::year_before(reference, month, day);
        self.known.dates.get_or_init(|| if self.scan().may_hold_date(self.text) { dates::dates(self.text, year) } else { Vec::new() })
    }

    /// The words for a covered entity that the text names, where it is none that `report`, the report of this text, names.
    pub fn stranger(&self, report: &Report<'_>) -> Option<Range<usize>> {
        let look = || {
            let entities = report.entities().filter_map(|entity| entity.name.get());
            let own: Vec<&str> = entities.chain(report.business_associate.name.get()).collect();
            names::stranger(self.text, self.scan(), &own)
        };
        self.known.stranger.get_or_init(look).clone()
    }

    /// Whether a phrase of `statement` stands in the text.
    pub fn may_state(&self, statement: &Statement) -> bool {
        self.scan().may_state(statement)
    }

    /// The place of bytes `span` of the text.
    pub fn place(&self, span: crate::source::Span) -> At {
        self.at.text(span.start, span.end)
    }

    /// What the text says of type and location, ranked.
    pub fn reading(&self) -> &'r Reading {
        self.narrative().reading(self.text)
    }

    /// The words at `span`.
    pub fn words(&self, span: crate::source::Span) -> &'r str {
        self.text.get(span.range()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Gap;

    #[test]
    fn the_description_is_read_before_the_narrative_and_once() {
        let context = Context::new(NaiveDate::default(), SourceKind::Draft);
        let mut report = Report::not_carried(At::value(0));
        assert!(context.told(&report).is_none());
        report.breach.description = Field::new(Fact::Description, At::value(3), Err(Gap::Absent));
        report.breach.ocr_narrative = Field::new(Fact::OcrNarrative, At::value(4), Ok("A laptop was stolen. It held names."));
        let told = context.told(&report).map(|told| (told.fact, told.at, told.narrative().sentences().len()));
        assert_eq!(told, Some((Fact::OcrNarrative, At::value(4), 2)));
        let once = context.told(&report).map(|told| std::ptr::from_ref(told.narrative()));
        assert_eq!(once, context.told(&report).map(|told| std::ptr::from_ref(told.narrative())));
    }
}
