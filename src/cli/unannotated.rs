//! `check --annotate` in a build without workbooks: it says that there are none.

use super::Error;
use super::args::Check;
use crate::render::Renderer;

/// No copy can be made.
pub(super) enum Copy {}

impl Copy {
    /// The copy that `arguments` ask for.
    pub(super) fn wanted(arguments: &Check) -> Result<Option<Self>, Error> {
        match &arguments.annotate {
            Some(_) => Err(Error::Usage("--annotate: this build writes no workbooks".to_owned())),
            None => Ok(None),
        }
    }

    /// What gathers the findings.
    pub(super) fn renderer(&mut self) -> Box<dyn Renderer + '_> {
        match *self {}
    }

    /// Writes it.
    pub(super) fn write(self) -> Result<(), Error> {
        match self {}
    }
}
