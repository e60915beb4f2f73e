//! Findings of a dataset counted by rule, with a few in words: what people read, where a list of every row would bury them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::finding::{Located, Severity, safe_line};
use crate::rules;

/// Rows named as examples of one rule; the count beside them is exact.
pub(super) const EXAMPLES: u64 = 3;

/// The counts of one dataset, the gravest first.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: BTreeMap<(Reverse<Severity>, &'static str), Count>,
}

/// How many, and some of them in words.
type Count = (u64, Vec<String>);

/// What one rule found, at one severity.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) count: u64,
    pub(super) examples: Vec<String>,
}

impl Tally {
    /// Counts a finding of row `row`, 0 for the file itself.
    pub(super) fn count(&mut self, row: u64, located: &Located) {
        let finding = &located.finding;
        let (count, examples) = self.counts.entry((Reverse(finding.severity), finding.code)).or_default();
        *count += 1;
        if (examples.len() as u64) < EXAMPLES {
            let place = if row == 0 { "the file".to_owned() } else { format!("row {row}, {}", located.place.path) };
            // A cell with its sheet says more than the row of the sheet.
            let cell = located.place.cell.as_deref().filter(|cell| cell.contains('!')).map(safe_line);
            let at = cell.unwrap_or_else(|| format!("line {}", located.place.start.line));
            examples.push(format!("{place} ({at}): {}", safe_line(&finding.message)));
        }
    }

    /// Counts findings that come without words.
    pub(super) fn more(&mut self, code: &'static str, severity: Severity, count: u64) {
        self.counts.entry((Reverse(severity), code)).or_default().0 += count;
    }

    /// What was counted.
    pub(super) fn entries(self) -> impl Iterator<Item = Entry> {
        self.counts.into_iter().map(|((severity, code), (count, examples))| Entry { severity: severity.0, code, count, examples })
    }
}

impl Entry {
    /// The rule's name.
    pub(super) fn name(&self) -> &'static str {
        rules::find(self.code).map_or("", |rule| rule.name)
    }

    /// How many are not among the examples.
    pub(super) fn more(&self) -> u64 {
        self.count.saturating_sub(self.examples.len() as u64)
    }
}
