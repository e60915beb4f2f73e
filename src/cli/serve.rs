//! `breachlint serve`: the address, its secret, the browser and Ctrl-C around the local page.

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};

use super::args::Serve;
use super::{Error, input, output};
use crate::serve::{Site, serve, stop_signal};

pub(super) fn run(arguments: &Serve) -> Result<bool, Error> {
    let failed = |error: std::io::Error| Error::Input(format!("cannot listen on 127.0.0.1, port {}: {error}", arguments.port));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port)).map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    let as_of = arguments.clock.as_of;
    let site = Site::new(port, token()?, move || as_of.unwrap_or_else(input::today));
    let address = site.address();
    let (stop, stopped) = stop_signal();
    ctrlc::set_handler(stop).map_err(|error| Error::Input(format!("cannot watch for Ctrl-C: {error}")))?;
    output::print(&format!("{address}\n"))?;
    output::say(
        "breachlint: open this address in a browser on this computer; it is the key to the page, so do not pass it on. Ctrl-C ends it.",
    );
    // Kept until the page is closed: the browser may be slow to start.
    let _way = if arguments.open { open(&address) } else { None };
    serve(listener, site, stopped).map_err(failed)?;
    Ok(false)
}

/// 128 random bits as text.
fn token() -> Result<String, Error> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| Error::Input(format!("this system gives no random numbers: {error}")))?;
    Ok(format!("{:032x}", u128::from_ne_bytes(random)))
}

/// Opens `address` in the browser, by way of a page that only this person can read: the arguments of a program are seen by all.
fn open(address: &str) -> Option<tempfile::TempPath> {
    let way = tempfile::Builder::new().prefix("breachlint-").suffix(".html").tempfile().and_then(|mut file| {
        write!(file, "<!doctype html><meta charset=utf-8><title>breachlint</title><meta http-equiv=refresh content=\"0; url={address}\">")?;
        file.flush()?;
        Ok(file.into_temp_path())
    });
    let started = way.and_then(|way| browser(&way).map(|()| way));
    started.inspect_err(|error| output::say(&format!("breachlint: no browser could be started ({error}); open the address yourself"))).ok()
}

fn browser(page: &Path) -> std::io::Result<()> {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    Command::new(program).arg(page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(drop)
}
