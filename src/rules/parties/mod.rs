//! Rules about who files, for whom, and who had the breach.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
