//! Types against locations: the more reports, the darker, and the number stands in each field.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::{COLOURS, GRID, INK, PAPER, svg, text};
use crate::render::trends::words::{real, short, whole};
use crate::trends::{By, Counting, Pair};

const LEFT: i32 = 96;
const TOP: i32 = 28;
const ROW: i32 = 32;

/// The field of each pair of type and location that holds a report.
pub(crate) fn heat(id: &str, title: &str, pairs: &[Pair]) -> String {
    let count =
        |kind: &str, place: &str| pairs.iter().find(|pair| pair.kind == kind && pair.location == place).map_or(0, |pair| pair.count);
    let used = |by: By, holds: &dyn Fn(&Pair, &str) -> bool| {
        let named = by.categories(Counting::Any).into_iter();
        named.filter(|one| pairs.iter().any(|pair| pair.count > 0 && holds(pair, one.key))).collect::<Vec<_>>()
    };
    let kinds = used(By::Type, &|pair, key| pair.kind == key);
    let places = used(By::Location, &|pair, key| pair.location == key);
    let most = pairs.iter().max_by_key(|pair| pair.count).filter(|pair| pair.count > 0);
    let (Some(most), Ok(columns), Ok(rows)) = (most, i32::try_from(places.len()), i32::try_from(kinds.len())) else { return String::new() };
    let height = u32::try_from(TOP + ROW * rows + 4).unwrap_or(300);
    let label = |key: &str, of: &[crate::trends::Category]| of.iter().find(|one| one.key == key).map_or("", |one| one.label);
    let description = format!(
        "Reports by type (rows) and location (columns). Most: {} with {}, {} reports.",
        label(most.kind, &kinds),
        label(most.location, &places),
        whole(most.count)
    );
    svg(id, title, &description, height, |ground| {
        let width = (680 - LEFT - 4) / columns.max(1);
        let middle = Pos::new(HPos::Center, VPos::Center);
        for (x, place) in (0..).zip(&places) {
            let style = text(INK).pos(middle);
            ground.draw(&Text::new(short(place.key, place.label).to_owned(), (LEFT + width * x + width / 2, TOP / 2), style))?;
        }
        for (y, kind) in (0..).zip(&kinds) {
            let (top, bottom) = (TOP + ROW * y, TOP + ROW * (y + 1));
            let style = text(INK).pos(Pos::new(HPos::Right, VPos::Center));
            ground.draw(&Text::new(short(kind.key, kind.label).to_owned(), (LEFT - 8, top + ROW / 2), style))?;
            for (x, place) in (0..).zip(&places) {
                let count = count(kind.key, place.key);
                let corners = [(LEFT + width * x + 1, top + 1), (LEFT + width * (x + 1) - 1, bottom - 1)];
                // The root shows small numbers beside one large one.
                let depth = (real(count) / real(most.count)).sqrt();
                ground.draw(&Rectangle::new(corners, COLOURS[0].mix((depth * 100.0).round() / 100.0).filled()))?;
                ground.draw(&Rectangle::new(corners, GRID.stroke_width(1)))?;
                let style = text(if depth > 0.8 { PAPER } else { INK }).pos(middle);
                ground.draw(&Text::new(whole(count), (LEFT + width * x + width / 2, top + ROW / 2), style))?;
            }
        }
        Ok(())
    })
}
