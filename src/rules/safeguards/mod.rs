//! Rules about kinds of PHI, safeguards, actions taken.

mod actions_missing;
mod actions_vague;
mod cause_unanswered;
mod credit_monitoring_missing;
mod electronic_without_safeguards;
mod encryption_on_paper;
mod none_beside_safeguards;
mod other_choice_undescribed;
mod phi_head_missing;
mod phi_head_unmatched;
mod phi_only_name;
mod physical_security_for_mailbox;
mod safeguards_unfit;
mod sanction_for_outside_cause;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &other_choice_undescribed::RULE,
    &none_beside_safeguards::RULE,
    &phi_head_unmatched::RULE,
    &phi_head_missing::RULE,
    &phi_only_name::RULE,
    &credit_monitoring_missing::RULE,
    &electronic_without_safeguards::RULE,
    &safeguards_unfit::RULE,
    &actions_missing::RULE,
    &encryption_on_paper::RULE,
    &physical_security_for_mailbox::RULE,
    &cause_unanswered::RULE,
    &sanction_for_outside_cause::RULE,
    &actions_vague::RULE,
];
