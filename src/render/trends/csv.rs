//! A trend report as one long table: a line a series and year. It is for machines; no cell comes from the input.

use std::io::{self, Write};

use csv::Writer;

use super::sheets::key;
use crate::trends::{Counting, Trends};

const HEADER: [&str; 17] = [
    "by",
    "key",
    "label",
    "counting",
    "year",
    "whole_year",
    "count",
    "stated",
    "individuals",
    "q1",
    "median",
    "q3",
    "largest",
    "largest_three_share",
    "placeholders",
    "median_without_placeholders",
    "read_count",
];

pub(super) fn write(trends: &Trends, out: &mut dyn Write) -> io::Result<()> {
    let mut out = Writer::from_writer(out);
    out.write_record(HEADER)?;
    let text = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    for series in &trends.series {
        let counting = match series.counting {
            Counting::Each => "each",
            Counting::Any => "any",
            Counting::Single => "single",
        };
        let read = trends.sensitivity.iter().find(|row| (row.by, row.counting, row.key) == (series.by, series.counting, series.key));
        for (at, point) in series.points.iter().enumerate() {
            let sizes = &point.sizes;
            let read = read.and_then(|read| read.years.get(at)).map(|year| year.read.to_string()).unwrap_or_default();
            out.write_record([
                key(series.by),
                series.key,
                series.label,
                counting,
                &point.year.to_string(),
                if point.partial { "no" } else { "yes" },
                &sizes.count.to_string(),
                &sizes.stated.to_string(),
                &sizes.individuals.to_string(),
                &text(sizes.q1),
                &text(sizes.median),
                &text(sizes.q3),
                &sizes.largest.map(|largest| largest.to_string()).unwrap_or_default(),
                &text(sizes.largest_three_share),
                &sizes.placeholders.to_string(),
                &text(sizes.median_without_placeholders),
                &read,
            ])?;
        }
    }
    out.flush()
}
