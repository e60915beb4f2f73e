//! Walks the rule table and runs every example of every page. No test is written per rule.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use std::collections::BTreeSet;

use breachlint::finding::Severity;
use breachlint::rules::{self, Block, BlockKind, Check, Rule};
use support::example::{Example, Found};

fn wanted(rule: &Rule) -> bool {
    std::env::var("RULES").map_or(true, |wanted| wanted.split(',').any(|part| rule.code.starts_with(part)))
}

fn walk(visit: impl Fn(&Rule, &Block) -> Result<(), String>) {
    let mut failures = Vec::new();
    for rule in rules::all().filter(|rule| wanted(rule)) {
        for (index, block) in rule.page().blocks.iter().enumerate() {
            if let Err(why) = visit(rule, block) {
                failures.push(format!("{} block {} ({:?}, `{}`): {why}", rule.code, index + 1, block.kind, block.fence));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

fn codes(found: &[Found]) -> Vec<&str> {
    found.iter().map(|finding| finding.code).collect()
}

/// The codes that an example must give, apart from the rule's own.
fn also(block: &Block) -> Vec<&str> {
    block.option("also").map(|codes| codes.split(',').collect()).unwrap_or_default()
}

#[test]
fn the_table_is_in_order() {
    let mut codes = Vec::new();
    let mut names = BTreeSet::new();
    for family in rules::FAMILIES {
        for rule in family.rules {
            let digit = u32::from(family.digit);
            assert!(
                rule.code.len() == 5 && rule.code.starts_with("BR") && rule.code[2..3].parse() == Ok(digit),
                "{} stands in family {digit}",
                rule.code
            );
            assert!(names.insert(rule.name), "{} is named twice", rule.name);
            assert!(rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{}", rule.name);
            for word in ["check-", "invalid-", "valid-", "no-", "must-", "should-"] {
                assert!(!rule.name.starts_with(word), "{} names no fault", rule.name);
            }
            assert!(!rule.cites.is_empty() && rule.cites.iter().all(|cite| !cite.text.is_empty()), "{} cites nothing", rule.code);
            assert!(
                !rule.severities.is_empty() && rule.severities.windows(2).all(|pair| pair[0] > pair[1]),
                "{}: severities, gravest first",
                rule.code
            );
            codes.push(rule.code);
        }
    }
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "codes ascend and none stands twice");
    for rule in rules::all() {
        for silenced in rule.silences {
            assert!(rules::find(silenced).is_some(), "{} silences {silenced}, which does not exist", rule.code);
        }
    }
}

#[test]
fn a_file_is_named_after_its_rule_and_a_page_after_its_code() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
    let mut files = BTreeSet::new();
    for family in std::fs::read_dir(root).expect("src/rules").flatten().filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(family.path()).expect("a family").flatten() {
            let name = file.path().file_stem().and_then(|stem| stem.to_str()).expect("a name").replace('_', "-");
            files.insert(name);
        }
    }
    files.remove("mod");
    let names: BTreeSet<String> = rules::all().map(|rule| rule.name.to_owned()).collect();
    let helpers: Vec<&String> = files.difference(&names).filter(|name| !name.starts_with("shared")).collect();
    assert!(helpers.is_empty(), "files without a rule: {helpers:?}");
    assert!(names.is_subset(&files), "rules in other files: {:?}", names.difference(&files).collect::<Vec<_>>());
    let pages: BTreeSet<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules"))
        .expect("docs/rules")
        .flatten()
        .filter_map(|file| file.path().file_stem()?.to_str().map(str::to_owned))
        .collect();
    let codes: BTreeSet<String> = rules::all().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(pages, codes);
}

#[test]
fn every_page_has_its_parts() {
    for rule in rules::all().filter(|rule| wanted(rule)) {
        let page = rule.page();
        assert_eq!(page.title, format!("{} {}", rule.code, rule.name));
        assert_eq!(page.summary.replace('\n', " "), rule.summary, "{}", rule.code);
        assert!(rule.summary.ends_with('.'), "{}", rule.code);
        let headings: Vec<&str> = page.sections.iter().map(|(heading, _)| heading.as_str()).collect();
        let mut expected = vec!["Why", "Wrong", "Right"];
        if rule.fix.is_some() {
            expected.push("Fix");
        }
        expected.push("Sources");
        assert_eq!(headings, expected, "{}", rule.code);
        for kind in [BlockKind::Wrong, BlockKind::Right] {
            assert!(page.blocks.iter().any(|block| block.kind == kind), "{} has no {kind:?} example", rule.code);
        }
        assert_eq!(page.blocks.iter().any(|block| block.kind == BlockKind::Fix), rule.fix.is_some(), "{}", rule.code);
        let prose =
            |heading: &str| page.sections.iter().find(|(known, _)| known == heading).map(|(_, prose)| prose.clone()).unwrap_or_default();
        assert!(prose("Why").len() > 60, "{}: say why", rule.code);
        assert!(prose("Sources").contains(": "), "{}: name the sources", rule.code);
    }
}

#[test]
fn every_rule_fires_on_its_wrong_examples_and_nothing_else_does() {
    walk(|rule, block| {
        if block.kind != BlockKind::Wrong {
            return Ok(());
        }
        let example = Example::new(block);
        let found = example.check();
        let mut expected: Vec<&str> = also(block);
        expected.push(rule.code);
        let got: BTreeSet<&str> = codes(&found).into_iter().collect();
        if got != expected.iter().copied().collect() {
            return Err(format!("expected {expected:?}, got\n{}", support::example::listing(&found)));
        }
        for finding in found.iter().filter(|finding| finding.code == rule.code) {
            if !rule.severities.contains(&finding.severity) {
                return Err(format!("{:?} is not a severity of the rule", finding.severity));
            }
            if finding.message.is_empty()
                || finding.message.ends_with('.')
                || finding.message.starts_with(char::is_uppercase) && !finding.message.starts_with("HHS")
            {
                return Err(format!("message: {}", finding.message));
            }
            if finding.has_fix && rule.fix.is_none() {
                return Err("a fix that the table does not know".to_owned());
            }
        }
        Ok(())
    });
}

#[test]
fn every_rule_is_silent_on_its_right_examples() {
    walk(|rule, block| {
        if block.kind != BlockKind::Right {
            return Ok(());
        }
        let found = Example::new(block).check();
        let expected: BTreeSet<&str> = also(block).into_iter().collect();
        let got: BTreeSet<&str> = codes(&found).into_iter().collect();
        if got.contains(rule.code) || got != expected {
            return Err(format!("expected {expected:?}, got\n{}", support::example::listing(&found)));
        }
        Ok(())
    });
}

#[test]
fn fixes_settle_and_check_clean() {
    let mut failures = Vec::new();
    for rule in rules::all().filter(|rule| wanted(rule) && rule.fix.is_some()) {
        let page = rule.page();
        let wrongs: Vec<&Block> = page.blocks.iter().filter(|block| block.kind == BlockKind::Wrong && !block.says("rows")).collect();
        let mut fixed_any = false;
        for block in &wrongs {
            let example = Example::new(block);
            if !example.check().iter().any(|finding| finding.code == rule.code && finding.has_fix) {
                continue;
            }
            fixed_any = true;
            let fixed = example.fix();
            let left = fixed.check();
            if left.iter().any(|finding| finding.has_fix) {
                failures.push(format!("{}: something is left to fix\n{}", rule.code, support::example::listing(&left)));
            }
            if fixed.fix().text != fixed.text {
                failures.push(format!("{}: a second fix changes the text again", rule.code));
            }
        }
        if let (Some(fix), Some(wrong)) = (page.blocks.iter().find(|block| block.kind == BlockKind::Fix), wrongs.last()) {
            let (expected, got) = (Example::new(fix).text, Example::new(wrong).fix().text);
            if expected != got {
                failures.push(format!(
                    "{}: the Fix example is not what fix writes:\n{}",
                    rule.code,
                    support::example::difference(&expected, &got)
                ));
            }
        }
        if !fixed_any {
            failures.push(format!("{}: no Wrong example is fixed", rule.code));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_same_report_as_json_gives_the_same_codes_at_the_same_paths() {
    walk(|_, block| {
        // The notation itself is at issue in these: what they show cannot be said in the other.
        if block.fence.starts_with("json") || block.says("rows") || block.says("whole") || block.says("log") || block.says("yaml-only") {
            return Ok(());
        }
        let example = Example::new(block);
        let pairs = |found: Vec<Found>| -> BTreeSet<(String, String)> {
            found.into_iter().map(|finding| (finding.code.to_owned(), finding.path)).collect()
        };
        let (yaml, json) = (pairs(example.check()), pairs(example.as_json().check()));
        if yaml == json { Ok(()) } else { Err(format!("YAML {yaml:?}\nJSON {json:?}")) }
    });
}

#[test]
fn base_reports_give_nothing() {
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/base")).expect("fixtures/base").flatten() {
        let path = entry.path();
        let text = std::fs::read_to_string(&path).expect("a base report");
        let found = Example::yaml(text).check();
        assert!(found.is_empty(), "{}\n{}", path.display(), support::example::listing(&found));
    }
}

#[test]
fn every_reader_rule_is_worded_and_every_other_needs_a_fact() {
    for rule in rules::all() {
        match rule.check {
            Check::Reader(_) => assert!(rule.needs.union(rule.any_of).is_empty(), "{}", rule.code),
            Check::Report(_) | Check::Pair(..) | Check::Unpaired(..) | Check::Rows(_) => {
                assert!(!rule.needs.union(rule.any_of).is_empty(), "{} needs no fact and would run on anything", rule.code);
            }
        }
        assert!(rule.severities.iter().all(|severity| *severity >= Severity::Advice));
    }
}
