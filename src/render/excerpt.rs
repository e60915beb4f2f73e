//! A finding as miette draws it: excerpt with labels, or narrated. The text it is drawn from is masked and cannot move a cursor.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, NarratableReportHandler, SourceCode,
    SourceSpan, SpanContents,
};

use super::{Options, cites_words, fix_words};
use crate::finding::{Located, Severity, safe_line};
use crate::rules;
use crate::source::{Lines, Source, Span, masked, phi_spans};

/// Longest line that is drawn whole, in bytes.
const LONG_LINE: usize = 240;
/// Bytes shown around a place in a longer line.
const AROUND: usize = 60;

/// A text ready to be shown: same bytes in number, hidden values masked, nothing in it that a terminal would obey.
pub(super) struct Page {
    name: String,
    pub(super) text: String,
    pub(super) lines: Lines,
}

impl Page {
    pub(super) fn new(source: &Source, hidden: &[Span], options: &Options) -> Self {
        let mut text = source.text().to_owned();
        if !options.show_values {
            let mut ranges: Vec<_> = hidden.iter().map(|span| span.within(&text).range()).collect();
            ranges.extend(phi_spans(&text));
            if !ranges.is_empty() {
                text = masked(&text, &ranges);
            }
        }
        let text: String = text
            .split_inclusive('\n')
            .map(|line| line.strip_suffix('\n').map_or_else(|| drawable(line), |line| drawable(line) + "\n"))
            .collect();
        let lines = Lines::new(&text);
        Self { name: source.name().to_owned(), text, lines }
    }
}

/// One line without what moves a cursor. A lone CR ends a line here too; the CR of a CRLF becomes a blank.
fn drawable(line: &str) -> String {
    let tabs_kept = |piece: &str| piece.split('\t').map(safe_line).collect::<Vec<_>>().join("\t");
    match line.strip_suffix('\r') {
        Some(line) => line.split('\r').map(tabs_kept).collect::<Vec<_>>().join("\n") + " ",
        None => line.split('\r').map(tabs_kept).collect::<Vec<_>>().join("\n"),
    }
}

impl SourceCode for Page {
    fn read_span<'a>(&'a self, span: &SourceSpan, before: usize, after: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let wanted = Span::new(span.offset(), span.offset() + span.len()).within(&self.text).range();
        let first = self.lines.position(&self.text, wanted.start).line as usize;
        let last = self.lines.position(&self.text, wanted.end).line as usize;
        let start_of = |line: usize| {
            self.lines.line(&self.text, u32::try_from(line).unwrap_or(u32::MAX)).as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
        };
        let (mut from, mut line) = (wanted.start, first);
        if before + after > 0 {
            line = first.saturating_sub(before).max(1);
            from = start_of(line);
        }
        let until_line = (last + after).min(self.lines.count());
        let until_start = start_of(until_line);
        let mut until = until_start + self.lines.line(&self.text, u32::try_from(until_line).unwrap_or(u32::MAX)).len();
        if until.saturating_sub(from) > LONG_LINE * (until_line - line + 1) {
            // A very long line: a window around the place.
            from = self.text.floor_char_boundary(wanted.start.saturating_sub(AROUND).max(start_of(first)));
            until = self.text.ceil_char_boundary((wanted.end.min(wanted.start + LONG_LINE) + AROUND).min(self.text.len()));
            until = self.text[from..until].find('\n').map_or(until, |at| from + at);
            line = first;
        }
        let column = self.lines.position(&self.text, if before + after > 0 { from } else { wanted.start }).column as usize - 1;
        let until = until.max(from);
        let data = &self.text.as_bytes()[from..until];
        // How many lines are shown decides whether two excerpts are drawn as one.
        let shown = memchr::memchr_iter(b'\n', data).count() + 1;
        let contents = MietteSpanContents::new_named(self.name.clone(), data, (from, until - from).into(), line - 1, column, shown);
        Ok(Box::new(contents))
    }
}

struct Drawn<'a> {
    located: &'a Located,
    page: &'a Page,
    code: String,
    help: Option<String>,
}

impl fmt::Debug for Drawn<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.code)
    }
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&safe_line(&self.located.finding.message))
    }
}

impl std::error::Error for Drawn<'_> {}

impl Diagnostic for Drawn<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.located.finding.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.page)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let finding = &self.located.finding;
        let words = |text: &str| (!text.is_empty()).then(|| safe_line(text));
        let place = |span: Span| (span.start as usize, self.visible(span));
        let (start, len) = place(self.located.place.span);
        let primary = LabeledSpan::new_primary_with_span(words(&finding.here), (start, len));
        let others = finding.labels.iter().zip(&self.located.label_places).map(move |(label, at)| {
            let (start, len) = (at.span.start as usize, self.visible(at.span));
            LabeledSpan::new(words(&label.text), start, len)
        });
        Some(Box::new(std::iter::once(primary).chain(others)))
    }
}

impl Drawn<'_> {
    /// Length of what is underlined: the first line of the span, and not past the text.
    fn visible(&self, span: Span) -> usize {
        let range = span.within(&self.page.text).range();
        self.page.text[range.clone()].find('\n').unwrap_or(range.len())
    }
}

/// `located` drawn (or narrated) over `page`.
pub(super) fn draw(located: &Located, page: &Page, options: &Options) -> String {
    let finding = &located.finding;
    let name = rules::find(finding.code).map_or("", |rule| rule.name);
    let drawn = Drawn { located, page, code: format!("{} {name}", finding.code), help: help(located) };
    let mut out = String::new();
    let drawing = if options.narrated {
        NarratableReportHandler::new().render_report(&mut out, &drawn)
    } else {
        let theme = if options.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(options.width)
            .with_links(false)
            .with_context_lines(1)
            .with_word_splitter(textwrap::WordSplitter::NoHyphenation);
        handler.render_report(&mut out, &drawn)
    };
    if drawing.is_err() {
        out = format!("{} {}\n", drawn.code, safe_line(&finding.message));
    }
    out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

fn help(located: &Located) -> Option<String> {
    let finding = &located.finding;
    let mut lines: Vec<String> = finding.help.iter().map(|help| safe_line(help)).collect();
    if let Some(fix) = &finding.fix {
        let (command, what) = fix_words(fix);
        lines.push(format!("`{command}` {what}"));
    }
    lines.extend(cites_words(finding.code).into_iter().map(|(basis, texts)| format!("{basis}: {texts}")));
    (!lines.is_empty()).then(|| lines.join("\n"))
}
