//! Hostile input through the binary: every limit says which it is, memory and time stay bounded, and nothing panics.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use support::run::{Run, base, check_json, codes, run_with, with_code};

fn survives(name: &str, bytes: &[u8]) -> (Run, serde_json::Value) {
    let (report, value) = check_json(name, bytes, "2026-03-01");
    assert!(matches!(report.code, Some(0 | 1)), "{name}: {:?} {}", report.code, report.err);
    (report, value)
}

fn limit(value: &serde_json::Value, words: &str) {
    let found = with_code(value, "BR015");
    assert!(found.iter().any(|finding| finding["message"].as_str().is_some_and(|message| message.contains(words))), "{words}: {value}");
}

#[test]
fn ten_megabytes_are_refused_and_said_so() {
    let (report, value) = survives("x.yaml", &b"a: b\n".repeat(2_000_001));
    limit(&value, "size");
    assert!(report.out.len() < 10_000);
    limit(&survives("x.json", "[1,".repeat(4_000_000).as_bytes()).1, "size");
}

#[test]
fn deep_nesting_is_refused_and_said_so() {
    for (name, text) in [
        ("x.json", "[".repeat(10_000)),
        ("x.json", format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))),
        ("x.yaml", "[".repeat(10_000)),
        ("x.yaml", format!("{}a", "- ".repeat(10_000))),
        ("x.yaml", (0..10_000).map(|depth| " ".repeat(depth % 2_000) + "a:").collect::<Vec<_>>().join("\n")),
    ] {
        let (_, value) = survives(name, text.as_bytes());
        assert!(codes(&value).iter().any(|code| code == "BR015" || code == "BR001"), "{name} {}: {value}", &text[..20]);
    }
    limit(&survives("x.json", "{\"a\":".repeat(10_000).as_bytes()).1, "nesting");
    limit(&survives("x.yaml", format!("{}a", "- ".repeat(10_000)).as_bytes()).1, "nesting");
}

#[test]
fn an_alias_bomb_is_not_followed() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for depth in 1..40 {
        text.push_str(&format!("a{depth}: &a{depth} [{}]\n", vec![format!("*a{}", depth - 1); 10].join(", ")));
    }
    limit(&survives("x.yaml", text.as_bytes()).1, "aliases");
    // Inside the questions of a report, too.
    let bomb = format!("{text}breach:\n  location: *a39\n");
    limit(&survives("x.yaml", bomb.as_bytes()).1, "aliases");
    let (_, value) = survives("x.yaml", b"a: &a [*a]\nb: *missing\n");
    assert!(!with_code(&value, "BR001").is_empty(), "{value}");
}

#[test]
fn one_line_of_a_megabyte_is_read_and_drawn_small() {
    let line =
        format!("{}  description: \"{}\"\n", base("full").split("  description:").next().expect("the start"), "word ".repeat(200_000));
    let report = run_with(&["check", "-", "--as-of", "2026-03-01"], line.as_bytes());
    assert_eq!(report.code, Some(1), "{}", report.err);
    assert!(report.out.len() < 200_000, "{} bytes were drawn", report.out.len());
    let json = format!("{{\"schema_version\": 1, \"filing\": {{\"filer\": \"{}\"}}}}", "x".repeat(1_000_000));
    let report = run_with(&["check", "-", "--stdin-filename", "x.json", "--as-of", "2026-03-01"], json.as_bytes());
    assert!(report.out.len() < 20_000, "{} bytes were drawn", report.out.len());
}

#[test]
fn many_keys_many_documents_and_many_errors_stay_cheap() {
    let keys = (0..20_000).map(|number| format!("k{number}: 1")).collect::<Vec<_>>().join("\n");
    survives("x.yaml", keys.as_bytes());
    let same = "k: 1\n".repeat(20_000);
    survives("x.yaml", same.as_bytes());
    limit(&survives("x.yaml", "--- a\n".repeat(10_100).as_bytes()).1, "reports");
    let documents = "---\nbreach: {type: x}\n".repeat(500);
    let (_, value) = survives("x.yaml", documents.as_bytes());
    assert_eq!(value["reports"].as_array().map(Vec::len), Some(500));
}

#[test]
fn broken_files_have_a_finding_with_a_place() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/broken");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("fixtures/broken").flatten() {
        let name = entry.file_name().into_string().expect("a name");
        let bytes = std::fs::read(entry.path()).expect("a file");
        let (_, value) = survives(&name, &bytes);
        let found = codes(&value);
        let expected: &[&str] = match name.as_str() {
            "cut-off.yaml"
            | "cut-off.json"
            | "tab-indent.yaml"
            | "nul.yaml"
            | "two-documents-first-broken.yaml"
            | "trailing-comma.json"
            | "control-character.json" => &["BR001"],
            "duplicate-keys.yaml" | "duplicate-keys.json" => &["BR002"],
            "latin-1.yaml" | "utf-16.yaml" => &["BR011"],
            "alias-bomb.yaml" => &["BR015"],
            "empty.yaml" | "only-comments.yaml" => &["BR020"],
            "bom.yaml" | "crlf.yaml" | "lone-cr.yaml" | "merge-keys.yaml" => &[],
            other => panic!("{other}: say what it must give"),
        };
        seen += 1;
        for code in expected {
            assert!(found.iter().any(|known| known == code), "{name}: {found:?}");
        }
        if expected.is_empty() {
            assert!(found.is_empty(), "{name}: {found:?} {value}");
        }
        let text = run_with(&["check", "-", "--stdin-filename", &name, "--as-of", "2026-03-01"], &bytes);
        assert!(matches!(text.code, Some(0 | 1)), "{name}: {}", text.err);
    }
    assert!(seen >= 17, "{seen} broken files");
}

#[test]
fn control_characters_and_terminal_escapes_do_not_reach_the_terminal() {
    let text = base("full").replace("type: Hacking/IT Incident", "type: \"Cyber\\e[31m\\u202eattack\"   # \u{1b}[2J\u{202e}");
    for format in ["text", "concise"] {
        let report = run_with(&["check", "-", "--format", format, "--as-of", "2026-03-01"], text.as_bytes());
        assert!(!report.out.contains('\u{1b}') && !report.out.contains('\u{202e}'), "{}", report.out);
    }
}

#[test]
fn memory_stays_bounded() {
    // VmHWM of a child cannot be read once it has ended; the shell's limit on address space says the same.
    let bytes = format!("a:\n{}", "- a: [b, c, {d: e}]\n".repeat(400_000));
    let binary = env!("CARGO_BIN_EXE_breachlint");
    let mut child = std::process::Command::new("sh")
        .args(["-c", &format!("ulimit -v 4000000; exec {binary} check - --as-of 2026-03-01 --format concise --fail-on never")])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("a shell");
    let mut pipe = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || std::io::Write::write_all(&mut pipe, bytes.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    let _ = writer.join();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
