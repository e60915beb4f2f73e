//! The public record, row by row, through the same report and rules as a draft: in blocks, on every core, in memory that does not grow.

mod cut;
mod layout;
mod memo;
mod open;
mod place;
mod pool;
mod row;
mod split;
mod stream;
mod table;

use std::io;

use chrono::NaiveDate;

pub use cut::{BLOCK, LONGEST_RECORD};
pub use layout::{Column, Layout};
pub use open::open;
pub use pool::Failure;
pub use stream::{Findings, check as check_table, refused};
pub use table::{Pace, Start, Table};

use crate::finding::{Located, Severity};
use crate::report::{Fact, FactSet};
use crate::rules::{Context, Engine, SourceKind};
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

/// The rules for rows.
pub fn engine(as_of: NaiveDate) -> Engine {
    Engine::new(FACTS, Context { as_of, source: SourceKind::Record })
}

/// What was read of a dataset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rows {
    /// Records, the header not counted.
    pub read: u64,
    /// Records with at least one finding.
    pub remarked: u64,
}

/// Checks every row of `source`, which is in memory. `found` gets each finding, in the order of the rows; its first argument is the row, 0 for
/// the file itself.
pub fn check(source: &Source, engine: &Engine, found: &mut dyn FnMut(u64, Located)) -> Rows {
    let mut found = Every(found);
    let opened = open(source.name(), Box::new(io::Cursor::new(source.text().as_bytes().to_vec())));
    match opened {
        // Reading and writing memory does not fail.
        Ok(Ok(table)) => check_table(table, engine, Pace::threads(1), &mut found).unwrap_or_default(),
        Ok(Err(fault)) => refused(engine, *fault, &mut found).unwrap_or_default(),
        Err(_) => Rows::default(),
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
