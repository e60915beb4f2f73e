//! The command line: clap types and dispatch. The only stage that knows files, the environment, the clock and standard streams.

#[cfg(feature = "tables")]
mod annotate;
#[cfg(not(feature = "tables"))]
#[path = "unannotated.rs"]
mod annotate;
mod args;
mod attest;
mod baseline;
mod batch;
mod check;
mod deadlines;
mod diff;
mod diff_records;
mod early;
mod explain;
mod fix;
mod in_place;
mod input;
mod layout;
mod log;
mod new;
mod normalize;
mod normalize_log;
mod normalize_rows;
mod output;
mod project;
mod reading;
mod report;
mod rules;
#[cfg(feature = "web")]
mod serve;
mod staged;
mod trends;
mod verify;
mod worksheet;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

pub use args::Cli as Arguments;
use args::{Cli, Command};

/// Why a run could not do its work. Never about a report: that is a finding.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The request makes no sense: exit 2.
    #[error("{0}")]
    Usage(String),
    /// An input could not be read, or there was none: exit 3.
    #[error("{0}")]
    Input(String),
    /// An output could not be written: exit 3.
    #[error("cannot write {0}: {1}")]
    Output(String, std::io::Error),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Output("the output".to_owned(), error)
    }
}

impl Error {
    fn code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Input(_) | Self::Output(..) => 3,
        }
    }

    /// Whether the reader of our output has gone, as `head` does.
    fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(_, error) if error.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

/// Parses the command line, runs the command and gives the exit code: 0, 1 findings, 2 usage, 3 input or output.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match run(cli) {
        Ok(found) => ExitCode::from(u8::from(found)),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            output::say(&format!("breachlint: {error}"));
            ExitCode::from(error.code())
        }
    }
}

/// Runs a command; true where findings reach `--fail-on`.
fn run(cli: Cli) -> Result<bool, Error> {
    match cli.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::Normalize(arguments) => normalize::run(&arguments),
        Command::Attest(arguments) => attest::run(&arguments),
        Command::Baseline(args::Baseline::Update(arguments)) => baseline::update(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Trends(arguments) => trends::run(&arguments),
        Command::Deadlines(arguments) => deadlines::run(&arguments),
        Command::Worksheet(arguments) => worksheet::run(&arguments),
        Command::Layout(arguments) => layout::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        #[cfg(feature = "web")]
        Command::Serve(arguments) => serve::run(&arguments),
        #[cfg(not(feature = "web"))]
        Command::Serve(_) => Err(Error::Usage("this build of breachlint has no page; use one with the feature `web`".to_owned())),
        Command::Schema(arguments) => match arguments.editor {
            Some(args::Editor::Vscode) => {
                output::say("breachlint: write the schema with: breachlint schema > .vscode/breach-report.schema.json");
                output::print(VSCODE)
            }
            None => output::print(schema(arguments.which)),
        },
        Command::Completions { shell } => {
            let mut out = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "breachlint", &mut out);
            output::print(&String::from_utf8_lossy(&out))
        }
        Command::Man { command } => {
            let mut out = Vec::new();
            clap_mangen::Man::new(manual_of(command.as_deref())?).render(&mut out)?;
            output::print(&String::from_utf8_lossy(&out))
        }
    }
}

/// The command that a manual page is wanted of, under the name by which it is called.
fn manual_of(wanted: Option<&str>) -> Result<clap::Command, Error> {
    let mut all = Cli::command();
    let Some(wanted) = wanted else { return Ok(all) };
    all.build();
    let known: Vec<String> = all.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let Some(command) = all.find_subcommand(wanted) else {
        let near = crate::finding::nearest(wanted, known.iter().map(String::as_str)).map(|near| format!("; did you mean {near}?"));
        return Err(Error::Usage(format!("{wanted:?} is no command{}", near.unwrap_or_default())));
    };
    let name = format!("breachlint-{}", command.get_name());
    Ok(command.clone().display_name(name))
}

/// What Visual Studio Code wants to know; YAML needs the extension `redhat.vscode-yaml`.
const VSCODE: &str = r#"{
  "yaml.schemas": {
    ".vscode/breach-report.schema.json": ["*breach*.yaml", "*breach*.yml"]
  },
  "json.schemas": [
    { "fileMatch": ["*breach*.json"], "url": "./.vscode/breach-report.schema.json" }
  ]
}
"#;

fn schema(which: args::Which) -> &'static str {
    match which {
        args::Which::Report => crate::schema::REPORT,
        args::Which::Record => crate::schema::RECORD,
        args::Which::Findings => crate::schema::FINDINGS,
        args::Which::Changes => crate::schema::CHANGES,
        args::Which::Config => crate::schema::CONFIG,
        args::Which::Diff => crate::schema::DIFF,
        args::Which::Trends => crate::schema::TRENDS,
        args::Which::Deadlines => crate::schema::DEADLINES,
        args::Which::RecordsDiff => crate::schema::RECORDS_DIFF,
    }
}
