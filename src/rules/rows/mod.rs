//! Rules about rows of the public record, and about many of them: duplicates, siblings, splits and shares.

mod described_twice;
mod discovered_in_other_year;
mod in_both_lists;
mod name_variants;
mod near_duplicate;
mod placeholder_filed_anew;
mod placeholder_share;
mod reported_twice;
mod shared_pairs;
mod siblings_coded_differently;
mod small_breaches_add_up;
mod territory_state_blank;
mod text_of_other_report;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &reported_twice::RULE,
    &near_duplicate::RULE,
    &described_twice::RULE,
    &siblings_coded_differently::RULE,
    &small_breaches_add_up::RULE,
    &discovered_in_other_year::RULE,
    &name_variants::RULE,
    &territory_state_blank::RULE,
    &placeholder_filed_anew::RULE,
    &text_of_other_report::RULE,
    &in_both_lists::RULE,
    &placeholder_share::RULE,
];
