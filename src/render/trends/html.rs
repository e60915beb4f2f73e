//! A trend report as one self-contained page: each chart with its table, no script, nothing loaded.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::chart;
use super::sheets::{Sheet, key, sheets};
use super::words::{by_words, short, whole};
use crate::finding::{Severity, safe_line};
use crate::render::html::head;
use crate::trends::{By, Category, Counting, Sensitivity, Series, Trends};

const STYLE: &str = include_str!("style.css");
/// The first cells of a table that are longer are broken on narrow screens, where they would push the figures out of sight.
const LONG_NAME: usize = 14;

pub(super) fn write(trends: &Trends, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", page(trends).into_string())
}

fn page(trends: &Trends) -> Markup {
    let title = trends.period.map_or_else(
        || "Breach reports: not counted".to_owned(),
        |period| format!("Breach reports from {} to {}", period.years.first, period.years.last),
    );
    let sheets = sheets(trends, false);
    html! {
        (DOCTYPE)
        html lang="en" {
            (head(&title, STYLE))
            body class="trends" {
                a class="skip" href="#main" { "Skip to the figures" }
                header {
                    h1 { (title) }
                    p { "By year of submission, counted by breachlint " (trends.tool_version) "." }
                }
                main id="main" {
                    (warnings(trends))
                    @for sheet in &sheets {
                        (section(sheet, &charts(trends, &sheet.id)))
                    }
                    (further(trends))
                }
                footer {
                    p {
                        "Counts of reports are no rates: nobody knows here how many could have been breached. The year is that of submission, not of the breach. \
                         None of this says which safeguards failed."
                    }
                }
            }
        }
    }
}

fn warnings(trends: &Trends) -> Markup {
    html! {
        @if !trends.warnings.is_empty() {
            section aria-labelledby="warnings" {
                h2 id="warnings" { "Before you read the figures" }
                @for warning in &trends.warnings {
                    div class={ "finding " (warning.severity.word()) } {
                        h3 { (heading(warning.severity)) ": " (coded(&safe_line(&warning.message))) }
                        p { (coded(warning.help)) " " code { (warning.code) } }
                    }
                }
            }
        }
    }
}

/// What stands between backticks is code.
fn coded(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Refused",
        Severity::Warning => "Beware",
        Severity::Advice => "Know",
    }
}

/// A chart, what stands above it, and the names of its colours, which narrow screens need: there the names in the chart lie beyond the edge.
struct Drawing {
    caption: String,
    chart: String,
    names: Vec<String>,
}

fn section(sheet: &Sheet, charts: &[Drawing]) -> Markup {
    html! {
        section aria-labelledby=(sheet.id) {
            h2 id=(sheet.id) { (sheet.title) }
            @if !sheet.note.is_empty() { p class="note" { (coded(&sheet.note)) } }
            @for chart in charts { (figure(chart)) }
            (table(&sheet.title, &sheet.head, &sheet.rows, sheet.worded))
        }
    }
}

fn figure(Drawing { caption, chart, names }: &Drawing) -> Markup {
    html! {
        @if !chart.is_empty() {
            figure {
                figcaption { (caption) }
                @if names.len() > 1 {
                    // The description of the chart names them, too.
                    p class="names" aria-hidden="true" {
                        @for (at, name) in names.iter().enumerate() { span { i class={ "c" (at % 9 + 1) } {} (name) } }
                    }
                }
                div class="wide" tabindex="0" role="group" aria-label={ "chart: " (caption) } { (PreEscaped(chart)) }
            }
        }
    }
}

fn table(caption: &str, head: &[String], rows: &[Vec<String>], worded: bool) -> Markup {
    let is_long = rows.iter().any(|row| row.first().is_some_and(|name| name.chars().count() > LONG_NAME));
    let class = match (worded, is_long) {
        (true, _) => "worded",
        (false, true) => "figures long",
        (false, false) => "figures",
    };
    html! {
        div class="wide" tabindex="0" role="group" aria-label={ "table: " (caption) } {
            table class=(class) {
                caption { (caption) }
                thead { tr { @for cell in head { th scope="col" { (cell.trim()) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 { th scope="row" { (cell) } }
                                @else if row.last().is_some_and(String::is_empty) {
                                    // A row that is not tested says why across its columns.
                                    @if at == 1 { td class="reason" colspan=(row.len() - 1) { (cell) } }
                                }
                                @else { td data-head=[worded.then(|| head.get(at)).flatten()] { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A chart called `caption`, drawn by `draw`.
fn drawing(caption: String, draw: impl FnOnce(&str) -> String) -> Drawing {
    let chart = draw(&caption);
    Drawing { caption, chart, names: Vec::new() }
}

/// A chart of `series`, each in a colour of its own.
fn coloured(caption: String, series: &[&Series], draw: impl FnOnce(&str, &[&Series]) -> String) -> Drawing {
    let chart = draw(&caption, series);
    Drawing { caption, chart, names: series.iter().map(|one| short(one.key, one.label).to_owned()).collect() }
}

/// The charts that stand above the table called `id`.
fn charts(trends: &Trends, id: &str) -> Vec<Drawing> {
    let Some(by) = [By::Type, By::Entity, By::Location, By::BusinessAssociate].into_iter().find(|&by| key(by) == id) else {
        return match id {
            "years" => vec![
                drawing("All reports a year".to_owned(), |title| {
                    chart::lines("chart-all", title, &trends.of(By::All, Counting::Each).collect::<Vec<_>>())
                }),
                drawing("All reports by individuals affected".to_owned(), |title| {
                    chart::distribution("chart-distribution", title, &trends.size_distribution)
                }),
            ],
            "sensitivity" => [By::Type, By::Location].into_iter().map(|by| sensitivity(trends, by)).collect(),
            _ => Vec::new(),
        };
    };
    let counting = if trends.of(by, Counting::Any).next().is_some() { Counting::Any } else { Counting::Single };
    let lines: Vec<&Series> = trends.of(by, counting).filter(|series| series.key != "missing").collect();
    let mut charts = vec![coloured(format!("Reports a year by {}", by_words(by)), &lines, |title, lines| {
        chart::lines(&format!("chart-{id}"), title, lines)
    })];
    if by == By::Type {
        // Shares that add up to a hundred need each report once.
        let parts: Vec<&Series> = trends.of(by, Counting::Single).collect();
        let parts = if parts.is_empty() { &lines } else { &parts };
        charts.push(coloured("Share of each type in the reports of the year".to_owned(), parts, |title, parts| {
            chart::shares("chart-shares", title, parts)
        }));
    }
    charts
}

fn sensitivity(trends: &Trends, by: By) -> Drawing {
    let counting = trends.sensitivity.first().map_or(Counting::Any, |row| row.counting);
    let rows: Vec<&Sensitivity> = trends.sensitivity.iter().filter(|row| row.by == by && row.counting == counting).collect();
    let id = format!("chart-sensitivity-{}", key(by));
    drawing(format!("Reports by {}, as filed and as read", by_words(by)), |title| chart::slopes(&id, title, &rows))
}

/// What the text has no room for: types against locations, and the sizes in bins.
fn further(trends: &Trends) -> Markup {
    let any: Vec<Category> = By::Location.categories(Counting::Any).into_iter().filter(|one| one.key != "missing").collect();
    let head: Vec<String> = std::iter::once("type").chain(any.iter().map(|one| short(one.key, one.label))).map(str::to_owned).collect();
    let row = |kind: &Category| {
        let counts = any.iter().map(|place| {
            let pair = trends.pairs.iter().find(|pair| pair.kind == kind.key && pair.location == place.key);
            whole(pair.map_or(0, |pair| pair.count))
        });
        std::iter::once(kind.label.to_owned()).chain(counts).collect::<Vec<String>>()
    };
    let kinds = By::Type.categories(Counting::Any);
    let rows: Vec<Vec<String>> =
        kinds.iter().filter(|kind| trends.pairs.iter().any(|pair| pair.kind == kind.key && pair.count > 0)).map(row).collect();
    let bins: Vec<Vec<String>> = trends.size_distribution.iter().map(|bin| vec![chart::range(bin), whole(bin.count)]).collect();
    html! {
        @if !rows.is_empty() {
            section aria-labelledby="pairs" {
                h2 id="pairs" { "Types against locations" }
                p class="note" { "All years. A report counts in each pair that it carries. The shade follows the square root of the count." }
                (figure(&drawing("Reports by type and location".to_owned(), |title| chart::heat("chart-pairs", title, &trends.pairs))))
                (table("Reports by type and location", &head, &rows, false))
            }
        }
        @if !bins.is_empty() {
            section aria-labelledby="distribution" {
                h2 id="distribution" { "Sizes in classes" }
                p class="note" { "All years; the figures of the second chart above." }
                (table("Reports by individuals affected", &["individuals".to_owned(), "reports".to_owned()], &bins, false))
            }
        }
    }
}
