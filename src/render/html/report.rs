//! One report on the page: verdict, findings by what they ask for, clocks, and what was not checked.

use std::cell::LazyCell;
use std::collections::HashMap;

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{Event, Parser};

use super::excerpt::excerpt;
use crate::check::{ReportOutcome, Standing, Verdict};
use crate::finding::{Located, SetAside, Severity, safe_line};
use crate::render::excerpt::Page;
use crate::render::help::section;
use crate::render::tally::Entry;
use crate::render::{
    HEADINGS, Options, cites_words, duty_words, fix_words, not_checked_in_order, not_checked_words, set_aside_words, standing_words,
    verdict_words,
};
use crate::rules::{self, NotChecked, Reason};
use crate::schema;

/// Which rules were explained on the page already, and where.
pub(super) type Explained = HashMap<&'static str, String>;

/// What the eye meets first: a mark, and a class that colors it. The words say the same.
pub(crate) fn standing(verdict: &Verdict) -> (&'static str, &'static str) {
    match verdict.standing {
        Standing::NotReady => ("✗", "bad"),
        Standing::Late => ("!", "late"),
        Standing::NoBlockingFault if verdict.warnings > 0 => ("✓", "look"),
        Standing::NoBlockingFault => ("✓", "good"),
    }
}

/// A report of a draft, with the number of its section on the page.
pub(super) fn report<F: FnOnce() -> Page>(
    name: &str,
    number: usize,
    report: &ReportOutcome,
    page: &LazyCell<Page, F>,
    options: &Options,
    explained: &mut Explained,
) -> Markup {
    let (sign, class) = standing(&report.verdict);
    html! {
        section id={ "report-" (number) } aria-labelledby={ "report-" (number) "-name" } {
            h2 id={ "report-" (number) "-name" } { (safe_line(name)) }
            p class={ "verdict " (class) } { span class="sign" aria-hidden="true" { (sign) } " " (words(&verdict_words(&report.verdict))) }
            @for (severity, heading) in HEADINGS {
                @let of_it: Vec<&Located> = report.findings.iter()
                    .filter(|located| located.finding.severity == severity && options.shows(located)).collect();
                @if !of_it.is_empty() {
                    h3 { (heading) " (" (of_it.len()) ")" }
                    @for located in of_it { (finding(located, page, explained)) }
                }
            }
            (set_aside(&report.set_aside))
            @if !report.deadlines.is_empty() {
                h3 { "Filing clock" }
                div class="wide" {
                    table {
                        caption { "As of " (options.as_of) }
                        thead { tr { th scope="col" { "Due" } th scope="col" { "Duty" } th scope="col" { "Standing" } th scope="col" { "How it is reckoned" } } }
                        tbody {
                            @for deadline in &report.deadlines {
                                @let late = deadline.done.map_or(deadline.due < options.as_of, |done| done > deadline.due);
                                tr class=[late.then_some("late")] {
                                    th scope="row" { (deadline.due) }
                                    td { (duty_words(deadline)) }
                                    td { (words(&standing_words(deadline, options.as_of))) }
                                    td { (words(&deadline.reckoning)) " (" (deadline.duty.cite()) ")" }
                                }
                            }
                        }
                    }
                }
            }
            (not_checked(&report.not_checked))
        }
    }
}

/// What somebody answers for, and what the baseline knows.
fn set_aside(list: &[SetAside]) -> Markup {
    html! {
        @if !list.is_empty() {
            h3 { "Suppressed or in the baseline (" (list.len()) ")" }
            ul { @for aside in list { li { (words(&set_aside_words(aside))) } } }
        }
    }
}

/// A finding, with the lines that it is about.
fn finding(located: &Located, page: &Page, explained: &mut Explained) -> Markup {
    let (finding, place) = (&located.finding, &located.place);
    let question = question(&place.path);
    html! {
        article class={ "finding " (finding.severity.word()) } {
            h4 { (words(&sentence(&finding.message))) }
            p class="where" {
                span class="code" { (finding.code) } " · line " (place.start.line)
                @if !question.is_empty() { " · " (question) }
            }
            (excerpt(located, page))
            @if let Some(help) = &finding.help { p class="help" { (words(help)) } }
            @if let Some(fix) = &finding.fix {
                @let (command, what) = fix_words(fix);
                p class="fix" { code { (command) } " " (words(&what)) }
            }
            (about(finding.code, explained))
        }
    }
}

/// A message as a heading: its first letter is a capital, unless it quotes something.
pub(crate) fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Text with what stands between backticks as code, and with dates that stay in one line.
pub(crate) fn words(text: &str) -> Markup {
    let text = safe_line(text);
    let pieces: Vec<&str> = text.split('`').collect();
    // Without a partner for each, a backtick is part of what somebody wrote.
    let paired = pieces.len() % 2 == 1;
    html! {
        @if paired {
            @for (index, piece) in pieces.iter().enumerate() {
                @if index % 2 == 1 { code { (piece) } } @else { (dated(piece)) }
            }
        } @else {
            (dated(&text))
        }
    }
}

fn dated(text: &str) -> Markup {
    html! {
        @for (index, word) in text.split(' ').enumerate() {
            @if index > 0 { " " }
            @if is_date(word) { span class="date" { (word) } } @else { (word) }
        }
    }
}

/// Whether `word` is a date, whatever stands behind it.
fn is_date(word: &str) -> bool {
    let digits = |range| word.get(range).is_some_and(|part: &str| part.bytes().all(|byte| byte.is_ascii_digit()));
    digits(0..4) && word.get(4..5) == Some("-") && digits(5..7) && word.get(7..8) == Some("-") && digits(8..10)
}

/// The form's words for the question at `path`, as `Discovery of the breach, start (breach.discovery_start_date)`; the path alone where it has none, and nothing for the whole file.
fn question(path: &str) -> String {
    match schema::title(path) {
        _ if path.is_empty() => String::new(),
        "" => safe_line(path),
        title => format!("{title} ({})", safe_line(path)),
    }
}

/// Why the rule is, and what it rests on: folded, and once for each rule on the page.
fn about(code: &'static str, explained: &mut Explained) -> Markup {
    let Some(rule) = rules::find(code) else { return html! {} };
    let cites = cites_words(code);
    if let Some(anchor) = explained.get(code) {
        return html! { p class="cites" { (cite_list(&cites)) " · " a href={ "#" (anchor) } { "about " (rule.code) " " (rule.name) } } };
    }
    let anchor = format!("about-{code}");
    explained.insert(code, anchor.clone());
    html! {
        p class="cites" { (cite_list(&cites)) }
        details id=(anchor) {
            summary { "About " (rule.code) " " (rule.name) }
            p { (rule.summary) }
            (markdown(&section(rule, "Why")))
            (markdown(&section(rule, "Sources")))
        }
    }
}

fn cite_list(cites: &[(&str, String)]) -> String {
    cites.iter().map(|(basis, texts)| format!("{basis}: {texts}")).collect::<Vec<_>>().join(" · ")
}

/// Markdown of a rule's page. Nothing in it is taken for HTML.
pub(crate) fn markdown(text: &str) -> Markup {
    let events = Parser::new(text).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    });
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events);
    PreEscaped(out)
}

/// What was not checked; what a public record never has is folded.
fn not_checked(list: &[NotChecked]) -> Markup {
    let (never, lacking): (Vec<_>, Vec<_>) =
        not_checked_in_order(list).into_iter().partition(|lacking| lacking.reason == Reason::NotCarried);
    html! {
        @if !list.is_empty() {
            h3 { "Not checked" }
            @if !lacking.is_empty() {
                ul { @for lacking in lacking { li { (not_checked_words(lacking)) } } }
            }
            @if !never.is_empty() {
                details {
                    summary { (never.len()) " kinds of answers that the list does not have" }
                    ul { @for lacking in never { li { (not_checked_words(lacking)) } } }
                }
            }
        }
    }
}

/// A dataset: what each rule found, with examples.
pub(super) fn dataset(
    name: &str,
    number: usize,
    words: &str,
    entries: &[Entry],
    lacking: &[NotChecked],
    explained: &mut Explained,
) -> Markup {
    html! {
        section id={ "report-" (number) } aria-labelledby={ "report-" (number) "-name" } {
            h2 id={ "report-" (number) "-name" } { (safe_line(name)) }
            p class="verdict" { (words) }
            @for (severity, heading) in HEADINGS {
                @let of_it: Vec<&Entry> = entries.iter().filter(|entry| entry.severity == severity).collect();
                @if !of_it.is_empty() {
                    h3 { (heading) }
                    @for entry in of_it { (counted(entry, severity, explained)) }
                }
            }
            (not_checked(lacking))
        }
    }
}

fn counted(entry: &Entry, severity: Severity, explained: &mut Explained) -> Markup {
    html! {
        article class={ "finding " (severity.word()) } {
            h4 { (entry.count) " × " (entry.name()) }
            ul { @for example in &entry.examples { li { (words(example)) } } }
            @if entry.more() > 0 { p class="where" { "and " (entry.more()) " more; every one with --format csv or json" } }
            (about(entry.code, explained))
        }
    }
}
