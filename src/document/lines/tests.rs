//! The plain reader held to the parser: the same tree, or none.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use proptest::prelude::*;

use super::*;
use crate::document::yaml;
use crate::source::Source;

/// What both readers make of `text`; nothing where it is left to the parser.
fn both(text: &str) -> Option<(String, String)> {
    let source = Source::decode("test.yaml", text.as_bytes().to_vec());
    let seen = |built: &Built<'_>| format!("{:#?}\n{:?}\n{:?}", built.nodes, built.roots, built.faults);
    let own = seen(&read(source.text())?);
    let parsed = seen(&yaml::parsed(&source));
    Some((own, parsed))
}

#[test]
fn drafts_are_read_as_the_parser_reads_them() {
    let mut read = 0;
    for folder in ["fixtures/reports", "fixtures/base"] {
        for entry in std::fs::read_dir(folder).expect("fixtures").flatten() {
            let text = std::fs::read_to_string(entry.path()).expect("a draft");
            if entry.path().extension().is_some_and(|ending| ending == "yaml")
                && let Some((own, parsed)) = both(&text)
            {
                assert_eq!(own, parsed, "{}", entry.path().display());
                read += 1;
            }
        }
    }
    assert!(read > 20, "only {read} drafts are in plain notation");
}

#[test]
fn what_is_not_plain_is_left_to_the_parser() {
    for text in [
        "a: [x]\n",
        "a: {b: c}\n",
        "a: &x b\n",
        "a: *x\n",
        "a: !!str b\n",
        "- a\n",
        "a:\n",
        "a: b: c\n",
        "a: b\n  c\n",
        "a: \"x\\n\"\n",
        "a: 'it''s'\n",
        "---\na: b\n",
        "a: b\n...\n",
        "a: b",
        "a:\tb\n",
        "a: b\r\n",
        "? a\n: b\n",
        "\"a\": b\n",
        "a: >2\n    b\n",
        "a: |\n  b\n   c\n",
        "a:\n- - b\n",
        "a: \"b\" c\n",
        "a: \"b\n  c\"\n",
        "a: -\n",
        "\u{feff}a: b\n",
        "a: x\u{85}y\n",
        " a: b\n",
        "a:\n  b: c\n d: e\n",
        "<<: a\n",
    ] {
        assert!(read(text).is_none(), "{text:?}");
    }
}

/// What drafts are made of, and what only looks like it.
const PIECES: &[&str] = &[
    "a: b\n",
    "b:\n",
    "c: \"x y\"\n",
    "d: 'x'\n",
    "- e\n",
    "-   e\n",
    "- f: g\n",
    "- \"h\"\n",
    "-\n",
    "- \n",
    "key: >-\n",
    "key: |\n",
    "key: >\n",
    "key: |-\n",
    "text goes on\n",
    "more # text\n",
    "# comment\n",
    "x: y # comment\n",
    "x: y#z\n",
    "z: # comment\n",
    "\n",
    "\n",
    "  \n",
    "  ",
    "  ",
    "  ",
    "    ",
    " ",
    "    ",
    "      ",
    "a: b:c\n",
    "a: 12:30 \n",
    "a: b: c\n",
    "- - x\n",
    "g: é’s\n",
    "n: ~\n",
    "i: 0501\n",
    "---\n",
    "q: \"a\" #c\n",
    "q: \"a\"#c\n",
    "r: '' \n",
    "s: -5\n",
    "t: a,b[c]{d}\n",
    "u: it's \"so\"\n",
    "- a:\n",
    "a.b: c\n",
    "v: >- \n",
    "w: > # c\n",
    "\u{85}",
    "- # c\n",
    "x :y\n",
    "x : y\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_are_read_as_the_parser_reads_them(pieces in proptest::collection::vec(0..PIECES.len(), 1..16)) {
        let text: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
        if let Some((own, parsed)) = both(&text) {
            prop_assert_eq!(own, parsed, "{:?}", text);
        }
    }

    #[test]
    fn changed_drafts_are_read_as_the_parser_reads_them(changes in proptest::collection::vec((0usize..200, 0..PIECES.len(), 0u8..6), 1..5)) {
        let mut lines: Vec<String> = include_str!("../../../fixtures/base/full.yaml").split_inclusive('\n').map(str::to_owned).collect();
        for (at, piece, change) in changes {
            let at = at % lines.len();
            match change {
                0 => lines[at].insert_str(0, "  "),
                1 => lines[at] = lines[at].strip_prefix("  ").unwrap_or_default().to_owned(),
                2 => drop(lines.remove(at)),
                3 => lines.insert(at, PIECES[piece].to_owned()),
                4 => lines.insert(at, format!("  {}", PIECES[piece])),
                _ => lines.insert(at, format!("    {}", PIECES[piece])),
            }
        }
        let text = lines.concat();
        if let Some((own, parsed)) = both(&text) {
            prop_assert_eq!(own, parsed, "{}", text);
        }
    }
}
