//! One mapping of the draft while its answers are taken out of it; what is left at the end is unknown.

use super::Reader;
use crate::document::NodeId;
use crate::finding::{Detail, FARTHEST_SLIP, Fault, nearest};
use crate::report::fact::is_key;
use crate::report::{Fact, Field, Gap};
use crate::source::At;

/// Whether the form insists on an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// The form does not let the filer go on without it.
    Required,
    /// It may stay empty, or a rule of its own judges its absence.
    Optional,
    /// The question does not apply here; an answer is read all the same.
    NotAsked,
}
pub(super) use Need::{NotAsked, Optional, Required};

/// An open section.
pub(super) struct Section {
    /// Its node, or the parent where it is missing.
    at: At,
    entries: Vec<NodeId>,
    known: Vec<&'static str>,
    /// Those of them whose answers are shown to nobody.
    concealed: Vec<&'static str>,
    /// What its fields are where they are not there.
    gap: Gap,
}

impl Section {
    pub(super) fn at(&self) -> At {
        self.at
    }

    /// A section that is not there: its fields are `gap`.
    pub(super) fn missing(at: At, gap: Gap) -> Self {
        Self { at, entries: Vec::new(), known: Vec::new(), concealed: Vec::new(), gap }
    }

    fn take(&mut self, reader: &Reader<'_, '_>, key: &'static str) -> Option<NodeId> {
        self.known.push(key);
        let place = self.entries.iter().position(|&entry| reader.document.key(entry) == key)?;
        Some(self.entries.remove(place))
    }

    /// Whether an unknown key stands here that is a typing slip away from `key`: the answer is there, and is not read.
    fn is_misspelt(&self, reader: &Reader<'_, '_>, key: &str) -> bool {
        // Most keys are told apart by their length alone.
        let slip = |written: &str| {
            written.chars().count().abs_diff(key.len()) <= FARTHEST_SLIP
                && !is_key(written)
                && nearest(written, std::iter::once(key)).is_some()
        };
        self.entries.iter().any(|&entry| slip(reader.document.key(entry)))
    }

    /// The node that answers `fact`; or the field as it is without one.
    pub(super) fn answer<T>(&mut self, reader: &mut Reader<'_, '_>, fact: Fact, need: Need) -> Result<NodeId, Field<T>> {
        let key = fact.key();
        let node = self.take(reader, key);
        if !fact.shown() {
            self.concealed.push(key);
        }
        if let Some(node) = node
            && !is_null(reader, node)
        {
            if !fact.shown() {
                reader.hidden.push(At::value(node));
            }
            return Ok(node);
        }
        if need == Required && self.gap == Gap::Absent {
            reader.misshapen |= reader.whole;
        }
        let gap = match need {
            NotAsked => Gap::NotAsked,
            _ if node.is_none() && self.is_misspelt(reader, key) => Gap::Unreadable("BR003"),
            _ => self.gap,
        };
        let gap = if reader.whole { gap } else { Gap::Unreadable("BR001") };
        // An empty answer is pointed at itself, a missing one at its section.
        let at = node.map_or(self.at, At::value);
        Err(Field::new(fact, at, Err(gap)))
    }
}

pub(super) fn is_null(reader: &Reader<'_, '_>, node: NodeId) -> bool {
    matches!(reader.document.scalar(node), Some(crate::document::Scalar::Null))
}

impl Reader<'_, '_> {
    /// Opens the mapping at `node`.
    pub(super) fn open(&mut self, node: NodeId) -> Section {
        let at = At::value(node);
        let Some(entries) = self.document.entries(node) else {
            self.misshapen = true;
            return Section::missing(at, Gap::Unreadable("BR005"));
        };
        Section { at, entries, known: Vec::new(), concealed: Vec::new(), gap: Gap::Absent }
    }

    /// Opens the section `key` of `parent`.
    pub(super) fn section(&mut self, parent: &mut Section, key: &'static str, need: Need) -> Section {
        match parent.take(self, key) {
            Some(node) if !is_null(self, node) => self.open(node),
            _ if need == Required && parent.gap == Gap::Absent => {
                self.misshapen |= self.whole;
                let code = if parent.is_misspelt(self, key) { "BR003" } else { "BR004" };
                Section::missing(parent.at, Gap::Unreadable(code))
            }
            _ if need == NotAsked => Section::missing(parent.at, Gap::NotAsked),
            _ => Section::missing(parent.at, parent.gap),
        }
    }

    /// The node of the section `key`, whatever it holds.
    pub(super) fn part(&mut self, parent: &mut Section, key: &'static str) -> Option<NodeId> {
        parent.take(self, key).filter(|&node| !is_null(self, node))
    }

    /// Closes a section: every key that no question took is unknown.
    pub(super) fn close(&mut self, section: Section) {
        for entry in section.entries {
            let key = self.document.key(entry).to_owned();
            // What a misspelt or doubled key means decides whether its value may be shown; what no one knows may not.
            let meant = nearest(&key, section.known.iter().copied());
            if meant.is_none_or(|meant| section.concealed.contains(&meant.as_str())) {
                self.hidden.push(At::value(entry));
            }
            if section.known.contains(&key.as_str()) {
                continue;
            }
            if is_null(self, entry) {
                // The schema takes an empty answer for none; a misspelt key without an answer is still misspelt.
                let known = section.known.iter().map(|&known| known.to_owned()).collect();
                let free = |known: &&str| self.document.get(section.at.field, known).is_none();
                let nearest = nearest(&key, section.known.iter().copied().filter(free));
                self.faults.push(Fault::new("BR003", At::value(entry).key(), Detail::UnknownKey { key, nearest, known }));
            } else {
                self.misshapen = true;
            }
        }
    }
}
