//! The baseline: what was found when it was taken, by fingerprint, so that a run can tell what is new. Holds no value and no message.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attest::from_hexadecimal;
use crate::finding::{Baseline, Key};
use crate::suppress::hexadecimal;

/// The version of the file.
const VERSION: u32 = 1;

/// A baseline file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaselineFile {
    schema_version: u32,
    /// The key of the fingerprints, in hexadecimal digits.
    key: String,
    /// By file, below the folder of the baseline: how often each fingerprint was found.
    files: BTreeMap<String, BTreeMap<String, usize>>,
}

impl BaselineFile {
    /// One without entries.
    pub fn new(key: &Key) -> Self {
        Self { schema_version: VERSION, key: hexadecimal(key), files: BTreeMap::new() }
    }

    /// Reads `text`, or says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: Self = serde_json::from_str(text).map_err(|error| format!("this is no baseline: {error}"))?;
        if file.schema_version != VERSION {
            return Err(format!("this baseline has version {}; {VERSION} is the one that is known here", file.schema_version));
        }
        from_hexadecimal(&file.key).map(|_| file).ok_or_else(|| "the key of this baseline is not 64 hexadecimal digits".to_owned())
    }

    /// The key of the fingerprints.
    pub fn key(&self) -> Key {
        from_hexadecimal(&self.key).unwrap_or_default()
    }

    /// Adds what was found in the file at `path`.
    pub fn add(&mut self, path: &str, fingerprints: impl Iterator<Item = String>) {
        let mut counts = BTreeMap::new();
        for print in fingerprints {
            *counts.entry(print).or_default() += 1;
        }
        if !counts.is_empty() {
            self.files.insert(path.to_owned(), counts);
        }
    }

    /// What it knows of the file at `path`; `name` is what people call the baseline.
    pub fn of(&self, path: &str, name: &str) -> Baseline {
        Baseline { key: self.key(), name: name.to_owned(), known: self.files.get(path).cloned().unwrap_or_default() }
    }

    /// Files and findings.
    pub fn size(&self) -> (usize, usize) {
        (self.files.len(), self.files.values().flat_map(BTreeMap::values).sum())
    }

    /// The file's text, the same for the same findings.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }
}
