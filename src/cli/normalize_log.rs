//! `breachlint normalize` on a log of drafts: a canonical log, or its rows as drafts. What it writes is for the owner alone.

use std::fs::File;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::args::{Normalize, Notation, Shape};
use super::normalize_rows::{Rendered, balanced, rejects, settle_rejects};
use super::staged::{Access, Staged, scratch};
use super::{Error, output};
use crate::across::Across;
use crate::dataset::log::Drafts;
use crate::dataset::read::Input;
use crate::dataset::{Failure, Findings};
use crate::normalize::rows::Count;
use crate::normalize::rows::verify::first_difference;
use crate::normalize::{LogOutputs, LogTo, log_rows};

pub(super) fn run(arguments: &Normalize, name: &str, input: Input, as_of: NaiveDate) -> Result<bool, Error> {
    let to = to(arguments)?;
    let notes = input.notes.clone();
    let layout = input.layout.clone();
    let Some(drafts) = Drafts::of(input) else { return Ok(false) };
    let others = layout.extra().iter().filter(|extra| extra.dropped.is_none()).count();
    let path = arguments.output.clone().unwrap_or_else(|| PathBuf::from("-"));
    let mut data = Staged::open(&path, Access::Private)?;
    let mut changes = arguments.changes.as_deref().map(|path| Staged::open(path, Access::Private)).transpose()?;
    let reject_path = rejects(arguments);
    let mut refused = reject_path.as_deref().map(|path| Staged::open(path, Access::Private)).transpose()?;
    let mut nameless = scratch()?;
    let mut reports = arguments.report.iter().map(|(_, path)| Staged::open(path, Access::Private)).collect::<Result<Vec<_>, _>>()?;
    let count = {
        let mut writers: Vec<BufWriter<&mut File>> = reports.iter_mut().map(|report| BufWriter::new(report.file())).collect();
        let mut found = Rendered::new(arguments, &mut writers, as_of);
        let mut across = Across::new(Some(scratch));
        let wanted = !arguments.report.is_empty();
        if wanted {
            crate::normalize::about_log(&layout, as_of, &notes.take(), &mut found)?;
        }
        let mut outputs = LogOutputs {
            data: &mut BufWriter::new(data.file()),
            changes: changes.as_mut().map(|staged| staged.file() as &mut dyn Write),
            rejects: refused.as_mut().map_or(&mut nameless as &mut dyn Write, |staged| staged.file()),
            findings: wanted.then_some((&mut found as &mut dyn Findings, &mut across)),
        };
        let count = log_rows(name, drafts, as_of, to, &mut outputs).map_err(|failure| match failure {
            Failure::Read(error) => Error::Input(format!("cannot read {name}: {error}; nothing was written")),
            Failure::Write(error) => Error::Output(path.display().to_string(), error),
        })?;
        if wanted {
            found.end(count)?;
        }
        count
    };
    balanced(count)?;
    [Some(data), changes].into_iter().flatten().chain(reports).try_for_each(Staged::commit)?;
    settle_rejects(count, refused.map(|file| (file, arguments.rejects.is_some())), &mut nameless)?;
    say(count, to, others, reject_path.as_deref());
    Ok(count.rejected > 0)
}

fn to(arguments: &Normalize) -> Result<LogTo, Error> {
    if arguments.shape == Shape::Portal || arguments.spreadsheet {
        return Err(Error::Usage(
            "a log of drafts has its own columns, and is written for programs; leave --as and --spreadsheet away".to_owned(),
        ));
    }
    let by_name = arguments.output.as_deref().and_then(Path::extension).and_then(std::ffi::OsStr::to_str).map(str::to_ascii_lowercase);
    match (arguments.to, by_name.as_deref()) {
        (Some(Notation::Csv), _) | (None, None | Some("csv")) => Ok(LogTo::Csv),
        (Some(Notation::Yaml), _) | (None, Some("yaml" | "yml")) => Ok(LogTo::Yaml),
        (Some(Notation::Json), _) | (None, Some("json")) => Ok(LogTo::Json),
        (Some(_), _) | (None, Some(_)) => {
            Err(Error::Usage("a log of drafts is written as CSV, or its rows as drafts: use --to csv, yaml or json".to_owned()))
        }
    }
}

fn say(count: Count, to: LogTo, others: usize, rejects: Option<&Path>) {
    let Count { read, out, folded, rejected, changed, emptied, .. } = count;
    output::say(&format!(
        "breachlint: {read} rows in = {out} out + {folded} folded + {rejected} rejected; {changed} cells changed, {emptied} left empty"
    ));
    if to != LogTo::Csv && others > 0 {
        let columns = if others == 1 {
            "1 column answers no question of the form and stands".to_owned()
        } else {
            format!("{others} columns answer no question of the form and stand")
        };
        output::say(&format!("breachlint: {columns} in no draft"));
    }
    if let Some(path) = rejects.filter(|_| rejected > 0) {
        output::say(&format!("breachlint: the rejected rows stand as they were in {}", path.display()));
    }
}

/// Whether normalizing the log `input`, which is called `name` and opened once more as `there`, changes nothing.
pub(super) fn verify(name: &str, input: Input, mut there: File, as_of: NaiveDate) -> Result<bool, Error> {
    let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
    let Some(drafts) = Drafts::of(input) else { return Ok(false) };
    let mut again = scratch().map_err(failed)?;
    let count = {
        let mut data = BufWriter::new(&mut again);
        let mut outputs = LogOutputs { data: &mut data, changes: None, rejects: &mut std::io::sink(), findings: None };
        log_rows(name, drafts, as_of, LogTo::Csv, &mut outputs).map_err(|failure| match failure {
            Failure::Read(error) | Failure::Write(error) => failed(error),
        })?
    };
    again.seek(SeekFrom::Start(0)).map_err(failed)?;
    let (mut again, mut there) = (std::io::BufReader::new(again), std::io::BufReader::new(&mut there));
    if let Some(line) = first_difference(&mut again, &mut there).map_err(failed)? {
        output::say(&format!("breachlint: {name}:{line}: not in canonical form: normalizing it again would change it here"));
        return Ok(true);
    }
    output::say(&format!("breachlint: {name}: {} records in canonical form", count.out));
    Ok(false)
}
