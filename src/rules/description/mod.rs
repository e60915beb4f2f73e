//! Rules that hold the text against the fields, or ask whether it can be posted.

mod entity_other_than_filer;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[&entity_other_than_filer::RULE];
