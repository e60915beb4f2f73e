//! The formats of `check`: every one says the same, is what its readers expect, and shows nobody's values.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use std::collections::BTreeSet;

use breachlint::render::Format;
use clap::ValueEnum;
use serde_json::Value;
use support::run::{base, command, folder, put, run, run_with};

const BAD: &str = "fixtures/reports/bad-phishing.yaml";
const GOOD: &str = "fixtures/reports/provider-large.yaml";
const DATASET: &str = "fixtures/datasets/export.csv";

/// What one finding is, whatever the format: code, file, line, column, row.
type Found = (String, String, u64, u64, Option<u64>);

fn names() -> Vec<String> {
    Format::value_variants().iter().map(|format| format.to_possible_value().expect("a name").get_name().to_owned()).collect()
}

fn check(format: &str, paths: &[&str]) -> support::run::Run {
    run(&[&["check", "--as-of", "2026-03-01", "--min-severity", "advice", "--format", format], paths].concat())
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a number")
}

fn own(finding: &Value) -> Found {
    (text(&finding["code"]), text(&finding["file"]), number(&finding["line"]), number(&finding["column"]), finding["row"].as_u64())
}

/// `file:line:column: severity[CODE] row N, …` as `concise` writes it.
fn concise(line: &str) -> Option<Found> {
    let (place, rest) = line.split_once(": ")?;
    let mut place = place.rsplitn(3, ':');
    let (column, row_line, file) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?, place.next()?);
    let (head, words) = rest.split_once(']')?;
    let code = head.split_once('[')?.1;
    let row = words.strip_prefix(" row ").and_then(|rest| rest.split_once(',')?.0.parse().ok());
    Some((code.to_owned(), file.to_owned(), row_line, column, row))
}

fn found_in(format: &str, out: &str) -> Option<Vec<Found>> {
    Some(match format {
        "json" => json(out)["findings"].as_array().expect("findings").iter().map(own).collect(),
        "ndjson" => out.lines().map(|line| own(&json(line))).collect(),
        "concise" => out.lines().filter_map(concise).collect(),
        "sarif" => sarif_results(&json(out)),
        "gitlab" => json(out).as_array().expect("issues").iter().map(gitlab).collect(),
        "csv" => csv::Reader::from_reader(out.as_bytes()).records().map(|record| csv_row(&record.expect("a record"))).collect(),
        "junit" => junit(out),
        "github" => out.lines().filter_map(|line| annotation(line).or_else(|| concise(line))).collect(),
        _ => return None,
    })
}

fn json(out: &str) -> Value {
    serde_json::from_str(out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

fn sarif_results(log: &Value) -> Vec<Found> {
    let of = |result: &Value| {
        let physical = &result["locations"][0]["physicalLocation"];
        let region = &physical["region"];
        let row = result["properties"]["row"].as_u64();
        let file = text(&physical["artifactLocation"]["uri"]);
        (text(&result["ruleId"]), file, number(&region["startLine"]), number(&region["startColumn"]), row)
    };
    log["runs"][0]["results"].as_array().expect("results").iter().map(of).collect()
}

fn gitlab(issue: &Value) -> Found {
    let begin = &issue["location"]["positions"]["begin"];
    let row = text(&issue["description"]).strip_prefix("row ").and_then(|rest| rest.split_once(',')?.0.parse().ok());
    (text(&issue["check_name"]), text(&issue["location"]["path"]), number(&begin["line"]), number(&begin["column"]), row)
}

fn csv_row(record: &csv::StringRecord) -> Found {
    let number = |index: usize| record[index].parse().ok();
    (record[9].to_owned(), record[0].to_owned(), number(5).expect("a line"), number(6).expect("a column"), number(2))
}

fn junit(out: &str) -> Vec<Found> {
    let document = roxmltree::Document::parse(out).expect("XML");
    let said = |case: roxmltree::Node<'_, '_>| {
        let inner = case.children().find(|node| node.has_tag_name("failure") || node.has_tag_name("system-out"))?;
        concise(inner.text()?.lines().next()?)
    };
    document.descendants().filter(|node| node.has_tag_name("testcase")).filter_map(said).collect()
}

fn annotation(line: &str) -> Option<Found> {
    let (properties, message) = line.strip_prefix("::")?.split_once("::")?;
    let value = |name: &str| Some(properties.split([' ', ',']).find_map(|part| part.strip_prefix(name)?.strip_prefix('='))?.to_owned());
    let row = message.strip_prefix("row ").and_then(|rest| rest.split_once(',')?.0.parse().ok());
    Some((value("title")?, value("file")?, value("line")?.parse().ok()?, value("col")?.parse().ok()?, row))
}

/// A folder of drafts with every kind of trouble, and a dataset: more findings than any annotation cap.
fn troubled() -> Vec<String> {
    let mut paths: Vec<String> = ["fixtures/reports", "fixtures/broken"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).expect("fixtures").flatten())
        .map(|entry| entry.path().strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("below").display().to_string())
        .collect();
    paths.push(DATASET.to_owned());
    paths.sort();
    paths
}

#[test]
fn every_format_finds_the_same_and_exits_alike() {
    let paths = troubled();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let wanted = found_in("json", &check("json", &paths).out).expect("findings");
    assert!(wanted.len() > 25, "{} findings", wanted.len());
    let wanted_set: BTreeSet<Found> = wanted.iter().cloned().collect();
    for format in names() {
        let report = check(&format, &paths);
        assert_eq!(report.code, Some(1), "{format}: {}", report.err);
        match found_in(&format, &report.out) {
            Some(found) => {
                assert_eq!(found.len(), wanted.len(), "{format}");
                assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted_set, "{format}");
            }
            // Those for people count the rows of a dataset, and draw instead of naming columns.
            None => {
                for (code, file, line, column, row) in &wanted {
                    let name = breachlint::rules::find(code).expect("a rule").name;
                    let place = match (format.as_str(), row) {
                        ("text", None) => format!("{code} {name}"),
                        ("markdown", None) => format!("| {line}:{column} | {code} {name} |"),
                        ("html", None) => format!("{code}</span> · line {line}"),
                        ("html", Some(_)) => format!("1 × {name}"),
                        (_, Some(row)) => format!("row {row}, "),
                        other => panic!("{other:?} is not known to this test"),
                    };
                    assert!(report.out.contains(&place), "{format} does not say {place:?} of {file}");
                }
            }
        }
        assert_eq!(check(&format, &[GOOD]).code, Some(0), "{format}");
        assert_eq!(check(&format, &["no/such.yaml"]).code, Some(3), "{format}");
        assert_eq!(run(&["check", BAD, "--format", &format, "--fail-on", "never"]).code, Some(0), "{format}");
    }
}

#[test]
fn sarif_is_what_oasis_says() {
    let mut schema: Value = json(include_str!("assets/sarif-schema-2.1.0.json"));
    // The pattern of a language is no regular expression (a bracket is closed that was not opened); none is written here.
    for owner in ["run", "toolComponent"] {
        let language = schema["definitions"][owner]["properties"]["language"].as_object_mut().expect("a property");
        language.shift_remove("pattern").expect("a pattern");
    }
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let several = format!("{}---\n{}", base("full"), base("small").replace("type: Theft", "type: theft"));
    let scratch = folder();
    let odd = put(scratch.path(), "a name: with & odd [signs] é.yaml", several.as_bytes());
    let troubled = troubled();
    let troubled: Vec<&str> = troubled.iter().map(String::as_str).collect();
    let runs: [&[&str]; 5] = [&[GOOD], &[BAD], &[DATASET], &[odd.to_str().expect("a path")], &troubled];
    for paths in runs {
        let report = check("sarif", paths);
        let log = json(&report.out);
        let errors: Vec<String> = validator.iter_errors(&log).map(|error| format!("{error} at {}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{paths:?}: {errors:?}");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        assert_eq!(rules.len(), breachlint::rules::all().count(), "the whole table, found or not");
        assert_eq!(run["invocations"][0]["exitCode"].as_i64(), report.code.map(i64::from));
        for result in run["results"].as_array().expect("results") {
            let index = usize::try_from(number(&result["ruleIndex"])).expect("an index");
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        for rule in rules {
            assert!(rule["help"]["text"].as_str().is_some_and(|help| help.contains("## Sources")), "{}", rule["id"]);
        }
    }
    assert!(!validator.is_valid(&json(r#"{"version": "2.1.0", "runs": [{}]}"#)), "the schema refuses something");
}

#[test]
fn a_sarif_fix_is_what_fix_does() {
    let text_before = base("full").replace("type: Hacking/IT Incident", "type: 'Cyberattack' # so called");
    let scratch = folder();
    let path = put(scratch.path(), "draft.yaml", text_before.as_bytes());
    let name = path.to_str().expect("a path");
    let log = json(&check("sarif", &[name]).out);
    let results = log["runs"][0]["results"].as_array().expect("results");
    let fixable = results.iter().find(|result| result["ruleId"] == "BR006").expect("the term");
    let replacement = &fixable["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let region = &replacement["deletedRegion"];
    let at = |line: &str, column: &str| (number(&region[line]), number(&region[column]));
    let ((line, from), (end_line, until)) = (at("startLine", "startColumn"), at("endLine", "endColumn"));
    assert_eq!(line, end_line);
    let mut lines: Vec<String> = text_before.lines().map(str::to_owned).collect();
    let index = |number: u64| usize::try_from(number - 1).expect("an index");
    lines[index(line)].replace_range(index(from)..index(until), &text(&replacement["insertedContent"]["text"]));
    assert_eq!(run(&["fix", name, "--as-of", "2026-03-01"]).code, Some(0));
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), lines.join("\n") + "\n");
}

#[test]
fn a_fix_that_would_repeat_a_masked_value_is_not_offered() {
    let text: String = base("full")
        .lines()
        .map(|line| match line.split_once("first_name: ") {
            Some((indent, name)) => format!("{indent}first_name: ' {name} '\n"),
            None => format!("{line}\n"),
        })
        .collect();
    let scratch = folder();
    let path = put(scratch.path(), "draft.yaml", text.as_bytes());
    let name = path.to_str().expect("a path");
    let findings = json(&check("json", &[name]).out);
    let fixable = |finding: &&Value| finding["path"].as_str().is_some_and(|path| path.ends_with("first_name")) && !finding["fix"].is_null();
    let wanted = findings["findings"].as_array().expect("findings").iter().find(fixable).expect("a fix of a masked answer");
    let offered = |more: &[&str]| {
        let log = json(&check("sarif", &[&[name], more].concat()).out);
        let results = log["runs"][0]["results"].as_array().expect("results").clone();
        results.into_iter().find(|result| result["ruleId"] == wanted["code"]).expect("the finding").get("fixes").is_some()
    };
    assert!(!offered(&[]));
    assert!(offered(&["--show-values"]));
}

#[test]
fn junit_counts_what_it_holds() {
    let troubled = troubled();
    let troubled: Vec<&str> = troubled.iter().map(String::as_str).collect();
    for paths in [&[GOOD][..], &[BAD], &troubled] {
        let out = check("junit", paths).out;
        let document = roxmltree::Document::parse(&out).expect("XML");
        let root = document.root_element();
        assert!(root.has_tag_name("testsuites"));
        let count = |node: roxmltree::Node<'_, '_>, tag: &str| node.descendants().filter(|inner| inner.has_tag_name(tag)).count();
        let said = |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).and_then(|value| value.parse::<usize>().ok());
        let suites: Vec<_> = root.children().filter(roxmltree::Node::is_element).collect();
        assert_eq!(suites.len(), paths.len(), "a suite a file");
        for node in suites.into_iter().chain([root]) {
            assert_eq!(said(node, "tests"), Some(count(node, "testcase")));
            assert_eq!(said(node, "failures"), Some(count(node, "failure")));
            assert_eq!(said(node, "skipped"), Some(count(node, "skipped")));
            assert!(count(node, "testcase") > 0, "a file that was checked has a test case");
        }
        for case in document.descendants().filter(|node| node.has_tag_name("testcase")) {
            assert!(case.attribute("name").is_some() && case.attribute("classname").is_some());
            let known = ["failure", "skipped", "system-out"];
            assert!(case.children().filter(roxmltree::Node::is_element).all(|inner| known.contains(&inner.tag_name().name())));
        }
    }
    let lenient = run(&["check", BAD, "--as-of", "2026-03-01", "--format", "junit", "--fail-on", "never"]);
    assert!(!lenient.out.contains("<failure"), "what does not fail the run fails no test case");
}

#[test]
fn ndjson_is_the_findings_of_the_schema() {
    let mut schema: Value = json(breachlint::schema::FINDINGS);
    schema["$ref"] = "#/$defs/finding".into();
    for key in ["type", "properties", "required", "additionalProperties"] {
        schema.as_object_mut().expect("a schema").shift_remove(key);
    }
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let out = check("ndjson", &[BAD, DATASET, "fixtures/broken/cut-off.yaml"]).out;
    assert!(out.lines().count() > 8);
    for line in out.lines() {
        let errors: Vec<String> = validator.iter_errors(&json(line)).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{line}: {errors:?}");
    }
    assert!(!validator.is_valid(&json("{}")));
    assert_eq!(check("ndjson", &[GOOD]).out, "");
}

#[test]
fn gitlab_keeps_every_issue() {
    let paths = troubled();
    let issues = json(&check("gitlab", &paths.iter().map(String::as_str).collect::<Vec<_>>()).out);
    let issues = issues.as_array().expect("an array");
    let prints: BTreeSet<&str> = issues.iter().filter_map(|issue| issue["fingerprint"].as_str()).collect();
    assert_eq!(prints.len(), issues.len(), "GitLab drops an issue whose fingerprint it has seen");
    let severities = ["info", "minor", "major", "critical", "blocker"];
    assert!(issues.iter().all(|issue| severities.contains(&issue["severity"].as_str().unwrap_or_default())));
    assert_eq!(json(&check("gitlab", &[GOOD]).out), Value::Array(Vec::new()));
}

#[test]
fn github_annotates_up_to_its_cap_and_obeys_no_file_name() {
    let scratch = folder();
    let bad = base("full").replace("type: Hacking/IT Incident", "type: Cyberattack");
    let mut paths = Vec::new();
    for number in 0..14 {
        paths.push(put(scratch.path(), &format!("{number:02} a,b:c%.yaml"), bad.as_bytes()));
    }
    paths.push(put(scratch.path(), "##[error]x.yaml", bad.as_bytes()));
    let mut arguments = vec!["check", "--as-of", "2026-03-01", "--format", "github"];
    arguments.extend(paths.iter().map(|path| path.file_name().expect("a name").to_str().expect("a name")));
    let output = command(&arguments).current_dir(scratch.path()).output().expect("the binary runs");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    let annotations: Vec<&str> = out.lines().filter(|line| line.starts_with("::error ")).collect();
    assert_eq!(annotations.len(), 10);
    assert!(annotations[0].starts_with("::error file=00 a%2Cb%3Ac%25.yaml,line="), "{}", annotations[0]);
    assert_eq!(out.lines().filter(|line| line.contains("error[BR006]")).count(), 5, "the rest stands in the log");
    assert!(out.contains("::notice title=breachlint::and 5 more findings"), "{out}");
    assert!(!out.contains("##["), "{out}");
}

#[test]
fn a_table_for_spreadsheets_has_no_formulas() {
    let header = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/datasets/export.csv")).expect("the export");
    let header = header.lines().next().expect("a header");
    let scratch = folder();
    let row = "\"=cmd|' /C calc'!A0\",MD,Healthcare Provider,500,02/03/2020,Theft,Email,No,\n";
    put(scratch.path(), "=1+1.csv", format!("{header}\n{row}").as_bytes());
    put(scratch.path(), "x.yaml", b"=1+1: 2\n");
    let output = command(&["check", "=1+1.csv", "x.yaml", "--format", "csv", "--as-of", "2026-03-01"])
        .current_dir(scratch.path())
        .output()
        .expect("the binary runs");
    let mut rows = 0;
    for record in csv::Reader::from_reader(&output.stdout[..]).records() {
        for cell in &record.expect("a record") {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            rows += 1;
        }
    }
    assert!(rows > 17);
}

#[test]
fn html_is_one_page_that_loads_nothing_and_shows_markup_as_text() {
    let evil = "<script>alert(1)</script>";
    let text = base("full").replace("type: Hacking/IT Incident", &format!("type: '{evil}'"));
    let report = run_with(&["check", "-", "--stdin-filename", "<b>x.yaml", "--format", "html", "--as-of", "2026-03-01"], text.as_bytes());
    assert!(report.out.starts_with("<!DOCTYPE html><html lang=\"en\">"));
    for wanted in
        ["default-src 'none'", "width=device-width", "prefers-color-scheme: dark", "@media print", "&lt;b&gt;x.yaml", "&lt;script&gt;"]
    {
        assert!(report.out.contains(wanted), "{wanted}");
    }
    assert!(!check("html", &["fixtures/broken/latin-1.yaml"]).out.contains("()"), "a finding about the whole file names no question");
    for refused in ["<script", "<b>", "http://", "https://", "src=", "@import", "url("] {
        assert!(!report.out.contains(refused), "{refused}");
    }
    let ids: Vec<&str> = report.out.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands once: {ids:?}");
    for link in report.out.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&link), "{link} leads nowhere");
    }
}

#[test]
fn several_reports_come_out_of_one_run() {
    let scratch = folder();
    let path = |name: &str| scratch.path().join(name).display().to_string();
    let mut arguments = vec!["check".to_owned(), BAD.to_owned(), DATASET.to_owned(), "--as-of".to_owned(), "2026-03-01".to_owned()];
    for format in names() {
        arguments.extend(["--report".to_owned(), format!("{format}={}", path(&format))]);
    }
    let report = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(report.code, Some(1), "{}", report.err);
    assert_eq!(report.out, run(&["check", BAD, DATASET, "--as-of", "2026-03-01"]).out, "standard output is what it was");
    for format in names() {
        let alone = run(&["check", BAD, DATASET, "--as-of", "2026-03-01", "--format", &format]).out;
        assert_eq!(std::fs::read_to_string(path(&format)).expect("a report"), alone, "{format}");
    }
    assert_eq!(std::fs::read_dir(scratch.path()).expect("the folder").count(), names().len(), "nothing else is left behind");
}

#[test]
fn a_report_that_makes_no_sense_is_refused_before_anything_is_written() {
    let scratch = folder();
    let path = scratch.path().join("out");
    let name = path.to_str().expect("a path");
    let twice = run(&["check", BAD, "-o", name, "--report", &format!("json={name}")]);
    assert_eq!(twice.code, Some(2), "{}", twice.err);
    let draft = put(scratch.path(), "draft.yaml", base("full").as_bytes());
    let draft = draft.to_str().expect("a path");
    for argument in [format!("--output={draft}"), format!("--report=json={draft}")] {
        let over = run(&["check", draft, &argument]);
        assert!(over.code == Some(2) && over.err.contains("is an input"), "{}", over.err);
    }
    assert_eq!(std::fs::read_to_string(draft).expect("the draft"), base("full"));
    for (argument, words) in [("sraif=x", "did you mean sarif?"), ("x", "FORMAT=FILE"), ("json=", "a file must stand")] {
        let refused = run(&["check", BAD, "--report", argument]);
        assert_eq!(refused.code, Some(2));
        assert!(refused.err.contains(words), "{}", refused.err);
    }
    let format = run(&["check", BAD, "--format", "sraif"]);
    assert!(format.code == Some(2) && format.err.contains("'sarif'"), "{}", format.err);
    let folder = run(&["check", BAD, "--report", "json=no/such/folder/x.json"]);
    assert_eq!(folder.code, Some(3), "{}", folder.err);
    assert!(!path.exists());
}

#[test]
fn a_device_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    assert_eq!(run(&["check", BAD, "--as-of", "2026-03-01", "--report", "json=/dev/null"]).code, Some(1));
    let said = run(&["check", BAD, "--as-of", "2026-03-01", "--report", "json=/dev/stderr"]);
    assert_eq!(json(&said.err)["verdict"], "not_ready");
    assert!(std::fs::metadata("/dev/null").expect("it is there").file_type().is_char_device());
}

#[test]
fn a_reader_that_leaves_early_keeps_no_other_from_its_report() {
    let scratch = folder();
    let path = scratch.path().join("out.json");
    let mut child = command(&["check", BAD, "--as-of", "2026-03-01", "--report", &format!("json={}", path.display())])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the binary starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "what was found still stands");
    assert_eq!(json(&std::fs::read_to_string(&path).expect("the report"))["verdict"], "not_ready");
}
