//! What several test files share.
#![allow(dead_code, reason = "each test file uses its part")]

pub(crate) mod example;
pub(crate) mod log;
pub(crate) mod overlay;
pub(crate) mod run;
