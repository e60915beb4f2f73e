//! Standard streams, and files that are replaced whole or not at all.

use std::io::{IsTerminal, Write};
use std::path::Path;

use super::Error;
pub(super) use super::staged::Access;
use super::staged::Staged;

/// Says something to the person, beside the output.
#[expect(clippy::print_stderr, reason = "the one place that talks beside the output")]
pub(super) fn say(words: &str) {
    eprintln!("{words}");
}

/// Prints `text`; the command found nothing.
pub(super) fn print(text: &str) -> Result<bool, Error> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| Error::Output("standard output".to_owned(), error))?;
    Ok(false)
}

/// Writes `bytes` to `path`, whole or not at all.
pub(super) fn write(path: &Path, bytes: &[u8], access: Access) -> Result<(), Error> {
    let mut staged = Staged::open(path, access)?;
    staged.write_all(bytes).map_err(|error| Error::Output(path.display().to_string(), error))?;
    staged.commit()
}

/// A bar for people who wait, on a terminal only.
pub(super) struct Progress(Option<indicatif::ProgressBar>);

/// A bar for the rows of `name`.
pub(super) fn progress(name: &str) -> Progress {
    Progress(std::io::stderr().is_terminal().then(|| {
        let bar = indicatif::ProgressBar::new_spinner().with_message(crate::finding::safe_line(name));
        let style = indicatif::ProgressStyle::with_template("{spinner} {msg}: {human_pos} rows, {per_sec}, {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| indicatif::ProgressStyle::default_spinner()));
        bar
    }))
}

impl Progress {
    /// So many rows more.
    pub(super) fn rows(&self, rows: u64) {
        if let Some(bar) = &self.0 {
            bar.inc(rows);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// Whether to colour what goes to standard output.
pub(super) fn colour(choice: super::args::Colour, to_file: bool) -> bool {
    match choice {
        super::args::Colour::Always => true,
        super::args::Colour::Never => false,
        super::args::Colour::Auto => !to_file && !stands("NO_COLOR") && (is_set("CLICOLOR_FORCE") || std::io::stdout().is_terminal()),
    }
}

/// Whether an environment variable is set to something other than 0.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]
pub(super) fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0")
}

/// Whether an environment variable is there and not empty, whatever it says: how NO_COLOR is meant.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]
fn stands(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Columns of the terminal, between 60 and 120.
pub(super) fn width() -> usize {
    let columns = terminal_columns().unwrap_or(100);
    columns.clamp(60, 120)
}

#[expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]
fn terminal_columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok()
}
