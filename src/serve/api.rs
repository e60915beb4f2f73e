//! The API for programs: the calls of `check`, `normalize`, `rules`, `explain` and `schema`, over HTTP. `schemas/openapi.json` describes it.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Serialize;

use super::gate::Refused;
use super::site::Site;
use super::{LARGEST_FORM, OPENAPI, examine};
use crate::document::Syntax;
use crate::normalize::{ChangeEntry, NotNormalized, normalize as canonical};
use crate::render::{Format, rules_json};
use crate::report::date;
use crate::{rules, schema};

/// What stands behind the question mark.
struct Wanted {
    name: String,
    as_of: NaiveDate,
}

impl Wanted {
    /// Reads the query; a day that is none is refused.
    fn of(site: &Site, request: &Request) -> Result<Self, Refused> {
        let mut wanted = Self { name: "draft.yaml".to_owned(), as_of: site.today() };
        for (key, value) in form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()) {
            match &*key {
                "name" => wanted.name = value.into_owned(),
                "as_of" => wanted.as_of = date::canonical(&value).ok_or(Refused::Form)?,
                _ => return Err(Refused::Form),
            }
        }
        Ok(wanted)
    }
}

/// The findings in a file, as `check --format json` prints them.
pub(super) async fn check(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    let wanted = Wanted::of(&site, &request)?;
    let taken = site.take(request.into_body(), LARGEST_FORM).await?;
    taken.work(move |bytes| findings(&wanted, bytes, StatusCode::OK)).await
}

/// A draft in canonical form and what was changed; the findings, where it has none yet.
pub(super) async fn normalize(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    let wanted = Wanted::of(&site, &request)?;
    let taken = site.take(request.into_body(), LARGEST_FORM).await?;
    taken.work(move |bytes| normalized(&wanted, bytes)).await
}

#[derive(Serialize)]
struct NormalizedJson {
    text: String,
    changes: Vec<ChangeEntry>,
}

fn normalized(wanted: &Wanted, bytes: Vec<u8>) -> Response {
    let Ok(text) = std::str::from_utf8(&bytes) else { return findings(wanted, bytes, StatusCode::UNPROCESSABLE_ENTITY) };
    match canonical(&wanted.name, text, wanted.as_of, Syntax::Yaml) {
        Ok(normalized) => {
            let body = NormalizedJson { text: normalized.text, changes: normalized.changes };
            serde_json::to_string(&body).map_or_else(|_| Refused::Failed.into_response(), |body| json(StatusCode::OK, body))
        }
        Err(NotNormalized::Faults(_)) => findings(wanted, bytes, StatusCode::UNPROCESSABLE_ENTITY),
        Err(NotNormalized::Unproven) => Refused::Failed.into_response(),
    }
}

fn findings(wanted: &Wanted, bytes: Vec<u8>, status: StatusCode) -> Response {
    examine::report(&wanted.name, bytes, wanted.as_of, Format::Json).map(|report| json(status, report)).into_response()
}

/// Every rule, as `rules --format json` prints them.
pub(super) async fn rules() -> Result<Response, Refused> {
    rules_json().map(|text| json(StatusCode::OK, text)).map_err(|_| Refused::Failed)
}

/// A rule's page, in Markdown.
pub(super) async fn rule(Path((_, code)): Path<(String, String)>) -> Result<Response, Refused> {
    let rule = rules::find(&code).ok_or(Refused::Unknown)?;
    Ok(([(header::CONTENT_TYPE, "text/markdown; charset=utf-8")], rule.docs).into_response())
}

/// The description of this API, and the schemas that it names: where it says so, beside it.
const DESCRIPTIONS: [(&str, &str); 4] = [
    ("openapi.json", OPENAPI),
    ("breach-report.schema.json", schema::REPORT),
    ("findings.schema.json", schema::FINDINGS),
    ("changes.schema.json", schema::CHANGES),
];

/// One of them.
pub(super) async fn description(Path((_, name)): Path<(String, String)>) -> Result<Response, Refused> {
    let found = DESCRIPTIONS.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| json(StatusCode::OK, *text)).ok_or(Refused::Unknown)
}

fn json(status: StatusCode, body: impl Into<axum::body::Body>) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body.into()).into_response()
}
