//! `breachlint worksheet`.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{Clock, Settings};
use super::input::{self, Loaded};
use super::project::Project;
use super::reading::{self, Reading};
use super::staged::{Access, Staged};
use super::{Error, log, output};
use crate::check;
use crate::dataset::read;
use crate::finding::safe_line;
use crate::render::{Totals, WorksheetFormat, Worksheets};
use crate::source::Source;
use crate::worksheet::sheets;

#[derive(Debug, Args)]
pub(super) struct Worksheet {
    /// A draft, or a log of drafts, each row of which gets a sheet; `-` is standard input
    #[arg(value_name = "DRAFT")]
    path: PathBuf,
    /// What standard input is called; its ending tells YAML, JSON and CSV apart
    #[arg(long, value_name = "NAME", default_value = "stdin.yaml")]
    stdin_filename: String,
    /// Write to FILE, which ends in .html or .md, instead of Markdown to standard output. It gets mode 0600: it shows contact answers
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    reading: Reading,
}

/// Runs the command; true where findings reach the configured severity, as `check` has it.
pub(super) fn run(arguments: &Worksheet) -> Result<bool, Error> {
    let format = format(arguments.output.as_deref())?;
    if let Some(path) = &arguments.output
        && path.canonicalize().is_ok_and(|path| arguments.path.canonicalize().is_ok_and(|input| input == path))
    {
        return Err(Error::Usage(format!("{} is the draft; a worksheet would replace it", path.display())));
    }
    let mut project = Project::open(&arguments.settings, &arguments.clock, std::slice::from_ref(&arguments.path))?;
    let reading = reading::options(&arguments.reading, &project.config, project.as_of)?;
    let file = if arguments.path.as_os_str() == "-" { input::stdin(&arguments.stdin_filename) } else { input::read(&arguments.path) }?;
    let place = arguments.output.clone().unwrap_or_else(|| "-".into());
    let mut out = BufWriter::new(Staged::open(&place, Access::Private)?);
    let mut totals = Totals::default();
    write(file, &mut project, &reading, format, &mut totals, &mut out)?;
    out.into_inner().map_err(std::io::IntoInnerError::into_error)?.commit()?;
    if let Some(path) = &arguments.output {
        let sheets = if totals.reports == 1 { "1 sheet".to_owned() } else { format!("{} sheets", totals.reports) };
        let (errors, warnings) = (totals.errors, totals.warnings);
        let path = safe_line(&path.display().to_string());
        output::say(&format!("breachlint: {sheets} in {path}: {errors} to fix, {warnings} to verify. It shows contact answers."));
    }
    Ok(totals.reach(project.fail_on(None)))
}

fn format(path: Option<&Path>) -> Result<WorksheetFormat, Error> {
    let Some(path) = path else { return Ok(WorksheetFormat::Markdown) };
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" => Ok(WorksheetFormat::Html),
        "md" | "markdown" => Ok(WorksheetFormat::Markdown),
        _ => Err(Error::Usage(format!("-o {}: a worksheet ends in .html or .md", path.display()))),
    }
}

fn write(
    file: Loaded,
    project: &mut Project,
    reading: &read::Options,
    format: WorksheetFormat,
    totals: &mut Totals,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let settings = check::Settings { as_of: project.as_of };
    let engine = project.draft_engine(&file.known_as());
    let name = file.source.name().to_owned();
    let nothing = || Error::Input(format!("{name} holds no report that could be read; `breachlint check` says why"));
    if !file.is_dataset() {
        let outcome = check::check(file.source, &engine, &settings);
        let sheets = sheets(&outcome);
        if sheets.is_empty() {
            return Err(nothing());
        }
        totals.add(&outcome);
        let mut worksheets = Worksheets::begin(format, &name, project.as_of, sheets.len() > 1, out)?;
        for sheet in &sheets {
            worksheets.sheet(sheet)?;
        }
        return Ok(worksheets.end()?);
    }
    // What a log has no column for is still asked by the portal: each row is held to the whole form.
    let drafts = log::drafts(file, reading)?;
    let mut worksheets = Worksheets::begin(format, &name, project.as_of, true, out)?;
    for draft in drafts {
        let draft = log::row(&name, draft)?;
        let source = Source::decode("row.json", draft.text.into_bytes());
        let outcome = check::check(source, &engine, &settings);
        totals.add(&outcome);
        for mut sheet in sheets(&outcome) {
            (sheet.file, sheet.report, sheet.line) = (name.clone(), draft.row, Some(draft.place));
            worksheets.sheet(&sheet)?;
        }
    }
    if totals.reports == 0 {
        return Err(nothing());
    }
    Ok(worksheets.end()?)
}
