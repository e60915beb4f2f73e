//! `breachlint trends`.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use sha2::{Digest, Sha256};

use super::args::{Clock, Settings, Threads, day};
use super::layout::{stream, words};
use super::project::Project;
use super::reading::{self, Reading};
use super::staged::{Access, Staged};
use super::{Error, output};
use crate::dataset::{Failure, Pace, read};
use crate::finding::Fault;
use crate::render::{self, TrendsFormat};
use crate::trends::{By, Counting, Gathered, Publication, Request, gather, trends};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ByArg {
    /// Type of breach
    Type,
    /// Type of covered entity, and whether a business associate was present
    Entity,
    /// Location of the breached information
    Location,
    /// State, each one tested
    State,
    /// Individuals affected, in classes
    Size,
}

impl ByArg {
    fn all(self) -> &'static [By] {
        match self {
            Self::Type => &[By::Type],
            Self::Entity => &[By::Entity, By::BusinessAssociate],
            Self::Location => &[By::Location],
            Self::State => &[By::State],
            Self::Size => &[By::Size],
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CountArg {
    /// Once in each category that it carries
    Any,
    /// Only where it carries one; the others apart
    Single,
}

#[derive(Debug, Args)]
pub(super) struct Trends {
    /// Exports of the public list in any layout, or files that `normalize` wrote: archive and list under investigation of one day; `-` is standard input
    #[arg(required = true, value_name = "IN")]
    paths: Vec<PathBuf>,
    /// What standard input is called
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    stdin_filename: String,
    /// The first year of submission that counts
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1990..=2200))]
    since: Option<i32>,
    /// The last day of submission that counts
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    until: Option<NaiveDate>,
    /// What to part reports by; everything where nothing is named. May be repeated
    #[arg(long, value_enum, value_delimiter = ',')]
    by: Vec<ByArg>,
    /// How a report with several types or locations counts; both ways where nothing is said
    #[arg(long, value_enum)]
    count: Option<CountArg>,
    /// Test every series for a break between the year before and this one; types and entities are tested for 2015 where nothing is said
    #[arg(long = "break", value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1990..=2200))]
    at_break: Option<i32>,
    /// Put the figures of a publication beside those of the input
    #[arg(long, value_enum)]
    compare: Option<Publication>,
    #[command(flatten)]
    pace: Threads,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    clock: Clock,
    /// How to show it
    #[arg(long, value_enum, default_value = "text")]
    format: TrendsFormat,
    /// Write to FILE instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(arguments: &Trends) -> Result<bool, Error> {
    let project = Project::open(&arguments.settings, &arguments.clock, &arguments.paths)?;
    let reading = reading::options(&arguments.reading, &project.config, project.as_of)?;
    let mut inputs = Vec::new();
    for path in &arguments.paths {
        let (name, bytes) = stream(path, &arguments.stdin_filename)?;
        inputs.push(one(name, bytes, &reading, Pace::threads(arguments.pace.threads()))?);
    }
    let request = Request {
        since: arguments.since,
        until: arguments.until,
        by: arguments.by.iter().flat_map(|by| by.all()).copied().collect(),
        count: arguments.count.map(|count| match count {
            CountArg::Any => Counting::Any,
            CountArg::Single => Counting::Single,
        }),
        at_break: arguments.at_break,
        compare: arguments.compare,
    };
    let trends = trends(inputs, &request);
    if trends.period.is_none() && !trends.is_refused() {
        let dated = trends.source.iter().any(|source| source.first.is_some());
        let why = if dated { "no report was submitted in the years asked for" } else { "no row has a readable day of submission" };
        return Err(Error::Input(format!("nothing to count: {why}")));
    }
    let mut out = Vec::new();
    render::trends(&trends, arguments.format, &mut out)?;
    match &arguments.output {
        // The public record is public: the file is as readable as its neighbours.
        Some(path) => {
            let mut staged = Staged::open(path, Access::Umask)?;
            staged.file().write_all(&out).map_err(|error| Error::Output(path.display().to_string(), error))?;
            staged.commit()?;
        }
        None => {
            output::print(&String::from_utf8_lossy(&out))?;
        }
    }
    Ok(trends.is_refused())
}

fn one(file: String, bytes: Box<dyn Read + Send>, reading: &read::Options, pace: Pace) -> Result<Gathered, Error> {
    let failed = |error: std::io::Error| match read::fault_in(&error) {
        Some(fault) => unreadable(&file, fault),
        None => Error::Input(format!("cannot read {file}: {error}")),
    };
    let hashed = Hashed(Arc::new(Mutex::new((bytes, Sha256::new()))));
    let input = read::open(&file, Box::new(hashed.clone()), reading).map_err(|failure| match failure {
        read::Failure::Refused(fault) => unreadable(&file, &fault),
        read::Failure::Io(error) => failed(error),
    })?;
    let (reports, not_counted) = gather(input, pace).map_err(|failure| match failure {
        Failure::Read(error) | Failure::Write(error) => failed(error),
    })?;
    let sha256 = hashed.finish().map_err(failed)?;
    Ok(Gathered { file, sha256, not_counted, reports })
}

/// An input that cannot be read, and why.
fn unreadable(file: &str, fault: &Fault) -> Error {
    Error::Input(format!("cannot read {file}: {}", words(fault)))
}

/// Hashes what passes.
#[derive(Clone)]
struct Hashed(Arc<Mutex<(Box<dyn Read + Send>, Sha256)>>);

impl Hashed {
    /// The hash of the whole input in hexadecimal, what nobody read of it included.
    fn finish(mut self) -> std::io::Result<String> {
        std::io::copy(&mut self, &mut std::io::sink())?;
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let digest = std::mem::take(&mut held.1).finalize();
        Ok(digest.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")))
    }
}

impl Read for Hashed {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let read = held.0.read(buffer)?;
        held.1.update(&buffer[..read]);
        Ok(read)
    }
}
