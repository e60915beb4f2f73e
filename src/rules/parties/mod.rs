//! Rules about who files, for whom, and who had the breach.

mod associate_actions_unfit;
mod associate_block_empty;
mod associate_denied;
mod associate_named_like_entity;
mod associate_told_late;
mod associate_type_without_associate;
mod associate_untold;
mod attestation_incomplete;
mod clearing_house_unusual;
mod coded_unlike_sibling;
mod delegation_denied;
mod discovered_after_told;
mod employer_filed_as_provider;
mod entity_counts_differ_from_total;
mod entity_name_placeholder;
mod entity_type_contradicts_name;
mod filer_not_covered;
mod form_generations_mixed;
mod name_abbreviated;
mod name_untidy;
mod name_varies_from_earlier;
mod parent_named;
mod reported_by_both_parties;
mod represented_entity_missing;
mod shared_name;
mod state_unknown;
mod zip_outside_state;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &zip_outside_state::RULE,
    &state_unknown::RULE,
    &form_generations_mixed::RULE,
    &attestation_incomplete::RULE,
    &entity_name_placeholder::RULE,
    &name_abbreviated::RULE,
    &name_untidy::RULE,
    &name_varies_from_earlier::RULE,
    &entity_type_contradicts_name::RULE,
    &employer_filed_as_provider::RULE,
    &clearing_house_unusual::RULE,
    &filer_not_covered::RULE,
    &parent_named::RULE,
    &associate_type_without_associate::RULE,
    &associate_block_empty::RULE,
    &associate_denied::RULE,
    &associate_untold::RULE,
    &associate_named_like_entity::RULE,
    &represented_entity_missing::RULE,
    &delegation_denied::RULE,
    &reported_by_both_parties::RULE,
    &entity_counts_differ_from_total::RULE,
    &associate_actions_unfit::RULE,
    &associate_told_late::RULE,
    &discovered_after_told::RULE,
    &coded_unlike_sibling::RULE,
];
