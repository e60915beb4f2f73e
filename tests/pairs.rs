//! Reports that belong together: found among the reports of a run by what they say, or named; never guessed.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use std::path::Path;

use breachlint::check::syntax;
use breachlint::document::Document;
use breachlint::report::read;
use breachlint::rules::{Card, Relation};
use breachlint::source::Source;
use serde_json::Value;
use support::overlay::overlay;
use support::run::{Run, base, command, folder, put};

const HIPAA: &str = "filing:\n  form: HIPAA Breach\n  filer: Covered Entity filing for its own organization\n";

/// Files, each a base report with a patch, checked together; the JSON that came out.
fn together(files: &[(&str, &str, &str)]) -> Value {
    let place = folder();
    for (name, of, patch) in files {
        put(place.path(), name, overlay(&base(of), patch).as_bytes());
    }
    json(place.path(), &["."])
}

fn json(place: &Path, arguments: &[&str]) -> Value {
    let run = at(place, arguments);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
}

fn at(place: &Path, arguments: &[&str]) -> Run {
    let all = [&["check", "--as-of", "2026-03-01", "--format", "json"], arguments].concat();
    command(&all).current_dir(place).output().expect("the binary runs").into()
}

/// The codes about `file`, sorted.
fn codes(value: &Value, file: &str) -> Vec<String> {
    let of_it = |finding: &&Value| finding["file"].as_str().is_some_and(|name| name.ends_with(file));
    let findings = value["findings"].as_array().expect("findings").iter().filter(of_it);
    let mut codes: Vec<String> = findings.map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect();
    codes.sort();
    codes
}

fn report<'v>(value: &'v Value, file: &str) -> &'v Value {
    let of_it = |report: &&Value| report["file"].as_str().is_some_and(|name| name.ends_with(file));
    value["reports"].as_array().expect("reports").iter().find(of_it).expect("the report")
}

fn relations(value: &Value, file: &str) -> Vec<String> {
    let compared = report(value, file)["compared_with"].as_array().expect("a list");
    compared.iter().map(|other| other["relation"].as_str().expect("a word").to_owned()).collect()
}

fn reasons(value: &Value, file: &str) -> Vec<String> {
    let list = report(value, file)["not_checked"].as_array().expect("a list");
    list.iter().map(|lacking| lacking["reason"].as_str().expect("a word").to_owned()).collect()
}

#[test]
fn an_addendum_finds_the_report_that_it_adds_to() {
    let value = together(&[("a.yaml", "addendum", ""), ("b.yaml", "full", "breach:\n  type: Theft\n")]);
    assert_eq!(relations(&value, "a.yaml"), ["earlier"]);
    assert_eq!(relations(&value, "b.yaml"), ["later"]);
    assert!(codes(&value, "a.yaml").contains(&"BR806".to_owned()), "{value}");
    assert!(!codes(&value, "b.yaml").contains(&"BR806".to_owned()), "a finding is about the addendum");
    assert!(!reasons(&value, "a.yaml").contains(&"no_earlier_report".to_owned()));
}

#[test]
fn an_addendum_alone_says_that_it_was_not_compared() {
    let value = together(&[("a.yaml", "addendum", "")]);
    assert_eq!(reasons(&value, "a.yaml"), ["no_earlier_report"]);
}

#[test]
fn what_merely_might_belong_together_is_not_paired() {
    for patch in [
        "covered_entity:\n  name: Sandhollow Eye Clinic\n",
        "filing:\n  report_type: Addendum to Previous Report\n  has_tracking_number: yes\n  tracking_number: BR-2026-000999\n",
        "breach:\n  start_date: 2026-01-11\n  discovery_start_date: 2026-01-19\n",
    ] {
        let value = together(&[("a.yaml", "addendum", ""), ("b.yaml", "full", patch)]);
        assert!(relations(&value, "a.yaml").is_empty(), "{patch}");
    }
    let two = together(&[("a.yaml", "addendum", ""), ("b.yaml", "full", ""), ("c.yaml", "full", "breach:\n  type: Theft\n")]);
    assert!(relations(&two, "a.yaml").is_empty(), "two reports may be the earlier one");
    assert!(reasons(&two, "a.yaml").contains(&"no_earlier_report".to_owned()));
}

#[test]
fn of_several_earlier_reports_the_last_filed_is_taken() {
    let filed = |day: &str| format!("filing:\n  submitted_on: {day}\n");
    let value = together(&[
        ("a.yaml", "addendum", ""),
        ("b.yaml", "full", &filed("2026-02-25")),
        ("c.yaml", "addendum", &format!("{}breach:\n  type: Theft\n", filed("2026-02-27"))),
    ]);
    let compared = &report(&value, "a.yaml")["compared_with"];
    assert!(compared[0]["file"].as_str().is_some_and(|file| file.ends_with("c.yaml")), "{compared}");
    assert!(codes(&value, "a.yaml").contains(&"BR806".to_owned()));
}

#[test]
fn a_placeholder_with_an_addendum_is_not_left_open() {
    let patch = "filing:\n  submitted_on: 2025-12-01\nbreach:\n  individuals_affected: 501\n";
    let alone = together(&[("b.yaml", "full", patch)]);
    assert!(codes(&alone, "b.yaml").contains(&"BR805".to_owned()));
    let value = together(&[("a.yaml", "addendum", ""), ("b.yaml", "full", patch)]);
    assert!(!codes(&value, "b.yaml").contains(&"BR805".to_owned()) && codes(&value, "b.yaml").contains(&"BR304".to_owned()), "{value}");
}

#[test]
fn what_two_twins_have_between_them_is_said_once() {
    let hipaa =
        format!("{HIPAA}covered_entity:\n  type: Healthcare Provider\nbreach:\n  part_2_records: yes\n  discovery_end_date: 2026-02-19\n");
    let value = together(&[("a.yaml", "part2", &hipaa), ("b.yaml", "part2", "")]);
    assert_eq!(relations(&value, "a.yaml"), ["other_form"]);
    assert_eq!(relations(&value, "b.yaml"), ["other_form"]);
    assert!(codes(&value, "a.yaml").is_empty(), "{value}");
    assert_eq!(codes(&value, "b.yaml"), ["BR809"]);
    let alone = together(&[("a.yaml", "part2", &hipaa)]);
    assert_eq!(codes(&alone, "a.yaml"), ["BR807"]);
}

#[test]
fn of_two_reports_on_the_other_form_none_is_compared_and_none_is_missed() {
    let hipaa =
        format!("{HIPAA}covered_entity:\n  type: Healthcare Provider\nbreach:\n  part_2_records: yes\n  discovery_end_date: 2026-02-19\n");
    let value = together(&[("a.yaml", "part2", &hipaa), ("b.yaml", "part2", ""), ("c.yaml", "part2", "breach:\n  type: Theft\n")]);
    assert!(codes(&value, "a.yaml").is_empty(), "{value}");
    for file in ["a.yaml", "b.yaml", "c.yaml"] {
        assert!(relations(&value, file).is_empty() && reasons(&value, file).contains(&"no_other_form".to_owned()), "{file}: {value}");
        assert!(!codes(&value, file).contains(&"BR809".to_owned()), "{file}");
    }
}

#[test]
fn both_parties_and_siblings_are_found_by_their_names() {
    let own = "covered_entity:\n  name: Thornbury Orthopedic Group, P.A.\nbusiness_associate:\n  name: Pellworth Claims Services\n";
    let value = together(&[("a.yaml", "associate", ""), ("b.yaml", "for_associate", own)]);
    assert_eq!(relations(&value, "b.yaml"), ["other_party"]);
    assert!(codes(&value, "b.yaml").contains(&"BR121".to_owned()) && !codes(&value, "a.yaml").contains(&"BR121".to_owned()));
    let sibling = "covered_entity:\n  name: Sandhollow Eye Clinic\nbreach:\n  location:\n    - Email\n";
    let value = together(&[("a.yaml", "for_associate", ""), ("b.yaml", "for_associate", sibling)]);
    assert_eq!(codes(&value, "b.yaml"), ["BR126"]);
    assert!(codes(&value, "a.yaml").is_empty());
}

#[test]
fn reports_of_one_file_are_paired_as_well() {
    let place = folder();
    put(place.path(), "both.yaml", format!("{}---\n{}", base("full"), overlay(&base("addendum"), "breach:\n  type: Theft\n")).as_bytes());
    let value = json(place.path(), &["both.yaml"]);
    assert!(codes(&value, "both.yaml").contains(&"BR806".to_owned()), "{value}");
}

#[test]
fn a_named_report_is_taken_at_the_filers_word_and_another_is_refused() {
    let place = folder();
    let put = |name: &str, text: &str| put(place.path(), name, text.as_bytes());
    put("addendum.yaml", &base("addendum"));
    put("other.yaml", &overlay(&base("full"), "covered_entity:\n  name: Sandhollow Eye Clinic\n"));
    put("several.yaml", &format!("{}---\n{}", base("small"), base("full")));
    put("strangers.yaml", &format!("{}---\n{}", base("small"), base("plan")));
    put("rows.csv", "Name of Covered Entity\n");
    assert_eq!(codes(&json(place.path(), &["addendum.yaml", "--previous", "other.yaml"]), "addendum.yaml"), ["BR803"]);
    let chosen = json(place.path(), &["addendum.yaml", "--previous", "several.yaml"]);
    assert_eq!(report(&chosen, "addendum.yaml")["compared_with"][0]["report"], 2);
    for (arguments, why) in [
        (&["addendum.yaml", "--previous", "strangers.yaml"][..], "none of them plainly belongs"),
        (&["addendum.yaml", "--twin", "other.yaml"], "is no twin"),
        (&["addendum.yaml", "other.yaml", "--previous", "other.yaml"], "go with one draft"),
        (&["several.yaml", "--previous", "other.yaml"], "one draft that holds one report"),
        (&["addendum.yaml", "--previous", "rows.csv"], "take a draft"),
    ] {
        let run = at(place.path(), arguments);
        assert!(run.code == Some(2) && run.err.contains(why), "{arguments:?}: {:?} {}", run.code, run.err);
    }
    assert_eq!(at(place.path(), &["addendum.yaml", "--previous", "missing.yaml"]).code, Some(3));
    let initial = at(place.path(), &["other.yaml", "--previous", "other.yaml"]);
    assert!(initial.code == Some(0) && initial.err.contains("initial report"), "{}", initial.err);
}

#[test]
fn a_relation_looks_the_same_from_the_other_side() {
    let bases = ["full", "small", "plan", "associate", "for_associate", "addendum", "delay", "part2", "old"];
    let card = |name: &str| {
        let source = Source::decode("x.yaml", base(name).into_bytes());
        let document = Document::read(&source, syntax("x.yaml", source.text()));
        Card::of(&read(&document, document.roots()[0]).report)
    };
    let mut found = 0;
    for one in bases {
        for other in bases {
            let (there, back) = (card(one).relation(&card(other)), card(other).relation(&card(one)));
            let expected = match there {
                Some(Relation::Earlier) => Some(Relation::Later),
                Some(Relation::Later) => Some(Relation::Earlier),
                mutual => mutual,
            };
            assert_eq!(back, expected, "{one} {other}");
            found += usize::from(there.is_some());
        }
    }
    assert_eq!(found, 4, "full and delay belong to the addendum, and nothing else to anything");
}

#[test]
fn values_of_the_other_report_are_masked_too() {
    let place = folder();
    put(place.path(), "addendum.yaml", base("addendum").as_bytes());
    put(place.path(), "other.yaml", overlay(&base("full"), "covered_entity:\n  name: Clinic 123-45-6789\n").as_bytes());
    for format in ["text", "json", "concise"] {
        let run = command(&["check", "addendum.yaml", "--previous", "other.yaml", "--as-of", "2026-03-01", "--format", format])
            .current_dir(place.path())
            .output()
            .expect("the binary runs");
        let run: Run = run.into();
        assert!(run.out.contains("BR803") && !run.out.contains("6789"), "{}", run.out);
    }
}
