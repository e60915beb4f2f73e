//! Rules about rows of the public record, and about what stands in several of them.

mod text_of_other_report;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[&text_of_other_report::RULE];
