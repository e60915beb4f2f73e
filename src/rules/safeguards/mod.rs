//! Rules about kinds of PHI, safeguards, actions taken.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
