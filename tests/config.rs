//! A reporting repository: its configuration, its suppressions and who answers for them, its baseline. All through the binary.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use std::path::Path;

use serde_json::Value;
use support::run::{Run, base, codes, command, folder, put, with_code};

const THREE: &str = "location:\n    - Email\n    - Laptop\n    - Other Portable Electronic Device";

/// A draft with one warning, BR412 at breach.location.
fn warned() -> String {
    base("full").replace("location:\n    - Email", THREE)
}

/// A repository with `config` and one draft.
fn repository(config: &str, draft: &str) -> tempfile::TempDir {
    let scratch = folder();
    std::fs::create_dir(scratch.path().join(".git")).expect("a folder");
    std::fs::create_dir(scratch.path().join("drafts")).expect("a folder");
    if !config.is_empty() {
        put(scratch.path(), "breachlint.toml", config.as_bytes());
    }
    put(&scratch.path().join("drafts"), "a.yaml", draft.as_bytes());
    scratch
}

/// Runs in the folder `at`, on 2026-03-01.
fn run_in(at: &Path, arguments: &[&str]) -> Run {
    let clock: &[&str] = if arguments.contains(&"--as-of") || arguments[0] == "schema" { &[] } else { &["--as-of", "2026-03-01"] };
    command(&[arguments, clock].concat()).current_dir(at).output().expect("the binary runs").into()
}

fn json_in(at: &Path, more: &[&str]) -> (Run, Value) {
    let run = run_in(at, &[&["check", "drafts", "--format", "json"], more].concat());
    let value: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", run.out, run.err));
    let schema: Value = serde_json::from_str(breachlint::schema::FINDINGS).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:?}");
    (run, value)
}

/// The codes that count.
fn open(value: &Value) -> Vec<String> {
    let findings = value["findings"].as_array().expect("findings").iter().filter(|finding| finding["suppressed"].is_null());
    findings.map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
}

/// The schema of SARIF, without a pattern in it that is no regular expression.
fn official_sarif() -> Value {
    let mut schema: Value = serde_json::from_str(include_str!("assets/sarif-schema-2.1.0.json")).expect("a schema");
    for owner in ["run", "toolComponent"] {
        schema["definitions"][owner]["properties"]["language"]
            .as_object_mut()
            .expect("a property")
            .shift_remove("pattern")
            .expect("a pattern");
    }
    schema
}

#[test]
fn levels_of_rules_families_and_paths() {
    let config = "fail_on = \"warning\"\n[levels]\nBR4 = \"off\"\nBR412 = \"error\"\n";
    let scratch = repository(config, &warned());
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!((run.code, with_code(&value, "BR412")[0]["severity"].as_str()), (Some(1), Some("error")));
    let off = value["not_checked"].as_array().expect("a list").iter().find(|lacking| lacking["reason"] == "switched_off");
    assert!(off.expect("what is off is said")["codes"].as_array().expect("codes").contains(&"BR416".into()), "{value}");
    put(
        scratch.path(),
        "breachlint.toml",
        format!("{config}[[overrides]]\npaths = [\"drafts/**\"]\nlevels = {{ BR412 = \"advice\" }}\n").as_bytes(),
    );
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!((run.code, with_code(&value, "BR412")[0]["severity"].as_str()), (Some(0), Some("advice")), "{}", run.out);
    assert_eq!(json_in(scratch.path(), &["--fail-on", "advice"]).0.code, Some(1), "the command line wins");
    assert_eq!(json_in(scratch.path(), &["--isolated", "--fail-on", "warning"]).0.code, Some(1));
    put(scratch.path(), "breachlint.toml", b"[levels]\nBR412 = \"off\"\n");
    assert_eq!(codes(&json_in(scratch.path(), &[]).1), Vec::<String>::new());
}

#[test]
fn an_error_is_lowered_only_where_its_code_is_allowed() {
    let draft = base("full").replace("affecting: 500 or More", "affecting: Fewer Than 500");
    let scratch = repository("[levels]\nBR3 = \"advice\"\n", &draft);
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!((run.code, with_code(&value, "BR301")[0]["severity"].as_str()), (Some(1), Some("error")), "a family keeps its errors");
    put(scratch.path(), "breachlint.toml", b"[levels]\nBR301 = \"warning\"\n");
    let refused = run_in(scratch.path(), &["check", "drafts"]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("breachlint.toml:2:9: ") && refused.err.contains("allow_lowering_errors = [\"BR301\"]"),
        "{}",
        refused.err
    );
    put(scratch.path(), "breachlint.toml", b"allow_lowering_errors = [\"BR301\"]\n[levels]\nBR301 = \"warning\"\n");
    let (_, value) = json_in(scratch.path(), &[]);
    assert_eq!(with_code(&value, "BR301")[0]["severity"], "warning");
}

#[test]
fn mistakes_are_told_all_at_once_with_place_and_nearest_name() {
    let config = "fail_onn = \"error\"\nas_of = 3\ninclude = [\"a[\"]\ndate_order = \"month_first\"\nallow_suppressing_errors = [\"BR001\"]\n[levels]\nBR4122 = \"off\"\nBR412 = \"of\"\nBR9 = 3\n[columns]\nindividual_affected = \"N\"\n[[ignore]]\npath = \"x.yaml\"\ncode = \"BR412\"\n[[ignore]]\npath = \"*.csv\"\ncode = \"BR412\"\nreason = \"r\"\n";
    let scratch = repository(config, &warned());
    let run = run_in(scratch.path(), &["check", "drafts"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    for told in [
        "breachlint.toml:1:1: unknown key `fail_onn`; did you mean `fail_on`?",
        "breachlint.toml:2:9: `as_of` takes a day of the calendar",
        "breachlint.toml:3:11: `include` holds a pattern that is none",
        "breachlint.toml:4:14: `date_order` takes one of month-first, day-first",
        "breachlint.toml:5:28: `allow_suppressing_errors` names BR001",
        "breachlint.toml:7:10: `BR4122` is neither a rule nor a family such as BR4; did you mean BR412?",
        "breachlint.toml:8:9: `BR412` takes one of off, advice, warning, error; did you mean \"off\"?",
        "breachlint.toml:11:1: unknown key `individual_affected`; did you mean `individuals_affected`?",
        "breachlint.toml:13:1: `reason` is missing here",
        "breachlint.toml:16:8: `path` names one draft",
    ] {
        assert!(run.err.contains(told), "{told}\n{}", run.err);
    }
    put(scratch.path(), "breachlint.toml", b"[levels\n");
    let run = run_in(scratch.path(), &["check", "drafts"]);
    assert!(run.code == Some(2) && run.err.contains("breachlint.toml:1:8: this is not well-formed TOML"), "{}", run.err);
}

#[test]
fn a_configuration_is_found_above_the_input_shown_and_named() {
    let scratch = repository("fail_on = \"warning\"\n", &warned());
    let drafts = scratch.path().join("drafts");
    assert_eq!(run_in(&drafts, &["check", "a.yaml"]).code, Some(1), "above the input, up to the repository");
    let outside = folder();
    let draft = drafts.join("a.yaml");
    assert_eq!(run_in(outside.path(), &["check", draft.to_str().expect("a path")]).code, Some(1));
    let shown = run_in(scratch.path(), &["check", "--show-config"]);
    assert!(shown.out.starts_with("# ") && shown.out.contains("fail_on = \"warning\"\n"), "{}", shown.out);
    put(scratch.path(), "other.toml", shown.out.as_bytes());
    assert_eq!(run_in(scratch.path(), &["check", "drafts", "--config", "other.toml"]).code, Some(1), "what is shown can be read");
    std::fs::create_dir(drafts.join(".git")).expect("a folder");
    assert_eq!(run_in(scratch.path(), &["check", "drafts"]).code, Some(0), "the search ends at the repository's root");
    put(scratch.path(), "b.yaml", warned().as_bytes());
    let two = run_in(scratch.path(), &["check", "drafts", "b.yaml"]);
    assert!(two.code == Some(2) && two.err.contains("under different configurations"), "{}", two.err);
}

#[test]
fn include_and_exclude_choose_from_folders_and_a_named_file_is_read() {
    let scratch = repository("exclude = [\"drafts/old/**\"]\n", &warned());
    std::fs::create_dir(scratch.path().join("drafts/old")).expect("a folder");
    put(&scratch.path().join("drafts/old"), "b.yaml", warned().as_bytes());
    assert_eq!(json_in(scratch.path(), &[]).1["summary"]["reports"], 1);
    assert_eq!(json_in(scratch.path(), &["drafts/old/b.yaml"]).1["summary"]["reports"], 2);
    put(scratch.path(), "breachlint.toml", b"include = [\"drafts/*.draft\"]\n");
    put(&scratch.path().join("drafts"), "c.draft", warned().as_bytes());
    let (_, value) = json_in(scratch.path(), &[]);
    assert_eq!((&value["summary"]["reports"], &value["reports"][0]["file"]), (&1.into(), &"drafts/c.draft".into()));
}

#[test]
fn a_comment_suppresses_with_a_reason_until_its_day() {
    let commented = warned()
        .replace("  location:\n", "  # breachlint: ignore[BR412] until=2026-03-31 -- each was confirmed by 078-05-1120\n  location:\n");
    let scratch = repository("fail_on = \"warning\"\n", &commented);
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert_eq!(value["summary"]["suppressed"], 1);
    let suppressed = &with_code(&value, "BR412")[0]["suppressed"];
    assert_eq!((&suppressed["kind"], &suppressed["until"]), (&"inline".into(), &"2026-03-31".into()));
    let text = run_in(scratch.path(), &["check", "drafts"]).out;
    assert!(text.lines().next().expect("a verdict").contains("1 suppressed") && text.contains("\nSuppressed (1)\n  BR412 "), "{text}");
    for format in ["text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "csv", "markdown", "concise", "html"] {
        let run = run_in(scratch.path(), &["check", "drafts", "--format", format]);
        assert_eq!(run.code, Some(0), "{format}");
        assert!(
            run.out.to_lowercase().contains("suppress") || run.err.contains("1 findings suppressed"),
            "{format}: {}{}",
            run.out,
            run.err
        );
        assert!(!run.out.contains("078-05-1120"), "{format} shows what looks like PHI");
    }
    let sarif: Value = serde_json::from_str(&run_in(scratch.path(), &["check", "drafts", "--format", "sarif"]).out).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"][0]["suppressions"][0]["kind"], "inSource");
    assert!(jsonschema::validator_for(&official_sarif()).expect("a schema").is_valid(&sarif), "{sarif}");
    let (run, value) = json_in(scratch.path(), &["--as-of", "2026-04-01"]);
    assert_eq!(run.code, Some(1));
    assert!(open(&value).contains(&"BR412".to_owned()) && open(&value).contains(&"BR016".to_owned()), "{value}");
}

#[test]
fn a_comment_covers_every_line_of_its_answer() {
    let draft = base("full")
        .replace("  description: >-\n", "  # breachlint: ignore[BR011] -- as the vendor wrote it\n  description: >-\n")
        .replace("of one staff member", "of one staff memberâ€™s team");
    let scratch = repository("", &draft);
    let (_, value) = json_in(scratch.path(), &[]);
    assert_eq!(with_code(&value, "BR011")[0]["suppressed"]["kind"], "inline", "{value}");
    assert!(with_code(&value, "BR016").is_empty(), "{value}");
}

#[test]
fn more_comments_than_are_heeded_are_an_error_and_take_no_time() {
    let many = "# breachlint: ignore[BR412] -- r\n".repeat(100_000);
    let scratch = repository("", &format!("{many}{}", warned()));
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!((run.code, with_code(&value, "BR015").len()), (Some(1), 1));
}

#[test]
fn a_suppression_is_not_called_unused_while_its_rule_cannot_decide() {
    let draft = warned().replace("type: Hacking/IT Incident", "type: Hacking/IT Incident # breachlint: ignore[BR404] -- scanned paper");
    let scratch = repository("", &draft);
    assert!(codes(&json_in(scratch.path(), &[]).1).contains(&"BR016".to_owned()));
    put(&scratch.path().join("drafts"), "a.yaml", draft.replace("- Email", "- Emial box").as_bytes());
    assert!(!codes(&json_in(scratch.path(), &[]).1).contains(&"BR016".to_owned()));
}

#[test]
fn an_entry_of_the_configuration_is_for_one_file_and_field() {
    let entry = "fail_on = \"warning\"\n[[ignore]]\npath = \"drafts/a.json\"\ncode = \"many-locations\"\nfield = \"breach.location\"\nreason = \"confirmed\"\n";
    let scratch = repository(entry, "");
    std::fs::remove_file(scratch.path().join("drafts/a.yaml")).expect("the file");
    let value: Value = serde_yaml_to_json(&warned());
    put(&scratch.path().join("drafts"), "a.json", value.to_string().as_bytes());
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!((run.code, &with_code(&value, "BR412")[0]["suppressed"]["kind"]), (Some(0), &"config".into()), "{}", run.out);
    put(scratch.path(), "breachlint.toml", entry.replace("breach.location", "breach.type").as_bytes());
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!((run.code, open(&value)), (Some(1), vec!["BR016".to_owned(), "BR412".to_owned()]));
    assert!(with_code(&value, "BR016")[0]["message"].as_str().expect("words").contains("breachlint.toml, line 3"), "{value}");
    put(scratch.path(), "breachlint.toml", entry.replace("a.json", "gone.json").as_bytes());
    assert!(run_in(scratch.path(), &["check", "drafts"]).err.contains("breachlint.toml, line 3: there is no file drafts/gone.json"));
}

fn serde_yaml_to_json(text: &str) -> Value {
    let normalized = support::run::run_with(&["normalize", "-", "--to", "json", "--as-of", "2026-03-01"], text.as_bytes());
    serde_json::from_str(&normalized.out).expect("JSON")
}

#[test]
fn an_attestation_holds_for_its_values_and_lapses_with_them() {
    let scratch = repository("fail_on = \"warning\"\n", &warned());
    let attest = ["attest", "drafts/a.yaml", "BR412", "--by", "I. Tressider", "--reason", "each device was imaged"];
    let run = run_in(scratch.path(), &attest);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let file = std::fs::read_to_string(scratch.path().join("breachlint.attest.toml")).expect("the file");
    assert!(file.contains("by = \"I. Tressider\"") && file.contains("field = \"breach.location\"") && !file.contains("Laptop"), "{file}");
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!((run.code, &with_code(&value, "BR412")[0]["suppressed"]["kind"]), (Some(0), &"attest".into()));
    assert!(!run.out.contains("Tressider"), "who attested stays in the file");
    let draft = |text: &str| put(&scratch.path().join("drafts"), "a.yaml", text.as_bytes());
    draft(&format!("# a line more\n{}", warned().replace("individuals_affected: 1204", "individuals_affected: 1204 # counted")));
    assert_eq!(json_in(scratch.path(), &[]).0.code, Some(0), "edits elsewhere leave it");
    draft(&warned().replace("- Laptop", "- Desktop Computer"));
    let (run, value) = json_in(scratch.path(), &[]);
    assert_eq!(run.code, Some(1));
    assert!(open(&value).contains(&"BR412".to_owned()), "{value}");
    assert!(with_code(&value, "BR016")[0]["message"].as_str().expect("words").contains("has lapsed"), "{value}");
    assert_eq!(run_in(scratch.path(), &attest).code, Some(0), "it can be attested again");
    assert_eq!(json_in(scratch.path(), &[]).0.code, Some(0));
    assert_eq!(std::fs::read_to_string(scratch.path().join("breachlint.attest.toml")).expect("the file").matches("[[attest]]").count(), 1);
}

#[test]
fn what_must_be_fixed_or_is_not_there_cannot_be_attested() {
    let scratch = repository("", &base("full").replace("affecting: 500 or More", "affecting: Fewer Than 500"));
    let attest = |code: &str| run_in(scratch.path(), &["attest", "drafts/a.yaml", code, "--by", "N", "--reason", "r"]);
    assert!(attest("BR301").code == Some(2) && attest("BR301").err.contains("must be fixed"), "{}", attest("BR301").err);
    assert!(attest("BR412").code == Some(2) && attest("BR412").err.contains("no finding of BR412"));
    assert!(attest("BR4122").err.contains("did you mean BR412?"));
    assert!(!scratch.path().join("breachlint.attest.toml").exists());
    put(scratch.path(), "breachlint.toml", b"allow_suppressing_errors = [\"BR301\"]\n");
    assert_eq!(attest("BR301").code, Some(0));
    assert_eq!(run_in(scratch.path(), &["check", "drafts"]).code, Some(0));
}

#[test]
fn a_baseline_lets_only_what_is_new_decide() {
    let draft = warned().replace("affecting: 500 or More", "affecting: Fewer Than 500");
    let scratch = repository("fail_on = \"warning\"\n", &draft);
    let update = ["baseline", "update", "drafts", "-o", "baseline.json"];
    assert_eq!(run_in(scratch.path(), &update).code, Some(0));
    let known = std::fs::read_to_string(scratch.path().join("baseline.json")).expect("the baseline");
    assert!(known.contains("BR301@breach.affecting:") && !known.contains("Fewer"), "{known}");
    let with = ["--baseline", "baseline.json"];
    let (run, value) = json_in(scratch.path(), &with);
    assert_eq!((run.code, &value["summary"]["in_baseline"], &value["summary"]["errors"]), (Some(0), &2.into(), &0.into()), "{value}");
    assert_eq!(value["reports"][0]["verdict"]["standing"], "not_ready", "what must be fixed is still to be fixed");
    // Moved by a comment above, and one fault more.
    let moved = format!("# a line more\n{draft}").replace("type: Hacking/IT Incident", "type: Theft");
    put(&scratch.path().join("drafts"), "a.yaml", moved.as_bytes());
    let (_, value) = json_in(scratch.path(), &with);
    assert_eq!(value["summary"]["in_baseline"], 2, "{value}");
    // A changed value makes it new, and the old one is gone.
    put(&scratch.path().join("drafts"), "a.yaml", draft.replace("    - Laptop\n", "    - Desktop Computer\n").as_bytes());
    let (run, value) = json_in(scratch.path(), &with);
    assert_eq!((run.code, open(&value).contains(&"BR412".to_owned())), (Some(1), true));
    assert_eq!(value["vanished"], serde_json::json!([{"file": "drafts/a.yaml", "code": "BR412", "path": "breach.location"}]));
    assert!(run_in(scratch.path(), &["check", "drafts", "--baseline", "baseline.json"]).out.contains("\nGone since the baseline (1)\n"));
    let sarif: Value =
        serde_json::from_str(&run_in(scratch.path(), &["check", "drafts", "--baseline", "baseline.json", "--format", "sarif"]).out)
            .expect("JSON");
    let states: Vec<&str> =
        sarif["runs"][0]["results"].as_array().expect("results").iter().filter_map(|result| result["baselineState"].as_str()).collect();
    assert!(states.contains(&"new") && states.contains(&"unchanged") && states.contains(&"absent"), "{states:?}");
    let schema: Value = official_sarif();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> = validator.iter_errors(&sarif).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let key = |text: &str| serde_json::from_str::<Value>(text).expect("JSON")["key"].clone();
    assert_eq!(run_in(scratch.path(), &update).code, Some(0));
    let renewed = std::fs::read_to_string(scratch.path().join("baseline.json")).expect("the baseline");
    assert_eq!(key(&known), key(&renewed));
    assert_eq!(json_in(scratch.path(), &with).0.code, Some(0));
    assert_eq!(run_in(scratch.path(), &["check", "drafts", "--baseline", "breachlint.toml"]).code, Some(2));
    assert_eq!(run_in(scratch.path(), &["check", "drafts", "--baseline", "none.json"]).code, Some(3));
}

#[test]
fn a_fix_leaves_alone_what_is_suppressed_or_off() {
    let draft = base("full").replace(
        "name: Merrowdale Family Practice",
        "name: Merrowdale  Family Practice # breachlint: ignore[BR014,BR107] -- so registered",
    );
    let scratch = repository("", &draft);
    let found = codes(&json_in(scratch.path(), &["--isolated"]).1);
    assert_eq!(run_in(scratch.path(), &["fix", "drafts"]).code, Some(0));
    let after = std::fs::read_to_string(scratch.path().join("drafts/a.yaml")).expect("the draft");
    assert_eq!(after, draft, "{found:?}");
    put(&scratch.path().join("drafts"), "a.yaml", draft.replace(" # breachlint: ignore[BR014,BR107] -- so registered", "").as_bytes());
    put(scratch.path(), "breachlint.toml", b"[levels]\nBR0 = \"off\"\nBR107 = \"off\"\n");
    assert_eq!(run_in(scratch.path(), &["fix", "drafts"]).code, Some(0));
    assert!(std::fs::read_to_string(scratch.path().join("drafts/a.yaml")).expect("the draft").contains("Merrowdale  Family"));
    put(scratch.path(), "breachlint.toml", b"");
    assert_eq!(run_in(scratch.path(), &["fix", "drafts"]).code, Some(0));
    assert!(std::fs::read_to_string(scratch.path().join("drafts/a.yaml")).expect("the draft").contains("Merrowdale Family"));
}

#[test]
fn the_schema_of_the_configuration_is_what_the_code_reads() {
    let schema: Value = serde_json::from_str(breachlint::schema::CONFIG).expect("a schema");
    let keys = |pointer: &str| -> Vec<String> {
        schema.pointer(pointer).and_then(Value::as_object).expect("properties").keys().cloned().collect()
    };
    assert_eq!(keys("/properties"), breachlint::config::KEYS);
    assert_eq!(keys("/properties/overrides/items/properties"), breachlint::config::OVERRIDE_KEYS);
    assert_eq!(keys("/properties/ignore/items/properties"), breachlint::config::IGNORE_KEYS);
    let words = |pointer: &str| schema.pointer(pointer).cloned().expect("words");
    assert_eq!(words("/properties/fail_on/enum"), serde_json::json!(breachlint::config::FAIL_ON));
    assert_eq!(words("/properties/date_order/enum"), serde_json::json!(breachlint::config::DATE_ORDERS));
    assert_eq!(words("/$defs/levels/additionalProperties/enum"), serde_json::json!(breachlint::config::LEVELS));
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let good = "fail_on = \"never\"\nas_of = \"2026-03-01\"\ndate_order = \"day-first\"\ninclude = [\"**/*.yaml\"]\nexclude = []\nallow_lowering_errors = [\"BR114\"]\nallow_suppressing_errors = [\"BR301\"]\n[columns]\nindividuals_affected = \"Total\"\n[levels]\nBR4 = \"off\"\nBR412 = \"error\"\nmany-locations = \"advice\"\n[[overrides]]\npaths = [\"old/**\"]\nlevels = { BR103 = \"off\" }\n[[ignore]]\npath = \"a.yaml\"\ncode = \"BR408\"\nfield = \"breach.type\"\nuntil = \"2027-03-01\"\nreason = \"seen\"\n";
    let both = |text: &str| {
        let value = toml_to_json(text);
        (breachlint::config::Config::parse("breachlint.toml", text).is_ok(), validator.is_valid(&value))
    };
    assert_eq!(both(good), (true, true));
    for (before, after) in [
        ("\"never\"", "\"nevr\""),
        ("fail_on", "fail"),
        ("\"2026-03-01\"", "\"2026-02-30\""),
        ("\"2026-03-01\"", "3"),
        ("\"day-first\"", "\"dmy\""),
        ("[\"**/*.yaml\"]", "\"**/*.yaml\""),
        ("BR412 = \"error\"", "BR412 = \"info\""),
        ("\"Total\"", "\" \""),
        ("paths = [\"old/**\"]\n", ""),
        ("levels = { BR103 = \"off\" }", "level = { BR103 = \"off\" }"),
        ("reason = \"seen\"\n", ""),
        ("reason = \"seen\"", "reason = \"\""),
        ("until = \"2027-03-01\"", "until = \"soon\""),
        ("[\"BR301\"]", "[\"BR 301\"]"),
    ] {
        assert!(good.contains(before), "{before}");
        assert_eq!(both(&good.replace(before, after)), (false, false), "{before} -> {after}");
    }
}

#[test]
fn the_documentation_names_every_key_and_its_example_is_read() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/configuration.md")).expect("the page");
    for key in breachlint::config::KEYS {
        assert!(page.contains(&format!("| `{key}` | ")), "{key}");
    }
    let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let config = breachlint::config::Config::parse("example", example).map_err(|mistakes| format!("{mistakes:?}"));
    let config = config.expect("no mistake");
    assert_eq!((config.ignores.len(), config.fail_on.is_some()), (1, true));
    let comments = page.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let draft = base("full").replace("  location:\n    - Email\n", "").replace("  type: Hacking/IT Incident\n", comments);
    let scratch = repository("", &draft);
    let value = json_in(scratch.path(), &[]).1;
    let suppressed = value["findings"].as_array().expect("findings").iter().filter(|finding| !finding["suppressed"].is_null());
    let suppressed: Vec<&str> = suppressed.filter_map(|finding| finding["code"].as_str()).collect();
    assert!(suppressed.contains(&"BR412"), "{value}");
}

fn toml_to_json(text: &str) -> Value {
    fn value(item: &toml_edit::Value) -> Value {
        match item {
            toml_edit::Value::String(text) => text.value().clone().into(),
            toml_edit::Value::Integer(number) => (*number.value()).into(),
            toml_edit::Value::Boolean(answer) => (*answer.value()).into(),
            toml_edit::Value::Array(items) => items.iter().map(value).collect(),
            toml_edit::Value::InlineTable(table) => {
                table.iter().map(|(key, item)| (key.to_owned(), value(item))).collect::<serde_json::Map<_, _>>().into()
            }
            other => other.to_string().trim().into(),
        }
    }
    fn table(of: &toml_edit::Table) -> Value {
        let item = |item: &toml_edit::Item| match item {
            toml_edit::Item::Table(inner) => table(inner),
            toml_edit::Item::ArrayOfTables(tables) => tables.iter().map(table).collect(),
            other => other.as_value().map_or(Value::Null, value),
        };
        of.iter().map(|(key, inner)| (key.to_owned(), item(inner))).collect::<serde_json::Map<_, _>>().into()
    }
    let document: toml_edit::DocumentMut = text.parse().expect("TOML");
    table(document.as_table())
}

/// More drafts than are kept between the two times: what lies beyond is read again and paired all the same.
#[test]
fn a_run_of_many_drafts_pairs_the_first_with_the_last() {
    let other =
        |number: usize| base("small").replace("Copper", &format!("Copper {number}")).replace("name: ", &format!("name: N{number} "));
    let scratch = repository("", &base("full"));
    let drafts = scratch.path().join("drafts");
    for number in 0..1005 {
        put(&drafts, &format!("m{number:04}.yaml"), other(number).as_bytes());
    }
    let addendum =
        base("addendum").replace("individuals_affected: 1204", "individuals_affected: 499 # breachlint: ignore[BR804] -- recounted");
    put(&drafts, "z.yaml", addendum.as_bytes());
    let (_, value) = json_in(scratch.path(), &[]);
    let reports = value["reports"].as_array().expect("reports");
    let files: Vec<&str> = reports.iter().filter_map(|report| report["file"].as_str()).collect();
    assert!(files.len() == 1007 && files.is_sorted(), "in their order");
    let compared: Vec<&str> = reports
        .iter()
        .filter(|report| report["compared_with"] != serde_json::json!([]))
        .filter_map(|report| report["file"].as_str())
        .collect();
    assert_eq!(compared, ["drafts/a.yaml", "drafts/z.yaml"]);
    assert_eq!(with_code(&value, "BR804")[0]["suppressed"]["kind"], "inline", "{:?}", with_code(&value, "BR804"));
}

#[test]
fn columns_and_the_order_of_dates_hold_for_datasets() {
    let list = std::fs::read_to_string("fixtures/datasets/two-counts.csv").expect("a fixture").replace("02/03/2025", "02/03/2024");
    let at = |config: &str| {
        let scratch = repository(config, &base("full"));
        put(scratch.path(), "list.csv", list.as_bytes());
        let run = run_in(scratch.path(), &["check", "list.csv", "--format", "json"]);
        codes(&serde_json::from_str(&run.out).expect("JSON"))
    };
    assert!(at("").iter().any(|code| code == "BR019"), "two columns for one field");
    let read = at("date_order = \"day-first\"\n[columns]\nindividuals_affected = \"Individuals Affected\"\n");
    assert!(!read.iter().any(|code| code == "BR019"), "{read:?}");
}

/// An export whose header and dates only the configuration explains: `layout`, `diff` and `trends` read it as `check` and `normalize` do.
#[test]
fn datasets_are_read_as_the_configuration_says_by_every_command() {
    let scratch = repository("date_order = \"day-first\"\n[columns]\nindividuals_affected = \"Heads\"\n", &base("full"));
    let at = scratch.path();
    let header = "Name of Covered Entity,State,Covered Entity Type,Heads,Breach Submission Date,Type of Breach,Location of Breached Information,Business \
                  Associate Present,Web Description\n";
    let row = |heads: u32| format!("Gorse Bay Clinic,OH,Healthcare Provider,{heads},03/04/2024,Theft,Laptop,No,\n");
    put(at, "old.csv", format!("{header}{}", row(700)).as_bytes());
    put(at, "new.csv", format!("{header}{}", row(800)).as_bytes());

    let layout = |more: &[&str]| run_in(at, &[&["layout", "new.csv", "--format", "json"], more].concat()).out;
    assert!(layout(&[]).contains("Heads") && layout(&[]) != layout(&["--isolated"]), "{}", layout(&[]));

    let diff = |more: &[&str]| run_in(at, &[&["diff", "old.csv", "new.csv"], more].concat());
    assert!(diff(&[]).out.contains("700") && diff(&[]).out.contains("800"), "{}{}", diff(&[]).out, diff(&[]).err);
    assert_ne!(diff(&[]).out, diff(&["--isolated"]).out);

    let read = |more: &[&str]| {
        let run = run_in(at, &[&["trends", "new.csv", "--format", "json"], more].concat());
        let value: Value = serde_json::from_str(&run.out).unwrap_or_default();
        (value["source"][0]["first"].clone(), value["series"][0]["total"]["individuals"].clone())
    };
    assert_eq!(read(&[]), ("2024-04-03".into(), 800.into()));
    assert_eq!(read(&["--date-order", "month-first"]), ("2024-03-04".into(), 800.into()));
    assert_ne!(read(&["--isolated"]), read(&[]));

    put(at, "breachlint.toml", b"date_ordr = 1\n");
    for command in [&["layout", "new.csv"][..], &["diff", "old.csv", "new.csv"], &["trends", "new.csv"]] {
        assert_eq!(run_in(at, command).code, Some(2), "{command:?}");
    }
}
