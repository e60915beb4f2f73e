//! The form: its questions from the schema, its answers as a draft, and a draft as answers. Judges nothing.

mod answers;
mod control;
mod draft;
mod found;
mod markup;
mod question;

pub(super) use answers::Answers;
pub(super) use draft::drafts;
pub(super) use found::{Found, MISSING, handle};
pub(super) use markup::form;
pub(super) use question::screens;

use serde_json::Value;

/// So many covered entities fit on the page.
const MOST_ENTITIES: usize = 50;

/// The draft in YAML that `answers` stand for; every question that applies has its key.
pub(super) fn text(answers: &Answers) -> String {
    let value = answers.value();
    // A text that YAML cannot carry is carried by JSON, which is YAML too.
    crate::normalize::as_it_stands(&value).unwrap_or_else(|| format!("{value:#}\n"))
}

/// What `value` has that `whole` has not: put in where it is missing.
fn fill_in(whole: &mut Value, value: &Value) {
    match (whole, value) {
        (Value::Object(whole), Value::Object(entries)) => {
            // A key that no question has may be meant for one that is open: nothing is said to stand there.
            if entries.iter().any(|(key, value)| !value.is_null() && !whole.contains_key(key)) {
                whole.retain(|_, value| !value.is_null());
            }
            for (key, value) in entries {
                match whole.get_mut(key).filter(|known| !known.is_null()) {
                    Some(known) => fill_in(known, value),
                    None => {
                        whole.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(whole), Value::Array(items)) => whole.iter_mut().zip(items).for_each(|(whole, item)| fill_in(whole, item)),
        (whole @ Value::Null, value) => *whole = value.clone(),
        _ => {}
    }
}
