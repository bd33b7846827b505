//! Words that somebody meant to take out and that readers still see: struck out, or in marks of a comment.

use std::ops::Range;

use super::Rule;
use crate::check::{At, Beside, Finding, Kind, Record, align};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::md;
use crate::model::{Page, Prose, Site};

/// `~~名单见附页~~`, `<!-- 名单见附页 -->`, `<del>名单见附页</del>`.
pub const RULE: Rule = Rule { code: "struck-out", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        let markdown = matches!(p.kind, Kind::Prose(..) | Kind::Explanation);
        out.extend(marked(&p.text, markdown).into_iter().map(|shown| shown.finding(at, &p.text)));
    }
    out.extend(prose(record));
    out.extend(explanations(record));
    out
}

/// What is struck out in the files of prose, each of which is read once.
fn prose(record: &Record<'_>) -> Vec<Finding> {
    let mut read = None;
    let mut struck = Vec::new();
    let mut out = Vec::new();
    for (at, p) in record.passages.iter().enumerate() {
        let Kind::Prose(path, line) = p.kind else { continue };
        if read != Some(path) {
            read = Some(path);
            struck = text_of(record, path).map(md::struck).unwrap_or_default();
        }
        let own = struck.iter().filter(|(n, _)| *n == line);
        out.extend(own.map(|(_, range)| Shown::struck(range.clone()).finding(at, &p.text)));
    }
    out
}

/// What is struck out in the Markdown that explains an issue.
fn explanations(record: &Record<'_>) -> Vec<Finding> {
    let explained = record.of_kind(|k| matches!(k, Kind::Explanation));
    let found = explained.flat_map(|(at, p)| {
        let body = record.issue_of(p).and_then(|i| i.body.as_deref());
        let struck = body.map(struck_in_whole).unwrap_or_default();
        struck.into_iter().map(move |range| Shown::struck(range).finding(at, &p.text))
    });
    found.collect()
}

/// The Markdown of a prose file of the notice.
fn text_of<'a>(record: &Record<'a>, path: &str) -> Option<&'a str> {
    let notice = record.notice;
    let nodes = notice.nodes().into_iter().flat_map(|n| [&n.text, &n.closing]);
    let all = [&notice.opening, &notice.closing, &notice.postscript].into_iter().chain(nodes).flatten();
    all.into_iter().find(|prose: &&Prose| prose.path == path).map(|prose| prose.text.as_str())
}

/// The same on the pages of the site.
pub fn of_site(site: &Site) -> Vec<Beside> {
    site.pages.iter().enumerate().flat_map(|(at, page)| on_page(at, page)).collect()
}

fn on_page(at: usize, page: &Page) -> Vec<Beside> {
    let body = page.body.text.as_str();
    if !body.contains(['~', '-', '—', '<']) {
        return Vec::new();
    }
    let text = md::lines(body).join("\n");
    let mut found = marked(&text, true);
    found.extend(struck_in_whole(body).into_iter().map(Shown::struck));
    let told = found.into_iter().map(|shown| {
        let (message, hint) = shown.words(&text);
        Beside::new(At::Page(at, align(body, &text, &shown.range)), message, hint)
    });
    told.collect()
}

/// Stretches that are struck out, in bytes of the lines of a text joined to one.
fn struck_in_whole(markdown: &str) -> Vec<Range<usize>> {
    let struck = md::struck(markdown);
    if struck.is_empty() {
        return Vec::new();
    }
    let starts: Vec<usize> = md::lines(markdown)
        .iter()
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some(start)
        })
        .collect();
    let placed = struck.into_iter().filter_map(|(line, range)| {
        let start = starts.get(line)?;
        Some(start + range.start..start + range.end)
    });
    placed.collect()
}

/// Words that are shown though somebody marked them otherwise.
struct Shown {
    range: Range<usize>,
    /// Whether the marks are those of a comment.
    comment: bool,
}

impl Shown {
    fn struck(range: Range<usize>) -> Self {
        Self { range, comment: false }
    }

    fn finding(self, at: usize, text: &str) -> Finding {
        let (message, hint) = self.words(text);
        Finding::at(at, self.range, message).hint(hint)
    }

    fn words(&self, text: &str) -> (Msg, Msg) {
        let id = if self.comment { "found-comment-shown" } else { "found-struck-out" };
        let words = text.get(self.range.clone()).unwrap_or_default();
        (Msg::new(id).with("text", words), Msg::new("found-struck-out-hint"))
    }
}

/// Stretches in marks that mean something elsewhere and are plain characters here; in Markdown `~~` is none but in code.
fn marked(text: &str, markdown: bool) -> Vec<Shown> {
    // Each of them has one of these, and most texts have none.
    if !text.bytes().any(|b| matches!(b, b'~' | b'<' | b'!')) && !text.contains('！') {
        return Vec::new();
    }
    let mut out: Vec<Shown> =
        comments(text).into_iter().map(|range| Shown { range, comment: true }).collect();
    let pairs = [("~~", "~~"), ("<del>", "</del>"), ("<s>", "</s>"), ("<strike>", "</strike>")];
    for (opens, closes) in pairs.into_iter().skip(usize::from(markdown)) {
        let mut from = 0;
        while let Some(start) = text[from..].find(opens).map(|n| from + n) {
            let inner = start + opens.len();
            let line = text[inner..].split('\n').next().unwrap_or_default();
            let Some(len) = line.find(closes).filter(|len| *len > 0) else {
                from = inner;
                continue;
            };
            from = inner + len + closes.len();
            out.push(Shown::struck(start..from));
        }
    }
    out
}

/// Comments of HTML, be they written with full-width marks: to their end, else to the end of the line.
fn comments(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| "<＜‹〈《«﹤".contains(*c)) {
        if out.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let rest = &text[at + c.len_utf8()..];
        let Some(rest) = rest.strip_prefix(['!', '！']).map(str::trim_start).filter(|rest| has_dashes(rest))
        else {
            continue;
        };
        let start = text.len() - rest.len();
        let line = rest.split('\n').next().unwrap_or_default();
        let closes = |n: usize| line[..n].trim_end().ends_with(DASHES);
        let close = line.char_indices().find(|(n, c)| ">＞›〉》»﹥".contains(*c) && closes(*n));
        out.push(at..start + close.map_or(line.trim_end().len(), |(n, c)| n + c.len_utf8()));
    }
    out
}

/// Dashes of every width.
const DASHES: [char; 6] = ['-', '－', '—', '–', '─', '―'];

/// Two hyphens, or one dash that is as wide.
fn has_dashes(text: &str) -> bool {
    text.starts_with("--") || text.starts_with("－－") || text.starts_with(&DASHES[2..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, bool)> {
        marked(text, false).into_iter().map(|shown| (&text[shown.range], shown.comment)).collect()
    }

    #[test]
    fn marks_that_hide_nothing_are_found() {
        assert_eq!(found("见<!-- 名单 -->后"), [("<!-- 名单 -->", true)]);
        assert_eq!(found("见‹!-- 名单 --›后"), [("‹!-- 名单 --›", true)]);
        assert_eq!(found("见＜！——名单——＞后\n下"), [("＜！——名单——＞", true)]);
        assert_eq!(found("见<!-- 名单\n下"), [("<!-- 名单", true)]);
        assert_eq!(found("见<del>名单</del>、~~附页~~。"), [("~~附页~~", false), ("<del>名单</del>", false)]);
    }

    #[test]
    fn other_uses_of_the_same_marks_are_left() {
        for text in ["10~20人", "《！》", "<5个", "~~", "~~~~", "x<!y", "<s>", "《！一》-->", "1~~2"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
