//! Hostile texts: what reading them costs grows with their length, by steps that are counted, not by a clock.

use super::words::steps;
use super::{Voice, associates, counts, dates, information, names, scan, statements};

/// Pieces that make a reader look far ahead or far back.
const PIECES: [&str; 14] = [
    "2,764 ",
    "twelve hundred and ",
    "one of its patients, ",
    "May 5, 2025 and ",
    "on 5/6/2019 to ",
    "business associate (a) ",
    "as business associate of ",
    "its billing company called ",
    "BA (",
    "Covered Entity, Merrow & ",
    "the covered entity (CE), A, ",
    "no not never social security numbers ",
    "((((",
    "n n n",
];

#[test]
fn steps_grow_with_the_length_of_the_text() {
    for piece in PIECES {
        let cost = |bytes: usize| {
            let text = piece.repeat(bytes / piece.len());
            steps::of(|| {
                counts::counts(&text);
                dates::dates(&text, |_, _| Some(2025));
                associates::involved(&text);
                let first = scan(&text, Voice::Filer);
                associates::may_act(&text, &first);
                counts::people(&text, &first);
                counts::counts_things(&text, &first, 2764);
                information::mentions(&first, &text).count();
                names::stranger(&text, &first, &["Wexcombe Dental Care"]);
                statements::SEPARATE.find(&text);
            })
        };
        let (short, long) = (cost(128 * 1024), cost(1024 * 1024));
        assert!(long <= short.saturating_mul(9), "{piece:?}: {short} steps for 128 KiB, {long} for 1 MiB");
    }
}
