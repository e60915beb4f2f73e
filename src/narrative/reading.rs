//! Weighs the cues of a text into a ranked reading: which type of breach, which location, and on which words that rests.

use std::sync::LazyLock;

use super::hits::{self, Hit};
use super::lexicon::concepts::{Concept, OWN_DENIAL};
use super::lexicon::cues::{self, Cue, Topic};
use super::plain::Plain;
use crate::report::terms::{BreachType, Location, Term};
use crate::source::Span;

/// How far in front of a cue a negation still belongs to it, in bytes.
const NEGATION_REACH: u32 = 70;
/// A reading commits to a type that weighs at least so much, and more than so many times the next.
const COMMIT_TYPE: (u16, u16) = (10, 2);
/// The same for a location; in halves of the next one's weight.
const COMMIT_PLACE: (u16, u16) = (8, 3);

/// So many sentences come first.
const FIRST: usize = 2;

/// The most that a disclosure weighs beside the loss or disposal that it came of.
const CONSEQUENCE: u16 = 9;
/// The weight of a thing that was itself stolen or lost.
const BOTH: u16 = 14;

/// A cue that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// What it tells.
    pub topic: Topic,
    /// The words, as bytes of the text.
    pub span: Span,
    /// What it weighs for the type, by its words and by where it stands.
    pub weight: u16,
    /// How plain the words are by themselves: [`Evidence::PLAIN`] and more leave little doubt.
    pub strength: u8,
}

impl Evidence {
    /// The least strength of words that say what happened, and do not merely hint at it.
    pub const PLAIN: u8 = 7;
}

/// What a text says, ranked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    evidence: Vec<Evidence>,
    kinds: Vec<(BreachType, u16)>,
    places: Vec<(Location, u16)>,
    named: Vec<(Location, u8, Span)>,
    several: bool,
}

impl Reading {
    /// The types of breach that the text supports, the best first, each with its weight.
    pub fn kinds(&self) -> &[(BreachType, u16)] {
        &self.kinds
    }

    /// The locations that the text supports, the best first, each with its weight.
    pub fn places(&self) -> &[(Location, u16)] {
        &self.places
    }

    /// The type, where the text leaves little doubt.
    pub fn kind(&self) -> Option<BreachType> {
        let (least, times) = COMMIT_TYPE;
        let next = self.kinds.get(1).map_or(0, |next| next.1);
        // Two incidents of one type are of that type.
        let one = !self.several || self.kinds.len() == 1;
        self.kinds.first().filter(|best| one && best.1 >= least && best.1 > next * times).map(|best| best.0)
    }

    /// The main location, where the text leaves little doubt.
    pub fn place(&self) -> Option<Location> {
        let (least, halves) = COMMIT_PLACE;
        let next = self.places.get(1).map_or(0, |next| next.1);
        // Of two things that were carried off together, each is a location: the laptop, or else the first, will do.
        let both = next >= BOTH && matches!(self.kind(), Some(BreachType::Theft | BreachType::Loss));
        // Where it is open what happened, only a thing that is named is plain.
        let plain = |place| {
            self.kind().is_some() || !matches!(place, Location::NetworkServer | Location::ElectronicMedicalRecord | Location::Email)
        };
        let laptop = self.places.iter().find(|place| both && place.0 == Location::Laptop && place.1 >= BOTH);
        laptop
            .or(self.places.first())
            .filter(|best| !self.several && plain(best.0) && best.1 >= least && (both || best.1 * 2 >= next * halves))
            .map(|best| best.0)
    }

    /// Every cue that was read, at most one a topic, the weightiest first.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// The words that tell `topic`.
    pub fn of(&self, topic: Topic) -> Option<Evidence> {
        self.evidence.iter().copied().find(|evidence| evidence.topic == topic)
    }

    /// The words that name `place` itself, and how plainly; none where it only follows from what happened.
    pub fn named(&self, place: Location) -> Option<(Span, u8)> {
        self.named.iter().find(|known| known.0 == place).map(|known| (known.2, known.1))
    }

    /// What the type that leads rests on: the plainest words, so that ransomware goes before the attack that brought it.
    pub fn leading(&self) -> Option<Evidence> {
        let kind = self.kinds.first()?.0;
        let own = self.evidence.iter().copied().filter(|evidence| evidence.topic.kind() == Some(kind));
        own.max_by_key(|evidence| (evidence.strength, evidence.weight))
    }
}

/// Reads the sentences about the incident.
pub(super) fn read(text: &str, incident: impl Iterator<Item = Span>) -> Reading {
    let mut tally = Tally::default();
    let mut told = false;
    for (index, sentence) in incident.enumerate() {
        told |= tally.sentence(text, sentence, index < FIRST, told);
    }
    tally.rank()
}

/// A set of concepts, a bit for each.
type Bits = u128;

fn bit(concept: Concept) -> Bits {
    1 << concept as u8
}

fn bits(concepts: &[Concept]) -> Bits {
    concepts.iter().fold(0, |bits, &concept| bits | bit(concept))
}

/// A cue with its concepts as bits, so that a sentence without them is told at once.
struct Masked {
    cue: &'static Cue,
    parts: [Bits; MOST_PARTS],
    unless: Bits,
}

/// The most parts that a cue has.
const MOST_PARTS: usize = 4;

static MASKED: LazyLock<Vec<Masked>> = LazyLock::new(|| cues::all().map(Masked::of).collect());

impl Masked {
    fn of(cue: &'static Cue) -> Self {
        // A part that is not there asks for nothing.
        let mut parts = [Bits::MAX; MOST_PARTS];
        for (mask, part) in parts.iter_mut().zip(cue.parts) {
            *mask = bits(part);
        }
        Self { cue, parts, unless: bits(cue.unless) }
    }

    /// Whether a sentence with these concepts may hold the cue.
    fn may_stand(&self, there: Bits) -> bool {
        there != 0 && there & self.unless == 0 && self.parts.iter().all(|part| there & part != 0)
    }
}

#[derive(Default)]
struct Tally {
    evidence: Vec<Evidence>,
    /// By cue: the weight that it counted with so far.
    counted: Vec<u16>,
    places: [u16; Location::ALL.len()],
    named: Vec<(Location, u8, Span)>,
    /// Whether a sentence says that whoever came in took nothing.
    nothing_taken: bool,
    /// Whether a sentence speaks of more than one incident.
    several: bool,
}

impl Tally {
    /// Reads one sentence; whether it tells a cause. What comes first, and what tells the first cause, weighs twice: what follows tells more of it.
    fn sentence(&mut self, text: &str, span: Span, first: bool, told: bool) -> bool {
        let plain = Plain::of(text, span);
        let hits = hits::hits(&plain);
        let there = hits.iter().fold(0, |there, hit| there | bit(hit.concept));
        self.several |= there & bit(Concept::Several) != 0;
        if there & bit(Concept::Elsewhere) != 0 {
            return false;
        }
        self.nothing_taken |= there & bit(Concept::NothingTaken) != 0;
        if there == 0 {
            return false;
        }
        let read: Vec<_> = MASKED
            .iter()
            .enumerate()
            .filter(|(_, masked)| masked.may_stand(there))
            .filter_map(|(index, masked)| find(masked.cue, &hits).map(|stretch| (index, masked.cue, stretch)))
            .collect();
        let tells = read.iter().any(|(_, cue, _)| cue.weight > 0);
        let factor = if first || tells && !told { 2 } else { 1 };
        for (index, cue, (start, end)) in read {
            let from = plain.origin(start as usize);
            let to = plain.origin((end as usize).saturating_sub(1)) + 1;
            self.count(index, cue, Span::new(from, to), factor);
        }
        tells
    }

    /// A cue counts once in a text, where it weighs most.
    fn count(&mut self, index: usize, cue: &Cue, span: Span, factor: u16) {
        if self.counted.len() <= index {
            self.counted.resize(index + 1, 0);
        }
        let more = factor.saturating_sub(self.counted[index]);
        if more == 0 {
            return;
        }
        self.counted[index] = factor;
        for (place, weight) in cue.places {
            self.places[place.index()] += u16::from(*weight) * more;
            if cue.topic == Topic::Place {
                match self.named.iter_mut().find(|known| known.0 == *place) {
                    Some(known) if known.1 < *weight => *known = (*place, *weight, span),
                    Some(_) => {}
                    None => self.named.push((*place, *weight, span)),
                }
            }
        }
        let weight = u16::from(cue.weight) * factor;
        match self.evidence.iter_mut().find(|known| known.topic == cue.topic) {
            Some(known) if known.weight < weight => *known = Evidence { topic: cue.topic, span, weight, strength: cue.weight },
            Some(_) => {}
            None => self.evidence.push(Evidence { topic: cue.topic, span, weight, strength: cue.weight }),
        }
    }

    /// What a break-in weighs of which nothing tells that anything was carried off: who came in may have looked.
    fn entered(&self) -> Option<u16> {
        let find = |topic| self.evidence.iter().find(|evidence| evidence.topic == topic);
        let carried = find(Topic::LaptopTheft).is_some() || find(Topic::Theft).is_some_and(|theft| theft.strength >= Evidence::PLAIN);
        find(Topic::Burglary).filter(|_| !carried).map(|evidence| evidence.weight)
    }

    fn rank(mut self) -> Reading {
        let entered = self.nothing_taken.then(|| self.entered()).flatten();
        if self.nothing_taken {
            self.evidence.retain(|evidence| evidence.topic.kind() != Some(BreachType::Theft));
        }
        // What was thrown away or lost is disclosed thereby: the word for what happened outweighs the one for what came of it.
        if self
            .evidence
            .iter()
            .any(|evidence| matches!(evidence.topic, Topic::Disposal | Topic::Lost) && evidence.strength > Evidence::PLAIN)
        {
            for evidence in self.evidence.iter_mut().filter(|evidence| evidence.topic == Topic::Disclosed) {
                evidence.weight = evidence.weight.min(CONSEQUENCE);
            }
        }
        self.evidence.sort_by_key(|evidence| std::cmp::Reverse(evidence.weight));
        let mut kinds: Vec<(BreachType, u16)> = Vec::new();
        for evidence in &self.evidence {
            if let Some(kind) = evidence.topic.kind().filter(|_| evidence.weight > 0) {
                match kinds.iter_mut().find(|known| known.0 == kind) {
                    Some(known) => known.1 += evidence.weight,
                    None => kinds.push((kind, evidence.weight)),
                }
            }
        }
        if let Some(weight) = entered {
            match kinds.iter_mut().find(|known| known.0 == BreachType::UnauthorizedAccess) {
                Some(known) => known.1 += weight,
                None => kinds.push((BreachType::UnauthorizedAccess, weight)),
            }
        }
        kinds.sort_by_key(|kind| std::cmp::Reverse(kind.1));
        let mut places: Vec<(Location, u16)> =
            Location::ALL.iter().map(|&place| (place, self.places[place.index()])).filter(|place| place.1 > 0).collect();
        places.sort_by_key(|place| std::cmp::Reverse(place.1));
        Reading { evidence: self.evidence, kinds, places, named: self.named, several: self.several }
    }
}

/// The first stretch of the sentence that holds a hit of each part, is short enough and is not denied.
fn find(cue: &Cue, hits: &[Hit]) -> Option<(u32, u32)> {
    let mut last: [Option<Hit>; MOST_PARTS] = [None; MOST_PARTS];
    for (at, hit) in hits.iter().enumerate() {
        super::steps::note(1);
        if hit.concept == Concept::Stop {
            last = [None; MOST_PARTS];
        }
        let Some(part) = cue.parts.iter().position(|part| part.contains(&hit.concept)) else { continue };
        last[part.min(MOST_PARTS - 1)] = Some(*hit);
        let seen = last.iter().take(cue.parts.len());
        if !seen.clone().all(Option::is_some) {
            continue;
        }
        let start = seen.flatten().map(|hit| hit.start).min().unwrap_or(hit.start);
        let near = cue.within == 0 || hit.end - start <= cue.within;
        if near && (OWN_DENIAL.contains(&hit.concept) || !denied(hits, at, start)) {
            return Some((start, hit.end));
        }
    }
    None
}

/// Whether a negation stands within the stretch from `start` to the hit at `at`, or shortly before it in the same clause.
fn denied(hits: &[Hit], at: usize, start: u32) -> bool {
    for hit in hits[..at].iter().rev() {
        super::steps::note(1);
        if hit.end + NEGATION_REACH < start {
            return false;
        }
        match hit.concept {
            Concept::Negation => return true,
            Concept::Clause | Concept::Stop if hit.end <= start => return false,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fires(cue: &'static Cue, example: &str) -> bool {
        let plain = Plain::of(example, Span::new(0, example.len()));
        let hits = hits::hits(&plain);
        let there = hits.iter().fold(0, |there, hit| there | bit(hit.concept));
        Masked::of(cue).may_stand(there) && find(cue, &hits).is_some()
    }

    #[test]
    fn every_cue_is_read_in_its_examples_and_not_beside_them() {
        let mut faults = Vec::new();
        for cue in cues::all() {
            assert!(cue.parts.len() <= MOST_PARTS && !cue.examples.0.is_empty() && !cue.examples.1.is_empty(), "{cue:?}");
            for example in cue.examples.0 {
                if !fires(cue, example) {
                    faults.push(format!("{:?} is not read in: {example}", cue.topic));
                }
            }
            for example in cue.examples.1 {
                if fires(cue, example) {
                    faults.push(format!("{:?} is read in: {example}", cue.topic));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
