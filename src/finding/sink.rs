//! The sink: collects the findings of one report, drops those below the wanted severity before a word is built, and lets the more
//! specific of two findings at one place speak.

use std::collections::HashMap;
use std::fmt::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use super::{Finding, Fix, Label, Severity};
use crate::source::At;

/// Findings that are compared pair by pair.
const FEW: usize = 16;

/// The codes of which no more findings need words, because as many as wanted were shown. Shared by the threads of a run.
#[derive(Debug)]
pub struct Enough {
    /// By the number of the code: a bit for each severity.
    shown: Vec<AtomicU8>,
}

impl Default for Enough {
    fn default() -> Self {
        Self { shown: std::iter::repeat_with(AtomicU8::default).take(1000).collect() }
    }
}

impl Enough {
    /// No further finding of this code and severity needs words.
    pub fn note(&self, code: &str, severity: Severity) {
        if let Some(bits) = self.shown.get(number(code)) {
            bits.fetch_or(1 << severity as u8, Ordering::Relaxed);
        }
    }

    /// Whether findings of this code and severity were shown often enough.
    pub fn has(&self, code: &str, severity: Severity) -> bool {
        self.shown.get(number(code)).is_some_and(|bits| bits.load(Ordering::Relaxed) & (1 << severity as u8) != 0)
    }
}

/// The digits of a code, such as 203 of `BR203`.
fn number(code: &str) -> usize {
    code.bytes().filter(u8::is_ascii_digit).fold(0, |number, digit| number * 10 + usize::from(digit - b'0'))
}

/// Bytes of most messages, and more: a text that grows by and by is copied again and again.
const ROOM: usize = 120;

/// `words` as a text.
fn worded(words: fmt::Arguments<'_>) -> String {
    if let Some(text) = words.as_str() {
        return text.to_owned();
    }
    let mut text = String::with_capacity(ROOM);
    // What is written to a text does not fail.
    let _ = text.write_fmt(words);
    text
}

/// The findings of one report.
#[derive(Debug)]
pub struct Sink {
    found: Vec<Finding>,
    least: Severity,
    rule: &'static str,
    enough: Option<Arc<Enough>>,
    messages_only: bool,
}

impl Default for Sink {
    fn default() -> Self {
        Self::new(Severity::Advice)
    }
}

impl Sink {
    /// A sink that keeps findings of at least `least`.
    pub fn new(least: Severity) -> Self {
        Self { found: Vec::new(), least, rule: "", enough: None, messages_only: false }
    }

    /// A sink that builds no words for what `enough` says was shown often enough. Such findings have a code, a severity and a place.
    pub fn worded_until(enough: Arc<Enough>) -> Self {
        Self { enough: Some(enough), ..Self::default() }
    }

    /// The same sink, which builds no words but messages, and gives no places but primary ones.
    #[must_use]
    pub fn of_messages_only(self) -> Self {
        Self { messages_only: true, ..self }
    }

    /// Files everything that follows under `code`. Only the engine calls this, so that no rule can file under another.
    pub(crate) fn rule(&mut self, code: &'static str) {
        self.rule = code;
    }

    /// Starts a finding. Its words are built only if it is kept.
    pub fn find(&mut self, severity: Severity, at: At, message: fmt::Arguments<'_>) -> Draft<'_> {
        if severity < self.least {
            return Draft { finding: None, wordless: true };
        }
        let wordless = self.enough.as_ref().is_some_and(|enough| enough.has(self.rule, severity));
        self.found.push(Finding {
            code: self.rule,
            severity,
            message: if wordless { String::new() } else { worded(message) },
            at,
            here: String::new(),
            labels: Vec::new(),
            help: None,
            fix: None,
        });
        Draft { finding: self.found.last_mut(), wordless: wordless || self.messages_only }
    }

    /// An `error` finding.
    pub fn error(&mut self, at: At, message: fmt::Arguments<'_>) -> Draft<'_> {
        self.find(Severity::Error, at, message)
    }

    /// A `warning` finding.
    pub fn warn(&mut self, at: At, message: fmt::Arguments<'_>) -> Draft<'_> {
        self.find(Severity::Warning, at, message)
    }

    /// An `advice` finding.
    pub fn advise(&mut self, at: At, message: fmt::Arguments<'_>) -> Draft<'_> {
        self.find(Severity::Advice, at, message)
    }

    /// How many findings are kept so far.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Keeps only the findings that are `wanted`.
    pub(crate) fn retain(&mut self, wanted: impl Fn(&Finding) -> bool) {
        self.found.retain(wanted);
    }

    /// The findings of the report, and an empty sink for the next. `silences` tells whether the first code silences the second when
    /// the second points at, or rests on, the field that the first points at.
    pub fn take(&mut self, silences: impl Fn(&str, &str) -> bool) -> Vec<Finding> {
        let mut found = std::mem::take(&mut self.found);
        // A few findings are told apart faster than a table of them is made.
        if found.len() <= FEW {
            let falls = |one: &Finding| {
                let rests_on = |field| one.at.field == field || one.labels.iter().any(|label| label.at.field == field);
                found.iter().any(|other| silences(other.code, one.code) && rests_on(other.at.field))
            };
            let dropped: u32 = found.iter().enumerate().filter(|(_, one)| falls(one)).fold(0, |bits, (index, _)| bits | 1 << index);
            let mut index = 0;
            found.retain(|_| {
                index += 1;
                dropped & (1 << (index - 1)) == 0
            });
        } else {
            let mut spoken: HashMap<u32, Vec<&'static str>> = HashMap::new();
            for finding in &found {
                spoken.entry(finding.at.field).or_default().push(finding.code);
            }
            found.retain(|finding| {
                let fields = std::iter::once(finding.at.field).chain(finding.labels.iter().map(|label| label.at.field));
                !fields.filter_map(|field| spoken.get(&field)).flatten().any(|code| silences(code, finding.code))
            });
        }
        if self.messages_only {
            for finding in &mut found {
                finding.labels.clear();
            }
        }
        found
    }
}

/// A finding being worded. Every call is a no-op where the finding is not kept; where it needs no words, only the places are kept, by which
/// the more specific of two findings is told.
#[derive(Debug)]
pub struct Draft<'s> {
    finding: Option<&'s mut Finding>,
    /// Whether no words are wanted: then its places are kept all the same, because they decide which findings are silenced.
    wordless: bool,
}

impl Draft<'_> {
    /// Words for the primary place.
    pub fn here(mut self, words: fmt::Arguments<'_>) -> Self {
        if let Some(finding) = self.worded() {
            finding.here = worded(words);
        }
        self
    }

    /// A further place that the finding rests on.
    pub fn label(mut self, at: At, words: fmt::Arguments<'_>) -> Self {
        let text = if self.wordless { String::new() } else { worded(words) };
        if let Some(finding) = self.finding.as_deref_mut() {
            // Most have one, and many may be held at a time.
            finding.labels.reserve_exact(1);
            finding.labels.push(Label { at, text });
        }
        self
    }

    /// What to do, in whole sentences.
    pub fn help(mut self, words: fmt::Arguments<'_>) -> Self {
        if let Some(finding) = self.worded() {
            finding.help = Some(worded(words));
        }
        self
    }

    /// A change that settles it, built only if the finding is kept.
    pub fn fix(mut self, fix: impl FnOnce() -> Fix) -> Self {
        if let Some(finding) = self.worded() {
            finding.fix = Some(fix());
        }
        self
    }

    /// The finding, if it needs words.
    fn worded(&mut self) -> Option<&mut Finding> {
        self.finding.as_deref_mut().filter(|_| !self.wordless)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sink_of_messages_keeps_what_silences_rest_on() {
        let found = |mut sink: Sink| {
            sink.rule("BR101");
            let _ = sink.warn(At::value(1), format_args!("the {} one", "graver"));
            sink.rule("BR102");
            let _ = sink.warn(At::value(2), format_args!("silenced")).label(At::value(1), format_args!("{}", 1));
            sink.rule("BR103");
            let _ = sink.advise(At::value(2), format_args!("kept")).label(At::value(3), format_args!("{}", 1)).help(format_args!("Help."));
            sink.take(|code, other| (code, other) == ("BR101", "BR102"))
        };
        let (whole, messages) = (found(Sink::default()), found(Sink::default().of_messages_only()));
        let words = |found: &[Finding]| found.iter().map(|finding| (finding.code, finding.at, finding.message.clone())).collect::<Vec<_>>();
        assert_eq!(words(&messages), words(&whole));
        assert_eq!(whole.iter().map(|finding| finding.labels.len()).collect::<Vec<_>>(), [0, 1]);
        assert!(whole[1].help.is_some() && messages.iter().all(|finding| finding.labels.is_empty() && finding.help.is_none()));
    }
}
