//! `gongkai export`

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::out::Out;
use super::{USAGE, WELL, portal};
use crate::disk::replace_file;
use crate::export::{json, txt};
use crate::history::published;
use crate::lang::Msg;
use crate::model::Notice;

/// Exports a notice to a file or to standard output.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match export(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn export(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let text = |name| matches.get_one::<String>(name).map_or("", String::as_str);
    let day = out.day(matches)?;
    let file = matches.get_one::<PathBuf>("output");
    if let Some(file) = file {
        out.keep_off(root, file)?;
    }
    let (site, _) = out.site(root, "human")?;
    let slug = text("slug");
    let at = site.notices.iter().position(|n| n.slug == slug).ok_or_else(|| {
        let hint = Msg::new("export-known").list("known", site.notices.iter().map(|n| n.slug.as_str()));
        out.fail(&Msg::new("export-unknown").with("slug", slug), Some(&hint), USAGE)
    })?;
    let notice = &site.notices[at];
    let edition = matches.get_flag("with-edition").then(|| named(notice, out)).transpose()?;
    let made = match text("format") {
        "cms" => return portal::write(&published(site, day), slug, day, file.map(PathBuf::as_path), out),
        "json" => json::export(notice, day),
        _ => edition.unwrap_or_else(|| txt::export(notice)),
    };
    match file {
        Some(path) => replace_file(path, made.as_bytes()).map_err(|e| out.disk(&e)),
        None => out.result(&made),
    }
}

/// The text of the latest edition, with a last line that names it: what hangs on a board can be held against the site.
fn named(notice: &Notice, out: &Out) -> Result<String, u8> {
    let edition = notice.editions.last().ok_or_else(|| {
        let message = Msg::new("export-no-edition").with("slug", &notice.slug);
        out.fail(&message, Some(&Msg::new("export-no-edition-hint")), USAGE)
    })?;
    let line = Msg::new("export-edition")
        .with("date", edition.date.to_string())
        .with("digest", edition.short_digest());
    let text = txt::export(&edition.notice);
    Ok(format!("{}\n{}\n", text.trim_end_matches('\n'), out.text(&line)))
}
