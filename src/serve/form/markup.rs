//! The form as HTML: it works without script, each control has its label, its hint and its findings, and what does not apply is hidden.

use maud::{Markup, html};

use super::answers::{ENTITIES, KEPT};
use super::question::{ENTITY, Part, parts};
use super::{Answers, Found, found};
use crate::finding::{Located, Severity};
use crate::render::{marked_up, sentence};
use crate::rules;
use crate::schema::{self, Answer};

/// The whole form, with what was found at each control.
pub(in crate::serve) fn form(answers: &Answers, found: &Found<'_>) -> Markup {
    let form = Form { answers, found };
    html! {
        input type="hidden" name=(KEPT) value=(answers.kept());
        input type="hidden" name=(ENTITIES) value=(answers.entities());
        (findings("", found.at(""), false))
        @for part in parts() {
            @match part.answer {
                Answer::Section if part.path == ENTITY => {
                    @for entity in 0..answers.entities() { (form.section(part, entity, true)) }
                    (form.entity_buttons())
                }
                Answer::Section => (form.section(part, 0, true)),
                _ => {}
            }
        }
    }
}

struct Form<'a> {
    answers: &'a Answers,
    found: &'a Found<'a>,
}

impl Form<'_> {
    fn section(&self, part: &Part, entity: usize, is_screen: bool) -> Markup {
        let name = part.name(entity);
        let shown = self.answers.is_shown(part, entity);
        let nth = if part.path == ENTITY && self.answers.entities() > 1 { format!(" {}", entity + 1) } else { String::new() };
        html! {
            fieldset id=(name) class=[is_screen.then_some("screen")] data-question hidden[!shown] {
                legend { (schema::title(&part.path)) (nth) (worksheet(part)) }
                p class="hint" { (schema::description(&part.path)) }
                (findings(&name, self.found.at(&name), false))
                @for part in &part.parts {
                    @if part.answer == Answer::Section { (self.section(part, entity, false)) } @else { (self.question(part, entity)) }
                }
            }
        }
    }

    fn entity_buttons(&self) -> Markup {
        let several = self.answers.entities() > 1;
        html! {
            p id="entity-buttons" data-question hidden[!several && !self.answers.takes_several_entities()] {
                button name="do" value="add-entity" { "Add a covered entity" }
                " "
                button name="do" value="remove-entity" hidden[!several] { "Remove the last covered entity" }
            }
        }
    }

    fn question(&self, part: &Part, entity: usize) -> Markup {
        let name = part.name(entity);
        let path = &part.path;
        let shown = self.answers.is_shown(part, entity);
        let needless = shown && !self.answers.applies(path);
        let wrong = self.found.is_wrong(&name);
        let describes = format!("hint-{name} found-{name}");
        let control = Control { name: &name, path, describes: &describes, wrong, texts: self.answers.all(&name) };
        let below = html! {
            (findings(&name, self.found.at(&name), needless))
        };
        let grouped = matches!(part.answer, Answer::YesNo | Answer::Several);
        html! {
            @if grouped {
                fieldset class="question" id=(name) data-question hidden[!shown] aria-describedby=(describes) {
                    legend { (schema::title(path)) (worksheet(part)) }
                    p class="hint" id={ "hint-" (name) } { (schema::description(path)) }
                    (control.group(part.answer))
                    (below)
                }
            } @else {
                div class="question" id={ "q-" (name) } data-question hidden[!shown] {
                    label for=(name) { (schema::title(path)) (worksheet(part)) }
                    p class="hint" id={ "hint-" (name) } { (schema::description(path)) (how(part.answer)) }
                    (control.single(part.answer))
                    (below)
                }
            }
        }
    }
}

/// That the portal does not ask it.
fn worksheet(part: &Part) -> Markup {
    html! { @if schema::is_worksheet(&part.path) { " " span class="asked" { "worksheet" } } }
}

fn how(answer: Answer) -> Markup {
    html! {
        @match answer {
            Answer::Date => { " Written " span class="date" { "YYYY-MM-DD" } "." }
            Answer::ByState => " One State a line, such as MD 1121.",
            _ => {}
        }
    }
}

struct Control<'a> {
    name: &'a str,
    path: &'a str,
    describes: &'a str,
    wrong: bool,
    texts: &'a [String],
}

impl Control<'_> {
    fn text(&self) -> &str {
        self.texts.first().map_or("", String::as_str)
    }

    fn invalid(&self) -> Option<&'static str> {
        self.wrong.then_some("true")
    }

    /// What is answered and not in the list: it stays to be seen, and to be fixed.
    fn unlisted<'t>(&'t self, options: &'t [&str]) -> impl Iterator<Item = &'t str> {
        self.texts.iter().map(String::as_str).filter(|text| !text.trim().is_empty() && !options.contains(text))
    }

    fn single(&self, answer: Answer) -> Markup {
        let (name, describes) = (self.name, self.describes);
        let long = answer == Answer::ByState || matches!(self.path, "breach.description" | "notice.actions_other");
        html! {
            @if answer == Answer::One {
                @let options = schema::current_options(self.path);
                select id=(name) name=(name) aria-describedby=(describes) aria-invalid=[self.invalid()] {
                    option value="" { "Not answered" }
                    @for option in &options { option value=(option) selected[self.text() == *option] { (option) } }
                    @for odd in self.unlisted(&options) { option value=(odd) selected { (odd) " (not on the form)" } }
                }
            } @else if long {
                textarea id=(name) name=(name) rows=(if answer == Answer::ByState { 3 } else { 8 }) aria-describedby=(describes)
                    aria-invalid=[self.invalid()] autocomplete="off" { "\n" (self.text()) }
            } @else {
                @let (mode, placeholder) = match answer { Answer::Date => ("numeric", "YYYY-MM-DD"), Answer::Count => ("numeric", ""), _ => ("text", "") };
                input id=(name) name=(name) type="text" value=(self.text()) inputmode=(mode) aria-describedby=(describes) aria-invalid=[self.invalid()]
                    placeholder=[(!placeholder.is_empty()).then_some(placeholder)] class=[(mode == "numeric").then_some("short")] autocomplete="off";
            }
        }
    }

    /// Radio buttons or check boxes, the first of which takes the focus.
    fn group(&self, answer: Answer) -> Markup {
        let yes_no = answer == Answer::YesNo;
        let mut options: Vec<(&str, &str)> = Vec::new();
        if yes_no {
            options.extend([("yes", "Yes"), ("no", "No")]);
            options.extend(schema::options(self.path).contains(&"unknown").then_some(("unknown", "Unknown")));
            options.push(("", "Not answered"));
        } else {
            options.extend(schema::current_options(self.path).into_iter().map(|option| (option, option)));
        }
        let known: Vec<&str> = options.iter().map(|(value, _)| *value).collect();
        let (kind, class) = if yes_no { ("radio", "row") } else { ("checkbox", if known.len() > 20 { "many" } else { "column" }) };
        let is_chosen = |value: &str| if yes_no { self.text() == value } else { self.texts.iter().any(|text| text == value) };
        html! {
            div class={ "options " (class) } {
                @for (value, label) in &options {
                    label { input type=(kind) name=(self.name) value=(value) checked[is_chosen(value)]; " " (label) }
                }
                @for odd in self.unlisted(&known) {
                    label { input type=(kind) name=(self.name) value=(odd) checked; " " (odd) " (not on the form)" }
                }
            }
        }
    }
}

/// What was found at a control.
fn findings(name: &str, list: &[&Located], needless: bool) -> Markup {
    html! {
        div class="found" id={ "found-" (name) } data-live {
            @if needless { p class="hint" { "Not asked, as the other answers stand." } }
            @for located in list { (finding(located)) }
        }
    }
}

fn finding(located: &Located) -> Markup {
    let finding = &located.finding;
    if finding.code == found::MISSING {
        return html! { p class="missing" { "Still to answer." } };
    }
    let what = match finding.severity {
        Severity::Error => "Fix: ",
        Severity::Warning => "Verify: ",
        Severity::Advice => "Know: ",
    };
    html! {
        div class={ "finding " (finding.severity.word()) } {
            p class="message" { strong { (what) } (marked_up(&sentence(&finding.message))) "." }
            @if let Some(help) = &finding.help { p { (marked_up(help)) } }
            @if let Some(fix) = &finding.fix {
                p { button name="fix" value=(found::handle(located)) { (marked_up(&sentence(&fix.title))) } }
            }
            (why(finding.code))
        }
    }
}

/// Why the rule is, folded, and the way to its page.
fn why(code: &str) -> Markup {
    let Some(rule) = rules::find(code) else { return html! {} };
    let page = rule.page();
    let why = page.sections.iter().find(|(heading, _)| heading == "Why").map_or("", |(_, prose)| prose.as_str());
    html! {
        details {
            summary { "Why? " (rule.code) " " (rule.name) }
            (crate::render::markdown(why))
            p { a href={ "rules/" (rule.code) } target="_blank" rel="noopener" { "The whole rule " (rule.code) ", with examples and sources" } }
        }
    }
}
