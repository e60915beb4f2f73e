//! The portal's screens: which questions stand on which, and which of them the answers so far make apply.

use super::answer::{Answer, chosen, read};
use super::{Block, Item, Screen, find};
use crate::document::{Document, NodeId, Scalar};
use crate::report::terms::{Filer, Term};
use crate::report::{Asked, Asking, Fact};
use crate::schema;

/// The form asks these of everybody, too. Their absence is judged by rules of their own, so that the schema leaves them open.
const REQUIRED: [Fact; 5] = [Fact::Individuals, Fact::PhiTypes, Fact::NoticeStart, Fact::Actions, Fact::AttestationName];

/// The names of the covered entities.
pub(super) fn entities(document: &Document<'_>, root: NodeId) -> Vec<String> {
    let named = |&node: &NodeId| match document.scalar(document.get(node, "name")?)? {
        Scalar::Text(name) => Some(name.trim().to_owned()),
        _ => None,
    };
    listed(document, root).iter().filter_map(named).collect()
}

/// The covered entities: one section, or a list of them.
fn listed(document: &Document<'_>, root: NodeId) -> Vec<NodeId> {
    match document.get(root, "covered_entity") {
        None => Vec::new(),
        Some(node) => document.items(node).map_or_else(|| vec![node], <[NodeId]>::to_vec),
    }
}

/// The screens of the report at `root`, with its answers.
pub(super) fn screens(document: &Document<'_>, root: NodeId) -> Vec<Screen> {
    let node = |path: &str| find(document, root, path);
    let given = |path: &str, label: &str| chosen(document, node(path), label);
    let filer = node("filing.filer").and_then(|node| match document.scalar(node)? {
        Scalar::Text(text) => Filer::read(text).term(),
        _ => None,
    });
    let asking = Asking { filer, chosen: &given, while_open: false };
    let block = |title: Option<String>, wanted: &dyn Fn(Fact) -> bool, section: &str, at: Option<NodeId>| {
        let below = |path: &'static str| path.strip_prefix(section).unwrap_or(path);
        let mut block = Block { title, asked: Vec::new(), kept: Vec::new() };
        for &fact in Fact::ALL.iter().filter(|&&fact| fact.asked() != Asked::Record && wanted(fact)) {
            let path = fact.path();
            let node = at.and_then(|at| find(document, at, below(path))).filter(|&node| document.scalar(node) != Some(Scalar::Null));
            if node.is_none() && !asking.applies(path) {
                continue;
            }
            let mut answer = read(document, node, path);
            if fact == Fact::Filer {
                only_roles_of_the_form(&mut answer, !asking.applies("covered_entity.type"));
            }
            let required = schema::is_required(path) || REQUIRED.contains(&fact);
            let item = Item { path, title: schema::title(path), hint: schema::description(path), required, answer, notes: Vec::new() };
            if fact.asked() == Asked::Portal { block.asked.push(item) } else { block.kept.push(item) }
        }
        block
    };
    let of = |section: &'static str| move |fact: Fact| fact.path().starts_with(section) && fact != Fact::Filer;
    let screen = |title, blocks| Screen { title, blocks, notes: Vec::new() };
    let whole = |section| block(None, &of(section), "", Some(root));
    let mut contact = vec![block(None, &|fact| fact == Fact::Filer, "", Some(root))];
    let entities = listed(document, root);
    let count = entities.len().max(1);
    for index in 0..count {
        let of_several = if count > 1 { format!(" {} of {count}", index + 1) } else { String::new() };
        let title = format!("{}{of_several}", schema::title("covered_entity"));
        contact.push(block(Some(title), &of("covered_entity."), "covered_entity.", entities.get(index).copied()));
    }
    if asking.applies("business_associate") || node("business_associate").is_some() {
        let title = schema::title("business_associate").to_owned();
        contact.push(block(Some(title), &of("business_associate."), "", Some(root)));
    }
    vec![
        screen("General", vec![whole("filing.")]),
        screen("Contact", contact),
        screen("Breach", vec![whole("breach.")]),
        screen("Notice of Breach and Actions Taken", vec![whole("notice.")]),
        screen("Attestation", vec![whole("attestation.")]),
    ]
}

/// Each of the two forms has three roles. One of the other form is shown where it is chosen.
fn only_roles_of_the_form(answer: &mut Answer, part_2: bool) {
    if let Answer::Ticks { options, .. } = answer {
        let is_of_it = |label: &str| Filer::read(label).term().is_some_and(|filer| filer.is_part_2() == part_2);
        options.retain(|(label, chosen)| *chosen || is_of_it(label));
    }
}

impl Block {
    /// Every question of the block.
    pub(super) fn items_mut(&mut self) -> impl Iterator<Item = &mut Item> {
        self.asked.iter_mut().chain(&mut self.kept)
    }
}

impl Item {
    /// Whether the form asks for an answer and there is none.
    pub fn is_missing(&self) -> bool {
        // Some are asked only beside certain other answers: the schema has said so then.
        let is_said = self.notes.iter().any(|note| note.code == "BR004");
        (self.required || is_said) && self.answer.is_empty()
    }

    /// Whether the answer is longer than the form is said to take.
    pub fn is_too_long(&self) -> bool {
        matches!(self.answer, Answer::Text(_, length) if self.path == "breach.description" && length > super::DESCRIPTION_LIMIT)
    }
}
