//! The binary, run as its user runs it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_breachlint"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "BREACHLINT_NARRATE", "NO_GRAPHICS", "COLUMNS", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command
}

pub(crate) fn run(arguments: &[&str]) -> Run {
    command(arguments).stdin(Stdio::null()).output().expect("the binary runs").into()
}

pub(crate) fn run_with(arguments: &[&str], stdin: &[u8]) -> Run {
    let mut child =
        command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let bytes = stdin.to_vec();
    let writer = std::thread::spawn(move || {
        // A run that refuses its input early closes the pipe: that is no fault of the test.
        let _ = pipe.write_all(&bytes);
    });
    let output = child.wait_with_output().expect("the binary ends");
    writer.join().expect("the writer ends");
    output.into()
}

/// Checks `text` as a file called `name` on 2026-03-01, in JSON.
pub(crate) fn check_json(name: &str, text: &[u8], as_of: &str) -> (Run, serde_json::Value) {
    let run = run_with(&["check", "-", "--stdin-filename", name, "--as-of", as_of, "--format", "json"], text);
    let value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", run.out, run.err));
    (run, value)
}

/// The findings with this code.
pub(crate) fn with_code<'v>(value: &'v serde_json::Value, code: &str) -> Vec<&'v serde_json::Value> {
    value["findings"].as_array().expect("findings").iter().filter(|finding| finding["code"] == code).collect()
}

/// The codes of all findings, sorted.
pub(crate) fn codes(value: &serde_json::Value) -> Vec<String> {
    let mut codes: Vec<String> = value["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|finding| finding["code"].as_str().expect("a code").to_owned())
        .collect();
    codes.sort();
    codes
}

pub(crate) fn base(name: &str) -> String {
    std::fs::read_to_string(format!("{}/fixtures/base/{name}.yaml", env!("CARGO_MANIFEST_DIR"))).expect("a base report")
}

/// An empty folder of the test's own.
pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

pub(crate) fn put(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a file is written");
    path
}
