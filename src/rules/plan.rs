//! Which rules run over a report, by what is known of it beforehand: its day, and whether it has a text. Reckoned once for many reports.

use super::era::{Era, Span};
use super::mask::Mask;
use super::usual::{SETS, Usual};
use super::{Check, Context, Rule};
use crate::finding::Sink;
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
    /// The rules that decide nothing without a text, whichever there is.
    pub(super) of_texts: Mask,
    /// The rules that say nothing about a row, by what is usual in it.
    pub(super) quiet: [Mask; SETS],
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
        Self {
            checks: rules.iter().filter_map(check).collect(),
            always: which(|rule| rule.effective == Era::ALWAYS),
            eras,
            claims: which(|rule| rule.claims),
            of_texts: which(needs_text),
            quiet: Usual::sets()
                .map(|set| Mask::of(rules.iter().enumerate().filter(|(_, rule)| set.covers(rule.usual)).map(|(index, _)| index))),
        }
    }
}

fn needs_text(rule: &Rule) -> bool {
    let either = !rule.any_of.is_empty() && Context::TEXTS.covers(rule.any_of);
    either || !rule.needs.and(Context::TEXTS).is_empty()
}
