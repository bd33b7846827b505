//! A notice that someone already has into content files, with proof that no character is lost.
//!
//! 1. [`lines`] takes the layout off: indent, empty lines; [`foot`] signature, date and what stands under them;
//! 2. [`marks`] finds the numbers that lines begin with; [`issues`], [`outline`], [`divisions`], [`headings`] and [`walk`] keep those that
//!    form the notice's own order;
//! 3. [`build`] makes a model of them, with the numbering that fits with the fewest pins ([`pins`]);
//! 4. [`facts`], [`contact`], [`units`] and [`responsible`] read what stands in the text into fields beside it;
//! 5. [`proof`] loads the very bytes that would be written, exports them, and compares.

mod bare;
mod build;
mod called;
mod contact;
mod divisions;
mod draft;
mod facts;
mod faults;
mod foot;
mod gaps;
mod headings;
mod heads;
mod hours;
mod inspection;
mod issues;
mod labels;
pub mod ledger;
mod left;
mod lines;
mod marks;
mod names;
mod nothing;
mod outline;
mod paragraphs;
mod pins;
mod proof;
mod report;
mod responsible;
mod run_in;
mod run_on;
mod tree;
mod units;
mod walk;
mod wording;

use chrono::NaiveDate;

use crate::lang::Msg;
use crate::model::{Notice, Settings, Unit, UnitId};
use crate::save;

use lines::Page;
use outline::Outline;

pub use lines::{TITLE_LINES, is_title};
pub use marks::begins_with_number;
pub use nothing::{Nothing, Reason};
pub use proof::Difference;
pub use report::{Place, Report};
pub use responsible::{Assigned, Open, Unclear};
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
    /// The units of the site that it goes into, if there is one.
    pub units: Option<Vec<Unit>>,
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
    /// Things that only a person can say are missing: all of them.
    Ask(Vec<Question>),
    /// What would be written does not export to the same text.
    Differs(Vec<Difference>),
}

/// Something that only a person can say.
#[derive(Debug)]
pub struct Question {
    /// What is missing.
    pub message: Msg,
    /// How to say it.
    pub hint: Msg,
}

impl Question {
    /// A question that needs no words of the text.
    const fn new(message: Msg, hint: Msg) -> Self {
        Self { message, hint }
    }
}

impl From<Question> for Refused {
    fn from(question: Question) -> Self {
        Self::Ask(vec![question])
    }
}

/// Imports a decoded text with `\n` line ends.
pub fn import(text: &str, options: &Options) -> Result<Imported, Refused> {
    let tidied = options.tidy_space.then(|| lines::tidy(text));
    let text = tidied.as_ref().map_or(text, |(text, _)| text);
    let mut page = lines::read(text);
    if let Some((_, kept)) = &tidied {
        page.place_by(kept);
    }
    let closing = facts::closing(&page);
    let outline = outline::read(&page, closing, true);
    let made = made(text, &page, &outline, options, true).or_else(|refused| match refused {
        // A structure that the content files cannot hold: the text stays prose, unless that differs too.
        Refused::Differs(_) => made(text, &page, &outline, options, false)
            .or_else(|_| made(text, &page, &outline::read(&page, closing, false), options, false))
            .or_else(|_| made(text, &page, &Outline::plain(&page), options, false))
            .map_err(|_| refused),
        Refused::Ask(..) => Err(refused),
    });
    let none = |i: &Imported| (i.report.issues == 0).then(|| nothing::why(&page, &outline));
    made.map(|mut imported| {
        imported.report.nothing = none(&imported);
        imported.report.tidied = tidied.is_some();
        imported
    })
}

fn made(
    text: &str,
    page: &Page<'_>,
    outline: &Outline,
    options: &Options,
    part: bool,
) -> Result<Imported, Refused> {
    let facts = facts::read(page, outline, options)?;
    let slug = options.slug.clone().unwrap_or_else(|| facts.date.to_string());
    let mut notice = build::notice(page, outline, facts, &slug, part);
    if options.suggest_status {
        wording::suggest(&mut notice);
    }
    let found = units::find(page, outline, &notice.issuer, &responsible::names(&notice));
    let own = units::proposed(&found);
    let units = options.units.as_ref().map_or_else(|| own.clone(), |known| units::known(known));
    let id_of = |name: &str| -> Option<UnitId> {
        let mut sure = units.iter().filter(|p| p.sure).map(|p| &p.unit);
        sure.find(|unit| unit.names().any(|own| own == name)).map(|unit| unit.id.clone())
    };
    let assigned = responsible::assign(&mut notice, id_of);
    let files = save::notice_files(&notice);
    proof::prove(text, &slug, &files, &save::site_file(&settings(&notice), &units))?;
    let site = save::site_file(&settings(&notice), &own);
    let listed =
        |name: &String| options.units.iter().flatten().any(|unit| unit.names().any(|own| own == name));
    let new = found.into_iter().filter(|f| !listed(&f.name) && !f.aliases.iter().any(listed)).collect();
    let report = Report { assigned, ..report::of(&notice, page, outline, new) };
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
