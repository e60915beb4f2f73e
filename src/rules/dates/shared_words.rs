//! Numbers of days in words.

use std::fmt;

/// "1 day", "2 days".
pub(super) struct Days(pub(super) i64);

impl fmt::Display for Days {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.0, if self.0 == 1 { "day" } else { "days" })
    }
}
