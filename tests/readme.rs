//! Every command of the README and of the pages on integrations and configuration is run, and the output that it shows is the output of today.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::format_push_string, reason = "tests read files, and fail loudly")]

mod support;

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use support::run::{Run, command, folder};

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("the README")
}

/// The console blocks: each command with the lines shown below it.
fn commands(text: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for block in text.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        for line in block.lines() {
            if let Some(command) = line.strip_prefix("$ ") {
                commands.push((command.to_owned(), String::new()));
            } else if let Some((_, output)) = commands.last_mut() {
                output.push_str(line);
                output.push('\n');
            }
        }
    }
    commands
}

/// Runs a command line of the README in a folder that has the fixtures and nothing else.
fn run_line(line: &str, place: &Path) -> Option<Run> {
    let words = line.strip_prefix("breachlint ").or_else(|| line.strip_prefix("cargo run --release -- "))?;
    let (words, stdin) = words.split_once(" < ").map_or((words, None), |(words, file)| (words, Some(file.trim())));
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut child = command(&words)
        .current_dir(place)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    if let Some(file) = stdin {
        pipe.write_all(&std::fs::read(place.join(file)).expect("the file that is read")).expect("a draft fits a pipe");
    }
    drop(pipe);
    Some(child.wait_with_output().expect("the binary ends").into())
}

#[test]
fn every_command_of_the_readme_works() {
    let place = folder();
    std::os::unix::fs::symlink(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures"), place.path().join("fixtures")).expect("a link");
    let mut ran = 0;
    let integrations = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/integrations.md")).expect("the page");
    let configuration =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/configuration.md")).expect("the page on configuration");
    let desk = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/desk.md")).expect("the page on the desk");
    let pages = [&integrations, &configuration, &desk];
    for (line, shown) in commands(&readme()).into_iter().chain(pages.into_iter().flat_map(|page| commands(page))) {
        let (line, wanted) =
            line.split_once(" # exit ").map_or((line.as_str(), 0), |(line, code)| (line, code.trim().parse().expect("a code")));
        let Some(report) = run_line(line.trim(), place.path()) else {
            assert!(["cargo test", "cargo install --path ."].contains(&line.trim()), "{line} is run by nobody");
            continue;
        };
        ran += 1;
        assert_eq!(report.code, Some(wanted), "{line}\n{}{}", report.out, report.err);
        if !shown.is_empty() && std::env::var_os("BLESS").is_none() {
            assert_eq!(report.out, shown, "{line}: renew it with BLESS=1");
        }
    }
    assert!(ran > 10, "{ran} commands were run");
    if std::env::var_os("BLESS").is_some() {
        bless(place.path());
    }
}

/// Writes today's output below each command that shows one.
fn bless(place: &Path) {
    let mut text = readme();
    for (line, shown) in commands(&text) {
        let command = line.split(" # exit ").next().unwrap_or_default();
        if !shown.is_empty()
            && let Some(report) = run_line(command.trim(), place)
        {
            text = text.replacen(&format!("$ {line}\n{shown}"), &format!("$ {line}\n{}", report.out), 1);
        }
    }
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"), text).expect("the README is written");
}
