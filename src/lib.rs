//! breachlint checks draft HIPAA breach reports before they are filed with HHS OCR, and writes them in one canonical form.
//!
//! The flow, each stage importing only from its left:
//! `source` → `finding` → `document` → `schema` → `report` → `rules` → `fix`, `normalize`, `dataset`, `render`; `check` ties them together.

pub mod check;
pub mod cli;
pub mod dataset;
pub mod document;
pub mod finding;
pub mod fix;
pub mod guard;
pub mod normalize;
pub mod render;
pub mod report;
pub mod rules;
pub mod schema;
pub mod source;
