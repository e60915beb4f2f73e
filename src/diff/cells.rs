//! The canonical cells of one row after another, for comparing rows as texts. What cannot be read stands as it was written.

use std::io::{self, Read};

use crate::dataset::layout::CANONICAL;
use crate::dataset::read::{self, fault_in};
use crate::dataset::{self, Broken, Layout, Pace, Row, Visitor, visit};
use crate::normalize::rows::one_line;
use crate::report::name::NameFolder;
use crate::report::terms::TermSet;
use crate::report::{Fact, Field};

/// The cells of one row in the order of the canonical columns; empty where nothing stands.
pub(super) type Cells = [String; CANONICAL.len()];

/// One of the files that are compared. It is read twice, from its start.
pub struct Export<'e> {
    /// As a person named it.
    pub name: String,
    /// Opens it once more.
    pub open: &'e dyn Fn() -> io::Result<Box<dyn Read + Send>>,
    /// How it is read.
    pub options: read::Options,
    /// How to go about it.
    pub pace: Pace,
}

/// Why two exports cannot be compared.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file, or a record of it, cannot be read, for the reason that this code stands for.
    #[error("{file} cannot be compared ({code})")]
    Refused {
        /// The file.
        file: String,
        /// The code.
        code: &'static str,
    },
    /// Reading failed.
    #[error("cannot read {file}: {error}")]
    Read {
        /// The file.
        file: String,
        /// Why.
        error: io::Error,
    },
}

/// What to make of a row, from its number, from 1, and its cells; none to leave it out.
pub(super) type Make<'m, T> = dyn Fn(u32, Cells, &mut NameFolder) -> Option<T> + Sync + 'm;

/// Makes something of each row of `export`, in their order; and gives the number of rows.
pub(super) fn each<T: Send>(export: &Export<'_>, make: &Make<'_, T>) -> Result<(u64, Vec<T>), Failure> {
    let refused = |code: &'static str| Failure::Refused { file: export.name.clone(), code };
    let failed = |error: io::Error| match fault_in(&error) {
        Some(fault) => refused(fault.code),
        None => Failure::Read { file: export.name.clone(), error },
    };
    let input = read::open(&export.name, (export.open)().map_err(failed)?, &export.options).map_err(|failure| match failure {
        read::Failure::Refused(fault) => refused(fault.code),
        read::Failure::Io(error) => failed(error),
    })?;
    // Rows are read, and no rule looks at them.
    let (mut rows, mut all, mut broken) = (0, Vec::new(), None);
    let gatherer = |layout: &Layout| Gatherer { layout: layout.clone(), folder: NameFolder::default(), make };
    let read = visit(input, None, export.pace, &gatherer, &mut |visits| {
        rows += visits.rows.read;
        all.append(&mut visits.out.made);
        broken = broken.or(visits.out.broken);
        Ok(())
    });
    // A row that is left out without a word would show as gone.
    if let Some(code) = broken {
        return Err(refused(code));
    }
    read.map_err(|failure| match failure {
        dataset::Failure::Read(error) | dataset::Failure::Write(error) => failed(error),
    })?;
    Ok((rows, all))
}

/// What is made of the rows of a block.
struct Gathered<T> {
    made: Vec<T>,
    broken: Option<&'static str>,
}

impl<T> Default for Gathered<T> {
    fn default() -> Self {
        Self { made: Vec::new(), broken: None }
    }
}

struct Gatherer<'m, T> {
    layout: Layout,
    folder: NameFolder,
    make: &'m Make<'m, T>,
}

impl<T: Send> Visitor for Gatherer<'_, T> {
    type Out = Gathered<T>;

    fn begin(&mut self, out: &mut Gathered<T>) {
        out.made.clear();
        out.broken = None;
    }

    fn row(&mut self, row: Row<'_, '_>, out: &mut Gathered<T>) {
        let number = u32::try_from(row.number).unwrap_or(u32::MAX);
        out.made.extend((self.make)(number, canonical(&self.layout, &row), &mut self.folder));
    }

    fn broken(&mut self, broken: Broken<'_>, out: &mut Gathered<T>) {
        out.broken = out.broken.or(broken.code);
    }
}

fn canonical(layout: &Layout, row: &Row<'_, '_>) -> Cells {
    let report = row.report;
    let (entity, breach) = (&report.entity, &report.breach);
    let raw = |fact: Fact| {
        let column = layout.column(fact).map_or(usize::MAX, |column| column.index);
        row.values.get(column).copied().unwrap_or_default().trim().to_owned()
    };
    let read = |text: Option<String>, gone: bool, fact: Fact| text.unwrap_or_else(|| if gone { String::new() } else { raw(fact) });
    let text = |field: &Field<&str>| field.get().map(|text| one_line(text).into_owned());
    let yes_no = |present: bool| if present { "Yes" } else { "No" }.to_owned();
    let present = &breach.business_associate_present;
    [
        read(text(&entity.name), entity.name.is_absent(), Fact::EntityName),
        read(entity.state.get().map(|state| state.to_string()), entity.state.is_absent(), Fact::EntityState),
        read(entity.kind.get().map(|kind| kind.to_string()), entity.kind.is_absent(), Fact::EntityType),
        read(breach.individuals_affected.get().map(|count| count.to_string()), breach.individuals_affected.is_absent(), Fact::Individuals),
        read(report.filing.submitted_on.get().map(|day| day.to_string()), report.filing.submitted_on.is_absent(), Fact::SubmittedOn),
        read(breach.breach_type.get().map(TermSet::joined), breach.breach_type.is_absent(), Fact::BreachType),
        read(breach.location.get().map(TermSet::joined), breach.location.is_absent(), Fact::Location),
        read(present.get().map(yes_no), present.is_absent(), Fact::BaPresent),
        read(text(&breach.ocr_narrative), breach.ocr_narrative.is_absent(), Fact::OcrNarrative),
    ]
}
