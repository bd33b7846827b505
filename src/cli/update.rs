//! `gongkai update`

use std::io::{BufRead, IsTerminal};
use std::path::Path;

use clap::ArgMatches;

use super::ask::{Ask, Gone};
use super::diff::no_notice;
use super::lines::changed_lines;
use super::out::{Out, today};
use super::{ERRORS, USAGE, WELL, entry_days};
use crate::disk::{Changed, change_files};
use crate::lang::Msg;
use crate::model::status::Named;
use crate::model::{Evidence, Issue, Measure, Notice, Site, Status, Update};
use crate::save::edit::{Change, Unfit, add_update};
use crate::text::{RawFile, decode};

/// Appends an entry to a measure in its file.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    let stdin = std::io::stdin();
    let ask = stdin.is_terminal().then(|| Ask { input: stdin.lock(), out });
    match update(root, matches, ask, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn update<R: BufRead>(
    root: &Path,
    matches: &ArgMatches,
    mut ask: Option<Ask<'_, R>>,
    out: &Out,
) -> Result<(), u8> {
    let content = out.content(root)?;
    let (site, now) = out.loaded(content.clone(), "human")?;
    let (issue, measure) = find(&site, matches, out)?;
    let asked = text(matches, "text").is_none() && ask.is_some();
    let entry = entry(measure, matches, ask.as_mut(), out)?;
    let status = status_beside(measure, &entry, matches, ask.as_mut(), out)?;
    let change = Change { measure: measure.id.as_str(), update: &entry, status };
    // The file was loaded a moment ago, so it is among those read.
    let old =
        content.files.iter().find(|f| f.path == issue.path).map(|f| f.bytes.clone()).unwrap_or_default();
    let new = add_update(&issue.path, &old, &change).map_err(|unfit| refuse(unfit, &issue.path, out))?;
    let after = content.with([RawFile { path: issue.path.clone(), bytes: new.clone() }]);
    let site_then = out.would_be(after, &now)?;
    gained(&site_then, issue, &change, out)?;
    show(&issue.path, &old, &new, out);
    entry_days::warn(&site_then, &[(&issue.path, entry.date)], &now, out);
    if matches.get_flag("dry-run") {
        out.say(&Msg::new("update-dry-run"));
        return Ok(());
    }
    if asked && !agreed(ask.as_mut(), &Msg::new("ask-write")) {
        out.say(&Msg::new("update-left"));
        return Ok(());
    }
    let changed = [Changed { path: issue.path.clone(), was: Some(old), is: new }];
    change_files(root, "update", &changed).map_err(|e| out.disk(&e))?;
    out.say(&Msg::new("update-done").with("id", &entry.id).with("path", &issue.path));
    Ok(())
}

fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

fn find<'s>(site: &'s Site, matches: &ArgMatches, out: &Out) -> Result<(&'s Issue, &'s Measure), u8> {
    let issue = find_issue(site, matches, out)?;
    let id = text(matches, "measure").unwrap_or_default();
    let measure = issue.measures.iter().find(|m| m.id.as_str() == id);
    let known = issue.measures.iter().map(|m| m.id.as_str());
    measure.map(|m| (issue, m)).ok_or_else(|| unknown("update-no-measure", id, known, out))
}

fn find_issue<'s>(site: &'s Site, matches: &ArgMatches, out: &Out) -> Result<&'s Issue, u8> {
    let (id, within) = (text(matches, "issue").unwrap_or_default(), text(matches, "notice"));
    let notices: Vec<&Notice> =
        site.notices.iter().filter(|n| within.is_none_or(|slug| n.slug == slug)).collect();
    if let Some(slug) = within.filter(|_| notices.is_empty()) {
        return Err(no_notice(site, slug, out));
    }
    let called = |i: &&Issue| i.id.as_str() == id || i.aliases.iter().any(|a| a.id.as_str() == id);
    let found: Vec<(&str, &Issue)> =
        notices.iter().flat_map(|n| n.issues.iter().filter(called).map(|i| (n.slug.as_str(), i))).collect();
    match found.as_slice() {
        [(_, issue)] => Ok(issue),
        [] => {
            let known = notices.iter().flat_map(|n| &n.issues).map(|i| i.id.as_str());
            Err(unknown("update-no-issue", id, known, out))
        }
        _ => {
            let hint = Msg::new("update-which-hint").list("slugs", found.iter().map(|(slug, _)| *slug));
            Err(out.fail(&Msg::new("update-which").with("id", id), Some(&hint), USAGE))
        }
    }
}

fn unknown<'n>(
    message: &'static str,
    id: &str,
    known: impl Iterator<Item = &'n str> + Clone,
    out: &Out,
) -> u8 {
    out.fail(&Msg::new(message).with("id", id), Some(&crate::load::suggestion(id, known)), USAGE)
}

/// The entry, from the flags; what is missing is asked for where there is someone to ask.
fn entry<R: BufRead>(
    measure: &Measure,
    matches: &ArgMatches,
    ask: Option<&mut Ask<'_, R>>,
    out: &Out,
) -> Result<Update, u8> {
    let own = |name| text(matches, name).map(str::to_owned);
    let named = text(matches, "status").map(|s| status(s, out)).transpose()?;
    let mut update = Update {
        id: own("id").unwrap_or_else(|| next_id(measure)),
        date: own("date").map_or_else(|| Ok(today()), |d| out.read_day(&d))?,
        status: named.map(|(status, _)| status),
        status_words: named.and_then(|(_, words)| words),
        text: own("text").filter(|text| !text.trim().is_empty()),
        evidence: matches.get_many::<String>("evidence").unwrap_or_default().map(Evidence::titled).collect(),
        corrects: own("corrects"),
        reason: own("reason"),
        minor: matches.get_flag("minor"),
        hide_old: matches.get_flag("hide-old"),
    };
    if let Some(ask) = ask {
        interview(&mut update, own("date").is_some(), measure, ask).map_err(|Gone| gone(out))?;
    }
    let missing = |name: &str| {
        let hint = Msg::new("usage-help").with("command", " update");
        out.fail(&Msg::new("usage-missing").with("argument", name), Some(&hint), USAGE)
    };
    if update.text.is_none() {
        return Err(missing("--text <TEXT>"));
    }
    if update.corrects.is_some() && update.reason.is_none() {
        return Err(missing("--reason <TEXT>"));
    }
    if update.status.is_none() && must_state(measure) {
        let hint = Msg::new("update-need-status-hint");
        return Err(out.fail(&Msg::new("update-need-status"), Some(&hint), USAGE));
    }
    Ok(update)
}

/// Asks for what the flags leave open; `dated` says that they gave the day.
fn interview<R: BufRead>(
    update: &mut Update,
    dated: bool,
    measure: &Measure,
    ask: &mut Ask<'_, R>,
) -> Result<(), Gone> {
    let all = update.text.is_none();
    if all && !dated {
        update.date = ask.day("ask-day", update.date)?;
    }
    let holds = measure.status.filter(|_| must_state(measure)).map(|s| (s, measure.status_words));
    if update.status.is_none() && (all || holds.is_some()) {
        let named = ask.status(holds)?;
        update.status = named.map(|(status, _)| status);
        update.status_words = named.and_then(|(_, words)| words);
    }
    if update.corrects.is_some() && update.reason.is_none() {
        update.reason = Some(ask.words(&Msg::new("ask-reason"))?);
    }
    if all {
        update.text = Some(ask.words(&Msg::new("ask-text"))?);
        if update.evidence.is_empty() {
            update.evidence =
                ask.list(&Msg::new("ask-evidence"))?.into_iter().map(Evidence::titled).collect();
        }
    }
    Ok(())
}

fn gone(out: &Out) -> u8 {
    out.fail(&Msg::new("ask-gone"), None, USAGE)
}

fn agreed<R: BufRead>(ask: Option<&mut Ask<'_, R>>, question: &Msg) -> bool {
    ask.is_some_and(|ask| ask.yes(question, true))
}

/// A measure's own status holds only while no entry states one; an entry that states none would take it away.
fn must_state(measure: &Measure) -> bool {
    measure.status.is_some()
        && !measure.status_from_wording
        && measure.updates.iter().all(|u| u.status.is_none())
}

fn status(name: &str, out: &Out) -> Result<Named, u8> {
    Status::read(name).ok_or_else(|| {
        let names = Status::ALL.into_iter().map(Status::name);
        let known = Status::ALL.into_iter().map(Status::key).chain(names);
        let hint = crate::load::suggestion(name, known);
        out.fail(&Msg::new("load-unknown-status").with("text", name), Some(&hint), USAGE)
    })
}

/// One more than the highest of `u1`, `u2` and so on.
fn next_id(measure: &Measure) -> String {
    let numbers = measure.updates.iter().filter_map(|u| u.id.strip_prefix('u')?.parse::<u32>().ok());
    format!("u{}", numbers.max().unwrap_or_default().saturating_add(1))
}

/// What the measure's own `status:` has to become, if it is written and says something else than the entry.
fn status_beside<R: BufRead>(
    measure: &Measure,
    entry: &Update,
    matches: &ArgMatches,
    ask: Option<&mut Ask<'_, R>>,
    out: &Out,
) -> Result<Option<Status>, u8> {
    let (Some(stated), Some(new)) = (measure.status, entry.status) else { return Ok(None) };
    if stated == new {
        return Ok(None);
    }
    let fill = |id| Msg::new(id).with("stated", stated.key()).with("new", new.key());
    if matches.get_flag("set-status") || agreed(ask, &fill("ask-set-status")) {
        return Ok(Some(new));
    }
    Err(out.fail(&fill("update-status-disagrees"), Some(&Msg::new("update-status-disagrees-hint")), USAGE))
}

fn refuse(unfit: Unfit, path: &str, out: &Out) -> u8 {
    let id = match unfit {
        Unfit::Shape => "update-unfit-shape",
        Unfit::Encoding => "update-unfit-encoding",
    };
    out.fail(&Msg::new(id).with("path", path), Some(&Msg::new("update-unfit-hint")), ERRORS)
}

/// The measure must have gained this entry and no other.
fn gained(site: &Site, issue: &Issue, change: &Change<'_>, out: &Out) -> Result<(), u8> {
    let is = |i: &&Issue| i.path == issue.path;
    let now = site.notices.iter().flat_map(|n| &n.issues).find(is);
    let entries =
        |i: &Issue| i.measures.iter().find(|m| m.id.as_str() == change.measure).map(|m| m.updates.clone());
    let mut wanted = entries(issue).unwrap_or_default();
    wanted.push(change.update.clone());
    match now.and_then(entries) {
        Some(found) if found == wanted => Ok(()),
        _ => Err(refuse(Unfit::Shape, &issue.path, out)),
    }
}

/// The lines that go and the lines that come.
fn show(path: &str, old: &[u8], new: &[u8], out: &Out) {
    let read = |bytes| decode(bytes).map(|(text, _)| text).unwrap_or_default();
    out.raw(&format!("{path}\n{}", changed_lines(&read(old), &read(new))));
}
