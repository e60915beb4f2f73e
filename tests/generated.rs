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
        "# Rules\n\nWritten from the table and the catalogue by `BLESS=1 cargo test --test generated`. A code links to its page, which `breachlint explain` shows \
         too. [declined.md](declined.md) says why a known fault has no rule yet, or will have none.\n",
    );
    for chapter in rules::catalogue() {
        text.push_str(&format!("\n## {} {}\n", chapter.digit, chapter.name));
        let here: Vec<&rules::Rule> = chapter.faults.iter().filter_map(|(code, _)| rules::find(code)).collect();
        if !here.is_empty() {
            text.push_str(
                "\n| code | fault | severity | fix | in force | rests on | measured |\n| --- | --- | --- | --- | --- | --- | --- |\n",
            );
        }
        for rule in here {
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
        let mut missing = chapter.faults.iter().filter(|(code, _)| rules::find(code).is_none()).peekable();
        if missing.peek().is_some() {
            text.push_str("\n| not in this version | fault |\n| --- | --- |\n");
        }
        for (code, fault) in missing {
            text.push_str(&format!("| {code} | {fault} |\n"));
        }
    }
    kept("docs/RULES.md", &text);
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
