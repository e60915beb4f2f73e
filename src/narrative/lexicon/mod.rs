//! The words by which texts are read, as tables to be reviewed. Holds data only.

pub(super) mod classes;
