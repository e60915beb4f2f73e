//! A trend report for people and machines: one set of tables for text and HTML, one shape for JSON, one long table for CSV.

mod chart;
mod csv;
mod html;
mod sheets;
mod text;
mod words;

use std::io::{self, Write};

use crate::trends::Trends;

/// The formats of `trends`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum TrendsFormat {
    /// Tables and sparklines
    Text,
    /// One JSON object; see `breachlint schema trends`
    Json,
    /// One line a series and year
    Csv,
    /// One page with charts, to read, print or hand on; it loads nothing
    Html,
}

/// Writes `trends`.
pub fn trends(trends: &Trends, format: TrendsFormat, out: &mut dyn Write) -> io::Result<()> {
    match format {
        TrendsFormat::Text => text::write(trends, out),
        TrendsFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, trends)?;
            writeln!(out)
        }
        TrendsFormat::Csv => csv::write(trends, out),
        TrendsFormat::Html => html::write(trends, out),
    }
}
