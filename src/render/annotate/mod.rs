//! What is found in the rows of a workbook, gathered for a copy of it: notes and colors at the cells, and a sheet of findings.

mod workbook;

use std::io;

use super::{Renderer, Totals};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Severity};
use crate::rules::NotChecked;

pub use workbook::annotated;

/// So many findings are kept; the others are counted.
const MOST: usize = 10_000;

/// The findings of one workbook.
#[derive(Debug)]
pub struct Annotations {
    least: Severity,
    found: Vec<Located>,
    more: u64,
}

impl Annotations {
    /// None yet; those below `least` are left out.
    pub fn new(least: Severity) -> Self {
        Self { least, found: Vec::new(), more: 0 }
    }
}

/// Gathers the findings of a run.
pub struct Annotator<'a>(pub &'a mut Annotations);

impl Renderer for Annotator<'_> {
    fn draft(&mut self, _: &FileOutcome) -> io::Result<()> {
        Ok(())
    }

    fn dataset(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, _: &str, _: u64, located: &Located) -> io::Result<()> {
        if located.finding.severity < self.0.least {
            return Ok(());
        }
        if self.0.found.len() < MOST {
            self.0.found.push(located.clone());
        } else {
            self.0.more += 1;
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
