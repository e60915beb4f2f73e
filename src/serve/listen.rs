//! Connections: how many, how long each may take, and how they end when the page is closed.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::sync::{Semaphore, watch};

/// So many connections are held; others wait in the system's queue.
const CONNECTIONS: usize = 256;
/// In this time the head of a request must have come; an idle connection is closed after it.
const HEAD: Duration = Duration::from_secs(15);
/// So much of a request is held before its reader takes it.
const BUFFER: usize = 64 * 1024;
/// So long the answers under way may take when the page is closed.
const FAREWELL: Duration = Duration::from_secs(3);
/// A pause after a failed accept, such as for want of file handles.
const PAUSE: Duration = Duration::from_millis(50);

/// Closes the page when it is told; may be cloned.
#[derive(Debug, Clone)]
pub struct Stop(watch::Receiver<bool>);

/// Something to call that closes the page, and what waits for it.
pub fn stop_signal() -> (impl Fn() + Send + 'static, Stop) {
    let (sender, receiver) = watch::channel(false);
    let tell = move || {
        // Nobody waits for it any more where the page is closed already.
        let _ = sender.send(true);
    };
    (tell, Stop(receiver))
}

impl Stop {
    async fn told(&mut self) {
        if self.0.wait_for(|told| *told).await.is_err() {
            // Nobody can tell it any more.
            std::future::pending::<Infallible>().await;
        }
    }
}

/// Answers connections until `stop` is told.
pub(super) async fn listen(listener: TcpListener, router: Router, mut stop: Stop) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let ending = GracefulShutdown::new();
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(BUFFER);
    loop {
        let next = async {
            let place = room.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = stop.told() => break,
            next = next => next,
        };
        let Ok((stream, _)) = accepted else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let connection = server.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        let connection = ending.watch(connection);
        tokio::spawn(async move {
            // A browser that hangs up is no fault of ours.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(FAREWELL, ending.shutdown()).await;
    Ok(())
}
