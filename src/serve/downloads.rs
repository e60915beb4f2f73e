//! What a posted form becomes besides the page: the same draft with one fix made, and files to keep.

use std::io;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;

use super::form::{self, Answers};
use super::gate::Refused;
use super::site::Site;
use super::{LARGEST_FORM, examine};
use crate::calendar::Gathering;
use crate::document::{Syntax, apply};
use crate::fix::Offers;
use crate::normalize::normalize;
use crate::render::{CalendarFormat, Format, WorksheetFormat, Worksheets};
use crate::source::Source;
use crate::worksheet::{Sheet, sheets};

/// The draft in YAML.
pub(super) async fn draft(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    download(&site, request, |answers, today| Ok(file("breach-report.yaml", "application/yaml", draft_text(answers, today)))).await
}

/// The page of findings that `check --format html` writes.
pub(super) async fn report(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    download(&site, request, |answers, today| {
        let text = draft_text(answers, today);
        let page = examine::report("breach-report.yaml", text.into_bytes(), today, Format::Html)?;
        Ok(file("breach-report-findings.html", "text/html; charset=utf-8", page))
    })
    .await
}

/// The filing in the order of the portal's screens, to key in or print.
pub(super) async fn worksheet(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    download(&site, request, |answers, today| {
        let name = "breach-report.yaml";
        let sheets = sheets(&examine::draft(name, draft_text(answers, today), today));
        let mut page = Vec::new();
        write_sheets(name, &sheets, today, &mut page).map_err(|_| Refused::Failed)?;
        Ok(file("breach-worksheet.html", "text/html; charset=utf-8", page))
    })
    .await
}

fn write_sheets(name: &str, sheets: &[Sheet], today: NaiveDate, out: &mut Vec<u8>) -> io::Result<()> {
    let mut worksheets = Worksheets::begin(WorksheetFormat::Html, name, today, false, out)?;
    sheets.iter().try_for_each(|sheet| worksheets.sheet(sheet))?;
    worksheets.end()
}

/// Every clock, for a calendar.
pub(super) async fn calendar(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    download(&site, request, |answers, today| {
        let source = Source::decode("breach-report.yaml", draft_text(answers, today).into_bytes());
        let mut gathering = Gathering::new(today);
        gathering.draft(&source, &answers.known_as());
        let mut events = Vec::new();
        crate::render::calendar(&gathering.finish(), CalendarFormat::Ics, &mut events).map_err(|_| Refused::Failed)?;
        Ok(file("breach-deadlines.ics", "text/calendar; charset=utf-8", events))
    })
    .await
}

/// Answers a posted form with a file.
async fn download(
    site: &Site,
    request: Request,
    make: impl Fn(&Answers, NaiveDate) -> Result<Response, Refused> + Send + 'static,
) -> Result<Response, Refused> {
    let today = site.today();
    let taken = site.take(request.into_body(), LARGEST_FORM).await?;
    let answer = move |bytes: &[u8]| {
        let answers = Answers::posted(fields(bytes)?).ok_or(Refused::Form)?;
        make(&answers, today)
    };
    taken.work(move |bytes| answer(&bytes).into_response()).await
}

/// The names and values of a posted form.
pub(super) fn fields(bytes: &[u8]) -> Result<Vec<(String, String)>, Refused> {
    // What is not UTF-8 was not posted by the page, which says that it is.
    let text = std::str::from_utf8(bytes).map_err(|_| Refused::Form)?;
    Ok(form_urlencoded::parse(text.as_bytes()).into_owned().collect())
}

/// The draft in its canonical form; as it stands, where it has none yet.
fn draft_text(answers: &Answers, today: NaiveDate) -> String {
    let text = form::text(answers);
    normalize("draft.yaml", &text, today, Syntax::Yaml).map_or(text, |normalized| normalized.text)
}

/// `answers` with the fix that is asked for by `handle`, and what it did; none where there is no such fix.
pub(super) fn fixed(answers: &Answers, handle: &str, today: NaiveDate) -> Option<(Answers, String)> {
    let name = "draft.yaml";
    let text = form::text(answers);
    let outcome = examine::draft(name, text.clone(), today);
    let report = outcome.reports.first()?;
    let finding = &report.findings.iter().find(|located| located.finding.fix.is_some() && form::handle(located) == handle)?.finding;
    let source = Source::decode(name, text.into_bytes());
    let edits = Offers::new(&source, today).edits(report.number, finding)?;
    let after = apply(source.text(), &edits).ok()?;
    Some((Answers::of(form::drafts(name, &after).first()?), finding.fix.as_ref()?.title.clone()))
}

fn file(name: &'static str, kind: &'static str, content: impl Into<axum::body::Body>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], content.into()).into_response()
}
