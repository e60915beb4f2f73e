//! Properties over generated input: any bytes are survived, every place is real, the typed reading and the schema agree, fixing and normalizing settle.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use breachlint::check::{self, Settings};
use breachlint::document::{Document, Syntax};
use breachlint::finding::{Safety, Severity};
use breachlint::pairing;
use breachlint::render::{Format, Options, Totals, renderer};
use breachlint::report::clock::Duty;
use breachlint::source::{Lines, Source};
use clap::ValueEnum;
use proptest::prelude::*;
use support::example::day;

fn checked(name: &str, bytes: Vec<u8>) -> check::FileOutcome {
    let as_of = day("2026-03-01");
    check::check(Source::decode(name, bytes), &check::draft_engine(as_of), &Settings { as_of })
}

/// Every finding's span lies in the text, and its line and column lead back to its first byte.
fn places_are_real(outcome: &check::FileOutcome) -> Result<(), TestCaseError> {
    let text = outcome.source.text();
    let lines = Lines::new(text);
    for located in outcome.reports.iter().flat_map(|report| &report.findings) {
        for place in std::iter::once(&located.place).chain(&located.label_places) {
            let range = place.span.range();
            prop_assert!(range.end <= text.len() && text.is_char_boundary(range.start) && text.is_char_boundary(range.end), "{:?}", place);
            let line = lines.line(text, place.start.line);
            let start = line.as_ptr().addr() - text.as_ptr().addr();
            // A byte order mark at the start of the text takes no column.
            let marked = start == 0 && text.starts_with('\u{feff}');
            let (line, skipped) = if marked { (&line[3..], 3) } else { (line, 0) };
            let within: usize = line.chars().take(place.start.column as usize - 1).map(char::len_utf8).sum();
            // A place inside a line break has no column of its own.
            prop_assert!(start + skipped + within == range.start || text[..range.start].ends_with('\r') || range.start == 0, "{:?}", place);
        }
    }
    Ok(())
}

fn base(name: &str) -> String {
    std::fs::read_to_string(format!("{}/fixtures/base/{name}.yaml", env!("CARGO_MANIFEST_DIR"))).expect("a base report")
}

/// `outcome` in every format.
fn rendered(outcome: &check::FileOutcome) -> Vec<(Format, String)> {
    let options = Options {
        as_of: day("2026-03-01"),
        min_severity: Severity::Advice,
        fail_on: Some(Severity::Error),
        show_values: false,
        colour: false,
        narrated: false,
        width: 100,
    };
    let render = |&format: &Format| {
        let mut out = Vec::new();
        let mut renderer = renderer(format, options, &mut out);
        renderer.draft(outcome).and_then(|()| renderer.end(&Totals::default())).expect("memory takes everything");
        drop(renderer);
        (format, String::from_utf8(out).expect("UTF-8"))
    };
    Format::value_variants().iter().map(render).collect()
}

const BASES: [&str; 9] = ["full", "small", "plan", "associate", "for_associate", "addendum", "delay", "part2", "old"];

/// What may stand in place of a value.
const VALUES: [&str; 40] = [
    "0501",
    "'0501'",
    "1,234",
    "\"1,234\"",
    "59.381",
    "-3",
    "12.0",
    "12.5",
    "1e3",
    "500",
    "501",
    "499",
    "yes",
    "no",
    "Yes",
    "NO",
    "on",
    "true",
    "false",
    "~",
    "",
    "TBD",
    "N/A",
    "2026-02-30",
    "02/28/2026",
    "03/04/2026",
    "2026-01-20",
    "2026-01-20T10:00",
    "[]",
    "[a, b]",
    "{a: b}",
    "Theft",
    "Theft, Loss",
    "Cyberattack",
    "E-mail",
    "MD",
    "Maryland",
    "02134",
    "\u{a0}x\u{200b}",
    "99999999999999999999",
];

/// How many cases each property gets; PROPTEST_CASES asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(300)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400), json in any::<bool>()) {
        places_are_real(&checked(if json { "x.json" } else { "x.yaml" }, bytes))?;
    }

    #[test]
    fn any_text_of_yaml_marks_is_survived(text in "[-a-c:{}\\[\\],&*!|>'\"%@#?<~ \n\r\t0-9\u{e9}\u{feff}]{0,120}") {
        places_are_real(&checked("x.yaml", text.clone().into_bytes()))?;
        places_are_real(&checked("x.json", text.into_bytes()))?;
    }

    #[test]
    fn a_damaged_report_is_survived(which in 0usize..9, cut in 0usize..3000, byte in any::<u8>(), truncate in any::<bool>()) {
        let mut bytes = base(BASES[which]).into_bytes();
        let cut = cut % bytes.len();
        if truncate { bytes.truncate(cut) } else { bytes[cut] = byte }
        places_are_real(&checked("x.yaml", bytes))?;
    }

    /// The schema is the oracle of the typed reading: both see a misshapen report, or neither does.
    #[test]
    fn typed_reading_and_schema_agree(which in 0usize..9, changes in proptest::collection::vec((0usize..200, 0usize..VALUES.len(), 0u8..4), 1..4)) {
        let text = mutated(&base(BASES[which]), &changes);
        let source = Source::decode("x.yaml", text.clone().into_bytes());
        let document = Document::read(&source, Syntax::Yaml);
        prop_assume!(document.faults().iter().all(|fault| fault.code != "BR001"));
        for &root in document.roots() {
            let reading = breachlint::report::read(&document, root);
            let valid = breachlint::schema::is_valid(&document, root.node);
            prop_assert_eq!(!reading.misshapen, valid, "{}\n{:?}", text, reading.faults);
        }
    }

    #[test]
    fn fixing_settles(which in 0usize..9, changes in proptest::collection::vec((0usize..200, 0usize..VALUES.len(), 0u8..4), 1..4)) {
        let text = mutated(&base(BASES[which]), &changes);
        let once = breachlint::fix::fix("x.yaml", &text, day("2026-03-01"), Safety::Unsafe);
        let twice = breachlint::fix::fix("x.yaml", &once.text, day("2026-03-01"), Safety::Unsafe);
        prop_assert_eq!(&twice.text, &once.text);
    }

    /// Whatever is fixed, a duty that was known stays the same duty, and as late or not as it was.
    #[test]
    fn fixing_crosses_no_line(which in 0usize..9, changes in proptest::collection::vec((0usize..200, 0usize..VALUES.len(), 0u8..4), 1..4)) {
        let text = mutated(&base(BASES[which]), &changes);
        let as_of = day("2026-03-01");
        let fixed = breachlint::fix::fix("x.yaml", &text, as_of, Safety::Unsafe);
        let told = |text: &str| -> Vec<(Duty, bool)> {
            let outcome = checked("x.yaml", text.as_bytes().to_vec());
            let deadlines = outcome.reports.iter().flat_map(|report| &report.deadlines);
            let ours = deadlines.filter(|deadline| matches!(deadline.duty, Duty::Secretary | Duty::SecretaryLog));
            ours.map(|deadline| (deadline.duty, deadline.due < as_of)).collect()
        };
        let (before, after) = (told(&text), told(&fixed.text));
        prop_assert!(before.is_empty() || before.len() != after.len() || before == after, "{:?}\n{:?}\n{:?}", before, after, fixed.done);
    }

    #[test]
    fn every_format_survives_a_damaged_report(which in 0usize..9, cut in 0usize..3000, bytes in proptest::collection::vec(any::<u8>(), 1..6), truncate in any::<bool>()) {
        let mut text = base(BASES[which]).into_bytes();
        let cut = cut % text.len();
        if truncate { text.truncate(cut) }
        text.splice(cut..cut, bytes);
        for out in rendered(&checked("x.yaml", text)) {
            match out {
                (Format::Json | Format::Sarif | Format::Gitlab, text) => prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{}", text),
                (Format::Junit, text) => prop_assert!(roxmltree::Document::parse(&text).is_ok(), "{}", text),
                (Format::Ndjson, text) => prop_assert!(text.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{}", text),
                (Format::Html, text) => prop_assert!(text.ends_with("</html>\n"), "{}", text),
                (Format::Github, text) => prop_assert!(text.lines().all(|line| !line.starts_with("::") || line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice ")), "{}", text),
                (_, text) => prop_assert!(!text.contains('\u{1b}') && !text.contains('\u{7}'), "{}", text),
            }
        }
    }

    /// A comment for breachlint may stand anywhere, even where it breaks the file; what must be fixed stays to be fixed.
    #[test]
    fn a_comment_anywhere_hides_no_error(which in 0usize..9, changes in proptest::collection::vec((0usize..200, 0usize..VALUES.len(), 0u8..4), 0..3), at in 0usize..3000, comment in "\n? ?#? ?breachlint: ?(ignore|ignore-file|x)?\\[?(BR[0-9]{3},?){0,3}\\]?( until=202[67]-0[1-9]-[0-3][0-9])?( -- r)?\n?") {
        let text = mutated(&base(BASES[which]), &changes);
        let at = text.floor_char_boundary(at.min(text.len()));
        let outcome = checked("x.yaml", format!("{}{comment}{}", &text[..at], &text[at..]).into_bytes());
        places_are_real(&outcome)?;
        for aside in outcome.reports.iter().flat_map(|report| &report.set_aside) {
            prop_assert!(aside.located.finding.severity < Severity::Error);
        }
    }
    #[test]
    fn normalizing_twice_is_normalizing_once(which in 0usize..9, changes in proptest::collection::vec((0usize..200, 0usize..VALUES.len(), 0u8..4), 0..3), to_json in any::<bool>()) {
        let text = mutated(&base(BASES[which]), &changes);
        let as_of = day("2026-03-01");
        let (to, name) = if to_json { (Syntax::Json, "x.json") } else { (Syntax::Yaml, "x.yaml") };
        if let Ok(once) = breachlint::normalize::normalize("x.yaml", &text, as_of, to) {
            let twice = breachlint::normalize::normalize(name, &once.text, as_of, to);
            let twice = twice.map_err(|error| TestCaseError::fail(format!("{error:?}\n{}", once.text)))?;
            prop_assert_eq!(&twice.text, &once.text);
            prop_assert!(twice.changes.is_empty(), "{:?}", twice.changes);
            let outcome = checked(name, once.text.clone().into_bytes());
            for located in outcome.reports.iter().flat_map(|report| &report.findings) {
                prop_assert!(!(located.finding.code.starts_with("BR0") && located.finding.severity == breachlint::finding::Severity::Error), "{} in\n{}", located.finding.message, once.text);
            }
        }
    }

    /// Whatever two reports say, they can be compared; every place is the checked report's; and a report differs in nothing from itself.
    #[test]
    fn any_two_reports_are_compared(
        which in (0usize..9, 0usize..9),
        changes in (
            proptest::collection::vec((0usize..200, 0usize..VALUES.len(), 0u8..4), 0..3),
            proptest::collection::vec((0usize..200, 0usize..VALUES.len(), 0u8..4), 0..3),
        ),
        earlier in any::<bool>(),
    ) {
        let texts = [mutated(&base(BASES[which.0]), &changes.0), mutated(&base(BASES[which.1]), &changes.1)];
        let source = |index: usize| Source::decode(["one.yaml", "other.yaml"][index], texts[index].clone().into_bytes());
        let as_of = day("2026-03-01");
        let (engine, settings) = (check::draft_engine(as_of), Settings { as_of });
        let given = [pairing::Given { source: source(1), earlier }];
        if let Ok(outcome) = pairing::check_with(source(0), &given, &engine, &settings) {
            places_are_real(&outcome)?;
        }
        for outcome in pairing::check_all(vec![source(0), source(1)], &engine, &settings) {
            places_are_real(&outcome)?;
        }
        if let Ok(same) = breachlint::diff::drafts(&source(0), &source(0), as_of, false) {
            prop_assert_eq!(same.changed(), 0);
        }
        let there = breachlint::diff::drafts(&source(0), &source(1), as_of, false);
        let back = breachlint::diff::drafts(&source(1), &source(0), as_of, false);
        if let (Ok(there), Ok(back)) = (there, back) {
            prop_assert_eq!(there.reports[0].lines.len(), back.reports[0].lines.len());
            prop_assert_eq!(there.changed() == 0, back.changed() == 0);
        }
    }

    /// YAML as we type it is YAML as an independent reader types it.
    #[test]
    fn scalars_are_typed_as_another_reader_types_them(text in "[-+.0-9a-zA-Z_:~]{1,12}") {
        let yaml = format!("k: {text}\n");
        let Ok(other) = serde_yaml::from_str::<serde_json::Value>(&yaml) else { return Ok(()) };
        let source = Source::decode("x.yaml", yaml.into_bytes());
        let document = Document::read(&source, Syntax::Yaml);
        prop_assume!(document.faults().is_empty());
        let Some(node) = document.get(document.roots()[0].node, "k") else { return Ok(()) };
        let ours = document.scalar(node).expect("a scalar");
        match ours {
            breachlint::document::Scalar::Text(ours) => {
                // That reader takes a leading zero for text, YAML 1.2 for a number; nothing else may differ.
                prop_assert_eq!(other.get("k").and_then(|value| value.as_str()), Some(ours));
            }
            breachlint::document::Scalar::Null => prop_assert!(other["k"].is_null()),
            breachlint::document::Scalar::Bool(ours) => prop_assert_eq!(other["k"].as_bool(), Some(ours)),
            breachlint::document::Scalar::Int(_) | breachlint::document::Scalar::Float(_) => {
                prop_assert!(other["k"].is_number() || other["k"].is_null() || other["k"].is_string());
            }
        }
    }
}

/// Lines of `text` with values replaced, keys misspelt, lines removed or doubled.
fn mutated(text: &str, changes: &[(usize, usize, u8)]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for &(line, value, kind) in changes {
        let index = line % lines.len();
        let line = lines[index].clone();
        match kind {
            0 | 1 => {
                if let Some((key, rest)) = line.split_once(": ").filter(|(_, rest)| !rest.starts_with(['|', '>'])) {
                    let _ = rest;
                    lines[index] = format!("{key}: {}", VALUES[value]);
                } else if let Some(dash) = line.find("- ").filter(|_| !line.contains(':')) {
                    lines[index] = format!("{}- {}", &line[..dash], VALUES[value]);
                }
            }
            2 => {
                lines.remove(index);
            }
            _ => {
                if let Some((key, rest)) = line.split_once(':').filter(|(key, _)| !key.contains('#')) {
                    lines[index] = format!("{key}x:{rest}");
                }
            }
        }
    }
    lines.join("\n") + "\n"
}
