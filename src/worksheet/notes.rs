//! Each finding beside the answer that it is about; or else at its screen, or at the report.

use super::{Item, Note, Screen, Sheet};
use crate::dataset::log::question;
use crate::finding::Located;
use crate::log::lacking;

/// Puts `findings` where they belong.
pub(super) fn place(findings: &[Located], sheet: &mut Sheet) {
    for located in findings {
        let finding = &located.finding;
        let note = Note { code: finding.code, severity: finding.severity, message: finding.message.clone(), help: finding.help.clone() };
        let path = &located.place.path;
        let plain = question(path);
        // What is not answered has no place of its own.
        let lacking = lacking(located);
        if let Some(item) = item(&mut sheet.screens, path, &plain) {
            item.notes.push(note);
        } else if let Some(item) = lacking.and_then(|of| item(&mut sheet.screens, path, &of)).filter(|item| item.answer.is_empty()) {
            item.notes.push(note);
        } else if let Some(screen) = screen(&mut sheet.screens, &plain) {
            screen.notes.push(note);
        } else {
            sheet.notes.push(note);
        }
    }
}

/// The question at `plain`, or the one of which `plain` is a part; of several covered entities, that of `path`.
fn item<'s>(screens: &'s mut [Screen], path: &str, plain: &str) -> Option<&'s mut Item> {
    let number = path.strip_prefix("covered_entity[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok()).unwrap_or(0);
    let is_it = |item: &Item| plain.strip_prefix(item.path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let holds = screens.iter_mut().flat_map(|screen| &mut screen.blocks).flat_map(super::Block::items_mut).filter(|item| is_it(item));
    let several: Vec<&mut Item> = holds.collect();
    several.into_iter().nth(number)
}

fn screen<'s>(screens: &'s mut [Screen], plain: &str) -> Option<&'s mut Screen> {
    let title = match plain.split('.').next()? {
        "filing" => "General",
        "covered_entity" | "business_associate" => "Contact",
        "breach" => "Breach",
        "notice" => "Notice of Breach and Actions Taken",
        "attestation" => "Attestation",
        _ => return None,
    };
    screens.iter_mut().find(|screen| screen.title == title)
}
