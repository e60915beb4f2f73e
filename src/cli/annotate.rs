//! `check --annotate`: a copy of the workbook that is checked, with what was found.

use std::path::PathBuf;

use super::args::Check;
use super::layout::words;
use super::{Error, input, output};
use crate::dataset::read::{Failure, cells};
use crate::finding::Severity;
use crate::render::{Annotations, Annotator, Renderer, annotated};

/// A copy in the making.
pub(super) struct Copy {
    from: PathBuf,
    sheet: Option<String>,
    to: PathBuf,
    annotations: Annotations,
}

impl Copy {
    /// The copy that `arguments` ask for.
    pub(super) fn wanted(arguments: &Check) -> Result<Option<Self>, Error> {
        let Some(to) = &arguments.annotate else { return Ok(None) };
        if !to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            return Err(Error::Usage(format!("--annotate {}: the copy ends in .xlsx", to.display())));
        }
        match &arguments.input.paths[..] {
            [from] if from.is_file() => Ok(Some(Self {
                from: from.clone(),
                sheet: arguments.reading.sheet.clone(),
                to: to.clone(),
                annotations: Annotations::new(arguments.min_severity.map_or(Severity::Advice, Into::into)),
            })),
            _ => Err(Error::Usage("--annotate takes one workbook: name its file".to_owned())),
        }
    }

    /// What gathers the findings.
    pub(super) fn renderer(&mut self) -> Box<dyn Renderer + '_> {
        Box::new(Annotator(&mut self.annotations))
    }

    /// Writes it.
    pub(super) fn write(self) -> Result<(), Error> {
        let name = self.from.display();
        let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
        let file = input::open(&self.from).map_err(failed)?;
        let book = cells(Box::new(file), self.sheet.as_deref()).map_err(|failure| match failure {
            Failure::Io(error) => failed(error),
            Failure::Refused(fault) => Error::Input(format!("cannot annotate {name}: {}", words(&fault))),
        })?;
        let bytes = annotated(&book, &self.annotations)
            .map_err(|error| Error::Output(self.to.display().to_string(), std::io::Error::other(error.to_string())))?;
        output::write(&self.to, &bytes, output::Access::Private)
    }
}
