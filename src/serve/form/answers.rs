//! Answers as a browser posts them, as a draft, and back. What the form has no place for is kept beside it and put back where it was.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::question::{ENTITY, Part, parts};
use super::{MOST_ENTITIES, control, fill_in};
use crate::report::terms::{Filer, Term};
use crate::report::{Asking, NEWEST_VERSION};
use crate::schema::Answer;

/// The name of the field that carries what the form has no place for.
pub(super) const KEPT: &str = "kept";
/// The name of the field that carries how many covered entities the form shows.
pub(super) const ENTITIES: &str = "entities";

/// What the form holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::serve) struct Answers {
    fields: HashMap<String, Vec<String>>,
    entities: usize,
    kept: Value,
}

impl Answers {
    /// What `new` gives a draft to begin with.
    pub(in crate::serve) fn beginning() -> Self {
        let given = serde_json::json!({"filing": {"form": "HIPAA Breach", "report_type": "Initial Breach Report"}});
        Self::of(&given)
    }

    /// The fields of a posted form; none where it is none of ours.
    pub(in crate::serve) fn posted(fields: Vec<(String, String)>) -> Option<Self> {
        let mut answers = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                KEPT => answers.kept = serde_json::from_str(&value).ok()?,
                ENTITIES => answers.entities = value.parse().ok().filter(|&number| number <= MOST_ENTITIES)?,
                _ => answers.fields.entry(name).or_default().push(value.replace("\r\n", "\n")),
            }
        }
        answers.entities = answers.entities.max(1);
        Some(answers)
    }

    /// The answers of a draft.
    pub(in crate::serve) fn of(draft: &Value) -> Self {
        let mut answers = Self { entities: 1, ..Self::default() };
        let mut kept = draft.clone();
        if let Value::Object(entries) = &mut kept {
            answers.take(parts(), entries, 0);
        }
        answers.kept = kept;
        answers
    }

    /// Moves what the form has a place for out of `entries`.
    fn take(&mut self, parts: &[Part], entries: &mut Map<String, Value>, entity: usize) {
        for part in parts {
            let Some(value) = entries.get_mut(part.key()) else { continue };
            let empty = match (part.answer, value) {
                (Answer::Section, Value::Object(inner)) => {
                    self.take(&part.parts, inner, entity);
                    inner.is_empty()
                }
                (Answer::Section, Value::Array(items)) if part.path == ENTITY => {
                    self.entities = items.len().clamp(1, MOST_ENTITIES);
                    for (entity, item) in items.iter_mut().enumerate().take(MOST_ENTITIES) {
                        if let Value::Object(inner) = item {
                            self.take(&part.parts, inner, entity);
                        }
                    }
                    items.iter().all(|item| item.as_object().is_some_and(Map::is_empty))
                }
                (Answer::Fixed, value) => *value == NEWEST_VERSION,
                (_, Value::Null) => true,
                (answer, value) => match control::texts(answer, value) {
                    Some(texts) => {
                        self.fields.insert(part.name(entity), texts);
                        true
                    }
                    None => false,
                },
            };
            if empty {
                entries.shift_remove(part.key());
            }
        }
    }

    /// The draft: what is answered, and null for each question that applies and is not.
    pub(super) fn value(&self) -> Value {
        let mut draft = Value::Object(self.section(parts(), 0).unwrap_or_default());
        fill_in(&mut draft, &self.kept);
        draft
    }

    fn section(&self, parts: &[Part], entity: usize) -> Option<Map<String, Value>> {
        let mut entries = Map::new();
        for part in parts {
            let value = match part.answer {
                Answer::Fixed => Some(NEWEST_VERSION.into()),
                Answer::Section if part.path == ENTITY => self.covered_entities(part),
                Answer::Section => self.section(&part.parts, entity).map(Value::Object),
                answer => match control::value(answer, self.all(&part.name(entity))) {
                    Value::Null => self.applies(&part.path).then_some(Value::Null),
                    value => Some(value),
                },
            };
            if let Some(value) = value {
                entries.insert(part.key().to_owned(), value);
            }
        }
        (!entries.is_empty()).then_some(entries)
    }

    /// A list where a business associate files or there are several, else one.
    fn covered_entities(&self, part: &Part) -> Option<Value> {
        let sections = (0..self.entities).map(|entity| Value::Object(self.section(&part.parts, entity).unwrap_or_default()));
        if self.entities > 1 || self.filer().is_some_and(Filer::is_associate) {
            return Some(Value::Array(sections.collect()));
        }
        self.section(&part.parts, 0).map(Value::Object)
    }

    /// Whether the question at `path`, list positions left out, applies.
    pub(super) fn applies(&self, path: &str) -> bool {
        let chosen = |path: &str, label: &str| {
            let answers = self.all(path);
            answers.iter().any(|answer| !answer.trim().is_empty()).then(|| answers.iter().any(|answer| answer == label))
        };
        Asking { filer: self.filer(), chosen: &chosen, while_open: false }.applies(path)
    }

    /// Whether anything in the screen called `name` applies or is answered.
    pub(in crate::serve) fn shows(&self, name: &str) -> bool {
        parts().iter().any(|part| part.name(0) == name && self.is_shown(part, 0))
    }

    /// Whether a question applies, or is answered all the same; a section, if one of its questions is shown.
    pub(super) fn is_shown(&self, part: &Part, entity: usize) -> bool {
        if part.answer == Answer::Section {
            return part.parts.iter().any(|part| self.is_shown(part, entity));
        }
        self.applies(&part.path) || self.all(&part.name(entity)).iter().any(|text| !text.trim().is_empty())
    }

    fn filer(&self) -> Option<Filer> {
        Filer::read(self.first("filing.filer")).term()
    }

    /// Whether several covered entities may be named.
    pub(super) fn takes_several_entities(&self) -> bool {
        self.filer().is_some_and(Filer::is_associate)
    }

    /// How many covered entities are shown.
    pub(super) fn entities(&self) -> usize {
        self.entities
    }

    /// One more covered entity, if there is room.
    pub(in crate::serve) fn add_entity(&mut self) {
        self.entities = (self.entities + 1).min(MOST_ENTITIES);
    }

    /// One covered entity less.
    pub(in crate::serve) fn remove_last_entity(&mut self) {
        if self.entities > 1 {
            self.entities -= 1;
            let gone = format!("{ENTITY}[{}].", self.entities);
            self.fields.retain(|name, _| !name.starts_with(&gone));
        }
    }

    /// Every value of the control called `name`.
    pub(super) fn all(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// The value of the control called `name`; empty for none.
    pub(super) fn first(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// What the form has no place for, as the field that carries it.
    pub(super) fn kept(&self) -> String {
        self.kept.to_string()
    }

    /// The paths of what the form has no place for.
    pub(in crate::serve) fn kept_paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        leaves(&self.kept, String::new(), &mut paths);
        paths
    }

    /// What tells this report from others in a calendar: it has no file, but an entity and a day of discovery.
    pub(in crate::serve) fn known_as(&self) -> String {
        let entity = format!("{ENTITY}[0]");
        [&format!("{entity}.name"), &format!("{entity}.discovered_on"), "breach.discovery_start_date"]
            .map(|name| self.first(name).trim())
            .join("/")
    }

    /// Whether nothing was answered beyond what a draft begins with.
    pub(in crate::serve) fn is_untouched(&self) -> bool {
        *self == Self::beginning()
    }
}

fn leaves(value: &Value, path: String, out: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                leaves(value, if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, out);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, format!("{path}[{index}]"), out);
            }
        }
        Value::Null => {}
        _ => out.push(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::form::{drafts, text};

    const FULL: &str = include_str!("../../../fixtures/base/full.yaml");
    const ASSOCIATE: &str = include_str!("../../../fixtures/base/associate.yaml");

    /// The first draft of `text`, without what is null, yes and no in one spelling.
    fn plain(text: &str) -> Value {
        fn strip(value: &mut Value) {
            match value {
                Value::Object(entries) => {
                    entries.retain(|_, value| !value.is_null());
                    entries.values_mut().for_each(strip);
                    entries.retain(|_, value| value.as_object().is_none_or(|inner| !inner.is_empty()));
                }
                Value::Array(items) => items.iter_mut().for_each(strip),
                // The two words for it mean the same.
                Value::String(text) if text == "yes" || text == "no" => *value = (text == "yes").into(),
                _ => {}
            }
        }
        let mut value = drafts("draft.yaml", text).swap_remove(0);
        strip(&mut value);
        value
    }

    #[test]
    fn a_draft_goes_into_the_form_and_comes_out_the_same() {
        for base in [FULL, ASSOCIATE] {
            let draft = plain(base);
            let answers = Answers::of(&draft);
            assert_eq!(answers.kept_paths(), Vec::<String>::new());
            assert_eq!(plain(&text(&answers)), draft);
        }
        assert_eq!(Answers::of(&plain(ASSOCIATE)).entities(), 2);
    }

    #[test]
    fn what_has_no_place_in_the_form_is_kept() {
        let odd = FULL.replace("type: Hacking/IT Incident", "typ: Loss\n  type: [Loss, Theft]").replace("MD: 1121", "MD: {a: 1}");
        let draft = plain(&odd);
        let answers = Answers::of(&draft);
        assert_eq!(
            answers.kept_paths(),
            ["breach.residents_by_state.MD.a", "breach.residents_by_state.PA", "breach.residents_by_state.VA", "breach.typ", "breach.type"]
        );
        let kept = plain(&text(&answers));
        assert_eq!(kept["breach"]["type"], draft["breach"]["type"]);
        assert_eq!(kept["breach"]["typ"], "Loss");
        // What is answered on the page wins.
        let mut fields: Vec<(String, String)> = vec![(KEPT.to_owned(), answers.kept())];
        fields.push(("breach.type".to_owned(), "Theft".to_owned()));
        let posted = Answers::posted(fields).expect("a form");
        assert_eq!(plain(&text(&posted))["breach"]["type"], "Theft");
    }

    #[test]
    fn only_what_applies_is_asked() {
        let mut answers = Answers::beginning();
        assert!(answers.is_untouched());
        assert!(!answers.applies("business_associate.name") && !answers.applies("breach.location_other"));
        answers.fields.insert("filing.filer".to_owned(), vec!["Business Associate filing on behalf of a Covered Entity".to_owned()]);
        answers.fields.insert("breach.location".to_owned(), vec!["Email".to_owned(), "Other".to_owned()]);
        assert!(answers.applies("business_associate.name") && answers.applies("breach.location_other"));
        assert!(answers.value()["covered_entity"].is_array());
        answers.add_entity();
        assert_eq!(answers.value()["covered_entity"].as_array().map(Vec::len), Some(2));
        answers.remove_last_entity();
        assert_eq!(answers.entities(), 1);
    }

    /// The name of every control of a form with one covered entity.
    fn controls(parts: &[Part]) -> Vec<String> {
        let own = |part: &Part| if part.answer == Answer::Section { controls(&part.parts) } else { vec![part.name(0)] };
        parts.iter().flat_map(own).collect()
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn whatever_is_typed_comes_back(typed in proptest::collection::vec((proptest::sample::select(controls(parts())), "(?s).{0,40}"), 0..6)) {
            let answers = Answers::posted(typed).expect("a form");
            let value = answers.value();
            let text = text(&answers);
            let read = drafts("draft.yaml", &text).pop().unwrap_or_default();
            proptest::prop_assert_eq!(Answers::of(&read).value(), value, "{}", text);
        }
    }

    #[test]
    fn a_form_of_another_page_is_refused() {
        let post = |name: &str, value: &str| Answers::posted(vec![(name.to_owned(), value.to_owned())]);
        assert!(post(KEPT, "{").is_none() && post(ENTITIES, "100000").is_none() && post(ENTITIES, "x").is_none());
    }
}
