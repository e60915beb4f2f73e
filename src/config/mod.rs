//! `breachlint.toml`: what a repository says once for every run, read strictly. Knows TOML and rules; finds and reads no file.

mod attest;
mod baseline;
mod levels;
mod show;
mod toml;

use chrono::NaiveDate;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use toml_edit::TableLike;

pub use attest::{Attestation, Attestations, NAME as ATTEST_NAME, with as with_attestations};
pub use baseline::BaselineFile;
pub use toml::Mistake;

use crate::finding::{Level, Levels, Order, Severity, Suppression, SuppressionKind};
use levels::LevelTable;
use toml::Reader;

/// The name under which it is searched.
pub const NAME: &str = "breachlint.toml";

/// Every key, in the order of the documentation.
pub const KEYS: [&str; 11] = [
    "fail_on",
    "as_of",
    "date_order",
    "include",
    "exclude",
    "allow_lowering_errors",
    "allow_suppressing_errors",
    "columns",
    "levels",
    "overrides",
    "ignore",
];
/// The keys of one of `overrides`.
pub const OVERRIDE_KEYS: [&str; 2] = ["paths", "levels"];
/// The keys of one of `ignore`.
pub const IGNORE_KEYS: [&str; 5] = ["path", "code", "field", "until", "reason"];
/// The words of a level.
pub const LEVELS: [&str; 4] = ["off", "advice", "warning", "error"];
/// The words of `fail_on`.
pub const FAIL_ON: [&str; 4] = ["error", "warning", "advice", "never"];
/// The words of `date_order`.
pub const DATE_ORDERS: [&str; 2] = ["month-first", "day-first"];

/// Why some codes are out of reach.
const UNREAD_NOTE: &str = "says that something was not read, which is always an error";

/// What a configuration says. What it leaves out is none or empty.
#[derive(Debug, Default)]
pub struct Config {
    /// From which severity on a run fails; inner none for never.
    pub fail_on: Option<Option<Severity>>,
    /// The day on which drafts are judged.
    pub as_of: Option<NaiveDate>,
    /// What `03/04/2024` means in datasets: one of [`DATE_ORDERS`].
    pub date_order: Option<String>,
    /// Which columns of datasets hold a field, as field and header.
    pub columns: Vec<(String, String)>,
    /// The files of folders that are drafts; without any, those that hold a report.
    pub include: Globs,
    /// The files of folders that are passed over.
    pub exclude: Globs,
    /// Suppressions, each for a file, its path below the folder of the configuration.
    pub ignores: Vec<(String, Order)>,
    levels: LevelTable,
    overrides: Vec<Override>,
}

/// Levels for some paths.
#[derive(Debug)]
struct Override {
    paths: Globs,
    levels: LevelTable,
}

/// Globs over paths below the folder of the configuration, written with `/`. A `*` stays within a folder, `**` does not.
#[derive(Debug, Default)]
pub struct Globs {
    written: Vec<String>,
    set: GlobSet,
}

impl Globs {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// Whether one of them matches `path`.
    pub fn is_match(&self, path: &str) -> bool {
        self.set.is_match(path)
    }
}

impl Config {
    /// Reads `text`, which a person knows as `name`; or gives every mistake in it, in the order of their places.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Mistake>> {
        let mut reader = Reader::new(name, text);
        let mut config = Self::default();
        if let Some(document) = reader.document() {
            config.read(&mut reader, document.as_table());
        }
        reader.finish().map(|()| config)
    }

    fn read(&mut self, reader: &mut Reader<'_>, table: &dyn TableLike) {
        reader.known(table, &KEYS);
        self.fail_on = reader.word(table, "fail_on", &FAIL_ON).map(|word| levels::severity(&word));
        self.as_of = reader.day(table, "as_of");
        self.date_order = reader.word(table, "date_order", &DATE_ORDERS);
        self.include = reader.globs(table, "include");
        self.exclude = reader.globs(table, "exclude");
        let lowered = reader.codes(table, "allow_lowering_errors");
        self.levels.allow(&lowered, &reader.codes(table, "allow_suppressing_errors"));
        self.columns = reader.columns(table);
        self.levels.read(reader, table, &lowered);
        for entry in reader.tables(table, "overrides") {
            reader.known(entry, &OVERRIDE_KEYS);
            let paths = if reader.required(entry, "paths") { reader.globs(entry, "paths") } else { Globs::default() };
            let mut levels = LevelTable::default();
            if reader.required(entry, "levels") {
                levels.read(reader, entry, &lowered);
            }
            self.overrides.push(Override { paths, levels });
        }
        for entry in reader.tables(table, "ignore") {
            self.ignores.extend(ignore(reader, entry));
        }
    }

    /// The levels for the file at `path` below the folder of the configuration; of several that name a rule, the last counts, and within
    /// one table a code counts more than its family.
    pub fn levels(&self, path: &str) -> Levels {
        let mut levels = Levels::default();
        self.levels.apply(&mut levels);
        for over in self.overrides.iter().filter(|over| over.paths.is_match(path)) {
            over.levels.apply(&mut levels);
        }
        levels
    }

    /// Which overrides hold for `path`: files with the same answer have the same levels.
    pub fn overrides(&self, path: &str) -> Vec<bool> {
        self.overrides.iter().map(|over| over.paths.is_match(path)).collect()
    }

    /// The same, as TOML that says what was left out too.
    pub fn show(&self) -> String {
        show::show(self)
    }
}

/// One suppression, with its path.
fn ignore(reader: &mut Reader<'_>, entry: &dyn TableLike) -> Option<(String, Order)> {
    reader.known(entry, &IGNORE_KEYS);
    let path = reader.required_text(entry, "path");
    let code = reader.required_text(entry, "code").and_then(|code| reader.code(entry, "code", &code));
    let reason = reader.required_text(entry, "reason");
    let until = reader.day(entry, "until");
    let field = reader.text(entry, "field");
    let (path, code, reason) = (path?, code?, reason?);
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    if !["yaml", "yml", "json"].contains(&ending.as_str()) || path.contains('*') {
        reader.mistake(entry, "path", "names one draft in YAML or JSON; for datasets and groups of files there are `overrides`");
        return None;
    }
    let origin = format!("{}, line {}", reader.name(), reader.line_of(entry, "path"));
    let suppression = Suppression { kind: SuppressionKind::Config, reason, until };
    Some((slashed(&path), Order { code, field, suppression, values: None, origin }))
}

/// A path as globs see it: below the folder, with `/`.
fn slashed(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches("./").to_owned()
}

/// `patterns` as one set, or the first that is none with why.
fn globs(patterns: Vec<String>) -> Result<Globs, (usize, String)> {
    let mut set = GlobSetBuilder::new();
    for (index, pattern) in patterns.iter().enumerate() {
        let glob = GlobBuilder::new(pattern.trim_start_matches("./")).literal_separator(true).build();
        set.add(glob.map_err(|error| (index, error.kind().to_string()))?);
    }
    let set = set.build().map_err(|error| (0, error.to_string()))?;
    Ok(Globs { written: patterns, set })
}

/// The level that a word stands for.
fn level(word: &str) -> Level {
    levels::severity(word).map_or(Level::Off, Level::Is)
}
