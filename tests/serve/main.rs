//! The local page as programs meet it: who may ask, what is answered, and how much is borne. Browsers meet it in `tests/browser`.
#![cfg(feature = "web")]
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::unwrap_used, reason = "tests read files, and fail loudly")]

#[path = "../support/mod.rs"]
mod support;

mod described;
mod gate;
mod load;
mod page;
mod server;
