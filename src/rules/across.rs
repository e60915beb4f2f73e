//! What rules over many rows see, and how they remark on rows whose text is gone. Where a row stands is only known by its digest.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use chrono::{Datelike, NaiveDate};

use super::{Check, silences};
use crate::finding::{Draft, Enough, Finding, Severity, Sink};
use crate::report::Fact;
use crate::report::digest::{Digest, Role};
use crate::source::At;

/// How a rule looks at many rows. The rows of one source are fed to it in their order; it is asked when all are read.
#[derive(Debug, Clone, Copy)]
pub enum Rows {
    /// All that is known about one folded name.
    Entity(fn(&Entity<'_>, &mut Remarks)),
    /// Two or more rows with one description, in their order.
    Text(fn(&[Digest], &mut Remarks)),
    /// Two rows whose names are spellings of one; the second stands later, and its spelling was not met before.
    Names(fn(&Digest, &Digest, &mut Remarks)),
    /// A row of one of the portal's two lists, and where it stands in the other.
    Lists(fn(&Digest, &Listed<'_>, &mut Remarks)),
    /// The numbers of the whole source.
    Whole(fn(&Years, &mut Remarks)),
}

/// All that the rows of one source say about one name, each part by day and row.
#[derive(Debug, Clone, Copy)]
pub struct Entity<'d> {
    /// Its own reports.
    pub own: &'d [Digest],
    /// Reports of others that name it as their business associate.
    pub vendor: &'d [Digest],
}

impl<'d> Entity<'d> {
    /// The parts of `digests`, which stand by role.
    pub fn of(digests: &'d [Digest]) -> Self {
        let (own, vendor) = digests.split_at(digests.partition_point(|digest| digest.role() == Role::Own));
        Self { own, vendor }
    }
}

/// A row of another source.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// The source, as a person named it.
    pub file: &'a str,
    /// The record there.
    pub row: u32,
}

/// Reports by year of submission.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Years {
    /// In the order of the years.
    by_year: Vec<Year>,
}

/// Reports of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    /// The year, such as 2024.
    pub number: i32,
    /// Reports with a count.
    pub reports: u64,
    /// Those of exactly 500 or 501.
    pub placeholders: u64,
    /// Its first and last day, in days of the common era.
    first: i32,
    last: i32,
}

impl Years {
    /// Counts a row.
    pub fn count(&mut self, digest: &Digest) {
        let (Some(day), Some(count)) = (digest.submitted_number(), digest.count()) else { return };
        let at = self.by_year.partition_point(|year| year.last < day);
        if self.by_year.get(at).is_none_or(|year| day < year.first) {
            let Some(number) = digest.submitted().map(|day| day.year()) else { return };
            let first = NaiveDate::from_yo_opt(number, 1).map_or(day, |first| first.num_days_from_ce());
            let last = NaiveDate::from_ymd_opt(number, 12, 31).map_or(day, |last| last.num_days_from_ce());
            self.by_year.insert(at, Year { number, reports: 0, placeholders: 0, first, last });
        }
        if let Some(year) = self.by_year.get_mut(at) {
            year.reports += 1;
            year.placeholders += u64::from(is_placeholder(count));
        }
    }

    /// Each year with a report.
    pub fn each(&self) -> &[Year] {
        &self.by_year
    }
}

/// Whether a count is one that filers enter where they have none yet.
pub(super) fn is_placeholder(count: u32) -> bool {
    matches!(count, 500 | 501)
}

/// Days between two days, whichever comes first.
pub(super) fn days_apart(one: NaiveDate, other: NaiveDate) -> i64 {
    (one - other).num_days().abs()
}

/// Findings about rows, which name a row by its digest.
#[derive(Debug)]
pub struct Remarks {
    sink: Sink,
    noun: &'static str,
    places: Vec<(Digest, Fact)>,
    known: HashMap<(u32, Fact), u32>,
    count: usize,
    /// Rows about whose names a rule spoke that silences rules which look at the rows in another order, and so may speak much later.
    spoken: RowSet,
}

/// Codes of rules across rows that silence others which come after them in another order, and the codes of those.
static SILENCING: LazyLock<[Vec<&'static str>; 2]> = LazyLock::new(|| {
    let later = |code: &&&str| super::find(code).is_some_and(|rule| matches!(rule.check, Check::Rows(Rows::Text(_) | Rows::Names(_))));
    let across = || super::all().filter(|rule| matches!(rule.check, Check::Rows(_)));
    let silenced: Vec<&'static str> = across().flat_map(|rule| rule.silences.iter().filter(later)).copied().collect();
    let silencing = across().filter(|rule| rule.silences.iter().any(|code| silenced.contains(code))).map(|rule| rule.code);
    [silencing.collect(), silenced]
});

/// A set of rows, a bit for each.
#[derive(Debug, Default)]
pub(crate) struct RowSet(Vec<u64>);

impl RowSet {
    /// Puts the row in.
    pub(crate) fn insert(&mut self, row: u32) {
        let word = row as usize / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (row % 64);
    }

    /// Whether the row is in it.
    fn has(&self, row: u32) -> bool {
        self.0.get(row as usize / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// How many are.
    pub(crate) fn count(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}

/// Findings, and the rows and facts to which their handles point.
#[derive(Debug, Default)]
pub struct Remarked {
    /// The findings, by row and code. A handle's field is an index into `places`; any other means the whole file.
    pub findings: Vec<Finding>,
    /// The rows and facts.
    pub places: Vec<(Digest, Fact)>,
}

impl Remarks {
    /// Remarks on rows, each of which a person calls a `noun`, such as "row". What `enough` knows is not put into words.
    pub fn new(noun: &'static str, enough: Option<Arc<Enough>>) -> Self {
        let sink = enough.map_or_else(Sink::default, Sink::worded_until);
        Self { sink, noun, places: Vec::new(), known: HashMap::new(), count: 0, spoken: RowSet::default() }
    }

    /// Files everything that follows under `code`.
    pub(crate) fn rule(&mut self, code: &'static str) {
        self.sink.rule(code);
    }

    /// A handle for `fact` of `row`.
    pub fn at(&mut self, row: &Digest, fact: Fact) -> At {
        let next = u32::try_from(self.places.len()).unwrap_or(u32::MAX - 1);
        let index = *self.known.entry((row.row(), fact)).or_insert(next);
        if index == next {
            self.places.push((*row, fact));
        }
        At::value(index)
    }

    /// A finding to verify.
    pub fn warn(&mut self, row: &Digest, fact: Fact, message: fmt::Arguments<'_>) -> Draft<'_> {
        self.find(Severity::Warning, row, fact, message)
    }

    /// A finding to know.
    pub fn advise(&mut self, row: &Digest, fact: Fact, message: fmt::Arguments<'_>) -> Draft<'_> {
        self.find(Severity::Advice, row, fact, message)
    }

    /// A finding to know about the whole source.
    pub fn advise_whole(&mut self, message: fmt::Arguments<'_>) -> Draft<'_> {
        self.count += 1;
        self.sink.advise(At::file(0, 0), message)
    }

    fn find(&mut self, severity: Severity, row: &Digest, fact: Fact, message: fmt::Arguments<'_>) -> Draft<'_> {
        let at = self.at(row, fact);
        self.count += 1;
        self.sink.find(severity, at, message)
    }

    /// "row 12".
    pub fn name(&self, row: &Digest) -> String {
        format!("{} {}", self.noun, row.row())
    }

    /// "rows 3, 7 and 12"; of many, the first and how many more.
    pub fn names<'r>(&self, rows: impl IntoIterator<Item = &'r Digest>) -> String {
        const SHOWN: usize = 8;
        let mut rows: Vec<u32> = rows.into_iter().map(Digest::row).collect();
        rows.sort_unstable();
        let more = rows.len().saturating_sub(SHOWN);
        let mut words: Vec<String> = rows.iter().take(SHOWN).map(ToString::to_string).collect();
        let last = if more > 0 { Some(format!("{more} more")) } else { words.pop() };
        match (words.is_empty(), last) {
            (true, last) => format!("{} {}", self.noun, last.unwrap_or_default()),
            (false, last) => format!("{}s {} and {}", self.noun, words.join(", "), last.unwrap_or_default()),
        }
    }

    /// How many findings are held.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether none is held.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The findings by row and code, the more specific of two at one place speaking, also where it was taken before; and an empty list for more.
    pub fn take(&mut self) -> Remarked {
        let places = std::mem::take(&mut self.places);
        self.known.clear();
        self.count = 0;
        let [silencing, silenced] = &*SILENCING;
        let named = |at: At| places.get(at.field as usize).filter(|(_, fact)| *fact == Fact::EntityName).map(|(digest, _)| digest.row());
        let spoken = &self.spoken;
        self.sink.retain(|finding| {
            let mut rows = std::iter::once(finding.at).chain(finding.labels.iter().map(|label| label.at)).filter_map(named);
            !(silenced.contains(&finding.code) && rows.any(|row| spoken.has(row)))
        });
        let mut findings = self.sink.take(silences);
        for finding in findings.iter().filter(|finding| silencing.contains(&finding.code)) {
            if let Some(row) = named(finding.at) {
                self.spoken.insert(row);
            }
        }
        let row = |finding: &Finding| places.get(finding.at.field as usize).map_or(0, |(digest, _)| digest.row());
        // Keys take a sixth of the room that a sort of whole findings needs.
        findings.sort_by_cached_key(|finding| (row(finding), finding.code));
        Remarked { findings, places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One set of rows can stand for all that silence only where each of them silences all that fall silent.
    #[test]
    fn what_silences_a_later_rule_silences_each() {
        let [silencing, silenced] = &*SILENCING;
        assert!(!silencing.is_empty() && !silenced.is_empty());
        for one in silencing {
            assert!(silenced.iter().all(|other| silences(one, other)), "{one} {silenced:?}");
        }
    }
}
