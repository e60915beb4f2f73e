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

/// Texts of some 800 bytes, as OCR words them: three of one kind each, one of another.
const TOLD: [&str; 2] = [
    "The covered entity (CE), Old Mill Clinic, reported that an employee was the victim of an email phishing scheme that affected the electronic protected health information (ePHI) of 2,764 individuals. ",
    "The covered entity (CE), Old Mill Clinic, reported that its business associate (BA) inadvertently mailed letters with the protected health information (PHI) of 2,764 individuals to the wrong recipients. ",
];
const REST: &str = "The PHI involved included names, addresses, dates of birth, Social Security numbers, clinical information and health insurance information. The CE notified HHS, affected individuals, and the media, and posted substitute notice on its website. In its mitigation efforts, the CE implemented additional administrative and technical safeguards to better protect its data, revised its policies and procedures, and retrained its staff on the proper methods of identifying fraudulent communications. OCR provided technical assistance to the CE and obtained assurances that the CE implemented the corrective actions noted above.";

fn told() -> String {
    TOLD[0].to_owned() + REST
}

#[divan::bench]
fn narrative_first_look(bencher: Bencher<'_, '_>) {
    let text = told();
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench(|| breachlint::narrative::scan(black_box(&text), breachlint::narrative::Voice::Ocr));
}

#[divan::bench]
fn narrative_sentences(bencher: Bencher<'_, '_>) {
    let text = told();
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| breachlint::narrative::read(black_box(&text)).sentences().len());
}

#[divan::bench(args = [0, 1])]
fn narrative_reading(bencher: Bencher<'_, '_>, which: usize) {
    let text = TOLD[which].to_owned() + REST;
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench(|| breachlint::narrative::read(black_box(&text)).reading(&text).kind().is_some());
}
