//! `gongkai check --fix`

use std::path::Path;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::ask::{Consent, agreed};
use super::lines::changed_words;
use super::out::{Out, judged};
use crate::check::mend::{self, Mended};
use crate::diag::Diagnostic;
use crate::disk::{Changed, change_files};
use crate::lang::Msg;
use crate::model::{Notice, Site};
use crate::text::{RawFile, decode};

/// Puts right what is sure, once a person has seen it. Whether the content stands as it is to be checked now: not where it
/// was only looked at.
pub fn fix(root: &Path, day: NaiveDate, matches: &ArgMatches, out: &Out) -> Result<bool, u8> {
    let content = out.content(root)?;
    let (files, assets) = (content.files.clone(), content.assets.clone());
    let (site, loaded) = judged(content);
    let Some(site) = site.filter(|_| !loaded.diagnostics.iter().any(Diagnostic::is_error)) else {
        // The check that follows says what is wrong.
        out.note(&Msg::new("fix-errors-first"));
        return Ok(true);
    };
    let done = mend::mend(&mend::Content { files: &files, assets: &assets, day });
    if done.files.is_empty() {
        out.say(&Msg::new("fix-none"));
        left(&done, out);
        return Ok(!matches.get_flag("dry-run"));
    }
    let changed: Vec<Changed> = done.files.iter().filter_map(|new| changed(new, &files)).collect();
    for file in &changed {
        out.raw(&format!("{}\n{}", loaded.sources.shown(&file.path), shown(file)));
    }
    let places = done.rules.values().sum();
    out.say(&Msg::new("fix-would").count("places", places).count("files", changed.len()));
    for (rule, count) in &done.rules {
        let name = out.rule_words(rule, "");
        out.say(&Msg::new("fix-rule").with("rule", *rule).with("name", name).count("places", *count));
    }
    left(&done, out);
    signed(&site, &changed, out);
    if !agreed(&Consent::write(Msg::new("ask-write")), matches, out)? {
        return Ok(false);
    }
    change_files(root, "check", &changed).map_err(|e| out.disk(&e))?;
    out.say(&Msg::new("fix-done").count("files", changed.len()));
    Ok(true)
}

fn changed(new: &RawFile, files: &[RawFile]) -> Option<Changed> {
    let old = files.iter().find(|f| f.path == new.path)?;
    Some(Changed { path: new.path.clone(), was: Some(old.bytes.clone()), is: new.bytes.clone() })
}

/// What differs, in words.
fn shown(file: &Changed) -> String {
    let read = |bytes: &[u8]| decode(bytes).map(|(text, _)| text).unwrap_or_default();
    changed_words(&read(file.was.as_deref().unwrap_or_default()), &read(&file.is))
}

/// A signature is for the words as they were.
fn signed(site: &Site, changed: &[Changed], out: &Out) {
    let is_changed =
        |n: &&Notice| changed.iter().any(|f| f.path.starts_with(&format!("notices/{}/", n.slug)));
    let signed = |n: &&Notice| n.sign_off.as_ref().is_some_and(|s| s.digest.is_some());
    for notice in site.notices.iter().filter(is_changed).filter(signed) {
        out.note(&Msg::new("fix-signed").with("slug", &notice.slug));
    }
}

/// What is sure and stays all the same.
fn left(done: &Mended, out: &Out) {
    if done.kept > 0 {
        out.note(&Msg::new("fix-kept").count("places", done.kept));
    }
    if done.by_hand > 0 {
        out.note(&Msg::new("fix-by-hand").count("places", done.by_hand));
    }
}
