//! How the sizes of reports lie, on a logarithmic axis.

use plotters::prelude::*;

use super::{COLOURS, GRID, QUIET, scale, svg, text};
use crate::render::trends::words::{number, real, whole};
use crate::trends::Bin;

const HEIGHT: u32 = 320;

/// The bars of `bins`.
pub(crate) fn distribution(id: &str, title: &str, bins: &[Bin]) -> String {
    let most = bins.iter().max_by_key(|bin| bin.count).filter(|bin| bin.count > 0);
    let (Some(most), Some(first), Some(last)) = (most, bins.first(), bins.last()) else { return String::new() };
    let (low, high) = (start(first), end(last));
    let description = format!(
        "Reports by individuals affected, on a logarithmic axis from {} to {}. Most reports, {}, have {}.",
        number(low, 0),
        number(high, 0),
        whole(most.count),
        range(most)
    );
    svg(id, title, &description, HEIGHT, |ground| {
        let (top, _) = scale(real(most.count));
        let mut chart = ChartBuilder::on(ground)
            .margin_top(12)
            .margin_right(44)
            .x_label_area_size(44)
            .y_label_area_size(56)
            .build_cartesian_2d((low..high).log_scale(), 0.0..top)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(GRID)
            .axis_style(QUIET)
            .label_style(text(QUIET))
            .x_labels(6)
            .y_labels(6)
            .x_desc("individuals affected")
            .axis_desc_style(text(QUIET))
            .x_label_formatter(&|size| number(*size, 0))
            .y_label_formatter(&|count| number(*count, 0))
            .draw()?;
        let bars = bins.iter().map(|bin| Rectangle::new([(start(bin), 0.0), (end(bin), real(bin.count))], COLOURS[0].filled()));
        chart.draw_series(bars)?;
        // Neighbouring bars of one colour need an edge.
        let edges = bins.iter().map(|bin| Rectangle::new([(start(bin), 0.0), (end(bin), real(bin.count))], super::PAPER.stroke_width(1)));
        chart.draw_series(edges)?;
        Ok(())
    })
}

/// A logarithmic axis has no zero: what is below 500 begins at 200.
fn start(bin: &Bin) -> f64 {
    if bin.from == 0 { 200.0 } else { f64::from(bin.from) }
}

fn end(bin: &Bin) -> f64 {
    bin.below.map_or_else(|| f64::from(bin.from) * 2.0, f64::from)
}

/// A bin in words.
pub(crate) fn range(bin: &Bin) -> String {
    match bin.below {
        Some(below) => format!("{} to {}", whole(u64::from(bin.from)), whole(u64::from(below.saturating_sub(1)))),
        None => format!("{} and more", whole(u64::from(bin.from))),
    }
}
