//! Rules about kinds of PHI, safeguards, actions taken.

mod action_only_planned;
mod actions_missing;
mod actions_vague;
mod cause_unanswered;
mod credit_monitoring_missing;
mod electronic_without_safeguards;
mod encryption_on_paper;
mod information_unlike_file;
mod information_unticked;
mod none_beside_safeguards;
mod other_choice_undescribed;
mod part_2_content;
mod phi_denied_without_diagnosis;
mod phi_head_missing;
mod phi_head_unmatched;
mod phi_only_name;
mod physical_security_for_mailbox;
mod safeguard_denied_by_text;
mod safeguards_unfit;
mod sanction_for_outside_cause;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &other_choice_undescribed::RULE,
    &none_beside_safeguards::RULE,
    &phi_head_unmatched::RULE,
    &phi_head_missing::RULE,
    &information_unticked::RULE,
    &phi_only_name::RULE,
    &information_unlike_file::RULE,
    &credit_monitoring_missing::RULE,
    &phi_denied_without_diagnosis::RULE,
    &part_2_content::RULE,
    &electronic_without_safeguards::RULE,
    &safeguards_unfit::RULE,
    &safeguard_denied_by_text::RULE,
    &actions_missing::RULE,
    &encryption_on_paper::RULE,
    &physical_security_for_mailbox::RULE,
    &cause_unanswered::RULE,
    &sanction_for_outside_cause::RULE,
    &action_only_planned::RULE,
    &actions_vague::RULE,
];
