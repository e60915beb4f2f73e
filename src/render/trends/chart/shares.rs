//! Shares of the reports of each year, stacked to a hundred percent.

use plotters::prelude::*;

use super::{GRID, INK, LETTERS, QUIET, colour, svg, text};
use crate::render::trends::words::{real, short};
use crate::trends::Series;

const HEIGHT: u32 = 360;

/// The shares of `series` in the reports of each year.
pub(crate) fn shares(id: &str, title: &str, series: &[&Series]) -> String {
    let Some(years) = series.first().map(|one| one.points.as_slice()).filter(|years| !years.is_empty()) else { return String::new() };
    let totals: Vec<f64> = (0..years.len()).map(|at| series.iter().map(|one| real(one.points[at].sizes.count)).sum()).collect();
    svg(id, title, &description(series, &totals), HEIGHT, |ground| {
        let last = real(years.len() as u64);
        let mut chart = ChartBuilder::on(ground)
            .margin_top(12)
            .margin_right(112)
            .x_label_area_size(28)
            .y_label_area_size(48)
            .build_cartesian_2d(0.0..last, 0.0..100.0)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .disable_x_axis()
            .light_line_style(TRANSPARENT)
            .bold_line_style(GRID)
            .axis_style(QUIET)
            .label_style(text(QUIET))
            .y_labels(5)
            .y_label_formatter(&|share| format!("{share:.0} %"))
            .draw()?;
        let mut below = vec![0.0; years.len()];
        for (at, one) in series.iter().enumerate() {
            for (year, total) in totals.iter().enumerate().filter(|total| *total.1 > 0.0) {
                let share = 100.0 * real(one.points[year].sizes.count) / total;
                let (left, right) = (real(year as u64) + 0.08, real(year as u64) + 0.92);
                let corners = [(left, below[year]), (right, below[year] + share)];
                chart.draw_series(std::iter::once(Rectangle::new(corners, colour(at).filled())))?;
                below[year] += share;
            }
        }
        let half = i32::try_from(LETTERS).unwrap_or(13) / 2;
        for (at, point) in years.iter().enumerate().filter(|(at, _)| at % (years.len() / 9 + 1) == 0) {
            let place = chart.backend_coord(&(real(at as u64) + 0.5, 0.0));
            let star = if point.partial { "*" } else { "" };
            ground.draw(&Text::new(format!("{}{star}", point.year), (place.0 - 15, place.1 + 10), text(QUIET)))?;
        }
        let edge = chart.backend_coord(&(last, 100.0)).0 + 10;
        for (at, one) in series.iter().enumerate() {
            let top = 14 + 22 * i32::try_from(series.len() - 1 - at).unwrap_or(0);
            ground.draw(&Rectangle::new([(edge, top), (edge + 12, top + 12)], colour(at).filled()))?;
            ground.draw(&Text::new(short(one.key, one.label).to_owned(), (edge + 18, top + 6 - half), text(INK)))?;
        }
        Ok(())
    })
}

/// What the bars show, in words: the first and the last year that is whole, or where none is, of all.
fn description(series: &[&Series], totals: &[f64]) -> String {
    let each = series.iter().filter_map(|one| {
        let share = |at: usize| (totals[at] > 0.0).then(|| 100.0 * real(one.points[at].sizes.count) / totals[at]);
        let first = one.points.iter().position(|point| !point.partial).unwrap_or(0);
        let last = one.points.iter().rposition(|point| !point.partial).unwrap_or(totals.len() - 1);
        let year = |at: usize| one.points[at].year;
        Some(format!("{}: {:.0} % in {}, {:.0} % in {}", one.label, share(first)?, year(first), share(last)?, year(last)))
    });
    format!("Shares of each year's reports. {}.", each.collect::<Vec<_>>().join("; "))
}
