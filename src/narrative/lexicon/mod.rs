//! The words by which texts are read, as tables to be reviewed. Holds data only.

mod astray;
mod attacks;
pub(super) mod classes;
pub(super) mod concepts;
pub(super) mod cues;
mod disclosure;
mod exposure;
mod insiders;
mod named;
pub(super) mod parties;
mod said;
mod things;
