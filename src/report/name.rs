//! Names of organizations, folded for comparison: what two spellings of one name have in common. Knows no report.

/// Words that say in which legal form an organization is run, or which degree its owner has; they end a name and do not tell two apart.
const SUFFIXES: &[&str] = &[
    "co",
    "company",
    "corp",
    "corporation",
    "dds",
    "dmd",
    "dpm",
    "inc",
    "incorporated",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "md",
    "pa",
    "pc",
    "plc",
    "pllc",
    "ps",
];

/// What parts the legal name from the one under which an organization does business.
const ALIASES: &[&str] = &[" dba ", " doing business as ", " fka ", " formerly known as ", " aka "];

/// The folded names that `name` gives: one, or two where it says "d/b/a". None where nothing is left of it.
pub fn keys(name: &str) -> Vec<String> {
    let words = words(name);
    let mut parts = vec![words.as_str()];
    for alias in ALIASES {
        parts = parts.into_iter().flat_map(|part| part.split(alias)).collect();
    }
    let mut keys: Vec<String> = parts.into_iter().map(bare).filter(|key| !key.is_empty()).collect();
    keys.dedup();
    keys
}

/// Whether two names differ at most by suffix, case, punctuation or the name under which business is done.
pub fn alike(one: &str, other: &str) -> bool {
    let others = keys(other);
    keys(one).iter().any(|key| others.contains(key))
}

/// The words in lower case, each between spaces. Dots, apostrophes and the slashes of "d/b/a" join; other punctuation parts; `&` is "and".
fn words(name: &str) -> String {
    let lower = name.to_lowercase().replace("d/b/a", "dba").replace("f/k/a", "fka").replace("a/k/a", "aka").replace('&', " and ");
    let plain: String = lower.chars().filter(|character| !matches!(character, '.' | '\'' | '\u{2019}')).collect();
    let words = plain.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(String::from(" "), |text, word| text + word + " ")
}

/// The words without a leading "the" and without what only says the legal form.
fn bare(words: &str) -> String {
    let mut words: Vec<&str> = words.split_whitespace().collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|last| SUFFIXES.contains(last)) {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_alike_and_other_names_are_not() {
        for (one, other) in [
            ("Merrowdale Family Practice", "MERROWDALE FAMILY PRACTICE, P.C."),
            ("Merrowdale Family Practice d/b/a Tannery Lane Clinic", "Tannery Lane Clinic"),
            ("The Sandhollow Eye Clinic, Inc.", "Sandhollow Eye Clinic LLC"),
            ("Ashdown & Sons Dental", "Ashdown and Sons Dental, D.D.S."),
            ("St. Wilfrid's Hospital", "St Wilfrids Hospital"),
        ] {
            assert!(alike(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("Merrowdale Family Practice", "Merrowdale Family Dentistry"),
            ("Sandhollow Eye Clinic East", "Sandhollow Eye Clinic West"),
            ("Inc.", "LLC"),
            ("", "."),
        ] {
            assert!(!alike(one, other), "{one} / {other}");
        }
    }
}
