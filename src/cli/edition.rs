//! `gongkai edition`

use std::path::Path;

use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::ask::{Consent, agreed};
use super::changes;
use super::diff::{find, latest, working};
use super::out::{Out, path, today};
use super::review::{Demand, pass, refused};
use super::{ERRORS, USAGE, WELL};
use crate::check::{review_one, sign_off};
use crate::diag::Place;
use crate::disk::write_new_files;
use crate::history::{changes as compare, days_of};
use crate::lang::Msg;
use crate::load::proves;
use crate::model::{Notice, Site};
use crate::save::{Draft, edition_file};

/// What it is asked.
pub fn command(out: &Out) -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(out.word(help))
    };
    Command::new("edition")
        .about(out.word("help-edition"))
        .arg(Arg::new("slug").value_name("SLUG").required(true).help(out.word("help-slug")))
        .arg(Arg::new("date").long("date").value_name("DATE").help(out.word("help-edition-date")))
        .arg(Arg::new("note").long("note").value_name("TEXT").help(out.word("help-edition-note")))
        .arg(flag("hide-old", "help-edition-hide-old").requires("note"))
        .arg(flag("dry-run", "help-dry-run"))
        .arg(flag("yes", "help-yes"))
}

/// Freezes a notice as it is published.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match edition(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn edition(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let text = |name| matches.get_one::<String>(name).map(String::as_str);
    let day = match text("date") {
        Some(day) => out.read_day(day)?,
        None => today(),
    };
    let (site, loaded) = out.site(root, "human")?;
    let notice = find(&site, text("slug").unwrap_or_default(), out)?;
    refuse_the_day(notice, day, out)?;
    let hide_old = matches.get_flag("hide-old");
    let (file, digest) =
        edition_file(&Draft { date: day, note: text("note"), hide_old, notice, units: &site.units });
    if notice.editions.last().is_some_and(|e| e.digest == digest) {
        out.say(&Msg::new("edition-same"));
        return Ok(());
    }
    match latest(notice) {
        Some(then) => changes::print(&compare(then, working(notice, day)), &site.units, out),
        None => out.say(&Msg::new("edition-first")),
    }
    out.say(&Msg::new("edition-digest").with("digest", &digest));
    let found = review_one(&site, notice, &loaded.sources, day);
    pass(found, &loaded.sources, Demand::NoWarnings, out, "human")?;
    // A file that lies beside the texts is no part of the record; what marks a text is, and was shown when it was read.
    let own = format!("notices/{}/", notice.slug);
    let in_texts = loaded.diagnostics.iter().filter(|d| matches!(d.place, Place::Text(_)));
    let mut of_this =
        in_texts.filter(|d| path(d, &loaded.sources).is_some_and(|path| path.starts_with(&own)));
    if of_this.any(|d| Demand::NoWarnings.refuses(d)) {
        return Err(refused(out));
    }
    signed(&site, notice, &digest, out)?;
    if day > today() {
        let id = if notice.editions.is_empty() { "edition-first-later" } else { "edition-later" };
        out.warn(&Msg::new(id).with("date", day.to_string()), Some(&Msg::new("edition-later-hint")));
    }
    if !agreed(&Consent::for_good("edition-sure", "edition-ask"), matches, out)? {
        return Ok(());
    }
    write(root, notice, day, file, out)
}

/// Neither an edition before the last, nor one before the notice was signed, nor entries that have not happened yet.
fn refuse_the_day(notice: &Notice, day: NaiveDate, out: &Out) -> Result<(), u8> {
    if day < notice.date {
        let message = Msg::new("edition-unsigned").with("day", day.to_string());
        let message = message.with("date", notice.date.to_string());
        return Err(out.fail(&message, Some(&Msg::new("edition-unsigned-hint")), USAGE));
    }
    if let Some(last) = notice.editions.last().filter(|e| e.date > day) {
        let message = Msg::new("edition-before").with("date", day.to_string()).with("last", &last.name);
        return Err(out.fail(&message, None, USAGE));
    }
    match days_of(notice).filter(|d| *d > day).max() {
        Some(later) => {
            let message = Msg::new("edition-future").with("date", later.to_string());
            Err(out.fail(&message, Some(&Msg::new("edition-future-hint")), ERRORS))
        }
        None => Ok(()),
    }
}

fn signed(site: &Site, notice: &Notice, digest: &str, out: &Out) -> Result<(), u8> {
    let missing = sign_off::missing(&site.settings.sign_off, notice, digest);
    let Some((first, rest)) = missing.split_first() else { return Ok(()) };
    for message in rest {
        out.fail(message, None, ERRORS);
    }
    let hint = Msg::new("edition-sign-hint").with("digest", digest);
    Err(out.fail(first, Some(&hint), ERRORS))
}

fn write(root: &Path, notice: &Notice, day: NaiveDate, file: Vec<u8>, out: &Out) -> Result<(), u8> {
    let name = name(notice, day);
    let path = format!("notices/{}/editions/{name}.json", notice.slug);
    if !proves(&path, &notice.slug, &file) {
        return Err(out.fail(&Msg::new("edition-unproved"), None, ERRORS));
    }
    write_new_files(&root.join("content"), &[(path.clone(), file)]).map_err(|e| out.disk(&e))?;
    out.say(&Msg::new("edition-done").with("path", format!("content/{path}")));
    Ok(())
}

/// The day, and a number behind it for a further edition of the same day.
fn name(notice: &Notice, day: NaiveDate) -> String {
    let same = notice.editions.iter().filter(|e| e.date == day).count();
    if same == 0 { day.to_string() } else { format!("{day}-{}", same + 1) }
}
