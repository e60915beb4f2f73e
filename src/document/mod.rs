//! Text to a tree of nodes, each with the bytes of its key and value, for YAML 1.2 and JSON alike. Knows no questions and no rules.

mod align;
mod build;
mod comment;
mod edit;
mod json;
mod lines;
mod place;
mod scalar;
mod yaml;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::OnceLock;

pub(crate) use edit::is_plain;
pub use edit::{Edit, Refused, apply};
pub use scalar::{Scalar, differs_in_yaml_1_1};

use crate::finding::{Detail, Fault};
use crate::source::{At, Lines, Source, Span};

/// Deepest nesting that is read; a deeper file is refused with BR015.
pub const DEEPEST: usize = 64;
/// Most nodes that the aliases of a file may expand to, all together; beyond it they are not followed (BR015).
pub const MOST_NODES: u32 = 100_000;

/// Most reports that are read of one file; those after them are left out with BR015.
pub const MOST_REPORTS: usize = 10_000;

/// A node of a document, by number.
pub type NodeId = u32;

/// Which notation a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// YAML 1.2.
    Yaml,
    /// JSON (RFC 8259).
    Json,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes; its type follows from its text.
    Plain,
    /// In single quotes: text.
    Single,
    /// In double quotes: text.
    Double,
    /// A literal or folded block: text.
    Block,
}

/// What a node holds.
#[derive(Debug, Clone)]
pub enum Content<'s> {
    /// A single value, decoded.
    Scalar(Cow<'s, str>, Style),
    /// Keys and values, in their order; each value node carries its key. Merge keys (`<<`) stand where they were written.
    Mapping(Vec<NodeId>),
    /// A list.
    Sequence(Vec<NodeId>),
    /// The same as another node, elsewhere.
    Alias(NodeId),
}

/// The key in front of a value.
#[derive(Debug, Clone)]
pub struct Key<'s> {
    /// Decoded.
    pub text: Cow<'s, str>,
    /// Its bytes, quotes included.
    pub span: Span,
}

/// A node: what it holds and where it stands.
#[derive(Debug, Clone)]
pub struct Node<'s> {
    /// What it holds.
    pub content: Content<'s>,
    /// The bytes of the value, quotes included; empty where nothing is written.
    pub span: Span,
    /// Its key, if it is a value of a mapping.
    pub key: Option<Key<'s>>,
    /// The node it stands in; itself for a root.
    pub parent: NodeId,
    /// Whether the collection is written in brackets or braces.
    pub flow: bool,
}

/// The root of one report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Root {
    /// Its node.
    pub node: NodeId,
    /// False where a syntax fault cut it short: what is missing from it says nothing.
    pub whole: bool,
}

/// One file as a tree. A file may hold several reports: YAML documents, or the items of a top-level list.
#[derive(Debug)]
pub struct Document<'s> {
    source: &'s Source,
    syntax: Syntax,
    nodes: Vec<Node<'s>>,
    roots: Vec<Root>,
    faults: Vec<Fault>,
    lines: OnceLock<Lines>,
}

impl<'s> Document<'s> {
    /// Reads `source` as `syntax`. Never fails: what is broken is a fault, and reading goes on behind it where it can.
    pub fn read(source: &'s Source, syntax: Syntax) -> Self {
        let built = match syntax {
            Syntax::Yaml => yaml::read(source),
            Syntax::Json => json::read(source),
        };
        let (mut roots, mut faults) = (built.roots, built.faults);
        if let Some(first) = roots.get(MOST_REPORTS) {
            let unread = "this report and every one after it";
            let detail = Detail::Limit { which: "number of reports in one file", limit: MOST_REPORTS as u64, unread };
            faults.push(Fault::new("BR015", At::value(first.node), detail));
            roots.truncate(MOST_REPORTS);
        }
        Self { source, syntax, nodes: built.nodes, roots, faults, lines: OnceLock::new() }
    }

    /// The text it was read from.
    pub fn source(&self) -> &'s Source {
        self.source
    }

    /// The notation.
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// The reports in it.
    pub fn roots(&self) -> &[Root] {
        &self.roots
    }

    /// What went wrong while reading.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The line index, built when first asked for.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(self.source.text()))
    }

    /// The node `id`.
    pub fn node(&self, id: NodeId) -> &Node<'s> {
        &self.nodes[id as usize]
    }

    /// Every node, in the order of the text.
    pub fn nodes(&self) -> &[Node<'s>] {
        &self.nodes
    }

    /// The node that `id` stands for: itself, or what its alias names.
    pub fn resolved(&self, id: NodeId) -> &Node<'s> {
        let mut node = self.node(id);
        while let Content::Alias(target) = node.content {
            node = self.node(target);
        }
        node
    }

    /// The scalar at `id`, typed as YAML 1.2 types it; none for a list or a mapping.
    pub fn scalar(&self, id: NodeId) -> Option<Scalar<'_>> {
        match &self.resolved(id).content {
            Content::Scalar(text, style) => Some(Scalar::new(text, *style)),
            _ => None,
        }
    }

    /// The items of the list at `id`.
    pub fn items(&self, id: NodeId) -> Option<&[NodeId]> {
        match &self.resolved(id).content {
            Content::Sequence(items) => Some(items),
            _ => None,
        }
    }

    /// The entries of the mapping at `id`, merged ones included: a key that is written wins over one that is merged in.
    pub fn entries(&self, id: NodeId) -> Option<Vec<NodeId>> {
        let Content::Mapping(written) = &self.resolved(id).content else { return None };
        let is_merge = |&entry: &NodeId| self.key(entry) == "<<";
        if self.syntax == Syntax::Json || !written.iter().any(is_merge) {
            return Some(written.clone());
        }
        let mut entries: Vec<NodeId> = written.iter().copied().filter(|entry| !is_merge(entry)).collect();
        let mut sources: Vec<NodeId> = Vec::new();
        for &merge in written.iter().filter(|entry| is_merge(entry)) {
            match self.items(merge) {
                Some(items) => sources.extend(items),
                None => sources.push(merge),
            }
        }
        let mut known: HashSet<&str> = entries.iter().map(|&entry| self.key(entry)).collect();
        for source in sources {
            let merged = self.entries(source).unwrap_or_default();
            entries.extend(merged.into_iter().filter(|&entry| known.insert(self.key(entry))));
        }
        Some(entries)
    }

    /// The value under `key` in the mapping at `id`.
    pub fn get(&self, id: NodeId, key: &str) -> Option<NodeId> {
        self.entries(id)?.into_iter().find(|&entry| self.key(entry) == key)
    }

    /// The key of `id`; empty for a list item or a root.
    pub fn key(&self, id: NodeId) -> &str {
        self.node(id).key.as_ref().map_or("", |key| &key.text)
    }

    /// The path of `id` within its report, such as `breach.location[1]`.
    pub fn path(&self, id: NodeId) -> String {
        let node = self.node(id);
        if node.parent == id || self.roots.binary_search_by_key(&id, |root| root.node).is_ok() {
            return String::new();
        }
        let parent = self.path(node.parent);
        if let Some(key) = &node.key {
            return if parent.is_empty() { key.text.to_string() } else { format!("{parent}.{}", key.text) };
        }
        let index = match &self.node(node.parent).content {
            // Items are numbered as they were read.
            Content::Sequence(items) => items.binary_search(&id).unwrap_or(0),
            _ => 0,
        };
        format!("{parent}[{index}]")
    }
}
