//! `gongkai export`

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::out::Out;
use super::{USAGE, WELL, portal};
use crate::disk::replace_file;
use crate::export::{json, txt};
use crate::history::published;
use crate::lang::Msg;

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
    let made = match text("format") {
        "cms" => return portal::write(&published(site), slug, day, file.map(PathBuf::as_path), out),
        "json" => json::export(notice, day),
        _ => txt::export(notice),
    };
    match file {
        Some(path) => replace_file(path, made.as_bytes()).map_err(|e| out.disk(&e)),
        None => out.result(&made),
    }
}
