//! Rules about text, shape and values as written.

mod ambiguous_date;
mod broken_syntax;
mod cell_unlike_the_portal;
mod columns_unclear;
mod count_not_in_digits;
mod damaged_text;
mod duplicate_key;
mod impossible_date;
mod limit_reached;
mod malformed_answer;
mod missing_value_marker;
mod reader_dependent_value;
mod report_empty;
mod required_answer_missing;
mod schema_version_unknown;
mod shared_edits;
mod stray_characters;
mod suppression_without_effect;
mod unknown_key;
mod unlisted_term;
mod wrong_kind_of_value;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &broken_syntax::RULE,
    &duplicate_key::RULE,
    &unknown_key::RULE,
    &required_answer_missing::RULE,
    &wrong_kind_of_value::RULE,
    &unlisted_term::RULE,
    &malformed_answer::RULE,
    &impossible_date::RULE,
    &ambiguous_date::RULE,
    &reader_dependent_value::RULE,
    &damaged_text::RULE,
    &count_not_in_digits::RULE,
    &missing_value_marker::RULE,
    &stray_characters::RULE,
    &limit_reached::RULE,
    &suppression_without_effect::RULE,
    &schema_version_unknown::RULE,
    &cell_unlike_the_portal::RULE,
    &columns_unclear::RULE,
    &report_empty::RULE,
];
