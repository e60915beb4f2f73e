//! The tree while it grows: nodes, open collections, duplicate keys, and the budget that keeps aliases bounded.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Content, Key, MOST_NODES, Node, NodeId, Root, Style};
use crate::finding::{Detail, Fault};
use crate::source::{At, Span};

/// Up to so many keys, a section is searched for duplicates without a table.
const FEW: usize = 32;

/// How long an answer of a draft is with its key, rather less than more.
const BYTES_A_NODE: usize = 24;

/// Nodes that are made room for at once, at most.
const MOST_RESERVED: usize = 4096;

/// Everything that reading a text gives.
pub(super) struct Built<'s> {
    pub(super) nodes: Vec<Node<'s>>,
    pub(super) roots: Vec<Root>,
    pub(super) faults: Vec<Fault>,
    /// Nodes that each node expands to when its aliases are followed; 0 while it is open.
    sizes: Vec<u32>,
    /// The sum of what all aliases expand to.
    expanded: u32,
    open: Vec<Open<'s>>,
}

struct Open<'s> {
    node: NodeId,
    /// A key that waits for its value.
    key: Option<Key<'s>>,
    /// Whether the collection stands where a key does.
    is_key: bool,
}

impl<'s> Built<'s> {
    /// An empty tree for a text of `length` bytes.
    pub(super) fn new(length: usize) -> Self {
        let likely = (length / BYTES_A_NODE).min(MOST_RESERVED);
        Self {
            nodes: Vec::with_capacity(likely),
            roots: Vec::new(),
            faults: Vec::new(),
            sizes: Vec::with_capacity(likely),
            expanded: 0,
            open: Vec::new(),
        }
    }

    /// Whether the next scalar of the open mapping is a key.
    pub(super) fn wants_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_none() && matches!(self.nodes[open.node as usize].content, Content::Mapping(_)))
    }

    pub(super) fn key(&mut self, text: Cow<'s, str>, span: Span) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some(Key { text, span });
        }
    }

    pub(super) fn scalar(&mut self, text: Cow<'s, str>, style: Style, span: Span) -> NodeId {
        self.add(Content::Scalar(text, style), span, false, 1)
    }

    /// An alias of `target`; refused, with a fault, where it would not end or where all aliases together would grow past the budget.
    pub(super) fn alias(&mut self, target: Option<NodeId>, span: Span) -> NodeId {
        let size = target.map_or(0, |target| self.sizes[target as usize]);
        let was_within = self.expanded <= MOST_NODES;
        self.expanded = self.expanded.saturating_add(size);
        if let Some(target) = target.filter(|_| size > 0 && self.expanded <= MOST_NODES) {
            return self.add(Content::Alias(target), span, false, size);
        }
        let node = self.scalar(Cow::Borrowed(""), Style::Plain, span);
        if size == 0 {
            let detail = Detail::Broken {
                what: "this alias names no anchor that stands complete before it".to_owned(),
                help: "Write the value out instead of the alias.".to_owned(),
                broke: None,
            };
            self.faults.push(Fault::new("BR001", At::value(node), detail));
        } else if was_within {
            let unread = "this alias and every one after it";
            let detail = Detail::Limit { which: "number of values that aliases expand to", limit: u64::from(MOST_NODES), unread };
            self.faults.push(Fault::new("BR015", At::value(node), detail));
        }
        node
    }

    pub(super) fn open(&mut self, content: Content<'s>, span: Span, flow: bool) -> NodeId {
        let is_key = self.wants_key();
        let node = self.add(content, span, flow, 0);
        self.open.push(Open { node, key: None, is_key });
        node
    }

    /// Ends the innermost open collection at byte `end`.
    pub(super) fn close(&mut self, end: usize) {
        let Some(Open { node, is_key, .. }) = self.open.pop() else { return };
        let start = self.nodes[node as usize].span.start as usize;
        self.nodes[node as usize].span = Span::new(start, end);
        if let Content::Mapping(children) | Content::Sequence(children) = &self.nodes[node as usize].content {
            self.sizes[node as usize] = children.iter().fold(1u32, |sum, &child| sum.saturating_add(self.sizes[child as usize]));
        }
        if let Content::Mapping(children) = &self.nodes[node as usize].content {
            let doubled = self.duplicates(children);
            self.faults.extend(doubled);
        }
        if is_key {
            self.turn_into_key(node);
        }
    }

    /// A list or mapping that stood where a key does is the key of what follows, and no question of any form.
    fn turn_into_key(&mut self, node: NodeId) {
        let text = if matches!(self.nodes[node as usize].content, Content::Sequence(_)) { "[...]" } else { "{...}" };
        let span = self.nodes[node as usize].span;
        let Some(open) = self.open.last_mut() else { return };
        open.key = Some(Key { text: Cow::Borrowed(text), span });
        if let Content::Mapping(children) | Content::Sequence(children) = &mut self.nodes[open.node as usize].content {
            children.retain(|&child| child != node);
        }
    }

    /// Ends the document: every open collection, and the root that began at `first` if there is one.
    pub(super) fn finish(&mut self, first: usize, end: usize, whole: bool) {
        while !self.open.is_empty() {
            self.close(end);
        }
        if self.nodes.len() > first {
            let root = u32::try_from(first).unwrap_or(u32::MAX);
            self.roots.push(Root { node: root, whole });
        }
    }

    /// The innermost open collection, which a fault here leaves unfinished.
    pub(super) fn unfinished(&self) -> Option<At> {
        self.open.last().map(|open| At::value(open.node))
    }

    fn add(&mut self, content: Content<'s>, span: Span, flow: bool, size: u32) -> NodeId {
        let id = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let mut key = None;
        let mut parent = id;
        if let Some(open) = self.open.last_mut() {
            key = open.key.take();
            parent = open.node;
        }
        self.nodes.push(Node { content, span, key, parent, flow });
        self.sizes.push(size);
        if parent != id
            && let Content::Mapping(children) | Content::Sequence(children) = &mut self.nodes[parent as usize].content
        {
            children.push(id);
        }
        id
    }

    fn duplicates(&self, children: &[NodeId]) -> Vec<Fault> {
        let key = |child: NodeId| self.nodes[child as usize].key.as_ref().map_or("", |key| &*key.text);
        // A section of a draft has a dozen keys: comparing them all is cheaper than hashing any.
        if children.len() <= FEW
            && children.iter().enumerate().all(|(index, &child)| children[..index].iter().all(|&other| key(other) != key(child)))
        {
            return Vec::new();
        }
        let mut seen: HashMap<&str, NodeId> = HashMap::with_capacity(children.len());
        let mut faults = Vec::new();
        for &child in children {
            let text = key(child);
            if let Some(&first) = seen.get(text) {
                faults.push(Fault::new("BR002", At::value(child).key(), Detail::Earlier(At::value(first).key())));
            } else {
                seen.insert(text, child);
            }
        }
        faults
    }
}

impl Built<'_> {
    /// Gives nodes that were pushed from outside (places of faults) a size.
    pub(super) fn pad_sizes(&mut self) {
        self.sizes.resize(self.nodes.len(), 1);
    }
}
