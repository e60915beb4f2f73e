//! What every request shares: the address, the token, the day, and how much is worked on at a time.

use std::sync::Arc;

use axum::response::Response;
use chrono::NaiveDate;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::gate::Refused;
use super::{MOST_REQUESTS, body};

/// One running page.
pub struct Site {
    /// What a request may name as its host.
    pub(super) hosts: Vec<String>,
    /// The secret part of the address.
    pub(super) token: String,
    today: Box<dyn Fn() -> NaiveDate + Send + Sync>,
    requests: Arc<Semaphore>,
}

impl std::fmt::Debug for Site {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Site").field("hosts", &self.hosts).finish_non_exhaustive()
    }
}

impl Site {
    /// A page on `port` of this machine, whose address holds `token`. `today` tells the day on which drafts are judged.
    pub fn new(port: u16, token: String, today: impl Fn() -> NaiveDate + Send + Sync + 'static) -> Self {
        let mut hosts = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{port}")).to_vec();
        if port == 80 {
            // Browsers leave it out.
            hosts.extend(["127.0.0.1", "localhost"].map(str::to_owned));
        }
        Self { hosts, token, today: Box::new(today), requests: Arc::new(Semaphore::new(MOST_REQUESTS)) }
    }

    /// The address to open.
    pub fn address(&self) -> String {
        format!("http://{}/{}/", self.hosts[0], self.token)
    }

    pub(super) fn today(&self) -> NaiveDate {
        (self.today)()
    }

    /// The body of a request of at most `limit` bytes, and the right to work on it; refused where too much is in work already.
    pub(super) async fn take(&self, body: axum::body::Body, limit: usize) -> Result<Taken, Refused> {
        let Ok(permit) = self.requests.clone().try_acquire_owned() else {
            body::discard(body).await;
            return Err(Refused::Busy);
        };
        Ok(Taken { bytes: body::read(body, limit).await?, permit })
    }
}

/// A body that was read, and the right to work on it.
pub(super) struct Taken {
    bytes: Vec<u8>,
    permit: OwnedSemaphorePermit,
}

impl Taken {
    /// Runs `work` on the body, on a thread for such work.
    pub(super) async fn work(self, work: impl FnOnce(Vec<u8>) -> Response + Send + 'static) -> Result<Response, Refused> {
        let Self { bytes, permit } = self;
        let done = tokio::task::spawn_blocking(move || {
            let response = work(bytes);
            drop(permit);
            response
        });
        done.await.map_err(|_| Refused::Failed)
    }
}
