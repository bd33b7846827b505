//! The sheet for a notice board: what a notice is about, how far it is, whom to call, and where the whole of it is read.

use chrono::{Datelike as _, NaiveDate};
use serde::Serialize;

use super::paper::title_lines;
use crate::history::{record_date, tally_issues, tally_measures};
use crate::lang::{Catalog, Lang, Msg};
use crate::model::{Contact, Notice, Status, Tally};
use crate::zh::date::long;

/// The words of a sheet, in the language of the site.
#[derive(Debug, Clone, Serialize)]
pub struct Poster {
    /// The title, broken where its sense breaks.
    pub title: Vec<String>,
    /// Who signs.
    pub issuer: String,
    /// The day under the signature.
    pub date: NaiveDate,
    /// Head of the summary.
    pub summary: String,
    /// The inspection, and how much it found.
    pub facts: Vec<Row>,
    /// Head of the progress.
    pub progress: String,
    /// The day up to which the record tells it.
    pub as_of: String,
    /// Issues, then measures.
    pub shares: Vec<Share>,
    /// What stands before the statuses.
    pub states_of: String,
    /// How many measures stand at each status.
    pub states: Vec<String>,
    /// What stands between them.
    pub between: String,
    /// Head of the contact.
    pub contact: String,
    /// Whom to call; none where the record names nobody.
    pub contacts: Vec<Row>,
    /// What the code is for.
    pub scan: String,
    /// What the code says to someone who cannot see it.
    pub alt: String,
    /// Where the notice is.
    pub url: String,
    /// Edition and short digest, where the notice has an edition.
    pub version: Option<String>,
}

/// A name and what it names.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The name.
    pub name: String,
    /// What it names.
    pub text: String,
}

/// How many of how many are finished.
#[derive(Debug, Clone, Serialize)]
pub struct Share {
    /// Finished; `None` where no status is stated.
    pub finished: Option<usize>,
    /// The denominator.
    pub total: usize,
    /// Of what.
    pub caption: String,
}

/// What a sheet is made of beside the notice.
pub struct Setting<'a> {
    /// The language of the site.
    pub lang: Lang,
    /// The day as of which it is made.
    pub day: NaiveDate,
    /// Where the notice is published.
    pub url: String,
    /// Whom to call where the notice says nothing.
    pub contact: Option<&'a Contact>,
}

/// Half characters of a line of the title.
const LINE: i64 = 26;

/// The sheet of a notice.
pub fn poster(notice: &Notice, setting: Setting<'_>) -> Poster {
    let words = Words { catalog: Catalog::tool(setting.lang), lang: setting.lang };
    let issues = tally_issues(&notice.issues, notice.date, setting.day);
    let measures = tally_measures(notice.issues.iter().flat_map(|i| &i.measures), notice.date, setting.day);
    let record = words.day(record_date(notice, setting.day));
    let version = notice.editions.iter().rfind(|e| e.date <= setting.day).map(|edition| {
        let day = words.day(edition.date);
        words.text(&Msg::new("poster-version").with("date", day).with("digest", edition.short_digest()))
    });
    let lines = title_lines(&notice.title, &notice.issuer, LINE);
    Poster {
        title: lines.into_iter().map(str::to_owned).collect(),
        issuer: notice.issuer.clone(),
        date: notice.date,
        summary: words.word("poster-summary"),
        facts: words.facts(notice, &issues, &measures),
        progress: words.word("poster-progress"),
        as_of: words.text(&Msg::new("poster-as-of").with("date", record)),
        shares: vec![words.share(&issues, "poster-issues"), words.share(&measures, "poster-measures")],
        states_of: words.word("poster-states"),
        states: words.states(&measures),
        between: words.word("poster-between"),
        contact: words.word("poster-contact"),
        contacts: notice.contact.as_ref().or(setting.contact).map(|c| words.contacts(c)).unwrap_or_default(),
        scan: words.word("poster-scan"),
        alt: words.text(&Msg::new("poster-alt").with("url", &setting.url)),
        url: setting.url,
        version,
    }
}

struct Words {
    catalog: Catalog,
    lang: Lang,
}

impl Words {
    fn text(&self, msg: &Msg) -> String {
        self.catalog.text(msg)
    }

    fn word(&self, id: &'static str) -> String {
        self.text(&Msg::new(id))
    }

    fn day(&self, date: NaiveDate) -> String {
        match self.lang {
            Lang::ZhCn => long(date),
            Lang::En => date.to_string(),
        }
    }

    /// A day of the same year is told without it, as people do in Chinese.
    fn until(&self, from: NaiveDate, to: NaiveDate) -> String {
        let day = self.day(to);
        let year = format!("{}年", from.year());
        day.strip_prefix(&year).map(str::to_owned).unwrap_or(day)
    }

    fn row(&self, id: &'static str, text: impl Into<String>) -> Row {
        Row { name: self.word(id), text: text.into() }
    }

    fn facts(&self, notice: &Notice, issues: &Tally, measures: &Tally) -> Vec<Row> {
        let mut out = Vec::new();
        if !notice.title.contains(&notice.issuer) {
            out.push(self.row("poster-issuer", notice.issuer.as_str()));
        }
        if let Some(inspection) = &notice.inspection {
            out.push(self.row("poster-by", inspection.by.as_str()));
            if let (Some(from), Some(to)) = (inspection.from, inspection.to) {
                let span =
                    Msg::new("poster-span").with("from", self.day(from)).with("to", self.until(from, to));
                out.push(self.row("poster-when", self.text(&span)));
            }
            out.extend(inspection.feedback.map(|on| self.row("poster-feedback", self.day(on))));
        }
        let found =
            Msg::new("poster-found").count("issues", issues.total()).count("measures", measures.total());
        out.push(self.row("poster-what", self.text(&found)));
        out
    }

    fn share(&self, tally: &Tally, id: &'static str) -> Share {
        let finished = tally.any_stated().then(|| tally.finished());
        Share { finished, total: tally.total(), caption: self.word(id) }
    }

    fn states(&self, tally: &Tally) -> Vec<String> {
        let one = |key: &'static str, n: usize| {
            (n > 0).then(|| self.text(&Msg::new("poster-state").with("status", key).count("n", n)))
        };
        let stated = Status::ALL.into_iter().rev().filter_map(|s| one(s.key(), tally.count(s)));
        stated.chain(one("not_stated", tally.not_stated)).collect()
    }

    fn contacts(&self, contact: &Contact) -> Vec<Row> {
        // Nobody writes down a postcode from a board.
        let Contact { phone, address, email, postcode: _, hours } = contact;
        let all = [
            ("poster-phone", phone),
            ("poster-hours", hours),
            ("poster-address", address),
            ("poster-email", email),
        ];
        all.into_iter().filter_map(|(id, text)| Some(self.row(id, text.clone()?))).collect()
    }
}
