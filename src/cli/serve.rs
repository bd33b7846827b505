//! `gongkai serve`

use std::net::IpAddr;
use std::path::Path;

use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::build::{Said, in_words, open_theme};
use super::out::{Out, judged_by};
use super::{SYSTEM, USAGE, WELL};
use crate::check::not_yet;
use crate::diag::Diagnostic;
use crate::disk::read_content;
use crate::lang::Msg;
use crate::load::{Kept, Loaded, load_again};
use crate::model::Site;
use crate::serve::{Good, Look, Preview, Server};

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
        let message = Msg::new("serve-port").with("port", port.to_string()).with("error", error.to_string());
        out.fail(&message, Some(&Msg::new("serve-port-hint")), SYSTEM)
    };
    let server = Server::bind(*host, *port).map_err(taken)?;
    let base = format!("http://{}/", server.address().map_err(taken)?);
    let mut reader = Reader { root, day, base: base.clone(), kept: Kept::default(), was_refused: false, out };
    let preview = Preview { root, day, look: &mut || reader.look(), tell: &|failed| in_words(failed, out) };
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

impl Reader<'_> {
    fn look(&mut self) -> Look {
        let content = read_content(&self.root.join("content"));
        let (site, mut loaded) =
            judged_by(content, |files, assets| load_again(files, assets, &mut self.kept));
        let good = site.and_then(|site| self.good(site, &mut loaded));
        let refused = good.is_none();
        self.say(&loaded, refused);
        Look { good, problems: self.out.plain(&loaded.diagnostics, &loaded.sources) }
    }

    /// The site as a preview shows it: all links lead to the preview itself, and no document is made that could go astray.
    fn good(&self, mut site: Site, loaded: &mut Loaded) -> Option<Good> {
        loaded.diagnostics.extend(not_yet::check(&site, self.day));
        let theme = match open_theme(self.root, &site) {
            Ok(theme) => theme,
            Err(trouble) => {
                loaded.diagnostics.push(match trouble.said(&site.settings) {
                    Said::Found(found) => found,
                    Said::Words(words) => Diagnostic::file_error("theme", "site.yaml", words),
                });
                return None;
            }
        };
        site.settings.base_url = Some(self.base.clone());
        site.settings.documents.clear();
        Some(Good { site, theme })
    }

    fn say(&mut self, loaded: &Loaded, refused: bool) {
        if !loaded.diagnostics.is_empty() {
            self.out.diagnostics(&loaded.diagnostics, &loaded.sources, "human");
        }
        if self.was_refused && !refused {
            self.out.say(&Msg::new("serve-well-again"));
        }
        self.was_refused = refused;
    }
}
