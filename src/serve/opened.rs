//! A file that is dropped or pasted: one draft fills the form, several are listed to choose from, and an export is counted.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use maud::{Markup, html};

use super::form::{self, Answers};
use super::gate::Refused;
use super::listed::Log;
use super::site::Site;
use super::{LARGEST_FILE, LARGEST_FORM, downloads, examine, listed, page};
use crate::check::FileOutcome;
use crate::dataset::read::is_dataset;
use crate::finding::{Located, safe_line};
use crate::render::{Format, marked_up, sentence};
use crate::source::{Encoding, Source};

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
    let beside = |what: &Markup| page::with(&Answers::beginning(), today, &html! {}, what);
    if is_dataset(name, &bytes) {
        return match listed::log(name, &bytes, today) {
            Some(Log::Listed(entries)) => beside(&listed::list(name, &entries)),
            Some(Log::TooMany) => beside(&listed::too_many(name)),
            None => beside(&counted(name, bytes, today)),
        };
    }
    let source = Source::decode(name, bytes);
    let is_utf8 = source.encoding() == Encoding::Utf8;
    let outcome = examine::draft(name, source.text().to_owned(), today);
    let drafts = form::drafts(name, source.text());
    match &drafts[..] {
        [] => beside(&unread(name, &outcome)),
        [draft] => {
            let answers = Answers::of(draft);
            let own = of_the_text(&answers, &outcome, today);
            let note = html! {
                p { "Opened " (safe_line(name)) ". Its comments are not taken over." }
                @if !is_utf8 { p { "It was not in UTF-8; look at its text with care." } }
            };
            page::with(&answers, today, &note, &own)
        }
        several => beside(&listed::list(name, &listed::reports(several, &outcome))),
    }
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

/// An export of the public record, or a file that cannot be read: what `check` says of it, as text.
fn counted(name: &str, bytes: Vec<u8>, today: NaiveDate) -> Markup {
    let report = match examine::report(name, bytes, today, Format::Text) {
        Ok(report) => String::from_utf8_lossy(&report).into_owned(),
        Err(refused) => refused.words(),
    };
    html! {
        section class="opened" aria-labelledby="counted" {
            h2 id="counted" { (safe_line(name)) }
            pre tabindex="0" { (report) }
        }
    }
}
