//! The binary, serving; and a client that says exactly what it is told to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::run::command;

/// A page that runs until it is dropped.
pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) host: String,
    /// The path of the page, from slash to slash.
    pub(crate) home: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .find_map(|line| line.split_once(": ").filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value))
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

impl Server {
    /// A page that judges by 2026-03-01.
    pub(crate) fn start() -> Self {
        Self::run(&mut command(&["serve", "--as-of", "2026-03-01"]))
    }

    /// What `command` serves.
    pub(crate) fn run(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the page starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("an address");
        let address = line.trim().strip_prefix("http://").expect("an address");
        let (host, path) = address.split_once('/').expect("a path");
        Self { child, host: host.to_owned(), home: format!("/{path}") }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_mins(2))).expect("a limit");
        stream
    }

    /// Sends `head` (a request line and headers, without the empty line) and `body` as they are.
    pub(crate) fn raw(&self, head: &str, body: &[u8]) -> Answer {
        let mut stream = self.connect();
        // Where the head is refused, the body need not get through.
        let _ = stream.write_all(format!("{head}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len()).as_bytes());
        let _ = stream.write_all(body);
        answer(&mut stream)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.raw(&format!("GET {}{path} HTTP/1.1\r\nHost: {}", self.home, self.host), b"")
    }

    /// Posts as the page's own form does.
    pub(crate) fn post(&self, path: &str, kind: &str, body: &[u8]) -> Answer {
        let (home, host) = (&self.home, &self.host);
        let head = format!(
            "POST {home}{path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {kind}"
        );
        self.raw(&head, body)
    }

    pub(crate) fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.post(path, "application/x-www-form-urlencoded", body.as_bytes())
    }
}

/// Reads an answer to its end.
pub(crate) fn answer(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer");
    let text = String::from_utf8(bytes).expect("an answer in UTF-8");
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no head: {text:?}"));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    let mut body = body.to_owned();
    if head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
        let chunks: Vec<&str> = body.split("\r\n").collect();
        body = chunks.iter().skip(1).step_by(2).copied().collect();
    }
    Answer { status, head: head.to_owned(), body }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, as a test wants it to.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
