//! Which rows are told apart before two are called alike.

use crate::report::digest::Digest;

/// Whether the two are two incidents for all that can be seen: another type, and each with a description of its own.
pub(super) fn told_apart(one: &Digest, other: &Digest) -> bool {
    let other_text = one.text() != 0 && other.text() != 0 && one.text() != other.text();
    other_text && one.types().iter().ne(other.types().iter())
}

/// Whether both are small breaches, of which a log may hold many that look alike.
pub(super) fn both_small(one: &Digest, other: &Digest) -> bool {
    let small = |row: &Digest| row.count().is_some_and(|count| count < 500);
    small(one) && small(other)
}
