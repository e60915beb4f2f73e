//! Reports a year, a line a category; the ends are labelled, so that nobody has to match colours.

use plotters::prelude::*;

use super::{GRID, INK, LETTERS, QUIET, apart, colour, scale, svg, text};
use crate::render::trends::words::{number, real, short, whole};
use crate::trends::Series;

const HEIGHT: u32 = 360;
const LABELS: u32 = 100;

/// Lines of `series` over their years. A year that is not whole stands hollow and apart: joined, it would look like a fall.
pub(crate) fn lines(id: &str, title: &str, series: &[&Series]) -> String {
    let Some((first, last)) = series.first().and_then(|one| Some((one.points.first()?.year, one.points.last()?.year))) else {
        return String::new();
    };
    if first == last {
        return String::new();
    }
    svg(id, title, &description(series, first, last), HEIGHT, |ground| {
        let counts = series.iter().flat_map(|one| one.points.iter().map(|point| point.sizes.count));
        let (top, step) = scale(counts.max().map_or(0.0, real));
        let mut chart = ChartBuilder::on(ground)
            .margin_top(12)
            .margin_right(LABELS)
            .x_label_area_size(28)
            .y_label_area_size(48)
            .build_cartesian_2d(f64::from(first)..f64::from(last), 0.0..top)?;
        let steps = steps(top / step);
        chart
            .configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(GRID)
            .axis_style(QUIET)
            .label_style(text(QUIET))
            .y_labels(steps + 1)
            .x_labels(usize::try_from(last - first + 1).unwrap_or(2).min(9))
            .x_label_formatter(&|year| year_label(series, &format!("{year:.0}")))
            .y_label_formatter(&|count| number(*count, 0))
            .draw()?;
        let mut ends = Vec::new();
        for (at, one) in series.iter().enumerate() {
            let points: Vec<(f64, f64, bool)> =
                one.points.iter().map(|point| (f64::from(point.year), real(point.sizes.count), point.partial)).collect();
            let mut whole = points.iter().filter(|point| !point.2).map(|&(year, count, _)| (year, count));
            chart.draw_series(std::iter::once(PathElement::new(whole.clone().collect::<Vec<_>>(), colour(at).stroke_width(2))))?;
            for &(year, count, partial) in &points {
                mark(&mut chart, at, (year, count), partial)?;
            }
            let end = whole.next_back().or_else(|| points.last().map(|&(year, count, _)| (year, count)));
            ends.extend(end.map(|end| chart.backend_coord(&end)));
        }
        let wanted: Vec<i32> = ends.iter().map(|end| end.1).collect();
        let bottom = chart.backend_coord(&(f64::from(first), 0.0)).1;
        let edge = chart.backend_coord(&(f64::from(last), 0.0)).0;
        for (at, (place, end)) in apart(&wanted, bottom).into_iter().zip(&ends).enumerate() {
            let half = i32::try_from(LETTERS / 2).unwrap_or(6);
            // In the colour of the series it would look like a year more.
            ground.draw(&PathElement::new(vec![(end.0 + 5, end.1), (edge + 8, place)], GRID.stroke_width(1)))?;
            ground.draw(&PathElement::new(vec![(edge + 8, place), (edge + 14, place)], colour(at).stroke_width(3)))?;
            ground.draw(&Text::new(short(series[at].key, series[at].label).to_owned(), (edge + 18, place - half), text(INK)))?;
        }
        Ok(())
    })
}

/// A mark of its own shape for each of the first four categories, and again for the next four.
fn mark(
    chart: &mut ChartContext<
        '_,
        SVGBackend<'_>,
        Cartesian2d<plotters::coord::types::RangedCoordf64, plotters::coord::types::RangedCoordf64>,
    >,
    at: usize,
    place: (f64, f64),
    hollow: bool,
) -> super::Drawn {
    let style = if hollow { colour(at).stroke_width(1) } else { colour(at).filled() };
    let one = std::iter::once(place);
    match at % 4 {
        0 => chart.draw_series(one.map(|place| Circle::new(place, 3, style)))?,
        1 => chart.draw_series(one.map(|place| TriangleMarker::new(place, 4, style)))?,
        2 => chart.draw_series(one.map(|place| EmptyElement::at(place) + Rectangle::new([(-3, -3), (3, 3)], style)))?,
        _ => chart.draw_series(one.map(|place| Cross::new(place, 3, colour(at).stroke_width(1))))?,
    };
    Ok(())
}

/// A year on the axis, marked where it is no whole one.
fn year_label(series: &[&Series], year: &str) -> String {
    let points = series.first().map(|one| one.points.as_slice()).unwrap_or_default();
    let is_partial = points.iter().any(|point| point.partial && point.year.to_string() == year);
    if is_partial { format!("{year}*") } else { year.to_owned() }
}

/// Steps of an axis, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful")]
fn steps(count: f64) -> usize {
    count.clamp(1.0, 20.0) as usize
}

/// What the lines show, in words; a year that is not whole is no end of a line.
fn description(series: &[&Series], first: i32, last: i32) -> String {
    let each = series.iter().filter_map(|one| {
        let (from, to) = (one.whole().next()?, one.whole().last()?);
        let most = one.whole().max_by_key(|point| point.sizes.count)?;
        let [from, to, most_count] = [from, to, most].map(|point| whole(point.sizes.count));
        Some(format!("{}: {from} to {to}, most in {} ({most_count})", one.label, most.year))
    });
    let whole_years = series.first().and_then(|one| Some((one.whole().next()?.year, one.whole().last()?.year)));
    whole_years.map_or_else(
        || format!("Reports a year from {first} to {last}, of which no year is whole."),
        |(from, to)| format!("Reports a year from {from} to {to}. {}.", each.collect::<Vec<_>>().join("; ")),
    )
}
