//! A rule's page without its examples, for formats that carry rules along: what it finds, why, and what it rests on.

use crate::rules::Rule;

/// The page of `rule` as Markdown: summary, then each section that has prose. Examples are tests first, and long.
pub(super) fn help_markdown(rule: &Rule) -> String {
    let page = rule.page();
    let mut text = page.summary;
    for (heading, prose) in page.sections.into_iter().filter(|(heading, prose)| !prose.is_empty() && !is_example(heading)) {
        text.push_str(&format!("\n\n## {heading}\n\n{prose}"));
    }
    text
}

/// One section of the page, as Markdown.
pub(super) fn section(rule: &Rule, wanted: &str) -> String {
    rule.page().sections.into_iter().find(|(heading, _)| heading == wanted).map(|(_, prose)| prose).unwrap_or_default()
}

/// What is under these headings leads from one example to the next.
fn is_example(heading: &str) -> bool {
    ["Wrong", "Right", "Fix"].contains(&heading)
}
