//! Rules about type of breach against location.

mod desktop_beside_system;
mod disposal_from_system;
mod disposal_without_unwiped_media;
mod hacked_paper;
mod hacked_portable_device;
mod loss_from_system;
mod many_locations;
mod nearly_every_location;
mod other_beside_listed;
mod paper_with_electronic;
mod record_at_plan;
mod record_beside_server;
mod retired_type;
mod several_types;
mod shared_server;
mod shared_severity;
mod stolen_email;
mod stolen_medical_record;
mod unauthorized_access_to_server;
mod unexplained_other_location;
mod unexplained_server_theft;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &several_types::RULE,
    &retired_type::RULE,
    &unexplained_other_location::RULE,
    &hacked_paper::RULE,
    &stolen_email::RULE,
    &stolen_medical_record::RULE,
    &unexplained_server_theft::RULE,
    &loss_from_system::RULE,
    &disposal_from_system::RULE,
    &disposal_without_unwiped_media::RULE,
    &hacked_portable_device::RULE,
    &many_locations::RULE,
    &nearly_every_location::RULE,
    &paper_with_electronic::RULE,
    &other_beside_listed::RULE,
    &desktop_beside_system::RULE,
    &record_beside_server::RULE,
    &unauthorized_access_to_server::RULE,
    &record_at_plan::RULE,
];
