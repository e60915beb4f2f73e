//! The lines of a draft that a finding is about, marked. They come from the masked text, as in the text format.

use std::ops::Range;

use maud::{Markup, html};

use super::report::words;
use crate::finding::Located;
use crate::render::excerpt::Page;

/// Bytes shown on each side of a place in a line that is longer than this twice over.
const AROUND: usize = 110;
/// Lines shown for one finding.
const MOST_LINES: usize = 8;

/// A range to be marked, with words about it.
struct Mark<'f> {
    range: Range<usize>,
    words: &'f str,
    primary: bool,
}

/// The lines that `located` points at, each with its number, its marks and the words about them.
pub(super) fn excerpt(located: &Located, page: &Page) -> Markup {
    let marks = marks(located, page);
    let mut shown: Vec<usize> = marks.iter().map(|mark| line_of(page, mark.range.start)).collect();
    // A line before the first place shows what it stands in.
    if let Some(&first) = shown.first() {
        shown.push(first.saturating_sub(1).max(1));
    }
    shown.sort_unstable();
    shown.dedup();
    shown.truncate(MOST_LINES);
    let after_gap = |index: usize| index > 0 && shown[index] > shown[index - 1] + 1;
    html! {
        div class="excerpt" {
            @for (index, &line) in shown.iter().enumerate() {
                @if after_gap(index) { span class="gap" { "…" } }
                (draw(line, &marks, page))
            }
        }
    }
}

fn marks<'f>(located: &'f Located, page: &Page) -> Vec<Mark<'f>> {
    let finding = &located.finding;
    let places = std::iter::once((&located.place, finding.here.as_str(), true));
    let labels = located.label_places.iter().zip(&finding.labels).map(|(place, label)| (place, label.text.as_str(), false));
    places
        .chain(labels)
        .map(|(place, words, primary)| {
            let range = place.span.within(&page.text).range();
            // What goes on over several lines is marked on its first.
            let end = page.text[range.clone()].find('\n').map_or(range.end, |at| range.start + at);
            Mark { range: range.start..end, words, primary }
        })
        .collect()
}

fn line_of(page: &Page, offset: usize) -> usize {
    page.lines.position(&page.text, offset).line as usize
}

/// One line with its marks, and below it the words about them.
fn draw(line: usize, marks: &[Mark<'_>], page: &Page) -> Markup {
    let text = page.lines.line(&page.text, u32::try_from(line).unwrap_or(u32::MAX));
    let start = text.as_ptr().addr().saturating_sub(page.text.as_ptr().addr());
    let mut here: Vec<&Mark<'_>> = marks.iter().filter(|mark| line_of(page, mark.range.start) == line).collect();
    here.sort_by_key(|mark| mark.range.start);
    let middle = here.first().map_or(start, |mark| mark.range.start);
    let from = page.text.floor_char_boundary(if text.len() > 2 * AROUND { middle.saturating_sub(AROUND).max(start) } else { start });
    let until = page.text.ceil_char_boundary((from + 2 * AROUND).min(start + text.len()));
    html! {
        div class="line" {
            span class="number" { (line) }
            code {
                @if from > start { "…" }
                (marked(&here, from..until, page))
                @if until < start + text.len() { "…" }
            }
        }
        @for mark in here.iter().filter(|mark| !mark.words.is_empty()) {
            div class=(if mark.primary { "note primary" } else { "note" }) { span aria-hidden="true" { "↑ " } (words(mark.words)) }
        }
    }
}

/// The text of `window` with each of `here` marked.
fn marked(here: &[&Mark<'_>], window: Range<usize>, page: &Page) -> Markup {
    let mut pieces: Vec<(&str, Option<bool>)> = Vec::new();
    let mut done = window.start;
    for mark in here {
        let (start, end) = (mark.range.start.clamp(done, window.end), mark.range.end.clamp(done, window.end));
        pieces.push((&page.text[done..start], None));
        pieces.push((&page.text[start..end], Some(mark.primary)));
        done = end;
    }
    pieces.push((&page.text[done..window.end], None));
    html! {
        @for (text, primary) in pieces.into_iter().filter(|(text, _)| !text.is_empty()) {
            @match primary {
                None => (text),
                Some(primary) => { mark class=(if primary { "primary" } else { "other" }) { (text) } }
            }
        }
    }
}
