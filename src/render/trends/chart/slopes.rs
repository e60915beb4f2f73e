//! What was filed at the left, what the descriptions read at the right: a line a category, and its slope is what the categorization decides.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::{INK, QUIET, apart, colour, svg, text};
use crate::render::trends::words::{difference, real, short, whole};
use crate::trends::Sensitivity;

const HEIGHT: u32 = 380;
const LEFT: i32 = 220;
const RIGHT: i32 = 460;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 360.0;

/// A line for each row that holds a report.
pub(crate) fn slopes(id: &str, title: &str, rows: &[&Sensitivity]) -> String {
    let rows: Vec<&Sensitivity> =
        rows.iter().copied().filter(|row| row.key != "missing").filter(|row| row.filed.count > 0 || row.read.count > 0).collect();
    let Some(most) = rows.iter().map(|row| row.filed.count.max(row.read.count)).max().filter(|&most| most > 0) else {
        return String::new();
    };
    svg(id, title, &description(&rows), HEIGHT, |ground| {
        let place = |count: u64| height(real(count) / real(most));
        let centred = text(QUIET).pos(Pos::new(HPos::Center, VPos::Center));
        ground.draw(&Text::new("as filed", (LEFT, 18), centred.clone()))?;
        ground.draw(&Text::new("as read", (RIGHT, 18), centred))?;
        let bottom = height(0.0);
        let filed = apart(&rows.iter().map(|row| place(row.filed.count)).collect::<Vec<_>>(), bottom);
        let read = apart(&rows.iter().map(|row| place(row.read.count)).collect::<Vec<_>>(), bottom);
        for (at, row) in rows.iter().enumerate() {
            let ends = [(LEFT, place(row.filed.count)), (RIGHT, place(row.read.count))];
            ground.draw(&PathElement::new(ends.to_vec(), colour(at).stroke_width(2)))?;
            for end in ends {
                ground.draw(&Circle::new(end, 4, colour(at).filled()))?;
            }
            let name = short(row.key, row.label);
            let left = text(INK).pos(Pos::new(HPos::Right, VPos::Center));
            ground.draw(&Text::new(format!("{name} {}", whole(row.filed.count)), (LEFT - 12, filed[at]), left))?;
            let right = text(INK).pos(Pos::new(HPos::Left, VPos::Center));
            ground.draw(&Text::new(
                format!("{} {name} ({})", whole(row.read.count), difference(row.count_difference)),
                (RIGHT + 12, read[at]),
                right,
            ))?;
        }
        Ok(())
    })
}

#[expect(clippy::cast_possible_truncation, reason = "within the height of the chart")]
fn height(share: f64) -> i32 {
    (BOTTOM - share * (BOTTOM - TOP)).round() as i32
}

fn description(rows: &[&Sensitivity]) -> String {
    let each = rows.iter().map(|row| format!("{}: {} as filed, {} as read", row.label, whole(row.filed.count), whole(row.read.count)));
    format!("Reports in all years. {}.", each.collect::<Vec<_>>().join("; "))
}
