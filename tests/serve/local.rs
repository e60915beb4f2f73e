//! What the page does on the computer that it runs on: it opens a browser, and writes nothing.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::server::Server;
use crate::support::run::{base, command, folder, put, run};

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect()
}

#[test]
fn nothing_is_written() {
    let place = folder();
    let server = Server::run(command(&["serve", "--as-of", "2026-03-01"]).current_dir(place.path()).env("TMPDIR", place.path()));
    assert_eq!(server.post_form("open", &[("text", &base("full"))]).status, 200);
    assert_eq!(server.post_form("download/draft", &[("breach.type", "Loss")]).status, 200);
    assert_eq!(server.post("api/normalize", "text/plain", base("full").as_bytes()).status, 200);
    if cfg!(feature = "tables") {
        let own = folder();
        let log = own.path().join("log.xlsx");
        assert_eq!(run(&["new", "--log", log.to_str().expect("a path")]).code, Some(0));
        let workbook = std::fs::read(&log).expect("a workbook");
        assert_eq!(server.post("open?name=log.xlsx", "application/octet-stream", &workbook).status, 200);
    }
    assert_eq!(files(place.path()), Vec::<PathBuf>::new());
}

#[test]
fn the_browser_is_shown_the_way_by_a_page_that_nobody_else_reads() {
    let place = folder();
    // Stands for the system's way to open a browser: it only notes what it was asked to open.
    let opener = put(place.path(), "xdg-open", b"#!/bin/sh\ncp -p \"$1\" \"$TMPDIR/seen\"\n");
    std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o755)).expect("a program");
    let path = format!("{}:/usr/bin:/bin", place.path().display());
    let mut server = Server::run(command(&["serve", "--open"]).env("PATH", path).env("TMPDIR", place.path()));
    let begun = Instant::now();
    let seen = place.path().join("seen");
    while !std::fs::read_to_string(&seen).is_ok_and(|page| page.contains(&server.home)) {
        assert!(begun.elapsed() < Duration::from_secs(20), "no browser was opened");
        std::thread::sleep(Duration::from_millis(20));
    }
    let page = std::fs::read_to_string(&seen).expect("a page");
    assert!(page.contains(&format!("url=http://{}{}\"", server.host, server.home)), "{page}");
    assert_eq!(std::fs::metadata(&seen).expect("a page").permissions().mode() & 0o777, 0o600);
    let ways = || files(place.path()).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "html")).count();
    assert_eq!(ways(), 1);
    let told = std::process::Command::new("kill").args(["-INT", &server.child.id().to_string()]).status().expect("kill");
    assert!(told.success() && server.child.wait().expect("an end").success());
    assert_eq!(ways(), 0, "it goes with the page");
}

#[test]
fn without_a_browser_the_address_is_enough() {
    let place = folder();
    let server = Server::run(command(&["serve", "--open"]).env("PATH", place.path()));
    assert_eq!(server.get("").status, 200);
}
