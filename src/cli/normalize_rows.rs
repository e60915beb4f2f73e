//! `breachlint normalize` on datasets: one canonical file, and where every row and cell of it came from.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::args::{Normalize, Notation, Shape};
use super::early::Early;
use super::input::Loaded;
use super::staged::{Access, Staged, scratch};
use super::{Error, output, reading};
use crate::across::Across;
use crate::config::Config;
use crate::dataset::layout::Kind;
use crate::dataset::read::{self, Input};
use crate::dataset::{Failure, Findings, Pace, Rows};
use crate::finding::{Located, Severity};
use crate::normalize::rows::{Count, Outputs, Settings, To, rows};
use crate::render::{Format, Options, Renderer, Totals, renderer};
use crate::rules::NotChecked;

/// Bytes of a report that are written at a time.
const REPORTED: usize = 64 * 1024;

pub(super) fn run(arguments: &Normalize, files: Vec<Loaded>, config: &Config, as_of: NaiveDate) -> Result<bool, Error> {
    let options = reading::options(&arguments.reading, config, as_of)?;
    let mut inputs = files.into_iter().map(|file| open(file, &options)).collect::<Result<Vec<_>, _>>()?;
    if let Some((name, _)) = inputs.iter().find(|(_, input)| input.layout.kind() == Kind::Log) {
        if inputs.len() > 1 {
            return Err(Error::Usage(format!("{name} is a log of drafts, and nothing is joined to it: normalize it alone")));
        }
        return inputs.pop().map_or(Ok(false), |(name, input)| super::normalize_log::run(arguments, &name, input, as_of));
    }
    let target = to(arguments)?;
    let settings =
        Settings { as_of, to: target.notation(), for_spreadsheets: arguments.spreadsheet, pace: Pace::threads(arguments.pace.threads()) };
    let path = arguments.output.clone().unwrap_or_else(|| PathBuf::from("-"));
    let mut data = Staged::open(&path, Access::Umask)?;
    let mut changes = arguments.changes.as_deref().map(|path| Staged::open(path, Access::Umask)).transpose()?;
    let reject_path = rejects(arguments);
    let mut rejects = reject_path.as_deref().map(|path| Staged::open(path, Access::Umask)).transpose()?;
    let mut nameless = scratch()?;
    let mut reports = arguments.report.iter().map(|(_, path)| Staged::open(path, Access::Umask)).collect::<Result<Vec<_>, _>>()?;
    let mut across = Across::new(Some(scratch));
    if inputs.len() > 1 {
        across = across.over_several();
    }
    let count = {
        let mut writers: Vec<BufWriter<&mut std::fs::File>> =
            reports.iter_mut().map(|report| BufWriter::with_capacity(REPORTED, report.file())).collect();
        let mut found = Rendered::new(arguments, &mut writers, as_of);
        // One thread is one thread.
        let mut early = if arguments.pace.threads() > 1 { data.early()? } else { None };
        let bar = output::progress(&path.display().to_string());
        let mut outputs = Outputs {
            data: data.file(),
            changes: changes.as_mut().map(|staged| staged.file() as &mut dyn Write),
            rejects: rejects.as_mut().map_or(&mut nameless as &mut dyn Write, |staged| staged.file()),
            findings: if arguments.report.is_empty() { None } else { Some(&mut found) },
            across: Some(&mut across),
            scratch: &mut scratch,
            progress: &mut |rows| {
                bar.rows(rows);
                if let Some(early) = &mut early {
                    early.rows(rows);
                }
            },
        };
        let written = match target {
            Target::Rows(_) => rows(inputs, &settings, &mut outputs),
            #[cfg(feature = "parquet")]
            Target::Parquet => crate::normalize::rows::parquet(inputs, &settings, &mut outputs),
        };
        let count = written.map_err(|failure| match failure {
            Failure::Read(error) => Error::Input(format!("{error}; nothing was written")),
            Failure::Write(error) => Error::Output(path.display().to_string(), error),
        })?;
        found.end(count)?;
        early.map_or(Ok(()), Early::end).map_err(|error| Error::Output(path.display().to_string(), error))?;
        count
    };
    balanced(count)?;
    [Some(data), changes].into_iter().flatten().chain(reports).try_for_each(Staged::commit)?;
    settle_rejects(count, rejects.map(|file| (file, arguments.rejects.is_some())), &mut nameless)?;
    say(count, reject_path.as_deref());
    Ok(count.rejected > 0)
}

/// What is written.
#[derive(Debug, Clone, Copy)]
enum Target {
    Rows(To),
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Target {
    /// The notation that rows are brought into first.
    fn notation(self) -> To {
        match self {
            Self::Rows(to) => to,
            #[cfg(feature = "parquet")]
            Self::Parquet => To::Ndjson,
        }
    }
}

fn to(arguments: &Normalize) -> Result<Target, Error> {
    let by_name = arguments.output.as_deref().and_then(Path::extension).and_then(std::ffi::OsStr::to_str).map(str::to_ascii_lowercase);
    let to = match (arguments.to, by_name.as_deref()) {
        (Some(Notation::Parquet), _) | (None, Some("parquet")) => return to_parquet(arguments.shape),
        (Some(Notation::Ndjson), _) | (None, Some("ndjson" | "jsonl")) => To::Ndjson,
        (Some(Notation::Json), _) | (None, Some("json")) => To::Json,
        (Some(Notation::Yaml), _) => return Err(Error::Usage("datasets are not written as YAML; use --to csv, ndjson or json".to_owned())),
        (Some(Notation::Csv) | None, _) => To::Csv,
    };
    match (arguments.shape, to) {
        (Shape::Canonical, to) => Ok(Target::Rows(to)),
        (Shape::Portal, To::Csv) => Ok(Target::Rows(To::Portal)),
        (Shape::Portal, _) => Err(portal()),
    }
}

fn to_parquet(shape: Shape) -> Result<Target, Error> {
    if shape == Shape::Portal {
        return Err(portal());
    }
    #[cfg(feature = "parquet")]
    return Ok(Target::Parquet);
    #[cfg(not(feature = "parquet"))]
    Err(Error::Usage(
        "this build writes no Parquet; install breachlint with --features parquet, or use --to csv, ndjson or json".to_owned(),
    ))
}

fn portal() -> Error {
    Error::Usage("--as portal writes the portal's CSV; leave --to away".to_owned())
}

fn open(file: Loaded, options: &read::Options) -> Result<(String, Input), Error> {
    let name = file.source.name().to_owned();
    match read::open(&name, file.into_rows(), options) {
        Ok(input) => Ok((name, input)),
        Err(read::Failure::Io(error)) => Err(Error::Input(format!("cannot read {name}: {error}"))),
        Err(read::Failure::Refused(fault)) => Err(Error::Input(format!("{name}: {}", super::layout::words(&fault)))),
    }
}

/// Where rejects go: where the person says, or beside the output. None: to standard error.
pub(super) fn rejects(arguments: &Normalize) -> Option<PathBuf> {
    arguments.rejects.clone().or_else(|| {
        let output =
            arguments.output.as_ref().filter(|path| path.as_os_str() != "-" && path.metadata().map_or(true, |known| known.is_file()))?;
        let mut name = output.clone().into_os_string();
        name.push(".rejects.ndjson");
        Some(name.into())
    })
}

/// No row may be lost, whatever happened.
pub(super) fn balanced(count: Count) -> Result<(), Error> {
    if count.read == count.out + count.folded + count.rejected {
        return Ok(());
    }
    let Count { read, out, folded, rejected, .. } = count;
    Err(Error::Input(format!(
        "{read} rows in are not {out} out + {folded} folded + {rejected} rejected: this is a fault of breachlint; nothing was written"
    )))
}

/// The rejects get their file, where there are some or it was asked for; those without a file are told.
pub(super) fn settle_rejects(count: Count, file: Option<(Staged, bool)>, nameless: &mut std::fs::File) -> Result<(), Error> {
    match file {
        Some((file, asked_for)) if asked_for || count.rejected > 0 => file.commit(),
        _ if count.rejected > 0 => tell(nameless),
        _ => Ok(()),
    }
}

/// Rejects without a file.
fn tell(file: &mut std::fs::File) -> Result<(), Error> {
    use std::io::{Read, Seek};
    let mut lines = String::new();
    file.seek(std::io::SeekFrom::Start(0))?;
    file.read_to_string(&mut lines)?;
    lines.lines().for_each(output::say);
    Ok(())
}

fn say(count: Count, rejects: Option<&Path>) {
    let Count { read, out, folded, rejected, changed, emptied, same_identity } = count;
    output::say(&format!(
        "breachlint: {read} rows in = {out} out + {folded} folded + {rejected} rejected; {changed} cells changed, {emptied} left empty"
    ));
    if same_identity > 0 {
        output::say(&format!(
            "breachlint: {same_identity} rows share name and day of submission with another; an ordinal keeps their ids apart"
        ));
    }
    if let Some(path) = rejects.filter(|_| rejected > 0) {
        output::say(&format!("breachlint: the rejected rows stand as they were in {}", path.display()));
    }
}

/// Hands what is found in rows to every report, and counts it.
pub(super) struct Rendered<'r> {
    renderers: Vec<Box<dyn Renderer + 'r>>,
    totals: Totals,
    name: String,
}

impl<'r> Rendered<'r> {
    /// One renderer for each report that is wanted, each with its writer.
    pub(super) fn new(arguments: &Normalize, writers: &'r mut [BufWriter<&mut std::fs::File>], as_of: NaiveDate) -> Self {
        let options = Options {
            as_of,
            min_severity: Severity::Advice,
            fail_on: None,
            show_values: false,
            colour: false,
            narrated: false,
            width: output::width(),
        };
        let renderers = writers.iter_mut().zip(&arguments.report).map(|(out, (format, _))| renderer(*format, options, out)).collect();
        Self { renderers, totals: Totals::default(), name: String::new() }
    }

    pub(super) fn end(&mut self, count: Count) -> Result<(), Error> {
        for renderer in &mut self.renderers {
            renderer.normalized(&count)?;
            renderer.end(&self.totals)?;
        }
        Ok(())
    }
}

impl Findings for Rendered<'_> {
    fn begins(&mut self, name: &str) -> std::io::Result<()> {
        name.clone_into(&mut self.name);
        self.renderers.iter_mut().try_for_each(|renderer| renderer.dataset(name))
    }

    fn examples(&self) -> Option<u64> {
        self.renderers.iter().map(|renderer| renderer.examples()).collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    fn wants_messages_only(&self) -> bool {
        self.renderers.iter().all(|renderer| renderer.wants_messages_only())
    }

    fn found(&mut self, row: u64, located: &Located) -> std::io::Result<()> {
        self.totals.count(located.finding.severity);
        self.renderers.iter_mut().try_for_each(|renderer| renderer.row(&self.name, row, located))
    }

    fn more(&mut self, code: &'static str, severity: Severity, count: u64) -> std::io::Result<()> {
        self.totals.more(severity, count);
        self.renderers.iter_mut().try_for_each(|renderer| renderer.more(code, severity, count))
    }

    fn ends(&mut self, name: &str, rows: Rows, not_checked: &[NotChecked]) -> std::io::Result<()> {
        self.totals.reports += rows.read;
        self.renderers.iter_mut().try_for_each(|renderer| renderer.dataset_end(name, rows, not_checked))
    }
}

/// `FORMAT=FILE`.
pub(super) fn report(text: &str) -> Result<(Format, PathBuf), String> {
    let (format, path) = text.split_once('=').ok_or("not of the form FORMAT=FILE")?;
    let format = <Format as clap::ValueEnum>::from_str(format, true)?;
    Ok((format, PathBuf::from(path)))
}
