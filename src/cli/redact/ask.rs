//! The words. They never come from the command line, whose history would keep them.

use std::io::{IsTerminal, Read};
use std::path::Path;

use crate::cli::ask::Ask;
use crate::cli::out::Out;
use crate::cli::{SYSTEM, USAGE};
use crate::disk::read_file;
use crate::lang::Msg;
use crate::save::redact::Words;
use crate::text::decode;

/// The words, from a file, from standard input (`-`), or from a person.
pub fn words(from: Option<&str>, out: &Out) -> Result<Words, u8> {
    let stdin = std::io::stdin();
    let text = match from {
        Some("-") => {
            let mut bytes = Vec::new();
            let read = stdin.lock().read_to_end(&mut bytes);
            read.map_err(|_| out.fail(&Msg::new("redact-no-words"), None, SYSTEM))?;
            decoded(&bytes, out)?
        }
        Some(path) => decoded(&read_file(Path::new(path)).map_err(|e| out.disk(&e))?, out)?,
        None if stdin.is_terminal() => {
            let mut ask = Ask { input: stdin.lock(), out };
            ask.words(&Msg::new("redact-ask-words")).map_err(|_| missing(out))?
        }
        None => return Err(missing(out)),
    };
    let hint = Msg::new("redact-short-hint");
    Words::new(&text).ok_or_else(|| out.fail(&Msg::new("redact-short"), Some(&hint), USAGE))
}

fn decoded(bytes: &[u8], out: &Out) -> Result<String, u8> {
    decode(bytes).map(|(text, _)| text).map_err(|error| out.not_text(bytes, error))
}

fn missing(out: &Out) -> u8 {
    out.fail(&Msg::new("redact-no-words"), Some(&Msg::new("redact-no-words-hint")), USAGE)
}
