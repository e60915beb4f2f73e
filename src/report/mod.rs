//! The typed report: what was answered, in the form's words, whoever asked and whatever file it came from.

mod asking;
pub mod clock;
mod conceal;
pub mod date;
pub mod digest;
pub mod fact;
mod field;
mod glance;
mod letters;
mod mention;
mod model;
pub mod name;
mod plain_name;
mod read;
pub mod terms;
mod tidy;
mod word;

pub use asking::Asking;
pub use conceal::concealed;
pub use fact::{Asked, Fact, FactSet};
pub use field::{Field, Gap};
pub use glance::Glance;
pub(crate) use mention::{Mentions, Seen};
pub use model::{Attestation, Breach, BusinessAssociate, CoveredEntity, FactStates, Filing, Notice, Report, StateAt, StateCount};
pub use read::{CountReading, NEWEST_VERSION, Reading, read, read_count};
pub(crate) use read::{damaged, is_marker, repaired, spaces, trimmed};
pub(crate) use tidy::is_tidy;
pub use word::Kinds;
