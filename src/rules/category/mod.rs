//! Rules about type of breach against location.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
