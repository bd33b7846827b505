//! Questions to the person at the terminal: one line each, on standard error, so that results stay clean.

use std::io::{BufRead, IsTerminal, Write};

use clap::ArgMatches;

use super::USAGE;
use super::out::Out;
use crate::lang::Msg;
use crate::model::Status;
use crate::model::status::Named;

/// Asks, and reads the answers.
pub struct Ask<'o, R> {
    /// Where the answers come from.
    pub input: R,
    /// Puts the questions into words.
    pub out: &'o Out,
}

/// The person has gone away.
#[derive(Debug, PartialEq, Eq)]
pub struct Gone;

impl<R: BufRead> Ask<'_, R> {
    /// A line, without the space around it; it may be empty.
    pub fn line(&mut self, question: &Msg) -> Result<String, Gone> {
        let mut stream = anstream::stderr();
        let asked = write!(stream, "{} ", self.out.text(question)).and_then(|()| stream.flush());
        let mut line = String::new();
        match asked.and_then(|()| self.input.read_line(&mut line)) {
            Ok(n) if n > 0 => Ok(line.trim().to_owned()),
            _ => Err(Gone),
        }
    }

    /// A line that says something.
    pub fn words(&mut self, question: &Msg) -> Result<String, Gone> {
        loop {
            let line = self.line(question)?;
            if !line.is_empty() {
                return Ok(line);
            }
        }
    }

    /// Lines up to an empty one.
    pub fn list(&mut self, question: &Msg) -> Result<Vec<String>, Gone> {
        let mut all = Vec::new();
        loop {
            match self.line(question)? {
                line if line.is_empty() => return Ok(all),
                line => all.push(line),
            }
        }
    }

    /// A status by its place in the list, its key or its Chinese name; none for an empty line, unless there must be one.
    pub fn status(&mut self, must: bool) -> Result<Option<Named>, Gone> {
        let choices = Status::ALL.iter().enumerate();
        let choices: Vec<String> = choices.map(|(at, s)| format!("{} {}", at + 1, s.key())).collect();
        let id = if must { "ask-status" } else { "ask-status-or-none" };
        let question = Msg::new(id).list("choices", choices.iter().map(String::as_str));
        loop {
            let line = self.line(&question)?;
            let counted =
                line.parse::<usize>().ok().and_then(|n| Status::ALL.get(n.checked_sub(1)?).copied());
            match counted.map(|s| (s, None)).or_else(|| Status::read(&line)) {
                None if line.is_empty() && !must => return Ok(None),
                None => {}
                some => return Ok(some),
            }
        }
    }

    /// Yes, unless the answer begins with n or 否.
    pub fn yes(&mut self, question: &Msg) -> Result<bool, Gone> {
        Ok(!self.line(question)?.to_lowercase().starts_with(['n', '否']))
    }
}

/// Whether to write what was shown: `--yes`, or a person who says so. `--dry-run` never does.
pub fn agreed(matches: &ArgMatches, out: &Out) -> Result<bool, u8> {
    if matches.get_flag("dry-run") {
        out.say(&Msg::new("update-dry-run"));
        return Ok(false);
    }
    if matches.get_flag("yes") {
        return Ok(true);
    }
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        return Err(out.fail(&Msg::new("edited-ask"), Some(&Msg::new("edited-ask-hint")), USAGE));
    }
    let mut ask = Ask { input: stdin.lock(), out };
    let yes = ask.yes(&Msg::new("ask-write")).map_err(|Gone| out.fail(&Msg::new("ask-gone"), None, USAGE))?;
    if !yes {
        out.say(&Msg::new("update-left"));
    }
    Ok(yes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn answers_are_read_until_they_make_sense() {
        let out = Out::new(Lang::En);
        let mut ask =
            Ask { input: "\n完了\n已完成\n5\nblocked\n\n甲\n乙\n\nN\n\n".as_bytes(), out: &out };
        assert_eq!(ask.status(true), Ok(Some((Status::Done, None))), "what is no status is asked again");
        assert_eq!(ask.status(true), Ok(Some((Status::Done, None))), "the fifth of the list");
        assert_eq!(ask.status(false), Ok(Some((Status::Blocked, None))));
        assert_eq!(ask.status(false), Ok(None));
        assert_eq!(ask.list(&Msg::new("ask-evidence")), Ok(vec!["甲".to_owned(), "乙".to_owned()]));
        assert_eq!(ask.yes(&Msg::new("ask-write")), Ok(false));
        assert_eq!(ask.yes(&Msg::new("ask-write")), Ok(true));
        assert_eq!(ask.words(&Msg::new("ask-text")), Err(Gone));
    }
}
