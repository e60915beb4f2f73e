//! The local page as programs meet it: who may ask, what is answered, and how much is borne. Browsers meet it in `tests/browser`.
#![cfg(feature = "web")]
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::unwrap_used, reason = "tests read files, and fail loudly")]

#[path = "../support/mod.rs"]
mod support;

mod described;
mod gate;
mod load;
#[cfg(target_os = "linux")]
mod local;
mod page;
mod server;

/// Browsers meet the page in `tests/browser`; this runs them, where somebody asks for it.
#[test]
#[ignore = "it needs a browser: bash tests/browser/run.sh"]
fn the_page_in_a_browser() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/run.sh");
    assert!(std::process::Command::new("bash").arg(script).status().expect("bash").success());
}
