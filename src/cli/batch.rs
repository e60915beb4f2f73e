//! The inputs of a run of `check`, twice: first each draft by itself, then beside those of the run that belong to it. What was found is kept in
//! between as long as there is room; of further drafts only what shows where they belong is read at first, so that none is judged twice and
//! memory hardly grows with their number.

use std::path::PathBuf;

use super::Error;
use super::input::{self, Inputs, Loaded};
use super::project::Project;
use crate::check::{FileOutcome, Settings, check};
use crate::finding::Safety;
use crate::pairing::{Cards, Pairs};
use crate::source::Source;

/// So many bytes of drafts are kept between the two times, with what was found in them.
const KEPT: usize = 8 * 1024 * 1024;

/// One input after the first time.
enum Entry {
    /// A draft, and what was found in it by itself, if that was kept.
    Draft(PathBuf, Option<Box<FileOutcome>>),
    /// A dataset, which has no companions.
    Dataset(Loaded),
    /// A dataset that was handed on.
    Done,
}

/// The inputs after the first time.
pub(super) struct Batch {
    entries: Vec<Entry>,
    pairs: Pairs,
    settings: Settings,
}

impl Batch {
    /// Reads and checks every draft of `inputs` by itself; with `fix`, after fixing it.
    pub(super) fn read(inputs: &mut Inputs, project: &mut Project, fix: Option<Safety>) -> Result<Self, Error> {
        let settings = Settings { as_of: project.as_of };
        let mut cards = Cards::default();
        let mut entries = Vec::new();
        let mut kept = 0;
        for mut file in inputs {
            if file.is_dataset() {
                entries.push(Entry::Dataset(file));
                continue;
            }
            // Standard input cannot be read again.
            let keep = kept < KEPT || file.path.is_none();
            kept += file.source.text().len();
            let path = file.known_as();
            let engine = project.draft_engine(&path);
            if let Some(safety) = fix {
                file = super::fix::apply(file, &engine, safety)?;
            }
            if keep {
                let outcome = check(file.source, &engine, &settings);
                cards.add(entries.len(), &outcome);
                entries.push(Entry::Draft(path, Some(Box::new(outcome))));
            } else {
                cards.read(entries.len(), &file.source);
                entries.push(Entry::Draft(path, None));
            }
        }
        Ok(Self { entries, pairs: cards.pairs(), settings })
    }

    /// Whether more than one input is a dataset.
    pub(super) fn has_several_datasets(&self) -> bool {
        self.entries.iter().filter(|entry| matches!(entry, Entry::Dataset(_))).count() > 1
    }

    /// Reports each input in its order, drafts beside those that belong to them.
    pub(super) fn report(mut self, project: &mut Project, to: &mut dyn Sink) -> Result<(), Error> {
        for number in 0..self.entries.len() {
            let others = self.pairs.beside(number);
            if matches!(self.entries[number], Entry::Dataset(_))
                && let Entry::Dataset(file) = std::mem::replace(&mut self.entries[number], Entry::Done)
            {
                to.dataset(file, project)?;
                continue;
            }
            match &mut self.entries[number] {
                Entry::Dataset(_) | Entry::Done => {}
                Entry::Draft(_, kept) if others.is_empty() && kept.is_some() => {
                    if let Some(outcome) = kept.take() {
                        to.draft(&outcome)?;
                    }
                }
                Entry::Draft(path, _) => {
                    let engine = project.draft_engine(path);
                    let source = self.source(number)?;
                    let others: Vec<(usize, Source)> =
                        others.into_iter().map(|other| Ok((other, self.source(other)?))).collect::<Result<_, Error>>()?;
                    let others: Vec<(usize, &Source)> = others.iter().map(|(other, source)| (*other, source)).collect();
                    to.draft(&self.pairs.check(source, number, &others, &engine, &self.settings))?;
                }
            }
        }
        Ok(())
    }

    /// The text of a draft, from memory or from its file.
    fn source(&self, number: usize) -> Result<Source, Error> {
        match &self.entries[number] {
            Entry::Draft(_, Some(outcome)) => Ok(outcome.source.clone()),
            Entry::Draft(path, None) => input::read(path).map(|file| file.source),
            Entry::Dataset(file) => Ok(file.source.clone()),
            Entry::Done => Ok(Source::decode("", Vec::new())),
        }
    }
}

/// Takes what is to be reported.
pub(super) trait Sink {
    /// A draft.
    fn draft(&mut self, outcome: &FileOutcome) -> Result<(), Error>;
    /// A dataset, which is still to be checked.
    fn dataset(&mut self, file: Loaded, project: &Project) -> Result<(), Error>;
}
