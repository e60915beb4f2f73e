//! Every address of the page, in one table. `schemas/openapi.json` describes the same ones; a test holds the two together.

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

use super::gate::{Refused, gate};
use super::site::Site;
use super::{api, assets, downloads, opened, page};

type Route = (&'static str, &'static str, fn() -> MethodRouter<Arc<Site>>);

/// Method, path below the token, and what answers.
const ROUTES: [Route; 14] = [
    ("get", "/", || get(page::empty)),
    ("post", "/", || post(page::posted)),
    ("post", "/open", || post(opened::open)),
    ("post", "/download/draft", || post(downloads::draft)),
    ("post", "/download/report", || post(downloads::report)),
    ("post", "/download/worksheet", || post(downloads::worksheet)),
    ("post", "/download/calendar", || post(downloads::calendar)),
    ("get", "/rules/{code}", || get(page::rule)),
    ("get", "/assets/{name}", || get(assets::asset)),
    ("post", "/api/check", || post(api::check)),
    ("post", "/api/normalize", || post(api::normalize)),
    ("get", "/api/rules", || get(api::rules)),
    ("get", "/api/rules/{code}", || get(api::rule)),
    ("get", "/api/{description}", || get(api::description)),
];

/// Method and path of every address, below the token.
pub fn routes() -> impl Iterator<Item = (&'static str, &'static str)> {
    ROUTES.iter().map(|(method, path, _)| (*method, *path))
}

pub(super) fn router(site: Arc<Site>) -> Router {
    let mut router = Router::new();
    for (_, path, answer) in ROUTES {
        router = router.route(&format!("/{{token}}{path}"), answer());
    }
    router
        .fallback(|| async { Refused::Unknown })
        .method_not_allowed_fallback(|| async { Refused::Method })
        .layer(from_fn_with_state(site.clone(), gate))
        .with_state(site)
}
