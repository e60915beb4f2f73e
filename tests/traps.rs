//! The traps of the field, each through the binary: what other readers get wrong, and where a day or a person more changes the law.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use support::overlay::overlay;
use support::run::{base, check_json, codes, with_code};

fn check(base_name: &str, patch: &str, as_of: &str) -> serde_json::Value {
    check_json("draft.yaml", overlay(&base(base_name), patch).as_bytes(), as_of).1
}

#[test]
fn a_leading_zero_shows_both_readings_and_is_an_error_across_500() {
    let found = check("full", "breach:\n  individuals_affected: 0501\n", "2026-03-01");
    let [finding] = with_code(&found, "BR010")[..] else { panic!("{found}") };
    assert_eq!(finding["severity"], "error");
    let words = format!("{} {} {}", finding["message"], finding["help"], finding["labels"]);
    assert!(words.contains("501") && words.contains("321"), "{words}");
    assert!(finding["fix"].is_null(), "nothing is guessed across a line of the law");
    // In quotes, or in JSON, there is no second reading.
    assert!(with_code(&check("full", "breach:\n  individuals_affected: \"1204\"\n", "2026-03-01"), "BR010").is_empty());
}

#[test]
fn february_30_is_no_day() {
    for day in ["2026-02-30", "Feb 30, 2026", "02/30/2026"] {
        let found = check("full", &format!("notice:\n  individual_notice_end_date: {day}\n"), "2026-03-01");
        assert_eq!(codes(&found), ["BR008"], "{day}");
    }
}

#[test]
fn unquoted_dates_are_dates_and_an_unquoted_zip_with_a_zero_is_asked_about() {
    assert!(codes(&check("full", "breach:\n  start_date: 2026-01-12\n  end_date: \"2026-01-14\"\n", "2026-03-01")).is_empty());
    let zip = |zip: &str| check("full", &format!("covered_entity:\n  city: Boston\n  state: MA\n  zip: {zip}\n"), "2026-03-01");
    assert_eq!(codes(&zip("02134")), ["BR010"]);
    assert!(codes(&zip("\"02134\"")).is_empty());
    let found = check("full", "covered_entity:\n  zip: 21701\n", "2026-03-01");
    assert!(codes(&found).is_empty(), "digits without a leading zero read alike everywhere: {found}");
}

#[test]
fn no_and_on_are_asked_about() {
    let found = check("full", "covered_entity:\n  state: NO\n", "2026-03-01");
    assert!(!with_code(&found, "BR010").is_empty(), "{found}");
    let found = check("full", "notice:\n  substitute_notice_required: on\n", "2026-03-01");
    assert!(!with_code(&found, "BR010").is_empty(), "{found}");
    // yes and no mean the same to every reader of a yes/no question.
    assert!(codes(&check("full", "notice:\n  substitute_notice_required: no\n", "2026-03-01")).is_empty());
}

#[test]
fn a_duplicate_json_key_is_found_at_its_second_place() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/reports/provider-large.json")).expect("a report");
    let doubled = text.replacen("\"end_date\"", "\"end_date\": \"2026-01-14\",\n    \"end_date\"", 1);
    let (run, found) = check_json("draft.json", doubled.as_bytes(), "2026-03-01");
    let [finding] = with_code(&found, "BR002")[..] else { panic!("{found}") };
    let first = doubled.lines().position(|line| line.contains("\"end_date\"")).expect("the key") as u64 + 1;
    assert_eq!(finding["line"], first + 1);
    assert_eq!(finding["labels"][0]["line"], first);
    assert_eq!(run.code, Some(1));
}

#[test]
fn latin_1_bytes_are_read_and_remarked() {
    let mut bytes = overlay(&base("full"), "covered_entity:\n  city: Montreal\n").into_bytes();
    let at = bytes.windows(8).position(|window| window == b"Montreal").expect("the city");
    bytes[at + 4] = 0xe9;
    let (_, found) = check_json("draft.yaml", &bytes, "2026-03-01");
    let [finding] = with_code(&found, "BR011")[..] else { panic!("{found}") };
    let line = bytes[..at].split(|byte| *byte == b'\n').count() as u64;
    assert_eq!(finding["line"], line, "it points at the first such byte");
}

fn due(value: &serde_json::Value, duty: &str) -> Vec<String> {
    value["deadlines"]
        .as_array()
        .expect("deadlines")
        .iter()
        .filter(|deadline| deadline["duty"] == duty)
        .map(|deadline| deadline["due"].as_str().expect("a day").to_owned())
        .collect()
}

#[test]
fn the_log_of_january_1_of_a_leap_year_is_due_in_the_next() {
    let dates = |day: &str| {
        format!("breach:\n  start_date: {day}\n  end_date: {day}\n  discovery_start_date: {day}\n  discovery_end_date: {day}\n")
    };
    let found = check("small", &dates("2024-01-01"), "2024-01-20");
    assert_eq!(due(&found, "hhs_fewer_than_500"), ["2025-03-01"]);
    let found = check("small", &dates("2023-12-31"), "2024-01-20");
    assert_eq!(due(&found, "hhs_fewer_than_500"), ["2024-02-29"]);
}

#[test]
fn a_sixtieth_day_on_a_sunday_stays_there() {
    // 2026-03-22 is a Sunday.
    let patch = "breach:\n  discovery_start_date: 2026-01-21\n";
    let found = check("full", patch, "2026-03-22");
    assert_eq!(due(&found, "hhs_500_or_more"), ["2026-03-22"]);
    assert!(with_code(&found, "BR205").is_empty(), "in time on the day itself: {found}");
    let found = check("full", patch, "2026-03-23");
    assert_eq!(with_code(&found, "BR205").len(), 1, "late the day after: {found}");
}

#[test]
fn media_are_owed_above_500_residents_of_one_state_and_not_at_500() {
    let patch = |residents: u32| {
        format!(
            "breach:\n  individuals_affected: {}\n  residents_by_state:\n    MD: {residents}\n    PA: 58\n    VA: 25\nnotice:\n  media_notice_required: no\n  media_notice_states: null\n  media_notice_methods: null\n",
            residents + 83
        )
    };
    let at = check("full", &patch(500), "2026-03-01");
    assert!(with_code(&at, "BR311").is_empty() && due(&at, "media_notice").is_empty(), "{at}");
    let above = check("full", &patch(501), "2026-03-01");
    assert_eq!(with_code(&above, "BR311").len(), 1, "{above}");
    assert_eq!(due(&above, "media_notice").len(), 1);
}

#[test]
fn an_addendum_without_its_number() {
    let found = check("addendum", "filing:\n  tracking_number: null\n", "2026-03-01");
    assert_eq!(codes(&found), ["BR801"]);
}

#[test]
fn counts_of_two_covered_entities_that_do_not_add_up() {
    let text = base("associate");
    let line = text
        .lines()
        .find(|line| line.trim_start().starts_with("individuals_affected:") && line.starts_with("  individuals"))
        .expect("the total");
    let total: u32 = line.split(": ").nth(1).and_then(|number| number.trim().parse().ok()).expect("a number");
    let found = check("associate", &format!("breach:\n  individuals_affected: {}\n", total + 1), "2026-03-01");
    assert!(!with_code(&found, "BR122").is_empty(), "{found}");
    assert!(with_code(&check("associate", &format!("breach:\n  individuals_affected: {total}\n"), "2026-03-01"), "BR122").is_empty());
}
