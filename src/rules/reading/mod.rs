//! Rules about text, shape and values as written.

mod unlisted_term;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[&unlisted_term::RULE];
