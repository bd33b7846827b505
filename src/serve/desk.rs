//! The thread that owns the site: it makes pages one by one as they are asked for, and takes a new site in their place.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use chrono::NaiveDate;
use tokio::sync::oneshot;

use super::state::State;
use crate::model::{Site, Translation};
use crate::plan::{Kind, Proof};
use crate::render::Audience;
use crate::site::{self, Failed, Open};
use crate::theme::Theme;

/// A site without an error, and the theme that shows it.
pub struct Good {
    /// The site.
    pub site: Arc<Site>,
    /// The theme.
    pub theme: Theme,
}

/// What the desk is asked to do.
pub enum Job {
    /// Make what stands at an address.
    Find(String, oneshot::Sender<Found>),
    /// Serve this site from now on, with these findings beside it.
    Take(Box<Good>, String),
    /// Tell these findings of the site that was taken last.
    Note(String),
}

/// What stands at an address.
pub enum Found {
    /// A page or a file of the site, with the number of the site.
    Made(Vec<u8>, u64),
    /// The page that says that there is nothing, with the number of the site.
    Unknown(Vec<u8>, u64),
    /// A file of evidence, by its path in the content folder.
    Evidence(String),
    /// The page is at the same address with a slash at its end.
    Slash,
    /// It could not be made: why.
    Failed(String, u64),
    /// There is no site yet.
    NoSite,
}

/// Works until no one can ask any more. A site that cannot be planned leaves the last one in its place.
pub fn run(day: NaiveDate, jobs: &Receiver<Job>, state: &State, tell: Tell<'_>) {
    let mut last: Option<Box<Good>> = None;
    let mut next = idle(jobs);
    while let Some((good, problems)) = next {
        match serve(&good, day, jobs, Some(problems), state, tell) {
            Ok(after) => {
                last = Some(good);
                next = after;
            }
            Err(failed) => {
                state.refuse(tell(&failed, &good.theme));
                next = match &last {
                    // It was planned before, so that it can be planned again.
                    Some(good) => serve(good, day, jobs, None, state, tell).ok().flatten(),
                    None => idle(jobs),
                };
            }
        }
    }
}

/// Says why something could not be made with a theme.
type Tell<'t> = &'t dyn Fn(&Failed, &Theme) -> String;

type Next = Option<(Box<Good>, String)>;

/// Says that there is no site until there is one.
fn idle(jobs: &Receiver<Job>) -> Next {
    loop {
        match jobs.recv().ok()? {
            Job::Take(good, problems) => return Some((good, problems)),
            Job::Find(_, answer) => drop(answer.send(Found::NoSite)),
            // Of a site that could not be planned, the plan is what is wrong.
            Job::Note(_) => {}
        }
    }
}

/// Serves a site until another comes. `problems` are told with it; `None` where it is served again and nothing is new.
fn serve(
    good: &Good,
    day: NaiveDate,
    jobs: &Receiver<Job>,
    problems: Option<String>,
    state: &State,
    tell: Tell<'_>,
) -> Result<Next, Failed> {
    site::open(&good.site, &good.theme, day, Audience::Writers, None, &|_| Vec::new(), |open| {
        let desk = Desk::new(open, &good.theme, tell);
        let number = problems.map_or_else(|| state.now().site, |problems| state.accept(problems));
        let shift = Shift { good, day, jobs, state, tell, number };
        shift.work(&[("", &|address| desk.find(address, number))], None)
    })
}

/// What stands at an address below the folder of a language.
type Find<'f> = &'f dyn Fn(&str) -> Found;

/// The time for which one site is served.
struct Shift<'s> {
    good: &'s Good,
    day: NaiveDate,
    jobs: &'s Receiver<Job>,
    state: &'s State,
    tell: Tell<'s>,
    number: u64,
}

impl Shift<'_> {
    /// Works until another site comes. `desks` are those of the languages that were asked for so far, by tag; a `job` that is
    /// waiting comes first.
    fn work(&self, desks: &[(&str, Find<'_>)], mut job: Option<Job>) -> Next {
        loop {
            match job.take().or_else(|| self.jobs.recv().ok())? {
                Job::Find(address, answer) if self.is_language(&address) => drop(answer.send(Found::Slash)),
                Job::Find(address, answer) => {
                    let words = self.words(&address);
                    let tag = words.map_or("", |words| words.language.as_str());
                    match (desks.iter().find(|(known, _)| *known == tag), words) {
                        (Some((_, find)), _) => drop(answer.send(find(within(&address, tag)))),
                        (None, Some(words)) => return self.begin(words, desks, Job::Find(address, answer)),
                        (None, None) => {}
                    }
                }
                Job::Take(good, problems) => return Some((good, problems)),
                Job::Note(problems) => self.state.note(problems),
            }
        }
    }

    fn is_language(&self, address: &str) -> bool {
        self.good.site.translations.iter().any(|words| words.language == address)
    }

    /// The language in whose folder an address is; none for the original.
    fn words(&self, address: &str) -> Option<&Translation> {
        let first = address.split_once('/').map(|(first, _)| first);
        self.good.site.translations.iter().find(|words| first == Some(&words.language))
    }

    /// Opens the site in a language that is asked for the first time, and works on: most edits are looked at in one.
    fn begin(&self, words: &Translation, desks: &[(&str, Find<'_>)], job: Job) -> Next {
        let tag = words.language.as_str();
        let theme = self.good.theme.in_language(tag).unwrap_or(&self.good.theme);
        let site = words.of(&self.good.site);
        let mut job = Some(job);
        let done = site::open(&site, theme, self.day, Audience::Writers, None, &|_| Vec::new(), |open| {
            let desk = Desk::new(open, theme, self.tell);
            let find = |address: &str| desk.find(address, self.number);
            self.work(&[desks, &[(tag, &find)]].concat(), job.take())
        });
        done.unwrap_or_else(|failed| {
            let find = |_: &str| Found::Failed((self.tell)(&failed, theme), self.number);
            self.work(&[desks, &[(tag, &find)]].concat(), job.take())
        })
    }
}

/// An address from the folder of a language on.
fn within<'a>(address: &'a str, tag: &str) -> &'a str {
    address.strip_prefix(tag).filter(|_| !tag.is_empty()).map_or(address, |rest| rest.trim_start_matches('/'))
}

struct Desk<'d> {
    open: &'d Open<'d>,
    theme: &'d Theme,
    pages: HashMap<String, Kind>,
    tell: Tell<'d>,
}

impl<'d> Desk<'d> {
    fn new(open: &'d Open<'d>, theme: &'d Theme, tell: Tell<'d>) -> Self {
        let pages = open.pages.iter().map(|kind| (kind.address(open.site), *kind)).collect();
        Self { open, theme, pages, tell }
    }

    /// What stands at an address, which is relative to the root and decoded.
    fn find(&self, address: &str, number: u64) -> Found {
        let address = address.strip_suffix("index.html").filter(|a| is_folder(a)).unwrap_or(address);
        if let Some(kind) = self.pages.get(address).copied().or_else(|| self.script(address)) {
            return self.made(kind, number, Found::Made);
        }
        if let Some((_, bytes)) = self.theme.assets.iter().find(|(name, _)| is_asset(address, name)) {
            return Found::Made(bytes.clone(), number);
        }
        if !is_folder(address) && self.pages.contains_key(&format!("{address}/")) {
            return Found::Slash;
        }
        let mut proofs = Proof::all(self.open.site, self.open.day).into_iter();
        match proofs.find(|proof| proof.address(self.open.site) == address) {
            Some(_) => Found::Evidence(address.to_owned()),
            None => self.made(Kind::NotFound, number, Found::Unknown),
        }
    }

    fn made(&self, kind: Kind, number: u64, found: impl FnOnce(Vec<u8>, u64) -> Found) -> Found {
        match self.open.page(kind) {
            Ok(bytes) => found(bytes, number),
            Err(failed) => Found::Failed((self.tell)(&failed, self.theme), number),
        }
    }

    /// A script of the search, which reads the whole record when the first one is asked for.
    fn script(&self, address: &str) -> Option<Kind> {
        let name = address.strip_prefix("search/")?;
        self.open.search?.scripts().find(|script| script.file() == name).map(Kind::SearchScript)
    }
}

fn is_folder(address: &str) -> bool {
    address.is_empty() || address.ends_with('/')
}

fn is_asset(address: &str, name: &str) -> bool {
    address.strip_prefix("assets/") == Some(name)
}
