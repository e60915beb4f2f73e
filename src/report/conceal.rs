//! Masked answers in text that could not be read as a document: found by their keys alone, and rather too much than too little.

use std::sync::LazyLock;

use regex::Regex;

use super::Fact;
use crate::source::Span;

/// A key whose answer is masked, up to its colon.
static MASKED_KEY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let keys: Vec<&str> = Fact::ALL.iter().filter(|fact| !fact.shown()).map(|fact| fact.key()).collect();
    Regex::new(&format!(r#"(?-u:\b)(?:{})["']?[ \t]*:"#, keys.join("|"))).ok()
});

/// A line that begins with a key.
static ANY_KEY: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#"(?m)^[ \t{\[-]*["']?[a-z_]+["']?[ \t]*:"#).ok());

/// What stands behind each masked key in `text`, up to the next line that begins with a key.
pub fn concealed(text: &str) -> Vec<Span> {
    let (Some(masked), Some(any)) = (MASKED_KEY.as_ref(), ANY_KEY.as_ref()) else { return vec![Span::new(0, text.len())] };
    let starts: Vec<usize> = any.find_iter(text).map(|line| line.start()).collect();
    let until = |from: usize| starts.get(starts.partition_point(|&start| start < from)).copied().unwrap_or(text.len());
    masked.find_iter(text).map(|key| Span::new(key.end(), until(key.end()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_reaches_to_the_next_key() {
        let text = "contact:\n  first_name: \"Ada\n  Byron\n  phone_usage: Work\n  {\"email\": x";
        let shown: Vec<&str> = concealed(text).into_iter().map(|span| &text[span.range()]).collect();
        assert_eq!(shown, [" \"Ada\n  Byron\n", " x"]);
    }
}
