//! Telephones in any of the ways in which they are written: brackets or a dash behind the area code, figures of full width, an
//! extension.

use std::ops::Range;

use crate::zh::numeral;

/// One telephone, as bare figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// With the area code, where it has one.
    main: String,
    /// The extension; empty where there is none.
    extension: String,
}

impl Number {
    /// The same telephone, with or without its area code and extension.
    pub fn is(&self, other: &Self) -> bool {
        let (a, b) = (self.main.as_str(), other.main.as_str());
        let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
        let main = long == short || short.len() >= LOCAL && long.ends_with(short);
        let extension = self.extension.is_empty() || other.extension.is_empty();
        main && (extension || self.extension == other.extension)
    }

    /// Whether it is short and known everywhere, as 12345 is.
    pub fn is_hotline(&self) -> bool {
        self.main.len() == 5
    }

    /// Whether it is too short for a telephone of some place.
    pub fn is_short(&self) -> bool {
        self.main.len() < LOCAL
    }

    /// What stands in a run that [`read`] gave.
    fn of(run: &str) -> Self {
        let run = narrow(run);
        let (number, extension) = run.split_once('转').unwrap_or((&run, ""));
        let groups: Vec<&str> =
            number.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
        let local = |g: &str| (LOCAL..=8).contains(&g.len());
        let own = match groups.as_slice() {
            [area, number, _] if area.starts_with('0') && local(number) => 2,
            [number, rest] if local(number) && rest.len() <= 5 => 1,
            all => all.len(),
        };
        let behind = groups[own..].concat() + extension;
        Self {
            main: groups[..own].concat(),
            extension: behind.chars().filter(char::is_ascii_digit).collect(),
        }
    }
}

/// Figures of the shortest number within a place.
const LOCAL: usize = 7;

/// Every telephone of a field, of a value on a page, or of a sentence.
pub fn numbers(text: &str) -> Vec<Number> {
    runs(text).into_iter().map(|range| Number::of(&text[range])).collect()
}

/// Where figures stand that may be a telephone; the shortest has three.
pub fn runs(text: &str) -> Vec<Range<usize>> {
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(c) = text[at..].chars().next() {
        let len = read(&text[at..]);
        if figures(&text[at..at + len]) >= 3 {
            out.push(at..at + len);
        }
        at += len.max(c.len_utf8());
    }
    out
}

/// How many figures a text has, of half or full width.
pub fn figures(text: &str) -> usize {
    text.chars().filter(|c| narrowed(*c).is_ascii_digit()).count()
}

/// How long the telephone at the start of a text is: figures and dashes, an area code in brackets or with a blank behind it, an
/// extension.
pub fn read(text: &str) -> usize {
    let mut end = bracketed(text);
    while let Some(c) = text[end..].chars().next() {
        let next = narrowed(c);
        let behind = &text[end + c.len_utf8()..];
        let joins = next == '-' || next == ' ';
        let sure = c == '-' || is_area(&text[..end]) && figures(first(behind)) == 1;
        if !(next.is_ascii_digit() || joins && sure) {
            break;
        }
        end += c.len_utf8();
    }
    end + extension(&text[end..], figures(&text[..end]))
}

/// The area code in brackets at the start of a text, where figures follow it.
fn bracketed(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['(', '（']) else { return 0 };
    let Some((code, behind)) = rest.split_once([')', '）']) else { return 0 };
    let behind = behind.trim_start_matches([' ', '-']);
    if is_area(code) && figures(first(behind)) == 1 { text.len() - behind.len() } else { 0 }
}

fn extension(text: &str, figures_before: usize) -> usize {
    let Some(rest) = text.strip_prefix('转').filter(|_| figures_before >= LOCAL) else { return 0 };
    let len: usize = rest.chars().take_while(|c| narrowed(*c).is_ascii_digit()).map(char::len_utf8).sum();
    if len == 0 { 0 } else { text.len() - rest.len() + len }
}

fn is_area(text: &str) -> bool {
    let code = narrow(text);
    code.starts_with('0') && (3..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit())
}

/// The first character of a text, as a text.
fn first(text: &str) -> &str {
    &text[..text.chars().next().map_or(0, char::len_utf8)]
}

/// In half width, every dash a hyphen.
pub fn narrow(text: &str) -> String {
    text.chars().map(narrowed).collect()
}

fn narrowed(c: char) -> char {
    match c {
        '－' | '—' | '–' | '‐' | '−' => '-',
        '\u{3000}' => ' ',
        _ => numeral::narrow(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        let one = |text: &str| numbers(text).into_iter().next().unwrap_or_else(|| Number::of(""));
        let own = one("0877-6654321");
        for same in [
            "（0877）6654321",
            "(0877) 6654321",
            "0877 6654321",
            "08776654321",
            "6654321",
            "０８７７－６６５４３２１",
        ] {
            assert!(one(same).is(&own), "{same}");
        }
        for other in ["（0877）6654312", "0878-6654321", "12345", "654321"] {
            assert!(!one(other).is(&own), "{other}");
        }
        let desk = one("0877-6654321转820");
        assert!(desk.is(&own) && desk.is(&one("0877-6654321-820")) && !desk.is(&one("6654321转802")));
        assert_eq!(numbers("办公室：0877-6654321（工作日8:30起）、12345").len(), 2);
        assert!(one("12345").is_hotline() && !own.is_hotline());
    }

    #[test]
    fn a_telephone_ends_where_another_text_begins() {
        for (text, len) in [
            ("0877-6654321。", 12),
            ("6654321 2025年", 7),
            ("0877-6654321—0877-6654322", 12),
            ("（传真）6654321", 0),
            ("12-8", 4),
            ("", 0),
        ] {
            assert_eq!(read(text), len, "{text}");
        }
    }
}
