//! `breachlint deadlines`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{Clock, Input, Settings};
use super::input::{self, Loaded};
use super::project::Project;
use super::reading::{self, Reading};
use super::{Error, log, output};
use crate::calendar::Gathering;
use crate::dataset::read;
use crate::render::{self, CalendarFormat};

#[derive(Debug, Args)]
pub(super) struct Deadlines {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    clock: Clock,
    /// How to show them
    #[arg(long, value_enum, default_value = "text")]
    format: CalendarFormat,
    /// Write to FILE instead of standard output. It gets mode 0600: it names covered entities
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

/// Runs the command; true where a report lacks a clock that it should have.
pub(super) fn run(arguments: &Deadlines) -> Result<bool, Error> {
    let project = Project::open(&arguments.settings, &arguments.clock, &arguments.input.paths)?;
    let mut inputs = input::list(&arguments.input, &project.config, |path| project.below_root(path))?;
    let reading = reading::options(&arguments.reading, &project.config, project.as_of)?;
    let mut gathering = Gathering::new(project.as_of);
    let mut refused = 0;
    for file in &mut inputs {
        if let Err(error) = take(file, &project, &reading, &mut gathering) {
            refused += 1;
            output::say(&format!("breachlint: {error}"));
        }
    }
    let all_read = inputs.finish();
    let calendar = gathering.finish();
    if calendar.reports > 0 {
        let mut out = Vec::new();
        render::calendar(&calendar, arguments.format, &mut out)?;
        match &arguments.output {
            Some(path) => output::write(path, &out, output::Access::Private)?,
            None => {
                output::print(&String::from_utf8_lossy(&out))?;
            }
        }
    }
    all_read?;
    match refused {
        0 if calendar.reports == 0 => Err(Error::Input("nothing to reckon: no report was found".to_owned())),
        0 => Ok(calendar.is_lacking()),
        1 => Err(Error::Input("1 input has no deadlines that could be read".to_owned())),
        refused => Err(Error::Input(format!("{refused} inputs have no deadlines that could be read"))),
    }
}

fn take(file: Loaded, project: &Project, reading: &read::Options, gathering: &mut Gathering) -> Result<(), Error> {
    let known_as = known(project, &file.known_as());
    if !file.is_dataset() {
        gathering.draft(&file.source, &known_as);
        return Ok(());
    }
    let name = file.source.name().to_owned();
    for draft in log::drafts(file, reading)? {
        gathering.row(&log::row(&name, draft)?, &name, &known_as);
    }
    Ok(())
}

/// The path of a file as it is the same from wherever the command is run.
fn known(project: &Project, path: &Path) -> String {
    project.below_root(path).unwrap_or_else(|| path.display().to_string().replace('\\', "/"))
}
