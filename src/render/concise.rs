//! One line a finding, for editors, grep and logs.

use std::io::{self, Write};

use super::{Options, Renderer, Totals};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, safe_line};
use crate::rules::NotChecked;

pub(super) struct Concise<'w> {
    options: Options,
    out: &'w mut dyn Write,
}

impl<'w> Concise<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out }
    }

    fn line(&mut self, name: &str, located: &Located) -> io::Result<()> {
        let finding = &located.finding;
        if finding.severity < self.options.min_severity {
            return Ok(());
        }
        let start = located.place.start;
        let column = located.place.row.map(|row| format!(" row {row}, {}:", located.place.path)).unwrap_or_default();
        let message = safe_line(&finding.message);
        writeln!(self.out, "{name}:{}:{}: {}[{}]{column} {message}", start.line, start.column, finding.severity.word(), finding.code)
    }
}

impl Renderer for Concise<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        for located in outcome.reports.iter().flat_map(|report| &report.findings) {
            self.line(outcome.source.name(), located)?;
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, name: &str, _: u64, located: &Located) -> io::Result<()> {
        self.line(name, located)
    }

    fn dataset_end(&mut self, _: &str, _: Rows, _: &[NotChecked]) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        Ok(())
    }
}
