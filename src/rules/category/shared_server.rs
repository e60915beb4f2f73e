//! Whether a text of the report tells what became of a server.

use crate::report::Report;

/// Whether the description, or OCR's narrative, names a server and one of `words`. A rule that asks declares both texts.
pub(super) fn tells_of_a_server(report: &Report<'_>, words: &[&str]) -> bool {
    [report.breach.description.get(), report.breach.ocr_narrative.get()].into_iter().flatten().any(|text| {
        let text = text.to_ascii_lowercase();
        text.contains("server") && words.iter().any(|word| text.contains(word))
    })
}
