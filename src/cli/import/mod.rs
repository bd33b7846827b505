//! `gongkai import`

mod edited;
mod ledger;
mod report;
pub mod sheets;
mod source;

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::out::Out;
use super::{ERRORS, USAGE, WELL};
use crate::disk::{read_content, read_file, write_new_files};
use crate::import::{self, Difference, Options, Refused};
use crate::intake;
use crate::lang::Msg;
use crate::load::load_with;
use crate::model::ids;

/// Imports a notice.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match import(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn import(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let mut options = options(matches, out)?;
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let bytes = read_file(&file).map_err(|e| out.disk(&e))?;
    intake::measure(&bytes).map_err(|e| source::refuse(&file, &e, out))?;
    if let Some(sheets) = sheets::read(&file, &bytes, out)? {
        let changed = edited::import(root, &sheets, matches, out);
        return changed.unwrap_or_else(|| ledger::import(root, &sheets, &options, matches, out));
    }
    let taken = source::read(&file, &bytes, out)?;
    let content = root.join("content");
    let here = read_content(&content);
    let has_site = here.files.iter().any(|f| f.path == "site.yaml");
    if has_site {
        // A site with faults in it takes a notice in all the same, without what only its units could say.
        options.units =
            Some(load_with(here.files, here.assets).site.map(|site| site.units).unwrap_or_default());
    }
    let imported = import::import(&taken.text, &options).map_err(|refused| refuse(&refused, out))?;
    let mut files = imported.files.clone();
    if !has_site {
        files.push(("site.yaml".to_owned(), imported.site.clone()));
    }
    let dry = matches.get_flag("dry-run");
    if !dry {
        write_new_files(&content, &files).map_err(|e| out.disk(&e))?;
    }
    report::print(&imported, &taken, has_site, options.suggest_status, out);
    if dry {
        out.say(&Msg::new("update-dry-run"));
        return Ok(());
    }
    out.say(&Msg::new("import-done").with("slug", &imported.slug).count("files", files.len()));
    Ok(())
}

fn options(matches: &ArgMatches, out: &Out) -> Result<Options, u8> {
    let text = |name| matches.get_one::<String>(name).cloned();
    let slug = text("slug");
    if let Some(slug) = slug.as_ref().filter(|s| !ids::is_valid(s)) {
        let message = Msg::new("load-bad-slug").with("slug", slug);
        return Err(out.fail(&message, Some(&Msg::new("load-id-hint")), USAGE));
    }
    Ok(Options {
        slug,
        suggest_status: matches.get_flag("suggest-status"),
        tidy_space: matches.get_flag("tidy-space"),
        date: text("date").map(|d| out.read_day(&d)).transpose()?,
        issuer: text("issuer"),
        units: None,
    })
}

fn refuse(refused: &Refused, out: &Out) -> u8 {
    match refused {
        Refused::Ask(questions) => {
            questions.iter().for_each(|q| _ = out.fail(&q.message, Some(&q.hint), ERRORS));
            ERRORS
        }
        Refused::Differs(lines) => {
            let hint =
                if lines.iter().all(is_of_space) { "import-differs-space" } else { "import-differs-hint" };
            let code = out.fail(&Msg::new("import-differs"), Some(&Msg::new(hint)), ERRORS);
            lines.iter().for_each(|l| difference(l, out));
            code
        }
    }
}

/// Whether a line differs by nothing that anybody reads.
fn is_of_space(d: &Difference) -> bool {
    let words = |text: &Option<String>| text.as_deref().unwrap_or_default().trim_end().to_owned();
    words(&d.was) == words(&d.now)
}

fn difference(d: &Difference, out: &Out) {
    let show = |sign: char, text: &Option<String>| {
        text.as_ref().map(|t| format!("{:>6} {sign} {}\n", d.line, visible(t, out))).unwrap_or_default()
    };
    out.raw(&format!("{}{}", show('-', &d.was), show('+', &d.now)));
}

/// A line whose empty ends a person can see.
fn visible(line: &str, out: &Out) -> String {
    let end = line.trim_end();
    match line {
        "" => out.word("import-empty-line"),
        _ => format!("{end}{}", "␣".repeat(line[end.len()..].chars().count())),
    }
}
