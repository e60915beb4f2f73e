//! Runs the rules of an engine over one row after another, and remembers which of them are silent about the answers that many rows share.

use super::engine::Engine;
use super::mask::Mask;
use super::{Context, Rule};
use crate::finding::Sink;
use crate::narrative::Anchors;
use crate::report::digest::Known;
use crate::report::{Fact, FactSet, Mentions, Report, Seen};

/// What a row's signature stands for: facts with few different answers.
const SIGNED: FactSet = FactSet::of(&[Fact::BreachType, Fact::Location, Fact::EntityType, Fact::BaPresent]);
/// Signatures that are remembered; a power of two.
const REMEMBERED: usize = 1024;
/// Places of which a signature takes one; a power of two.
const NEIGHBORS: usize = 4;

/// Runs the rules over one report after another, and does not ask a rule again about the same answers on which it was silent.
///
/// A rule is a function of the facts that it declares (debug builds hold it to them). If these are all among the facts of a signature, its
/// silence holds for every report with the same signature. Where a row has no text, the rules that read one are among them.
#[derive(Debug)]
pub(crate) struct Runner<'e> {
    engine: &'e Engine,
    /// Rules that read nothing beyond a signature's facts; and the same for reports without a text.
    asked_once: [Mask; 2],
    /// Signatures, whether a text is missing, and the rules that are known to be silent on them.
    silent: Vec<(u64, bool, Mask)>,
    /// Which of its neighbors the last signature took that found no room.
    turn: usize,
}

impl<'e> Runner<'e> {
    /// A runner that remembers nothing yet.
    pub(super) fn new(engine: &'e Engine) -> Self {
        let once = |known: FactSet| {
            let reads = |rule: &Rule| rule.needs.union(rule.any_of).union(rule.uses).and(engine.carries);
            Mask::of(engine.rules.iter().enumerate().filter(|(_, rule)| known.covers(reads(rule))).map(|(index, _)| index))
        };
        let asked_once = [once(SIGNED), once(SIGNED.union(FactSet::of(&[Fact::OcrNarrative])))];
        Self { engine, asked_once, silent: vec![(0, false, Mask::default()); REMEMBERED], turn: 0 }
    }

    /// Runs every rule over `report`, whose name was glanced at, and adds what they saw of it to what is `known` for its digest. Reports of one
    /// `signature`, which is not 0, answer the type of breach, its locations, the type of entity and the business associate alike.
    pub(crate) fn run<'t>(&mut self, report: &Report<'t>, signature: Option<u64>, sink: &mut Sink, known: &mut Known<'t>) {
        let context = self.engine.context();
        if let Some((name, glance)) = report.entity.name.get().zip(known.glance.as_ref()) {
            context.glanced(name, glance);
        }
        self.run_in(report, signature, &context, sink);
        let seen = context.scanned().map(|scan| Seen { parties: scan.parties(), agreed: scan.anchors().any(Anchors::SETTLED) });
        known.mentions = report.text().map(|text| Mentions::of(text, seen));
    }

    fn run_in(&mut self, report: &Report<'_>, signature: Option<u64>, context: &Context, sink: &mut Sink) {
        let Some(signature) = signature.filter(|&signature| signature != 0) else {
            self.engine.run_but(Mask::default(), report, context, sink);
            return;
        };
        let textless = report.breach.ocr_narrative.is_absent();
        let place = self.place(signature, textless);
        let (known, without, silent) = self.silent[place];
        let silent = if (known, without) == (signature, textless) { silent } else { self.causeless(report, context) };
        let quiet = self.engine.run_but(silent, report, context, sink);
        self.silent[place] = (signature, textless, silent.union(quiet.and(self.asked_once[usize::from(textless)])));
    }

    /// The rules to which the answers of a signature give no cause to look at `report`.
    #[cfg_attr(not(debug_assertions), expect(unused_variables, reason = "only debug builds hold rules to their silence"))]
    fn causeless(&self, report: &Report<'_>, context: &Context) -> Mask {
        #[cfg(debug_assertions)]
        let _ = crate::report::fact::reads::take();
        let causeless = self.engine.plan.causeless(report);
        #[cfg(debug_assertions)]
        {
            assert!(SIGNED.covers(crate::report::fact::reads::take()), "a cause is more than a signature stands for");
            self.engine.held_to_silence(causeless, report, context);
        }
        causeless
    }

    /// Where the signature is remembered, or is to be: one of a few neighbors, so that two that are often met seldom take turns.
    fn place(&mut self, signature: u64, textless: bool) -> usize {
        // Only the highest bits depend on all of a signature.
        let hash = (signature ^ u64::from(textless)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48;
        let first = usize::try_from(hash).unwrap_or(0) % (REMEMBERED / NEIGHBORS) * NEIGHBORS;
        let neighbors = first..first + NEIGHBORS;
        let stands =
            |known: u64| neighbors.clone().find(|&place| self.silent[place].0 == known && (known == 0 || self.silent[place].1 == textless));
        stands(signature).or_else(|| stands(0)).unwrap_or_else(|| {
            self.turn = (self.turn + 1) % NEIGHBORS;
            first + self.turn
        })
    }
}
