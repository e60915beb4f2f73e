//! Text for people: the verdict first, then what to fix and what to verify, what was not checked, and the filing clock.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::io::{self, Write};

use super::excerpt::{Page, draw};
use super::{Options, Renderer, Totals, deadline_words, not_checked_words, verdict_words};
use crate::check::{FileOutcome, ReportOutcome};
use crate::dataset::Rows;
use crate::finding::{Located, Severity, safe_line};
use crate::rules::{self, NotChecked, Reason};

/// Rows named as examples of one rule; the count beside them is exact.
const EXAMPLES: u64 = 3;

/// Findings of a dataset by severity, the gravest first, and code: how many, and some of them in words.
type Tally = BTreeMap<(std::cmp::Reverse<Severity>, &'static str), (u64, Vec<String>)>;

pub(super) struct Text<'w> {
    options: Options,
    out: &'w mut dyn Write,
    first: bool,
    tally: Tally,
}

impl<'w> Text<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, first: true, tally: BTreeMap::new() }
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
        for (severity, heading) in [(Severity::Error, "Must fix"), (Severity::Warning, "Verify"), (Severity::Advice, "Know")] {
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
        self.not_checked(&report.not_checked)?;
        if !report.deadlines.is_empty() {
            writeln!(self.out, "\nFiling clock (as of {})", self.options.as_of)?;
            for deadline in &report.deadlines {
                writeln!(self.out, "  {}", deadline_words(deadline, self.options.as_of))?;
            }
        }
        Ok(())
    }

    fn not_checked(&mut self, list: &[NotChecked]) -> io::Result<()> {
        let mut list: Vec<&NotChecked> = list.iter().collect();
        if list.is_empty() {
            return Ok(());
        }
        list.sort_by_key(|lacking| match lacking.reason {
            Reason::Unreadable => 0,
            Reason::Missing => 1,
            Reason::Unanswered => 2,
            Reason::NotCarried => 3,
        });
        writeln!(self.out, "\nNot checked")?;
        for lacking in list {
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
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        self.tally.clear();
        Ok(())
    }

    fn examples(&self) -> Option<u64> {
        Some(EXAMPLES)
    }

    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> io::Result<()> {
        self.tally.entry((std::cmp::Reverse(severity), code)).or_default().0 += count;
        Ok(())
    }

    fn row(&mut self, _: &str, row: u64, located: &Located) -> io::Result<()> {
        let finding = &located.finding;
        let (count, examples) = self.tally.entry((std::cmp::Reverse(finding.severity), finding.code)).or_default();
        *count += 1;
        if (examples.len() as u64) < EXAMPLES {
            let place = if row == 0 { "the file".to_owned() } else { format!("row {row}, {}", located.place.path) };
            examples.push(format!("{place} (line {}): {}", located.place.start.line, safe_line(&finding.message)));
        }
        Ok(())
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()> {
        self.gap()?;
        writeln!(self.out, "{}: {} records read, {} with a remark", safe_line(name), rows.read, rows.remarked)?;
        let tally = std::mem::take(&mut self.tally);
        for ((severity, code), (count, examples)) in tally {
            let rule = rules::find(code).map_or("", |rule| rule.name);
            let shown = severity.0 >= self.options.min_severity;
            writeln!(self.out, "\n{count} x {}[{code}] {rule}", severity.0.word())?;
            for example in examples.iter().filter(|_| shown) {
                writeln!(self.out, "  {example}")?;
            }
            let more = count.saturating_sub(examples.len() as u64);
            if shown && more > 0 {
                writeln!(self.out, "  and {more} more; every one with --format json or concise")?;
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
