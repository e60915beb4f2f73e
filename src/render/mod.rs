//! Outcomes to text for people and machines: one file a format, each to a `Write`. How a finding was made is not known here.

#[cfg(feature = "tables")]
mod annotate;
mod calendar;
mod concise;
mod csv;
mod diff;
mod excerpt;
mod fan_out;
mod github;
mod gitlab;
mod help;
mod html;
mod json;
mod junit;
mod layout;
mod log;
mod markdown;
mod ndjson;
mod records_diff;
mod rules;
mod sarif;
mod tally;
mod text;
mod trends;
mod wire;
mod words;
mod worksheet;
#[cfg(feature = "tables")]
mod wrapped;

use std::io::{self, Write};

use chrono::NaiveDate;

#[cfg(feature = "tables")]
pub use annotate::{Annotations, Annotator, annotated};
pub use calendar::{CalendarFormat, calendar};
pub use diff::{DiffFormat, drafts_diff};
pub use fan_out::FanOut;
pub use layout::{layout_json, layout_text};
pub use log::log_csv;
#[cfg(feature = "tables")]
pub use log::log_workbook;
pub use records_diff::records_diff;
pub use rules::rules_json;
pub use trends::{TrendsFormat, trends};
use words::{
    cites_words, concise_words, dataset_verdict, fix_words, not_checked_in_order, push_concise, reason_words, rows_words, set_aside_words,
};
pub use words::{deadline_words, not_checked_words, verdict_words};
pub use worksheet::{WorksheetFormat, Worksheets};

#[cfg(feature = "web")]
pub(crate) use html::{STYLE, markdown, sentence, standing, words as marked_up};
pub(crate) use words::{duty_words, standing_words};

use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Severity};
use crate::normalize::rows::Count;
use crate::rules::NotChecked;

/// The formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people: verdict, excerpts, clocks.
    Text,
    /// One line a finding: `path:line:column: severity[code] message`.
    Concise,
    /// One JSON object; see `breachlint schema findings`.
    Json,
    /// The findings of `json`, one a line.
    Ndjson,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// JUnit XML, for the test reports of CI systems.
    Junit,
    /// Annotations of GitHub Actions.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// A table of findings for a spreadsheet; cells that look like formulas are made text.
    Csv,
    /// Markdown, for a job summary.
    Markdown,
    /// One page to read, print or hand on; it loads nothing.
    Html,
}

/// What each severity asks for, the gravest first.
const HEADINGS: [(Severity, &str); 3] = [(Severity::Error, "Must fix"), (Severity::Warning, "Verify"), (Severity::Advice, "Know")];

/// How to render.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The day on which reports were judged.
    pub as_of: NaiveDate,
    /// Findings below this severity are counted and not shown.
    pub min_severity: Severity,
    /// From which severity on a run fails; none for never.
    pub fail_on: Option<Severity>,
    /// Whether contact answers and PHI-looking text are shown.
    pub show_values: bool,
    /// Whether to colour.
    pub colour: bool,
    /// Whether to narrate instead of drawing, for screen readers.
    pub narrated: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Options {
    /// Whether a finding is shown.
    fn shows(&self, located: &Located) -> bool {
        located.finding.severity >= self.min_severity
    }

    /// Whether a finding makes the run fail.
    fn fails(&self, severity: Severity) -> bool {
        self.fail_on.is_some_and(|least| severity >= least)
    }
}

/// What was found in a run, over all files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Totals {
    /// Reports and records looked at.
    pub reports: u64,
    /// Findings to fix.
    pub errors: u64,
    /// Findings to verify.
    pub warnings: u64,
    /// Findings to know.
    pub advice: u64,
    /// Findings set aside by a suppression.
    pub suppressed: u64,
    /// Findings that the baseline knows.
    pub in_baseline: u64,
    /// Findings that the baseline knows and that are gone.
    pub vanished: u64,
}

impl Totals {
    /// Counts a finding.
    pub fn count(&mut self, severity: Severity) {
        self.more(severity, 1);
    }

    /// Counts several findings of one severity.
    pub fn more(&mut self, severity: Severity, count: u64) {
        match severity {
            Severity::Error => self.errors += count,
            Severity::Warning => self.warnings += count,
            Severity::Advice => self.advice += count,
        }
    }

    /// Counts the reports of a file and what was found in them.
    pub fn add(&mut self, outcome: &FileOutcome) {
        for report in &outcome.reports {
            self.reports += 1;
            report.findings.iter().for_each(|located| self.count(located.finding.severity));
            self.suppressed += report.verdict.suppressed as u64;
            self.in_baseline += report.verdict.in_baseline as u64;
        }
        self.vanished += outcome.vanished.len() as u64;
    }

    /// Whether anything of at least this severity was found; never, where there is none.
    pub fn reach(&self, least: Option<Severity>) -> bool {
        let found = match least {
            None => 0,
            Some(Severity::Error) => self.errors,
            Some(Severity::Warning) => self.errors + self.warnings,
            Some(Severity::Advice) => self.errors + self.warnings + self.advice,
        };
        found > 0
    }
}

/// One run as it unfolds: drafts and datasets in the order of the input, then the end. Findings of a dataset stream through.
pub trait Renderer {
    /// A draft file.
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()>;
    /// A dataset begins.
    fn dataset(&mut self, name: &str) -> io::Result<()>;
    /// How many findings of one code and severity of a dataset are shown in words; none where all are. The others only come in as numbers.
    fn examples(&self) -> Option<u64> {
        None
    }
    /// Whether of the findings of a dataset messages alone are shown: no labels, help or fixes.
    fn wants_messages_only(&self) -> bool {
        false
    }
    /// Further findings of the dataset that need no words.
    fn more(&mut self, _code: &'static str, _severity: Severity, _count: u64) -> io::Result<()> {
        Ok(())
    }
    /// A finding of the dataset.
    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()>;
    /// The dataset ends.
    fn dataset_end(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()>;
    /// The rows were normalized as well, with this result.
    fn normalized(&mut self, _count: &Count) -> io::Result<()> {
        Ok(())
    }
    /// The run ends.
    fn end(&mut self, totals: &Totals) -> io::Result<()>;
}

/// The renderer for `format`, writing to `out`.
pub fn renderer<'w>(format: Format, options: Options, out: &'w mut dyn Write) -> Box<dyn Renderer + 'w> {
    match format {
        Format::Text => Box::new(text::Text::new(options, out)),
        Format::Concise => Box::new(concise::Concise::new(options, out)),
        Format::Json => Box::new(json::Json::new(options, out)),
        Format::Ndjson => Box::new(ndjson::Ndjson::new(options, out)),
        Format::Sarif => Box::new(sarif::Sarif::new(options, out)),
        Format::Junit => Box::new(junit::Junit::new(options, out)),
        Format::Github => Box::new(github::Github::new(options, out)),
        Format::Gitlab => Box::new(gitlab::Gitlab::new(options, out)),
        Format::Csv => Box::new(csv::Csv::new(options, out)),
        Format::Html => Box::new(html::Html::new(options, out)),
        Format::Markdown => Box::new(markdown::Markdown::new(options, out)),
    }
}
