//! Two drafts compared: every answer that changed, masked, in each format, with honest exit codes.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use serde_json::Value;
use support::overlay::overlay;
use support::run::{Run, base, command, folder, put};

fn diff(old: &str, new: &str, arguments: &[&str]) -> Run {
    let place = folder();
    put(place.path(), "old.yaml", old.as_bytes());
    put(place.path(), "new.yaml", new.as_bytes());
    let all = [&["diff", "old.yaml", "new.yaml", "--as-of", "2026-03-01"], arguments].concat();
    command(&all).current_dir(place.path()).output().expect("the binary runs").into()
}

fn json(old: &str, new: &str) -> Value {
    let run = diff(old, new, &["--format", "json"]);
    let value: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err));
    let schema: Value = serde_json::from_str(breachlint::schema::DIFF).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let changes: usize =
        value["reports"].as_array().expect("reports").iter().map(|report| report["changes"].as_array().expect("changes").len()).sum();
    assert_eq!(value["changed"], changes);
    assert_eq!(run.code, Some(i32::from(changes > 0)));
    value
}

fn change<'v>(value: &'v Value, path: &str) -> &'v Value {
    let changes = value["reports"][0]["changes"].as_array().expect("changes");
    changes.iter().find(|change| change["path"] == path).unwrap_or_else(|| panic!("{path} in {changes:?}"))
}

fn paths(value: &Value) -> Vec<&str> {
    value["reports"][0]["changes"].as_array().expect("changes").iter().map(|change| change["path"].as_str().expect("a path")).collect()
}

#[test]
fn the_same_answers_written_otherwise_are_no_change() {
    let old = base("full");
    for new in [
        old.clone(),
        old.replace("    - Clinical\n      - Demographic", "    - Demographic\n      - Clinical"),
        format!("# a remark\n{old}"),
    ] {
        let run = diff(&old, &new, &[]);
        assert_eq!((run.code, run.out.lines().count()), (Some(0), 1), "{}", run.out);
        json(&old, &new);
    }
}

#[test]
fn an_addendum_is_held_to_its_initial_report() {
    let old = overlay(
        &base("full"),
        "breach:\n  individuals_affected: 499\n  residents_by_state:\n    MD: 480\n  location:\n    - Email\n    - Laptop\n",
    );
    let value = json(&old, &base("addendum"));
    assert_eq!(change(&value, "breach.individuals_affected")["note"], "count_revised");
    assert_eq!(change(&value, "breach.residents_by_state.MD")["before"], "480");
    assert_eq!(change(&value, "breach.location")["removed"][0], "Laptop");
    assert_eq!(change(&value, "filing.tracking_number")["before"], Value::Null);
    assert_eq!(value["reports"][0]["lines_crossed"], serde_json::json!(["500 individuals", "500 residents of MD"]));
    let codes: Vec<&Value> = value["reports"][0]["findings"].as_array().expect("findings").iter().map(|finding| &finding["code"]).collect();
    assert_eq!(codes, ["BR804", "BR804", "BR806"]);
    let placeholder = json(&overlay(&base("full"), "breach:\n  individuals_affected: 501\n"), &base("addendum"));
    assert_eq!(change(&placeholder, "breach.individuals_affected")["note"], "placeholder_resolved");
}

#[test]
fn two_versions_of_an_initial_report_are_no_addendum() {
    let value = json(&overlay(&base("full"), "breach:\n  discovery_start_date: 2025-12-31\n"), &base("full"));
    assert_eq!(value["reports"][0]["findings"], serde_json::json!([]));
    assert_eq!(value["reports"][0]["lines_crossed"], serde_json::json!(["the year of discovery"]));
}

#[test]
fn covered_entities_are_paired_by_name() {
    let new = base("associate").replace("name: Thornbury Orthopedic Group", "name: Thornbury Orthopedic Group, P.A.");
    let (head, rest) = new.split_once("  - name: Thornbury").expect("the first entity");
    let (first, rest) = rest.split_once("  - name: Sandhollow").expect("the second entity");
    let (second, tail) = rest.split_once("\nbusiness_associate:").expect("the associate");
    let turned = format!("{head}  - name: Sandhollow{second}\n  - name: Thornbury{first}\nbusiness_associate:{tail}");
    assert_eq!(paths(&json(&base("associate"), &turned)), ["covered_entity[1].name"]);
}

#[test]
fn what_may_not_be_shown_is_shown_nowhere() {
    let patch = "covered_entity:\n  contact:\n    email: nobody@merrowdale.example.org\n  city: Clinic 123-45-6789\nbreach:\n  unheard_of: wholly unknown\n";
    let new = overlay(&base("full"), patch);
    for format in ["text", "json", "csv"] {
        let run = diff(&base("full"), &new, &["--format", format]);
        for secret in ["nobody@", "6789", "wholly"] {
            assert!(run.code == Some(1) && !run.out.contains(secret), "{format}: {}", run.out);
        }
        assert!(run.out.contains("covered_entity.contact.email") && run.out.contains("breach.unheard_of"), "{}", run.out);
        let shown = diff(&base("full"), &new, &["--format", format, "--show-values"]);
        assert!(shown.out.contains("nobody@") && shown.out.contains("6789"), "{}", shown.out);
    }
}

#[test]
fn a_cell_of_the_table_is_no_formula() {
    let run = diff(&base("full"), &overlay(&base("full"), "covered_entity:\n  city: \"=1+1\"\n"), &["--format", "csv"]);
    assert!(run.out.contains(",'=1+1,"), "{}", run.out);
}

#[test]
fn what_cannot_be_compared_says_so() {
    let full = base("full");
    for (old, new, code, why) in [
        (full.as_str(), "a: [", 3, "cannot be read whole"),
        ("", full.as_str(), 3, "holds no report"),
        (full.as_str(), &format!("{full}---\n{full}"), 3, "holds 2"),
    ] {
        let run = diff(old, new, &[]);
        assert!(run.code == Some(code) && run.err.contains(why) && run.out.is_empty(), "{:?} {}", run.code, run.err);
    }
    let place = folder();
    put(place.path(), "a.yaml", full.as_bytes());
    put(place.path(), "b.csv", b"Name of Covered Entity\n");
    let mixed: Run = command(&["diff", "a.yaml", "b.csv"]).current_dir(place.path()).output().expect("the binary runs").into();
    assert_eq!(mixed.code, Some(2), "{}", mixed.err);
}
