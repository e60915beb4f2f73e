//! The local page: a form in the portal's order and a small API, on the loopback address only. Knows no file and no clock: both come from `cli`.
//!
//! Nothing is stored: a posted form is answered and forgotten, and whoever wants to keep a draft downloads it.

mod api;
mod assets;
mod body;
mod downloads;
mod examine;
mod form;
mod gate;
mod listed;
mod listen;
mod opened;
mod page;
mod routes;
mod site;

pub use listen::{Stop, stop_signal};
pub use routes::routes;
pub use site::Site;

use std::io;
use std::net::TcpListener;
use std::sync::Arc;

/// The description of the API, in OpenAPI 3.1.
pub const OPENAPI: &str = include_str!("../../schemas/openapi.json");

/// The largest form, and the largest body of a call of the API, in bytes.
pub const LARGEST_FORM: usize = 1024 * 1024;
/// The largest file that is dropped on the page, in bytes.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;
/// So many requests that carry a body are worked on at a time; more are answered with 429.
pub const MOST_REQUESTS: usize = 16;

/// Serves `site` on `listener` until `stop` is told. Each processor works on one request at a time.
pub fn serve(listener: TcpListener, site: Site, stop: Stop) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(workers).build()?;
    let served = runtime.block_on(listen::listen(listener, routes::router(Arc::new(site)), stop));
    // What somebody still waits for after the stop is given up.
    runtime.shutdown_background();
    served
}
