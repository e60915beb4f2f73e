//! The catalogue, the rule table and docs/declined.md: every known fault stands in one of the two, and nothing is silently missing.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use breachlint::rules::{self, catalogue};

/// A row of docs/declined.md.
#[derive(Debug)]
struct Declined {
    section: String,
    part: bool,
    fault: String,
    why: String,
}

fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect("a document")
}

/// The rows by code; a code may stand in one row for a part that is left out.
fn declined() -> BTreeMap<String, Vec<Declined>> {
    let mut rows: BTreeMap<String, Vec<Declined>> = BTreeMap::new();
    let mut section = String::new();
    for line in read("docs/declined.md").lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            heading.clone_into(&mut section);
        }
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        if let [code, fault, why] = cells[..]
            && code.starts_with("BR")
        {
            let row = Declined { section: section.clone(), part: code.ends_with(" (part)"), fault: fault.to_owned(), why: why.to_owned() };
            rows.entry(code.trim_end_matches(" (part)").to_owned()).or_default().push(row);
        }
    }
    rows
}

fn known() -> Vec<&'static str> {
    catalogue().iter().flat_map(|chapter| chapter.faults.iter().map(|(code, _)| *code)).collect()
}

#[test]
fn the_catalogue_is_in_order() {
    let chapters = catalogue();
    assert_eq!(chapters.iter().map(|chapter| chapter.digit).collect::<Vec<_>>(), (0..10).collect::<Vec<u8>>());
    for chapter in &chapters {
        assert!(!chapter.faults.is_empty(), "{}", chapter.name);
        for (code, fault) in &chapter.faults {
            assert!(code.len() == 5 && code.starts_with(&format!("BR{}", chapter.digit)), "{code} stands in chapter {}", chapter.digit);
            assert!(fault.len() > 15 && !fault.ends_with('.') && !fault.contains(['|', '\t']), "{code}: {fault}");
        }
    }
    let codes = known();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "codes ascend and none stands twice");
    for unused in ["BR908", "BR910", "BR952"] {
        assert!(!codes.contains(&unused), "{unused} is not used");
    }
    for family in rules::FAMILIES {
        let chapter = chapters.iter().find(|chapter| chapter.digit == family.digit).expect("a chapter");
        assert_eq!(chapter.name, family.name);
    }
}

#[test]
fn every_fault_is_a_rule_or_declined_in_writing_and_not_both() {
    let declined = declined();
    let mut faults = Vec::new();
    for code in known() {
        let rows = declined.get(code).map(Vec::as_slice).unwrap_or_default();
        let whole = rows.iter().filter(|row| !row.part).count();
        match (rules::find(code).is_some(), whole) {
            (true, 0) | (false, 1) => {}
            (true, _) => faults.push(format!("{code} is a rule: take its row out of docs/declined.md, or mark the part that is left out")),
            (false, 0) => faults.push(format!("{code} is neither a rule nor in docs/declined.md")),
            (false, _) => faults.push(format!("{code} stands twice in docs/declined.md")),
        }
        if rules::find(code).is_none() && rows.iter().any(|row| row.part) {
            faults.push(format!("{code}: a part of a rule that is not there"));
        }
    }
    let known: BTreeSet<&str> = known().into_iter().collect();
    let elsewhere = rules::all().map(|rule| rule.code).chain(declined.keys().map(String::as_str));
    faults.extend(elsewhere.filter(|code| !known.contains(code)).map(|code| format!("{code} is not in docs/catalogue.tsv")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_declined_row_says_why() {
    for (code, rows) in declined() {
        for row in rows {
            assert!(row.fault.len() > 10, "{code}: name the fault");
            match row.section.as_str() {
                "Declined for good" | "Not yet" => assert!(row.why.len() > 15, "{code}: say why"),
                "Merged" => {
                    let with = row.why.split_whitespace().find(|word| word.starts_with("BR")).unwrap_or_default();
                    assert!(
                        rules::find(with.trim_end_matches([',', '.'])).is_some(),
                        "{code}: merged with {:?}, which is no rule",
                        row.why
                    );
                }
                other => panic!("{code} stands under {other:?}"),
            }
        }
    }
}

#[test]
fn every_known_fault_is_explained() {
    for code in known() {
        let run = support::run::run(&["explain", code]);
        let expected = if rules::find(code).is_some() { format!("# {code} ") } else { format!("{code} is known, and") };
        assert!(run.code == Some(0) && run.out.starts_with(&expected), "{code}: {}{}", run.out, run.err);
    }
    assert_eq!(support::run::run(&["explain", "BR952"]).code, Some(2));
}

#[test]
fn the_list_of_rules_shows_what_is_not_there() {
    let list = read("docs/RULES.md");
    for code in known() {
        assert!(list.contains(&format!("| [{code}]")) || list.contains(&format!("| {code} |")), "{code} is not in docs/RULES.md");
    }
}
