//! Which column holds which fact, and how its cells are read: by the header and a sample of the rows, never by the name of the file.

mod dates;
mod find;
mod names;

pub use dates::{Dates, DayZero, Order, Proof};
pub use names::{CANONICAL, PROVENANCE, canonical_name, fact_called};

use chrono::NaiveDate;

use crate::finding::Fault;
use crate::report::{Fact, FactSet};
use crate::source::At;

/// Bytes of most addresses of cells, and more.
const ADDRESS: usize = 16;

/// What a spreadsheet calls a column, from 0: A to Z, then AA.
pub fn letters(column: usize) -> String {
    let mut letters = String::with_capacity(ADDRESS);
    push_letters(column, &mut letters);
    letters
}

/// What a spreadsheet calls a cell: the letters of its column, from 0, and its row.
pub fn address(column: usize, row: u64) -> String {
    let mut address = letters(column);
    address.push_str(itoa::Buffer::new().format(row));
    address
}

fn push_letters(column: usize, out: &mut String) {
    if let Some(before) = (column / 26).checked_sub(1) {
        push_letters(before, out);
    }
    out.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
}

/// What kind of list a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Reports as the public sees them: the portal's export, in any of its generations and notations.
    Record,
    /// This program's own canonical form.
    Canonical,
    /// A log of drafts: one report a row, columns named by the paths of the questions.
    Log,
}

/// How the cells of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text as it stands.
    Text,
    /// One term of a list.
    Term,
    /// Terms of a list, in any order, between commas, semicolons or bars.
    Terms,
    /// A State, by its two letters.
    State,
    /// A number of people.
    Count,
    /// A day.
    Date(Dates),
    /// A day, or the first and the last of several, in one cell.
    DateRange(Dates),
    /// Yes or no, in any of the notations that programs use.
    YesNo,
    /// The business associate's name where there was one; blank where there was none.
    AssociateName,
}

/// One recognised column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its cell in a record of the text that is read, from 0.
    pub index: usize,
    /// Its column in the file, from 0: what a spreadsheet's letters count.
    pub place: usize,
    /// Its header.
    pub name: String,
    /// What it holds. A range of days is filed under the first day, an associate's name under the name.
    pub fact: Fact,
    /// How its cells are read.
    pub form: Form,
}

impl Column {
    /// The handle of its cells.
    pub fn at(&self) -> At {
        At::value(u32::try_from(self.index).unwrap_or(u32::MAX))
    }
}

/// A column that answers no question. It is kept: it follows the canonical columns in what is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Its cell in a record of the text that is read, from 0.
    pub index: usize,
    /// Its column in the file, from 0.
    pub place: usize,
    /// Its header, or a made one where the header is blank.
    pub name: String,
    /// Why it is not passed through; none for a column that is.
    pub dropped: Option<Dropped>,
}

/// Why a column is not passed through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// A column of row numbers without a header, as R and pandas put in front; or an empty one.
    Index,
    /// A column of the canonical form that says where a row came from; it is written anew.
    Provenance,
}

/// What a person says about the columns of a file.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Which column holds a fact, by its header, where the file leaves that open.
    pub columns: Vec<(Fact, String)>,
    /// The order of dates in numbers.
    pub date_order: Option<Order>,
    /// The day of judgment: no report of the file was submitted after it.
    pub as_of: Option<NaiveDate>,
    /// Day 0 of the workbook's dates, where the workbook says so.
    pub day_zero: Option<DayZero>,
}

/// Facts that there are; a file has no more columns with one.
const FACTS: usize = Fact::ALL.len();

/// The columns of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    kind: Kind,
    columns: Vec<Column>,
    /// Where in `columns` each fact stands, by its place among all facts; behind all of them for a fact without a column.
    by_fact: [u8; FACTS],
    /// Where in a record the cell of each fact stands, by its place among all facts; past all cells for a fact without a column.
    cells: [u32; FACTS],
    extra: Vec<Extra>,
    width: usize,
    numbered: bool,
}

impl Layout {
    /// Recognises `header`. `sample` holds the first records below it: they decide the order of dates, and what an unnamed column is.
    /// `numbered`: the first cell of every record is the record's place in the file, and no column of it.
    pub fn of(header: &[&str], sample: &[Vec<&str>], wanted: &Wanted, numbered: bool) -> Result<Self, Box<Fault>> {
        find::layout(header, sample, wanted, numbered)
    }

    /// Recognises a header without any rows.
    pub fn read(header: &[&str]) -> Result<Self, Box<Fault>> {
        Self::of(header, &[], &Wanted::default(), false)
    }

    /// `columns` and `extra` of a header of `width` cells. The first column of a fact counts.
    fn new(kind: Kind, columns: Vec<Column>, extra: Vec<Extra>, width: usize, numbered: bool) -> Self {
        let (mut by_fact, mut cells) = ([u8::MAX; FACTS], [u32::MAX; FACTS]);
        for (place, column) in columns.iter().enumerate().rev() {
            by_fact[column.fact as usize] = u8::try_from(place).unwrap_or(u8::MAX);
            cells[column.fact as usize] = column.at().field;
        }
        Self { kind, columns, by_fact, cells, extra, width, numbered }
    }

    /// What kind of list this is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The column that holds `fact`.
    pub fn column(&self, fact: Fact) -> Option<&Column> {
        self.columns.get(usize::from(self.by_fact[fact as usize]))
    }

    /// The handle of the cells that hold `fact`: asked for each cell of each row.
    pub(super) fn at(&self, fact: Fact) -> Option<At> {
        let cell = self.cells[fact as usize];
        (cell != u32::MAX).then_some(At::value(cell))
    }

    /// The recognised columns, in the file's order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The other columns, in the file's order.
    pub fn extra(&self) -> &[Extra] {
        &self.extra
    }

    /// Cells of the header, and so of every whole record.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether the first cell of every record is its place in the file: a line, or a row of a sheet.
    pub fn numbered(&self) -> bool {
        self.numbered
    }

    /// The facts that a record of this layout carries.
    pub fn facts(&self) -> FactSet {
        let mut facts = FactSet::NONE;
        for column in &self.columns {
            facts.insert(column.fact);
            match column.form {
                Form::DateRange(_) => facts.insert(Fact::BreachEnd),
                Form::AssociateName => facts.insert(Fact::BaPresent),
                _ => {}
            }
        }
        facts
    }

    /// The columns of the portal's export that this file lacks: what they hold cannot be checked.
    pub fn missing(&self) -> Vec<Fact> {
        let carried = self.facts();
        match self.kind {
            Kind::Log => Vec::new(),
            Kind::Record | Kind::Canonical => CANONICAL.iter().map(|&(_, _, fact)| fact).filter(|&fact| !carried.has(fact)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_spreadsheet_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
        assert_eq!(address(27, 813), "AB813");
    }
}
