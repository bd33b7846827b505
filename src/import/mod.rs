//! A notice that someone already has into content files, with proof that no character is lost.
//!
//! 1. [`lines`] takes the layout off: indent, empty lines, signature and date;
//! 2. [`marks`] finds the numbers that lines begin with; [`outline`] keeps those that form the notice's own order;
//! 3. [`build`] makes a model of them, with the numbering that fits with the fewest pins;
//! 4. [`facts`] and [`units`] read what stands in the prose into fields beside it;
//! 5. [`proof`] loads the very bytes that would be written, exports them, and compares.

mod build;
mod facts;
mod lines;
mod marks;
mod outline;
mod pins;
mod proof;
mod report;
mod units;

use chrono::NaiveDate;

use crate::lang::Msg;
use crate::model::{Notice, Settings};
use crate::save;

use lines::Page;
use outline::Outline;

pub use proof::Difference;
pub use report::Report;
pub use units::Found;

/// What a person asked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Folder name of the notice; by default its date.
    pub slug: Option<String>,
    /// Set the status that the wording suggests, marked as such.
    pub suggest_status: bool,
    /// Let spaces at line ends and uneven empty lines go before importing.
    pub tidy_space: bool,
    /// The date, where the text has none.
    pub date: Option<NaiveDate>,
    /// Who signs, where the text does not say.
    pub issuer: Option<String>,
}

/// What an import would write, proved to export to the same text.
#[derive(Debug)]
pub struct Imported {
    /// Folder name of the notice.
    pub slug: String,
    /// The notice's files, by path in the content folder.
    pub files: Vec<(String, Vec<u8>)>,
    /// A `site.yaml` around it, for a folder that has none.
    pub site: Vec<u8>,
    /// What was recognised.
    pub report: Report,
}

/// Why a text was not imported. Nothing is written.
#[derive(Debug)]
pub enum Refused {
    /// Something that only a person can say is missing.
    Ask(Msg, Msg),
    /// What would be written does not export to the same text.
    Differs(Vec<Difference>),
}

/// Imports a decoded text with `\n` line ends.
pub fn import(text: &str, options: &Options) -> Result<Imported, Refused> {
    let tidied = options.tidy_space.then(|| lines::tidy(text));
    let text = tidied.as_deref().unwrap_or(text);
    let page = lines::read(text);
    let outline = outline::read(&page);
    made(text, &page, &outline, options).or_else(|refused| match refused {
        // A structure that the content files cannot hold: the text stays prose, unless that differs too.
        Refused::Differs(_) => made(text, &page, &Outline::plain(&page), options).map_err(|_| refused),
        Refused::Ask(..) => Err(refused),
    })
}

fn made(text: &str, page: &Page<'_>, outline: &Outline, options: &Options) -> Result<Imported, Refused> {
    let facts = facts::read(page, options)?;
    let slug = options.slug.clone().unwrap_or_else(|| facts.date.to_string());
    let notice = build::notice(page, outline, facts, &slug, options.suggest_status);
    let found = units::find(&notice);
    let site = save::site_file(&settings(&notice), &units::proposed(&found));
    let files = save::notice_files(&notice);
    proof::prove(text, &slug, &files, &site)?;
    let report = report::of(&notice, page, outline, found);
    Ok(Imported { slug, files, site, report })
}

fn settings(notice: &Notice) -> Settings {
    Settings {
        title: notice.issuer.clone(),
        language: "zh-CN".to_owned(),
        theme: "civic".to_owned(),
        contact: notice.contact.clone(),
        ..Settings::default()
    }
}
