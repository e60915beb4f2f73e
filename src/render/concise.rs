//! One line a finding, for editors, grep and logs.

use std::io::{self, Write};

use super::{Options, Renderer, Totals, concise_words};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::Located;
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
        if !self.options.shows(located) {
            return Ok(());
        }
        writeln!(self.out, "{}", concise_words(name, located))
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
