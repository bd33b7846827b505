//! Headings that begin a paragraph of prose, `(一)提高站位。正文……`: where their words end.

use super::items::Words;
use super::style::Style;
use crate::md::pieces::Run;
use crate::zh::numeral::Style as Numeral;

/// A paragraph of no more characters, with no full stop but at its end, is a heading as a whole.
const LINE: usize = 28;

/// The words of a paragraph, those of a run-in heading in its style.
pub fn styled(runs: Vec<Run>) -> Words {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let Some((end, style)) = heading(&text) else { return runs.into_iter().map(|run| (run, None)).collect() };
    let mut left = end;
    let mut out = Vec::with_capacity(runs.len() + 1);
    for run in runs {
        // An end within the run is the end of a character: both count the same bytes.
        let (own, rest) = run.text.split_at(left.min(run.text.len()));
        left -= own.len();
        let part = |text: &str| Run { text: text.to_owned(), dress: run.dress };
        out.extend(Some((part(own), Some(style))).filter(|(run, _)| !run.text.is_empty()));
        out.extend(Some((part(rest), None)).filter(|(run, _)| !run.text.is_empty()));
    }
    out
}

/// The words of a run-in heading at the start of a paragraph: how many bytes, and in which style.
fn heading(text: &str) -> Option<(usize, Style)> {
    let lead = text.len() - text.trim_start_matches('\u{3000}').len();
    let (style, after) = level(&text[lead..])?;
    let words = &text[lead + after..];
    let stop = words.find('。').map(|at| at + '。'.len_utf8());
    let end = stop.or_else(|| (words.chars().count() <= LINE).then_some(words.len()))?;
    Some((lead + after + end, style))
}

/// Which level a numeral says: `一、` or `(一)`, and its length in bytes.
fn level(text: &str) -> Option<(Style, usize)> {
    let open = text.chars().next().filter(|c| matches!(c, '(' | '（')).map_or(0, char::len_utf8);
    let (_, len) = Numeral::Chinese.read(&text[open..])?;
    let close = text[open + len..].chars().next()?;
    let style = match (open, close) {
        (0, '、') => Style::PartWords,
        (1.., ')' | '）') => Style::SectionWords,
        _ => return None,
    };
    Some((style, open + len + close.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_in_heading_ends_with_its_sentence() {
        let found = |text: &'static str| heading(text).map(|(end, style)| (&text[..end], style));
        assert_eq!(found("(一)提高站位。会议要求。"), Some(("(一)提高站位。", Style::SectionWords)));
        assert_eq!(found("（十二）提高站位"), Some(("（十二）提高站位", Style::SectionWords)));
        assert_eq!(found("一、基本情况"), Some(("一、基本情况", Style::PartWords)));
        assert_eq!(found("一是提高站位。"), None);
        assert_eq!(found("一年来，工作有进展。"), None);
        assert_eq!(found("(1)提高站位。"), None);
        assert_eq!(found(""), None);
    }
}
