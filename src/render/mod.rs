//! Outcomes to text for people and machines: one file a format, each to a `Write`. How a finding was made is not known here.

mod concise;
mod excerpt;
mod json;
mod records_diff;
mod text;
mod words;

use std::io::{self, Write};

use chrono::NaiveDate;

pub use records_diff::{DiffFormat, records_diff};
pub use words::{deadline_words, not_checked_words, verdict_words};

use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Severity};
use crate::rules::NotChecked;
use crate::source::Source;

/// The formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people: verdict, excerpts, clocks.
    Text,
    /// One line a finding: `path:line:column: severity[code] message`.
    Concise,
    /// One JSON object; see `breachlint schema findings`.
    Json,
}

/// How to render.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The day on which reports were judged.
    pub as_of: NaiveDate,
    /// Findings below this severity are counted and not shown.
    pub min_severity: Severity,
    /// Whether contact answers and PHI-looking text are shown.
    pub show_values: bool,
    /// Whether to colour.
    pub colour: bool,
    /// Whether to narrate instead of drawing, for screen readers.
    pub narrated: bool,
    /// Columns of the terminal.
    pub width: usize,
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
}

impl Totals {
    /// Counts a finding.
    pub fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Advice => self.advice += 1,
        }
    }
}

/// One run as it unfolds: drafts and datasets in the order of the input, then the end. Findings of a dataset stream through.
pub trait Renderer {
    /// A draft file.
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()>;
    /// A dataset begins.
    fn dataset(&mut self, source: &Source) -> io::Result<()>;
    /// A finding of the dataset.
    fn row(&mut self, source: &Source, row: u64, located: &Located) -> io::Result<()>;
    /// The dataset ends.
    fn dataset_end(&mut self, source: &Source, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()>;
    /// The run ends.
    fn end(&mut self, totals: &Totals) -> io::Result<()>;
}

/// The renderer for `format`, writing to `out`.
pub fn renderer<'w>(format: Format, options: Options, out: &'w mut dyn Write) -> Box<dyn Renderer + 'w> {
    match format {
        Format::Text => Box::new(text::Text::new(options, out)),
        Format::Concise => Box::new(concise::Concise::new(options, out)),
        Format::Json => Box::new(json::Json::new(options, out)),
    }
}
