//! A number's printed form, written as the form of number one: `一、`, `(一)`, `1.`, `问题1:`, `一级问题{1}：`.

use crate::zh::numeral::Style;

/// What stands before and after a counting numeral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Text before the numeral.
    pub before: String,
    /// How the numeral is written.
    pub style: Style,
    /// Text after it.
    pub after: String,
}

/// Why a text is no pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternError {
    /// It holds no numeral.
    NoNumeral,
    /// It holds two, and braces do not say which one counts.
    TwoNumerals,
    /// The numeral it holds is not one.
    NotOne,
}

impl Pattern {
    /// Reads a pattern.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        if let Some((before, rest)) = text.split_once('{')
            && let Some((numeral, after)) = rest.split_once('}')
        {
            return Self::around(before, numeral, after);
        }
        match Style::find_all(text).as_slice() {
            [] => Err(PatternError::NoNumeral),
            [(_, range)] => Self::around(&text[..range.start], &text[range.clone()], &text[range.end..]),
            _ => Err(PatternError::TwoNumerals),
        }
    }

    fn around(before: &str, numeral: &str, after: &str) -> Result<Self, PatternError> {
        let found = Style::find_all(numeral);
        let Some((style, range)) = found.first() else { return Err(PatternError::NoNumeral) };
        if style.read(numeral) != Some((1, range.end)) || range.end != numeral.len() {
            return Err(PatternError::NotOne);
        }
        Ok(Self { before: before.to_owned(), style: *style, after: after.to_owned() })
    }

    /// The printed form of a number.
    pub fn print(&self, n: u32) -> String {
        format!("{}{}{}", self.before, self.style.write(n), self.after)
    }

    /// Reads a printed number at the start of a line: its value and what follows.
    pub fn read<'a>(&self, line: &'a str) -> Option<(u32, &'a str)> {
        let rest = line.strip_prefix(self.before.as_str())?;
        let (n, len) = self.style.read(rest)?;
        let rest = rest[len..].strip_prefix(self.after.as_str())?;
        (line[..line.len() - rest.len()] == self.print(n)).then_some((n, rest))
    }

    /// The pattern as a person writes it; braces where it would be read otherwise.
    pub fn source(&self) -> String {
        let plain = self.print(1);
        if Self::parse(&plain).as_ref() == Ok(self) {
            plain
        } else {
            format!("{}{{{}}}{}", self.before, self.style.write(1), self.after)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_the_printed_form_of_number_one() {
        let cases = [
            ("一、", 12, "十二、"),
            ("（一）", 3, "（三）"),
            ("问题1:", 43, "问题43:"),
            ("①", 21, "㉑"),
            ("一级问题{1}：", 2, "一级问题2："),
        ];
        for (source, n, printed) in cases {
            let pattern = Pattern::parse(source).expect("the table holds good patterns");
            assert_eq!(pattern.print(n), printed);
            assert_eq!(pattern.read(&format!("{printed}后文")), Some((n, "后文")));
            assert_eq!(pattern.source(), source);
        }
        assert_eq!(Pattern::parse("一级问题1："), Err(PatternError::TwoNumerals));
        assert_eq!(Pattern::parse("问题："), Err(PatternError::NoNumeral));
        assert_eq!(Pattern::parse("(二)"), Err(PatternError::NotOne));
    }
}
