//! What an import recognised, in words; what a person has to look at comes as warnings.

use super::super::out::Out;
use super::source::{self, From, Source};
use crate::import::{Assigned, Imported, Nothing, Open, Place, Reason, Report, Unclear};
use crate::lang::Msg;
use crate::model::{Status, Tally};
use crate::text::Encoding;

/// How many units and stretches of lines are named.
const SHOWN: usize = 20;

/// Prints the report; that of statuses where they were asked for.
pub fn print(imported: &Imported, taken: &Source, has_site: bool, asked: bool, out: &Out) {
    let r = &imported.report;
    proved(taken, r.tidied, out);
    source::tell(&taken.notes, out);
    counts(r, out);
    fields(r, out);
    units(r, has_site, out);
    assigned(&r.assigned, out);
    if asked {
        suggested(&r.suggested, out);
    }
    if let Some(nothing) = &r.nothing {
        explain(nothing, out);
    }
    if r.blank > 0 {
        let message = Msg::new("import-blank").count("lines", r.blank);
        out.warn(&message, Some(&Msg::new("import-blank-hint")));
    }
    for place in &r.doubtful {
        let message = Msg::new("import-doubtful").count("line", place.line).with("text", &place.text);
        out.warn(&message, Some(&Msg::new("import-doubtful-hint")));
    }
    left(&r.left, out);
    missing_contact(r, out);
}

/// One warning for all of them, since a list in a measure may have many.
fn left(places: &[Place], out: &Out) {
    if places.is_empty() {
        return;
    }
    let shown = numbered(&places[..places.len().min(SHOWN)]);
    let more = if places.len() > SHOWN { "\n     …" } else { "" };
    let message = Msg::new("import-left").count("n", places.len()).with("lines", shown + more);
    out.warn(&message, Some(&Msg::new("import-left-hint")));
}

/// Lines of the text under a message, each with its number.
fn numbered(places: &[Place]) -> String {
    places.iter().map(|p| format!("\n{:>6} | {}", p.line, p.text)).collect()
}

fn proved(taken: &Source, tidied: bool, out: &Out) {
    match taken.from {
        _ if tidied => out.say(&Msg::new("import-proved-tidy")),
        From::Word => out.say(&Msg::new("import-proved-word")),
        From::Web => out.say(&Msg::new("import-proved-web")),
        From::Text(encoding) => out.say(&Msg::new("import-proved").with("encoding", encoding.name())),
    }
    if taken.from == From::Text(Encoding::Gb18030) {
        let first = taken.text.lines().next().unwrap_or_default();
        out.say(&Msg::new("import-encoding-look").with("text", Place::new(1, first).text));
    }
}

fn counts(r: &Report, out: &Out) {
    let none = r.headings == [0; 3] && r.issues == 0;
    let id = if none { "import-counts-none" } else { "import-counts" };
    out.say(
        &Msg::new(id)
            .count("parts", r.headings[0])
            .count("sections", r.headings[1])
            .count("topics", r.headings[2])
            .count("issues", r.issues)
            .count("measures", r.measures)
            .count("pins", r.pins),
    );
    if r.parted > 0 {
        out.say(&Msg::new("import-parted").count("n", r.parted));
    }
    if r.joined > 0 {
        out.say(&Msg::new("import-joined").count("n", r.joined));
    }
    let stretches = r.prose_stretches();
    let show =
        |(from, to): &(usize, usize)| if from == to { from.to_string() } else { format!("{from}–{to}") };
    let mut shown: Vec<String> = stretches.iter().take(SHOWN).map(show).collect();
    if stretches.len() > SHOWN {
        shown.push("…".to_owned());
    }
    let share = (r.prose * 100).div_ceil((r.prose + r.structured).max(1));
    out.say(
        &Msg::new("import-prose")
            .count("lines", r.prose_lines.len())
            .count("all", r.lines)
            .count("share", share)
            .with("where", shown.join(&out.word("word-list"))),
    );
}

fn fields(r: &Report, out: &Out) {
    let title = if r.title_printed { "import-title" } else { "import-title-made" };
    out.say(&Msg::new(title).with("title", &r.title));
    out.say(&Msg::new("import-signed").with("issuer", &r.issuer).with("date", r.date.to_string()));
    if let Some(i) = &r.inspection {
        let day = |d: Option<chrono::NaiveDate>| d.map_or_else(|| "—".to_owned(), |d| d.to_string());
        let message = Msg::new("import-inspection")
            .with("by", &i.by)
            .with("from", day(i.from))
            .with("to", day(i.to))
            .with("feedback", day(i.feedback));
        out.say(&message);
    }
    if let Some(day) = r.period_ends {
        out.say(&Msg::new("import-period").with("day", day.to_string()));
    }
    if let Some(c) = &r.contact {
        let part = |p: &Option<String>| p.clone().unwrap_or_else(|| "—".to_owned());
        let message = Msg::new("import-contact")
            .with("phone", part(&c.phone))
            .with("address", part(&c.address))
            .with("email", part(&c.email));
        out.say(&message);
        if let Some(postcode) = &c.postcode {
            out.say(&Msg::new("import-postcode").with("postcode", postcode));
        }
        if let Some(hours) = &c.hours {
            out.say(&Msg::new("import-hours").with("hours", hours));
        }
    }
}

fn units(r: &Report, has_site: bool, out: &Out) {
    for unit in r.units.iter().take(SHOWN) {
        let id = match (unit.line, unit.sure) {
            (0, _) => "import-unit-signs",
            (_, true) => "import-unit-sure",
            (_, false) => "import-unit-unsure",
        };
        let names = [std::slice::from_ref(&unit.name), &unit.aliases].concat().join(" / ");
        out.say(&Msg::new(id).with("names", names).count("times", unit.times).count("line", unit.line));
    }
    if r.units.len() > SHOWN {
        out.say(&Msg::new("import-units-more").count("count", r.units.len() - SHOWN));
    }
    if has_site && !r.units.is_empty() {
        out.say(&Msg::new("import-units-by-hand"));
    }
}

/// Whom the text says answers, and where it does not say it plainly.
fn assigned(a: &Assigned, out: &Out) {
    if a.set > 0 {
        out.say(&Msg::new("import-assigned").count("n", a.set));
    }
    let list = |words: &[String]| words.join(&out.word("word-list"));
    let of = |why: fn(&Unclear) -> bool| a.open.iter().filter(|o| why(&o.why)).collect::<Vec<_>>();
    unclear(
        "import-assigned-words",
        "import-assigned-words-hint",
        &of(|w| matches!(w, Unclear::Words(_))),
        out,
    );
    unclear("import-assigned-several", "import-assigned-open-hint", &of(|w| *w == Unclear::Several), out);
    unclear("import-assigned-shared", "import-assigned-open-hint", &of(|w| *w == Unclear::Shared), out);
    if !a.unknown.is_empty() {
        let message =
            Msg::new("import-assigned-unknown").count("n", a.lacking).with("names", list(&a.unknown));
        out.warn(&message, Some(&Msg::new("import-assigned-unknown-hint")));
    }
}

/// Measures that got no unit for one reason, and the words that are to blame.
fn unclear(message: &'static str, hint: &'static str, open: &[&Open], out: &Out) {
    if open.is_empty() {
        return;
    }
    let list = |mut words: Vec<String>| {
        if words.len() > SHOWN {
            words.truncate(SHOWN);
            words.push("…".to_owned());
        }
        words.join(&out.word("word-list"))
    };
    let mut words: Vec<String> = Vec::new();
    for open in open {
        let Unclear::Words(own) = &open.why else { continue };
        words.extend(own.iter().map(|w| format!("“{w}”")).filter(|w| !words.contains(w)).collect::<Vec<_>>());
    }
    let places = open.iter().map(|open| open.at.clone()).collect();
    let message = Msg::new(message).count("n", open.len()).with("words", list(words));
    out.warn(&message.with("where", list(places)), Some(&Msg::new(hint)));
}

/// What wording suggested of each status, and how a person confirms it.
fn suggested(tally: &Tally, out: &Out) {
    let n = tally.total() - tally.not_stated;
    if n == 0 {
        out.say(&Msg::new("import-suggested-none"));
        return;
    }
    let kinds = Status::ALL.into_iter().rev().filter(|s| tally.count(*s) > 0);
    let kinds: Vec<String> = kinds.map(|s| format!("{} {}", out.word(s.message()), tally.count(s))).collect();
    let message = Msg::new("import-suggested")
        .count("n", n)
        .with("kinds", kinds.join(&out.word("word-list")))
        .count("rest", tally.not_stated);
    out.warn(&message, Some(&Msg::new("ledger-suggested-hint")));
}

/// Why no issue was recognised, with the lines that come nearest.
fn explain(nothing: &Nothing, out: &Out) {
    let Nothing { reason, near } = nothing;
    let message = match reason {
        Reason::Neither => "import-none",
        Reason::Number => "import-none-number",
        Reason::Label => "import-none-label",
        Reason::Unheld => "import-none-unheld",
    };
    out.warn(&Msg::new(message), Some(&Msg::new("import-none-hint")));
    out.note(&Msg::new("import-near").count("count", near.len()).with("lines", numbered(near)));
}

/// A notice has to name a telephone, an address and a mail address.
fn missing_contact(r: &Report, out: &Out) {
    let contact = r.contact.clone().unwrap_or_default();
    let fields = [
        ("import-phone", &contact.phone),
        ("import-address", &contact.address),
        ("import-email", &contact.email),
    ];
    let missing: Vec<String> =
        fields.iter().filter(|(_, found)| found.is_none()).map(|(name, _)| out.word(name)).collect();
    if !missing.is_empty() {
        let message = Msg::new("import-no-contact").with("missing", missing.join(&out.word("word-list")));
        out.warn(&message, Some(&Msg::new("import-no-contact-hint")));
    }
}
