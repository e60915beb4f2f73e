//! The rules across rows over one source after another: takes a digest of each row in turn, and finds when all are in. Knows no file format.

mod came;
mod order;
pub(crate) mod parts;
mod runs;
mod spelling;
mod store;
pub(crate) mod twice;

use std::io;
use std::sync::Arc;

use crate::finding::{Enough, Label, Levels, Located, Severity};
use crate::report::Fact;
use crate::report::digest::{Digest, Digests, Role};
use crate::rules::{Check, Engine, Entity, Listed, Remarks, RowSet, Rows, Rule, Years};
use crate::source::{At, Place};
use order::Order;
use spelling::Spellings;
use store::Store;
pub use store::{HELD, Scratch};

/// Findings that are put in the order of their rows together. More come in several such stretches.
const SORTED: usize = 2048;
/// Rows of one source that are looked up in the sources after it.
const LISTED: usize = 1_000_000;

/// What turns a row back into a place.
pub trait Places {
    /// The handle of `fact` of the row.
    fn at(&self, row: &Digest, fact: Fact) -> At;
    /// The place of `fact` of the row.
    fn place(&self, row: &Digest, fact: Fact) -> Place;
    /// The place of the whole source.
    fn whole(&self) -> Place;
}

/// What is found across rows.
pub enum Said {
    /// A finding in words.
    Words(Box<Located>),
    /// One more of this code and severity that needs none.
    More(&'static str, Severity),
}

/// The rules across rows.
pub struct Across {
    rules: Vec<&'static Rule>,
    levels: Arc<Levels>,
    store: Store,
    spellings: Spellings,
    years: Years,
    rows: u64,
    with_text: bool,
    /// The sources before this one, where there is more than one in the run.
    lists: Option<Vec<List>>,
    noun: &'static str,
}

/// What is kept of a source for those after it.
struct List {
    file: String,
    with_text: bool,
    /// Name, day and count of each row as one number, and the row; by the number.
    rows: Vec<(u64, u32)>,
}

impl Across {
    /// Without `scratch` all digests are held in memory; with it, at most [`HELD`].
    pub fn new(scratch: Option<Scratch>) -> Self {
        Self {
            rules: Vec::new(),
            levels: Arc::default(),
            store: Store::new(scratch, HELD),
            spellings: Spellings::default(),
            years: Years::default(),
            rows: 0,
            with_text: false,
            lists: None,
            noun: "row",
        }
    }

    /// Keeps what is needed to find the rows of one source in the next.
    pub fn over_several(mut self) -> Self {
        self.lists = Some(Vec::new());
        self
    }

    /// What a person calls one of them, instead of "row".
    pub fn called(mut self, noun: &'static str) -> Self {
        self.noun = noun;
        self
    }

    /// A source begins, of which `engine` knows which rules can decide, and their levels.
    pub fn begin(&mut self, engine: &Engine) {
        self.rules = engine.across().to_vec();
        self.levels = engine.shared_levels();
        self.clear();
    }

    /// Whether any rule wants to see the rows of the source.
    pub fn wants_rows(&self) -> bool {
        !self.rules.is_empty()
    }

    /// Forgets the rows of the source.
    fn clear(&mut self) {
        self.store.clear();
        self.spellings = Spellings::default();
        self.years = Years::default();
        (self.rows, self.with_text) = (0, false);
    }

    /// Takes the digests of the next rows. Fails where it must write to disk and cannot.
    pub fn take(&mut self, digests: &Digests) -> io::Result<()> {
        for (own, folded) in digests.named() {
            self.spellings.add(own, folded);
        }
        for digest in digests.all() {
            if digest.role() == Role::Own {
                self.rows += 1;
                self.with_text |= digest.has_text();
                self.years.count(digest);
            }
            if digest.name() != 0 || digest.text() != 0 {
                self.store.push(digest)?;
            }
        }
        Ok(())
    }

    /// Finds what there is to find in the source, called `file`, and is ready for the next. Only what `enough` does not know is put into words.
    /// Gives the number of rows that nothing was found in before.
    pub fn finish(
        &mut self,
        file: &str,
        places: &dyn Places,
        enough: Option<Arc<Enough>>,
        found: &mut dyn FnMut(u64, Said),
    ) -> io::Result<u64> {
        let mut out = Out { remarks: Remarks::new(self.noun, enough), levels: &self.levels, places, found, marked: RowSet::default() };
        let lists: &[List] = self.lists.as_deref().unwrap_or_default();
        let other_lists: Vec<&List> = lists.iter().filter(|list| list.with_text != self.with_text).collect();
        let mut listed = Vec::new();
        let keep = self.lists.is_some() && self.rows <= LISTED as u64;
        let rules = &self.rules;
        // A name that stands once is compared with nothing but other sources.
        let order = if self.lists.is_some() { Order::EveryName } else { Order::Name };
        self.store.in_order(order, &mut |group| {
            let entity = Entity::of(group);
            for rule in rules {
                out.remarks.rule(rule.code);
                match rule.check {
                    Check::Rows(Rows::Entity(check)) => check(&entity, &mut out.remarks),
                    Check::Rows(Rows::Names(check)) => spelling::variants(entity.own, |one, other| check(one, other, &mut out.remarks)),
                    Check::Rows(Rows::Lists(check)) => {
                        for (row, list, twin) in twins(entity.own, &other_lists) {
                            check(row, &Listed { file: &list.file, row: twin }, &mut out.remarks);
                        }
                    }
                    _ => {}
                }
            }
            if keep {
                listed.extend(entity.own.iter().filter_map(|row| Some((key(row)?, row.row()))));
            }
            out.flush_full();
        })?;
        self.store.in_order(Order::Text, &mut |rows| {
            for rule in rules {
                if let Check::Rows(Rows::Text(check)) = rule.check {
                    out.remarks.rule(rule.code);
                    check(rows, &mut out.remarks);
                }
            }
            out.flush_full();
        })?;
        for rule in rules {
            out.remarks.rule(rule.code);
            match rule.check {
                Check::Rows(Rows::Names(check)) => self.spellings.near(|one, other| check(one, other, &mut out.remarks)),
                Check::Rows(Rows::Whole(check)) => check(&self.years, &mut out.remarks),
                _ => {}
            }
        }
        out.flush();
        let fresh = out.marked.count();
        if let Some(lists) = &mut self.lists {
            listed.sort_unstable();
            lists.push(List { file: file.to_owned(), with_text: self.with_text, rows: listed });
        }
        self.clear();
        Ok(fresh)
    }
}

/// The rows that stand in another list too: the list, and the row there.
fn twins<'r, 'l>(own: &'r [Digest], lists: &'r [&'l List]) -> impl Iterator<Item = (&'r Digest, &'l List, u32)> {
    own.iter().flat_map(move |row| {
        lists.iter().filter_map(move |list| {
            let wanted = key(row)?;
            let at = list.rows.partition_point(|(key, _)| *key < wanted);
            list.rows.get(at).filter(|(key, _)| *key == wanted).map(|(_, twin)| (row, *list, *twin))
        })
    })
}

/// Name, day and count as one number.
fn key(row: &Digest) -> Option<u64> {
    let (count, day) = (row.count()?, row.submitted()?);
    let rest = u64::from(count) << 32 | u64::from(chrono::Datelike::num_days_from_ce(&day).cast_unsigned());
    Some(row.name() ^ rest.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Findings on their way out.
struct Out<'o> {
    remarks: Remarks,
    levels: &'o Levels,
    places: &'o dyn Places,
    found: &'o mut dyn FnMut(u64, Said),
    /// Rows in which nothing was found before.
    marked: RowSet,
}

impl Out<'_> {
    fn flush_full(&mut self) {
        if self.remarks.len() >= SORTED {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let mut remarked = self.remarks.take();
        self.levels.regrade(&mut remarked.findings);
        let row = |at: At| remarked.places.get(at.field as usize);
        let place = |at| row(at).map_or_else(|| self.places.whole(), |(digest, fact)| self.places.place(digest, *fact));
        let handle = |at| row(at).map_or(At::file(0, 0), |(digest, fact)| self.places.at(digest, *fact));
        for mut finding in remarked.findings {
            let digest = row(finding.at).map(|(digest, _)| digest);
            if let Some(digest) = digest.filter(|digest| !digest.remarked()) {
                self.marked.insert(digest.row());
            }
            let number = digest.map_or(0, |digest| u64::from(digest.row()));
            if finding.message.is_empty() {
                (self.found)(number, Said::More(finding.code, finding.severity));
                continue;
            }
            let label_places = finding.labels.iter().map(|label: &Label| place(label.at)).collect();
            let place = place(finding.at);
            finding.at = handle(finding.at);
            finding.labels.iter_mut().for_each(|label| label.at = handle(label.at));
            (self.found)(number, Said::Words(Box::new(Located { finding, place, label_places, fingerprint: None })));
        }
    }
}
