//! Memory does not grow with the rows: what a run holds is asked of the system while it waits for more of them.
#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

mod support;

use std::io::Write;
use std::process::{Child, ChildStdin, Stdio};

use support::run::{command, folder};

const HEADER: &[u8] = b"Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,Location of Breached Information,Business Associate Present,Web Description\n";
/// From here on everything that is kept of rows is on disk.
const SETTLED: u64 = 70_000;
/// Rows at the end: enough that 8 bytes for each would show.
const ROWS: u64 = 120_000;
/// MiB by which a run may grow between the two: what an allocator wastes.
const SLACK: f64 = 3.0;

/// The largest resident set of `child` so far, in MiB.
fn peak(child: &Child) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("the run goes on");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("Linux says it");
    line.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok()).expect("KiB") / 1024.0
}

fn rows(pipe: &mut ChildStdin, from: u64, to: u64) {
    let mut text = Vec::with_capacity(128 * 1024);
    for number in from..to {
        // Many names and days, as there are in a long list; a fault now and then.
        let (month, day, state) = (number % 12 + 1, number % 28 + 1, if number % 50 == 0 { "" } else { "MD" });
        writeln!(text, "Clinic {number},{state},Health Plan,{},{month:02}/{day:02}/2020,Theft,Laptop,No,", 501 + number % 9000)
            .expect("memory");
        if text.len() > 100_000 || number + 1 == to {
            pipe.write_all(&text).expect("the run reads");
            text.clear();
        }
    }
}

/// What a run holds after so many rows, and after all of them.
fn held(arguments: &[&str]) -> (f64, f64) {
    let mut child = command(&[arguments, &["--as-of", "2026-03-01", "--threads", "2"]].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    pipe.write_all(HEADER).expect("the run reads");
    rows(&mut pipe, 0, SETTLED);
    let settled = peak(&child);
    rows(&mut pipe, SETTLED, ROWS);
    let all = peak(&child);
    drop(pipe);
    assert_eq!(child.wait().expect("the run ends").code(), Some(0));
    (settled, all)
}

#[test]
fn checking_holds_as_much_for_many_rows_as_for_few() {
    let (settled, all) = held(&["check", "-", "--stdin-filename", "list.csv", "--fail-on", "never"]);
    assert!(all < settled + SLACK, "{settled:.1} MiB after {SETTLED} rows, {all:.1} after {ROWS}");
}

#[test]
fn normalizing_holds_as_much_for_many_rows_as_for_few() {
    let scratch = folder();
    let out = scratch.path().join("out.csv");
    let (settled, all) = held(&["normalize", "-", "--stdin-filename", "list.csv", "-o", out.to_str().expect("a path")]);
    assert!(all < settled + SLACK, "{settled:.1} MiB after {SETTLED} rows, {all:.1} after {ROWS}");
}
