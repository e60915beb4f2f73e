//! Rows of an input to observations: in canonical form first, on every core, in the order of the input.

use chrono::Datelike;

use super::observation::{bit, bits};
use super::{Observation, READ_SINCE};
use crate::dataset::read::Input;
use crate::dataset::{Broken, Failure, Held, Layout, Pace, Row, Visitor, visit};
use crate::narrative;
use crate::normalize::rows::{Cells, cells, identity};
use crate::report::name::NameFolder;
use crate::report::terms::{Location, TermSet};

/// The reports of `input`, and how many of its rows cannot be counted. Rows are read as `normalize` reads them: what it rejects, and what has no
/// readable day of submission, is not counted.
pub fn gather(input: Input, pace: Pace) -> Result<(Vec<Observation>, u64), Failure> {
    // No rule is asked: `check` speaks about rows, and `trends` counts them.
    let (mut reports, mut not_counted) = (Vec::new(), 0);
    visit(input, None, pace, &|layout| Gatherer { layout: layout.clone(), folder: NameFolder::default() }, &mut |visits| {
        reports.append(&mut visits.out.reports);
        not_counted += visits.out.not_counted;
        Ok(())
    })?;
    Ok((reports, not_counted))
}

/// What was gathered of one block.
#[derive(Debug, Default)]
struct Block {
    reports: Vec<Observation>,
    not_counted: u64,
}

struct Gatherer {
    layout: Layout,
    folder: NameFolder,
}

impl Visitor for Gatherer {
    type Out = Block;

    fn begin(&mut self, out: &mut Block) {
        out.reports.clear();
        out.not_counted = 0;
    }

    fn row(&mut self, row: Row<'_, '_>, out: &mut Block) {
        match cells(&row, &self.layout).ok().and_then(|cells| self.observation(&cells)) {
            Some(report) => out.reports.push(report),
            None => out.not_counted += 1,
        }
    }

    fn broken(&mut self, broken: Broken<'_>, out: &mut Block) {
        out.not_counted += u64::from(!matches!(broken.held, Held::Overlong { first: false, .. }));
    }
}

impl Gatherer {
    fn observation(&mut self, cells: &Cells<'_>) -> Option<Observation> {
        let mut report = Observation::on(cells.date?).with_individuals(cells.count);
        report.id = identity(&mut self.folder, cells, None);
        report.types = cells.types.map_or(0, bits);
        report.places = cells.locations.map_or(0, bits);
        report.entity = cells.kind;
        report.state = cells.state;
        report.associate = cells.associate;
        if let Some(text) = &cells.text {
            report.described = true;
            // Descriptions of earlier reports do not move them.
            if report.day.year() >= READ_SINCE {
                read(text, cells.locations, &mut report);
            }
        }
        Some(report)
    }
}

/// What the description supports. About the location it is silent where it names one of those that were filed, or where `Other` may be what it names:
/// then the filer chose among several, and nothing contradicts.
fn read(text: &str, filed: Option<TermSet<Location>>, report: &mut Observation) {
    let narrative = narrative::read(text);
    let reading = narrative.reading(text);
    report.read_type = reading.kind();
    let Some(place) = reading.place().filter(|&place| reading.named(place).is_some()) else { return };
    let filed = filed.unwrap_or_default();
    let agrees = report.places & bit(place) != 0;
    let chosen = filed.has(Location::Other) || filed.iter().any(|location| reading.named(location).is_some());
    report.read_place = (agrees || !chosen).then_some(place);
}
