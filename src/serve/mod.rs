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
pub use desk::Good;
use state::State;

/// Everything that a preview needs of those who know the files and the language.
pub struct Preview<'p> {
    /// Its root: `content/` and `themes/` below it are watched.
    pub root: &'p Path,
    /// The as-of date.
    pub day: NaiveDate,
    /// Reads everything anew.
    pub look: &'p mut (dyn FnMut() -> Look + Send),
    /// Says why a site could not be planned or a page not be made.
    pub tell: &'p (dyn Fn(&Failed) -> String + Sync),
}

/// What a look at the files gave.
pub struct Look {
    /// The site, where nothing is wrong.
    pub good: Option<Good>,
    /// Every finding in words; empty where there is none.
    pub problems: String,
}

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
            let (told, taken) = (state.clone(), jobs.clone());
            scope.spawn(move || desk::run(day, &asked, &state, tell));
            let mut pass_on = {
                let (told, taken) = (told.clone(), taken.clone());
                move || hand_over(look(), &taken, &told)
            };
            pass_on();
            ready();
            scope.spawn(move || watch.each(pass_on));
            self.runtime.block_on(http::serve(self.listener, jobs, told, content));
        });
        Ok(())
    }
}

fn hand_over(look: Look, jobs: &mpsc::Sender<desk::Job>, state: &State) {
    match look.good {
        // The desk outlives every sender; where it has ended, the process is ending too.
        Some(good) => drop(jobs.send(desk::Job::Take(Box::new(good), look.problems))),
        None => state.refuse(look.problems),
    }
}
