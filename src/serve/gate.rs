//! Who may ask: the host, the secret of the address and the origin of every request, and what every answer says about itself.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::site::Site;

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// It was sent to another name than this machine's: a site that had its name point here.
    Host,
    /// The secret is missing or wrong, or there is no such page.
    Unknown,
    /// Another site's page sent it.
    Foreign,
    /// The page takes another method.
    Method,
    /// The body is larger than this many bytes.
    TooLarge(usize),
    /// So much was found that the answer would be larger than this many bytes.
    TooMuch(usize),
    /// The body did not come in time.
    Slow,
    /// The body broke off.
    Broken,
    /// Too much is being worked on.
    Busy,
    /// What was posted is no form that this page has.
    Form,
    /// The work ended without an answer: a fault of breachlint.
    Failed,
}

impl Refused {
    fn status(self) -> StatusCode {
        match self {
            Self::Host | Self::Foreign => StatusCode::FORBIDDEN,
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge(_) | Self::TooMuch(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::Broken | Self::Form => StatusCode::BAD_REQUEST,
            Self::Busy => StatusCode::TOO_MANY_REQUESTS,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What is said about it.
    pub(super) fn words(self) -> String {
        let words = match self {
            Self::Host => "this page answers to 127.0.0.1 and localhost only",
            Self::Unknown => "there is nothing here; open the address that `breachlint serve` printed, as a whole",
            Self::Foreign => "another site's page may not post here",
            Self::Method => "this address takes another method",
            Self::TooLarge(limit) => return format!("more than {limit} bytes are not read here"),
            Self::TooMuch(limit) => return format!("more was found than {limit} bytes can say; `breachlint check` has no such limit"),
            Self::Slow => "the request did not come in time",
            Self::Broken => "the request broke off",
            Self::Busy => "too many requests at once; try again in a moment",
            Self::Form => "this is not a form of this page",
            Self::Failed => "breachlint failed at this request; please report it as a fault",
        };
        words.to_owned()
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = (self.status(), self.words() + "\n").into_response();
        if self == Self::Busy {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

/// Lets a request through to its page, or not.
pub(super) async fn gate(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let mut response = match allowed(&site, &request) {
        Ok(()) => next.run(request).await,
        Err(refused) => refused.into_response(),
    };
    for (name, value) in SAID {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// What is said with every answer: nothing is loaded from elsewhere, framed, kept, guessed or told to others.
const SAID: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    (header::CACHE_CONTROL, "no-store"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

fn allowed(site: &Site, request: &Request) -> Result<(), Refused> {
    let known = |host: &str| site.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
    let headers = request.headers();
    let host = only(headers, &header::HOST).ok_or(Refused::Host)?;
    if !known(host) || request.uri().authority().is_some_and(|named| !known(named.as_str())) {
        return Err(Refused::Host);
    }
    let secret = request.uri().path().split('/').nth(1).unwrap_or_default();
    if !constant_time_eq::constant_time_eq(secret.as_bytes(), site.token.as_bytes()) {
        return Err(Refused::Unknown);
    }
    if matches!(*request.method(), Method::GET | Method::HEAD) || is_own(headers, host) { Ok(()) } else { Err(Refused::Foreign) }
}

/// Whether a page of ours posts it, or a program that is no browser and says nothing about where it comes from.
fn is_own(headers: &HeaderMap, host: &str) -> bool {
    let origin = !headers.contains_key(header::ORIGIN)
        || only(headers, &header::ORIGIN)
            .is_some_and(|origin| origin.strip_prefix("http://").is_some_and(|site| site.eq_ignore_ascii_case(host)));
    let site = HeaderName::from_static("sec-fetch-site");
    origin && (!headers.contains_key(&site) || only(headers, &site) == Some("same-origin"))
}

/// The value of a header that is there once.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    if values.next().is_some() { None } else { value.to_str().ok() }
}
