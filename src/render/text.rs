//! Text for people: the verdict first, then what to fix and what to verify, what was not checked, and the filing clock.

use std::cell::LazyCell;
use std::io::{self, Write};

use super::excerpt::{Page, draw};
use super::tally::{EXAMPLES, Tally};
use super::{
    HEADINGS, Options, Renderer, Totals, deadline_words, not_checked_in_order, not_checked_words, rows_words, set_aside_words,
    verdict_words,
};
use crate::check::{FileOutcome, ReportOutcome};
use crate::dataset::Rows;
use crate::finding::{Located, Severity, SuppressionKind, safe_line};
use crate::rules::{NotChecked, Spoken};

pub(super) struct Text<'w> {
    options: Options,
    out: &'w mut dyn Write,
    first: bool,
    tally: Tally,
}

impl<'w> Text<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, first: true, tally: Tally::default() }
    }

    fn gap(&mut self) -> io::Result<()> {
        if !self.first {
            writeln!(self.out)?;
        }
        self.first = false;
        Ok(())
    }

    fn report<F: FnOnce() -> Page>(
        &mut self,
        name: &str,
        several: bool,
        report: &ReportOutcome,
        page: &LazyCell<Page, F>,
    ) -> io::Result<()> {
        self.gap()?;
        let which = if several { format!("{name} (report {})", report.number) } else { name.to_owned() };
        writeln!(self.out, "{}: {}", safe_line(&which), verdict_words(&report.verdict))?;
        for other in &report.compared_with {
            let number = if other.number > 1 { format!(" (report {})", other.number) } else { String::new() };
            let there = if other.told == Spoken::There { "; what was found stands there" } else { "" };
            writeln!(self.out, "Compared with {}: {}{number}{there}", other.relation.words(), safe_line(&other.file))?;
        }
        for (severity, heading) in HEADINGS {
            let of_it: Vec<&Located> = report.findings.iter().filter(|located| located.finding.severity == severity).collect();
            if of_it.is_empty() {
                continue;
            }
            if severity < self.options.min_severity {
                if severity == Severity::Advice {
                    let noun = if of_it.len() == 1 { "piece" } else { "pieces" };
                    writeln!(self.out, "\n{} {noun} of advice not shown; see them with --min-severity advice.", of_it.len())?;
                }
                continue;
            }
            writeln!(self.out, "\n{heading} ({})", of_it.len())?;
            for located in of_it {
                write!(self.out, "\n{}", draw(located, page, &self.options))?;
            }
        }
        self.set_aside(report)?;
        self.not_checked(&report.not_checked)?;
        if !report.deadlines.is_empty() {
            writeln!(self.out, "\nFiling clock (as of {})", self.options.as_of)?;
            for deadline in &report.deadlines {
                writeln!(self.out, "  {}", deadline_words(deadline, self.options.as_of))?;
            }
        }
        Ok(())
    }

    /// What somebody answers for, one line each; what the baseline knows only as a number.
    fn set_aside(&mut self, report: &ReportOutcome) -> io::Result<()> {
        if report.verdict.suppressed > 0 {
            writeln!(self.out, "\nSuppressed ({})", report.verdict.suppressed)?;
        }
        for aside in report.set_aside.iter().filter(|aside| aside.suppression.kind != SuppressionKind::Baseline) {
            writeln!(self.out, "  {}", set_aside_words(aside))?;
        }
        if report.verdict.in_baseline > 0 {
            let findings = if report.verdict.in_baseline == 1 { "finding is" } else { "findings are" };
            writeln!(self.out, "\n{} {findings} in the baseline and not shown.", report.verdict.in_baseline)?;
        }
        Ok(())
    }

    fn not_checked(&mut self, list: &[NotChecked]) -> io::Result<()> {
        if list.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\nNot checked")?;
        for lacking in not_checked_in_order(list) {
            writeln!(self.out, "  {}", not_checked_words(lacking))?;
        }
        Ok(())
    }
}

impl Renderer for Text<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        // Masking looks at the whole text; a report without findings does not need it.
        let options = self.options;
        let page = LazyCell::new(|| Page::new(&outcome.source, &outcome.hidden, &options));
        for report in &outcome.reports {
            self.report(outcome.source.name(), outcome.reports.len() > 1, report, &page)?;
        }
        if !outcome.vanished.is_empty() {
            writeln!(self.out, "\nGone since the baseline ({})", outcome.vanished.len())?;
            for what in &outcome.vanished {
                writeln!(self.out, "  {}", safe_line(&what.replace('@', " at ")))?;
            }
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        self.tally = Tally::default();
        Ok(())
    }

    fn examples(&self) -> Option<u64> {
        Some(EXAMPLES)
    }

    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> io::Result<()> {
        self.tally.more(code, severity, count);
        Ok(())
    }

    fn row(&mut self, _: &str, row: u64, located: &Located) -> io::Result<()> {
        self.tally.count(row, located);
        Ok(())
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()> {
        self.gap()?;
        writeln!(self.out, "{}: {}", safe_line(name), rows_words(rows))?;
        for entry in std::mem::take(&mut self.tally).entries() {
            let shown = entry.severity >= self.options.min_severity;
            writeln!(self.out, "\n{} x {}[{}] {}", entry.count, entry.severity.word(), entry.code, entry.name())?;
            for example in entry.examples.iter().filter(|_| shown) {
                writeln!(self.out, "  {example}")?;
            }
            if shown && entry.more() > 0 {
                writeln!(self.out, "  and {} more; every one with --format json or concise", entry.more())?;
            }
        }
        self.not_checked(not_checked)
    }

    fn end(&mut self, totals: &Totals) -> io::Result<()> {
        if totals.reports > 1 {
            self.gap()?;
            writeln!(
                self.out,
                "{} reports: {} to fix, {} to verify, {} to know",
                totals.reports, totals.errors, totals.warnings, totals.advice
            )?;
        }
        Ok(())
    }
}
