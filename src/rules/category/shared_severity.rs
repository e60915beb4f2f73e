//! How grave a doubt about the locations is: a draft can still be changed, a row of the public record is history.

use crate::finding::Severity;
use crate::rules::SourceKind;

/// A warning on a draft, advice on the public record.
pub(super) fn draft_warning(source: SourceKind) -> Severity {
    match source {
        SourceKind::Draft => Severity::Warning,
        SourceKind::Record => Severity::Advice,
    }
}
