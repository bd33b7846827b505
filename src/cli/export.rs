//! `gongkai export`

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;
use clap::parser::ValueSource;

use super::diff::{no_notice, waits};
use super::out::Out;
use super::{ERRORS, USAGE, WELL, overwrite, portal, poster, print};
use crate::disk::replace_file;
use crate::export::ledger::{Ledger, book, csv};
use crate::export::print::Press;
use crate::export::{DocumentError, docx};
use crate::export::{json, txt};
use crate::history::published;
use crate::import::ledger::edited::Against;
use crate::lang::Msg;
use crate::model::{Edition, Notice, Site};

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
    let at = site.notices.iter().position(|n| n.slug == slug).ok_or_else(|| no_notice(&site, slug, out))?;
    let notice = &site.notices[at];
    let asked = Asked {
        edition: matches.get_flag("with-edition"),
        attachments: matches.get_flag("with-attachments"),
    };
    let format = format(matches, out)?;
    if asked.attachments && !matches!(format, "docx" | "pdf") {
        return Err(out.fail(&Msg::new("export-attachments-docx"), None, USAGE));
    }
    if asked.edition && !matches!(format, "txt" | "docx" | "pdf") {
        return Err(out.fail(
            &Msg::new("export-edition-format"),
            Some(&Msg::new("export-edition-format-hint")),
            USAGE,
        ));
    }
    if let (Some(file), "xlsx" | "csv", false) = (file, format, matches.get_flag("yes")) {
        overwrite::refuse(file, Against { notice, units: &site.units, day }, out)?;
    }
    if !asked.edition && matches!(format, "txt" | "docx" | "pdf") {
        tell_of_what_waits(notice, day, out);
    }
    let fonts = matches.get_one::<PathBuf>("font-dir").map(PathBuf::as_path);
    let made = match format {
        "cms" => return portal::write(&published(site, day), slug, day, file.map(PathBuf::as_path), out),
        "docx" | "pdf" | "poster" | "xlsx" if file.is_none() => {
            return Err(out.fail(&Msg::new("export-file"), None, USAGE));
        }
        "docx" => document(notice, asked, out)?,
        "poster" => poster::make(&published(site, day), slug, day, fonts, out)?,
        "pdf" => {
            let press = print::press(fonts, out)?;
            printed(&*press, notice, &site.settings.language, asked, out)?
        }
        "xlsx" => book::export(&ledger(&site, notice, day)).map_err(|e| refused(slug, &e, out))?,
        "csv" => csv::export(&ledger(&site, notice, day)).into_bytes(),
        "json" => json::export(notice, day).into_bytes(),
        _ => text_of(notice, asked, out)?.into_bytes(),
    };
    match file {
        Some(path) => {
            replace_file(path, &made).map_err(|e| out.disk(&e))?;
            out.say(&Msg::new("export-done").with("file", path.display().to_string()));
            Ok(())
        }
        None => out.result(&made),
    }
}

/// The text of the files while an edition says otherwise: nobody should sign or post it for what is public.
fn tell_of_what_waits(notice: &Notice, day: NaiveDate, out: &Out) {
    if let Some(edition) = notice.editions.last().filter(|_| waits(notice, day)) {
        out.note(&Msg::new("export-waiting").with("edition", &edition.name));
    }
}

/// The format asked for; where none is, that which the name of the file says. A name that says another is an error: a text
/// called `.doc` opens in no word processor as its reader expects.
fn format<'m>(matches: &'m ArgMatches, out: &Out) -> Result<&'m str, u8> {
    let asked = matches.get_one::<String>("format").map_or("txt", String::as_str);
    if matches.value_source("format") == Some(ValueSource::CommandLine) {
        return Ok(asked);
    }
    let ends = matches.get_one::<PathBuf>("output").and_then(|file| file.extension());
    let Some(ends) = ends.map(|ends| ends.to_string_lossy().to_lowercase()) else { return Ok(asked) };
    SUFFIXES.into_iter().find(|known| ends == *known).ok_or_else(|| {
        let hint = Msg::new("export-suffix-hint").list("known", SUFFIXES);
        out.fail(&Msg::new("export-suffix").with("ends", format!(".{ends}")), Some(&hint), USAGE)
    })
}

/// Ends of names that say a format.
const SUFFIXES: [&str; 6] = ["txt", "docx", "pdf", "xlsx", "csv", "json"];

/// The ledger of those who keep it: from the working files, with what waits for them.
fn ledger<'s>(site: &'s Site, notice: &'s Notice, day: NaiveDate) -> Ledger<'s> {
    Ledger { notice, units: &site.units, day, suggestions: true }
}

/// What the person asked for beside the text itself.
#[derive(Clone, Copy)]
struct Asked {
    edition: bool,
    attachments: bool,
}

/// The text, with a last line that names the edition where that is asked for.
fn text_of(notice: &Notice, asked: Asked, out: &Out) -> Result<String, u8> {
    if !asked.edition {
        return Ok(txt::export(notice));
    }
    let edition = latest(notice, out)?;
    let text = txt::export(&edition.notice);
    Ok(format!("{}\n{}\n", text.trim_end_matches('\n'), named(edition, out)))
}

/// The Word document.
fn document(notice: &Notice, asked: Asked, out: &Out) -> Result<Vec<u8>, u8> {
    let (notice, words) = paper(notice, asked, out)?;
    docx::export(notice, &words).map_err(|e| refused(&notice.slug, &e, out))
}

/// The pages.
fn printed(
    press: &dyn Press,
    notice: &Notice,
    language: &str,
    asked: Asked,
    out: &Out,
) -> Result<Vec<u8>, u8> {
    let (notice, words) = paper(notice, asked, out)?;
    press.notice(notice, language, &words).map_err(|e| print::refused(&notice.slug, &e, out))
}

/// Which text a paper has, and what beside it.
fn paper<'n>(notice: &'n Notice, asked: Asked, out: &Out) -> Result<(&'n Notice, docx::Asked), u8> {
    let edition = asked.edition.then(|| latest(notice, out)).transpose()?;
    let words = docx::Asked {
        attachments: asked.attachments.then(|| out.word("export-attachments")),
        edition: edition.map(|e| named(e, out)),
    };
    Ok((edition.map_or(notice, |e| &e.notice), words))
}

/// Says why there is no document of the notice of a slug.
pub fn refused(slug: &str, error: &DocumentError, out: &Out) -> u8 {
    let hint = match error {
        DocumentError::Character(..) => Some(Msg::new("export-character-hint")),
        DocumentError::LongCell(_) => Some(Msg::new("export-long-cell-hint")),
        DocumentError::Print(error) => return print::refused(slug, error, out),
        DocumentError::TooMuch(_) => None,
    };
    out.fail(&refusal(slug, error), hint.as_ref(), ERRORS)
}

/// Why a document of a notice was not made.
pub fn refusal(slug: &str, error: &DocumentError) -> Msg {
    let at = |place: &str| format!("notices/{slug}: {place}");
    match error {
        DocumentError::Character(c, place) => {
            let name = format!("U+{:04X}", u32::from(*c));
            Msg::new("export-character").with("character", name).with("place", at(place))
        }
        DocumentError::LongCell(place) => Msg::new("export-long-cell").with("place", at(place)),
        DocumentError::Print(error) => {
            Msg::new("print-typesetter").with("slug", slug).with("error", format!("{error:?}"))
        }
        DocumentError::TooMuch(error) => Msg::new("export-too-much").with("error", error),
    }
}

fn latest<'n>(notice: &'n Notice, out: &Out) -> Result<&'n Edition, u8> {
    notice.editions.last().ok_or_else(|| {
        let message = Msg::new("export-no-edition").with("slug", &notice.slug);
        out.fail(&message, Some(&Msg::new("export-no-edition-hint")), USAGE)
    })
}

/// The line that names an edition: what hangs on a board can be held against the site.
fn named(edition: &Edition, out: &Out) -> String {
    let line = Msg::new("export-edition")
        .with("date", edition.date.to_string())
        .with("digest", edition.short_digest());
    out.text(&line)
}
