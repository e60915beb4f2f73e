//! Bodies of requests: read up to a limit, in a limited time. What is not wanted is read all the same, so that the sender sees the answer.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};

use super::gate::Refused;

/// In this time a body must have come.
const TIME: Duration = Duration::from_secs(30);
/// So much of an unwanted body is read; then the connection is cut.
const PATIENCE: usize = 32 * 1024 * 1024;

/// The whole of `body`, if it has at most `limit` bytes.
pub(super) async fn read(mut body: Body, limit: usize) -> Result<Vec<u8>, Refused> {
    let whole = tokio::time::timeout(TIME, async {
        let mut bytes = Vec::new();
        while let Some(piece) = next(&mut body).await? {
            if bytes.len() + piece.len() > limit {
                drop(bytes);
                discard(body).await;
                return Err(Refused::TooLarge(limit));
            }
            bytes.extend_from_slice(&piece);
        }
        Ok(bytes)
    });
    whole.await.unwrap_or(Err(Refused::Slow))
}

/// Reads `body` and keeps nothing.
pub(super) async fn discard(mut body: Body) {
    let mut seen = 0;
    let all = tokio::time::timeout(TIME, async {
        while let Ok(Some(piece)) = next(&mut body).await {
            seen += piece.len();
            if seen > PATIENCE {
                break;
            }
        }
    });
    // Whether or not it ended in time, the answer is the same.
    let _ = all.await;
}

/// The next piece; none at the end.
async fn next(body: &mut Body) -> Result<Option<Bytes>, Refused> {
    loop {
        match poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await {
            None => return Ok(None),
            Some(Err(_)) => return Err(Refused::Broken),
            Some(Ok(frame)) => {
                if let Ok(piece) = frame.into_data() {
                    return Ok(Some(piece));
                }
            }
        }
    }
}
