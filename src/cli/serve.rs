//! `gongkai serve`

use core::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Command, value_parser};
use rayon::ThreadPoolBuilder;

use super::build::in_words;
use super::out::{Out, judged_by};
use super::{SYSTEM, USAGE, WELL, theme};
use crate::check::{not_yet, review_while};
use crate::diag::{Diagnostic, Severity};
use crate::disk::read_content;
use crate::lang::Msg;
use crate::load::{Kept, Loaded, load_again};
use crate::model::{Settings, Site};
use crate::serve::{Good, Look, Preview, Review, Server};

/// The command as it is described.
pub fn command(out: &Out, day: Arg) -> Command {
    let port = Arg::new("port").long("port").value_name("PORT").default_value("4000");
    let host = Arg::new("host").long("host").value_name("ADDRESS").default_value("127.0.0.1");
    Command::new("serve")
        .about(out.word("help-serve"))
        .arg(port.value_parser(value_parser!(u16)).help(out.word("help-port")))
        .arg(host.value_parser(value_parser!(IpAddr)).help(out.word("help-host")))
        .arg(day)
}

/// Serves the site as its files stand, drafts and all, until the process is ended.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    serve(root, matches, out).map_or_else(|code| code, |()| WELL)
}

fn serve(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let day = out.day(matches)?;
    // Says how to begin where there is no content.
    out.content(root)?;
    let (Some(port), Some(host)) = (matches.get_one::<u16>("port"), matches.get_one::<IpAddr>("host")) else {
        return Err(USAGE);
    };
    let taken = |error: std::io::Error| {
        let kind = match error.kind() {
            std::io::ErrorKind::AddrInUse => "taken",
            std::io::ErrorKind::AddrNotAvailable => "elsewhere",
            std::io::ErrorKind::PermissionDenied => "denied",
            _ => "other",
        };
        let message = Msg::new("serve-port").with("port", port.to_string()).with("kind", kind);
        let message = message.with("error", error.to_string());
        out.fail(&message, Some(&Msg::new("serve-port-hint")), SYSTEM)
    };
    let server = Server::bind(*host, *port).map_err(taken)?;
    let base = format!("http://{}/", server.address().map_err(taken)?);
    let mut reader = Reader { root, day, base: base.clone(), kept: Kept::default(), was_refused: false, out };
    let preview = Preview {
        root,
        day,
        look: &mut || reader.look(),
        tell: &|failed, theme| in_words(failed, theme, out),
    };
    let watch = |error: notify::Error| {
        out.fail(&Msg::new("serve-watch").with("error", error.to_string()), None, SYSTEM)
    };
    server.run(preview, || out.say(&Msg::new("serve-ready").with("address", base))).map_err(watch)
}

/// Reads the files again and again, and says on the terminal what is wrong with them.
struct Reader<'r> {
    root: &'r Path,
    day: NaiveDate,
    base: String,
    kept: Kept,
    was_refused: bool,
    out: &'r Out,
}

impl<'r> Reader<'r> {
    fn look(&mut self) -> Look<'r> {
        let content = read_content(&self.root.join("content"));
        let (site, mut loaded) =
            judged_by(content, |files, assets| load_again(files, assets, &mut self.kept));
        let later = site.as_ref().map(|site| not_yet::check(site, self.day));
        loaded.diagnostics.extend(later.into_iter().flatten());
        let mut problems = self.out.plain(&loaded.diagnostics, &loaded.sources);
        let site = site.and_then(|site| match theme::read(self.root, &site) {
            Ok(theme) => Some((site, theme)),
            Err(trouble) => {
                problems += &trouble.plain(&site.settings, &loaded.sources, self.out);
                None
            }
        });
        self.say(&problems, site.is_none());
        let Some((site, theme)) = site else { return Look { good: None, problems, review: None } };
        let settings = site.settings.clone();
        let site = Arc::new(self.own(site));
        let review = self.review(Arc::clone(&site), settings, loaded, problems.clone());
        Look { good: Some(Good { site, theme }), problems, review: Some(review) }
    }

    /// The site as a preview shows it: all links lead to the preview itself, and no document is made that could go astray.
    fn own(&self, mut site: Site) -> Site {
        site.settings.base_url = Some(self.base.clone());
        site.settings.documents.clear();
        site
    }

    /// What the rules find, errors and warnings, after what is known already; broken off when the next edit comes. They look at
    /// the site with the settings that it will be published with, not with those of the preview.
    fn review(&self, site: Arc<Site>, settings: Settings, loaded: Loaded, known: String) -> Review<'r> {
        let (day, out) = (self.day, self.out);
        Box::new(move |wanted| {
            // On a thread of its own: on those of the pages it would keep the page that was edited waiting.
            let alone = ThreadPoolBuilder::new().num_threads(1).build();
            let mut site = Site::clone(&site);
            site.settings = settings;
            let look = || review_while(wanted, &site, &loaded.sources, day);
            let mut found = alone.map_or_else(|_| look(), |one| one.install(look))?;
            found.retain(|d: &Diagnostic| d.severity != Severity::Note);
            Some(known + &out.plain(&found, &loaded.sources))
        })
    }

    fn say(&mut self, problems: &str, refused: bool) {
        self.out.aside(problems);
        if self.was_refused && !refused {
            self.out.say(&Msg::new("serve-well-again"));
        }
        self.was_refused = refused;
    }
}
