//! Canaries: what stands in a masked answer, or looks like an identifier, comes out of no format and no message.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use breachlint::render::Format;
use breachlint::report::Fact;
use clap::ValueEnum;
use support::overlay::overlay;
use support::run::{base, folder, put, run};

/// Identifiers as people write them into free text.
const IDENTIFIERS: &[&str] = &["078-05-1120", "quetz@canary.example.org", "410-555-0177", "00451997", "12/24/1951", "987654321012"];

const TEXT: &str = "The file of the patient (SSN 078-05-1120, MRN 00451997, DOB 12/24/1951, member 987654321012) was sent to quetz@canary.example.org; \
                    call 410-555-0177.";

/// The canary of a masked fact: nothing in it looks like an identifier.
fn canary(fact: Fact) -> String {
    format!("Quetzal{}", fact.path().replace(['.', '_'], ""))
}

/// A patch that gives every masked fact an answer made from its canary. `rename` misspells keys.
fn patch(answer: &dyn Fn(&str) -> String, misspell: bool) -> String {
    let mut text = String::new();
    let mut open: Vec<&str> = Vec::new();
    for fact in Fact::ALL.iter().filter(|fact| !fact.shown()) {
        let path: Vec<&str> = fact.path().split('.').collect();
        let (key, sections) = path.split_last().expect("a key");
        let shared = open.iter().zip(sections).take_while(|(one, other)| one == other).count();
        open.truncate(shared);
        for section in &sections[shared..] {
            text.push_str(&format!("{}{section}:\n", "  ".repeat(open.len())));
            open.push(section);
        }
        let key = if misspell { format!("{}{}", &key[1..2], key.replacen(&key[1..2], "", 1)) } else { (*key).to_owned() };
        text.push_str(&format!("{}{key}: {}\n", "  ".repeat(open.len()), answer(&canary(*fact))));
    }
    text
}

/// Runs `check` in every format at once, `fix` and `normalize`, and gives everything that was said.
fn said(name: &str, draft: &str) -> Vec<(String, String)> {
    let scratch = folder();
    let path = put(scratch.path(), name, draft.as_bytes());
    let path = path.to_str().expect("a path");
    let out = |format: &str| scratch.path().join(format!("out-{format}")).display().to_string();
    let names: Vec<String> =
        Format::value_variants().iter().map(|format| format.to_possible_value().expect("a name").get_name().to_owned()).collect();
    let mut arguments = vec!["check".to_owned(), path.to_owned(), "--as-of=2026-03-01".to_owned(), "--min-severity=advice".to_owned()];
    arguments.extend(names.iter().map(|format| format!("--report={format}={}", out(format))));
    let report = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(report.code.is_some_and(|code| code < 2), "{}", report.err);
    let mut said = vec![("check".to_owned(), report.out), ("messages of check".to_owned(), report.err)];
    said.extend(names.iter().map(|format| (format.clone(), std::fs::read_to_string(out(format)).expect("a report"))));
    said.push(("messages of normalize".to_owned(), run(&["normalize", path, "-o", &out("canonical"), "--as-of", "2026-03-01"]).err));
    said.push(("messages of fix".to_owned(), run(&["fix", path, "--unsafe-fixes", "--as-of", "2026-03-01"]).err));
    said
}

fn silent_about(what: &str, canaries: &[String], said: &[(String, String)]) {
    for (where_, text) in said {
        for canary in canaries {
            assert!(!text.contains(canary.as_str()), "{where_} shows {canary} of {what}:\n{text}");
        }
    }
}

/// A name, and how it writes a canary.
type Shape = (&'static str, &'static dyn Fn(&str) -> String);

#[test]
fn no_masked_answer_is_shown_however_it_is_written() {
    let canaries: Vec<String> = Fact::ALL.iter().filter(|fact| !fact.shown()).map(|&fact| canary(fact)).collect();
    assert!(canaries.len() >= 10, "{canaries:?}");
    let shapes: &[Shape] = &[
        ("plain", &|canary| canary.to_owned()),
        ("padded", &|canary| format!("'  {canary}  {canary} '")),
        ("with a control character", &|canary| format!("\"{canary}\\u0007\"")),
        ("as an address", &|canary| format!("{canary}@{canary}.example.org")),
        ("as a list", &|canary| format!("[{canary}, 1]")),
        ("as a section", &|canary| format!("{{first: {canary}}}")),
        ("as a marker", &|canary| format!("'TBD {canary}'")),
        ("decomposed", &|canary| format!("\"{canary}e\\u0301\"")),
    ];
    let mut shown = 0;
    for (what, shape) in shapes {
        for misspell in [false, true] {
            let draft = overlay(&base("delay"), &patch(*shape, misspell));
            assert!(canaries.iter().all(|canary| draft.contains(canary.as_str())), "the canaries are in the draft");
            silent_about(what, &canaries, &said("draft.yaml", &draft));
            shown += 1;
        }
    }
    assert_eq!(shown, shapes.len() * 2);
}

#[test]
fn no_masked_answer_is_shown_through_layout_or_another_place() {
    let full = base("full");
    let line = full.lines().find(|line| line.contains("first_name: ")).expect("a first name");
    let with = |lines: &str| full.replace(line, lines);
    let drafts = [
        with("    first_name:\n      - Quetzalina\n      - again: Quetzalina\n        more:\n          - Quetzalina"),
        with("    first_name: Quetzalina\n    first_name: Quetzalina"),
        with("    first_name: >-\n      Quetzalina  the\n\n      second"),
        with("    first_name: &who Quetzalina").replace("type: Hacking/IT Incident", "type: Hacking/IT Incident\n  location_other: *who"),
        with("    first_name: *who").replace("type: Hacking/IT Incident", "type: Hacking/IT Incident\n  location_other: &who Quetzalina"),
        with("    <<: {first_name: Quetzalina, last_name: ' Quetzalina '}"),
        with("    first_name: !!int Quetzalina"),
        full[..full.find(line).expect("the line")].to_owned() + "    first_name: \"Quetzalina\n",
    ];
    for draft in &drafts {
        silent_about(draft, &["Quetzalina".to_owned()], &said("draft.yaml", draft));
    }
    let json =
        r#"{"covered_entity": {"contact": {"first_name": "Quetzalina", "last_name": ["Quetzalina"], "first_name": {"x": "Quetzalina"}}}}"#;
    silent_about("JSON", &["Quetzalina".to_owned()], &said("draft.json", json));
    silent_about("JSON cut short", &["Quetzalina".to_owned()], &said("draft.json", &json[..json.len() - 4]));
}

#[test]
fn no_identifier_in_free_text_is_shown() {
    let identifiers: Vec<String> = IDENTIFIERS.iter().map(|&identifier| identifier.to_owned()).collect();
    let places = [
        format!("breach: {{description: \"{TEXT}\"}}"),
        format!("breach: {{location_other: \"{TEXT}\", type: \"{TEXT}\"}}"),
        format!("covered_entity: {{name: \"  {TEXT}\"}}"),
        format!("covered_entity: {{city: \"{TEXT}\", zip: \"078-05-1120\"}}"),
        "breach: {individuals_affected: 078-05-1120, start_date: 078-05-1120}".to_owned(),
        format!("notice: {{actions: [\"{TEXT}\"], actions_other: \"{TEXT}\"}}"),
    ];
    for place in &places {
        silent_about(place, &identifiers, &said("draft.yaml", &overlay(&base("full"), place)));
    }
    let commented = format!("# {TEXT}\n{}\n# {TEXT}", base("full").replace("type: Hacking/IT Incident", "type: Cyberattack"));
    silent_about("a comment", &identifiers, &said("draft.yaml", &commented));
    let broken = format!("breach:\n  description: \"{TEXT}\n");
    silent_about("a broken file", &identifiers, &said("draft.yaml", &broken));
}

#[test]
fn no_identifier_in_a_row_is_shown() {
    let header = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/datasets/export.csv")).expect("the export");
    let header = header.lines().next().expect("a header");
    let identifiers: Vec<String> = IDENTIFIERS.iter().map(|&identifier| identifier.to_owned()).collect();
    let row = format!("\"{TEXT}  \",MD,\"{TEXT}\",078-05-1120,078-05-1120,\"{TEXT}\",\"{TEXT}\",\"{TEXT}\",\"{TEXT}\"\n");
    silent_about("a row", &identifiers, &said("rows.csv", &format!("{header}\n{row}{row}")));
}

#[test]
fn values_are_shown_where_they_are_asked_for() {
    let scratch = folder();
    let draft = overlay(
        &base("full"),
        &format!("breach: {{type: 'x', description: \"{TEXT}\"}}\ncovered_entity: {{contact: {{first_name: ' Quetzalina '}}}}"),
    );
    let path = put(scratch.path(), "draft.yaml", draft.as_bytes());
    for format in ["text", "html"] {
        let show = |more: &[&str]| {
            let arguments = [&["check", path.to_str().expect("a path"), "--min-severity", "advice", "--format", format][..], more].concat();
            run(&arguments).out
        };
        assert!(show(&["--show-values"]).contains("Quetzalina"), "{format}");
        assert!(!show(&[]).contains("Quetzalina"), "{format}");
    }
}
