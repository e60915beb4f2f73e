//! Several formats in one run: each event goes to each renderer.

use std::io;

use super::{Renderer, Totals};
use crate::check::FileOutcome;
use crate::dataset::Rows;
use crate::finding::{Located, Severity};
use crate::rules::NotChecked;

/// Renders one run in several formats at once.
#[derive(Default)]
pub struct FanOut<'w> {
    renderers: Vec<Box<dyn Renderer + 'w>>,
}

impl<'w> FanOut<'w> {
    /// One run for all of `renderers`.
    pub fn new(renderers: Vec<Box<dyn Renderer + 'w>>) -> Self {
        Self { renderers }
    }

    /// Tells each renderer. One whose reader has gone is let go, as long as another is left.
    fn each(&mut self, mut tell: impl FnMut(&mut (dyn Renderer + 'w)) -> io::Result<()>) -> io::Result<()> {
        let mut index = 0;
        while let Some(renderer) = self.renderers.get_mut(index) {
            match tell(&mut **renderer) {
                Ok(()) => index += 1,
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe && self.renderers.len() > 1 => {
                    self.renderers.remove(index);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Renderer for FanOut<'_> {
    fn draft(&mut self, outcome: &FileOutcome) -> io::Result<()> {
        self.each(|renderer| renderer.draft(outcome))
    }

    fn dataset(&mut self, name: &str) -> io::Result<()> {
        self.each(|renderer| renderer.dataset(name))
    }

    fn examples(&self) -> Option<u64> {
        // One that shows all of them decides for all; each keeps to its own number.
        self.renderers.iter().map(|renderer| renderer.examples()).try_fold(0, |most, wanted| wanted.map(|wanted| most.max(wanted)))
    }

    fn wants_messages_only(&self) -> bool {
        self.renderers.iter().all(|renderer| renderer.wants_messages_only())
    }

    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> io::Result<()> {
        self.each(|renderer| renderer.more(code, severity, count))
    }

    fn row(&mut self, name: &str, row: u64, located: &Located) -> io::Result<()> {
        self.each(|renderer| renderer.row(name, row, located))
    }

    fn dataset_end(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> io::Result<()> {
        self.each(|renderer| renderer.dataset_end(name, rows, not_checked))
    }

    fn end(&mut self, totals: &Totals) -> io::Result<()> {
        self.each(|renderer| renderer.end(totals))
    }
}
