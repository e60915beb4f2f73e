//! The reports of one draft file among each other, compared as the rows of a dataset are. Knows no rule.

use std::collections::HashMap;

use super::{ReportOutcome, in_order};
use crate::across::{Across, Places, Said};
use crate::document::Document;
use crate::report::digest::{Digest, Digests, Spot};
use crate::report::{Fact, Report};
use crate::rules::Engine;
use crate::source::{At, Locate, Place};

/// The facts at which rules across rows place their findings.
const FACTS: [Fact; 3] = [Fact::EntityName, Fact::Individuals, Fact::DiscoveryStart];

/// What is kept of the reports of a file.
#[derive(Default)]
pub(super) struct Among {
    digests: Digests,
    /// Where the facts stand that rules across rows point at.
    places: HashMap<(u32, Fact), At>,
}

impl Among {
    /// Takes report `number`, from 1.
    pub(super) fn take(&mut self, number: usize, report: &Report<'_>) {
        let breach = &report.breach;
        let handles = [report.entity.name.at(), breach.individuals_affected.at(), breach.discovery_start_date.at()];
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        self.places.extend(handles.into_iter().zip(FACTS).map(|(at, fact)| ((number, fact), at)));
        self.digests.read(report, number.into(), Spot::default(), false);
    }

    /// Adds what is found between the reports to them, and gives what other files' reports are compared by.
    pub(super) fn finish(self, document: &Document<'_>, engine: &Engine, reports: &mut [ReportOutcome]) -> Digests {
        if reports.len() > 1 {
            let mut across = Across::new(None).called("report");
            across.begin(engine);
            let places = DraftPlaces { document, places: &self.places };
            let mut add = |number: u64, said: Said| {
                let index = usize::try_from(number).unwrap_or(0).saturating_sub(1);
                if let (Some(report), Said::Words(located)) = (reports.get_mut(index), said) {
                    report.findings.push(*located);
                }
            };
            // Nothing is written to disk that could fail.
            let _ = across.take(&self.digests).and_then(|()| across.finish(document.source().name(), &places, None, &mut add));
            for report in reports {
                in_order(&mut report.findings);
                report.verdict.recount(&report.findings, &report.set_aside);
            }
        }
        self.digests
    }
}

struct DraftPlaces<'d, 'p> {
    document: &'d Document<'d>,
    places: &'p HashMap<(u32, Fact), At>,
}

impl Places for DraftPlaces<'_, '_> {
    fn at(&self, row: &Digest, fact: Fact) -> At {
        self.places.get(&(row.row(), fact)).copied().unwrap_or(At::value(0))
    }

    fn place(&self, row: &Digest, fact: Fact) -> Place {
        self.document.place(self.at(row, fact))
    }

    fn whole(&self) -> Place {
        self.document.place(At::value(0))
    }
}
