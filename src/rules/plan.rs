//! Which rules run over a report, by what is known of it beforehand: its day, and whether it has a text. Reckoned once for many reports.

use super::era::{Era, Span};
use super::mask::Mask;
use super::usual::{SETS, Usual};
use super::{Cause, Check, Context, Rule};
use crate::finding::Sink;
use crate::narrative::Scan;
use crate::narrative::statements::Statement;
use crate::report::Report;

/// The function of a rule about one report.
type Checks = fn(&Report<'_>, &Context, &mut Sink);

/// The rules of an engine, as they are run.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The rules and their functions.
    pub(super) checks: Vec<(&'static Rule, Checks)>,
    /// The rules that hold for any report.
    pub(super) always: Mask,
    /// The rules of each other era, of which there are far fewer than rules.
    pub(super) eras: Vec<(Span, Mask)>,
    /// The rules that judge by a close reading of the text.
    pub(super) claims: Mask,
    /// The rules that wait for a statement of the text, and what each waits for.
    pub(super) stating: Mask,
    /// The rules that look at a report only where some answers give them cause.
    causes: Vec<(usize, Cause)>,
    stated: Vec<(usize, &'static [&'static Statement])>,
    /// The rules that may say something about a report, by whether it lacks a text, and by what is usual in it.
    speaking: [[Mask; SETS]; 2],
}

impl Plan {
    /// The plan of `rules`, all of which are about one report.
    pub(super) fn of(rules: &[&'static Rule]) -> Self {
        let which = |wanted: fn(&Rule) -> bool| Mask::of(rules.iter().enumerate().filter(|(_, rule)| wanted(rule)).map(|(index, _)| index));
        let mut eras: Vec<(Span, Mask)> = Vec::new();
        for (index, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.effective != Era::ALWAYS) {
            let span = rule.effective.span();
            match eras.iter_mut().find(|(known, _)| *known == span) {
                Some((_, mask)) => mask.insert(index),
                None => eras.push((span, Mask::of(std::iter::once(index)))),
            }
        }
        let check = |rule: &&'static Rule| match rule.check {
            Check::Report(check) => Some((*rule, check)),
            Check::Reader(_) | Check::Pair(..) | Check::Unpaired(..) | Check::Rows(_) => None,
        };
        let all = which(|_| true);
        let speaking = Usual::sets().map(|set| {
            let is_quiet = |(_, rule): &(usize, &&Rule)| set.covers(rule.usual);
            all.without(Mask::of(rules.iter().enumerate().filter(is_quiet).map(|(index, _)| index)))
        });
        let of_texts = which(|rule| needs_text(rule) || rule.claims || !rule.states.is_empty());
        Self {
            checks: rules.iter().filter_map(check).collect(),
            always: which(|rule| rule.effective == Era::ALWAYS),
            eras,
            claims: which(|rule| rule.claims),
            stating: which(|rule| !rule.states.is_empty()),
            causes: rules.iter().enumerate().filter_map(|(index, rule)| Some((index, rule.cause?))).collect(),
            stated: rules.iter().enumerate().map(|(index, rule)| (index, rule.states)).filter(|(_, states)| !states.is_empty()).collect(),
            speaking: [speaking, speaking.map(|rules| rules.without(of_texts))],
        }
    }

    /// The rules that may say something about a report that lacks a text or does not, and in which something is `usual`.
    pub(super) fn speaking(&self, textless: bool, usual: Usual) -> Mask {
        self.speaking[usize::from(textless)][usual.index() % SETS]
    }

    /// The rules to which `report` gives no cause to look further.
    pub(super) fn causeless(&self, report: &Report<'_>) -> Mask {
        Mask::of(self.causes.iter().filter(|(_, cause)| !cause(report)).map(|&(index, _)| index))
    }

    /// The rules that wait for statements none of which stands in a text.
    pub(super) fn unstated(&self, scan: &Scan) -> Mask {
        let waits = |states: &[&Statement]| !states.iter().any(|statement| scan.may_state(statement));
        Mask::of(self.stated.iter().filter(|(_, states)| waits(states)).map(|&(index, _)| index))
    }
}

fn needs_text(rule: &Rule) -> bool {
    let either = !rule.any_of.is_empty() && Context::TEXTS.covers(rule.any_of);
    either || !rule.needs.and(Context::TEXTS).is_empty()
}
