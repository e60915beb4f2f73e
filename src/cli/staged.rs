//! An output that is written beside its place and moved there when it is whole: a run that is cut short leaves the old file, or none.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use tempfile::{Builder, NamedTempFile};

use super::Error;
use super::early::Early;

/// Unfinished files, which an interrupted run takes away.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// The owner alone: it holds contact data.
    Private,
    /// As the file that it replaces; the owner alone, where there is none.
    AsBefore,
    /// Whom the umask lets: it holds what is public.
    Umask,
}

/// An output in the making.
#[derive(Debug)]
pub(super) struct Staged {
    target: PathBuf,
    access: Access,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// Beside the place where it goes. A symlink stays one: the file that it names is replaced.
    Beside(NamedTempFile),
    /// A device or pipe takes what is written and cannot be replaced.
    Through(File),
    /// Without a name, until all of it goes to standard output.
    Nameless(File),
}

impl Staged {
    /// Begins to write what will be at `path`; `-` is standard output.
    pub(super) fn open(path: &Path, access: Access) -> Result<Self, Error> {
        on_interrupt();
        let failed = |error| Error::Output(path.display().to_string(), error);
        let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        // `/dev/stdout` may lead to a file, which the shell holds open: it must not be replaced either.
        let special = ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder));
        let place = if path.as_os_str() == "-" {
            Place::Nameless(scratch().map_err(failed)?)
        } else if special || target.metadata().is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
            Place::Through(File::options().append(true).open(path).map_err(failed)?)
        } else {
            let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
            let mut builder = Builder::new();
            builder.prefix(".breachlint-");
            set_mode(&mut builder, access);
            let file = builder.tempfile_in(folder).map_err(failed)?;
            unfinished().push(file.path().to_owned());
            Place::Beside(file)
        };
        Ok(Self { target, access, place })
    }

    /// The file to write to.
    pub(super) fn file(&mut self) -> &mut File {
        match &mut self.place {
            Place::Beside(file) => file.as_file_mut(),
            Place::Through(file) | Place::Nameless(file) => file,
        }
    }

    /// Carries what is written to the disk as it comes; none where it does not stay in this file.
    pub(super) fn early(&self) -> io::Result<Option<Early>> {
        match &self.place {
            Place::Beside(file) => Early::new(file.as_file()).map(Some),
            Place::Through(_) | Place::Nameless(_) => Ok(None),
        }
    }

    /// Puts what was written in its place.
    pub(super) fn commit(self) -> Result<(), Error> {
        let failed = |error| Error::Output(self.target.display().to_string(), error);
        match self.place {
            Place::Through(_) => Ok(()),
            Place::Nameless(mut file) => {
                let mut out = io::stdout().lock();
                file.seek(SeekFrom::Start(0)).and_then(|_| io::copy(&mut file, &mut out)).and_then(|_| out.flush()).map_err(failed)
            }
            Place::Beside(file) => {
                let path = file.path().to_owned();
                file.as_file().sync_all().map_err(failed)?;
                if self.access == Access::AsBefore
                    && let Ok(before) = self.target.metadata()
                {
                    file.as_file().set_permissions(before.permissions()).map_err(failed)?;
                }
                file.persist(&self.target).map_err(|error| failed(error.error))?;
                forget(&path);
                Ok(())
            }
        }
    }
}

impl Write for Staged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file().flush()
    }
}

#[cfg(unix)]
fn set_mode(builder: &mut Builder<'_, '_>, access: Access) {
    use std::os::unix::fs::PermissionsExt;
    let mode = if access == Access::Umask { 0o666 } else { 0o600 };
    builder.permissions(std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn set_mode(_: &mut Builder<'_, '_>, _: Access) {}

/// A file without a name, in the folder for such files.
pub(super) fn scratch() -> io::Result<File> {
    tempfile::tempfile()
}

fn unfinished() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn forget(path: &Path) {
    unfinished().retain(|known| known != path);
}

/// Ctrl-C takes unfinished files away before it ends the run.
fn on_interrupt() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Where no handler can be set, the system's own ends the run, and an unfinished file stays beside the old one.
        let _ = ctrlc::set_handler(|| {
            for path in unfinished().drain(..) {
                let _ = std::fs::remove_file(path);
            }
            end();
        });
    });
}

/// 128 and the number of the signal, as shells say it.
#[expect(clippy::exit, reason = "a signal ends the run")]
fn end() -> ! {
    std::process::exit(130)
}
