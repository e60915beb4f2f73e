//! The command line as its users meet it: exit codes, streams, formats, files.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use std::process::Stdio;

use support::run::{base, check_json, codes, command, folder, put, run, run_with};

const BAD: &str = "fixtures/reports/bad-phishing.yaml";
const GOOD: &str = "fixtures/reports/provider-large.yaml";
const LATE: &str = "fixtures/reports/late.yaml";

fn check(path: &str, more: &[&str]) -> support::run::Run {
    run(&[&["check", path, "--as-of", "2026-03-01"], more].concat())
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_parquet_says_how_to_get_one_with_it() {
    for how in [["--to", "parquet"], ["-o", "x.parquet"]] {
        let result = run(&[&["normalize", "fixtures/datasets/clean.csv"], &how[..]].concat());
        assert_eq!((result.code, result.err.contains("--features parquet")), (Some(2), true), "{}", result.err);
    }
}

#[test]
fn exit_codes_are_0_1_2_3() {
    assert_eq!(check(GOOD, &[]).code, Some(0));
    assert_eq!(check(BAD, &[]).code, Some(1));
    assert_eq!(check(BAD, &["--fail-on", "never"]).code, Some(0));
    assert_eq!(check(BAD, &["--no-such-option"]).code, Some(2));
    assert_eq!(run(&["explain", "BR999"]).code, Some(2));
    assert_eq!(check("no/such/file.yaml", &[]).code, Some(3));
    let empty = folder();
    assert_eq!(run(&["check", empty.path().to_str().expect("a path")]).code, Some(3), "a run that checked nothing is no success");
    for format in ["text", "concise", "json"] {
        assert_eq!(check(BAD, &["--format", format]).code, Some(1), "{format}");
        assert_eq!(check(GOOD, &["--format", format]).code, Some(0), "{format}");
    }
}

#[test]
fn a_late_draft_says_so_and_blocks_only_when_asked() {
    let late = check(LATE, &[]);
    assert!(late.out.lines().next().expect("a verdict").contains("LATE: file now"), "{}", late.out);
    assert_eq!(late.code, Some(0));
    assert_eq!(check(LATE, &["--fail-on", "warning"]).code, Some(1));
}

#[test]
fn the_verdict_is_the_first_line_and_a_good_draft_lists_what_was_not_checked() {
    assert!(check(BAD, &[]).out.lines().next().expect("a verdict").contains("NOT READY TO FILE: "), "{}", check(BAD, &[]).out);
    let minimal = check("fixtures/reports/minimal-provider-large.yaml", &[]);
    assert!(minimal.out.lines().next().expect("a verdict").contains("NO BLOCKING FAULT FOUND"), "{}", minimal.out);
    assert!(minimal.out.contains("\nNot checked\n") && minimal.out.contains("breach.residents_by_state"), "{}", minimal.out);
    assert!(minimal.out.contains("\nFiling clock (as of 2026-03-01)\n"), "{}", minimal.out);
    assert!(!minimal.out.to_lowercase().contains("ready to file:"), "ready is the filer's word");
}

#[test]
fn every_good_fixture_passes_and_its_json_is_valid() {
    let schema: serde_json::Value = serde_json::from_str(breachlint::schema::FINDINGS).expect("a schema");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let mut seen = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/reports")).expect("reports").flatten() {
        let path = entry.path();
        let path = path.to_str().expect("a path");
        let report = check(path, &["--format", "json"]);
        let value: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| format!("{} at {}", error, error.instance_path())).collect();
        assert!(errors.is_empty(), "{path}: {errors:?}");
        seen += 1;
        let bad = path.contains("bad-");
        assert_eq!(report.code, Some(i32::from(bad)), "{path}: {:?}", codes(&value));
        if !bad && !path.contains("late") && !path.contains("addendum-before") {
            assert!(codes(&value).is_empty(), "{path}: {:?}", codes(&value));
        }
    }
    assert!(seen >= 17);
}

#[test]
fn json_of_a_broken_file_a_dataset_and_several_reports_is_valid() {
    let schema: serde_json::Value = serde_json::from_str(breachlint::schema::FINDINGS).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let several = format!("{}---\n{}", base("full"), base("small"));
    let csv = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description\nOld Mill Clinic ,,Healthcare Provider,500,02/03/2020,Theft,Email,No,\\N\n";
    for (name, text, reports) in [("x.yaml", "a: [", 1), ("x.yaml", several.as_str(), 2), ("x.csv", csv, 1), ("x.yaml", "", 1)] {
        let (_, value) = check_json(name, text.as_bytes(), "2026-03-01");
        assert!(validator.is_valid(&value), "{name} {value}");
        assert_eq!(value["reports"].as_array().map(Vec::len), Some(reports), "{value}");
    }
}

#[test]
fn standard_input_is_read_and_named() {
    let report = run_with(&["check", "-", "--stdin-filename", "mine.yaml", "--format", "concise", "--as-of", "2026-03-01"], b"a: 1\n");
    assert!(report.out.lines().all(|line| line.starts_with("mine.yaml:")) && !report.out.is_empty(), "{}", report.out);
}

#[test]
fn stdout_carries_the_format_only_and_messages_go_to_stderr() {
    let scratch = folder();
    put(scratch.path(), "draft.yaml", base("full").as_bytes());
    put(scratch.path(), "other.yaml", b"services: []\n");
    let report = run(&["check", scratch.path().to_str().expect("a path"), "--format", "json", "--as-of", "2026-03-01"]);
    let value: serde_json::Value = serde_json::from_str(&report.out).expect("JSON and nothing else");
    assert_eq!(value["summary"]["reports"], 1);
    assert!(report.err.contains("1 file skipped"), "{}", report.err);
}

#[test]
fn folders_respect_gitignore() {
    let scratch = folder();
    std::fs::create_dir(scratch.path().join(".git")).expect("a folder");
    put(scratch.path(), ".gitignore", b"secret.yaml\n");
    put(scratch.path(), "secret.yaml", base("full").as_bytes());
    put(scratch.path(), "draft.yaml", base("full").as_bytes());
    let report = run(&["check", scratch.path().to_str().expect("a path"), "--format", "json", "--as-of", "2026-03-01"]);
    let value: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
    assert_eq!(value["summary"]["reports"], 1);
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    assert!(!check(BAD, &[]).out.contains('\u{1b}'));
    assert!(check(BAD, &["--color", "always"]).out.contains('\u{1b}'));
    assert!(!run(&["--help"]).out.contains('\u{1b}'));
    let plain = command(&["check", BAD, "--as-of", "2026-03-01"])
        .env("NO_COLOR", "1")
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("the binary runs");
    assert!(!plain.stdout.contains(&0x1b));
}

#[test]
fn colour_can_be_forced_and_no_color_has_the_last_word() {
    let coloured = |variables: &[(&str, &str)], arguments: &[&str]| {
        let all = [&["check", BAD, "--as-of", "2026-03-01"], arguments].concat();
        let output = command(&all).envs(variables.iter().copied()).output().expect("the binary runs");
        output.stdout.contains(&0x1b)
    };
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "0")], &[]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "0")], &[]), "NO_COLOR counts whatever it says");
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]));
    assert!(coloured(&[("NO_COLOR", "1")], &["--color", "always"]));
    for format in ["json", "sarif", "github", "concise", "markdown", "html"] {
        assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["--format", format]), "{format}");
    }
}

#[test]
fn help_is_what_it_was() {
    let mut arguments: Vec<Vec<&str>> = vec![vec!["--help"]];
    let listed = run(&["--help"]).out;
    let lines = listed.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> = lines.filter_map(|line| line.split_whitespace().next()).filter(|&name| name != "help").collect();
    assert!(names.contains(&"check") && names.len() >= 10, "{names:?}");
    arguments.extend(names.iter().map(|&name| vec![name, "--help"]));
    for arguments in arguments {
        let help = run(&arguments);
        assert!(help.code == Some(0) && help.err.is_empty(), "{arguments:?}");
        let name = if arguments.len() == 1 { "breachlint" } else { arguments[0] };
        let path = format!("{}/fixtures/expected/help/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &help.out).expect("the file is written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(help.out == expected, "{path} is out of date: renew it with BLESS=1 cargo test --test cli, then read the diff");
    }
}

#[test]
fn normalizing_in_place_loses_no_comment_unasked() {
    let scratch = folder();
    let bare: Vec<String> = base("full").lines().filter(|line| !line.trim_start().starts_with('#')).map(str::to_owned).collect();
    let bare = (bare.join("\n") + "\n").replace("type: Hacking/IT Incident", "type: Cyberattack");
    let clean = put(scratch.path(), "bare.yaml", bare.as_bytes());
    let kept = format!("# why\n{bare}");
    let commented = put(scratch.path(), "commented.yaml", kept.as_bytes());
    let name = |path: &std::path::Path| path.to_str().expect("a path").to_owned();
    let normalize = |more: &[&str]| {
        let (clean, commented) = (name(&clean), name(&commented));
        run(&[&["normalize", &clean, &commented, "--as-of", "2026-03-01"], more].concat())
    };
    let read = |path: &std::path::Path| std::fs::read_to_string(path).expect("the file");
    assert_eq!(normalize(&[]).code, Some(2), "two drafts have no one output");
    let checked = normalize(&["--check"]);
    assert_eq!((checked.code, checked.err.lines().count()), (Some(1), 2), "{}", checked.err);
    assert_eq!(read(&clean), bare, "--check changes nothing");
    let left = normalize(&["--in-place"]);
    assert!(left.code == Some(1) && left.err.contains("would lose its 1 comment;"), "{}", left.err);
    assert_eq!(read(&commented), kept);
    assert!(read(&clean).contains("type: Hacking/IT Incident"));
    assert_eq!(normalize(&["--in-place", "--drop-comments"]).code, Some(0));
    assert_eq!(read(&commented), read(&clean));
    let settled = normalize(&["--check"]);
    assert_eq!((settled.code, settled.err.as_str()), (Some(0), ""));
    let broken = put(scratch.path(), "broken.yaml", b"breach: [");
    assert_eq!(run(&["normalize", "--in-place", &name(&broken)]).code, Some(1));
    assert_eq!(read(&broken), "breach: [");
}

#[test]
fn editors_are_told_where_the_schema_is() {
    let settings = run(&["schema", "--for", "vscode"]);
    let value: serde_json::Value = serde_json::from_str(&settings.out).expect("JSON and nothing else");
    assert!(value["yaml.schemas"][".vscode/breach-report.schema.json"].is_array(), "{value}");
    assert!(settings.err.contains("breachlint schema > .vscode/breach-report.schema.json"));
    assert!(run(&["new"]).out.starts_with("# yaml-language-server: $schema=breach-report.schema.json\n"));
}

#[test]
fn a_narrated_report_draws_nothing() {
    let narrated = command(&["check", BAD, "--as-of", "2026-03-01"]).env("BREACHLINT_NARRATE", "1").output().expect("the binary runs");
    let text = String::from_utf8(narrated.stdout).expect("UTF-8");
    assert!(!text.contains('╭') && text.contains("line"), "{text}");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = command(&["rules"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn fix_changes_what_it_says_and_not_a_byte_more() {
    let scratch = folder();
    let before = base("full").replace("type: Hacking/IT Incident", "type: 'Cyberattack'   # as we call it").replace('\n', "\r\n");
    let path = put(scratch.path(), "draft.yaml", before.as_bytes());
    let name = path.to_str().expect("a path");
    let diff = run(&["fix", name, "--diff", "--as-of", "2026-03-01"]);
    assert_eq!(diff.code, Some(1));
    assert!(diff.out.contains("-  type: 'Cyberattack'") && diff.out.contains("+  type: 'Hacking/IT Incident'"), "{}", diff.out);
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), before, "--diff changes nothing");
    assert_eq!(run(&["fix", name, "--as-of", "2026-03-01"]).code, Some(0));
    let after = std::fs::read_to_string(&path).expect("the file");
    assert_eq!(after, before.replace("'Cyberattack'", "'Hacking/IT Incident'"));
    let again = run(&["fix", name, "--diff", "--as-of", "2026-03-01"]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""));
}

#[test]
fn fix_keeps_a_symlink_and_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = folder();
    let text = base("full").replace("type: Hacking/IT Incident", "type: Cyberattack");
    let real = put(scratch.path(), "real.yaml", text.as_bytes());
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).expect("permissions");
    let link = scratch.path().join("link.yaml");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    assert_eq!(run(&["fix", link.to_str().expect("a path"), "--as-of", "2026-03-01"]).code, Some(0));
    assert!(link.symlink_metadata().expect("the link").file_type().is_symlink());
    assert!(std::fs::read_to_string(&real).expect("the file").contains("type: Hacking/IT Incident"));
    assert_eq!(real.metadata().expect("the file").permissions().mode() & 0o777, 0o640);
}

#[test]
fn normalize_writes_once_privately_and_logs_each_change() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = folder();
    let text = base("full").replace("type: Hacking/IT Incident", "type: Cyberattack").replace("zip: \"21701\"", "zip: 21701");
    let path = put(scratch.path(), "draft.yaml", text.as_bytes());
    let (once, changes) = (scratch.path().join("once.yaml"), scratch.path().join("changes.ndjson"));
    let name = |path: &std::path::Path| path.to_str().expect("a path").to_owned();
    let report = run(&["normalize", &name(&path), "-o", &name(&once), "--changes", &name(&changes), "--as-of", "2026-03-01"]);
    assert_eq!(report.code, Some(0), "{}", report.err);
    for file in [&once, &changes] {
        assert_eq!(file.metadata().expect("the file").permissions().mode() & 0o777, 0o600);
    }
    let twice = run(&["normalize", &name(&once), "--as-of", "2026-03-01"]);
    assert_eq!(twice.out, std::fs::read_to_string(&once).expect("the file"));
    let schema: serde_json::Value = serde_json::from_str(breachlint::schema::CHANGES).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let log = std::fs::read_to_string(&changes).expect("the log");
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(lines.iter().all(|line| validator.is_valid(line)), "{log}");
    let kind = lines.iter().find(|line| line["path"] == "breach.type").expect("the type was changed");
    assert_eq!((&kind["before"], &kind["after"], &kind["code"]), (&"Cyberattack".into(), &"Hacking/IT Incident".into(), &"BR006".into()));
    let json = run(&["normalize", &name(&once), "--to", "json", "--as-of", "2026-03-01"]);
    assert!(check_json("x.json", json.out.as_bytes(), "2026-03-01").1["findings"].as_array().is_some_and(Vec::is_empty));
}

#[test]
fn a_draft_that_must_be_fixed_first_is_not_normalized() {
    let report = run(&["normalize", "-", "--as-of", "2026-03-01"]);
    assert_eq!(report.code, Some(1), "an empty draft has no canonical form: {}", report.err);
    assert!(report.out.is_empty());
    let text = base("full").replace("individuals_affected: 1204", "individuals_affected: 0501");
    let report = run_with(&["normalize", "-", "--as-of", "2026-03-01"], text.as_bytes());
    assert_eq!(report.code, Some(1));
    assert!(report.out.is_empty() && report.err.contains("BR010"), "{}", report.err);
}

#[test]
fn a_new_draft_can_be_checked_and_has_only_the_questions_that_apply() {
    let scratch = folder();
    let path = scratch.path().join("draft.yaml");
    let name = path.to_str().expect("a path");
    for filer in ["covered-entity", "business-associate", "covered-entity-for-business-associate"] {
        for affected in ["500-or-more", "fewer-than-500"] {
            let text = run(&["new", "--filer", filer, "--affected", affected]).out;
            let (report, value) = check_json("draft.yaml", text.as_bytes(), "2026-03-01");
            assert_eq!(report.code, Some(1), "nothing is answered yet");
            let known: Vec<String> = codes(&value)
                .into_iter()
                .filter(|code| !matches!(code.as_str(), "BR004" | "BR104" | "BR115" | "BR302" | "BR604" | "BR614" | "BR701"))
                .collect();
            assert!(known.is_empty(), "{filer} {affected}: {known:?}\n{text}");
            assert_eq!(text.contains("\nbusiness_associate:"), filer != "covered-entity", "{filer}");
        }
    }
    assert_eq!(run(&["new", "-o", name]).code, Some(0));
    assert_eq!(run(&["new", "-o", name]).code, Some(2), "an existing file is not overwritten");
}

#[test]
fn rules_and_pages_are_shown() {
    let json = run(&["rules", "--format", "json"]);
    let rules: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(rules.as_array().map(Vec::len), Some(breachlint::rules::all().count()));
    for key in ["code", "name", "family", "severity", "summary", "fix", "cites", "since", "effective", "precision"] {
        assert!(rules[0].get(key).is_some(), "{key}");
    }
    assert!(run(&["explain", "br205"]).out.starts_with("# BR205 hhs-told-late"));
    assert!(run(&["explain", "164.408"]).out.contains("BR205"));
    assert!(!run(&["explain", "164.40"]).out.contains("BR205"));
    let unknown = run(&["explain", "BR2055"]);
    assert!(unknown.err.contains("did you mean BR205"), "{}", unknown.err);
}

#[test]
fn schemas_completions_and_the_manual_are_printed() {
    for which in ["report", "record", "findings", "changes", "config"] {
        let schema: serde_json::Value = serde_json::from_str(&run(&["schema", which]).out).expect("JSON");
        assert!(schema["$id"].as_str().is_some_and(|id| id.starts_with("urn:breachlint:")), "{which}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(run(&["completions", shell]).out.contains("breachlint"), "{shell}");
    }
    assert!(run(&["man"]).out.starts_with(".ie"));
    assert!(run(&["man", "check"]).out.contains(".TH breachlint-check"));
    let unknown = run(&["man", "chekc"]);
    assert!(unknown.code == Some(2) && unknown.err.contains("did you mean check?"), "{}", unknown.err);
    for command in ["check", "fix", "normalize", "attest", "baseline", "rules", "explain", "new", "schema", "completions", "man"] {
        let help = run(&[command, "--help"]);
        assert!(help.code == Some(0) && help.out.contains("Usage:"), "{command}");
    }
}

#[cfg(not(feature = "web"))]
#[test]
fn the_light_build_says_that_it_has_no_page() {
    let served = run(&["serve"]);
    assert!(served.code == Some(2) && served.err.contains("feature `web`"), "{}", served.err);
}

#[test]
fn values_of_contacts_and_phi_are_shown_to_nobody() {
    let canaries =
        ["Quetzalina", "Xylander", "quetz@canary.example.org", "410-555-0177", "078-05-1120", "Officer Zebulon", "Wolfgang Attestor"];
    let text = base("delay")
        .lines()
        .map(|line| {
            let indent = &line[..line.len() - line.trim_start().len()];
            match line.trim_start().split(':').next().unwrap_or_default() {
                "first_name" => format!("{indent}first_name: Quetzalina"),
                "last_name" => format!("{indent}last_name: '  Xylander '"),
                "email" => format!("{indent}email: quetz@canary.example.org@"),
                "phone" => format!("{indent}phone: 410-555-0177-9"),
                "official" => format!("{indent}official: Officer  Zebulon"),
                "name" if line.contains("name: ") && indent.len() == 2 && !line.contains("Practice") => {
                    format!("{indent}name: ' Wolfgang Attestor'")
                }
                "description" => format!("{indent}description: The patient's number 078-05-1120 was in the mail."),
                "type" => format!("{indent}type: 078-05-1120"),
                _ => line.to_owned(),
            }
        })
        .filter(|line| !line.starts_with("    ") || line.contains(':') || line.contains("- "))
        .collect::<Vec<_>>()
        .join("\n");
    let scratch = folder();
    let path = put(scratch.path(), "draft.yaml", text.as_bytes());
    let name = path.to_str().expect("a path");
    for format in ["text", "concise", "json", "ndjson", "sarif", "junit", "github", "gitlab", "csv", "markdown", "html"] {
        let report = run(&["check", name, "--format", format, "--min-severity", "advice", "--as-of", "2026-03-01"]);
        assert_eq!(report.code, Some(1), "{}", report.out);
        for canary in canaries {
            assert!(!report.out.contains(canary) && !report.err.contains(canary), "{format} shows {canary}\n{}", report.out);
        }
    }
    let shown = run(&["check", name, "--show-values", "--min-severity", "advice", "--as-of", "2026-03-01"]);
    assert!(shown.out.contains("078-05-1120"), "--show-values shows: {}", shown.out);
}

#[test]
fn formats_agree_on_what_was_found() {
    let json: serde_json::Value = serde_json::from_str(&check(BAD, &["--format", "json"]).out).expect("JSON");
    let concise = check(BAD, &["--format", "concise"]).out;
    let text = check(BAD, &["--min-severity", "advice"]).out;
    let findings = json["findings"].as_array().expect("findings");
    assert_eq!(concise.lines().count(), findings.len());
    for finding in findings {
        let (code, line, column) = (finding["code"].as_str().expect("a code"), &finding["line"], &finding["column"]);
        assert!(concise.contains(&format!("{BAD}:{line}:{column}: ")), "{concise}");
        assert!(text.contains(&format!("{code} {}", finding["name"].as_str().expect("a name"))), "{code} in\n{text}");
    }
}
