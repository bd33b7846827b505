//! `gongkai explain`

use clap::ArgMatches;

use super::out::Out;
use super::{USAGE, WELL};
use crate::check::rules::{RULES, Rule, named};
use crate::lang::Msg;
use crate::load::nearest;

/// Says what a rule looks for and why; without a name, which rules there are.
pub fn run(matches: &ArgMatches, out: &Out) -> u8 {
    let Some(name) = matches.get_one::<String>("rule") else {
        RULES.iter().for_each(|rule| out.say(&line(rule, out)));
        return WELL;
    };
    match named(name) {
        Some(rule) => {
            out.raw(&explanation(rule, out));
            WELL
        }
        None => {
            let message = Msg::new("check-unknown-rule").with("rule", name);
            let near = nearest(name, RULES.iter().map(|r| r.code));
            let hint = near.unwrap_or_else(|| Msg::new("explain-no-rule"));
            out.fail(&message, Some(&hint), USAGE)
        }
    }
}

fn line(rule: &Rule, out: &Out) -> Msg {
    Msg::new("explain-line")
        .with("code", format!("{:<22}", rule.code))
        .with("severity", out.word(crate::diag::human::severity_word(rule.severity)))
        .with("title", out.rule_words(rule.code, ""))
}

fn explanation(rule: &Rule, out: &Out) -> String {
    let mut text = format!("{}\n\n", out.text(&line(rule, out)));
    for (label, part) in [("explain-why", "-why"), ("explain-wrong", "-wrong"), ("explain-right", "-right")] {
        let words = out.rule_words(rule.code, part);
        text += &format!("{}\n", out.text(&Msg::new(label).with("text", words)));
    }
    text + &format!("\n{}\n", out.text(&Msg::new("explain-set").with("code", rule.code)))
}
