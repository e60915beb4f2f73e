//! One answer out of a node: dates, yes/no, terms and lists of terms.

use chrono::NaiveDate;

use super::Reader;
use super::section::{Need, Required, Section};
use super::text;
use crate::document::{NodeId, Scalar, Style, differs_in_yaml_1_1};
use crate::finding::{Detail, Fault, Value};
use crate::report::date::{self, DateReading};
use crate::report::terms::{self, Term, TermSet};
use crate::report::{Fact, Field, Gap};
use crate::source::At;

impl<'d> Reader<'d, '_> {
    /// The text of the scalar at `node`; none, and a fault of shape, for anything else.
    pub(super) fn scalar_text(&mut self, node: NodeId, numbers_too: bool) -> Option<&'d str> {
        match self.document.scalar(node) {
            Some(Scalar::Text(text)) => Some(text),
            Some(Scalar::Int(text)) if numbers_too && crate::schema::is_decimal(text) => Some(text),
            _ => {
                self.misshapen = true;
                None
            }
        }
    }

    /// Whether `text` stands for no answer; files what there is to say about it.
    pub(super) fn is_marker(&mut self, node: NodeId, fact: Fact, need: Need, text: &str) -> bool {
        if !text::is_marker(text) {
            return false;
        }
        if need == Required {
            let detail = Detail::Missing {
                key: fact.key().to_owned(),
                question: crate::schema::title(fact.path()).to_owned(),
                because: format!("{} stands for no answer", crate::finding::quoted(text)),
            };
            self.fault(Fault::new("BR004", At::value(node), detail));
        } else {
            self.fault(Fault::new(
                "BR013",
                At::value(node),
                Detail::Text { what: "a text that stands for no answer", repaired: None, edits: Vec::new() },
            ));
        }
        true
    }

    pub(super) fn date(&mut self, section: &mut Section, fact: Fact, need: Need) -> Field<NaiveDate> {
        let node = match section.answer(self, fact, need) {
            Ok(node) => node,
            Err(field) => return field,
        };
        let at = At::value(node);
        let Some(text) = self.scalar_text(node, true) else {
            self.misshapen = true;
            return Field::new(fact, at, Err(Gap::Unreadable("BR005")));
        };
        let value = match date::read(text) {
            DateReading::Canonical(day) => return Field::new(fact, at, Ok(day)),
            _ if self.is_marker(node, fact, need, text) => Err(if need == Required { Gap::Unreadable("BR004") } else { Gap::Absent }),
            DateReading::One(day) => {
                let detail = Detail::Kind {
                    key: fact.key().to_owned(),
                    takes: "a date, written YYYY-MM-DD".to_owned(),
                    found: "a date in another spelling".to_owned(),
                    instead: Some(Value::Text(day.to_string())),
                };
                self.fault(Fault::new("BR005", at, detail));
                Ok(day)
            }
            DateReading::Several(days) => {
                let readings = days.iter().map(ToString::to_string).collect();
                self.fault(Fault::new(
                    "BR009",
                    at,
                    Detail::Readings { raw: text.to_owned(), what: "a date", readings, threshold: None, inexact: false },
                ));
                Err(Gap::Unreadable("BR009"))
            }
            DateReading::Impossible => {
                let readings = Vec::new();
                self.fault(Fault::new(
                    "BR008",
                    at,
                    Detail::Readings { raw: text.to_owned(), what: "a date", readings, threshold: None, inexact: false },
                ));
                Err(Gap::Unreadable("BR008"))
            }
        };
        self.misshapen = true;
        Field::new(fact, at, value)
    }

    pub(super) fn yes_no(&mut self, section: &mut Section, fact: Fact, need: Need) -> Field<bool> {
        let node = match section.answer(self, fact, need) {
            Ok(node) => node,
            Err(field) => return field,
        };
        let value = self.yes_no_at(node, fact, need);
        Field::new(fact, At::value(node), value)
    }

    fn yes_no_at(&mut self, node: NodeId, fact: Fact, need: Need) -> Result<bool, Gap> {
        match self.document.scalar(node) {
            Some(Scalar::Bool(answer)) => return Ok(answer),
            Some(Scalar::Text("yes" | "Yes")) => return Ok(true),
            Some(Scalar::Text("no" | "No")) => return Ok(false),
            Some(Scalar::Text(text)) => {
                self.misshapen = true;
                if self.is_marker(node, fact, need, text) {
                    return Err(if need == Required { Gap::Unreadable("BR004") } else { Gap::Absent });
                }
                let folded = text.trim().to_ascii_lowercase();
                let meant = match folded.as_str() {
                    "y" | "yes" | "on" | "true" | "x" => Some(true),
                    "n" | "no" | "off" | "false" => Some(false),
                    _ => None,
                };
                let at = At::value(node);
                if let (Some(other), true) = (differs_in_yaml_1_1(text), self.is_plain(node)) {
                    let readings = vec![other, format!("the text {text:?}")];
                    self.fault(Fault::new(
                        "BR010",
                        at,
                        Detail::Readings { raw: text.to_owned(), what: "yes or no", readings, threshold: None, inexact: false },
                    ));
                } else {
                    let meant = meant.map(|answer| if answer { "yes" } else { "no" });
                    let raw = if fact.shown() { text.to_owned() } else { String::new() };
                    self.fault(Fault::new("BR006", at, Detail::Term { list: "yes-or-no answer", raw, meant, known: vec!["yes", "no"] }));
                }
                return meant.ok_or(Gap::Unreadable("BR006"));
            }
            _ => self.misshapen = true,
        }
        Err(Gap::Unreadable("BR005"))
    }

    /// Yes, no or unknown.
    pub(super) fn agent(&mut self, section: &mut Section, fact: Fact, need: Need) -> Field<terms::Agent> {
        let node = match section.answer(self, fact, need) {
            Ok(node) => node,
            Err(field) => return field,
        };
        let value = if matches!(self.document.scalar(node), Some(Scalar::Text("unknown"))) {
            Ok(terms::Agent::Unknown)
        } else {
            self.yes_no_at(node, fact, need).map(|yes| if yes { terms::Agent::Yes } else { terms::Agent::No })
        };
        Field::new(fact, At::value(node), value)
    }

    pub(super) fn term<T: Term>(&mut self, section: &mut Section, fact: Fact, need: Need) -> Field<T> {
        let node = match section.answer(self, fact, need) {
            Ok(node) => node,
            Err(field) => return field,
        };
        let at = At::value(node);
        let Some(text) = self.scalar_text(node, false) else { return Field::new(fact, at, Err(Gap::Unreadable("BR005"))) };
        if T::read(text).term().is_none() && self.is_marker(node, fact, need, text) {
            self.misshapen = true;
            return Field::new(fact, at, Err(if need == Required { Gap::Unreadable("BR004") } else { Gap::Absent }));
        }
        Field::new(fact, at, self.term_at(at, text))
    }

    /// Reads `text`, which stands at `at`, as a term. An unknown State is left to the rule that asks for one.
    fn term_at<T: Term>(&mut self, at: At, text: &str) -> Result<T, Gap> {
        if T::LIST == terms::State::LIST && T::read(text).term().is_none() {
            self.misshapen = true;
            self.spoken.push(at.field);
            self.double_edged(at, text, T::LIST);
            return Err(Gap::Unreadable("BR102"));
        }
        self.listed_term(at, text)
    }

    /// A plain scalar that a YAML 1.1 reader takes for something else.
    fn double_edged(&mut self, at: At, text: &str, what: &'static str) {
        if let (Some(other), true) = (differs_in_yaml_1_1(text), self.is_plain(at.field)) {
            let readings = vec![other, format!("the text {text:?}")];
            self.faults.push(Fault::new(
                "BR010",
                at,
                Detail::Readings { raw: text.to_owned(), what, readings, inexact: false, threshold: None },
            ));
        }
    }

    /// Reads `text`, which stands at `at`, as a term; whatever is none is a fault.
    pub(super) fn listed_term<T: Term>(&mut self, at: At, text: &str) -> Result<T, Gap> {
        let reading = T::read(text);
        if let terms::Reading::Exact(term) = reading {
            return Ok(term);
        }
        self.misshapen = true;
        self.double_edged(at, text, T::LIST);
        let meant = reading.term().map(Term::label);
        let known = T::ALL.iter().filter(|term| term.is_current()).map(|term| term.label()).collect();
        self.fault(Fault::new("BR006", at, Detail::Term { list: T::LIST, raw: text.to_owned(), meant, known }));
        reading.term().ok_or(Gap::Unreadable("BR006"))
    }

    /// A list of terms. One term without the list's brackets is understood, and so is the portal's "A, B".
    pub(super) fn terms<T: Term>(&mut self, section: &mut Section, fact: Fact, need: Need) -> Field<TermSet<T>> {
        let node = match section.answer(self, fact, need) {
            Ok(node) => node,
            Err(field) => return field,
        };
        let at = At::value(node);
        let Some(items) = self.document.items(node) else {
            self.misshapen = true;
            let Some(Scalar::Text(text)) = self.document.scalar(node) else {
                return Field::new(fact, at, Err(Gap::Unreadable("BR005")));
            };
            if self.is_marker(node, fact, need, text) {
                return Field::new(fact, at, Err(if need == Required { Gap::Unreadable("BR004") } else { Gap::Absent }));
            }
            let whole = [text];
            let parts: Vec<&str> =
                if T::read(text).term().is_some() { whole.to_vec() } else { text.split([',', ';', '|']).map(str::trim).collect() };
            let read: Option<Vec<T>> = parts.iter().map(|part| T::read(part).term()).collect();
            let instead = read.as_ref().map(|terms| Value::List(terms.iter().map(|term| term.label().to_owned()).collect()));
            let detail =
                Detail::Kind { key: fact.key().to_owned(), takes: format!("a list ({})", T::LIST), found: "one text".to_owned(), instead };
            self.fault(Fault::new("BR005", at, detail));
            let mut set = TermSet::default();
            for (position, term) in read.into_iter().flatten().enumerate() {
                set.insert(term, position);
            }
            return Field::new(fact, at, if set.is_empty() { Err(Gap::Unreadable("BR005")) } else { Ok(set) });
        };
        let items = items.to_vec();
        if items.is_empty() && need == Required {
            self.misshapen = true;
            let detail = Detail::Missing {
                key: fact.key().to_owned(),
                question: crate::schema::title(fact.path()).to_owned(),
                because: "the list is empty".to_owned(),
            };
            self.fault(Fault::new("BR004", at, detail));
            return Field::new(fact, at, Err(Gap::Unreadable("BR004")));
        }
        let mut set = TermSet::default();
        let mut unread = false;
        for (position, item) in items.into_iter().enumerate() {
            let Some(text) = self.scalar_text(item, false) else {
                unread = true;
                continue;
            };
            match self.term_at::<T>(At::value(item), text) {
                Ok(term) if !set.insert(term, position) => self.misshapen = true,
                Ok(_) => {}
                Err(_) => unread = true,
            }
        }
        // A list with an unreadable item is not known: what it lacks might be that item.
        Field::new(fact, at, if unread { Err(Gap::Unreadable("BR006")) } else { Ok(set) })
    }

    /// Type of breach: one term. Several in one text are read too, for the rule that judges them.
    pub(super) fn breach_type(&mut self, section: &mut Section, need: Need) -> Field<TermSet<terms::BreachType>> {
        let fact = Fact::BreachType;
        let node = match section.answer(self, fact, need) {
            Ok(node) => node,
            Err(field) => return field,
        };
        let at = At::value(node);
        let Some(text) = self.scalar_text(node, false) else { return Field::new(fact, at, Err(Gap::Unreadable("BR005"))) };
        let parts: Vec<&str> = text.split([',', ';', '|']).map(str::trim).collect();
        let several: Option<Vec<terms::BreachType>> = parts.iter().map(|part| terms::BreachType::read(part).term()).collect();
        if let Some(several) = several.filter(|several| several.len() > 1) {
            self.misshapen = true;
            self.spoken.push(node);
            let mut set = TermSet::default();
            for (position, term) in several.into_iter().enumerate() {
                set.insert(term, position);
            }
            if let Some(one) = set.single() {
                let known = terms::BreachType::ALL.iter().map(|term| term.label()).collect();
                let list = <terms::BreachType as Term>::LIST;
                self.faults.push(Fault::new("BR006", at, Detail::Term { list, raw: text.to_owned(), meant: Some(one.label()), known }));
            }
            return Field::new(fact, at, Ok(set));
        }
        if terms::BreachType::read(text).term().is_none() && self.is_marker(node, fact, need, text) {
            self.misshapen = true;
            return Field::new(fact, at, Err(Gap::Unreadable("BR004")));
        }
        let value = self.term_at(at, text).map(TermSet::of);
        Field::new(fact, at, value)
    }

    /// Whether the node is a plain YAML scalar, whose type a reader guesses from its text.
    pub(super) fn is_plain(&self, node: NodeId) -> bool {
        matches!(self.document.resolved(node).content, crate::document::Content::Scalar(_, Style::Plain))
            && self.document.syntax() == crate::document::Syntax::Yaml
    }
}
