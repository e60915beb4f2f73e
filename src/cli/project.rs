//! What holds in the folder of the inputs: the configuration, the attestations and the baseline, and the rules for each file under them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::args::{Clock, FailOn, Settings};
use super::{Error, input, output};
use crate::check::draft_engine;
use crate::config::{ATTEST_NAME, Attestations, BaselineFile, Config, Mistake, NAME};
use crate::finding::{Order, Orders, Severity};
use crate::rules::Engine;

/// What holds for a run.
pub(super) struct Project {
    /// The configuration; one that says nothing where there is none.
    pub(super) config: Config,
    /// Its file.
    pub(super) config_file: Option<PathBuf>,
    /// The day on which drafts are judged.
    pub(super) as_of: NaiveDate,
    /// The folder below which the configuration and the attestations name files.
    root: PathBuf,
    attestations: Attestations,
    baseline: Option<(PathBuf, BaselineFile, String)>,
    /// The rules for drafts, by the overrides that hold.
    engines: HashMap<Vec<bool>, Arc<Engine>>,
}

impl Project {
    /// Finds and reads what holds for `paths`.
    pub(super) fn open(settings: &Settings, clock: &Clock, paths: &[PathBuf]) -> Result<Self, Error> {
        let (root, config_file) = if settings.isolated {
            (here()?, None)
        } else if let Some(file) = &settings.config {
            (folder_of(file), Some(file.clone()))
        } else {
            find(paths)?
        };
        let config = match &config_file {
            Some(file) => Config::parse(&shown(file), &text(file)?).map_err(|mistakes| refuse(&mistakes))?,
            None => Config::default(),
        };
        let attest_file = root.join(ATTEST_NAME);
        let attestations = if !settings.isolated && attest_file.is_file() {
            Attestations::parse(ATTEST_NAME, &text(&attest_file)?).map_err(|mistakes| refuse(&mistakes))?
        } else {
            Attestations::default()
        };
        for (path, order) in config.ignores.iter().chain(&attestations.orders) {
            if !root.join(path).exists() {
                output::say(&format!("breachlint: {}: there is no file {path}", order.origin));
            }
        }
        let as_of = clock.as_of.or(config.as_of).unwrap_or_else(input::today);
        Ok(Self { config, config_file, as_of, root, attestations, baseline: None, engines: HashMap::new() })
    }

    /// Takes the findings of `file` as known.
    pub(super) fn with_baseline(mut self, file: Option<&PathBuf>) -> Result<Self, Error> {
        if let Some(file) = file {
            let read = BaselineFile::parse(&text(file)?).map_err(|what| Error::Usage(format!("{}: {what}", file.display())))?;
            self.baseline = Some((folder_of(file), read, shown(file)));
        }
        Ok(self)
    }

    /// Takes nothing as known; the findings get fingerprints under the key of `file`, which stands at `path`.
    pub(super) fn with_empty_baseline(mut self, path: &Path, file: &BaselineFile) -> Self {
        self.baseline = Some((folder_of(path), BaselineFile::new(&file.key()), shown(path)));
        self
    }

    /// From which severity on the run fails.
    pub(super) fn fail_on(&self, asked: Option<FailOn>) -> Option<Severity> {
        asked.map(Into::into).or(self.config.fail_on).unwrap_or(Some(Severity::Error))
    }

    /// The file in which attestations are kept, and its key.
    pub(super) fn attest_file(&self) -> (PathBuf, Option<crate::finding::Key>) {
        (self.root.join(ATTEST_NAME), self.attestations.key)
    }

    /// The path of `file` below the project's folder; none outside of it.
    pub(super) fn below_root(&self, file: &Path) -> Option<String> {
        below(&self.root, file)
    }

    /// The rules for the draft at `path`, with what is said about it.
    pub(super) fn draft_engine(&mut self, path: &Path) -> Arc<Engine> {
        let below_root = if self.is_plain() { None } else { below(&self.root, path) };
        let name = below_root.as_deref().unwrap_or_default();
        let (config, as_of) = (&self.config, self.as_of);
        let engine = self
            .engines
            .entry(config.overrides(name))
            .or_insert_with(|| Arc::new(draft_engine(as_of).at_levels(&Arc::new(config.levels(name)))));
        let about = |(of, _): &&(String, Order)| of == name && below_root.is_some();
        let entries: Vec<Order> =
            self.config.ignores.iter().chain(&self.attestations.orders).filter(about).map(|(_, order)| order.clone()).collect();
        if entries.is_empty() && self.baseline.is_none() {
            return Arc::clone(engine);
        }
        let baseline =
            self.baseline.as_ref().map(|(folder, file, shown)| file.of(&below(folder, path).unwrap_or_else(|| slashes(path)), shown));
        Arc::new(engine.under(Orders { entries, attest_key: self.attestations.key, baseline }))
    }

    /// The rules of `engine` at the levels for the dataset at `path`.
    pub(super) fn dataset_engine(&self, engine: Engine, path: &Path) -> Engine {
        let name = if self.is_plain() { String::new() } else { below(&self.root, path).unwrap_or_default() };
        engine.at_levels(&Arc::new(self.config.levels(&name)))
    }

    /// The name under which the baseline knows the file at `path`.
    pub(super) fn baseline_name(&self, path: &Path) -> String {
        self.baseline.as_ref().and_then(|(folder, ..)| below(folder, path)).unwrap_or_else(|| slashes(path))
    }

    /// Whether no path matters.
    fn is_plain(&self) -> bool {
        self.config_file.is_none() && self.attestations.orders.is_empty()
    }
}

fn refuse(mistakes: &[Mistake]) -> Error {
    Error::Usage(mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\nbreachlint: "))
}

/// Reads a file of settings.
#[expect(clippy::disallowed_methods, reason = "files are read in this stage")]
pub(super) fn text(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|error| Error::Input(format!("cannot read {}: {error}", path.display())))
}

fn here() -> Result<PathBuf, Error> {
    std::env::current_dir().map_err(|error| Error::Input(format!("cannot tell the current folder: {error}")))
}

/// A path below the current folder is shown as such.
fn shown(path: &Path) -> String {
    let short = here().ok().and_then(|here| path.strip_prefix(here.canonicalize().unwrap_or(here)).map(Path::to_owned).ok());
    short.as_deref().unwrap_or(path).display().to_string()
}

fn slashes(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// The folder that `path` stands in, without links.
fn folder_of(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folder = if absolute.is_dir() { absolute } else { absolute.parent().map_or_else(PathBuf::new, Path::to_owned) };
    folder.canonicalize().unwrap_or(folder)
}

/// The path of `file` below `folder`, with `/`. A link counts as the file that it is, not as the one that it names.
fn below(folder: &Path, file: &Path) -> Option<String> {
    let whole = folder_of(file).join(file.file_name()?);
    let below = whole.strip_prefix(folder).ok()?;
    let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// The project of `paths`: its folder and its configuration. One run has one.
fn find(paths: &[PathBuf]) -> Result<(PathBuf, Option<PathBuf>), Error> {
    let here = folder_of(&here()?);
    let mut known: HashMap<PathBuf, (PathBuf, Option<PathBuf>)> = HashMap::new();
    // Links are resolved once for each folder as it is written, not for each file.
    let mut written: HashMap<&Path, PathBuf> = HashMap::new();
    let mut first: Option<(&Path, (PathBuf, Option<PathBuf>))> = None;
    for path in paths {
        let start = if path.as_os_str() == "-" {
            here.clone()
        } else {
            let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
            written.entry(folder).or_insert_with(|| folder_of(path)).clone()
        };
        let found = known.entry(start).or_insert_with_key(|start| above(start, &here)).clone();
        match &first {
            None => first = Some((path, found)),
            Some((other, one)) if one.1 != found.1 => {
                let (other, path) = (other.display(), path.display());
                return Err(Error::Usage(format!(
                    "{other} and {path} stand under different configurations; check them in separate runs, or name one with --config"
                )));
            }
            Some(_) => {}
        }
    }
    Ok(first.map_or_else(|| above(&here, &here), |(_, found)| found))
}

/// Searches from `start` up to the root of its repository; outside of a repository, up to the current folder, or nowhere else.
fn above(start: &Path, here: &Path) -> (PathBuf, Option<PathBuf>) {
    let repository = start.ancestors().find(|folder| folder.join(".git").exists());
    let top = repository.or_else(|| start.starts_with(here).then_some(here)).unwrap_or(start);
    let mut folders = start.ancestors().take_while(|folder| folder.starts_with(top));
    let found = folders.find(|folder| folder.join(NAME).is_file());
    (found.unwrap_or(top).to_owned(), found.map(|folder| folder.join(NAME)))
}
