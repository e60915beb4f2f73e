//! The canonical cells of one row after another, for comparing rows as texts. What cannot be read stands as it was written.

use csv::{ByteRecord, ReaderBuilder};

use super::{Layout, row};
use crate::finding::{Detail, Fault};
use crate::report::terms::TermSet;
use crate::report::{Fact, Field, name};
use crate::source::{At, Source};

/// The canonical columns, in their order.
pub const COLUMNS: [(&str, Fact); 9] = [
    ("covered_entity", Fact::EntityName),
    ("state", Fact::EntityState),
    ("covered_entity_type", Fact::EntityType),
    ("individuals_affected", Fact::Individuals),
    ("submission_date", Fact::SubmittedOn),
    ("breach_type", Fact::BreachType),
    ("breach_location", Fact::Location),
    ("business_associate_present", Fact::BaPresent),
    ("web_description", Fact::OcrNarrative),
];

/// The cells of one row in the order of [`COLUMNS`]; empty where nothing stands.
pub type Cells = [String; COLUMNS.len()];

/// Gives each row's number, from 1, and its cells to `visit`, and how many rows there were. Fails with what is wrong with the header.
pub fn each_record(source: &Source, visit: &mut dyn FnMut(u32, &Cells)) -> Result<u64, Box<Fault>> {
    let text = source.text().trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut next = || reader.read_byte_record(&mut record).unwrap_or(false).then(|| record.clone());
    let header = next().ok_or_else(|| Box::new(Fault::new("BR020", At::file(0, 0), Detail::None)))?;
    let layout = Layout::read(&super::cells(&header))?;
    let mut rows = 0;
    while let Some(record) = next() {
        rows += 1;
        visit(u32::try_from(rows).unwrap_or(u32::MAX), &canonical(&layout, &super::cells(&record)));
    }
    Ok(rows)
}

fn canonical(layout: &Layout, values: &[&str]) -> Cells {
    let (report, _) = row::read(layout, values);
    let (entity, breach) = (&report.entity, &report.breach);
    let raw = |fact: Fact| {
        let column = layout.column(fact).map_or(usize::MAX, |column| column.index);
        values.get(column).copied().unwrap_or_default().trim().to_owned()
    };
    let read = |text: Option<String>, gone: bool, fact: Fact| text.unwrap_or_else(|| if gone { String::new() } else { raw(fact) });
    let text = |field: &Field<&str>| field.get().map(name::tidy);
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
