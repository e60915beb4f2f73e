//! Counts and sizes of breach reports over the years, and what can be said of them. Knows no file and no output.

pub mod stats;
