//! Rules about addenda, and the separate Part 2 form.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
