//! The API and its description in `schemas/openapi.json`: the same addresses, and every real answer as it is described.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::server::{Answer, Server};
use crate::support::run::{base, run};

fn openapi() -> Value {
    serde_json::from_str(breachlint::serve::OPENAPI).expect("JSON")
}

#[test]
fn every_address_is_described_and_no_other() {
    let described: BTreeSet<(String, String)> = openapi()["paths"]
        .as_object()
        .expect("paths")
        .iter()
        .flat_map(|(path, methods)| methods.as_object().expect("methods").keys().map(|method| (method.clone(), path.clone())))
        .collect();
    let served: BTreeSet<(String, String)> =
        breachlint::serve::routes().map(|(method, path)| (method.to_owned(), path.to_owned())).collect();
    assert_eq!(described, served);
}

/// Follows a reference within the description.
fn resolved<'v>(whole: &'v Value, part: &'v Value) -> &'v Value {
    match part["$ref"].as_str() {
        Some(reference) => whole.pointer(reference.trim_start_matches('#')).expect(reference),
        None => part,
    }
}

/// The same schema with the files that it names in their places.
fn whole(schema: &Value) -> Value {
    match schema {
        Value::Object(entries) => match entries.get("$ref").and_then(Value::as_str) {
            Some("findings.schema.json") => serde_json::from_str(breachlint::schema::FINDINGS).expect("JSON"),
            Some("changes.schema.json") => serde_json::from_str(breachlint::schema::CHANGES).expect("JSON"),
            _ => entries.iter().map(|(key, value)| (key.clone(), whole(value))).collect::<serde_json::Map<_, _>>().into(),
        },
        Value::Array(items) => items.iter().map(whole).collect(),
        other => other.clone(),
    }
}

/// Holds an answer to what is described for `method` and `path`.
fn holds(answer: &Answer, method: &str, path: &str) {
    let openapi = openapi();
    let described = &openapi["paths"][path][method]["responses"][answer.status.to_string()];
    assert!(!described.is_null(), "{method} {path} gives {}, which is not described", answer.status);
    let described = resolved(&openapi, described);
    let kind = answer.header("content-type").expect("a type").split(';').next().expect("a type").to_owned();
    let content = &described["content"][&kind];
    assert!(!content.is_null(), "{method} {path} gives {kind}, which is not described");
    if kind == "application/json" {
        let mut schema = whole(&content["schema"]);
        schema["components"] = whole(&openapi["components"]);
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
        let body = answer.json();
        let faults: Vec<String> = validator.iter_errors(&body).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{method} {path}: {faults:#?}");
    }
}

#[test]
fn every_answer_is_as_described() {
    let server = Server::start();
    let (form, text, bytes) = ("application/x-www-form-urlencoded", "text/plain", "application/octet-stream");
    let full = base("full");
    let bad = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/reports/bad-phishing.yaml")).expect("a draft");
    let list = b"covered_entity,individuals_affected,breach_type\nOld Mill Clinic,1204,Cyberattack\n";
    let mut seen = BTreeSet::new();
    let mut held = |answer: Answer, status: u16, method: &str, path: &str| {
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
        holds(&answer, method, path);
        seen.insert((method.to_owned(), path.to_owned()));
    };
    held(server.get(""), 200, "get", "/");
    held(server.post("", form, b"breach.type=Loss"), 200, "post", "/");
    held(server.post("", form, b"kept=x"), 400, "post", "/");
    held(server.post("open?name=full.yaml", bytes, full.as_bytes()), 200, "post", "/open");
    held(server.post_form("open", &[("text", &full)]), 200, "post", "/open");
    held(server.post("download/draft", form, b"breach.type=Loss"), 200, "post", "/download/draft");
    held(server.post("download/report", form, b"breach.type=Loss"), 200, "post", "/download/report");
    held(server.post("download/worksheet", form, b"breach.type=Loss"), 200, "post", "/download/worksheet");
    let discovered = b"covered_entity%5B0%5D.name=Old+Mill+Clinic&breach.discovery_start_date=2026-01-20";
    held(server.post("download/calendar", form, discovered), 200, "post", "/download/calendar");
    held(server.get("rules/BR202"), 200, "get", "/rules/{code}");
    for name in ["report.css", "page.css", "page.js"] {
        held(server.get(&format!("assets/{name}")), 200, "get", "/assets/{name}");
    }
    held(server.post("api/check?name=full.yaml", text, full.as_bytes()), 200, "post", "/api/check");
    held(server.post("api/check", text, &bad), 200, "post", "/api/check");
    held(server.post("api/check?name=list.csv", text, list), 200, "post", "/api/check");
    held(server.post("api/check", text, &vec![b' '; 1024 * 1024 + 1]), 413, "post", "/api/check");
    held(server.post("api/normalize", text, full.as_bytes()), 200, "post", "/api/normalize");
    held(server.post("api/normalize", text, b"breach: ["), 422, "post", "/api/normalize");
    held(server.get("api/rules"), 200, "get", "/api/rules");
    held(server.get("api/rules/BR999"), 404, "get", "/api/rules/{code}");
    held(server.get("api/rules/discovered-before-occurred"), 200, "get", "/api/rules/{code}");
    for name in ["openapi.json", "breach-report.schema.json", "findings.schema.json", "changes.schema.json"] {
        held(server.get(&format!("api/{name}")), 200, "get", "/api/{description}");
    }
    let all: BTreeSet<(String, String)> = breachlint::serve::routes().map(|(method, path)| (method.to_owned(), path.to_owned())).collect();
    assert_eq!(seen, all, "every address was asked");
}

#[test]
fn the_api_says_what_the_command_says() {
    let server = Server::start();
    let path = "fixtures/reports/bad-phishing.yaml";
    let bytes = std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect("a draft");
    let printed = run(&["check", path, "--isolated", "--as-of", "2026-03-01", "--format", "json"]);
    let answered = server.post(&format!("api/check?name={path}"), "text/plain", &bytes);
    assert_eq!(answered.json(), serde_json::from_str::<Value>(&printed.out).expect("JSON"));
    let earlier = server.post("api/check?as_of=2026-02-01", "text/plain", &bytes).json();
    assert_eq!(earlier["as_of"], "2026-02-01");

    let normal = run(&["normalize", "fixtures/base/full.yaml", "--as-of", "2026-03-01"]);
    let answered = server.post("api/normalize?name=full.yaml", "text/plain", base("full").as_bytes()).json();
    assert_eq!(answered["text"], json!(normal.out));
    assert_eq!(server.get("api/rules").body, run(&["rules", "--format", "json"]).out);
}
