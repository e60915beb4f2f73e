//! Several draft files in one run: which reports belong together, and each checked beside those that belong to it. Knows no file system.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::check::{Compared, FileOutcome, Settings, check, check_beside, filled_roots, syntax};
use crate::document::Document;
use crate::report::{Reading, read};
use crate::rules::{Card, Companion, Engine, Relation, Spoken};
use crate::source::{LARGEST_DRAFT, Source};

/// Most reports under one name that are compared with each other: beyond it their names say too little.
const MOST_OF_ONE_NAME: usize = 200;
/// Most reports in one relation that one report is compared with.
const MOST_IN_ONE_RELATION: usize = 64;

/// A report that the person named as belonging to the one that is checked.
#[derive(Debug)]
pub struct Given {
    /// The file that holds it.
    pub source: Source,
    /// Whether it is the earlier report, rather than a twin.
    pub earlier: bool,
}

/// Why a named report cannot be compared with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotPaired {
    /// The file holds nothing to compare with.
    #[error("{0} holds no report that could be read")]
    NoReport(String),
    /// It holds several, and none or more than one fits.
    #[error("{0} holds {1} reports, and {2} to the one that is checked; name a file that holds it alone")]
    NotOne(String, usize, &'static str),
    /// It tells of the same party on the same form.
    #[error(
        "{0} is no twin: a twin is on the other form (HIPAA, Part 2) or comes from the other party (business associate, covered entity)"
    )]
    NoTwin(String),
    /// Named reports belong to one report, not to several.
    #[error("--previous and --twin go with one draft that holds one report")]
    SeveralChecked,
}

/// One report of the run: its file and its place there, from 0.
type Slot = (usize, usize);

/// What shows which reports of a run belong together. It takes little memory, so that the drafts themselves need not be kept.
#[derive(Debug, Default)]
pub struct Cards(BTreeMap<Slot, Card>);

/// The companions of each report of a run.
#[derive(Debug, Default)]
pub struct Pairs(BTreeMap<Slot, Vec<(Relation, Slot, Spoken)>>);

impl Cards {
    /// Remembers the reports of file number `file`.
    pub fn add(&mut self, file: usize, outcome: &FileOutcome) {
        let cards = outcome.reports.iter().enumerate().filter_map(|(index, report)| Some(((file, index), report.card.clone()?)));
        self.0.extend(cards);
    }

    /// Remembers one report by itself, and gives the number by which [`Pairs::has`] knows it.
    pub fn push(&mut self, card: Card) -> usize {
        let number = self.0.last_key_value().map_or(0, |(slot, _)| slot.0 + 1);
        self.0.insert((number, 0), card);
        number
    }

    /// Remembers the reports of file number `file`, whose text is `source`, without checking them.
    pub fn read(&mut self, file: usize, source: &Source) {
        if source.text().len() > LARGEST_DRAFT {
            return;
        }
        let document = document(source);
        let readings = readings(&document);
        self.0.extend(readings.iter().enumerate().map(|(index, reading)| ((file, index), Card::of(&reading.report))));
    }

    /// Which of them belong together.
    pub fn pairs(&self) -> Pairs {
        Pairs(pairs(&self.0))
    }
}

impl Pairs {
    /// Whether report number `number` has another in this relation.
    pub fn has(&self, number: usize, relation: Relation) -> bool {
        self.0.get(&(number, 0)).is_some_and(|list| list.iter().any(|(kind, ..)| *kind == relation))
    }

    /// The files that hold a companion of a report of file number `file`.
    pub fn beside(&self, file: usize) -> BTreeSet<usize> {
        self.0.range((file, 0)..(file + 1, 0)).flat_map(|(_, list)| list.iter().map(|(_, slot, _)| slot.0)).collect()
    }

    /// Checks file number `file`, each of its reports beside those of `others` that belong to it. These are the files of
    /// [`Pairs::beside`], each with its number.
    pub fn check(&self, source: Source, file: usize, others: &[(usize, &Source)], engine: &Engine, settings: &Settings) -> FileOutcome {
        let documents: Vec<(usize, Document<'_>)> = others.iter().map(|&(other, source)| (other, document(source))).collect();
        let readings: BTreeMap<usize, Vec<Reading<'_>>> = documents.iter().map(|(other, document)| (*other, readings(document))).collect();
        let names: BTreeMap<usize, &str> = others.iter().map(|&(other, source)| (other, source.name())).collect();
        let companions = |number: usize| {
            let list = self.0.get(&(file, number - 1)).map(Vec::as_slice).unwrap_or_default();
            let companion = |&(relation, slot, told): &(Relation, Slot, Spoken)| {
                let report = &readings.get(&slot.0)?.get(slot.1)?.report;
                let compared = Compared { relation, file: (*names.get(&slot.0)?).to_owned(), number: slot.1 + 1, told };
                Some((Companion { relation, report, told }, compared))
            };
            list.iter().filter_map(companion).collect()
        };
        check_beside(source, engine, settings, &companions)
    }
}

/// Checks every file; each report beside those of the run that belong to it, as their answers show.
pub fn check_all(sources: Vec<Source>, engine: &Engine, settings: &Settings) -> Vec<FileOutcome> {
    let mut outcomes: Vec<FileOutcome> = sources.into_iter().map(|source| check(source, engine, settings)).collect();
    let mut cards = Cards::default();
    outcomes.iter().enumerate().for_each(|(file, outcome)| cards.add(file, outcome));
    let pairs = cards.pairs();
    for file in 0..outcomes.len() {
        let others = pairs.beside(file);
        if !others.is_empty() {
            let others: Vec<(usize, &Source)> = others.iter().map(|&other| (other, &outcomes[other].source)).collect();
            let outcome = pairs.check(outcomes[file].source.clone(), file, &others, engine, settings);
            outcomes[file] = outcome;
        }
    }
    outcomes
}

/// Checks one file beside the reports that the person named.
pub fn check_with(source: Source, given: &[Given], engine: &Engine, settings: &Settings) -> Result<FileOutcome, NotPaired> {
    let alone = check(source, engine, settings);
    let [report] = &alone.reports[..] else { return Err(NotPaired::SeveralChecked) };
    let Some(card) = &report.card else { return Ok(alone) };
    let documents: Vec<(&Given, Document<'_>)> = given.iter().map(|given| (given, document(&given.source))).collect();
    let readings: Vec<Vec<Reading<'_>>> = documents.iter().map(|(_, document)| readings(document)).collect();
    let mut companions = Vec::new();
    for ((given, _), readings) in documents.iter().zip(&readings) {
        let (relation, index) = chosen(card, given, readings)?;
        let compared = Compared { relation, file: given.source.name().to_owned(), number: index + 1, told: Spoken::Here };
        companions.push((Companion { relation, report: &readings[index].report, told: Spoken::Here }, compared));
    }
    let source = alone.source.clone();
    Ok(check_beside(source, engine, settings, &|_| companions.clone()))
}

/// Which report of a named file is meant, and what it is to the report with `card`. A report that stands alone is taken at the person's word.
fn chosen(card: &Card, given: &Given, readings: &[Reading<'_>]) -> Result<(Relation, usize), NotPaired> {
    let name = || given.source.name().to_owned();
    let wanted = |relation: Relation| (relation == Relation::Earlier) == given.earlier && relation != Relation::Later;
    match readings {
        [] => Err(NotPaired::NoReport(name())),
        [_] if given.earlier => Ok((Relation::Earlier, 0)),
        [only] => card.kind(&Card::of(&only.report)).map(|relation| (relation, 0)).ok_or_else(|| NotPaired::NoTwin(name())),
        several => {
            let cards = several.iter().map(|reading| Card::of(&reading.report));
            let fits = cards.enumerate().filter_map(|(index, other)| Some((card.relation(&other)?, index)));
            match fits.filter(|&(relation, _)| wanted(relation)).collect::<Vec<_>>()[..] {
                [only] => Ok(only),
                [] => Err(NotPaired::NotOne(name(), several.len(), "none of them plainly belongs")),
                _ => Err(NotPaired::NotOne(name(), several.len(), "more than one may belong")),
            }
        }
    }
}

fn document(source: &Source) -> Document<'_> {
    Document::read(source, syntax(source.name(), source.text()))
}

fn readings<'d>(document: &'d Document<'_>) -> Vec<Reading<'d>> {
    filled_roots(document).into_iter().map(|root| read(document, root)).collect()
}

/// Which reports of a run belong together. Of several that would be the earlier report none is taken, and where several would be the report on
/// the other form, none is compared.
fn pairs(cards: &BTreeMap<Slot, Card>) -> BTreeMap<Slot, Vec<(Relation, Slot, Spoken)>> {
    let mut by_name: HashMap<&str, Vec<Slot>> = HashMap::new();
    for (&slot, card) in cards {
        for name in card.names() {
            by_name.entry(name).or_default().push(slot);
        }
    }
    let mut pairs: BTreeMap<Slot, Vec<(Relation, Slot, Spoken)>> = BTreeMap::new();
    for (&slot, card) in cards {
        let near = card.names().filter_map(|name| by_name.get(name)).filter(|slots| slots.len() <= MOST_OF_ONE_NAME);
        let near: BTreeSet<Slot> = near.flatten().copied().filter(|&other| other != slot).collect();
        let related: Vec<(Relation, Slot)> = near.into_iter().filter_map(|other| Some((card.relation(&cards[&other])?, other))).collect();
        let mut kept: Vec<(Relation, Slot, Spoken)> = Vec::new();
        for relation in [Relation::Earlier, Relation::Later, Relation::OtherForm, Relation::OtherParty, Relation::Sibling] {
            let mut of_it: Vec<Slot> = related.iter().filter(|(kind, _)| *kind == relation).map(|&(_, other)| other).collect();
            match relation {
                Relation::Earlier => of_it = latest(&of_it, cards).into_iter().collect(),
                // Those that are coded alike have nothing to say to each other.
                Relation::Sibling => of_it.retain(|other| !card.is_coded_like(&cards[other])),
                _ => {}
            }
            of_it.truncate(MOST_IN_ONE_RELATION);
            let told = |other: Slot| if relation.is_mutual() && other > slot { Spoken::There } else { Spoken::Here };
            kept.extend(of_it.into_iter().map(|other| (relation, other, told(other))));
        }
        if !kept.is_empty() {
            pairs.insert(slot, kept);
        }
    }
    let forms =
        |slot: &Slot| pairs.get(slot).map_or(0, |list| list.iter().filter(|(relation, ..)| *relation == Relation::OtherForm).count());
    let unclear: BTreeSet<Slot> = pairs.keys().filter(|slot| forms(slot) > 1).copied().collect();
    for (slot, list) in &mut pairs {
        for (relation, other, told) in list {
            if *relation == Relation::OtherForm && (unclear.contains(slot) || unclear.contains(other)) {
                *told = Spoken::Nowhere;
            }
        }
    }
    pairs
}

/// Of several earlier reports the one filed last, if that can be told.
fn latest(slots: &[Slot], cards: &BTreeMap<Slot, Card>) -> Option<Slot> {
    if let [only] = slots {
        return Some(*only);
    }
    let mut dated: Vec<_> = slots.iter().filter_map(|slot| Some((cards[slot].submitted_on()?, *slot))).collect();
    dated.sort_unstable();
    match dated[..] {
        [.., (before, _), (last, slot)] if dated.len() == slots.len() && before < last => Some(slot),
        _ => None,
    }
}
