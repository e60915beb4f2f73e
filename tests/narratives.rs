//! The labelled narratives of `fixtures/narratives`: what is read in them, and which findings they give. All of them are invented.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

use breachlint::finding::Sink;
use breachlint::narrative;
use breachlint::report::terms::{BreachType, Location, Term, TermSet};
use breachlint::report::{Fact, FactSet, Field, Report};
use breachlint::rules::{Engine, SourceKind};
use breachlint::source::At;

#[derive(Debug, serde::Deserialize)]
struct Labelled {
    id: String,
    label: String,
    filed: Filed,
    reads_as: ReadsAs,
    #[serde(default)]
    codes: Vec<String>,
    text: String,
}

#[derive(Debug, serde::Deserialize)]
struct Filed {
    #[serde(rename = "type")]
    kind: String,
    location: Vec<String>,
}

#[derive(Debug, serde::Deserialize)]
struct ReadsAs {
    #[serde(rename = "type")]
    kind: Option<String>,
    location: Option<String>,
}

fn labelled() -> Vec<Labelled> {
    let mut all = Vec::new();
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/narratives")).expect("fixtures/narratives").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a file of narratives");
        let some: Vec<Labelled> = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.path().display()));
        all.extend(some);
    }
    assert!(all.len() >= 150, "{} narratives", all.len());
    all
}

/// The findings of the narrative rules on a draft that holds the text, the type and the locations.
fn codes(narrative: &Labelled, engine: &Engine, fact: Fact) -> Vec<&'static str> {
    let mut report = Report::not_carried(At::value(0));
    let kind = BreachType::read(&narrative.filed.kind).term().expect("a type of the form");
    let mut locations = TermSet::default();
    for (index, label) in narrative.filed.location.iter().enumerate() {
        locations.insert(Location::read(label).term().expect("a location of the form"), index);
    }
    report.breach.breach_type = Field::new(Fact::BreachType, At::value(1), Ok(TermSet::of(kind)));
    report.breach.location = Field::new(Fact::Location, At::value(2), Ok(locations));
    let text = Field::new(fact, At::value(3), Ok(narrative.text.as_str()));
    if fact == Fact::Description {
        report.breach.description = text;
    } else {
        report.breach.ocr_narrative = text;
    }
    report.filing.submitted_on = Field::new(Fact::SubmittedOn, At::value(4), Ok("2024-06-01".parse().expect("a date")));
    let mut sink = Sink::default();
    engine.run(&report, &mut sink);
    engine.findings(&mut sink).iter().map(|finding| finding.code).filter(|code| code.starts_with("BR5")).collect()
}

fn engine(fact: Fact, source: SourceKind) -> Engine {
    let facts = FactSet::of(&[Fact::BreachType, Fact::Location, fact, Fact::SubmittedOn]);
    Engine::new(facts, "2026-03-01".parse().expect("a date"), source)
}

#[test]
fn what_is_read_agrees_with_the_labels() {
    let (mut kinds, mut kinds_right, mut places, mut places_right) = (0, 0, 0, 0);
    for narrative in labelled() {
        let read = narrative::read(&narrative.text);
        let reading = read.reading(&narrative.text);
        if let Some(kind) = reading.kind() {
            kinds += 1;
            kinds_right += usize::from(narrative.reads_as.kind.as_deref() == Some(kind.label()));
        }
        if let Some(place) = reading.place() {
            places += 1;
            places_right += usize::from(narrative.reads_as.location.as_deref() == Some(place.label()));
        }
    }
    // Where the label says that the text does not decide, to commit is wrong.
    assert!(kinds_right * 100 >= kinds * 95, "type: {kinds_right} of {kinds}");
    assert!(places_right * 100 >= places * 90, "location: {places_right} of {places}");
    assert!(kinds > 120 && places > 100, "the reading commits: {kinds} types, {places} locations");
}

#[test]
fn consistent_narratives_give_no_finding_and_contradictions_do() {
    let engine = engine(Fact::Description, SourceKind::Draft);
    let own: Vec<&str> = engine.rules().iter().map(|rule| rule.code).collect();
    let (mut faults, mut missed, mut labelled_codes) = (Vec::new(), Vec::new(), 0);
    for narrative in labelled() {
        let found = codes(&narrative, &engine, Fact::Description);
        if narrative.label == "consistent" && !found.is_empty() {
            faults.push(format!("{} is consistent and gives {found:?}", narrative.id));
        }
        for wanted in narrative.codes.iter().filter(|code| own.contains(&code.as_str())) {
            labelled_codes += 1;
            if !found.contains(&wanted.as_str()) {
                missed.push(format!("{} does not give {wanted} but {found:?}: {}", narrative.id, narrative.text));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
    // A finding that is missed costs less than one that is wrong; few may be.
    assert!(missed.len() * 20 <= labelled_codes, "{} of {labelled_codes} are missed\n{}", missed.len(), missed.join("\n"));
}

/// OCR's narratives are read closely only where the first look finds a reason; what filers write always is. The first look knows OCR's words;
/// even on filers' words it must lose little.
#[test]
fn the_first_look_loses_little() {
    let (drafts, rows) = (engine(Fact::Description, SourceKind::Draft), engine(Fact::OcrNarrative, SourceKind::Record));
    let (mut told, mut lost) = (0, Vec::new());
    for narrative in labelled() {
        let (draft, row) = (codes(&narrative, &drafts, Fact::Description), codes(&narrative, &rows, Fact::OcrNarrative));
        told += draft.len();
        if draft != row {
            lost.push(format!("{}: {draft:?} as a draft, {row:?} as a row", narrative.id));
        }
    }
    assert!(told > 40, "{told} findings were compared");
    assert!(lost.len() * 8 <= told, "{}", lost.join("\n"));
}
