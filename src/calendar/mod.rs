//! Every clock of many reports in one list, the most urgent first. Knows no file system and no format.

mod lacking;

use std::collections::HashMap;

use chrono::NaiveDate;
use xxhash_rust::xxh3::xxh3_128;

pub use lacking::{Lack, Lacking};

use crate::check::{filled_roots, syntax};
use crate::dataset::log::Draft;
use crate::document::Document;
use crate::pairing::Cards;
use crate::report::clock::{Deadline, Duty, deadlines};
use crate::report::terms::Term;
use crate::report::{Report, read};
use crate::rules::{Card, Relation};
use crate::source::{LARGEST_DRAFT, Source};

/// So many entries are kept; of more, the most urgent.
const MOST: usize = 50_000;

/// Which report a clock belongs to. All of it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Whose {
    /// Its file, as a person named it.
    pub file: String,
    /// Which report of the file, from 1; of a log, the record.
    pub report: u64,
    /// Of a log: the line on which the record starts, or its row in the sheet.
    pub line: Option<u64>,
    /// The covered entity; where a report has several, that of the clock.
    pub entity: Option<String>,
}

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The day has passed, and the report says that it is not done.
    Late,
    /// The day has passed, and no answer of the report says whether it was done.
    Passed,
    /// It runs.
    Open,
    /// It was done, in time or not; or it was the end of a delay, which has come.
    Done,
}

/// One clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose it is.
    pub whose: Whose,
    /// The day and the duty.
    pub deadline: Deadline,
    /// How it stands.
    pub standing: Standing,
    /// A name for calendars: the same in every run, as long as the report keeps its place or its tracking number.
    pub uid: String,
}

/// The clocks of a run.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The day on which they are judged.
    pub as_of: NaiveDate,
    /// Reports looked at.
    pub reports: u64,
    /// The clocks, the most urgent first.
    pub entries: Vec<Entry>,
    /// Clocks beyond the number that is kept, all of them less urgent.
    pub cut: u64,
    /// What could not be reckoned.
    pub lacking: Vec<Lacking>,
    /// More of that, beyond the number that is kept.
    pub lacking_cut: u64,
}

/// A calendar in the making.
#[derive(Debug)]
pub struct Gathering {
    calendar: Calendar,
    /// What shows which reports on the Part 2 form are there already.
    cards: Cards,
    kept: usize,
    /// The reports that ask for such a one, with the numbers of their cards.
    twins: HashMap<Whose, usize>,
}

impl Gathering {
    /// Nothing yet, on the day `as_of`.
    pub fn new(as_of: NaiveDate) -> Self {
        let calendar = Calendar { as_of, reports: 0, entries: Vec::new(), cut: 0, lacking: Vec::new(), lacking_cut: 0 };
        Self { calendar, cards: Cards::default(), kept: 0, twins: HashMap::new() }
    }

    /// Takes every report of a draft file. `known_as` is its path as it is known wherever the run is made from.
    pub fn draft(&mut self, source: &Source, known_as: &str) {
        self.reports(source, source.name(), known_as, None);
    }

    /// Takes a row of the log `name`.
    pub fn row(&mut self, draft: &Draft, name: &str, known_as: &str) {
        let source = Source::decode("row.json", draft.text.clone().into_bytes());
        self.reports(&source, name, known_as, Some((draft.row, draft.place)));
    }

    /// The calendar, in its order.
    pub fn finish(mut self) -> Calendar {
        let pairs = self.cards.pairs();
        let twins = std::mem::take(&mut self.twins);
        // A report on the Part 2 form that is there has clocks of its own.
        let has_twin = |entry: &Entry| {
            let bare = Whose { entity: None, ..entry.whose.clone() };
            entry.deadline.duty == Duty::OtherForm && twins.get(&bare).is_some_and(|&slot| pairs.has(slot, Relation::OtherForm))
        };
        self.calendar.entries.retain(|entry| !has_twin(entry));
        self.calendar.sort();
        let mut seen: HashMap<String, u32> = HashMap::new();
        for entry in &mut self.calendar.entries {
            let count = seen.entry(entry.uid.clone()).or_default();
            *count += 1;
            if *count > 1 {
                entry.uid = format!("{}-{count}", entry.uid);
            }
        }
        self.calendar
    }

    fn reports(&mut self, source: &Source, name: &str, known_as: &str, row: Option<(u64, u64)>) {
        let whose = |number: u64| Whose {
            file: name.to_owned(),
            report: row.map_or(number, |(row, _)| row),
            line: row.map(|(_, line)| line),
            entity: None,
        };
        if source.text().len() > LARGEST_DRAFT {
            self.calendar.reports += 1;
            self.calendar.lack(Lacking { whose: whose(1), lack: Lack::Unreadable });
            return;
        }
        let document = Document::read(source, syntax(source.name(), source.text()));
        let roots = filled_roots(&document);
        if roots.is_empty() {
            self.calendar.reports += 1;
            self.calendar.lack(Lacking { whose: whose(1), lack: Lack::Unreadable });
        }
        for (root, number) in roots.into_iter().zip(1..) {
            self.calendar.reports += 1;
            if root.whole {
                self.report(&read(&document, root).report, &whose(number), known_as);
            } else {
                self.calendar.lack(Lacking { whose: whose(number), lack: Lack::Unreadable });
            }
        }
    }

    fn report(&mut self, report: &Report<'_>, whose: &Whose, known_as: &str) {
        let filed = report.filing.submitted_on.get().is_some();
        let name = report.entity.name.get().map(str::to_owned);
        let deadlines = deadlines(report);
        let asks_for_twin = deadlines.iter().any(|deadline| deadline.duty == Duty::OtherForm);
        let card = Card::of(report);
        if (asks_for_twin || card.is_part_2()) && self.kept < MOST {
            self.kept += 1;
            let slot = self.cards.push(card);
            if asks_for_twin {
                self.twins.insert(whose.clone(), slot);
            }
        }
        for lack in lacking::of(report) {
            let entity = lack.1.or_else(|| name.clone());
            self.calendar.lack(Lacking { whose: Whose { entity, ..whose.clone() }, lack: lack.0 });
        }
        let place = match report.filing.tracking_number.get() {
            Some(number) => format!("number {}", number.trim()),
            None => format!("{known_as} {}", whose.report),
        };
        for deadline in deadlines {
            let standing = standing(&deadline, filed, self.calendar.as_of);
            let uid = uid(&place, &deadline);
            let entity = deadline.entity.clone().or_else(|| name.clone());
            self.calendar.entries.push(Entry { whose: Whose { entity, ..whose.clone() }, deadline, standing, uid });
        }
        if self.calendar.entries.len() > 2 * MOST {
            self.calendar.sort();
        }
    }
}

impl Calendar {
    /// How many clocks stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.entries.iter().filter(|entry| entry.standing == standing).count()
    }

    /// Whether a report lacks a clock that it should have.
    pub fn is_lacking(&self) -> bool {
        !self.lacking.is_empty()
    }

    fn sort(&mut self) {
        let key = |entry: &Entry| (entry.standing, entry.deadline.due, entry.whose.clone(), entry.deadline.duty);
        self.entries.sort_by_cached_key(key);
        self.cut += self.entries.len().saturating_sub(MOST) as u64;
        self.entries.truncate(MOST);
    }

    fn lack(&mut self, lacking: Lacking) {
        if self.lacking.len() < MOST {
            self.lacking.push(lacking);
        } else {
            self.lacking_cut += 1;
        }
    }
}

/// As the verdict of a report has it: late is what is not done while the report is not filed. Where the report has no answer, nothing is claimed.
fn standing(deadline: &Deadline, filed: bool, as_of: NaiveDate) -> Standing {
    let ours = matches!(deadline.duty, Duty::Individuals | Duty::Secretary | Duty::SecretaryLog);
    match deadline.done {
        Some(_) => Standing::Done,
        None if deadline.due >= as_of => Standing::Open,
        None if deadline.duty == Duty::DelayEnds => Standing::Done,
        None if ours && !filed => Standing::Late,
        None => Standing::Passed,
    }
}

/// Names a clock by what may be shown: place or tracking number of its report, duty, State, covered entity. The hash only makes it short.
fn uid(place: &str, deadline: &Deadline) -> String {
    let state = deadline.duty.state().map_or("", Term::label);
    let entity = deadline.entity.as_deref().unwrap_or_default();
    let duty = match deadline.duty {
        // A count that crosses 500 moves the day of one duty; it is not another one.
        Duty::Secretary | Duty::SecretaryLog => "hhs",
        duty => duty.key(),
    };
    let name = [place, duty, state, entity].join("\n");
    format!("{:032x}@breachlint", xxh3_128(name.as_bytes()))
}
