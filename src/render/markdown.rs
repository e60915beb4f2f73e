//! Markdown, for a job summary or a comment on a merge request: verdicts, tables of findings, clocks, and what was not checked.

use std::io::{self, Write};

use super::tally::{EXAMPLES, Tally};
use super::{
    HEADINGS, Options, Renderer, Totals, duty_words, not_checked_in_order, not_checked_words, rows_words, set_aside_words, standing_words,
    verdict_words,
};
use crate::check::{FileOutcome, ReportOutcome};
use crate::dataset::Rows;
use crate::finding::{Located, SetAside, Severity, safe_line};
use crate::rules::{self, NotChecked};

pub(super) struct Markdown<'w> {
    options: Options,
    out: &'w mut dyn Write,
    tally: Tally,
}

impl<'w> Markdown<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, tally: Tally::default() }
    }

    fn report(&mut self, name: &str, report: &ReportOutcome) -> io::Result<()> {
        writeln!(self.out, "## {}\n\n**{}**\n", plain(name), plain(&verdict_words(&report.verdict)))?;
        for (severity, heading) in HEADINGS {
            let of_it: Vec<&Located> =
                report.findings.iter().filter(|located| located.finding.severity == severity && self.options.shows(located)).collect();
            if of_it.is_empty() {
                continue;
            }
            writeln!(self.out, "### {heading} ({})\n\n| line | rule | finding | what to do |\n| --- | --- | --- | --- |", of_it.len())?;
            for located in of_it {
                let (finding, start) = (&located.finding, located.place.start);
                let rule = rules::find(finding.code).map_or("", |rule| rule.name);
                let help = finding.help.as_deref().unwrap_or_default();
                writeln!(
                    self.out,
                    "| {}:{} | {} {rule} | {} | {} |",
                    start.line,
                    start.column,
                    finding.code,
                    plain(&finding.message),
                    plain(help)
                )?;
            }
            writeln!(self.out)?;
        }
        self.set_aside(&report.set_aside)?;
        if !report.deadlines.is_empty() {
            writeln!(
                self.out,
                "### Filing clock (as of {})\n\n| due | duty | standing | law |\n| --- | --- | --- | --- |",
                self.options.as_of
            )?;
            for deadline in &report.deadlines {
                let standing = standing_words(deadline, self.options.as_of);
                writeln!(
                    self.out,
                    "| {} | {} | {} | {} |",
                    deadline.due,
                    plain(&duty_words(deadline)),
                    plain(&standing),
                    plain(deadline.duty.cite())
                )?;
            }
            writeln!(self.out)?;
        }
        self.not_checked(&report.not_checked)
    }

    fn set_aside(&mut self, list: &[SetAside]) -> io::Result<()> {
        if list.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "<details><summary>Suppressed or in the baseline ({})</summary>\n", list.len())?;
        for aside in list {
            writeln!(self.out, "- {}", plain(&set_aside_words(aside)))?;
        }
        writeln!(self.out, "\n</details>\n")
    }

    fn not_checked(&mut self, list: &[NotChecked]) -> io::Result<()> {
        if list.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "<details><summary>Not checked ({})</summary>\n", list.len())?;
        for lacking in not_checked_in_order(list) {
            writeln!(self.out, "- {}", plain(&not_checked_words(lacking)))?;
        }
        writeln!(self.out, "\n</details>\n")
    }
}

/// Text in which no character has a meaning of its own.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in safe_line(text).chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '!' | '~' | '>' | '$' => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
    }
    out
}

impl Renderer for Markdown<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        let name = outcome.source.name();
        for report in &outcome.reports {
            let which = if outcome.reports.len() > 1 { format!("{name} (report {})", report.number) } else { name.to_owned() };
            self.report(&which, report)?;
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
        writeln!(self.out, "## {}\n\n**{}**\n", plain(name), rows_words(rows))?;
        writeln!(self.out, "| severity | rule | count | for example |\n| --- | --- | --- | --- |")?;
        for entry in std::mem::take(&mut self.tally).entries().filter(|entry| entry.severity >= self.options.min_severity) {
            let examples: Vec<String> = entry.examples.iter().map(|example| plain(example)).collect();
            writeln!(
                self.out,
                "| {} | {} {} | {} | {} |",
                entry.severity.word(),
                entry.code,
                entry.name(),
                entry.count,
                examples.join("<br>")
            )?;
        }
        writeln!(self.out)?;
        self.not_checked(not_checked)
    }

    fn end(&mut self, totals: &Totals) -> io::Result<()> {
        let reports = if totals.reports == 1 { "report" } else { "reports" };
        writeln!(
            self.out,
            "{} {reports}: {} to fix, {} to verify, {} to know. breachlint {} is not legal advice.",
            totals.reports,
            totals.errors,
            totals.warnings,
            totals.advice,
            env!("CARGO_PKG_VERSION")
        )
    }
}
