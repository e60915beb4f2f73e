//! The clap types: every command and option, with the help that teaches them.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::deadlines::Deadlines;
use super::reading::Reading;
use super::report::Report;
use super::trends::Trends;
use super::worksheet::Worksheet;
use crate::finding::Severity;
use crate::render::{DiffFormat, Format};

/// Checks draft HIPAA breach reports before they are filed with HHS OCR.
///
/// breachlint reads a draft in YAML or JSON, a log of small breaches or a list of posted ones, says what must be fixed before filing and what
/// to verify, where, why and by which law, and when the filing is due. Nothing leaves this machine. It is not legal advice.
#[derive(Debug, Parser)]
#[command(name = "breachlint", version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "Exit codes:
  0  nothing at or above --fail-on was found
  1  findings at or above --fail-on (fix --diff: something would change; diff: something changed;
     deadlines: a report has no clock)
  2  the command line makes no sense
  3  an input could not be read, an output could not be written, or there was nothing to check

Start with:
  breachlint new -o draft.yaml      write a draft to fill in
  breachlint check draft.yaml       see what stands in the way of filing it";

// Only the command that is run is looked at: the options of the others would take longer to list than a draft to check.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(super) enum Command {
    /// Check drafts (YAML, JSON), logs of breaches, or lists such as the portal's export
    Check(Check),
    /// Apply the fixes that `check` offers, in place
    Fix(Fix),
    /// Write drafts, or the rows of datasets, in one canonical form
    Normalize(Normalize),
    /// Put on record that a person has verified a finding
    Attest(Attest),
    /// Work with the findings that were there before
    #[command(subcommand)]
    Baseline(Baseline),
    /// Show what changed between two drafts, or between two exports of the public list
    Diff(Diff),
    /// List every clock of drafts and logs, the most urgent first; also for a calendar
    Deadlines(Deadlines),
    /// Write a draft or the rows of a log as it is keyed into the portal, screen by screen
    Worksheet(Worksheet),
    /// Show what a dataset is recognised as: its notation, columns and dates, and why
    Layout(Layout),
    /// Count reports over the years, and test what rises or falls
    Trends(Trends),
    /// List every rule
    Rules(Rules),
    /// Show a rule's page, or the rules that rest on a paragraph such as 164.408
    Explain(Explain),
    /// Write a commented draft to fill in
    New(New),
    /// Fill in and check a draft in the browser, on this computer alone
    Serve(Serve),
    /// Print a JSON Schema, or the settings that make an editor use it
    Schema(SchemaArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, of breachlint or of one of its commands
    Man {
        /// The command
        command: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Input {
    /// Drafts, exports or folders; `-` is standard input. Folders are searched for drafts the way git would see them
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// What standard input is called in findings; its ending tells YAML, JSON and CSV apart
    #[arg(long, value_name = "NAME", default_value = "stdin.yaml")]
    pub(super) stdin_filename: String,
}

#[derive(Debug, Args)]
pub(super) struct Settings {
    /// The configuration, instead of the breachlint.toml that stands above the inputs
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Use no configuration and no attestations
    #[arg(long, conflicts_with = "config")]
    pub(super) isolated: bool,
}

#[derive(Debug, Args)]
pub(super) struct Clock {
    /// The day on which drafts are judged, instead of today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(super) as_of: Option<NaiveDate>,
}

pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    crate::report::date::canonical(text).ok_or_else(|| "not a day of the calendar, written YYYY-MM-DD".to_owned())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Level {
    /// Must be fixed
    Error,
    /// To verify
    Warning,
    /// To know
    Advice,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Advice => Self::Advice,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Exit 1 on anything that must be fixed
    Error,
    /// Exit 1 on anything to verify, too
    Warning,
    /// Exit 1 on anything at all
    Advice,
    /// Never exit 1
    Never,
}

impl From<FailOn> for Option<Severity> {
    fn from(fail_on: FailOn) -> Self {
        match fail_on {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Advice => Some(Severity::Advice),
            FailOn::Never => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Args)]
pub(super) struct Threads {
    /// Threads that work on the rows of a dataset, instead of one for each processor. The output is the same for any number
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl Threads {
    pub(super) fn threads(&self) -> usize {
        self.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }
}

#[derive(Debug, Args)]
// `check --show-config` needs no path.
#[command(mut_arg("paths", |path| path.required(false).required_unless_present("show_config")))]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    pub(super) pace: Threads,
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(flatten)]
    pub(super) clock: Clock,
    /// Print the configuration in force and check nothing
    #[arg(long)]
    pub(super) show_config: bool,
    /// Let only what is not in FILE decide the exit code; see `breachlint baseline update`
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// How to report
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
    /// Write the report to FILE instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Write a further report of the same run to FILE, such as `sarif=findings.sarif`; may be given several times
    #[arg(long, value_name = "FORMAT=FILE")]
    pub(super) report: Vec<Report>,
    /// Write a copy of the workbook that is checked to FILE.xlsx, with notes and colors at the cells concerned and a sheet of findings.
    /// It holds every value and no formula, and has mode 0600
    #[arg(long, value_name = "FILE", conflicts_with_all = ["fix", "previous", "twin"])]
    pub(super) annotate: Option<PathBuf>,
    /// From which severity on the exit code is 1; by default error
    #[arg(long, value_enum)]
    pub(super) fail_on: Option<FailOn>,
    /// From which severity on findings are shown; text shows warnings and errors, the other formats everything
    #[arg(long, value_enum)]
    pub(super) min_severity: Option<Level>,
    /// Show contact answers and text that looks like PHI instead of masking them
    #[arg(long)]
    pub(super) show_values: bool,
    /// When to colour
    #[arg(long, value_enum, default_value = "auto")]
    pub(super) color: Colour,
    /// The report to which the draft adds: an addendum is compared with it
    #[arg(long, value_name = "FILE", conflicts_with = "fix")]
    pub(super) previous: Option<PathBuf>,
    /// The report of the same incident on the other form (HIPAA, Part 2) or by the other party (business associate, covered entity)
    #[arg(long, value_name = "FILE", conflicts_with = "fix")]
    pub(super) twin: Vec<PathBuf>,
    /// Apply safe fixes first, then report what is left
    #[arg(long)]
    pub(super) fix: bool,
    /// With --fix: apply fixes that rest on a likely reading, too
    #[arg(long, requires = "fix")]
    pub(super) unsafe_fixes: bool,
}

#[derive(Debug, Args)]
pub(super) struct Fix {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(flatten)]
    pub(super) clock: Clock,
    /// Print a unified diff and change nothing; exit 1 if something would change
    #[arg(long)]
    pub(super) diff: bool,
    /// Apply fixes that rest on a likely reading, too
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
}

#[derive(Debug, Args)]
pub(super) struct Attest {
    /// The draft
    #[arg(value_name = "FILE")]
    pub(super) path: PathBuf,
    /// The rule whose finding was verified, such as BR412
    #[arg(value_name = "CODE")]
    pub(super) code: String,
    /// Who verified it
    #[arg(long, value_name = "NAME")]
    pub(super) by: String,
    /// Why the finding may stand
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: String,
    /// Only the finding at this path in the report, such as breach.location
    #[arg(long, value_name = "PATH")]
    pub(super) field: Option<String>,
    /// The last day on which it holds; without it, until a value changes
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(super) until: Option<NaiveDate>,
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(flatten)]
    pub(super) clock: Clock,
}

#[derive(Debug, Subcommand)]
pub(super) enum Baseline {
    /// Write what is found now, so that `check --baseline` tells what is new
    Update(BaselineUpdate),
}

#[derive(Debug, Args)]
pub(super) struct BaselineUpdate {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(flatten)]
    pub(super) clock: Clock,
    /// The baseline to write; one that is there keeps its key
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Notation {
    /// Drafts: YAML that every reader, old and new, reads alike
    Yaml,
    /// JSON; of a dataset, an array of records
    Json,
    /// Datasets: CSV
    Csv,
    /// Datasets: one JSON record a line
    Ndjson,
    /// Datasets: Parquet with typed columns, in builds with the feature `parquet`
    Parquet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shape {
    /// Canonical names, ISO dates, an id and the source of each record
    Canonical,
    /// The portal's own header and dates
    Portal,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Normalize {
    /// A draft, a log of drafts, or datasets, which are joined; `-` is standard input
    #[arg(value_name = "IN", required_unless_present = "verify")]
    pub(super) paths: Vec<PathBuf>,
    /// Datasets: check that FILE is in canonical form, and that every change of the log named by --changes stands in it; writes nothing
    #[arg(long, value_name = "FILE", conflicts_with_all = ["paths", "output", "rejects", "report", "in_place", "check"])]
    pub(super) verify: Option<PathBuf>,
    /// What standard input is called; its ending tells drafts and datasets apart
    #[arg(long, value_name = "NAME", default_value = "stdin.yaml")]
    pub(super) stdin_filename: String,
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(flatten)]
    pub(super) clock: Clock,
    #[command(flatten)]
    pub(super) pace: Threads,
    #[command(flatten)]
    pub(super) reading: Reading,
    /// Rewrite each draft where it is. A draft with comments is left alone, because the canonical form has none
    #[arg(long, conflicts_with_all = ["output", "to"])]
    pub(super) in_place: bool,
    /// With --in-place: rewrite drafts with comments, too, and lose the comments
    #[arg(long, requires = "in_place")]
    pub(super) drop_comments: bool,
    /// Write nothing; exit 1 and name the drafts that are not in canonical form
    #[arg(long, conflicts_with_all = ["output", "to", "in_place", "changes"])]
    pub(super) check: bool,
    /// Write to FILE instead of standard output. A draft gets mode 0600: it holds contact data
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// The notation to write; by default that of a draft, and CSV or what the ending of FILE says of a dataset. A log becomes CSV, YAML or JSON
    #[arg(long, value_enum)]
    pub(super) to: Option<Notation>,
    /// Datasets: which columns to write
    #[arg(long = "as", value_enum, default_value = "canonical")]
    pub(super) shape: Shape,
    /// Datasets: put an apostrophe in front of cells that a spreadsheet would take for a formula. For people; programs read it as text
    #[arg(long)]
    pub(super) spreadsheet: bool,
    /// Write every changed answer to FILE, one JSON object a line. It holds values; that of a draft has mode 0600
    #[arg(long, value_name = "FILE")]
    pub(super) changes: Option<PathBuf>,
    /// Datasets: write rows without a canonical form to FILE, as they stood, with the codes of what is wrong; by default beside the output
    #[arg(long, value_name = "FILE")]
    pub(super) rejects: Option<PathBuf>,
    /// Datasets: also write what `check` would say, such as json=findings.json. May be repeated
    #[arg(long, value_name = "FORMAT=FILE", value_parser = super::normalize_rows::report)]
    pub(super) report: Vec<(Format, PathBuf)>,
}

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The earlier state
    pub(super) old: PathBuf,
    /// The later state; its configuration holds for both
    pub(super) new: PathBuf,
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(flatten)]
    pub(super) clock: Clock,
    /// How to show it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: DiffFormat,
    /// Write to FILE instead of standard output. That of drafts has mode 0600: it holds answers
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Drafts: show contact answers and text that looks like PHI instead of masking them
    #[arg(long)]
    pub(super) show_values: bool,
    #[command(flatten)]
    pub(super) pace: Threads,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// A table
    Text,
    /// JSON
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Layout {
    /// An export, in any notation; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(super) path: PathBuf,
    /// What standard input is called
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub(super) stdin_filename: String,
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) settings: Settings,
    #[command(flatten)]
    pub(super) clock: Clock,
    /// How to show it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: ListFormat,
}

#[derive(Debug, Args)]
pub(super) struct Rules {
    /// How to list
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: ListFormat,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// A code (BR205), a rule's name, or a citation (164.408)
    #[arg(value_name = "CODE|CITATION")]
    pub(super) what: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FilerArg {
    /// A covered entity for itself
    CoveredEntity,
    /// A business associate for one or more covered entities
    BusinessAssociate,
    /// A covered entity whose business associate had the breach
    CoveredEntityForBusinessAssociate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AffectedArg {
    /// 500 individuals or more
    #[value(name = "500-or-more")]
    FiveHundredOrMore,
    /// Fewer than 500
    #[value(name = "fewer-than-500")]
    FewerThanFiveHundred,
}

#[derive(Debug, Args)]
pub(super) struct New {
    /// Who files
    #[arg(long, value_enum, default_value = "covered-entity")]
    pub(super) filer: FilerArg,
    /// How many individuals are affected
    #[arg(long, value_enum, default_value = "500-or-more")]
    pub(super) affected: AffectedArg,
    /// Write to FILE, which must not exist yet, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Write an empty log for many drafts, one a row, to FILE: .xlsx with drop-down lists, or .csv
    #[arg(long, value_name = "FILE", conflicts_with_all = ["output", "filer", "affected"])]
    pub(super) log: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Which {
    /// A draft report
    Report,
    /// A canonical public record
    Record,
    /// The output of check --format json
    Findings,
    /// One line of normalize --changes
    Changes,
    /// The output of diff --format json for two drafts
    Diff,
    /// The output of trends --format json
    Trends,
    /// The output of deadlines --format json
    Deadlines,
    /// The output of diff --format json for two exports
    RecordsDiff,
    /// breachlint.toml
    Config,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Editor {
    /// Visual Studio Code: what goes into .vscode/settings.json
    Vscode,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The port on 127.0.0.1; 0 takes one that is free
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(super) port: u16,
    /// Open the page in the browser
    #[arg(long)]
    pub(super) open: bool,
    #[command(flatten)]
    pub(super) clock: Clock,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Which schema
    #[arg(value_enum, default_value = "report")]
    pub(super) which: Which,
    /// Print settings for an editor that make it use the schema, instead of the schema
    #[arg(long = "for", value_enum, value_name = "EDITOR", conflicts_with = "which")]
    pub(super) editor: Option<Editor>,
}
