//! Generated files are what the code would write today; BLESS=1 renews them.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

use breachlint::rules;

fn kept(path: &str, expected: &str) {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, expected).expect("the file is written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{path} is out of date: renew it with BLESS=1 cargo test, then read the diff");
}

#[test]
fn the_list_of_rules_is_the_table() {
    let mut text = String::from(
        "# Rules\n\nWritten from the table by `BLESS=1 cargo test --test generated`. A code links to its page, which `breachlint explain` shows too. \
         What the catalogue of the field has beyond this stands in [declined.md](declined.md).\n",
    );
    for family in rules::FAMILIES {
        text.push_str(&format!(
            "\n## {} {}\n\n| code | fault | severity | fix | in force | rests on | measured |\n| --- | --- | --- | --- | --- | --- | --- |\n",
            family.digit, family.name
        ));
        for rule in family.rules {
            let severity: Vec<&str> = rule.severities.iter().map(|severity| severity.word()).collect();
            let measured = match rules::Precision::of(rule.code) {
                Some(_) if rule.severities == [breachlint::finding::Severity::Advice] => "cannot be judged".to_owned(),
                Some(precision) => precision.words(),
                None => String::new(),
            };
            let fix = rule.fix.map_or(String::new(), |safety| format!("{safety:?}").to_lowercase());
            let cites: Vec<String> =
                rule.cites.iter().map(|cite| format!("{}: {}", format!("{:?}", cite.basis).to_lowercase(), cite.text)).collect();
            text.push_str(&format!(
                "| [{code}](rules/{code}.md) | {name}: {summary} | {severity} | {fix} | {era} | {cites} | {measured} |\n",
                code = rule.code,
                name = rule.name,
                summary = rule.summary,
                severity = severity.join(", "),
                era = rule.effective.words(),
                measured = measured,
                cites = cites.join("; ").replace('|', "/"),
            ));
        }
    }
    kept("docs/RULES.md", &text);
}

#[test]
fn what_is_not_shipped_is_declined_in_writing() {
    let declined = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/declined.md")).expect("docs/declined.md");
    let codes: Vec<&str> = declined.lines().filter_map(|line| line.strip_prefix("| BR")).map(|line| &line[..3]).collect();
    assert!(!codes.is_empty(), "the list was read");
    for code in codes {
        let code = format!("BR{code}");
        let row = declined.lines().find(|line| line.starts_with(&format!("| {code}"))).unwrap_or_default();
        let partly = row.contains("(part)");
        assert!(rules::find(&code).is_none() || partly, "{code} is shipped and declined");
    }
}

#[test]
fn every_question_and_term_stands_in_the_documentation() {
    let form = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/form.md")).expect("docs/form.md");
    for fact in breachlint::report::Fact::ALL.iter().filter(|fact| fact.asked() != breachlint::report::Asked::Record) {
        let key = fact.path().rsplit('.').next().unwrap_or_default();
        assert!(form.contains(&format!("{key}`")), "{}", fact.path());
        for label in breachlint::schema::current_options(fact.path()).into_iter().filter(|label| label.len() > 3) {
            assert!(form.contains(label), "{}: {label}", fact.path());
        }
    }
}
