//! What was wrong with a command line, in the language of the person.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::USAGE;
use super::out::Out;
use crate::lang::{Lang, Msg};

/// Prints what is wrong and how to mend it.
pub fn wrong(error: &Error, out: &Out) -> u8 {
    out.fail(&message(error), Some(&hint(error)), USAGE)
}

/// Refuses a language that there are no messages in.
pub fn language(tag: &str, out: &Out) -> u8 {
    let message = Msg::new("usage-value").with("text", tag).with("argument", "--lang <LANG>");
    let hint = Msg::new("usage-possible").list("values", [Lang::ZhCn.tag(), Lang::En.tag()]);
    out.fail(&message, Some(&hint), USAGE)
}

/// Says that the environment asks for a language that there are no messages in; the work goes on in another.
pub fn variable(tag: &str, out: &Out) {
    let message = Msg::new("usage-value").with("text", tag).with("argument", "GONGKAI_LANG");
    out.warn(&message, Some(&Msg::new("usage-possible").list("values", [Lang::ZhCn.tag(), Lang::En.tag()])));
}

fn message(error: &Error) -> Msg {
    let of = |kind| value(error, kind).map(|all| all.join(" "));
    let argument = of(ContextKind::InvalidArg).unwrap_or_default();
    match (error.kind(), of(ContextKind::InvalidSubcommand), of(ContextKind::InvalidValue)) {
        (ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, ..) => {
            Msg::new("usage-command-missing")
        }
        (_, Some(text), _) => Msg::new("usage-subcommand").with("text", text),
        (_, _, Some(text)) if !text.is_empty() => {
            Msg::new("usage-value").with("text", text).with("argument", argument)
        }
        (ErrorKind::UnknownArgument, ..) => Msg::new("usage-argument").with("text", argument),
        (ErrorKind::MissingRequiredArgument | ErrorKind::InvalidValue, ..) => {
            Msg::new("usage-missing").with("argument", argument)
        }
        (kind, ..) => Msg::new("usage-other").with("detail", kind.to_string()),
    }
}

fn hint(error: &Error) -> Msg {
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(text) =
        near.into_iter().find_map(|kind| value(error, kind)).and_then(|all| all.into_iter().next())
    {
        return Msg::new("usage-nearest").with("text", text);
    }
    let possible = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    match possible.into_iter().find_map(|kind| value(error, kind)).filter(|all| !all.is_empty()) {
        Some(all) => Msg::new("usage-possible").list("values", all.iter().map(String::as_str)),
        None => Msg::new("usage-help").with("command", command(error)),
    }
}

/// The command that was meant, as it stands behind the name of the tool: ` theme new`.
fn command(error: &Error) -> String {
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return String::new() };
    let usage = usage.to_string();
    let is_name = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
    // Before it stand the word for usage and the name of the tool.
    usage.split_whitespace().skip(2).take_while(is_name).map(|word| format!(" {word}")).collect()
}

fn value(error: &Error, kind: ContextKind) -> Option<Vec<String>> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(vec![text.clone()]),
        ContextValue::Strings(all) => Some(all.clone()),
        _ => None,
    }
}
