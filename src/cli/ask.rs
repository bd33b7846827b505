//! Questions to the person at the terminal: one line each, on standard error, so that results stay clean.

use std::io::{BufRead, IsTerminal, Write};

use chrono::NaiveDate;
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
            _ => {
                // What is said next begins a line of its own.
                self.out.aside("\n");
                Err(Gone)
            }
        }
    }

    /// A line that says something.
    pub fn words(&mut self, question: &Msg) -> Result<String, Gone> {
        loop {
            let line = self.line(question)?;
            if !line.is_empty() {
                return Ok(line);
            }
            self.tell(&Msg::new("ask-required"));
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

    /// A day; an empty line stands for the one that is offered.
    pub fn day(&mut self, question: &'static str, offered: NaiveDate) -> Result<NaiveDate, Gone> {
        let question = Msg::new(question).with("day", offered.to_string());
        loop {
            let line = self.line(&question)?;
            match NaiveDate::parse_from_str(&line, "%Y-%m-%d") {
                Ok(day) => return Ok(day),
                Err(_) if line.is_empty() => return Ok(offered),
                Err(_) => self.tell(&Msg::new("ask-no-day").with("text", line)),
            }
        }
    }

    /// A status by its place in the list, its key or its Chinese name; for an empty line the one that holds, if any has to.
    pub fn status(&mut self, holds: Option<Named>) -> Result<Option<Named>, Gone> {
        let question = match holds {
            Some((status, _)) => Msg::new("ask-status").words("now", status.message()),
            None => Msg::new("ask-status-or-none"),
        };
        let question = question.with("choices", self.out.word("ask-choices"));
        loop {
            let line = self.line(&question)?;
            let counted =
                line.parse::<usize>().ok().and_then(|n| Status::ALL.get(n.checked_sub(1)?).copied());
            match counted.map(|s| (s, None)).or_else(|| Status::read(&line)) {
                None if line.is_empty() => return Ok(holds),
                None => self.tell(&Msg::new("ask-no-status").with("text", line)),
                some => return Ok(some),
            }
        }
    }

    /// Yes or no; a line that is empty says what holds by default, and one that is neither is asked again. Nobody there says no.
    pub fn yes(&mut self, question: &Msg, by_default: bool) -> bool {
        let id = if by_default { "ask-or-yes" } else { "ask-or-no" };
        let question = Msg::new(id).with("question", self.out.text(question));
        loop {
            let Ok(line) = self.line(&question) else { return false };
            match line.to_lowercase().as_str() {
                "" => return by_default,
                "y" | "yes" | "是" => return true,
                "n" | "no" | "否" | "不" => return false,
                _ => self.tell(&Msg::new("ask-yes-or-no").with("text", line)),
            }
        }
    }

    /// What was wrong with an answer.
    fn tell(&self, wrong: &Msg) {
        self.out.aside(&format!("{}\n", self.out.text(wrong)));
    }
}

/// A question before something is done, and what is said where there is nobody to ask.
pub struct Consent {
    /// The question.
    pub question: Msg,
    /// The answer of an empty line.
    pub by_default: bool,
    /// The error and its hint where nobody is there.
    pub nobody: [&'static str; 2],
}

impl Consent {
    /// To write what was shown.
    pub fn write(question: Msg) -> Self {
        Self { question, by_default: true, nobody: ["edited-ask", "edited-ask-hint"] }
    }

    /// To do what cannot be undone: an empty line does not do it.
    pub fn for_good(question: &'static str, nobody: &'static str) -> Self {
        Self { question: Msg::new(question), by_default: false, nobody: [nobody, "edition-ask-hint"] }
    }
}

/// Whether to do what was shown: `--yes`, or a person who says so. `--dry-run` never does.
pub fn agreed(consent: &Consent, matches: &ArgMatches, out: &Out) -> Result<bool, u8> {
    if matches.get_flag("dry-run") {
        out.say(&Msg::new("update-dry-run"));
        return Ok(false);
    }
    if matches.get_flag("yes") {
        return Ok(true);
    }
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        let [error, hint] = consent.nobody;
        return Err(out.fail(&Msg::new(error), Some(&Msg::new(hint)), USAGE));
    }
    let yes = Ask { input: stdin.lock(), out }.yes(&consent.question, consent.by_default);
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
            Ask { input: "完了\n已完成\n5\nblocked\n\n\n甲\n乙\n\nN\n\n".as_bytes(), out: &out };
        assert_eq!(ask.status(None), Ok(Some((Status::Done, None))), "what is no status is asked again");
        assert_eq!(ask.status(None), Ok(Some((Status::Done, None))), "the fifth of the list");
        let holds = Some((Status::InProgress, Some("整改中")));
        assert_eq!(ask.status(holds), Ok(Some((Status::Blocked, None))));
        assert_eq!(ask.status(holds), Ok(holds), "an empty line leaves what holds");
        assert_eq!(ask.status(None), Ok(None));
        assert_eq!(ask.list(&Msg::new("ask-evidence")), Ok(vec!["甲".to_owned(), "乙".to_owned()]));
        assert!(!ask.yes(&Msg::new("ask-write"), true));
        assert!(ask.yes(&Msg::new("ask-write"), true));
        assert_eq!(ask.words(&Msg::new("ask-text")), Err(Gone));
    }

    #[test]
    fn the_day_is_asked_for_and_today_is_an_offer() {
        let out = Out::new(Lang::ZhCn);
        let mut ask = Ask { input: "2025年3月4日\n2025-02-30\n2025-03-04\n\n".as_bytes(), out: &out };
        let day = |d| NaiveDate::from_ymd_opt(2025, 3, d).unwrap_or_default();
        assert_eq!(ask.day("ask-day", day(9)), Ok(day(4)));
        assert_eq!(ask.day("ask-day", day(9)), Ok(day(9)));
        assert_eq!(ask.day("ask-day", day(9)), Err(Gone));
    }

    #[test]
    fn yes_and_no_are_said_in_either_language_and_else_asked_again() {
        let out = Out::new(Lang::ZhCn);
        for (answers, by_default, yes, left) in [
            ("y\n", false, true, ""),
            ("YES\n", false, true, ""),
            ("是\n", false, true, ""),
            ("n\n", true, false, ""),
            ("No\n", true, false, ""),
            ("否\n", true, false, ""),
            ("不\n", true, false, ""),
            ("\n", true, true, ""),
            ("\n", false, false, ""),
            ("yep\n好\n不是\n是\nx", false, true, "x"),
            ("nein\nn\n", true, false, ""),
            ("何\n", true, false, ""),
            ("", true, false, ""),
        ] {
            let mut ask = Ask { input: answers.as_bytes(), out: &out };
            assert_eq!(ask.yes(&Msg::new("ask-write"), by_default), yes, "{answers:?}");
            assert_eq!(ask.input, left.as_bytes(), "{answers:?}");
        }
    }

    #[test]
    fn statuses_are_listed_by_the_name_that_the_language_has() {
        let listed = |mark: &str, name: fn(Status) -> &'static str| {
            let all: Vec<String> = (1..).zip(Status::ALL).map(|(n, s)| format!("{n} {}", name(s))).collect();
            all.join(mark)
        };
        assert_eq!(Out::new(Lang::ZhCn).word("ask-choices"), listed("、", Status::name));
        assert_eq!(Out::new(Lang::En).word("ask-choices"), listed(", ", Status::key));
    }
}
