//! HTTP/1.1 around the desk.

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_TYPE, HOST, HeaderValue, LOCATION};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, oneshot};

use super::answer::{Asked, OWN, asked, mime};
use super::desk::{Found, Job};
use super::state::State;
use crate::disk::read_file;

/// More than the tabs that a person has open; beyond that a connection waits for another to end.
const CONNECTIONS: usize = 256;
/// Longer heads are refused, in bytes.
const HEAD: usize = 16 << 10;
/// A head that has not come in this time does not come.
const PATIENCE: Duration = Duration::from_secs(10);

struct Shared {
    jobs: mpsc::Sender<Job>,
    state: State,
    content: PathBuf,
}

/// Answers every connection until the process ends.
pub async fn serve(listener: TcpListener, jobs: mpsc::Sender<Job>, state: State, content: PathBuf) {
    let shared = Arc::new(Shared { jobs, state, content });
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
        // A connection that was broken off before it was taken is no reason to end.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            let service = service_fn(|request| {
                let shared = Arc::clone(&shared);
                async move { Ok::<_, Infallible>(answer(&request, &shared).await) }
            });
            let mut server = http1::Builder::new();
            server.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HEAD);
            // What goes wrong on a line concerns that line alone: the browser asks again.
            let _broken_off = server.serve_connection(TokioIo::new(stream), service).await;
            drop(place);
        });
    }
}

type Answer = Response<Full<Bytes>>;

async fn answer(request: &Request<Incoming>, shared: &Shared) -> Answer {
    let host = request.headers().get(HOST).and_then(|h| h.to_str().ok());
    let uri = request.uri();
    match asked(request.method().as_str(), host, uri.path(), uri.query()) {
        Asked::Refused(status) => refused(status),
        Asked::Own(kind, text) => bytes(200, kind, text.as_bytes().to_vec()),
        Asked::News(site, told) => {
            let news = shared.state.after(site, told).await;
            // Numbers and texts are always JSON.
            bytes(200, "application/json", serde_json::to_vec(&news).unwrap_or_default())
        }
        Asked::Site(address) => from_site(&address, uri.path(), shared).await,
    }
}

async fn from_site(address: &str, path: &str, shared: &Shared) -> Answer {
    let (sender, found) = oneshot::channel();
    if shared.jobs.send(Job::Find(address.to_owned(), sender)).is_err() {
        return refused(503);
    }
    match found.await {
        Ok(Found::Made(made, site)) => page(200, mime(address), made, site),
        Ok(Found::Unknown(made, site)) => page(404, mime(""), made, site),
        Ok(Found::Slash) => moved(&format!("{path}/")),
        Ok(Found::Evidence(path)) => evidence(&shared.content.join(&path), mime(&path)).await,
        Ok(Found::Failed(why, site)) => page(500, mime(""), bare(&why), site),
        Ok(Found::NoSite) => page(503, mime(""), bare(""), shared.state.now().site),
        Err(_) => refused(503),
    }
}

async fn evidence(path: &Path, kind: &'static str) -> Answer {
    let path = path.to_owned();
    match tokio::task::spawn_blocking(move || read_file(&path)).await {
        Ok(Ok(read)) => bytes(200, kind, read),
        _ => refused(404),
    }
}

/// A page of the site; one in HTML follows its files.
fn page(status: u16, kind: &'static str, mut made: Vec<u8>, site: u64) -> Answer {
    if kind.starts_with("text/html") {
        let follow = format!(
            "<link rel=\"stylesheet\" href=\"/{OWN}preview.css\"><script src=\"/{OWN}preview.js\" data-site=\"{site}\" defer></script>"
        );
        let at = made.windows(HEAD_END.len()).position(|w| w == HEAD_END).unwrap_or(0);
        made.splice(at..at, follow.into_bytes());
    }
    bytes(status, kind, made)
}

const HEAD_END: &[u8] = b"</head>";

/// A page of the preview's own, where the site has none to show.
fn bare(why: &str) -> Vec<u8> {
    let why = crate::md::escape::escape(why);
    format!("<!doctype html><html><head><meta charset=\"utf-8\"><title>gongkai</title></head><body><pre>{why}</pre></body></html>")
        .into_bytes()
}

fn moved(to: &str) -> Answer {
    let mut answer = bytes(308, "text/plain; charset=utf-8", Vec::new());
    if let Ok(to) = HeaderValue::from_str(to) {
        answer.headers_mut().insert(LOCATION, to);
    }
    answer
}

fn refused(status: u16) -> Answer {
    let code = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let mut answer = bytes(status, "text/plain; charset=utf-8", format!("{code}\n").into_bytes());
    if status == 405 {
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    answer
}

/// The policy of `docs/server.md`, and that a page may ask for news.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

fn bytes(status: u16, kind: &'static str, body: Vec<u8>) -> Answer {
    let mut answer = Response::new(Full::new(Bytes::from(body)));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cache-control", "no-store"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}
