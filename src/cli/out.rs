//! What the person sees: words in their language, diagnostics, a progress bar on long work.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::time::Duration;

use anstream::adapter::strip_str;
use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use chrono::{FixedOffset, NaiveDate, Utc};
use clap::ArgMatches;

use super::{ERRORS, SYSTEM, USAGE, WELL};
use crate::check::check;
use crate::diag::{Diagnostic, Place, Severity, grouped, human, json, short};
use crate::disk::{Content, DiskError, is_a_folder, lies_in, read_content};
use crate::lang::{Catalog, Lang, Msg};
use crate::load::{Asset, Loaded, load_with, not_text};
use crate::model::Site;
use crate::plan::link_faults;
use crate::text::{DecodeError, RawFile, Sources};

/// The two streams, in one language.
pub struct Out {
    catalog: Catalog,
}

impl Out {
    /// Speaks `lang`.
    pub fn new(lang: Lang) -> Self {
        Self { catalog: Catalog::tool(lang) }
    }

    /// A message in words.
    pub fn text(&self, msg: &Msg) -> String {
        self.catalog.text(msg)
    }

    /// A message that takes no argument.
    pub fn word(&self, id: &'static str) -> String {
        self.text(&Msg::new(id))
    }

    /// Prints a line of result. A reader that has gone away is no failure of the work.
    pub fn say(&self, msg: &Msg) {
        self.raw(&format!("{}\n", self.text(msg)));
    }

    /// Prints text as it is.
    pub fn raw(&self, text: &str) {
        print(anstream::stdout(), text);
    }

    /// Prints a whole result byte for byte, and says so where it could not be written. A reader that has gone away has
    /// read what it wanted.
    pub fn result(&self, bytes: &[u8]) -> Result<(), u8> {
        let mut stream = std::io::stdout().lock();
        match stream.write_all(bytes).and_then(|()| stream.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let message = Msg::new("cli-stdout").with("error", error.to_string());
                Err(self.fail(&message, None, SYSTEM))
            }
            _ => Ok(()),
        }
    }

    /// Prints help or the version, coloured on a terminal.
    pub fn help(&self, help: &clap::Error) -> u8 {
        match help.print() {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => SYSTEM,
            _ => WELL,
        }
    }

    /// Prints an error with its hint; gives `code` back.
    pub fn fail(&self, msg: &Msg, hint: Option<&Msg>, code: u8) -> u8 {
        self.labelled("word-error", msg, hint);
        code
    }

    /// Prints a warning with its hint.
    pub fn warn(&self, msg: &Msg, hint: Option<&Msg>) {
        self.labelled("word-warning", msg, hint);
    }

    /// Prints a note beside a warning.
    pub fn note(&self, msg: &Msg) {
        self.labelled("word-note", msg, None);
    }

    fn labelled(&self, word: &'static str, msg: &Msg, hint: Option<&Msg>) {
        let line = |word, msg: &Msg| {
            let name = self.word(word);
            format!(
                "{}\n",
                self.text(&Msg::new("cli-labelled").with("name", name).with("text", self.text(msg)))
            )
        };
        let mut text = line(word, msg);
        text.extend(hint.map(|hint| line("word-hint", hint)));
        print(anstream::stderr(), &text);
    }

    /// Says why the bytes of a file are not text.
    pub fn not_text(&self, bytes: &[u8], error: DecodeError) -> u8 {
        self.fail(&not_text(bytes, error), Some(&Msg::new("load-not-text-hint")), ERRORS)
    }

    /// Prints what the disk refused: wrong usage where the argument is to blame, else a failure of the system.
    pub fn disk(&self, error: &DiskError) -> u8 {
        let code = if error.is_about_the_argument() { USAGE } else { SYSTEM };
        self.fail(&error.message(), error.hint().as_ref(), code)
    }

    /// Prints diagnostics on standard error in the format asked for.
    pub fn diagnostics(&self, found: &[Diagnostic], sources: &Sources, format: &str) {
        print(anstream::stderr(), &self.findings(found, sources, format));
    }

    /// Diagnostics in the format asked for; for people with their sum below.
    pub fn findings(&self, found: &[Diagnostic], sources: &Sources, format: &str) -> String {
        match format {
            "json" => json::print(found, sources, &self.catalog),
            "short" => short::print(found, sources, &self.catalog),
            _ => human::print(found, sources, &self.catalog, true) + &self.sum(found),
        }
    }

    /// Diagnostics for people where there are no colours.
    pub fn plain(&self, found: &[Diagnostic], sources: &Sources) -> String {
        human::print(found, sources, &self.catalog, false)
    }

    /// Prints words beside the result.
    pub fn aside(&self, text: &str) {
        print(anstream::stderr(), text);
    }

    /// What the rules found, in the format asked for; for people by rule, most severe first, each counted.
    pub fn by_rule(&self, found: &[Diagnostic], sources: &Sources, format: &str) -> String {
        match format {
            "human" => grouped::print(found, sources, &self.catalog, true),
            _ => self.findings(found, sources, format),
        }
    }

    /// Prints what the rules found on standard error.
    pub fn rules(&self, found: &[Diagnostic], sources: &Sources, format: &str) {
        print(anstream::stderr(), &self.by_rule(found, sources, format));
    }

    /// A message that takes no argument, by an id that is made up of parts.
    pub fn words(&self, id: &str) -> String {
        self.catalog.words(id)
    }

    /// A part of the words of a rule.
    pub fn rule_words(&self, code: &str, part: &str) -> String {
        self.catalog.words(&format!("rule-{code}{part}"))
    }

    /// How many findings there are of each severity.
    pub fn counted<'d>(&self, found: impl Iterator<Item = &'d Diagnostic> + Clone) -> Msg {
        let of = |severity| found.clone().filter(|d| d.severity == severity).count();
        Msg::new("check-counted")
            .count("errors", of(Severity::Error))
            .count("warnings", of(Severity::Warning))
            .count("notes", of(Severity::Note))
    }

    fn sum(&self, found: &[Diagnostic]) -> String {
        match found.iter().filter(|d| d.is_error()).count() {
            0 => String::new(),
            errors => self.text(&Msg::new("check-errors").count("errors", errors)) + "\n",
        }
    }

    /// Loads `<root>/content`; prints every mistake and gives the exit code where there is one.
    pub fn site(&self, root: &Path, format: &str) -> Result<(Site, Loaded), u8> {
        self.loaded(self.content(root)?, format)
    }

    /// Reads `<root>/content`; says how to begin where it is not there.
    pub fn content(&self, root: &Path) -> Result<Content, u8> {
        let content = root.join("content");
        let (message, hint) = match (is_a_folder(root), is_a_folder(&content)) {
            (true, true) => return Ok(read_content(&content)),
            (true, false) => ("cli-no-content", "cli-no-content-hint"),
            (false, _) => ("cli-no-root", "cli-no-root-hint"),
        };
        let message = Msg::new(message).with("folder", root.display().to_string());
        Err(self.fail(&message, Some(&Msg::new(hint)), USAGE))
    }

    /// Loads content that has been read; prints every mistake and gives the exit code where there is one.
    pub fn loaded(&self, content: Content, format: &str) -> Result<(Site, Loaded), u8> {
        let (site, loaded) = judged(content);
        if !loaded.diagnostics.is_empty() {
            self.diagnostics(&loaded.diagnostics, &loaded.sources, format);
        }
        site.map(|site| (site, loaded)).ok_or(ERRORS)
    }

    /// Loads content as it would be; of its warnings it prints those that are not there now.
    pub fn would_be(&self, content: Content, now: &Loaded) -> Result<Site, u8> {
        let (site, then) = judged(content);
        let is_new = |d: &&Diagnostic| {
            let same = |o: &Diagnostic| {
                (o.code, &o.message) == (d.code, &d.message)
                    && path(o, &now.sources) == path(d, &then.sources)
            };
            d.is_error() || !now.diagnostics.iter().any(same)
        };
        let found: Vec<Diagnostic> = then.diagnostics.iter().filter(is_new).cloned().collect();
        if !found.is_empty() {
            self.diagnostics(&found, &then.sources, "human");
        }
        site.ok_or(ERRORS)
    }

    /// Refuses to write into the content, or over it.
    pub fn keep_off(&self, root: &Path, target: &Path) -> Result<(), u8> {
        let content = root.join("content");
        if !lies_in(target, &content) && !lies_in(&content, target) {
            return Ok(());
        }
        let message = Msg::new("cli-into-content").with("path", target.display().to_string());
        Err(self.fail(&message, Some(&Msg::new("cli-into-content-hint")), USAGE))
    }

    /// The as-of date: as given, else today in +08:00.
    pub fn day(&self, matches: &ArgMatches) -> Result<NaiveDate, u8> {
        match matches.get_one::<String>("as-of") {
            Some(text) => self.read_day(text),
            None => Ok(today()),
        }
    }

    /// Reads a day given as an argument.
    pub fn read_day(&self, text: &str) -> Result<NaiveDate, u8> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| {
            let message = Msg::new("cli-bad-date").with("text", text);
            self.fail(&message, Some(&Msg::new("cli-bad-date-hint")), USAGE)
        })
    }
}

/// Prints text at once, without colours where the stream shows none: bit by bit a long list took longer to print than to make.
/// A reader that has gone away is no failure of the work.
fn print<S: RawStream + AsLockedWrite>(mut stream: AutoStream<S>, text: &str) {
    let _gone = match stream.current_choice() {
        ColorChoice::Never => stream.into_inner().write_all(strip_str(text).to_string().as_bytes()),
        _ => stream.write_all(text.as_bytes()),
    };
}

/// Loads and checks content: what is wrong with it, and the site where no error stands against it.
pub fn judged(content: Content) -> (Option<Site>, Loaded) {
    judged_by(content, load_with)
}

/// The same by another way of loading.
pub fn judged_by(
    content: Content,
    load: impl FnOnce(Vec<RawFile>, Vec<Asset>) -> Loaded,
) -> (Option<Site>, Loaded) {
    let mut loaded = load(content.files, content.assets);
    loaded.sources = loaded.sources.in_folder(content.folder);
    let broken = !content.problems.is_empty();
    loaded.diagnostics.extend(content.problems);
    crate::diag::sort(&mut loaded.diagnostics);
    let site = loaded.site.take().filter(|_| !broken);
    let mut found = site.as_ref().map(check).unwrap_or_default();
    found.extend(site.as_ref().map(|site| link_faults(site, &loaded.links)).unwrap_or_default());
    let refused = found.iter().any(Diagnostic::is_error);
    loaded.diagnostics.extend(found);
    (site.filter(|_| !refused), loaded)
}

/// The file that a finding is about.
pub fn path<'d>(found: &'d Diagnostic, sources: &'d Sources) -> Option<&'d str> {
    match &found.place {
        Place::Path(path) => Some(path),
        Place::Text(span) => sources.get(span.file).map(|s| s.path.as_str()),
    }
}

/// Today in +08:00.
#[expect(clippy::disallowed_methods, reason = "the one place that asks for the time")]
pub fn today() -> NaiveDate {
    let china = FixedOffset::east_opt(8 * 3600);
    china.map_or_else(|| Utc::now().date_naive(), |zone| Utc::now().with_timezone(&zone).date_naive())
}

/// A bar on standard error that shows itself when work takes longer than a second on a terminal.
pub fn bar() -> indicatif::ProgressBar {
    let bar = indicatif::ProgressBar::no_length();
    bar.set_draw_target(indicatif::ProgressDrawTarget::hidden());
    if std::io::stderr().is_terminal() {
        let late = bar.clone();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(1));
            if !late.is_finished() {
                late.set_draw_target(indicatif::ProgressDrawTarget::stderr());
            }
        });
    }
    bar
}
