//! The answers of a report as pairs of path and text: a list of terms is one answer, and covered entities are paired by their names.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::report::name;

/// One answer in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// One value.
    Text(String),
    /// The terms of a list.
    List(Vec<String>),
}

/// Answers, each with its path, what it was and what it is.
type Pairs = Vec<(String, Option<Answer>, Option<Answer>)>;

/// Every answer of `before` and `after`, with the path that it has in `after`, or in `before` where it is there alone.
pub(super) fn paired(before: &Value, after: &Value) -> Pairs {
    let mut out = Pairs::new();
    walk("", Some(before), Some(after), &mut out);
    out
}

fn walk(path: &str, before: Option<&Value>, after: Option<&Value>, out: &mut Pairs) {
    let entries = |value: Option<&Value>| value.and_then(Value::as_object).cloned();
    let sections = |value: Option<&Value>| value.and_then(Value::as_array).filter(|items| items.iter().all(Value::is_object)).cloned();
    if let (Some(then), Some(now)) = (sections(before).or_else(|| one(before)), sections(after).or_else(|| one(after)))
        && (before.is_some_and(Value::is_array) || after.is_some_and(Value::is_array))
    {
        items(path, &then, &now, out);
    } else if entries(before).is_some() || entries(after).is_some() {
        let (then, now) = (entries(before).unwrap_or_default(), entries(after).unwrap_or_default());
        for key in keys(&then, &now) {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            walk(&path, then.get(&key), now.get(&key), out);
        }
    } else {
        let (then, now) = (before.and_then(answer), after.and_then(answer));
        if then.is_some() || now.is_some() {
            out.push((path.to_owned(), then, now));
        }
    }
}

/// A single section as a list of one: a covered entity may stand as either.
fn one(value: Option<&Value>) -> Option<Vec<Value>> {
    value.filter(|value| value.is_object()).map(|value| vec![value.clone()])
}

/// The keys of both, in the order of the later, those that only the earlier has behind them.
fn keys(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<String> {
    after.keys().chain(before.keys().filter(|key| !after.contains_key(*key))).cloned().collect()
}

/// Sections of a list: each with the only one of its name, else with the one in its place if no name speaks for either.
fn items(path: &str, before: &[Value], after: &[Value], out: &mut Pairs) {
    let (then, now) = (Names::of(before), Names::of(after));
    let partners: Vec<Option<usize>> = (0..after.len())
        .map(|index| match then.alike(now.keys(index))[..] {
            [only] => Some(only),
            [] => Some(index).filter(|&place| place < before.len() && now.alike(then.keys(place)).is_empty()),
            _ => None,
        })
        .collect();
    let mut taken = vec![false; before.len()];
    let alone = after.len() == 1 && before.len() == 1;
    for (index, (item, partner)) in after.iter().zip(partners).enumerate() {
        // Two of one name cannot both be the one.
        let partner = partner.filter(|&known| !std::mem::replace(&mut taken[known], true));
        let path = if alone { path.to_owned() } else { format!("{path}[{index}]") };
        walk(&path, partner.map(|known| &before[known]), Some(item), out);
    }
    for (index, item) in before.iter().enumerate().filter(|(index, _)| !taken[*index]) {
        walk(&format!("{path}[{index}]"), Some(item), None, out);
    }
}

/// The folded names of the sections of a list, each looked up without a walk.
struct Names {
    keys: Vec<Vec<String>>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Names {
    fn of(items: &[Value]) -> Self {
        let keys: Vec<Vec<String>> =
            items.iter().map(|item| item.get("name").and_then(Value::as_str).map(name::keys).unwrap_or_default()).collect();
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, key) in keys.iter().enumerate().flat_map(|(index, keys)| keys.iter().map(move |key| (index, key))) {
            by_key.entry(key.clone()).or_default().push(index);
        }
        Self { keys, by_key }
    }

    fn keys(&self, index: usize) -> &[String] {
        &self.keys[index]
    }

    /// The sections with one of `keys`; of many, two are enough to know that it is not one.
    fn alike(&self, keys: &[String]) -> Vec<usize> {
        let mut found: Vec<usize> =
            keys.iter().filter_map(|key| self.by_key.get(key)).flat_map(|list| list.iter().take(2)).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// One answer; none where nothing is answered.
fn answer(value: &Value) -> Option<Answer> {
    match value {
        Value::Array(items) if items.is_empty() => None,
        Value::Array(items) => Some(Answer::List(items.iter().filter_map(text).collect())),
        other => text(other).map(Answer::Text),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_keep_their_partner_when_one_is_put_in_front() {
        let entity = |name: &str, count: u32| serde_json::json!({"name": name, "individuals_affected": count});
        let before = serde_json::json!({"covered_entity": [entity("Old Mill Clinic", 5), entity("Hill Labs", 6)]});
        let after =
            serde_json::json!({"covered_entity": [entity("Dale Group", 7), entity("Old Mill Clinic, Inc.", 5), entity("Hill Labs", 8)]});
        let changed: Vec<_> = paired(&before, &after).into_iter().filter(|(_, then, now)| then != now).map(|(path, ..)| path).collect();
        let expected = ["[0].name", "[0].individuals_affected", "[1].name", "[2].individuals_affected"];
        assert_eq!(changed, expected.map(|path| format!("covered_entity{path}")));
    }
}
