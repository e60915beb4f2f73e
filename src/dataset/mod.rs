//! The public record, row by row, through the same report and rules as a draft: in blocks, on every core, in memory that does not grow.

mod answers;
mod cell;
mod cut;
pub mod layout;
pub mod log;
mod marks;
mod memo;
mod near;
mod place;
mod pool;
pub mod read;
mod row;
mod seek;
mod split;
mod spot;
mod stream;
mod visit;

use std::io;

use chrono::NaiveDate;

pub use cell::{parts, surplus, yes_no};
pub(crate) use cut::Held;
pub use cut::{BLOCK, LONGEST_RECORD};
pub use layout::{Column, Form, Layout};
pub use pool::Failure;
pub(crate) use spot::NameColumn;
pub use stream::about_file as about;
pub(crate) use stream::{Examples, Found, finish};
pub use stream::{Findings, check as check_input, refused};
pub(crate) use visit::{Broken, Judges, Row, Visitor, Visits, visit};
pub use visit::{Pace, Rows};

use crate::across::Across;
use crate::finding::{Located, Severity};
use crate::report::{Fact, FactSet};
use crate::rules::{Engine, SourceKind};
use crate::source::Source;

/// The facts that a row of the portal's export carries.
pub const FACTS: FactSet = FactSet::of(&[
    Fact::EntityName,
    Fact::EntityState,
    Fact::EntityType,
    Fact::Individuals,
    Fact::SubmittedOn,
    Fact::BreachType,
    Fact::Location,
    Fact::BaPresent,
    Fact::OcrNarrative,
]);

/// The rules for rows of the portal's export.
pub fn engine(as_of: NaiveDate) -> Engine {
    Engine::new(FACTS, as_of, SourceKind::Record)
}

/// The rules for rows with these columns.
pub fn engine_for(layout: &Layout, as_of: NaiveDate) -> Engine {
    Engine::new(layout.facts(), as_of, SourceKind::Record)
}

/// Checks every row of `source`, which is in memory, and the rows against each other. `found` gets each finding: first those of the rows, in their
/// order, then those across rows; its first argument is the row, 0 for the file itself.
pub fn check(source: &Source, engine: &Engine, found: &mut dyn FnMut(u64, Located)) -> Rows {
    check_across(source, engine, &mut Across::new(None), found)
}

/// The same, and the rows against those of the sources before, by `across`, which writes nothing to disk.
pub fn check_across(source: &Source, engine: &Engine, across: &mut Across, found: &mut dyn FnMut(u64, Located)) -> Rows {
    let mut found = Every(found);
    let bytes = io::Cursor::new(source.text().as_bytes().to_vec());
    match read::open(source.name(), Box::new(bytes), &read::Options::default()) {
        // Reading and writing memory does not fail.
        Ok(input) => check_input(source.name(), input, engine, Pace::threads(1), across, &mut found).unwrap_or_default(),
        Err(read::Failure::Refused(fault)) => refused(engine, *fault, &mut found).unwrap_or_default(),
        Err(read::Failure::Io(_)) => Rows::default(),
    }
}

struct Every<'f>(&'f mut dyn FnMut(u64, Located));

impl Findings for Every<'_> {
    fn examples(&self) -> Option<u64> {
        None
    }

    fn found(&mut self, row: u64, located: &Located) -> io::Result<()> {
        (self.0)(row, located.clone());
        Ok(())
    }

    fn more(&mut self, _: &'static str, _: Severity, _: u64) -> io::Result<()> {
        Ok(())
    }
}
