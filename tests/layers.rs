//! The flow has one direction: a stage imports only from its left. Read from the sources.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

use std::path::{Path, PathBuf};

/// The stages in their order. `guard`, `check` and what stands with them in one group may know each other.
const ORDER: &[&[&str]] = &[
    &["source"],
    &["finding"],
    &["document"],
    &["schema"],
    &["report"],
    &["narrative"],
    &["rules"],
    &["guard"],
    &["suppress"],
    &["config"],
    &["across"],
    &["check", "dataset"],
    &["pairing", "log"],
    &["fix"],
    &["normalize"],
    &["diff"],
    &["trends"],
    &["calendar", "worksheet"],
    &["render"],
    &["serve"],
    &["cli"],
];

fn rank(stage: &str) -> Option<usize> {
    ORDER.iter().position(|group| group.contains(&stage))
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources").flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), out);
        } else if entry.path().extension().is_some_and(|ending| ending == "rs") {
            out.push(entry.path());
        }
    }
}

#[test]
fn a_stage_imports_only_from_its_left() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut all = Vec::new();
    files(root, &mut all);
    let mut faults = Vec::new();
    let mut looked_at = 0;
    for path in all {
        let relative = path.strip_prefix(root).expect("below src");
        let stage = relative.components().next().expect("a stage").as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        let Some(own) = rank(&stage) else { continue };
        let text = std::fs::read_to_string(&path).expect("a source");
        // What tests import is their own business.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, _) in text.match_indices("crate::") {
            let imported: String =
                text[at + 7..].chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect();
            looked_at += 1;
            if rank(&imported).is_some_and(|other| other > own || (other == own && imported != stage)) {
                faults.push(format!("{}: {stage} imports {imported}", relative.display()));
            }
        }
    }
    assert!(looked_at > 100, "the sources were read");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_none_is_long() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut all = Vec::new();
    files(root, &mut all);
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a source");
        let opening = if path.extension().is_some_and(|ending| ending == "css") { "/* " } else { "//! " };
        assert!(text.starts_with(opening), "{} does not say what it is", path.display());
        let lines = text.lines().count();
        assert!(lines <= 600, "{} has {lines} lines", path.display());
    }
}
