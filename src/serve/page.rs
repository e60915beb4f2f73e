//! The page: where the draft stands, its clocks, and the form. One answer, whether a script asks or a browser without script.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::{Html, IntoResponse, Response};
use chrono::NaiveDate;
use maud::{DOCTYPE, Markup, html};

use super::form::{self, Answers, Found};
use super::gate::Refused;
use super::site::Site;
use super::{LARGEST_FORM, downloads, examine};
use crate::check::ReportOutcome;
use crate::finding::{Located, Severity};
use crate::render::{duty_words, markdown, marked_up, sentence, standing, standing_words, verdict_words};
use crate::report::clock::Deadline;
use crate::rules;

/// The page before anything is answered.
pub(super) async fn empty(State(site): State<Arc<Site>>) -> Response {
    with(&Answers::beginning(), site.today(), &html! {}, &html! {})
}

/// The form as posted, checked.
pub(super) async fn posted(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    let today = site.today();
    let taken = site.take(request.into_body(), LARGEST_FORM).await?;
    taken.work(move |bytes| answer(&bytes, today).into_response()).await
}

fn answer(bytes: &[u8], today: NaiveDate) -> Result<Response, Refused> {
    let mut fields = downloads::fields(bytes)?;
    let asked = |fields: &mut Vec<(String, String)>, name: &str| {
        let at = fields.iter().position(|(known, _)| known == name)?;
        Some(fields.remove(at).1)
    };
    let (fix, wish) = (asked(&mut fields, "fix"), asked(&mut fields, "do"));
    let mut answers = Answers::posted(fields).ok_or(Refused::Form)?;
    let mut note = html! {};
    match wish.as_deref() {
        Some("add-entity") => answers.add_entity(),
        Some("remove-entity") => answers.remove_last_entity(),
        _ => {}
    }
    if let Some(handle) = fix {
        note = html! { p { "That fix no longer fits. Nothing was changed." } };
        if let Some((after, title)) = downloads::fixed(&answers, &handle, today) {
            answers = after;
            note = html! { p { "Done: " (marked_up(&title)) "." } };
        }
    }
    Ok(with(&answers, today, &note, &html! {}))
}

/// The page with `answers`, judged on `today`, and a note about what was just done.
pub(super) fn with(answers: &Answers, today: NaiveDate, note: &Markup, opened: &Markup) -> Response {
    let outcome = examine::draft("draft.yaml", form::text(answers), today);
    let Some(report) = outcome.reports.first() else { return Refused::Failed.into_response() };
    let found = Found::new(report, answers);
    let untouched = answers.is_untouched();
    frame(
        "Draft of a breach report - breachlint",
        "",
        &html! {
        a class="skip" href="#form" { "Skip to the form" }
        header {
            h1 { "Draft of a HIPAA breach report" }
            p {
                "This page runs on this computer alone. Nothing that you type leaves it, and nothing is stored: download the draft to keep it. "
                "It is judged on " strong { (today) } ". It is not legal advice."
            }
            noscript { p { "Script is off. Press Check after you have changed something; further questions then appear where they apply." } }
        }
        div class="desk" {
            aside aria-label="Where the draft stands" id="status" {
                (verdict(report, untouched))
                div id="clocks" data-live { (clocks(&report.deadlines, today)) }
                div id="list" data-live { @if !untouched { (list(report, &found)) } }
                (screens(answers))
            }
            main {
                div id="note" role="status" { (note) }
                (openers())
                div id="opened" { (opened) }
                form id="form" method="post" action="./" accept-charset="utf-8" tabindex="-1" {
                    p class="actions" { button class="main" { "Check" } }
                    (kept(answers))
                    (form::form(answers, &found))
                    (actions())
                }
            }
        }
        },
    )
}

/// What the form has no place for.
fn kept(answers: &Answers) -> Markup {
    let paths = answers.kept_paths();
    html! {
        div id="kept" {
            @if !paths.is_empty() {
                p class="note" {
                    "The draft holds answers that this form has no place for. They stay in it: "
                    @for (index, path) in paths.iter().enumerate() { @if index > 0 { ", " } code { (crate::finding::safe_line(path)) } }
                    "."
                }
            }
        }
    }
}

fn verdict(report: &ReportOutcome, untouched: bool) -> Markup {
    let (sign, class) = standing(&report.verdict);
    html! {
        div role="status" id="standing" tabindex="-1" {
            @if untouched {
                p class="verdict plain" id="verdict" data-live { "Nothing is answered yet. Fill in the form, or open a draft." }
            } @else {
                p class={ "verdict " (class) } id="verdict" data-live { span aria-hidden="true" { (sign) } " " (marked_up(&verdict_words(&report.verdict))) }
            }
        }
    }
}

fn clocks(deadlines: &[Deadline], today: NaiveDate) -> Markup {
    html! {
        h2 { "Clocks" }
        @if deadlines.is_empty() {
            p class="hint" { "They start with the date of discovery." }
        } @else {
            ul class="clocks" {
                @for deadline in deadlines {
                    @let late = deadline.done.map_or(deadline.due < today, |done| done > deadline.due);
                    li class=[late.then_some("late")] {
                        strong class="date" { (deadline.due) } " " (duty_words(deadline)) ": " (marked_up(&standing_words(deadline, today)))
                        span class="hint" { (marked_up(&sentence(&deadline.reckoning))) " (" (deadline.duty.cite()) ")." }
                    }
                }
            }
        }
    }
}

/// Every finding, with the way to its question.
fn list(report: &ReportOutcome, found: &Found<'_>) -> Markup {
    let of = |wanted: fn(&Located) -> bool| report.findings.iter().filter(|located| wanted(located)).collect::<Vec<_>>();
    let missing = of(|located| located.finding.code == form::MISSING);
    let groups = [
        ("To fix", of(|located| located.finding.severity == Severity::Error && located.finding.code != form::MISSING)),
        ("To verify", of(|located| located.finding.severity == Severity::Warning)),
    ];
    let advice = of(|located| located.finding.severity == Severity::Advice);
    html! {
        @for (heading, list) in groups {
            @if !list.is_empty() { h2 { (heading) " (" (list.len()) ")" } (links(&list, found)) }
        }
        @if !missing.is_empty() {
            details { summary { "Still to answer (" (missing.len()) ")" } (links(&missing, found)) }
        }
        @if !advice.is_empty() {
            details { summary { "To know (" (advice.len()) ")" } (links(&advice, found)) }
        }
    }
}

fn links(list: &[&Located], found: &Found<'_>) -> Markup {
    html! {
        ul {
            @for located in list {
                @let name = found.name(located);
                li {
                    @if name.is_empty() { (marked_up(&sentence(&located.finding.message))) }
                    @else { a href={ "#" (name) } { (marked_up(&sentence(&located.finding.message))) } }
                }
            }
        }
    }
}

fn screens(answers: &Answers) -> Markup {
    html! {
        nav aria-label="Screens of the form" {
            h2 { "Screens" }
            ul {
                @for (name, title) in form::screens() {
                    li id={ "to-" (name) } data-question hidden[!answers.shows(&name)] { a href={ "#" (name) } { (title) } }
                }
            }
        }
    }
}

fn openers() -> Markup {
    html! {
        details id="open" {
            summary { "Open a draft or a log" }
            div data-script hidden {
                label for="file" { "A file in YAML, JSON, CSV or XLSX. It can also be dropped anywhere on this page." }
                input id="file" type="file" accept=".yaml,.yml,.json,.csv,.tsv,.xlsx,.xls";
            }
            form id="paste" method="post" action="open" accept-charset="utf-8" {
                label for="text" { "Or paste its text" }
                textarea id="text" name="text" rows="6" autocomplete="off" spellcheck="false" {}
                p { button { "Open the text" } " " span class="hint" { "What is in the form now is replaced." } }
            }
        }
    }
}

fn actions() -> Markup {
    html! {
        section class="actions" aria-labelledby="keep" {
            h2 id="keep" { "Keep" }
            p class="hint" { "What you download holds what you typed, contact answers included. Keep it as you keep the report." }
            button formaction="download/draft" { "Download the draft" } " "
            button formaction="download/worksheet" { "Download the worksheet" } " "
            button formaction="download/report" { "Download the findings" } " "
            button formaction="download/calendar" { "Download the clocks as a calendar" }
        }
    }
}

/// A rule's page.
pub(super) async fn rule(Path((_, code)): Path<(String, String)>) -> Result<Response, Refused> {
    let rule = rules::find(&code).ok_or(Refused::Unknown)?;
    let title = format!("{} {} - breachlint", rule.code, rule.name);
    Ok(frame(&title, "../", &html! { main class="rule" { (markdown(rule.docs)) } }))
}

/// What every page is set in; `up` leads to the address of the form.
fn frame(title: &str, up: &str, body: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="stylesheet" href={ (up) "assets/report.css" };
                link rel="stylesheet" href={ (up) "assets/page.css" };
                script src={ (up) "assets/page.js" } type="module" {}
            }
            body { (body) }
        }
    };
    Html(page.into_string()).into_response()
}
