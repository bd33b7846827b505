//! `gongkai export --format cms`: a folder of fragments to paste into a portal.

use std::path::Path;

use chrono::NaiveDate;

use super::out::Out;
use super::{ERRORS, USAGE, theme};
use crate::disk::DiskSink;
use crate::lang::{Lang, Msg};
use crate::model::Site;
use crate::plan::Index;
use crate::render::{Audience, Book, Fragment, fragment};
use crate::theme::{Folder, Theme};

/// The theme whose templates make the fragments, whatever theme the site itself has.
const THEME: &str = "plain";

/// Writes the fragments of a notice of a published site into a folder of their own.
pub fn write(site: &Site, slug: &str, day: NaiveDate, folder: Option<&Path>, out: &Out) -> Result<(), u8> {
    let folder = folder.ok_or_else(|| out.fail(&Msg::new("export-folder"), None, USAGE))?;
    let Some(n) = site.notices.iter().position(|n| n.slug == slug) else {
        return Err(out.fail(&Msg::new("export-not-public").with("slug", slug), None, ERRORS));
    };
    let lang = Lang::parse(&site.settings.language).unwrap_or(Lang::ZhCn);
    let theme = Theme::open(THEME, Folder::default(), lang).map_err(|error| theme::refused(&error, out))?;
    let index = Index::of(site, day);
    let book = Book::open(site, &index, &[], day, &theme.strings).for_audience(Audience::Public);
    let sink = DiskSink::open(folder).map_err(|e| out.disk(&e))?;
    let mut files = Vec::new();
    for which in Fragment::ALL {
        let made = fragment(which, n, &book, &theme).map_err(|error| {
            out.diagnostics(&[theme.diagnostic(&error)], theme.sources(), "human");
            ERRORS
        })?;
        if let Some(made) = made {
            sink.put(which.file(), made.as_bytes()).map_err(|e| out.disk(&e))?;
            files.push(which.file());
        }
    }
    sink.commit(&|_, _| {}).map_err(|e| out.disk(&e))?;
    let done = Msg::new("export-portal").with("folder", folder.display().to_string()).list("files", files);
    out.say(&done);
    Ok(())
}
