//! `numbering:` into a [`Numbering`]: a preset by name, or patterns.

use super::fields::{Fields, suggestion, wrong_type};
use super::tree::{Tree, Value};
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::pattern::PatternError;
use crate::model::{Numbering, Pattern, Restart, RestartAt};

/// Decodes a preset's name or a set of patterns.
pub fn decode(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Numbering> {
    if let Value::Scalar(text) = &tree.value {
        let preset = Numbering::preset(text);
        if preset.is_none() {
            let hint = suggestion(text, Numbering::PRESETS.into_iter());
            out.push(
                Diagnostic::error("numbering", tree.span, Msg::new("load-preset").with("name", &**text))
                    .hint(hint),
            );
        }
        return preset;
    }
    let mut f = Fields::open(tree, "numbering", out)?;
    let numbering = Numbering {
        part: pattern(&mut f, "part", out),
        section: pattern(&mut f, "section", out),
        topic: pattern(&mut f, "topic", out),
        issue: pattern(&mut f, "issue", out),
        measure: pattern(&mut f, "measure", out),
        label: f.text("label", out).unwrap_or_default(),
        label_inline: f.flag("label_inline", out).unwrap_or_default(),
        completion: f.text("completion", out).unwrap_or_default(),
        restart: f.tree("restart").map_or_else(Restart::default, |t| restart(t, out)),
    };
    f.close(out);
    Some(numbering)
}

/// No numbers and no labels.
pub fn bare() -> Numbering {
    Numbering {
        part: None,
        section: None,
        topic: None,
        issue: None,
        label: String::new(),
        label_inline: false,
        measure: None,
        completion: String::new(),
        restart: Restart::default(),
    }
}

fn pattern(f: &mut Fields<'_>, name: &'static str, out: &mut Vec<Diagnostic>) -> Option<Pattern> {
    let (text, span) = f.scalar(name, "want-text", out)?;
    if text.is_empty() {
        return None;
    }
    match Pattern::parse(text) {
        Ok(pattern) => Some(pattern),
        Err(error) => {
            let why = match error {
                PatternError::NoNumeral => "load-pattern-none",
                PatternError::TwoNumerals => "load-pattern-two",
                PatternError::NotOne => "load-pattern-not-one",
            };
            out.push(
                Diagnostic::error("numbering", span, Msg::new(why).with("text", text))
                    .hint(Msg::new("load-pattern-hint")),
            );
            None
        }
    }
}

fn restart(tree: &Tree, out: &mut Vec<Diagnostic>) -> Restart {
    let default = Restart::default();
    let Some(mut f) = Fields::open(tree, "restart", out) else { return default };
    let restart = Restart {
        section: at(&mut f, "section", out).unwrap_or(default.section),
        topic: at(&mut f, "topic", out).unwrap_or(default.topic),
        issue: at(&mut f, "issue", out).unwrap_or(default.issue),
        measure: at(&mut f, "measure", out).unwrap_or(default.measure),
    };
    f.close(out);
    restart
}

fn at(f: &mut Fields<'_>, name: &'static str, out: &mut Vec<Diagnostic>) -> Option<RestartAt> {
    match f.scalar(name, "want-restart", out)? {
        ("never", _) => Some(RestartAt::Never),
        ("parent", _) => Some(RestartAt::Parent),
        (_, span) => {
            wrong_type(name, "want-restart", span, out);
            None
        }
    }
}
