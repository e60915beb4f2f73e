//! The stages inside the process: `cargo bench`.
#![allow(missing_docs, reason = "a benchmark has no readers of its documentation")]

use breachlint::check::{self, Settings};
use breachlint::document::{Document, Syntax};
use breachlint::source::Source;
use chrono::NaiveDate;
use divan::{Bencher, black_box};

const FULL: &str = include_str!("../fixtures/base/full.yaml");
const BAD: &str = include_str!("../fixtures/reports/bad-phishing.yaml");

fn main() {
    divan::main();
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap_or_default()
}

fn source(text: &str) -> Source {
    Source::decode("draft.yaml", text.as_bytes().to_vec())
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let source = source(FULL);
    bencher.bench(|| Document::read(black_box(&source), Syntax::Yaml).roots().len());
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let source = source(FULL);
    let document = Document::read(&source, Syntax::Yaml);
    bencher.bench(|| breachlint::report::read(black_box(&document), document.roots()[0]).misshapen);
}

#[divan::bench]
fn check_good(bencher: Bencher<'_, '_>) {
    let (engine, settings) = (check::draft_engine(as_of()), Settings { as_of: as_of() });
    bencher.with_inputs(|| source(FULL)).bench_values(|source| check::check(source, &engine, &settings).reports.len());
}

#[divan::bench]
fn check_bad(bencher: Bencher<'_, '_>) {
    let (engine, settings) = (check::draft_engine(as_of()), Settings { as_of: as_of() });
    bencher.with_inputs(|| source(BAD)).bench_values(|source| check::check(source, &engine, &settings).reports.len());
}

#[divan::bench]
fn normalize(bencher: Bencher<'_, '_>) {
    bencher.bench(|| breachlint::normalize::normalize("draft.yaml", black_box(FULL), as_of(), Syntax::Yaml).is_ok());
}

#[divan::bench]
fn rows(bencher: Bencher<'_, '_>) {
    let header = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description\n";
    let row = "Old Mill Clinic,MD,Healthcare Provider,1204,02/03/2020,Hacking/IT Incident,\"Email, Network Server\",No,\"A text, with a comma.\"\n";
    let source = Source::decode("rows.csv", (header.to_owned() + &row.repeat(1000)).into_bytes());
    let engine = breachlint::dataset::engine(as_of());
    bencher.bench(|| breachlint::dataset::check(black_box(&source), &engine, &mut |_, _| {}).read);
}
