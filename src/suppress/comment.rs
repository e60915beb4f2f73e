//! Comments of a YAML draft that suppress findings: which lines they are about, and what they say.

use chrono::NaiveDate;

use crate::document::Document;
use crate::finding::{Detail, FARTHEST_SLIP, Fault, Moot, nearest};
use crate::report::date;
use crate::rules;
use crate::source::{At, Span};

/// What begins a comment that is meant for us.
const MARK: &str = "breachlint:";

/// Most comments of one file that are heeded; those after them are left out with BR015.
const MOST: usize = 1000;

/// What a comment suppresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// What begins on this line, from 1.
    Line(u32),
    /// The whole file.
    File,
}

/// One code of one comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Directive {
    pub(super) at: At,
    pub(super) scope: Scope,
    pub(super) code: &'static str,
    pub(super) reason: String,
    pub(super) until: Option<NaiveDate>,
}

/// Whether a text may hold such a comment.
pub(super) fn may_stand_in(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), MARK.as_bytes()).is_some()
}

/// The directives of `document`, and what is wrong with comments that are none.
pub(super) fn read(document: &Document<'_>) -> (Vec<Directive>, Vec<Fault>) {
    let (mut directives, mut faults) = (Vec::new(), Vec::new());
    let text = document.source().text();
    if !may_stand_in(text) {
        return (directives, faults);
    }
    let (mut heeded, mut meant) = (0, (0, 0));
    for comment in document.comments() {
        let Some(after) = text[comment.range()].trim_start_matches('#').trim_start().strip_prefix(MARK) else { continue };
        if !is_understood(document, comment) {
            continue;
        }
        let at = At::file(comment.start, comment.end);
        heeded += 1;
        if heeded > MOST {
            let unread = "this comment and every one after it";
            let detail = Detail::Limit { which: "number of comments for breachlint in one file", limit: MOST as u64, unread };
            faults.push(Fault::new("BR015", at, detail));
            break;
        }
        let mut fault = |moot, code: &str| {
            faults.push(Fault::new("BR016", at, Detail::Suppression { moot, code: code.to_owned(), what: "suppression", origin: None }));
        };
        match parse(after) {
            Err(what) => fault(Moot::Garbled(what), ""),
            Ok(order) => {
                let scope = if order.whole_file { Scope::File } else { Scope::Line(line_meant(document, comment, &mut meant)) };
                for code in order.codes {
                    let Some(rule) = rules::find(code) else {
                        fault(Moot::Unknown(nearest_rule(code)), code);
                        continue;
                    };
                    if order.reason.is_empty() {
                        fault(Moot::Unexplained, rule.code);
                        continue;
                    }
                    let reason = order.reason.to_owned();
                    directives.push(Directive { at, scope, code: rule.code, reason, until: order.until });
                }
            }
        }
    }
    (directives, faults)
}

/// Whether the tree tells what stands at `comment`: behind a syntax fault it does so only within a report that was read whole.
fn is_understood(document: &Document<'_>, comment: Span) -> bool {
    let broken = document.faults().iter().filter(|fault| matches!(fault.code, "BR001" | "BR015"));
    let Some(first) = broken.map(|fault| document.span(fault.at).start).min() else { return true };
    let cut = document.roots().iter().filter(|root| !root.whole).map(|root| document.node(root.node).span.start).min();
    comment.start < first.min(cut.unwrap_or(first))
        || document.roots().iter().any(|root| {
            let span = document.node(root.node).span;
            root.whole && span.start <= comment.start && comment.start < span.end
        })
}

/// The line that a comment is about: its own, or where it stands alone, the next that holds something else. `known` is the last line from which
/// that was searched, and what was found.
fn line_meant(document: &Document<'_>, comment: Span, known: &mut (u32, u32)) -> u32 {
    let text = document.source().text();
    let own = document.lines().position(text, comment.range().start).line;
    let alone = |line: &str| {
        let line = line.trim_start_matches(['\u{feff}', ' ', '\t']);
        line.is_empty() || line.starts_with('#')
    };
    if !alone(document.lines().line(text, own)) {
        return own;
    }
    if !(known.0..known.1).contains(&own) {
        let count = u32::try_from(document.lines().count()).unwrap_or(u32::MAX);
        *known = (own, (own + 1..=count).find(|&line| !alone(document.lines().line(text, line))).unwrap_or(count + 1));
    }
    known.1
}

/// What a comment says.
#[derive(Debug, PartialEq, Eq)]
struct Said<'t> {
    whole_file: bool,
    codes: Vec<&'t str>,
    until: Option<NaiveDate>,
    reason: &'t str,
}

/// `ignore[BR408,BR412] until=2027-03-01 -- reason`, or what is wrong with it.
fn parse(text: &str) -> Result<Said<'_>, String> {
    let (order, reason) = text.split_once(" -- ").unwrap_or((text, ""));
    let order = order.trim().trim_end_matches("--").trim_end();
    let verb_end = order.find(|character: char| !character.is_ascii_alphanumeric() && character != '-').unwrap_or(order.len());
    let (verb, rest) = order.split_at(verb_end);
    let whole_file = match verb {
        "ignore" => false,
        "ignore-file" => true,
        other => {
            let near = ["ignore", "ignore-file"].into_iter().find(|known| strsim::levenshtein(known, other) <= FARTHEST_SLIP);
            let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            return Err(format!("it says neither `ignore` nor `ignore-file`{hint}"));
        }
    };
    let Some((codes, rest)) = rest.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
        return Err(format!("`{verb}` is not followed by the rules in brackets"));
    };
    let codes: Vec<&str> = codes.split(',').map(str::trim).filter(|code| !code.is_empty()).collect();
    if codes.is_empty() {
        return Err("it names no rule".to_owned());
    }
    let until = match rest.trim() {
        "" => None,
        rest => {
            let Some(day) = rest.strip_prefix("until=") else {
                return Err("only `until=YYYY-MM-DD` and ` -- ` with the reason may follow the rules".to_owned());
            };
            Some(date::canonical(day).ok_or("the day after `until=` is not a day of the calendar, written YYYY-MM-DD")?)
        }
    };
    Ok(Said { whole_file, codes, until, reason: reason.trim() })
}

/// The code of the rule whose code or name is a typing slip away.
pub(crate) fn nearest_rule(name: &str) -> Option<String> {
    let upper = name.to_uppercase().replace(['-', ' ', '_'], "");
    let near = || rules::all().map(|rule| rule.code).filter(|code| strsim::damerau_levenshtein(code, &upper) <= 1);
    // A digit that was left out or changed leaves several rules, none of them nearer; one that was added leaves the code in front of it.
    let code = near().find(|code| upper.starts_with(code)).or_else(|| near().next().filter(|_| near().count() == 1));
    if let Some(code) = code {
        return Some(code.to_owned());
    }
    let names: Vec<String> = rules::all().map(|rule| rule.name.replace('-', "_")).collect();
    let near = nearest(name, names.iter().map(String::as_str))?;
    rules::find(&near.replace('_', "-")).map(|rule| rule.code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Syntax;
    use crate::source::Source;

    fn directives(text: &str) -> Vec<(&'static str, Scope)> {
        let source = Source::decode("test.yaml", text.as_bytes().to_vec());
        let (found, _) = read(&Document::read(&source, Syntax::Yaml));
        found.into_iter().map(|directive| (directive.code, directive.scope)).collect()
    }

    #[test]
    fn a_comment_is_about_its_line_or_the_next_that_holds_something() {
        let text = "# breachlint: ignore-file[BR107] -- r\r\na: x # breachlint: ignore[BR408] -- r\r\n# breachlint: ignore[BR409] -- r\r\n\r\n# why\r\n# breachlint: ignore[BR412] -- r\r\nb: y\r\n";
        let expected = [("BR107", Scope::File), ("BR408", Scope::Line(2)), ("BR409", Scope::Line(7)), ("BR412", Scope::Line(7))];
        assert_eq!(directives(text), expected);
        assert_eq!(directives("\u{feff}# breachlint: ignore[BR408] -- r\na: x\n"), [("BR408", Scope::Line(2))]);
        assert_eq!(directives("a: [x, # breachlint: ignore[BR408] -- r\n  y]\n"), [("BR408", Scope::Line(1))]);
        assert_eq!(directives("a: >- # breachlint: ignore[BR408] -- r\n  text\n"), [("BR408", Scope::Line(1))]);
        assert_eq!(directives("a: >-\n  text\n# breachlint: ignore[BR408] -- r\nb: y\n"), [("BR408", Scope::Line(4))]);
        assert_eq!(directives("a: |+\n  text\n\n# breachlint: ignore[BR408] -- r\n\nb: y\n"), [("BR408", Scope::Line(6))]);
    }

    #[test]
    fn what_only_looks_like_a_comment_is_text() {
        for text in [
            "a: \"# breachlint: ignore[BR408] -- r\"\n",
            "a: 'x\n  # breachlint: ignore[BR408] -- r'\n",
            "a: >-\n  text\n  # breachlint: ignore[BR408] -- r\nb: y\n",
            "a: |\n  # breachlint: ignore[BR408] -- r\n",
            "a: x#breachlint: ignore[BR408] -- r\n",
            "a: x # see breachlint: ignore[BR408] -- r\n",
            "? \"# breachlint: ignore[BR408] -- r\"\n: y\n",
            "a: \"x\nb: # breachlint: ignore[BR408] -- r\n",
        ] {
            assert!(directives(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn reason_and_day_are_read() {
        let said = parse(" ignore[BR408, many-locations] until=2027-03-01 -- seen by counsel -- twice").expect("a directive");
        assert_eq!(said.codes, ["BR408", "many-locations"]);
        assert_eq!((said.until, said.reason), ("2027-03-01".parse().ok(), "seen by counsel -- twice"));
        assert_eq!(parse("ignore[BR408] --").expect("a directive").reason, "");
        for garbled in ["", "ignore", "ignore[] -- r", "ingore[BR408] -- r", "ignore[BR408] until=soon -- r", "ignore[BR408] why -- r"] {
            assert!(parse(garbled).is_err(), "{garbled}");
        }
    }

    #[test]
    fn a_slip_in_a_code_or_a_name_is_told_where_one_rule_is_nearest() {
        assert_eq!(nearest_rule("BR4122").as_deref(), Some("BR412"));
        assert_eq!(nearest_rule("many-location").as_deref(), Some("BR412"));
        assert_eq!(nearest_rule("XY777"), None);
    }
}
