//! The catalogue of the field: every known fault by its code, whether this version has a rule for it or not.

/// The list, kept beside the pages.
const LIST: &str = include_str!("../../docs/catalogue.tsv");

/// A part of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The digit after `BR`.
    pub digit: u8,
    /// What it is about, in lower case.
    pub name: &'static str,
    /// Codes and faults, by code.
    pub faults: Vec<(&'static str, &'static str)>,
}

/// Every chapter, in order.
pub fn catalogue() -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for line in LIST.lines() {
        if let Some((code, fault)) = line.split_once('\t')
            && let Some(chapter) = chapters.last_mut()
        {
            chapter.faults.push((code, fault));
        } else if let Some((digit, name)) = line.strip_prefix("# ").and_then(|heading| heading.split_once(' '))
            && let Ok(digit) = digit.parse()
        {
            chapters.push(Chapter { digit, name, faults: Vec::new() });
        }
    }
    chapters
}

/// The fault with this code.
pub fn known_fault(code: &str) -> Option<&'static str> {
    catalogue().into_iter().flat_map(|chapter| chapter.faults).find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, fault)| fault)
}
