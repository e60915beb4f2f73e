//! The text that people read, for a few whole reports, at two widths and narrated. BLESS=1 renews the expected files.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use support::run::command;

const SHOWN: &[(&str, &[&str], &str)] = &[
    ("bad-phishing", &["check", "fixtures/reports/bad-phishing.yaml"], "100"),
    ("bad-phishing-narrow", &["check", "fixtures/reports/bad-phishing.yaml", "--min-severity", "advice"], "70"),
    ("late", &["check", "fixtures/reports/late.yaml"], "100"),
    ("good-minimal", &["check", "fixtures/reports/minimal-provider-large.yaml"], "100"),
    ("associate", &["check", "fixtures/reports/associate-large.yaml"], "100"),
    (
        "addendum",
        &[
            "check",
            "fixtures/reports/addendum-after.yaml",
            "--previous",
            "fixtures/reports/addendum-before.yaml",
            "--min-severity",
            "advice",
        ],
        "100",
    ),
    ("diff", &["diff", "fixtures/reports/addendum-before.yaml", "fixtures/reports/addendum-after.yaml"], "100"),
    ("broken", &["check", "fixtures/broken/cut-off.yaml", "fixtures/broken/duplicate-keys.json"], "100"),
    ("dataset", &["check", "fixtures/datasets/export.csv", "--min-severity", "advice"], "100"),
];

#[test]
fn text_is_what_it_was() {
    let root = env!("CARGO_MANIFEST_DIR");
    for (name, arguments, width) in SHOWN {
        for narrated in [false, true] {
            if narrated && *name != "bad-phishing" {
                continue;
            }
            let mut run = command(&[arguments, &["--as-of", "2026-03-01"][..]].concat());
            run.env("COLUMNS", width);
            if narrated {
                run.env("NO_GRAPHICS", "1");
            }
            let text = String::from_utf8(run.output().expect("the binary runs").stdout).expect("UTF-8");
            assert!(text.lines().all(|line| line == line.trim_end()), "{name}: no line ends in a blank");
            let path = format!("{root}/fixtures/expected/{name}{}.txt", if narrated { "-narrated" } else { "" });
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&path, &text).expect("the file is written");
            }
            let expected = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(
                text == expected,
                "{path} is out of date: renew it with BLESS=1 cargo test --test text, then read the diff\n{}",
                support::example::difference(&expected, &text)
            );
        }
    }
}
