//! `breachlint diff`: the kind of the two files decides what is compared.

use super::args::Diff;
use super::{Error, diff_records, input};

pub(super) fn run(arguments: &Diff) -> Result<bool, Error> {
    let (old, new) = (input::read(&arguments.old)?, input::read(&arguments.new)?);
    match (old.is_dataset(), new.is_dataset()) {
        (true, true) => diff_records::two_exports(arguments, &old, &new),
        (false, false) => Err(Error::Usage("diff compares two exports; two drafts are not compared by this version".to_owned())),
        _ => Err(Error::Usage("diff compares two files of one kind, and one of these is an export".to_owned())),
    }
}
