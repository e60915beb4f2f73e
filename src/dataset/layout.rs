//! Which column holds which fact, by the header.

use crate::finding::{Detail, Fault, nearest};
use crate::report::Fact;
use crate::source::At;

/// The portal's header, in its order.
const PORTAL: [(&str, Fact); 9] = [
    ("Name of Covered Entity", Fact::EntityName),
    ("State", Fact::EntityState),
    ("Covered Entity Type", Fact::EntityType),
    ("Individuals Affected", Fact::Individuals),
    ("Breach Submission Date", Fact::SubmittedOn),
    ("Type of Breach", Fact::BreachType),
    ("Location of Breached Information", Fact::Location),
    ("Business Associate Present", Fact::BaPresent),
    ("Web Description", Fact::OcrNarrative),
];

/// One recognised column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place in a row, from 0.
    pub index: usize,
    /// Its header.
    pub name: String,
    /// What it holds.
    pub fact: Fact,
}

impl Column {
    /// The handle of its cells.
    pub(super) fn at(&self) -> At {
        At::value(u32::try_from(self.index).unwrap_or(u32::MAX))
    }
}

/// The columns of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    columns: Vec<Column>,
}

impl Layout {
    /// Recognises the portal's header. Columns may stand in any order and others may stand between them.
    pub(super) fn read(header: &[&str]) -> Result<Self, Box<Fault>> {
        let mut columns: Vec<Column> = Vec::new();
        for (index, &cell) in header.iter().enumerate() {
            let name = cell.trim();
            let Some(&(_, fact)) = PORTAL.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) else { continue };
            if let Some(first) = columns.iter().find(|column| column.fact == fact) {
                return Err(refused(
                    format!("columns {} and {} are both headed \"{}\"", first.index + 1, index + 1, first.name),
                    "Remove the column that is not the report's own, or rename it.".to_owned(),
                ));
            }
            columns.push(Column { index, name: name.to_owned(), fact });
        }
        let missing: Vec<&str> =
            PORTAL.iter().filter(|(_, fact)| columns.iter().all(|column| column.fact != *fact)).map(|&(name, _)| name).collect();
        if missing.is_empty() {
            return Ok(Self { columns });
        }
        if columns.is_empty() {
            let what = "the header names none of the portal's columns: this is no breach dataset".to_owned();
            return Err(refused(what, format!("The portal's header is: {}.", PORTAL.map(|(name, _)| name).join(", "))));
        }
        let near: Vec<String> = missing
            .iter()
            .filter_map(|&name| {
                let unknown = header.iter().filter(|cell| columns.iter().all(|column| column.name != cell.trim()));
                nearest(name, unknown.copied()).map(|found| format!("\"{}\" may be meant by \"{name}\"", found.trim()))
            })
            .collect();
        let help = if near.is_empty() {
            "Export the list from the portal again, with all its columns.".to_owned()
        } else {
            format!("{}.", near.join("; "))
        };
        Err(refused(format!("no column is headed {}", missing.map_quoted()), help))
    }

    /// The column that holds `fact`.
    pub fn column(&self, fact: Fact) -> Option<&Column> {
        self.columns.iter().find(|column| column.fact == fact)
    }

    /// The recognised columns, in the file's order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }
}

trait MapQuoted {
    fn map_quoted(&self) -> String;
}

impl MapQuoted for Vec<&str> {
    fn map_quoted(&self) -> String {
        self.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
    }
}

fn refused(what: String, help: String) -> Box<Fault> {
    Box::new(Fault::new("BR019", At::file(0, 0), Detail::Broken { what, help, broke: None }))
}
