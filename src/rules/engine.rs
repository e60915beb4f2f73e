//! Runs the rules that a source can decide over one report after another. The only caller of a rule's function.

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
    across: Vec<&'static Rule>,
    not_carried: Vec<NotChecked>,
    carries: FactSet,
    context: Context,
}

impl Engine {
    /// The rules that a source which carries `carries` can decide.
    pub fn new(carries: FactSet, context: Context) -> Self {
        let (mut rules, mut across) = (Vec::new(), Vec::new());
        let mut not_carried = Vec::new();
        for rule in all() {
            let kept = match rule.check {
                Check::Reader(_) => continue,
                Check::Report(_) => &mut rules,
                Check::Rows(_) => &mut across,
            };
            if carries.covers(rule.needs) {
                kept.push(rule);
            } else {
                file(&mut not_carried, Reason::NotCarried, rule.needs.without(carries), rule.code);
            }
        }
        Self { rules, across, not_carried, carries, context }
    }

    /// The rules that run.
    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    /// The rules that compare the rows of this source.
    pub fn across(&self) -> &[&'static Rule] {
        &self.across
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
        let filed = if self.carries.has(Fact::DiscoveryStart) {
            Some(report.filing.submitted_on.get().unwrap_or(self.context.as_of))
        } else {
            report.filing.submitted_on.get()
        };
        let discovered = report.breach.discovery_start_date.get();
        for rule in &self.rules {
            if let Check::Report(check) = rule.check
                && rule.effective.covers(filed, discovered)
            {
                sink.rule(rule.code);
                #[cfg(debug_assertions)]
                let _ = crate::report::fact::reads::take();
                check(report, &self.context, sink);
                #[cfg(debug_assertions)]
                held_to_its_facts(rule);
            }
        }
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
