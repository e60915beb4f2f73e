//! Who may ask.

use crate::server::Server;
use crate::support::run::{base, run};

/// A check by somebody who says these headers.
fn check(server: &Server, host: &str, path: &str, headers: &str) -> u16 {
    let head = format!("POST {path}api/check HTTP/1.1\r\nHost: {host}{headers}");
    server.raw(&head, base("full").as_bytes()).status
}

#[test]
fn only_this_machines_names_are_answered() {
    let server = Server::start();
    let port = server.host.split_once(':').expect("a port").1.to_owned();
    let (host, home) = (server.host.clone(), server.home.clone());
    assert!(host.starts_with("127.0.0.1:"), "{host}");
    for good in [host.clone(), format!("localhost:{port}"), format!("LOCALHOST:{port}")] {
        assert_eq!(check(&server, &good, &home, ""), 200, "{good}");
    }
    for bad in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        "127.0.0.1".to_owned(),
        format!("127.0.0.1.evil.example:{port}"),
        format!("{host}@evil.example"),
        format!("0.0.0.0:{port}"),
        String::new(),
    ] {
        assert_eq!(check(&server, &bad, &home, ""), 403, "{bad}");
    }
    assert_eq!(check(&server, &host, &home, "\r\nHost: evil.example"), 403, "two hosts");
    let none = server.raw(&format!("GET {home} HTTP/1.1\r\nAccept: */*"), b"");
    assert!(matches!(none.status, 400 | 403), "{none:?}");
    let absolute = server.raw(&format!("GET http://evil.example{home} HTTP/1.1\r\nHost: {host}"), b"");
    assert_eq!(absolute.status, 403, "{absolute:?}");
}

#[test]
fn only_the_pages_own_posts_are_answered() {
    let server = Server::start();
    let (host, home) = (server.host.clone(), server.home.clone());
    let says = |headers: &str| check(&server, &host, &home, headers);
    assert_eq!(says(""), 200, "a program that is no browser");
    assert_eq!(says(&format!("\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin")), 200);
    for foreign in [
        "\r\nOrigin: http://evil.example".to_owned(),
        "\r\nOrigin: null".to_owned(),
        format!("\r\nOrigin: https://{host}"),
        format!("\r\nOrigin: http://{host}.evil.example"),
        format!("\r\nOrigin: http://{host}\r\nOrigin: http://evil.example"),
        "\r\nOrigin: http://127.0.0.1:1".to_owned(),
        "\r\nSec-Fetch-Site: cross-site".to_owned(),
        "\r\nSec-Fetch-Site: same-site".to_owned(),
        "\r\nSec-Fetch-Site: none".to_owned(),
        format!("\r\nOrigin: http://{host}\r\nSec-Fetch-Site: cross-site"),
    ] {
        assert_eq!(says(&foreign), 403, "{foreign:?}");
    }
    let asked_first = server.raw(&format!("OPTIONS {home}api/check HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.example"), b"");
    assert_eq!(asked_first.status, 403);
    assert_eq!(asked_first.header("access-control-allow-origin"), None);
}

#[test]
fn without_the_secret_there_is_nothing() {
    let server = Server::start();
    let (host, home) = (server.host.clone(), server.home.clone());
    let secret = home.trim_matches('/');
    assert!(secret.len() == 32 && secret.bytes().all(|byte| byte.is_ascii_hexdigit()), "{secret}");
    let other = Server::start();
    assert_ne!(other.home, home, "drawn anew");
    let upper = secret.to_uppercase();
    let nearly = format!("{}{}", &secret[..31], if secret.ends_with('0') { '1' } else { '0' });
    for path in [
        "/",
        "//",
        "/api/check",
        "/favicon.ico",
        &other.home,
        &format!("/{nearly}/"),
        &format!("/{}/", &secret[..31]),
        &format!("/{secret}0/"),
        &format!("/x/{secret}/"),
    ] {
        let found = server.raw(&format!("GET {path} HTTP/1.1\r\nHost: {host}"), b"");
        assert_eq!(found.status, 404, "{path}");
        assert!(!found.body.contains(secret), "{path}");
    }
    if upper != secret {
        assert_eq!(server.raw(&format!("GET /{upper}/ HTTP/1.1\r\nHost: {host}"), b"").status, 404);
    }
    assert_eq!(check(&server, &host, "/", ""), 404);
}

#[test]
fn a_path_leads_nowhere_else() {
    let server = Server::start();
    for path in [
        "assets/../../Cargo.toml",
        "assets/..%2f..%2fCargo.toml",
        "assets/%2e%2e/%2e%2e/etc/passwd",
        "assets/....//page.js",
        "assets/page.js%00",
        "assets/page.js/",
        "assets/",
        "assets",
        "assets/page.rs",
        "/etc/passwd",
        "..",
        "../",
        "./",
        "rules/../rules/BR202",
        "rules/BR999",
        "api/../api/rules",
        "api/Cargo.toml",
        "api/%2e%2e",
        "%F0%28%8C%28",
    ] {
        let answer = server.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {answer:?}");
    }
    assert_eq!(server.get("assets/page.js").status, 200);
    assert_eq!(server.get("rules/BR202").status, 200);
}

#[test]
fn every_answer_says_that_nothing_is_loaded_kept_or_framed() {
    let server = Server::start();
    let missing = server.raw(&format!("GET / HTTP/1.1\r\nHost: {}", server.host), b"");
    let foreign = server.raw(&format!("GET {} HTTP/1.1\r\nHost: evil.example", server.home), b"");
    for answer in [
        server.get(""),
        server.get("assets/page.css"),
        server.get("api/rules"),
        server.post("api/check", "text/plain", b"x"),
        missing,
        foreign,
    ] {
        assert_eq!(
            answer.header("content-security-policy"),
            Some(
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            ),
            "{answer:?}"
        );
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
        assert_eq!(answer.header("referrer-policy"), Some("same-origin"));
        assert_eq!(answer.header("set-cookie"), None);
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
    let page = server.get("").body;
    assert!(!page.contains("//") || page.matches("//").count() == page.matches("<!--").count(), "the page names no other place");
    assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains("onclick"), "nothing that the policy forbids");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let server = Server::start();
    let form = "application/x-www-form-urlencoded";
    for (path, kind, body, status) in [
        ("", form, &b"kept=%7B"[..], 400),
        ("", form, b"entities=1000000000", 400),
        ("", form, b"\xff\xfe=\xff", 400),
        ("open", form, b"nothing=1", 400),
        ("download/draft", form, b"kept=x", 400),
        ("api/check?as_of=2026-02-30", "text/plain", b"x", 400),
        ("api/check?color=red", "text/plain", b"x", 400),
        ("api/check", "text/plain", b"", 200),
        ("api/check", "text/plain", b"\xff\xfe\x00", 200),
        ("api/check?name=a.xlsx", "text/plain", b"PK\x03\x04 no workbook", 200),
        ("api/normalize", "text/plain", b"breach: [", 422),
        ("api/normalize", "text/plain", b"\xff", 422),
        ("open?name=a.xlsx", "application/octet-stream", b"PK\x03\x04 no workbook", 200),
        ("open?name=a.csv", "application/octet-stream", b"\x00\x00\x00", 200),
        ("open", "application/octet-stream", b"- [", 200),
        ("", form, b"fix=BR202%40nowhere", 200),
        ("", form, b"breach.type=%3Cscript%3Ealert(1)%3C%2Fscript%3E", 200),
    ] {
        let answer = server.post(path, kind, body);
        assert_eq!(answer.status, status, "{path} {body:?}");
        assert!(!answer.body.contains("<script>alert"), "what was posted is no markup");
    }
    let half =
        server.raw(&format!("POST {}api/check HTTP/1.1\r\nHost: {}\r\nTransfer-Encoding: chunked", server.home, server.host), b"zz\r\n");
    assert!(matches!(half.status, 400), "{half:?}");
    assert_eq!(server.raw(&format!("DELETE {} HTTP/1.1\r\nHost: {}", server.home, server.host), b"").status, 405);
    assert_eq!(server.get("api/check").status, 405);
    assert_eq!(server.get("").status, 200, "it still serves");
}

#[test]
fn a_port_that_is_taken_is_said() {
    let server = Server::start();
    let port = server.host.split_once(':').expect("a port").1;
    let second = run(&["serve", "--port", port]);
    assert_eq!(second.code, Some(3));
    assert!(second.err.contains("cannot listen on 127.0.0.1"), "{}", second.err);
}
