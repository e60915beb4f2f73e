//! How much is borne: many large requests at once, slow ones, and the end.

use std::io::Write;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use crate::server::{Answer, Server, answer};
use crate::support::run::base;

/// A draft of `size` bytes: a real one with a description of 100 kB, and comments.
fn draft(size: usize) -> String {
    let full = base("full");
    let (head, tail) = full.split_once("  safeguards:").expect("safeguards");
    let sentence = "    The practice reviewed the mailbox and found that the intruder had read letters of 2026-01-13.\n";
    let mut text = format!("{head}{}  safeguards:{tail}", sentence.repeat(1000));
    while text.len() < size {
        text.push_str("# Reviewed and found to be in order.\n");
    }
    text.truncate(size);
    text
}

/// The most memory that the page has had, in MiB; none where the system does not say.
fn peak(server: &Server) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}

fn flood(server: &Server, count: usize, body: &str) -> Vec<Answer> {
    let together = Arc::new(Barrier::new(count));
    thread::scope(|scope| {
        let threads: Vec<_> = (0..count)
            .map(|_| {
                let together = together.clone();
                scope.spawn(move || {
                    let mut stream = server.connect();
                    let head = format!(
                        "POST {}api/check HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
                        server.home,
                        server.host,
                        body.len()
                    );
                    stream.write_all(head.as_bytes()).expect("a head");
                    let (first, rest) = body.as_bytes().split_at(body.len() / 2);
                    stream.write_all(first).expect("the first half");
                    // All of them are in flight before any is whole.
                    together.wait();
                    stream.write_all(rest).expect("the second half");
                    answer(&mut stream)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("an answer")).collect()
    })
}

#[test]
fn two_hundred_requests_of_a_megabyte_take_bounded_memory() {
    let server = Server::start();
    let body = draft(1_000_000);
    let before = peak(&server);
    let begun = Instant::now();
    let answers = flood(&server, 200, &body);
    let count = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
    println!("{} answered, {} told to come again, in {:.1} s", count(200), count(429), begun.elapsed().as_secs_f32());
    assert_eq!(count(200) + count(429), 200, "nothing else");
    assert!(count(200) >= breachlint::serve::MOST_REQUESTS, "those that came first are answered");
    for answer in &answers {
        if answer.status == 200 {
            assert_eq!(answer.json()["summary"]["reports"], 1);
        } else {
            assert_eq!(answer.header("retry-after"), Some("1"));
        }
    }
    match (before, peak(&server)) {
        (Some(before), Some(after)) => {
            println!("memory: {before} MiB before, {after} MiB at the most");
            assert!(after < 400, "{after} MiB");
        }
        _ => println!("memory: this system does not say how much"),
    }
    assert_eq!(server.get("").status, 200, "it still serves");
}

#[test]
fn what_is_too_large_is_refused_and_the_sender_hears_it() {
    let server = Server::start();
    let too_large = vec![b'#'; breachlint::serve::LARGEST_FORM + 1];
    for path in ["api/check", "api/normalize", "download/draft", ""] {
        assert_eq!(server.post(path, "text/plain", &too_large).status, 413, "{path}");
    }
    assert_eq!(server.post("api/check", "text/plain", &too_large[1..]).status, 200, "at the limit");
    assert_eq!(server.post("open?name=a.yaml", "application/octet-stream", &too_large).status, 200, "a file may be larger");
    assert_eq!(server.post("open?name=a.yaml", "application/octet-stream", &vec![b'#'; breachlint::serve::LARGEST_FILE + 1]).status, 413);
}

#[test]
fn small_files_that_mean_much_take_bounded_memory() {
    let server = Server::start();
    let header = "covered_entity.name,breach.type,breach.discovery_start_date\n";
    let rows = format!("{header}{}", "A,Loss,2026-01-20\n".repeat(20_000));
    let reports = "---\nbreach: {type: Loss}\n".repeat(1_500);
    let list = format!("covered_entity,individuals_affected,breach_type\n{}", "A,1,Cyberattack\n".repeat(50_000));
    let aliases = format!("a: &a [{}]\nb: [{}]\n", "x,".repeat(1000), "*a,".repeat(10_000));
    for (path, body, wanted) in [
        ("open?name=log.csv", &rows, 200),
        ("open?name=many.yaml", &reports, 200),
        ("open?name=aliases.yaml", &aliases, 200),
        ("api/check?name=list.csv", &list, 413),
    ] {
        let begun = Instant::now();
        let answer = server.post(path, "application/octet-stream", body.as_bytes());
        println!("{path}: {} after {:.1} s, {:?} MiB", answer.status, begun.elapsed().as_secs_f32(), peak(&server));
        assert_eq!(answer.status, wanted, "{path}");
        assert!(answer.body.len() < 17 * 1024 * 1024, "{path}");
    }
    assert!(peak(&server).is_none_or(|peak| peak < 600), "{:?} MiB", peak(&server));
}

#[test]
fn a_slow_sender_holds_up_nobody() {
    let server = Server::start();
    let mut slow: Vec<_> = (0..40).map(|_| server.connect()).collect();
    for stream in &mut slow {
        stream.write_all(b"POST /").expect("a beginning");
    }
    let begun = Instant::now();
    assert_eq!(server.get("").status, 200);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_quietly() {
    let mut server = Server::start();
    let idle = server.connect();
    let pid = server.child.id().to_string();
    let told = std::process::Command::new("kill").args(["-INT", &pid]).status().expect("kill");
    assert!(told.success());
    let begun = Instant::now();
    let ended = loop {
        if let Some(status) = server.child.try_wait().expect("a child") {
            break status;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "it goes on");
        thread::sleep(Duration::from_millis(20));
    };
    assert_eq!(ended.code(), Some(0));
    drop(idle);
}
