//! Runs the rules that a source can decide over one report after another. The only caller of a rule's function.

use std::sync::Arc;

use chrono::NaiveDate;

use super::description::worth_reading;
use super::mask::Mask;
use super::plan::Plan;
use super::runner::Runner;
use super::usual::Usual;
use super::{Check, Companion, Context, Relation, Rule, SourceKind, Spoken, all, silences};
use crate::finding::{Fault, Finding, Levels, Orders, Sink};
use crate::report::terms::{Filer, Form, ReportType};
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
    /// The configuration switches the rule off.
    SwitchedOff,
    /// No earlier report was given with which an addendum could be compared.
    NoEarlierReport,
    /// No report on the other form (HIPAA, Part 2) was given.
    NoOtherForm,
    /// No report of the other party (business associate, covered entity) was given.
    NoOtherParty,
    /// The other report does not have the answer.
    NotInOther,
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
#[derive(Debug, Clone)]
pub struct Engine {
    pub(super) rules: Vec<&'static Rule>,
    pub(super) plan: Plan,
    pairs: Vec<&'static Rule>,
    across: Vec<&'static Rule>,
    not_carried: Vec<NotChecked>,
    pub(super) carries: FactSet,
    as_of: NaiveDate,
    source: SourceKind,
    levels: Arc<Levels>,
    orders: Option<Arc<Orders>>,
    switched_off: Vec<&'static str>,
}

impl Engine {
    /// The rules that a source which carries `carries` can decide, judging its reports on `as_of`.
    pub fn new(carries: FactSet, as_of: NaiveDate, source: SourceKind) -> Self {
        let (mut rules, mut pairs, mut across) = (Vec::new(), Vec::new(), Vec::new());
        let mut not_carried = Vec::new();
        for rule in all() {
            let (kept, relation) = match rule.check {
                Check::Reader(_) => continue,
                Check::Report(_) => (&mut rules, FactSet::NONE),
                Check::Pair(relation, _) | Check::Unpaired(relation, _) => (&mut pairs, relation.facts()),
                Check::Rows(_) => (&mut across, FactSet::NONE),
            };
            let lacking = lacking(rule, carries).union(relation.without(carries));
            if lacking.is_empty() {
                kept.push(rule);
            } else {
                file(&mut not_carried, Reason::NotCarried, lacking, rule.code);
            }
        }
        let plan = Plan::of(&rules);
        let (levels, orders, switched_off) = (Arc::default(), Some(Arc::default()), Vec::new());
        Self { rules, plan, pairs, across, not_carried, carries, as_of, source, levels, orders, switched_off }
    }

    /// The same rules at `levels`. A rule all of whose findings are switched off does not run, and is listed as not checked.
    #[must_use]
    pub fn at_levels(mut self, levels: &Arc<Levels>) -> Self {
        self.levels = Arc::clone(levels);
        let runs = |rule: &Rule| rule.severities.iter().any(|&severity| levels.regraded(rule.code, severity).is_some());
        self.switched_off = all().filter(|rule| !runs(rule)).map(|rule| rule.code).collect();
        self.rules.retain(|rule| runs(rule));
        self.plan = Plan::of(&self.rules);
        self.pairs.retain(|rule| runs(rule));
        self.across.retain(|rule| runs(rule));
        if !self.switched_off.is_empty() {
            let codes = self.switched_off.clone();
            self.not_carried.iter_mut().for_each(|lacking| lacking.codes.retain(|code| !codes.contains(code)));
            self.not_carried.retain(|lacking| !lacking.codes.is_empty());
            self.not_carried.push(NotChecked { reason: Reason::SwitchedOff, facts: Vec::new(), codes });
        }
        self
    }

    /// The same rules for a file about which `orders` were given.
    #[must_use]
    pub fn under(&self, orders: Orders) -> Self {
        Self { orders: Some(Arc::new(orders)), ..self.clone() }
    }

    /// The same rules, and no suppression counts, those in the file included.
    #[must_use]
    pub fn without_suppressions(self) -> Self {
        Self { orders: None, ..self }
    }

    /// What the configuration makes of severities.
    pub fn levels(&self) -> &Levels {
        &self.levels
    }

    /// The same, to keep.
    pub(crate) fn shared_levels(&self) -> Arc<Levels> {
        Arc::clone(&self.levels)
    }

    /// What is said about the file from outside it; none where no suppression counts.
    pub fn orders(&self) -> Option<&Orders> {
        self.orders.as_deref()
    }

    /// The rules that run.
    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    /// The rules that compare the rows of this source.
    pub fn across(&self) -> &[&'static Rule] {
        &self.across
    }

    /// What rules may know besides one report; each report has its own.
    pub fn context(&self) -> Context {
        Context::new(self.as_of, self.source)
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
        self.run_but(Mask::default(), report, &self.context(), sink);
    }

    /// Runs the rules over many reports, one after another.
    pub(crate) fn runner(&self) -> Runner<'_> {
        Runner::new(self)
    }

    /// Runs every rule over `report` but those of `silent`; gives those that ran and said nothing.
    pub(super) fn run_but(&self, silent: Mask, report: &Report<'_>, context: &Context, sink: &mut Sink) -> Mask {
        let (filed, discovered) = self.days(report);
        let Plan { checks, always, eras, claims, stating, .. } = &self.plan;
        let covering = eras.iter().filter(|(span, _)| span.covers(filed, discovered));
        let in_force = covering.fold(*always, |runs, (_, rules)| runs.union(*rules)).without(silent);
        let usual = if self.source == SourceKind::Record { Usual::of(report, context, self.carries) } else { Usual::NOTHING };
        let breach = &report.breach;
        let textless = breach.description.gap().is_some() && breach.ocr_narrative.gap().is_some();
        let mut runs = in_force.and(self.plan.speaking(textless, usual));
        if runs.meets(*stating)
            && let Some(scan) = context.scan(report)
        {
            runs = runs.without(self.plan.unstated(scan));
        }
        #[cfg(debug_assertions)]
        self.held_to_silence(in_force.without(runs), report, context);
        if runs.meets(*claims) && !worth_reading(report, context) {
            runs = runs.without(*claims);
        }
        let mut spoke = Mask::default();
        runs.for_each(|index| {
            if let Some(&(rule, check)) = checks.get(index) {
                let before = sink.len();
                run(rule, sink, |sink| check(report, context, sink));
                if sink.len() != before {
                    spoke.insert(index);
                }
            }
        });
        runs.without(spoke)
    }

    /// A rule that needs a text and speaks without one, or without the statement that it waits for, or speaks of what is usual, would be left out
    /// where it has something to say.
    #[cfg(debug_assertions)]
    pub(super) fn held_to_silence(&self, rules: Mask, report: &Report<'_>, context: &Context) {
        rules.for_each(|index| {
            let mut sink = Sink::default();
            if let Some(&(rule, check)) = self.plan.checks.get(index) {
                run(rule, &mut sink, |sink| check(report, context, sink));
                assert!(
                    sink.is_empty(),
                    "{} speaks without a text or statement, or of what is usual, and says that it does not",
                    rule.code
                );
            }
        });
    }

    /// Runs every rule that compares `report` with another one, or misses one.
    pub fn run_pairs(&self, report: &Report<'_>, companions: &[Companion<'_, '_>], sink: &mut Sink) {
        let in_force = self.in_force(report);
        let context = self.context();
        for rule in self.pairs.iter().filter(|rule| in_force(rule)) {
            match rule.check {
                Check::Pair(relation, check) => {
                    for other in companions.iter().filter(|other| other.relation == relation && other.told == Spoken::Here) {
                        let before = sink.len();
                        run(rule, sink, |sink| check(report, other.report, &context, sink));
                        // The siblings of one incident may be many: the first that differs speaks for all.
                        if relation == Relation::Sibling && sink.len() > before {
                            break;
                        }
                    }
                }
                Check::Unpaired(relation, check) if companions.iter().all(|other| other.relation != relation) => {
                    run(rule, sink, |sink| check(report, &context, sink));
                }
                Check::Unpaired(..) | Check::Report(_) | Check::Rows(_) | Check::Reader(_) => {}
            }
        }
    }

    /// Whether the law or form behind a rule was in force for `report`.
    fn in_force(&self, report: &Report<'_>) -> impl Fn(&Rule) -> bool + use<> {
        let (filed, discovered) = self.days(report);
        move |rule| rule.effective.covers(filed, discovered)
    }

    /// The days by which the eras of rules are told: of filing, which for a draft is the day of judgment, and of discovery.
    fn days(&self, report: &Report<'_>) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let filed = report.filing.submitted_on.get();
        let filed = if self.carries.has(Fact::DiscoveryStart) { filed.or(Some(self.as_of)) } else { filed };
        (filed, report.breach.discovery_start_date.get())
    }

    /// The findings of the report, the more specific of two at one field speaking, at the levels of the configuration.
    pub fn findings(&self, sink: &mut Sink) -> Vec<Finding> {
        let mut found = sink.take(silences);
        self.levels.regrade(&mut found);
        found
    }

    /// What this report was not checked for, beyond what its source does not carry. Rules that spoke did decide.
    pub fn not_checked(&self, states: FactStates, found: &[Finding]) -> Vec<NotChecked> {
        let mut list: Vec<(Reason, FactSet, Vec<&'static str>)> = Vec::new();
        for rule in &self.rules {
            let Some((reason, facts)) = lacks(rule, states, self.carries) else { continue };
            if found.iter().any(|finding| finding.code == rule.code) {
                continue;
            }
            match list.iter_mut().find(|known| known.0 == reason && known.1 == facts) {
                Some(known) => known.2.push(rule.code),
                None => list.push((reason, facts, vec![rule.code])),
            }
        }
        let mut list: Vec<NotChecked> =
            list.into_iter().map(|(reason, facts, codes)| NotChecked { reason, facts: facts.iter().collect(), codes }).collect();
        if !self.switched_off.is_empty() {
            list.push(NotChecked { reason: Reason::SwitchedOff, facts: Vec::new(), codes: self.switched_off.clone() });
        }
        list
    }

    /// What the rules that compare could not decide about `report`: no other report was given, or one of the two lacks an answer.
    pub fn not_compared(
        &self,
        report: &Report<'_>,
        own: FactStates,
        companions: &[Companion<'_, '_>],
        found: &[Finding],
    ) -> Vec<NotChecked> {
        let mut lacking = Vec::new();
        for rule in self.pairs.iter().filter(|rule| found.iter().all(|finding| finding.code != rule.code)) {
            let Some(relation) = rule.check.relation() else { continue };
            let unpaired = matches!(rule.check, Check::Unpaired(..));
            let compared = |other: &&Companion<'_, '_>| other.relation == relation && (unpaired || other.told != Spoken::Nowhere);
            let others: Vec<&Companion<'_, '_>> = companions.iter().filter(compared).collect();
            if others.is_empty() && !unpaired {
                if let Some(reason) = expects(report, relation) {
                    file(&mut lacking, reason, FactSet::NONE, rule.code);
                }
            } else if others.is_empty() || !unpaired {
                let in_other = |other: &&Companion<'_, '_>| rule.needs.and(own.present).without(other.report.states().present);
                let other_lacks = || others.iter().map(in_other).find(|missing| !missing.is_empty());
                let lack = lacks(rule, own, self.carries).or_else(|| other_lacks().map(|missing| (Reason::NotInOther, missing)));
                if let Some((reason, facts)) = lack {
                    file(&mut lacking, reason, facts, rule.code);
                }
            }
        }
        lacking
    }
}

/// Whether another report in this relation should be there, going by what the report says; and what it means that none is.
fn expects(report: &Report<'_>, relation: Relation) -> Option<Reason> {
    let filing = &report.filing;
    let part_2 = filing.form.get() == Some(Form::Part2) || report.breach.part_2_records.get() == Some(true);
    match relation {
        Relation::Earlier => (filing.report_type.get() == Some(ReportType::Addendum)).then_some(Reason::NoEarlierReport),
        Relation::OtherForm => part_2.then_some(Reason::NoOtherForm),
        Relation::OtherParty => filing.filer.get().is_some_and(Filer::involves_associate).then_some(Reason::NoOtherParty),
        Relation::Later | Relation::Sibling => None,
    }
}

/// Which facts a rule lacks in one report, the gravest reason first.
fn lacks(rule: &Rule, states: FactStates, carries: FactSet) -> Option<(Reason, FactSet)> {
    let missing = lacking(rule, states.present).and(carries);
    if missing.is_empty() {
        return None;
    }
    let absent = missing.and(states.absent);
    let reasons =
        [(Reason::Unreadable, missing.and(states.unreadable)), (Reason::Unanswered, absent.and(WORKSHEET)), (Reason::Missing, absent)];
    reasons.into_iter().find(|(_, facts)| !facts.is_empty())
}

/// What a rule lacks where only `there` is there. Of facts that stand for one another, one is enough.
fn lacking(rule: &Rule, there: FactSet) -> FactSet {
    let choice = if rule.any_of.and(there).is_empty() { rule.any_of } else { FactSet::NONE };
    rule.needs.without(there).union(choice)
}

fn file(list: &mut Vec<NotChecked>, reason: Reason, facts: FactSet, code: &'static str) {
    let facts: Vec<Fact> = facts.iter().collect();
    match list.iter_mut().find(|known| known.reason == reason && known.facts == facts) {
        Some(known) => known.codes.push(code),
        None => list.push(NotChecked { reason, facts, codes: vec![code] }),
    }
}

/// Runs one rule, whose findings are filed under its code.
fn run(rule: &'static Rule, sink: &mut Sink, check: impl FnOnce(&mut Sink)) {
    sink.rule(rule.code);
    #[cfg(debug_assertions)]
    let _ = crate::report::fact::reads::take();
    check(sink);
    #[cfg(debug_assertions)]
    held_to_its_facts(rule);
}

/// A rule that reads more than it declares would be run where it cannot decide.
#[cfg(debug_assertions)]
fn held_to_its_facts(rule: &Rule) {
    let read = crate::report::fact::reads::take();
    let more: Vec<Fact> = read.without(rule.needs.union(rule.any_of).union(rule.uses)).iter().collect();
    assert!(more.is_empty(), "{} reads {more:?}, which it does not declare", rule.code);
}
