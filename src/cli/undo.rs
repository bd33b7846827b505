//! `gongkai undo`

use std::path::Path;

use clap::ArgMatches;

use super::ask::agreed;
use super::lines::changed_lines;
use super::out::{Out, judged};
use super::{ERRORS, USAGE, WELL};
use crate::diag::Diagnostic;
use crate::disk::{Changed, Content, Step, forget_step, last_step, put_back};
use crate::lang::Msg;
use crate::text::{RawFile, decode};

/// Puts back what the last command changed.
pub fn run(root: &Path, matches: &ArgMatches, out: &Out) -> u8 {
    match undo(root, matches, out) {
        Ok(()) => WELL,
        Err(code) => code,
    }
}

fn undo(root: &Path, matches: &ArgMatches, out: &Out) -> Result<(), u8> {
    let content = out.content(root)?;
    let step = last(root, &content, out)?;
    untouched(&step, &content, out)?;
    out.say(&Msg::new("undo-step").with("command", &step.command).count("files", step.files.len()));
    for file in &step.files {
        let path = format!("{}{}", content.folder, file.path);
        match &file.was {
            Some(was) => out.raw(&format!("{path}\n{}", shown(&file.is, was))),
            None => out.say(&Msg::new("undo-new").with("path", path)),
        }
    }
    loads(&step, content, out)?;
    if agreed(matches, out)? {
        put_back(root, &step).map_err(|e| out.disk(&e))?;
        out.say(&Msg::new("undo-done").count("files", step.files.len()));
    }
    Ok(())
}

/// The last step that is not undone already, as one is whose command was cut off before it wrote.
fn last(root: &Path, content: &Content, out: &Out) -> Result<Step, u8> {
    loop {
        let Some(step) = last_step(root).map_err(|e| out.disk(&e))? else {
            return Err(out.fail(&Msg::new("undo-none"), Some(&Msg::new("undo-none-hint")), USAGE));
        };
        if step.files.iter().any(|f| now(f, content) != f.was.as_deref()) {
            return Ok(step);
        }
        forget_step(&step).map_err(|e| out.disk(&e))?;
    }
}

fn now<'c>(file: &Changed, content: &'c Content) -> Option<&'c [u8]> {
    content.files.iter().find(|f| f.path == file.path).map(|f| f.bytes.as_slice())
}

/// A file that somebody has changed since is theirs.
fn untouched(step: &Step, content: &Content, out: &Out) -> Result<(), u8> {
    let ours = |f: &&Changed| {
        let now = now(f, content);
        now == Some(f.is.as_slice()) || now == f.was.as_deref()
    };
    let theirs: Vec<String> =
        step.files.iter().filter(|f| !ours(f)).map(|f| format!("{}{}", content.folder, f.path)).collect();
    if theirs.is_empty() {
        return Ok(());
    }
    let message = Msg::new("undo-changed").with("command", &step.command);
    let message = message.list("paths", theirs.iter().map(String::as_str));
    Err(out.fail(&message, Some(&Msg::new("undo-changed-hint")), ERRORS))
}

/// The content as it would be must have no error that it has not now: what was published since may stand on what would go.
fn loads(step: &Step, content: Content, out: &Out) -> Result<(), u8> {
    let mut before = content.clone();
    before.files.retain(|f| step.files.iter().all(|s| s.path != f.path));
    let was = |file: &Changed| Some(RawFile { path: file.path.clone(), bytes: file.was.clone()? });
    let before = before.with(step.files.iter().filter_map(was));
    let errors = |found: &[Diagnostic]| found.iter().filter(|d| d.is_error()).count();
    let (_, now) = judged(content);
    let (_, then) = judged(before);
    if errors(&then.diagnostics) <= errors(&now.diagnostics) {
        return Ok(());
    }
    out.diagnostics(&then.diagnostics, &then.sources, "human");
    Err(out.fail(&Msg::new("undo-broken"), Some(&Msg::new("undo-broken-hint")), ERRORS))
}

fn shown(now: &[u8], then: &[u8]) -> String {
    let read = |bytes: &[u8]| decode(bytes).map(|(text, _)| text).unwrap_or_default();
    changed_lines(&read(now), &read(then))
}
