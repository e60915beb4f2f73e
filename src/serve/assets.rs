//! What the page is made of besides its own text: embedded, and named exactly. There is no folder that a path could leave.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::gate::Refused;

/// Name, type and text.
const ASSETS: [(&str, &str, &str); 3] = [
    ("report.css", "text/css; charset=utf-8", crate::render::STYLE),
    ("page.css", "text/css; charset=utf-8", include_str!("../../assets/page.css")),
    ("page.js", "text/javascript; charset=utf-8", include_str!("../../assets/page.js")),
];

pub(super) async fn asset(Path((_, name)): Path<(String, String)>) -> Result<Response, Refused> {
    let asset = ASSETS.iter().find(|(known, ..)| *known == name);
    let (_, kind, text) = asset.ok_or(Refused::Unknown)?;
    Ok(([(header::CONTENT_TYPE, *kind)], *text).into_response())
}
