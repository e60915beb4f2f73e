//! The findings of the JSON format, one a line: for pipes, and for more findings than anyone wants in one object.

use std::io::{self, Write};

use super::wire::FindingJson;
use super::{Options, Renderer, Totals};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::Located;
use crate::rules::NotChecked;

pub(super) struct Ndjson<'w> {
    options: Options,
    out: &'w mut dyn Write,
}

impl<'w> Ndjson<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out }
    }
}

impl Renderer for Ndjson<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        for report in &outcome.reports {
            for located in &report.findings {
                self.row(outcome.source.name(), report.number as u64, located)?;
            }
            for aside in report.set_aside.iter().filter(|aside| self.options.shows(&aside.located)) {
                serde_json::to_writer(&mut self.out, &FindingJson::set_aside(outcome.source.name(), report.number as u64, aside))?;
                writeln!(self.out)?;
            }
        }
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()> {
        if self.options.shows(located) {
            serde_json::to_writer(&mut self.out, &FindingJson::new(name, row, located))?;
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn dataset_end(&mut self, _: &str, _: Rows, _: &[NotChecked]) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &Totals) -> io::Result<()> {
        Ok(())
    }
}
