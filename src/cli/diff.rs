//! `gongkai diff`

use std::path::Path;

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use super::changes;
use super::out::Out;
use super::{USAGE, WELL};
use crate::history::{State, changes as compare, hides_old};
use crate::lang::Msg;
use crate::model::{Notice, Site};

/// What it is asked.
pub fn command(out: &Out, day: Arg) -> Command {
    let formats = PossibleValuesParser::new(["human", "json"]);
    Command::new("diff")
        .about(out.word("help-diff"))
        .arg(Arg::new("slug").value_name("SLUG").required(true).help(out.word("help-slug")))
        .arg(Arg::new("from").value_name("A").help(out.word("help-diff-from")))
        .arg(Arg::new("to").value_name("B").help(out.word("help-diff-to")))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value("human")
                .value_parser(formats)
                .help(out.word("help-diff-format")),
        )
        .arg(day)
}

/// Says what changed between two editions, or since the latest one.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match diff(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn diff(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let text = |name| matches.get_one::<String>(name).map(String::as_str);
    let day = out.day(matches)?;
    let (site, _) = out.site(root, "human")?;
    let notice = find(&site, text("slug").unwrap_or_default(), out)?;
    let to = text("to").map(|name| edition(notice, name, out)).transpose()?.unwrap_or(notice.editions.len());
    let from = match text("from") {
        Some(name) => edition(notice, name, out)?,
        None => before(notice, to, out)?,
    };
    let state = |at: usize| match notice.editions.get(at) {
        Some(edition) => State { notice: &edition.notice, day: edition.date },
        None => State { notice, day },
    };
    let found = compare(state(from), state(to));
    let found = match hides_old(&notice.editions, from, to) {
        Some(why) => found.without_old_words(why),
        None => found,
    };
    if text("format") == Some("json") {
        out.raw(&crate::export::diff::export(&found));
    } else {
        changes::print(&found, &site.units, out);
    }
    Ok(())
}

/// The notice of a slug.
pub fn find<'s>(site: &'s Site, slug: &str, out: &Out) -> Result<&'s Notice, u8> {
    site.notices.iter().find(|n| n.slug == slug).ok_or_else(|| no_notice(site, slug, out))
}

/// Says that there is no notice of a slug, and which there are.
pub fn no_notice(site: &Site, slug: &str, out: &Out) -> u8 {
    let hint = match site.notices.as_slice() {
        [] => Msg::new("export-known-none"),
        all => Msg::new("export-known").list("known", all.iter().map(|n| n.slug.as_str())),
    };
    out.fail(&Msg::new("export-unknown").with("slug", slug), Some(&hint), USAGE)
}

/// The place of an edition in the list.
fn edition(notice: &Notice, name: &str, out: &Out) -> Result<usize, u8> {
    let found = notice.editions.iter().position(|e| e.name == name);
    found.ok_or_else(|| {
        if notice.editions.is_empty() {
            return no_edition(notice, out);
        }
        let hint = Msg::new("diff-known").list("known", notice.editions.iter().map(|e| e.name.as_str()));
        out.fail(&Msg::new("diff-unknown").with("name", name), Some(&hint), USAGE)
    })
}

/// The edition before a place in the list; before the working files stands the latest.
fn before(notice: &Notice, to: usize, out: &Out) -> Result<usize, u8> {
    match to.checked_sub(1) {
        Some(at) => Ok(at),
        None if notice.editions.is_empty() => Err(no_edition(notice, out)),
        None => Err(out.fail(&Msg::new("diff-none").with("slug", &notice.slug), None, USAGE)),
    }
}

fn no_edition(notice: &Notice, out: &Out) -> u8 {
    let hint = Msg::new("diff-none-hint").with("slug", &notice.slug);
    out.fail(&Msg::new("export-no-edition").with("slug", &notice.slug), Some(&hint), USAGE)
}

/// The state of the latest edition, if there is one.
pub fn latest(notice: &Notice) -> Option<State<'_>> {
    notice.editions.last().map(|e| State { notice: &e.notice, day: e.date })
}

/// Whether the files say other than the latest edition, which is what the public sees.
pub fn waits(notice: &Notice, day: NaiveDate) -> bool {
    latest(notice).is_some_and(|then| !compare(then, working(notice, day)).is_empty())
}

/// The working state on a day.
pub fn working(notice: &Notice, day: NaiveDate) -> State<'_> {
    State { notice, day }
}
