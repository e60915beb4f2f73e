//! A log of drafts is read into the same reports as drafts are, and its findings stand at its cells.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

mod support;

use std::io::Cursor;

use breachlint::across::Across;
use breachlint::check::{self, Settings};
use breachlint::dataset::layout::Wanted;
use breachlint::dataset::log::Drafts;
use breachlint::dataset::read::{self, Options};
use breachlint::finding::Located;
use breachlint::log;
use breachlint::source::Source;
use support::example::day;
use support::run::base;

fn drafts(text: &str) -> Drafts {
    let options = Options { sheet: None, wanted: Wanted { as_of: Some(day("2026-03-20")), ..Wanted::default() } };
    let input = read::open("log.csv", Box::new(Cursor::new(text.as_bytes().to_vec())), &options).expect("a log");
    Drafts::of(input).expect("a log")
}

fn found(text: &str) -> (u64, Vec<(u64, Located)>) {
    let as_of = day("2026-03-20");
    let mut found = Vec::new();
    let drafts = drafts(text);
    let layout = drafts.layout().clone();
    let mut across = Across::new(None);
    let rows = log::check("log.csv", drafts, &log::engine(&layout, as_of), &Settings { as_of }, &mut across, &mut |row, located| {
        found.push((row, located));
        Ok(())
    })
    .expect("memory");
    (rows.read, found)
}

fn fixture() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/datasets/log.csv")).expect("a fixture")
}

#[test]
fn findings_stand_at_the_cells_of_their_rows() {
    let (read, found) = found(&fixture());
    assert_eq!(read, 3, "a blank row is no report");
    let at = |code: &str| -> Vec<(u64, Option<&str>)> {
        found
            .iter()
            .filter(|(_, located)| located.finding.code == code)
            .map(|(row, located)| (*row, located.place.cell.as_deref()))
            .collect()
    };
    // 12 February to one reader, 2 December to another: the column proves no order, so that it is not read.
    assert!(at("BR009").contains(&(2, Some("E3"))), "{found:?}");
    assert_eq!(at("BR301"), [(4, Some("D5"))], "fewer than 500 with 640");
    // A question without a column is not checked; a column without an answer is.
    assert!(found.iter().all(|(_, located)| !located.finding.message.contains("street_line_1")), "{found:?}");
    assert_eq!(at("BR302"), [(2, Some("H3"))], "an answer that is missing belongs into the empty cell");
    assert!(found.iter().all(|(_, located)| located.place.row.is_some() && located.finding.fix.is_none()));
    let lines: Vec<u32> = found.iter().map(|(_, located)| located.place.start.line).collect();
    assert!(lines.is_sorted() && lines.iter().all(|line| (2..=5).contains(line)), "{lines:?}");
}

/// A base report as a row of a log: what its cells say is what the draft says.
#[test]
fn a_draft_and_its_row_have_the_same_findings() {
    let mut compared = 0;
    for name in ["full", "small", "plan", "associate", "for_associate", "delay", "addendum", "part2", "reports/late", "reports/plan-small"]
    {
        let yaml = base(&name.replace("reports/", "../reports/"));
        let Ok(value) = serde_yaml::from_str::<serde_json::Value>(&yaml) else { panic!("{name} is YAML") };
        if value["covered_entity"].as_array().is_some_and(|entities| entities.len() > 1) {
            continue;
        }
        let mut cells: Vec<(String, String)> = Vec::new();
        flatten(&value, "", &mut cells);
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(cells.iter().map(|(path, _)| path)).expect("memory");
        writer.write_record(cells.iter().map(|(_, cell)| cell)).expect("memory");
        let text = String::from_utf8(writer.into_inner().expect("memory")).expect("UTF-8");
        let as_of = day("2026-03-20");
        let outcome = check::check(Source::decode("x.yaml", yaml.into_bytes()), &check::draft_engine(as_of), &Settings { as_of });
        let mut expected: Vec<(&str, String)> = outcome.reports[0].findings.iter().map(about).collect();
        let (read, rows) = found(&text);
        let mut got: Vec<(&str, String)> = rows.iter().map(|(_, located)| about(located)).collect();
        expected.sort();
        got.sort();
        compared += expected.len();
        assert_eq!((read, got), (1, expected), "{name}");
    }
    assert!(compared > 3, "{compared} findings were compared");
}

fn about(located: &Located) -> (&'static str, String) {
    (located.finding.code, located.place.path.clone())
}

fn flatten(value: &serde_json::Value, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::Object(entries) if path.ends_with("residents_by_state") => {
            let pairs: Vec<String> = entries.iter().map(|(state, count)| format!("{state}={count}")).collect();
            out.push((path.to_owned(), pairs.join("; ")));
        }
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(value, &path, out);
            }
        }
        serde_json::Value::Array(items) if items.iter().any(serde_json::Value::is_object) => flatten(&items[0], path, out),
        serde_json::Value::Array(items) => {
            let items: Vec<&str> = items.iter().map(|item| item.as_str().expect("a label")).collect();
            out.push((path.to_owned(), items.join("; ")));
        }
        serde_json::Value::String(text) => out.push((path.to_owned(), text.clone())),
        other => out.push((path.to_owned(), other.to_string())),
    }
}

#[test]
fn what_a_cell_says_is_typed_as_a_draft_is() {
    let text = "filing.filer,covered_entity.name,breach.individuals_affected,notice.media_notice_required,breach.residents_by_state,note\n\
                Business Associate filing on behalf of a Covered Entity,Old Mill Clinic,0501,TRUE,\"MD=620; VA=584\",kept\n";
    let draft = drafts(text).next().expect("a row").expect("memory");
    let value: serde_json::Value = serde_json::from_str(&draft.text).expect("JSON");
    assert_eq!(value["covered_entity"][0]["name"], "Old Mill Clinic", "an associate files for a list of entities");
    assert_eq!(value["breach"]["individuals_affected"], "0501", "nothing is guessed");
    assert_eq!(value["breach"]["residents_by_state"], serde_json::json!({ "MD": 620, "VA": 584 }));
    assert_eq!(value["notice"]["media_notice_required"], true);
    assert!(value.get("note").is_none(), "other columns are no answers");
}
