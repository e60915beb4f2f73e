//! How high a row of a sheet is whose texts wrap: not every program fits it to them.

/// Points of one line of text.
const LINE: usize = 15;
/// The highest row, in lines: programs allow little more.
const MOST: usize = 26;

/// The height in points of a row with these texts in columns of these widths in characters.
pub(super) fn height<'t>(cells: impl Iterator<Item = (&'t str, u16)>) -> u32 {
    // Words do not fill a line to its end.
    let lines = |text: &str, width: u16| text.lines().map(|line| line.chars().count() * 10 / (usize::from(width.max(2)) * 9) + 1).sum();
    let most: usize = cells.map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    u32::try_from(most.clamp(1, MOST) * LINE).unwrap_or(u32::MAX)
}
