//! Annotations for GitHub Actions. The runner shows ten of each level in a step; the rest stays in the log as plain lines, and is counted.

use std::io::{self, Write};

use super::{Options, Renderer, Totals, concise_words, rows_words, verdict_words};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Severity, safe_line};
use crate::rules::{self, NotChecked};

/// Annotations of one level that the runner shows in a step.
const SHOWN: usize = 10;

pub(super) struct Github<'w> {
    options: Options,
    out: &'w mut dyn Write,
    /// How many of each severity were found, the gravest first.
    given: [usize; 3],
}

impl<'w> Github<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, given: [0; 3] }
    }
}

/// What a severity is called, its place in the counts, and how many annotations it may have: one notice is kept for the count of the rest.
fn level(severity: Severity) -> (&'static str, usize, usize) {
    match severity {
        Severity::Error => ("error", 0, SHOWN),
        Severity::Warning => ("warning", 1, SHOWN),
        Severity::Advice => ("notice", 2, SHOWN - 1),
    }
}

/// Text as the message of a workflow command.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as a property of a workflow command.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

/// A line for the log that the runner does not take for a command, whatever a file or key is called.
fn plain(line: &str) -> String {
    let line = safe_line(line).replace("##[", "## [");
    if line.trim_start().starts_with("::") { format!("> {line}") } else { line }
}

impl Renderer for Github<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        let name = outcome.source.name();
        for report in &outcome.reports {
            for located in &report.findings {
                self.row(name, report.number as u64, located)?;
            }
            let which = if outcome.reports.len() > 1 { format!(" (report {})", report.number) } else { String::new() };
            writeln!(self.out, "{}", plain(&format!("{name}{which}: {}", verdict_words(&report.verdict))))?;
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, name: &str, _: u64, located: &Located) -> io::Result<()> {
        if !self.options.shows(located) {
            return Ok(());
        }
        let (finding, place) = (&located.finding, &located.place);
        let (word, index, most) = level(finding.severity);
        self.given[index] += 1;
        if self.given[index] > most {
            return writeln!(self.out, "{}", plain(&concise_words(name, located)));
        }
        let rule = rules::find(finding.code).map_or("", |rule| rule.name);
        let row = place.row.map(|row| format!("row {row}, {}: ", place.path)).unwrap_or_default();
        // Columns mean something to the runner only within one line.
        let end_column = if place.start.line == place.end.line { format!(",endColumn={}", place.end.column) } else { String::new() };
        writeln!(
            self.out,
            "::{word} file={},line={},endLine={},col={}{end_column},title={}::{}",
            property(name.trim_start_matches("./")),
            place.start.line,
            place.end.line,
            place.start.column,
            property(&format!("{} {rule}", finding.code)),
            message(&format!("{row}{}{}", finding.message, finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default())),
        )
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, _: &[NotChecked]) -> io::Result<()> {
        writeln!(self.out, "{}", plain(&format!("{name}: {}", rows_words(rows))))
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        let more: usize = [Severity::Error, Severity::Warning, Severity::Advice]
            .into_iter()
            .map(|severity| {
                let (_, index, most) = level(severity);
                self.given[index].saturating_sub(most)
            })
            .sum();
        if more > 0 {
            writeln!(
                self.out,
                "::notice title=breachlint::and {more} more findings that have no annotation; the log of this step lists them"
            )?;
        }
        Ok(())
    }
}
