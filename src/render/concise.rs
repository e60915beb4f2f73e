//! One line a finding, for editors, grep and logs.

use std::io::{self, Write};

use super::{Options, Renderer, Totals, push_concise};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::Located;
use crate::rules::NotChecked;

pub(super) struct Concise<'w> {
    options: Options,
    out: &'w mut dyn Write,
    /// The line of a finding, whose memory serves the next.
    line: String,
}

impl<'w> Concise<'w> {
    pub(super) fn new(options: Options, out: &'w mut dyn Write) -> Self {
        Self { options, out, line: String::new() }
    }

    fn line(&mut self, name: &str, located: &Located) -> io::Result<()> {
        if !self.options.shows(located) {
            return Ok(());
        }
        self.line.clear();
        push_concise(name, located, &mut self.line);
        self.line.push('\n');
        self.out.write_all(self.line.as_bytes())
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

    fn wants_messages_only(&self) -> bool {
        true
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
