//! Charts as static SVG: drawn by plotters, then given a title, a description and colours that follow the page's theme.

mod bars;
mod heat;
mod lines;
mod shares;
mod slopes;

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea, RGBColor, SVGBackend};
use plotters::style::text_anchor::Pos;
use plotters::style::{Color, FontFamily, FontStyle, TextStyle};

pub(super) use bars::{distribution, range};
pub(super) use heat::heat;
pub(super) use lines::lines;
pub(super) use shares::shares;
pub(super) use slopes::slopes;

/// What a chart is drawn on.
type Ground<'s> = DrawingArea<SVGBackend<'s>, Shift>;
/// Drawing into memory fails only where the drawing makes no sense.
type Drawn = Result<(), DrawingAreaErrorKind<std::io::Error>>;

/// The page gives each of these another value in light, dark and print; here they are names.
const COLOURS: [RGBColor; 9] = [
    RGBColor(0x00, 0x72, 0xb2),
    RGBColor(0xd5, 0x5e, 0x00),
    RGBColor(0x00, 0x9e, 0x73),
    RGBColor(0xcc, 0x79, 0xa7),
    RGBColor(0xe6, 0x9f, 0x00),
    RGBColor(0x56, 0xb4, 0xe9),
    RGBColor(0x66, 0x66, 0x66),
    RGBColor(0x99, 0x99, 0x33),
    RGBColor(0xaa, 0xaa, 0xaa),
];
/// Text.
const INK: RGBColor = RGBColor(0x1b, 0x1f, 0x24);
/// Quiet text.
const QUIET: RGBColor = RGBColor(0x57, 0x60, 0x6a);
/// Lines of the grid.
const GRID: RGBColor = RGBColor(0xd0, 0xd7, 0xde);
/// What text on a dark field of the heat map is written in.
const PAPER: RGBColor = RGBColor(0xfe, 0xfe, 0xfe);

/// Size of the letters, in units of the drawing.
const LETTERS: u32 = 13;
/// Width of a chart in its own units.
const WIDTH: u32 = 680;

fn colour(at: usize) -> RGBColor {
    COLOURS[at % COLOURS.len()]
}

fn text(colour: RGBColor) -> TextStyle<'static> {
    let font = plotters::style::FontDesc::new(FontFamily::SansSerif, f64::from(LETTERS), FontStyle::Normal);
    TextStyle { font, color: colour.to_backend_color(), pos: Pos::default() }
}

/// A chart of the given height. `id` makes its title and description known to a screen reader; empty where it cannot be drawn.
fn svg(id: &str, title: &str, description: &str, height: u32, draw: impl FnOnce(&Ground<'_>) -> Drawn) -> String {
    let mut drawn = String::new();
    {
        let ground = SVGBackend::with_string(&mut drawn, (WIDTH, height)).into_drawing_area();
        if draw(&ground).and_then(|()| ground.present()).is_err() {
            return String::new();
        }
    }
    // What plotters opens the drawing with gives way to an element that has a name and no fixed size.
    let body = drawn.split_once('>').map_or("", |(_, body)| body);
    format!(
        "<svg class=\"chart\" role=\"img\" aria-labelledby=\"{id}-title {id}-description\" viewBox=\"0 0 {WIDTH} {height}\" \
         xmlns=\"http://www.w3.org/2000/svg\">\n<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-description\">{}</desc>{body}",
        escaped(title),
        escaped(description)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Moves labels that would lie on each other apart: `places` holds where each wants to be, from the top; what comes back is in their order.
fn apart(places: &[i32], bottom: i32) -> Vec<i32> {
    let step = i32::try_from(LETTERS + 2).unwrap_or(15);
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&at| (places[at], at));
    let mut moved = places.to_vec();
    for pair in 1..order.len() {
        moved[order[pair]] = moved[order[pair]].max(moved[order[pair - 1]] + step);
    }
    let mut limit = bottom;
    for &at in order.iter().rev() {
        moved[at] = moved[at].min(limit);
        limit = moved[at] - step;
    }
    moved
}

/// A round number at or above `greatest`, and steps towards it.
fn scale(greatest: f64) -> (f64, f64) {
    let mut step = 1.0;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle() {
        if step * 5.0 >= greatest {
            break;
        }
        step *= factor;
    }
    (step * (greatest / step).ceil().max(1.0), step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_distance() {
        assert_eq!(apart(&[100, 100, 50], 300), [100, 115, 50]);
        assert_eq!(apart(&[300, 299], 300), [300, 285]);
        assert_eq!(apart(&[], 300), Vec::<i32>::new());
    }

    #[test]
    fn axes_end_at_round_numbers() {
        assert_eq!(scale(0.0), (1.0, 1.0));
        assert_eq!(scale(7.0), (8.0, 2.0));
        assert_eq!(scale(745.0), (800.0, 200.0));
        assert_eq!(scale(40_000.0), (40_000.0, 10_000.0));
    }
}
