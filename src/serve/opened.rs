//! A file that is dropped or pasted: one draft fills the form, several are listed to choose from, and an export is counted.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use maud::{Markup, html};

use super::form::{self, Answers};
use super::gate::Refused;
use super::site::Site;
use super::{LARGEST_FILE, LARGEST_FORM, downloads, examine, page};
use crate::check::FileOutcome;
use crate::dataset::layout::Kind;
use crate::dataset::log::{Draft, Drafts};
use crate::dataset::read::{self, is_dataset};
use crate::finding::{Located, safe_line};
use crate::render::{marked_up, sentence, verdict_words};
use crate::source::{Encoding, Source};

/// So many drafts of one file are listed.
const MOST_LISTED: usize = 200;
/// So many findings of one draft are listed.
const MOST_FINDINGS: usize = 50;

/// A file with its name in the query, or a pasted text in a form.
pub(super) async fn open(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    let today = site.today();
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("application/x-www-form-urlencoded") {
        let taken = site.take(request.into_body(), LARGEST_FORM).await?;
        return taken.work(move |bytes| pasted(&bytes, today).into_response()).await;
    }
    let query = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes());
    let name = query.into_owned().find(|(key, _)| key == "name").map_or_else(|| "draft.yaml".to_owned(), |(_, name)| name);
    let taken = site.take(request.into_body(), LARGEST_FILE).await?;
    taken.work(move |bytes| file(&name, bytes, today)).await
}

fn pasted(bytes: &[u8], today: NaiveDate) -> Result<Response, Refused> {
    let fields = downloads::fields(bytes)?;
    let field = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let text = field("text").ok_or(Refused::Form)?;
    Ok(file(&field("name").unwrap_or_else(|| "the pasted text".to_owned()), text.into_bytes(), today))
}

fn file(name: &str, bytes: Vec<u8>, today: NaiveDate) -> Response {
    if is_dataset(name, &bytes) {
        return match log(name, &bytes) {
            Some(drafts) => page::with(&Answers::beginning(), today, &html! {}, &listed(name, &drafts, today)),
            None => page::with(&Answers::beginning(), today, &html! {}, &counted(name, bytes, today)),
        };
    }
    let source = Source::decode(name, bytes);
    let is_utf8 = source.encoding() == Encoding::Utf8;
    let text = source.text().to_owned();
    let outcome = examine::draft(name, text.clone(), today);
    let drafts = form::drafts(name, &text);
    let [draft] = &drafts[..] else {
        if drafts.is_empty() {
            return page::with(&Answers::beginning(), today, &html! {}, &unread(name, &outcome));
        }
        let drafts: Vec<Entry> =
            drafts.iter().enumerate().map(|(index, draft)| Entry::new(format!("Report {}", index + 1), draft)).collect();
        return page::with(&Answers::beginning(), today, &html! {}, &listed(name, &drafts, today));
    };
    let answers = Answers::of(draft);
    let own = of_the_text(&answers, &outcome, today);
    let note = html! {
        p { "Opened " (safe_line(name)) ". Its comments are not taken over." }
        @if !is_utf8 { p { "It was not in UTF-8; look at its text with care." } }
    };
    page::with(&answers, today, &note, &own)
}

/// What was found in the file and is not found in the form that it filled: it is about the text, or about what was read otherwise.
fn of_the_text(answers: &Answers, outcome: &FileOutcome, today: NaiveDate) -> Markup {
    let again = examine::draft("draft.yaml", form::text(answers), today);
    let known: Vec<String> = again.reports.iter().flat_map(|report| &report.findings).map(form::handle).collect();
    let own: Vec<&Located> =
        outcome.reports.iter().flat_map(|report| &report.findings).filter(|located| !known.contains(&form::handle(located))).collect();
    html! {
        @if !own.is_empty() {
            section class="opened" aria-labelledby="of-the-text" {
                h2 id="of-the-text" { "In the file itself" }
                p { "This was found in the file as it was, and is not in the form. Look whether the form has what you meant." }
                (found(&own))
            }
        }
    }
}

/// A file that no draft could be read of.
fn unread(name: &str, outcome: &FileOutcome) -> Markup {
    let all: Vec<&Located> = outcome.reports.iter().flat_map(|report| &report.findings).collect();
    html! {
        section class="opened" aria-labelledby="unread" {
            h2 id="unread" { (safe_line(name)) " could not be read as a draft" }
            (found(&all))
        }
    }
}

fn found(list: &[&Located]) -> Markup {
    html! {
        ul {
            @for located in list.iter().take(MOST_FINDINGS) {
                li {
                    "Line " (located.place.start.line) ": " (marked_up(&sentence(&located.finding.message))) " " span class="code" { (located.finding.code) }
                }
            }
            @if list.len() > MOST_FINDINGS { li { "And " (list.len() - MOST_FINDINGS) " more." } }
        }
    }
}

/// One draft of several.
struct Entry {
    title: String,
    /// The draft, as JSON.
    text: String,
}

impl Entry {
    fn new(title: String, draft: &serde_json::Value) -> Self {
        Self { title, text: draft.to_string() }
    }
}

/// The drafts of a log; none where it is another kind of list, or none.
fn log(name: &str, bytes: &[u8]) -> Option<Vec<Entry>> {
    let input = read::open(name, Box::new(std::io::Cursor::new(bytes.to_vec())), &read::Options::default()).ok()?;
    if input.layout.kind() != Kind::Log {
        return None;
    }
    let entry = |draft: Draft| Entry { title: format!("Row {}", draft.sheet_row), text: draft.text };
    // A file that breaks off is told about where it is counted.
    Drafts::of(input)?.map(|draft| draft.ok().map(entry)).collect()
}

/// Several drafts to choose from. Each carries its answers: nothing is kept here.
fn listed(name: &str, drafts: &[Entry], today: NaiveDate) -> Markup {
    html! {
        section class="opened" aria-labelledby="listed" {
            h2 id="listed" { (safe_line(name)) ": " (drafts.len()) @if drafts.len() == 1 { " report" } @else { " reports" } }
            p { "Open one to work on it here. Findings across rows, such as the same breach entered twice, are in " code { "breachlint check" } "." }
            ol class="reports" {
                @for entry in drafts.iter().take(MOST_LISTED) {
                    @let outcome = examine::draft("row.json", entry.text.clone(), today);
                    li {
                        form method="post" action="open" accept-charset="utf-8" {
                            input type="hidden" name="name" value={ (entry.title) ".json" };
                            input type="hidden" name="text" value=(entry.text);
                            strong { (entry.title) } ": "
                            @for report in &outcome.reports { (marked_up(&verdict_words(&report.verdict))) }
                            " " button { "Open " (entry.title) }
                        }
                    }
                }
            }
            @if drafts.len() > MOST_LISTED { p { "And " (drafts.len() - MOST_LISTED) " more, which are not listed." } }
        }
    }
}

/// An export of the public record, or a file that cannot be read: what `check` says of it, as text.
fn counted(name: &str, bytes: Vec<u8>, today: NaiveDate) -> Markup {
    let report = examine::report(name, bytes, today, crate::render::Format::Text).unwrap_or_default();
    html! {
        section class="opened" aria-labelledby="counted" {
            h2 id="counted" { (safe_line(name)) }
            pre tabindex="0" { (String::from_utf8_lossy(&report)) }
        }
    }
}
