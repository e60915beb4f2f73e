//! Canonical cells as CSV, NDJSON or JSON. Columns have one order and one spelling, whatever the input was.

use std::sync::Arc;

use memchr::memchr_iter;

use super::cells::{Cells, american, yes_no};
use super::digits::Digits;
use super::fragments::Fragments;
use super::{Settings, To};
use crate::dataset::layout::{CANONICAL, Kind, PROVENANCE};
use crate::dataset::{self, Layout};
use crate::report::Fact;
use crate::report::terms::{Term, TermSet};

/// The nine fields of a record: canonical name, the portal's name, fact.
pub(super) const FIELDS: &[(&str, &str, Fact)] = &CANONICAL;
/// Letters of a record's id.
pub(super) const ID: usize = 16;

/// Where the cells of one input go.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// The cell of each field.
    pub(super) fields: Vec<Option<Column>>,
    /// The names of the columns that are passed through, of all inputs.
    pub(super) extras: Arc<[String]>,
    /// The cell of each of them.
    from: Vec<Option<usize>>,
    /// The cells that say which file and row a row came from, in canonical input.
    pub(super) provenance: Option<(usize, usize)>,
}

/// A cell of a record, and its header.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) index: usize,
    pub(super) name: String,
}

impl Columns {
    /// The columns of each of `layouts`, which are written to one output.
    pub(super) fn of<'l>(layouts: impl Iterator<Item = &'l Layout>, to: To) -> Vec<Self> {
        let layouts: Vec<&Layout> = layouts.collect();
        let mut names: Vec<String> = Vec::new();
        let others: Vec<Vec<(String, usize)>> = layouts.iter().map(|layout| others(layout, to)).collect();
        for (name, _) in others.iter().flatten() {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        let extras: Arc<[String]> = names.into();
        let of = |(layout, others): (&&Layout, &Vec<(String, usize)>)| Self {
            fields: FIELDS.iter().map(|&(_, _, fact)| field(layout, fact)).collect(),
            from: extras.iter().map(|name| others.iter().find(|(known, _)| known == name).map(|&(_, index)| index)).collect(),
            extras: Arc::clone(&extras),
            provenance: provenance(layout),
        };
        layouts.iter().zip(&others).map(of).collect()
    }
}

fn field(layout: &Layout, fact: Fact) -> Option<Column> {
    let named = |fact| layout.column(fact).map(|column| Column { index: column.index, name: column.name.clone() });
    named(fact).or_else(|| {
        let associate = layout.column(Fact::BaName).filter(|column| column.form == dataset::Form::AssociateName);
        named(Fact::BaName).filter(|_| fact == Fact::BaPresent && associate.is_some())
    })
}

/// Columns that no field of a record stands for, in the order of the file. A name that is taken gets `input_` in front, a second one a number behind.
fn others(layout: &Layout, to: To) -> Vec<(String, usize)> {
    let is_field = |fact| FIELDS.iter().any(|&(_, _, known)| known == fact);
    let recognised =
        layout.columns().iter().filter(|column| !is_field(column.fact)).map(|column| (column.place, column.index, &column.name));
    let unknown = layout.extra().iter().filter(|extra| extra.dropped.is_none()).map(|extra| (extra.place, extra.index, &extra.name));
    let mut all: Vec<(usize, usize, &String)> = recognised.chain(unknown).collect();
    all.sort_unstable();
    let mut named: Vec<(String, usize)> = Vec::new();
    for (_, index, name) in all {
        let mut name = if is_taken(name, to) { format!("input_{name}") } else { name.clone() };
        let first = name.len();
        for further in 2.. {
            if !named.iter().any(|(known, _)| *known == name) {
                break;
            }
            name.truncate(first);
            name.push_str(&format!("_{further}"));
        }
        named.push((name, index));
    }
    named
}

fn is_taken(name: &str, to: To) -> bool {
    FIELDS.iter().any(|(own, portal, _)| if to == To::Portal { *portal == name } else { *own == name })
        || (to != To::Portal && PROVENANCE.contains(&name))
}

fn provenance(layout: &Layout) -> Option<(usize, usize)> {
    let of = |name| layout.extra().iter().find(|extra| extra.name == name).map(|extra| extra.index);
    of(PROVENANCE[1]).zip(of(PROVENANCE[2])).filter(|_| layout.kind() == Kind::Canonical)
}

/// What stands in front of the rows.
pub(super) fn head(columns: &Columns, settings: &Settings, out: &mut Vec<u8>) {
    match settings.to {
        To::Ndjson => {}
        To::Json => out.push(b'['),
        To::Csv | To::Portal => {
            let portal = settings.to == To::Portal;
            let fields = FIELDS.iter().map(|&(own, theirs, _)| if portal { theirs } else { own });
            let [id, file, row] = PROVENANCE;
            let mut names: Vec<&str> = fields.collect();
            if !portal {
                names.insert(0, id);
                names.extend([file, row]);
            }
            names.extend(columns.extras.iter().map(String::as_str));
            for (index, name) in names.into_iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                csv_text(name, false, out);
            }
            out.push(b'\n');
        }
    }
}

/// What stands behind them.
pub(super) fn tail(to: To) -> &'static [u8] {
    if to == To::Json { b"\n]\n" } else { b"" }
}

/// Bytes of a row in front of its id; none where rows have no ids.
pub(super) fn id_at(to: To) -> Option<usize> {
    match to {
        To::Csv => Some(0),
        To::Portal => None,
        To::Ndjson => Some(b"{\"record_id\":\"".len()),
        To::Json => Some(b",\n{\"record_id\":\"".len()),
    }
}

/// Where a row came from.
#[derive(Debug, Clone, Copy)]
pub(super) enum From<'r> {
    /// From this input: its name, what `file_cell` makes of that, and the record.
    Here { file: &'r str, cell: &'r [u8], row: u64 },
    /// As the row says itself.
    Elsewhere { file: &'r str, row: &'r str },
}

/// The cell that names `file` for every row of it, and the comma behind it.
pub(super) fn file_cell(file: &str, settings: &Settings) -> Vec<u8> {
    let mut cell = Vec::new();
    csv_text(file, settings.for_spreadsheets, &mut cell);
    cell.push(b',');
    cell
}

/// Which bytes of a written row are its answers: what two rows must share to be one.
#[derive(Debug, Default, Clone)]
pub(super) struct Answers {
    pub(super) fields: std::ops::Range<usize>,
    pub(super) extras: std::ops::Range<usize>,
}

/// How rows of one input are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form<'c> {
    pub(super) columns: &'c Columns,
    pub(super) settings: &'c Settings,
}

/// Writes a row.
pub(super) fn row(
    id: &[u8; ID],
    cells: &Cells<'_>,
    from: From<'_>,
    values: &[&str],
    form: Form<'_>,
    fragments: &mut Fragments,
    out: &mut Vec<u8>,
) -> Answers {
    match form.settings.to {
        To::Csv | To::Portal => csv(id, cells, from, values, form, fragments, out),
        To::Ndjson => {
            let answers = json(id, cells, from, values, form.columns, fragments, out);
            out.push(b'\n');
            answers
        }
        To::Json => {
            out.extend_from_slice(b",\n");
            json(id, cells, from, values, form.columns, fragments, out)
        }
    }
}

fn csv(
    id: &[u8; ID],
    cells: &Cells<'_>,
    from: From<'_>,
    values: &[&str],
    Form { columns, settings }: Form<'_>,
    fragments: &mut Fragments,
    out: &mut Vec<u8>,
) -> Answers {
    let portal = settings.to == To::Portal;
    let people = settings.for_spreadsheets;
    if !portal {
        out.extend_from_slice(id);
        out.push(b',');
    }
    let start = out.len();
    // A name is one line.
    csv_cell(&cells.name, memchr::memchr2(b',', b'"', cells.name.as_bytes()).is_some(), people, out);
    fragments.write(entity(cells), out, |out| {
        out.push(b',');
        out.extend_from_slice(cells.state.map_or("", Term::label).as_bytes());
        out.push(b',');
        out.extend_from_slice(cells.kind.map_or("", Term::label).as_bytes());
        out.push(b',');
    });
    if let Some(count) = cells.count {
        out.extend_from_slice(Digits::default().of(count.unsigned_abs()));
    }
    out.push(b',');
    if let Some(day) = cells.iso() {
        if portal {
            out.extend_from_slice(&american(day));
        } else {
            out.extend_from_slice(day);
        }
    }
    fragments.write(breach(cells), out, |out| {
        out.push(b',');
        csv_terms(cells.types, out);
        out.push(b',');
        csv_terms(cells.locations, out);
        out.push(b',');
        out.extend_from_slice(cells.associate.map_or("", yes_no).as_bytes());
        out.push(b',');
    });
    match (&cells.text, cells.enclosed()) {
        // Quotes that are needed stand there already.
        (Some(text), Some(enclosed)) if !people && needs_quotes(text) => out.extend_from_slice(enclosed.as_bytes()),
        (Some(text), _) => csv_text(text, people, out),
        (None, _) => {}
    }
    let fields = start..out.len();
    if !portal {
        out.push(b',');
        match from {
            From::Here { cell, row, .. } => {
                out.extend_from_slice(cell);
                out.extend_from_slice(Digits::default().of(row));
            }
            From::Elsewhere { file, row } => {
                csv_text(file, people, out);
                out.push(b',');
                csv_text(row, people, out);
            }
        }
    }
    let start = out.len();
    for cell in &columns.from {
        out.push(b',');
        csv_text(cell.and_then(|index| values.get(index)).copied().unwrap_or_default(), people, out);
    }
    let extras = start..out.len();
    out.push(b'\n');
    Answers { fields, extras }
}

/// The number of all that a row says about who reports.
fn entity(cells: &Cells<'_>) -> u64 {
    let number = |index: Option<usize>| index.map_or(0, |index| index as u64 + 1);
    number(cells.state.map(Term::index)) << 8 | number(cells.kind.map(Term::index)) << 1 | 1
}

/// The number of all that a row says about the breach in terms, of which no list has thirty. None of them is the number of an entity.
fn breach(cells: &Cells<'_>) -> u64 {
    let types = cells.types.map_or(0, |types| u64::from(types.bits()) << 1 | 1);
    let locations = cells.locations.map_or(0, |locations| u64::from(locations.bits()) << 1 | 1);
    let associate = cells.associate.map_or(0, |answer| u64::from(answer) + 1);
    types << 40 | locations << 4 | associate << 1
}

fn csv_terms<T: Term>(set: Option<TermSet<T>>, out: &mut Vec<u8>) {
    let Some(set) = set else { return };
    let quote: &[u8] = if set.len() > 1 { b"\"" } else { b"" };
    out.extend_from_slice(quote);
    for (index, term) in set.iter().enumerate() {
        if index > 0 {
            out.extend_from_slice(b", ");
        }
        out.extend_from_slice(term.label().as_bytes());
    }
    out.extend_from_slice(quote);
}

/// A text as a cell: in quotes only where it must be. For people, what a spreadsheet would take for a formula is made text.
fn csv_text(text: &str, for_people: bool, out: &mut Vec<u8>) {
    csv_cell(text, needs_quotes(text), for_people, out);
}

/// The same for a text of which it is known whether it needs quotes.
fn csv_cell(text: &str, quoted: bool, for_people: bool, out: &mut Vec<u8>) {
    let formula = for_people && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let bytes = text.as_bytes();
    if quoted {
        out.push(b'"');
    }
    if formula {
        out.push(b'\'');
    }
    let mut done = 0;
    if quoted {
        for at in memchr_iter(b'"', bytes) {
            out.extend_from_slice(&bytes[done..=at]);
            done = at;
        }
    }
    out.extend_from_slice(&bytes[done..]);
    if quoted {
        out.push(b'"');
    }
}

/// Whether `text` stands in quotes as a cell.
fn needs_quotes(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3(b',', b'"', b'\n', bytes).is_some() || memchr::memchr(b'\r', bytes).is_some()
}

fn json(
    id: &[u8; ID],
    cells: &Cells<'_>,
    from: From<'_>,
    values: &[&str],
    columns: &Columns,
    fragments: &mut Fragments,
    out: &mut Vec<u8>,
) -> Answers {
    out.extend_from_slice(b"{\"record_id\":\"");
    out.extend_from_slice(id);
    let start = out.len();
    out.extend_from_slice(b"\",\"covered_entity\":");
    json_text(&cells.name, out);
    fragments.write(entity(cells), out, |out| {
        if let Some(state) = cells.state {
            out.extend_from_slice(b",\"state\":");
            json_text(state.label(), out);
        }
        if let Some(kind) = cells.kind {
            out.extend_from_slice(b",\"covered_entity_type\":");
            json_text(kind.label(), out);
        }
    });
    if let Some(count) = cells.count {
        out.extend_from_slice(b",\"individuals_affected\":");
        out.extend_from_slice(Digits::default().of(count.unsigned_abs()));
    }
    if let Some(day) = cells.iso() {
        out.extend_from_slice(b",\"submission_date\":\"");
        out.extend_from_slice(day);
        out.push(b'"');
    }
    fragments.write(breach(cells), out, |out| {
        json_terms(b",\"breach_type\":[", cells.types, out);
        json_terms(b",\"breach_location\":[", cells.locations, out);
        if let Some(answer) = cells.associate {
            out.extend_from_slice(b",\"business_associate_present\":");
            out.extend_from_slice(if answer { b"true" } else { b"false" });
        }
    });
    if let Some(text) = &cells.text {
        out.extend_from_slice(b",\"web_description\":");
        json_text(text, out);
    }
    let fields = start..out.len();
    out.extend_from_slice(b",\"source_file\":");
    let (From::Here { file, .. } | From::Elsewhere { file, .. }) = from;
    json_text(file, out);
    out.extend_from_slice(b",\"source_row\":");
    match from {
        From::Here { row, .. } => out.extend_from_slice(Digits::default().of(row)),
        // A row that came with its source is as its source says; only digits are a number.
        From::Elsewhere { row, .. }
            if (1..=18).contains(&row.len()) && !row.starts_with('0') && row.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            out.extend_from_slice(row.as_bytes());
        }
        From::Elsewhere { row, .. } => json_text(row, out),
    }
    let start = out.len();
    for (name, cell) in columns.extras.iter().zip(&columns.from) {
        if let Some(text) = cell.and_then(|index| values.get(index)).filter(|text| !text.is_empty()) {
            out.push(b',');
            json_text(name, out);
            out.push(b':');
            json_text(text, out);
        }
    }
    let extras = start..out.len();
    out.push(b'}');
    Answers { fields, extras }
}

fn json_terms<T: Term>(key: &[u8], set: Option<TermSet<T>>, out: &mut Vec<u8>) {
    let Some(set) = set else { return };
    out.extend_from_slice(key);
    for (index, term) in set.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        json_text(term.label(), out);
    }
    out.push(b']');
}

fn json_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    super::log::raw(text, out);
    out.push(b'"');
}
