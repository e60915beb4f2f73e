//! Rules about how many people, and the lines at 500.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
