//! breachlint checks draft HIPAA breach reports before they are filed with HHS OCR, and writes them in one canonical form.
//!
//! The flow, each stage importing only from its left:
//! `source` → `finding` → `document` → `schema` → `report` → `narrative` → `rules` → `fix`, `normalize`, `dataset`, `render`; `check` ties them
//! together for one file, `pairing` for several that belong together.
//!
//! ```
//! use breachlint::check::{self, Settings};
//! use breachlint::source::Source;
//!
//! let as_of = "2026-03-01".parse()?;
//! let draft = Source::decode("draft.yaml", b"breach: {type: Cyberattack}".to_vec());
//! let outcome = check::check(draft, &check::draft_engine(as_of), &Settings { as_of });
//! let found = &outcome.reports[0].findings;
//! assert!(found.iter().any(|located| located.finding.code == "BR006" && located.place.path == "breach.type"));
//! # Ok::<(), chrono::ParseError>(())
//! ```

pub mod across;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod config;
pub mod dataset;
pub mod diff;
pub mod document;
pub mod finding;
pub mod fix;
pub mod guard;
pub mod log;
pub mod narrative;
pub mod normalize;
pub mod pairing;
pub mod render;
pub mod report;
pub mod rules;
pub mod schema;
#[cfg(feature = "web")]
pub mod serve;
pub mod source;
pub mod suppress;
pub mod trends;
pub mod worksheet;
