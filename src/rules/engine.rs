//! Runs the rules that a source can decide over one report after another. The only caller of a rule's function.

use super::era::Span;
use super::{Check, Context, Rule, all, silences};
use crate::finding::{Fault, Finding, Sink};
use crate::report::{Asked, Fact, FactSet, FactStates, Report};

/// Why a rule did not decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// This kind of source has no such answers.
    NotCarried,
    /// The answer is the worksheet's, and was not given.
    Unanswered,
    /// The answer is required and missing; a finding says so.
    Missing,
    /// The answer could not be read; a finding says why.
    Unreadable,
}

/// Rules that did not decide, and what they lacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotChecked {
    /// Why.
    pub reason: Reason,
    /// The facts that were lacking.
    pub facts: Vec<Fact>,
    /// The rules.
    pub codes: Vec<&'static str>,
}

/// What the portal does not ask.
const WORKSHEET: FactSet = FactSet::asked_by(Asked::Worksheet);

/// The rules of one run.
#[derive(Debug)]
pub struct Engine {
    rules: Vec<&'static Rule>,
    spans: Vec<Span>,
    not_carried: Vec<NotChecked>,
    carries: FactSet,
    context: Context,
}

impl Engine {
    /// The rules that a source which carries `carries` can decide.
    pub fn new(carries: FactSet, context: Context) -> Self {
        let mut rules = Vec::new();
        let mut not_carried = Vec::new();
        for rule in all().filter(|rule| matches!(rule.check, Check::Report(_))) {
            if carries.covers(rule.needs) {
                rules.push(rule);
            } else {
                file(&mut not_carried, Reason::NotCarried, rule.needs.without(carries), rule.code);
            }
        }
        let spans = rules.iter().map(|rule| rule.effective.span()).collect();
        Self { rules, spans, not_carried, carries, context }
    }

    /// The rules that run.
    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    /// What rules may know besides the report.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// What no report of this source can be checked for.
    pub fn not_carried(&self) -> &[NotChecked] {
        &self.not_carried
    }

    /// Puts faults of earlier stages into words.
    pub fn word(&self, faults: &[Fault], sink: &mut Sink) {
        for fault in faults {
            if let Some(rule) = super::find(fault.code)
                && let Check::Reader(word) = rule.check
            {
                sink.rule(rule.code);
                word(fault, sink);
            }
        }
    }

    /// Runs every rule over `report`.
    pub fn run(&self, report: &Report<'_>, sink: &mut Sink) {
        self.run_but(0, report, sink);
    }

    /// Runs the rules over many reports, one after another.
    pub fn runner(&self) -> Runner<'_> {
        Runner::new(self)
    }

    /// Runs every rule over `report` but those whose bit is set in `silent`; gives the bits of those that ran and said nothing.
    fn run_but(&self, silent: u128, report: &Report<'_>, sink: &mut Sink) -> u128 {
        let filed = if self.carries.has(Fact::DiscoveryStart) {
            Some(report.filing.submitted_on.get().unwrap_or(self.context.as_of))
        } else {
            report.filing.submitted_on.get()
        };
        let discovered = report.breach.discovery_start_date.get();
        let mut quiet = 0;
        let mut index = 0;
        while index < self.rules.len() {
            // From one rule that is to run to the next.
            if index < MASKED {
                index = MASKED.min(index + (!silent >> index).trailing_zeros() as usize);
            }
            let (Some(rule), Some(span)) = (self.rules.get(index), self.spans.get(index)) else { break };
            if let Check::Report(check) = rule.check
                && span.covers(filed, discovered)
            {
                sink.rule(rule.code);
                #[cfg(debug_assertions)]
                let _ = crate::report::fact::reads::take();
                let before = sink.len();
                check(report, &self.context, sink);
                if sink.len() == before {
                    quiet |= bit(index);
                }
                #[cfg(debug_assertions)]
                held_to_its_facts(rule);
            }
            index += 1;
        }
        quiet
    }

    /// The findings of the report, the more specific of two at one field speaking.
    pub fn findings(&self, sink: &mut Sink) -> Vec<Finding> {
        sink.take(silences)
    }

    /// What this report was not checked for, beyond what its source does not carry. Rules that spoke did decide.
    pub fn not_checked(&self, states: FactStates, found: &[Finding]) -> Vec<NotChecked> {
        let mut lacking = Vec::new();
        for rule in &self.rules {
            let missing = rule.needs.without(states.present);
            if missing.is_empty() || found.iter().any(|finding| finding.code == rule.code) {
                continue;
            }
            let unreadable = missing.and(states.unreadable);
            let absent = missing.and(states.absent);
            let unanswered = absent.and(WORKSHEET);
            if !unreadable.is_empty() {
                file(&mut lacking, Reason::Unreadable, unreadable, rule.code);
            } else if !unanswered.is_empty() {
                file(&mut lacking, Reason::Unanswered, unanswered, rule.code);
            } else if !absent.is_empty() {
                file(&mut lacking, Reason::Missing, absent, rule.code);
            }
        }
        lacking
    }
}

/// Rules that have a bit.
const MASKED: usize = 128;

/// The bit of a rule; none for those beyond the width of the mask, which then always run.
fn bit(index: usize) -> u128 {
    u32::try_from(index).ok().and_then(|index| 1u128.checked_shl(index)).unwrap_or(0)
}

/// What a row's signature stands for: facts with few different answers.
const SIGNED: FactSet = FactSet::of(&[Fact::BreachType, Fact::Location, Fact::EntityType, Fact::BaPresent]);
/// Signatures that are remembered; a power of two.
const REMEMBERED: usize = 1024;

/// Runs the rules over one report after another, and does not ask a rule again about the same answers on which it was silent.
///
/// A rule is a function of the facts that it declares (debug builds hold it to them). If these are all among the facts of a signature, its
/// silence holds for every report with the same signature.
#[derive(Debug)]
pub struct Runner<'e> {
    engine: &'e Engine,
    /// Rules that read nothing beyond a signature's facts.
    asked_once: u128,
    /// Signatures, and the rules that are known to be silent on them.
    silent: Vec<(u64, u128)>,
}

impl<'e> Runner<'e> {
    fn new(engine: &'e Engine) -> Self {
        let once = |rule: &Rule| SIGNED.covers(rule.needs.union(rule.uses).and(engine.carries));
        let asked_once = engine.rules.iter().enumerate().filter(|(_, rule)| once(rule)).fold(0, |bits, (index, _)| bits | bit(index));
        Self { engine, asked_once, silent: vec![(0, 0); REMEMBERED] }
    }

    /// Runs every rule over `report`. Reports of one `signature`, which is not 0, answer the type of breach, its locations, the type of
    /// entity and the business associate alike.
    pub fn run(&mut self, report: &Report<'_>, signature: Option<u64>, sink: &mut Sink) {
        let Some(signature) = signature.filter(|&signature| signature != 0) else {
            self.engine.run(report, sink);
            return;
        };
        let place = usize::try_from(signature.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32).unwrap_or(0) % REMEMBERED;
        let (known, silent) = self.silent[place];
        let silent = if known == signature { silent } else { 0 };
        let quiet = self.engine.run_but(silent, report, sink);
        self.silent[place] = (signature, silent | (quiet & self.asked_once));
    }
}

fn file(list: &mut Vec<NotChecked>, reason: Reason, facts: FactSet, code: &'static str) {
    let facts: Vec<Fact> = facts.iter().collect();
    match list.iter_mut().find(|known| known.reason == reason && known.facts == facts) {
        Some(known) => known.codes.push(code),
        None => list.push(NotChecked { reason, facts, codes: vec![code] }),
    }
}

/// A rule that reads more than it declares would be run where it cannot decide.
#[cfg(debug_assertions)]
fn held_to_its_facts(rule: &Rule) {
    let read = crate::report::fact::reads::take();
    let more: Vec<Fact> = read.without(rule.needs.union(rule.uses)).iter().collect();
    assert!(more.is_empty(), "{} reads {more:?}, which it does not declare", rule.code);
}
