//! The preview: a site in memory that follows its files. Each page is made when a browser asks for it, from the last record
//! that had no error, and reloads itself after an edit.

mod answer;
mod desk;
mod http;
mod state;
mod watch;

use std::path::Path;
use std::sync::mpsc;
use std::{io, thread};

use chrono::NaiveDate;
use tokio::net::TcpListener;

use crate::site::Failed;
use crate::theme::Theme;
pub use desk::Good;
use desk::Job;
use state::State;

/// Everything that a preview needs of those who know the files and the language.
pub struct Preview<'p> {
    /// Its root: `content/` and `themes/` below it are watched.
    pub root: &'p Path,
    /// The as-of date.
    pub day: NaiveDate,
    /// Reads everything anew.
    pub look: &'p mut (dyn FnMut() -> Look<'p> + Send),
    /// Says why a site could not be planned or a page not be made.
    pub tell: &'p (dyn Fn(&Failed, &Theme) -> String + Sync),
}

/// What a look at the files gave.
pub struct Look<'p> {
    /// The site, where nothing is wrong.
    pub good: Option<Good>,
    /// Every finding in words; empty where there is none.
    pub problems: String,
    /// Reads the record as a proof-reader, which takes longer: every finding of that as well.
    pub review: Option<Review<'p>>,
}

/// What a review finds, in words, for as long as what it is given says that it is wanted; `None` where it was broken off.
pub type Review<'p> = Box<dyn FnOnce(Wanted<'_>) -> Option<String> + 'p>;

/// Whether what is being found out is still wanted.
pub type Wanted<'w> = &'w (dyn Fn() -> bool + Sync);

/// A server that has its port, and waits for a preview to serve.
pub struct Server {
    runtime: tokio::runtime::Runtime,
    listener: TcpListener,
}

impl Server {
    /// Takes a port of an address of this machine; port 0 is any that is free.
    pub fn bind(host: core::net::IpAddr, port: u16) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind((host, port)))?;
        Ok(Self { runtime, listener })
    }

    /// Where it listens.
    pub fn address(&self) -> io::Result<core::net::SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until the process ends. `ready` is called once the first look is done.
    pub fn run(self, preview: Preview<'_>, ready: impl FnOnce()) -> Result<(), notify::Error> {
        let Preview { root, day, look, tell } = preview;
        let state = State::new();
        let (jobs, asked) = mpsc::channel();
        let watch = watch::Watch::start(root)?;
        let content = root.join("content");
        thread::scope(|scope| {
            let (told, seen, taken) = (state.clone(), state.clone(), jobs.clone());
            scope.spawn(move || desk::run(day, &asked, &state, tell));
            let changes = watch.changes();
            let mut pass_on = move || {
                let before = changes.now();
                hand_over(look(), &taken, &seen, &|| changes.now() == before);
            };
            pass_on();
            ready();
            scope.spawn(move || watch.each(pass_on));
            self.runtime.block_on(http::serve(self.listener, jobs, told, content));
        });
        Ok(())
    }
}

/// The page shows the edit before the review has looked at all of the record; the next edit breaks the review off. The desk
/// outlives every sender; where it has ended, the process is ending too.
fn hand_over(look: Look<'_>, jobs: &mpsc::Sender<Job>, state: &State, wanted: Wanted<'_>) {
    let Some(good) = look.good else { return state.refuse(look.problems) };
    drop(jobs.send(Job::Take(Box::new(good), look.problems.clone())));
    let reviewed =
        look.review.and_then(|review| review(wanted)).filter(|problems| *problems != look.problems);
    reviewed.into_iter().for_each(|problems| drop(jobs.send(Job::Note(problems))));
}
