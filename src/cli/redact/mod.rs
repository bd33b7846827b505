//! `gongkai redact`

mod ask;
mod copies;
mod report;
mod result;

use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::ask::{Consent, agreed};
use super::diff::find;
use super::out::{Out, today};
use super::{ERRORS, USAGE, WELL};
use crate::disk::{Content, replace_files};
use crate::lang::Msg;
use crate::load::load_with;
use crate::model::{Notice, RedactionKind};
use crate::save::edit::Unfit;
use crate::save::redact::{Order, Part, Redacted, Scope, Words, redact as work_out};

/// What it is asked.
pub fn command(out: &Out) -> Command {
    let word = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(out.word(help))
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(out.word(help))
    };
    let kinds = clap::builder::PossibleValuesParser::new(RedactionKind::ALL.map(RedactionKind::key));
    Command::new("redact")
        .about(out.word("help-redact"))
        .long_about(out.word("help-redact-long"))
        .arg(Arg::new("slug").value_name("SLUG").required(true).help(out.word("help-slug")))
        .arg(word("issue", "ID", "help-redact-issue"))
        .arg(word("measure", "ID", "help-redact-measure").requires("issue"))
        .arg(word("update", "ID", "help-redact-update").requires("measure"))
        .arg(word("text-from", "FILE", "help-redact-text"))
        .arg(word("kind", "KIND", "help-redact-kind").required(true).value_parser(kinds))
        .arg(word("by", "POST", "help-redact-by").required(true))
        .arg(word("on", "DATE", "help-redact-on"))
        .arg(flag("dry-run", "help-dry-run"))
        .arg(flag("yes", "help-yes"))
}

/// Takes words out of everything that is public.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match redact(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn redact(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let text = |name| matches.get_one::<String>(name).map(String::as_str);
    let content = out.content(root)?;
    let mut loaded = load_with(content.files.clone(), content.assets.clone());
    loaded.sources = loaded.sources.in_folder(&content.folder);
    let Some(site) = loaded.site.filter(|_| content.problems.is_empty()) else {
        let found: Vec<_> = loaded.diagnostics.into_iter().chain(content.problems).collect();
        out.diagnostics(&found, &loaded.sources, "human");
        return Err(ERRORS);
    };
    let notice = find(&site, text("slug").unwrap_or_default(), out)?;
    let scope = scope(notice, matches, out)?;
    let words = ask::words(text("text-from"), out)?;
    let on = text("on").map_or_else(|| Ok(today()), |day| out.read_day(day))?;
    let kind = text("kind").and_then(RedactionKind::from_key).unwrap_or(RedactionKind::Other);
    let order = Order { words: &words, scope, on, kind, by: text("by").unwrap_or_default() };
    let done = work_out(&order, notice, &content.files).map_err(|(path, unfit)| refuse(unfit, &path, out))?;
    if done.files.is_empty() {
        report::left(&words, &content, out);
        return Err(nowhere(root, &words, &content, matches, out));
    }
    let after = result::checked(&order, notice, &done, content, out)?;
    report::places(&done, out);
    report::left(&words, &after, out);
    if !agreed(&Consent::for_good("redact-sure", "redact-ask"), matches, out)? {
        return Ok(());
    }
    write(root, done, text("text-from"), out)
}

fn write(root: &Path, done: Redacted, from: Option<&str>, out: &Out) -> Result<(), u8> {
    let count = done.files.len();
    let files: Vec<(String, Vec<u8>)> = done.files.into_iter().map(|f| (f.path, f.bytes)).collect();
    replace_files(&root.join("content"), &files).map_err(|e| out.disk(&e))?;
    out.say(&Msg::new("redact-done").count("files", count).count("digests", done.retired.len()));
    copies::forget_all(root, out)?;
    report::elsewhere(from, out);
    Ok(())
}

/// The words are not in the content. They may have been taken out by hand, and still stand in what `undo` would put back.
fn nowhere(root: &Path, words: &Words, content: &Content, matches: &ArgMatches, out: &Out) -> u8 {
    let held = match copies::holding(root, words, content) {
        Ok(held) => held,
        Err(error) => return out.disk(&error),
    };
    if held.is_empty() {
        return out.fail(&Msg::new("redact-nowhere"), Some(&Msg::new("redact-nowhere-hint")), ERRORS);
    }
    let code = out.fail(&Msg::new("redact-copies-alone").count("copies", held.len()), None, ERRORS);
    if matches.get_flag("dry-run") {
        out.say(&Msg::new("update-dry-run"));
        return code;
    }
    copies::forget(&held, out).err().unwrap_or(code)
}

/// The part of the notice that is meant; it must be there, in the working files or in an edition.
fn scope<'m>(notice: &Notice, matches: &'m ArgMatches, out: &Out) -> Result<Option<Scope<'m>>, u8> {
    let text = |name| matches.get_one::<String>(name).map(String::as_str);
    let Some(issue) = text("issue") else { return Ok(None) };
    let part = text("measure").map(|measure| Part { measure, update: text("update") });
    let frozen = notice.editions.iter().flat_map(|e| &e.notice.issues);
    let issues = notice.issues.iter().chain(frozen).filter(|i| i.id.as_str() == issue);
    let measures =
        issues.clone().flat_map(|i| &i.measures).filter(|m| Some(m.id.as_str()) == text("measure"));
    let mut updates = measures.clone().flat_map(|m| &m.updates);
    let missing = |id: &str| Err(out.fail(&Msg::new("redact-no-part").with("id", id), None, USAGE));
    match part {
        _ if issues.count() == 0 => missing(issue),
        Some(Part { measure, .. }) if measures.count() == 0 => missing(measure),
        Some(Part { update: Some(id), .. }) if updates.all(|u| u.id != id) => missing(id),
        part => Ok(Some(Scope { issue, part })),
    }
}

fn refuse(unfit: Unfit, path: &str, out: &Out) -> u8 {
    let id = match unfit {
        Unfit::Shape => "redact-unfit-shape",
        Unfit::Encoding => "update-unfit-encoding",
    };
    out.fail(&Msg::new(id).with("path", path), Some(&Msg::new("redact-unfit-hint")), ERRORS)
}
