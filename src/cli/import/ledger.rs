//! A ledger that someone else keeps into content files, and what was recognised of it.

use std::path::Path;

use super::super::out::Out;
use super::{refuse, source};
use clap::ArgMatches;

use crate::disk::{read_content, write_new_files};
use crate::import::Options;
use crate::import::ledger::{self, LeftOut, Report};
use crate::intake::sheet::Sheets;
use crate::lang::Msg;

/// How many cells and units are named.
const SHOWN: usize = 12;
/// Characters of a cell that are shown.
const CHARACTERS: usize = 40;

/// Imports the sheets as a notice of their own.
pub fn import(
    root: &Path,
    sheets: &Sheets,
    options: &Options,
    matches: &ArgMatches,
    out: &Out,
) -> Result<(), u8> {
    let content = root.join("content");
    let has_site = read_content(&content).files.iter().any(|f| f.path == "site.yaml");
    let site = if has_site { Some(out.site(root, "human")?.0) } else { None };
    let made = ledger::import(&sheets.sheets, options, site.as_ref()).map_err(|r| refuse(&r, out))?;
    let mut files = made.files.clone();
    if !has_site {
        files.push(("site.yaml".to_owned(), made.site.clone()));
    }
    let dry = matches.get_flag("dry-run");
    if !dry {
        write_new_files(&content, &files).map_err(|e| out.disk(&e))?;
    }
    out.say(&Msg::new("ledger-proved"));
    source::tell(&sheets.notes, out);
    report(&made.report, out);
    if dry {
        out.say(&Msg::new("update-dry-run"));
        return Ok(());
    }
    out.say(&Msg::new("import-done").with("slug", &made.slug).count("files", files.len()));
    Ok(())
}

fn report(r: &Report, out: &Out) {
    for (sheet, issues, measures) in &r.sheets {
        let message = Msg::new("ledger-sheet").with("sheet", sheet);
        out.say(&message.count("issues", *issues).count("measures", *measures));
    }
    out.say(&Msg::new("import-title").with("title", &r.title));
    if r.entries > 0 {
        out.say(&Msg::new("ledger-entries").count("n", r.entries));
    }
    if r.undated > 0 {
        out.warn(&Msg::new("ledger-undated").count("n", r.undated), Some(&Msg::new("ledger-undated-hint")));
    }
    if r.suggested > 0 {
        out.warn(
            &Msg::new("ledger-suggested").count("n", r.suggested),
            Some(&Msg::new("ledger-suggested-hint")),
        );
    }
    if !r.units.is_empty() {
        out.say(&Msg::new("ledger-unit-list").list("names", r.units.iter().map(String::as_str)));
    }
    left(&r.left, "ledger-left", None, out);
}

/// Names cells that are in no file, column by column; the hint is that of all, and stands under the last.
pub fn left(columns: &[LeftOut], id: &'static str, hint: Option<&Msg>, out: &Out) {
    for (at, LeftOut { place, cells }) in columns.iter().enumerate() {
        let last = at + 1 == columns.len();
        let shown: String = cells.iter().take(SHOWN).map(|(at, words)| line(at, words)).collect();
        let more = if cells.len() > SHOWN { "\n       | …" } else { "" };
        let message = Msg::new(id).with("place", place).count("n", cells.len());
        out.warn(&message.with("texts", format!("{shown}{more}")), hint.filter(|_| last));
    }
}

fn line(at: &str, words: &str) -> String {
    let shown: String = words.chars().take(CHARACTERS).collect();
    let more = if shown.len() < words.len() { "…" } else { "" };
    format!("\n  {at:>5} | {}{more}", shown.replace('\n', " "))
}
