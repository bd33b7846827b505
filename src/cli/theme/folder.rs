//! A theme's folder: made, filled from a shipped theme, listed.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::USAGE;
use crate::cli::out::Out;
use crate::disk::{read_theme, told, write_new_files};
use crate::lang::Msg;
use crate::load::suggestion;
use crate::model::ids;
use crate::theme::{Files, Theme, extends, shipped};

/// `theme new NAME --from BASE`: a `theme.yaml` that stands over the shipped theme, and so the very same pages.
pub fn new(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let (name, base) = (text(matches, "name"), text(matches, "from"));
    let folder = place(root, name, out)?;
    if Theme::BUILT_IN.contains(&name) {
        let message = Msg::new("theme-new-taken").with("name", name);
        return Err(out.fail(&message, Some(&Msg::new("theme-new-taken-hint")), USAGE));
    }
    let settings = format!("name: {name}\nextends: {base}\n").into_bytes();
    write_new_files(&folder, &[("theme.yaml".to_owned(), settings)]).map_err(|e| out.disk(&e))?;
    let done = Msg::new("theme-new-done").with("folder", told(&folder)).with("base", base).with("name", name);
    out.say(&done);
    Ok(())
}

/// `theme copy NAME FILE…`: files of the shipped theme below it, all of them or none.
pub fn copy(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let name = text(matches, "name");
    let folder = place(root, name, out)?;
    let own = read_theme(&folder).map_err(|e| out.disk(&e))?;
    let base = base(name, &own)
        .ok_or_else(|| out.fail(&Msg::new("theme-copy-alone").with("name", name), None, USAGE))?;
    let below = shipped(base).unwrap_or_default();
    let wanted: Vec<&String> = matches.get_many("file").into_iter().flatten().collect();
    let mut files = Vec::new();
    for path in &wanted {
        let Some(file) = below.iter().find(|(p, _)| p == *path) else {
            let message = Msg::new("theme-copy-none").with("base", base).with("path", *path);
            let hint = suggestion(path, below.iter().map(|(p, _)| p.as_str()));
            return Err(out.fail(&message, Some(&hint), USAGE));
        };
        files.push(file.clone());
    }
    write_new_files(&folder, &files).map_err(|e| out.disk(&e))?;
    let paths = wanted.into_iter().map(String::as_str);
    out.say(&Msg::new("theme-copy-done").list("files", paths).with("folder", told(&folder)));
    Ok(())
}

/// `theme files NAME`: every file, one a line, those of the site's own folder marked.
pub fn files(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let name = text(matches, "name");
    let own = read_theme(&place(root, name, out)?).map_err(|e| out.disk(&e))?;
    let below = base(name, &own).and_then(shipped).unwrap_or_default();
    if own.is_empty() && below.is_empty() {
        let hint = Msg::new("site-no-theme-hint").list("names", Theme::BUILT_IN);
        return Err(out.fail(&Msg::new("site-no-theme").with("name", name), Some(&hint), USAGE));
    }
    let is_own = |path: &String| own.iter().any(|(p, _)| p == path);
    let mut paths: Vec<&String> = own.iter().map(|(path, _)| path).collect();
    paths.extend(below.iter().map(|(path, _)| path).filter(|path| !is_own(path)));
    paths.sort();
    for path in paths {
        match is_own(path) {
            true => out.say(&Msg::new("theme-own-file").with("path", path)),
            false => out.raw(&format!("{path}\n")),
        }
    }
    Ok(())
}

/// The shipped theme that a theme stands over.
fn base(name: &str, own: &Files) -> Option<&'static str> {
    let named = extends(own);
    Theme::BUILT_IN.into_iter().find(|known| named.as_deref().unwrap_or(name) == *known)
}

/// `<root>/themes/<name>`; a name that is no name of a folder would lead out of it.
fn place(root: &Path, name: &str, out: &Out) -> Result<PathBuf, u8> {
    if !ids::is_valid(name) {
        let message = Msg::new("load-bad-id").with("id", name);
        return Err(out.fail(&message, Some(&Msg::new("load-id-hint")), USAGE));
    }
    Ok(root.join("themes").join(name))
}

fn text<'m>(matches: &'m ArgMatches, name: &str) -> &'m str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}
