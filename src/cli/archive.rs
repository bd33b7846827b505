//! `gongkai archive`

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::diff::find;
use super::out::{Out, judged};
use super::{ERRORS, SYSTEM, WELL};
use crate::disk::{Content, read_file, write_new_files};
use crate::export::archive::{Item, Words, pack};
use crate::export::{json, txt};
use crate::history;
use crate::lang::Msg;
use crate::model::{Edition, Notice};

/// What it is asked.
pub fn command(out: &Out) -> Command {
    let file =
        Arg::new("output").short('o').long("output").value_name("FILE").value_parser(value_parser!(PathBuf));
    Command::new("archive")
        .about(out.word("help-archive"))
        .arg(Arg::new("slug").value_name("SLUG").required(true).help(out.word("help-slug")))
        .arg(file.help(out.word("help-archive-output")))
}

/// Packs the whole record of a notice.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match archive(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn archive(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let content = out.content(root)?;
    let kept = content.clone();
    let (site, loaded) = judged(content);
    if !loaded.diagnostics.is_empty() {
        out.diagnostics(&loaded.diagnostics, &loaded.sources, "human");
    }
    let site = site.ok_or(ERRORS)?;
    let slug = matches.get_one::<String>("slug").map_or("", String::as_str);
    let notice = find(&site, slug, out)?;
    let file = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| format!("{slug}.zip").into());
    out.keep_off(root, &file)?;
    let mut items = sources(&kept, root, slug, out)?;
    items.extend(exports(notice, out));
    let n = items.len();
    let zip = pack(slug, items, &words(notice, &site.settings.language, out))
        .map_err(|e| out.fail(&Msg::new("archive-too-much").with("error", e.to_string()), None, SYSTEM))?;
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    write_new_files(folder, &[(name, zip)]).map_err(|e| out.disk(&e))?;
    out.say(&Msg::new("archive-done").with("file", file.display().to_string()).count("files", n));
    Ok(())
}

/// Every file of the notice as it stands, with the settings that name its units.
fn sources(content: &Content, root: &Path, slug: &str, out: &Out) -> Result<Vec<Item>, u8> {
    let own = format!("notices/{slug}/");
    let item =
        |path: &str, bytes: Vec<u8>| Item { path: format!("content/{path}"), what: what(path, out), bytes };
    let texts = content.files.iter().filter(|f| f.path == "site.yaml" || f.path.starts_with(&own));
    let mut found: Vec<Item> = texts.map(|f| item(&f.path, f.bytes.clone())).collect();
    for asset in content.assets.iter().filter(|a| a.path.starts_with(&own)) {
        let bytes = read_file(&root.join("content").join(&asset.path)).map_err(|e| out.disk(&e))?;
        found.push(item(&asset.path, bytes));
    }
    Ok(found)
}

/// The notice to read without this tool: as it is now, and as each edition published it.
fn exports(notice: &Notice, out: &Out) -> Vec<Item> {
    // The last day on which anything happened: an archive says the same whenever it is made.
    let day = history::record_date(notice, NaiveDate::MAX);
    let item = |path: &str, what: &'static str, text: String| Item {
        path: path.to_owned(),
        what: out.word(what),
        bytes: text.into_bytes(),
    };
    let mut items = vec![
        item("notice.txt", "archive-txt", txt::export(notice)),
        item("notice.json", "archive-json", json::export(notice, day)),
    ];
    let published =
        |e: &Edition| item(&format!("editions/{}.txt", e.name), "archive-edition", txt::export(&e.notice));
    items.extend(notice.editions.iter().map(published));
    items
}

fn what(path: &str, out: &Out) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    out.word(match parts.as_slice() {
        ["site.yaml"] => "archive-settings",
        [_, _, "notice.yaml"] => "archive-head",
        [_, _, "issues", _] => "archive-issue",
        [_, _, "editions", _] => "archive-frozen",
        [_, _, "evidence", _] => "archive-evidence",
        _ => "archive-prose",
    })
}

fn words(notice: &Notice, language: &str, out: &Out) -> Words {
    Words {
        language: language.to_owned(),
        title: notice.title.clone(),
        about: out.word("archive-about"),
        heads: ["archive-file", "archive-what", "archive-size", "archive-sum"].map(|id| out.word(id)),
    }
}
