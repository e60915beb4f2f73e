//! The document's tree as the JSON that `jsonschema` reads: nothing is copied. An empty answer (null) is no answer, so its key is left out.

use std::borrow::Cow;
use std::collections::HashSet;

use jsonschema::json::{Array, Json, JsonNumber, Node, NodeIdentity, Object};
use jsonschema::types::JsonType;
use serde_json::Value;

use crate::document::{Document, NodeId, Scalar};

/// The representation.
#[derive(Debug)]
pub enum TreeJson {}

/// A node of a document; or a key, while `propertyNames` looks at it.
#[derive(Debug, Clone, Copy)]
pub enum Handle<'a> {
    /// A node.
    Node(&'a Document<'a>, NodeId),
    /// A key.
    Name(&'a str),
}

impl Json for TreeJson {
    type Node<'a> = Handle<'a>;
    type PreparedKey = String;
    type StringBuffer = String;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>(buffer: &mut String, string: &str, f: impl FnOnce(Handle<'_>) -> T) -> T {
        string.clone_into(buffer);
        f(Handle::Name(buffer))
    }
}

/// The entries of a mapping.
#[derive(Debug)]
pub struct Entries<'a>(&'a Document<'a>, Vec<NodeId>);
/// The items of a list.
#[derive(Debug)]
pub struct Items<'a>(&'a Document<'a>, &'a [NodeId]);
/// A number as written.
#[derive(Debug)]
pub struct Number<'a>(&'a str);

impl<'a> Handle<'a> {
    fn scalar(&self) -> Option<Scalar<'a>> {
        match *self {
            Self::Node(document, node) => document.scalar(node),
            Self::Name(name) => Some(Scalar::Text(name)),
        }
    }
}

impl<'a> Node<'a, TreeJson> for Handle<'a> {
    type Object = Entries<'a>;
    type Array = Items<'a>;
    type Number = Number<'a>;

    fn as_object(&self) -> Option<Entries<'a>> {
        let Self::Node(document, node) = *self else { return None };
        let mut entries = document.entries(node)?;
        // Of a key that stands twice the first counts, as it does for whoever reads the answers.
        if document.faults().iter().any(|fault| fault.code == "BR002") {
            let mut known = HashSet::new();
            entries.retain(|&entry| known.insert(document.key(entry)));
        }
        entries.retain(|&entry| document.scalar(entry) != Some(Scalar::Null));
        Some(Entries(document, entries))
    }

    fn as_array(&self) -> Option<Items<'a>> {
        let Self::Node(document, node) = *self else { return None };
        document.items(node).map(|items| Items(document, items))
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match self.scalar()? {
            Scalar::Text(text) => Some(Cow::Borrowed(text)),
            _ => None,
        }
    }

    fn as_number(&self) -> Option<Number<'a>> {
        match self.scalar()? {
            Scalar::Int(text) | Scalar::Float(text) => Some(Number(text)),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self.scalar()? {
            Scalar::Bool(value) => Some(value),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        self.scalar() == Some(Scalar::Null)
    }

    fn json_type(&self) -> JsonType {
        match self.scalar() {
            Some(Scalar::Null) => JsonType::Null,
            Some(Scalar::Bool(_)) => JsonType::Boolean,
            Some(Scalar::Int(_) | Scalar::Float(_)) => JsonType::Number,
            Some(Scalar::Text(_)) => JsonType::String,
            None if self.as_array().is_some() => JsonType::Array,
            None => JsonType::Object,
        }
    }

    fn to_value(&self) -> Cow<'a, Value> {
        Cow::Owned(match self.scalar() {
            Some(Scalar::Null) => Value::Null,
            Some(Scalar::Bool(value)) => Value::Bool(value),
            Some(Scalar::Int(text) | Scalar::Float(text)) => Value::Number(Number(text).to_number().into_owned()),
            Some(Scalar::Text(text)) => Value::String(text.to_owned()),
            // Compared with scalars and with other entries of a list only: a list or mapping is known by its number, and never copied.
            None => match *self {
                Self::Node(_, node) => Value::Object(std::iter::once(("node".to_owned(), node.into())).collect()),
                Self::Name(_) => Value::Null,
            },
        })
    }

    fn identity(&self) -> Option<NodeIdentity> {
        match *self {
            Self::Node(document, node) => Some(NodeIdentity::tagged(std::ptr::from_ref(document).addr(), node)),
            Self::Name(_) => None,
        }
    }
}

impl<'a> Object<'a, TreeJson> for Entries<'a> {
    type Node = Handle<'a>;
    type MemberName = Cow<'a, str>;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        self.1.len()
    }

    fn get(&self, key: &String) -> Option<Handle<'a>> {
        let &Self(document, ref entries) = self;
        entries.iter().find(|&&entry| document.key(entry) == key).map(|&entry| Handle::Node(document, entry))
    }

    fn members(&self) -> Members<'a> {
        Members(self.0, self.1.clone().into_iter())
    }
}

/// Names and values of a mapping.
#[derive(Debug)]
pub struct Members<'a>(&'a Document<'a>, std::vec::IntoIter<NodeId>);

impl<'a> Iterator for Members<'a> {
    type Item = (Cow<'a, str>, Handle<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let entry = self.1.next()?;
        Some((Cow::Borrowed(self.0.key(entry)), Handle::Node(self.0, entry)))
    }
}

impl<'a> Array<'a, TreeJson> for Items<'a> {
    type Node = Handle<'a>;
    type ElementsIter = Elements<'a>;

    fn len(&self) -> usize {
        self.1.len()
    }

    fn elements(&self) -> Elements<'a> {
        Elements(self.0, self.1.iter())
    }
}

/// Items of a list.
#[derive(Debug)]
pub struct Elements<'a>(&'a Document<'a>, std::slice::Iter<'a, NodeId>);

impl<'a> Iterator for Elements<'a> {
    type Item = Handle<'a>;

    fn next(&mut self) -> Option<Handle<'a>> {
        self.1.next().map(|&item| Handle::Node(self.0, item))
    }
}

/// Digits, and at most a sign before them.
pub(crate) fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

impl JsonNumber for Number<'_> {
    fn as_u64(&self) -> Option<u64> {
        self.0.strip_prefix('+').unwrap_or(self.0).parse().ok()
    }

    fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    fn as_f64(&self) -> Option<f64> {
        self.0.parse().ok()
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    fn to_number(&self) -> Cow<'_, serde_json::Number> {
        let exact = self.as_u64().map(Into::into).or_else(|| self.as_i64().map(Into::into));
        let number = exact.or_else(|| serde_json::Number::from_f64(self.as_f64()?));
        Cow::Owned(number.unwrap_or_else(|| 0.into()))
    }

    /// Written as a whole number in decimal: a count is never 612.0 here.
    fn is_integer(&self) -> bool {
        is_decimal(self.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Syntax};
    use crate::source::Source;

    #[test]
    fn of_a_key_that_stands_twice_the_first_counts() {
        let valid = |text: &str| {
            let source = Source::decode("x.yaml", text.as_bytes().to_vec());
            let document = Document::read(&source, Syntax::Yaml);
            let root = document.roots()[0];
            (crate::schema::is_valid(&document, root.node), !crate::report::read(&document, root).misshapen)
        };
        let filing = "schema_version: 1\nfiling:\n  form: HIPAA Breach\n  report_type: Initial Breach Report\n";
        let twice = |first: &str, second: &str| format!("{filing}breach:\n  start_date: {first}\n  start_date: {second}\n");
        let (good, bad) = ("2026-01-12", "[a]");
        assert_eq!(valid(&twice(good, bad)), valid(&twice(good, good)));
        assert_eq!(valid(&twice(bad, good)), (false, false));
    }
}
