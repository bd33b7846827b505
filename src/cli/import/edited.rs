//! Our own workbook, edited, back into the files: what changes is shown first, and written once it is agreed to.

use std::path::Path;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::super::ask::{Consent, agreed as agreed_to};
use super::super::out::{Out, today};
use super::super::{ERRORS, entry_days};
use super::ledger::left;
use super::source;
use crate::disk::{Changed, Content, change_files};
use crate::import::ledger::edited::{self, Against, Applied, Change, Fault, Plan, apply, plan};
use crate::intake::sheet::Sheets;
use crate::lang::Msg;
use crate::model::{Measure, Site, Update};
use crate::save::edit::Unfit;
use crate::text::RawFile;

/// Takes the workbook in where the site has its notice; `None` where it is a ledger of no notice that is there.
pub fn import(root: &Path, sheets: &Sheets, matches: &ArgMatches, out: &Out) -> Option<Result<(), u8>> {
    let slug = edited::slug(&sheets.sheets)?;
    let content = crate::disk::read_content(&root.join("content"));
    let own = format!("notices/{slug}/notice.yaml");
    content.files.iter().any(|f| f.path == own).then(|| changed(root, content, &slug, sheets, matches, out))
}

fn changed(
    root: &Path,
    content: Content,
    slug: &str,
    sheets: &Sheets,
    matches: &ArgMatches,
    out: &Out,
) -> Result<(), u8> {
    let (site, now) = out.loaded(content.clone(), "human")?;
    let day = matches.get_one::<String>("date").map_or_else(|| Ok(today()), |d| out.read_day(d))?;
    let plan = found(&site, slug, day, sheets);
    source::tell(&sheets.notes, out);
    if !plan.faults.is_empty() {
        return Err(refuse(&plan.faults, out));
    }
    if !plan.absent.is_empty() {
        out.note(&Msg::new("edited-absent").list("ids", plan.absent.iter().map(String::as_str)));
    }
    if !plan.there.is_empty() {
        out.note(&Msg::new("edited-there").list("ids", plan.there.iter().map(String::as_str)));
    }
    left(&plan.unread, "edited-left", Some(&Msg::new("edited-left-hint")), out);
    if plan.changes.is_empty() {
        out.say(&Msg::new("edited-none"));
        return Ok(());
    }
    out.raw(&plan.changes.iter().map(|c| shown(c, out)).collect::<String>());
    if plan.undated > 0 {
        let undated = Msg::new("edited-undated").count("n", plan.undated).with("day", day.to_string());
        out.warn(&undated, Some(&Msg::new("edited-undated-hint")));
    }
    let applied = apply(&plan, &content.files).map_err(|(path, unfit)| unfit_for(&path, unfit, out))?;
    let written = changes(&applied, &content.files);
    let after = content.with(written.iter().map(|f| RawFile { path: f.path.clone(), bytes: f.is.clone() }));
    let site = out.would_be(after, &now)?;
    all_done(&found(&site, slug, day, sheets), out)?;
    entry_days::warn(&site, &days(&plan), &now, out);
    if !agreed(&plan, matches, out)? {
        return Ok(());
    }
    change_files(root, "import", &written).map_err(|e| out.disk(&e))?;
    out.say(&Msg::new("edited-done").count("changes", plan.changes.len()).count("files", written.len()));
    Ok(())
}

/// The new entries: the path of the issue and the day of each.
fn days(plan: &Plan) -> Vec<(&str, NaiveDate)> {
    let of = |path, measure: &Measure| measure.updates.iter().map(|u| (path, u.date)).collect();
    let days = plan.changes.iter().map(|change| match change {
        Change::Field { .. } => Vec::new(),
        Change::Entry { path, update, .. } => vec![(path.as_str(), update.date)],
        Change::Measure { path, measure, .. } => of(path.as_str(), measure),
        Change::Issue(issue) => issue.measures.iter().flat_map(|m| of(issue.path.as_str(), m)).collect(),
    });
    days.flatten().collect()
}

/// Each file as it was and as it is to be.
fn changes(applied: &Applied, before: &[RawFile]) -> Vec<Changed> {
    let was = |path: &str| before.iter().find(|f| f.path == path).map(|f| f.bytes.clone());
    let all = applied.new.iter().chain(&applied.changed);
    all.map(|(path, is)| Changed { path: path.clone(), was: was(path), is: is.clone() }).collect()
}

fn found(site: &Site, slug: &str, day: NaiveDate, sheets: &Sheets) -> Plan {
    let notice = site.notices.iter().find(|n| n.slug == slug);
    let against = notice.map(|notice| Against { notice, units: &site.units, day });
    against.map(|against| plan(&sheets.sheets, against)).unwrap_or_default()
}

fn refuse(faults: &[Fault], out: &Out) -> u8 {
    let line = |f: &Fault| format!("  {}  {}\n", f.place, out.text(&f.message));
    let code = out.fail(
        &Msg::new("edited-refused").count("n", faults.len()),
        Some(&Msg::new("edited-refused-hint")),
        ERRORS,
    );
    out.raw(&faults.iter().map(line).collect::<String>());
    code
}

fn unfit_for(path: &str, unfit: Unfit, out: &Out) -> u8 {
    let id = match unfit {
        Unfit::Shape => "update-unfit-shape",
        Unfit::Encoding => "update-unfit-encoding",
    };
    out.fail(&Msg::new(id).with("path", path), Some(&Msg::new("update-unfit-hint")), ERRORS)
}

/// Nothing of the workbook may be left to do but what made the new entries.
fn all_done(left: &Plan, out: &Out) -> Result<(), u8> {
    let undone = left.changes.iter().find_map(|c| match c {
        Change::Field { path, .. } => Some(path),
        Change::Entry { .. } | Change::Measure { .. } | Change::Issue(_) => None,
    });
    undone.map_or(Ok(()), |path| Err(unfit_for(path, Unfit::Shape, out)))
}

/// Whether to write; where the files have moved on, only a person who looks may say so.
fn agreed(plan: &Plan, matches: &ArgMatches, out: &Out) -> Result<bool, u8> {
    if plan.stale {
        out.warn(&Msg::new("edited-stale"), Some(&Msg::new("edited-stale-hint")));
        // Nobody looks at what is undone.
        if matches.get_flag("yes") && !matches.get_flag("dry-run") {
            return Err(out.fail(&Msg::new("edited-stale-yes"), None, ERRORS));
        }
    }
    agreed_to(&Consent::write(Msg::new("ask-write")), matches, out)
}

/// A change in lines: `~` what says something else, `+` what is new.
fn shown(change: &Change, out: &Out) -> String {
    match change {
        Change::Field { key: "status_basis", .. } => String::new(),
        Change::Field { id, name, was, now, .. } => {
            let line = |sign, text: &str| match text {
                "" => String::new(),
                text => format!("    {sign} {}\n", text.replace('\n', "\n      ")),
            };
            format!("~ {id} {name}\n{}{}", line('-', was), line('+', now))
        }
        Change::Entry { id, was, update, .. } => format!("+ {id} {}\n", entry(was, update, out)),
        Change::Measure { id, measure, .. } => format!("+ {id}/{} {}\n", measure.id, measure.text),
        Change::Issue(issue) => {
            let measures = issue.measures.iter().map(|m| format!("    + {} {}\n", m.id, m.text));
            format!("+ {} {}\n{}", issue.id, issue.title, measures.collect::<String>())
        }
    }
}

/// `u2 2025-12-26 正在整改 → 已完成 修完6扇。`
fn entry(was: &str, update: &Update, out: &Out) -> String {
    let now = update.status.map(|s| update.status_words.unwrap_or(s.name()));
    let was = if was.is_empty() { out.word("edited-not-stated") } else { was.to_owned() };
    let moved = now.filter(|now| *now != was).map(|now| format!(" {was} → {now}")).unwrap_or_default();
    let text = update.text.as_ref().map(|t| format!(" {}", t.replace('\n', " "))).unwrap_or_default();
    let proofs: Vec<&str> = update.evidence.iter().map(|e| e.title.as_str()).collect();
    let proofs = if proofs.is_empty() { String::new() } else { format!(" [{}]", proofs.join("; ")) };
    format!("{} {}{moved}{text}{proofs}", update.id, update.date)
}
