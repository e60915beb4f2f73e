//! Worksheets as one page: options to tick, text to copy, a sheet of paper for each screen. It needs no script.

use std::io::{self, Write};

use chrono::NaiveDate;
use maud::{DOCTYPE, Markup, html};

use super::{DISCLAIMER, PRIVATE, asks, how, length_words, lines, title};
use crate::finding::safe_line;
use crate::render::html::{head, sentence, standing, words};
use crate::render::{duty_words, not_checked_in_order, not_checked_words, set_aside_words, standing_words, verdict_words};
use crate::worksheet::{Answer, Block, Item, Note, Screen, Sheet};

const STYLE: &str = include_str!("worksheet.css");

pub(super) fn begin(name: &str, as_of: NaiveDate, several: bool, out: &mut dyn Write) -> io::Result<()> {
    let title = format!("Worksheet: {}", safe_line(name));
    write!(out, "{}<html lang=\"en\">{}<body>", DOCTYPE.into_string(), head(&title, STYLE).into_string())?;
    let top = html! {
        a class="skip" href="#main" { "Skip to the worksheet" }
        header {
            h1 { "Worksheet for the breach portal" }
            p { "Judged on " strong { (as_of) } " by breachlint " (env!("CARGO_PKG_VERSION")) ". " @if several { a href="#list" { "List of breaches" } } }
            p { (PRIVATE) }
        }
    };
    write!(out, "{}<main id=\"main\">", top.into_string())
}

pub(super) fn sheet(sheet: &Sheet, number: usize, as_of: NaiveDate, out: &mut dyn Write) -> io::Result<()> {
    let (sign, class) = standing(&sheet.verdict);
    let page = html! {
        section class="sheet" id={ "breach-" (number) } aria-labelledby={ "breach-" (number) "-name" } {
            h2 id={ "breach-" (number) "-name" } { (title(sheet)) }
            p class={ "verdict " (class) } { span class="sign" aria-hidden="true" { (sign) } " " (words(&verdict_words(&sheet.verdict))) }
            (deadlines(sheet, as_of))
            (notes(&sheet.notes))
            @for (screen, at) in sheet.screens.iter().zip(1..) { (one_screen(screen, number, at)) }
            (rest(sheet))
        }
    };
    writeln!(out, "{}", page.into_string())
}

pub(super) fn end(index: &[(String, String)], out: &mut dyn Write) -> io::Result<()> {
    let bottom = html! {
        @if !index.is_empty() {
            nav id="list" aria-labelledby="list-name" {
                h2 id="list-name" { "List of breaches" }
                ol { @for ((title, verdict), number) in index.iter().zip(1..) {
                    li { a href={ "#breach-" (number) } { (title) } " " (words(verdict)) }
                } }
            }
        }
        footer { p { (DISCLAIMER) } }
    };
    writeln!(out, "</main>{}</body></html>", bottom.into_string())
}

fn deadlines(sheet: &Sheet, as_of: NaiveDate) -> Markup {
    html! {
        @if !sheet.deadlines.is_empty() {
            div class="wide" {
                table {
                    caption { "Deadlines as of " (as_of) }
                    thead { tr { th scope="col" { "Due" } th scope="col" { "Duty" } th scope="col" { "Standing" } th scope="col" { "How it is reckoned" } } }
                    tbody { @for deadline in &sheet.deadlines {
                        @let late = deadline.done.map_or(deadline.due < as_of, |done| done > deadline.due);
                        tr class=[late.then_some("late")] {
                            th scope="row" { (deadline.due) }
                            td { (duty_words(deadline)) }
                            td { (words(&standing_words(deadline, as_of))) }
                            td { (words(&deadline.reckoning)) " (" (deadline.duty.cite()) ")" }
                        }
                    } }
                }
            }
        }
    }
}

fn one_screen(screen: &Screen, sheet: usize, number: usize) -> Markup {
    let id = format!("breach-{sheet}-screen-{number}");
    html! {
        section class="screen" aria-labelledby=(id) {
            h3 id=(id) { (number) ". " (screen.title) }
            (notes(&screen.notes))
            @for block in &screen.blocks { (one_block(block)) }
            @let kept: Vec<(Option<&String>, &Item)> = screen.blocks.iter()
                .flat_map(|block| block.kept.iter().map(move |item| (block.title.as_ref(), item))).collect();
            @if !kept.is_empty() {
                div class="kept" {
                    h4 { "Not asked by the portal: kept because duties hang on it" }
                    @for (of, item) in kept { (question(item, of)) }
                }
            }
        }
    }
}

fn one_block(block: &Block) -> Markup {
    html! {
        @if !block.asked.is_empty() {
            @if let Some(title) = &block.title { h4 class="block" { (title) } }
            @for item in &block.asked { (question(item, None)) }
        }
    }
}

fn question(item: &Item, of: Option<&String>) -> Markup {
    html! {
        div class={ "question" @if item.is_missing() { " missing" } } role="group" aria-label=(item.title) {
            p class="asked" {
                strong { (item.title) }
                @if item.required { span class="required" { " (required)" } }
                @if let Some(of) = of { span class="how" { " · " (of) } }
                @if !how(item).is_empty() { span class="how" { " · " (how(item)) } }
            }
            (answer(item))
            (notes(&item.notes))
        }
    }
}

fn answer(item: &Item) -> Markup {
    html! {
        @match &item.answer {
            Answer::Ticks { options, others, .. } => {
                ul class="options" { @for (label, chosen) in options { (option(label, *chosen)) } }
                @if !others.is_empty() { (unread(&others.join(", "), "No answer of the form's list")) }
            }
            Answer::Chosen(labels) if !labels.is_empty() => { p class="value" { (safe_line(&labels.join(", "))) } }
            Answer::Line(text) => { p class="value" { (safe_line(text)) } }
            Answer::Text(text, length) => {
                pre class="value text" { @for (line, at) in lines(text).zip(0..) { @if at > 0 { "\n" } (line) } }
                p class="how" { (length_words(item, *length)) }
            }
            Answer::Unread(text) => { (unread(text, "Not read for certain")) }
            Answer::Empty | Answer::Chosen(_) => {}
        }
        @if item.answer.is_empty() {
            @if item.is_missing() { p class="empty" { strong { "Empty: the portal asks for an answer." } } } @else { p class="empty" { "Empty." } }
        }
    }
}

/// The mark is drawn; the words are for who does not see it.
fn option(label: &str, chosen: bool) -> Markup {
    html! {
        @if chosen {
            li class="chosen" { span aria-hidden="true" { "☑ " } strong { (label) } span class="heard" { " (chosen)" } }
        } @else {
            li { span aria-hidden="true" { "☐ " } (label) span class="heard" { " (not chosen)" } }
        }
    }
}

fn unread(text: &str, why: &str) -> Markup {
    html! { p class="empty" { strong { (why) ":" } " " q { (safe_line(text)) } } }
}

fn notes(notes: &[Note]) -> Markup {
    html! {
        @for note in notes {
            div class={ "finding " (note.severity.word()) } {
                p { strong { (asks(note.severity)) ": " } (words(&sentence(&note.message))) " " span class="code" { (note.code) } }
                @if let Some(help) = &note.help { p class="help" { (words(help)) } }
            }
        }
    }
}

/// What stands behind the screens: what somebody answers for, and what was not checked.
fn rest(sheet: &Sheet) -> Markup {
    html! {
        @if !sheet.set_aside.is_empty() {
            h3 { "Suppressed or in the baseline (" (sheet.set_aside.len()) ")" }
            ul { @for aside in &sheet.set_aside { li { (words(&set_aside_words(aside))) } } }
        }
        @if !sheet.not_checked.is_empty() {
            h3 { "Not checked" }
            ul { @for lacking in not_checked_in_order(&sheet.not_checked) { li { (not_checked_words(lacking)) } } }
        }
    }
}
