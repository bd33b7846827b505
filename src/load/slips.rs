//! The slips that people make most in YAML, told from where the parser gave up and what it said there.

use crate::lang::Msg;

/// What is wrong and how to mend it. `at` is the byte where the parser gave up, `said` its own words.
pub fn explain(text: &str, at: usize, said: &str) -> (Msg, Msg) {
    let known = |(words, message, hint): &(&str, &'static str, &'static str)| {
        said.contains(words).then(|| (Msg::new(message), Msg::new(hint)))
    };
    if let Some((message, _)) = SLIPS.iter().find_map(known)
        && around(text, at).any(|line| line.contains('：') && !line.contains(':') || lacks_a_blank(line))
    {
        return (message, Msg::new("load-hint-wide-colon"));
    }
    SLIPS.iter().find_map(known).unwrap_or_else(|| {
        let hint = if around(text, at).any(|line| line.contains('\t')) {
            "load-hint-tab"
        } else {
            "load-hint-quotes"
        };
        (Msg::new("load-yaml-syntax").with("detail", said), Msg::new(hint))
    })
}

/// The place to show: where the parser gave up, or the tab that it did not take, which stands there or on the next line and
/// cannot be seen.
pub fn place(text: &str, at: usize, said: &str) -> usize {
    let at = text.floor_char_boundary(at);
    let near = text[at..].split_inclusive('\n').take(2).map(str::len).sum::<usize>();
    let tab = text[at..at + near].find('\t').filter(|_| said.contains("tab"));
    tab.map_or(at, |tab| at + tab)
}

/// The parser's words, what a person is told, and the hint.
const SLIPS: [(&str, &str, &str); 21] = [
    ("tabs disallowed", "load-yaml-tab", "load-hint-tab"),
    ("unclosed quote", "load-yaml-quote", "load-hint-close-quote"),
    ("unclosed bracket", "load-yaml-bracket", "load-hint-close-bracket"),
    ("simple key expected ':'", "load-yaml-no-colon", "load-hint-quotes"),
    ("could not find expected ':'", "load-yaml-no-colon", "load-hint-quotes"),
    ("mapping values are not allowed", "load-yaml-colon", "load-hint-quotes"),
    ("found a tab", "load-yaml-tab", "load-hint-tab"),
    ("illegal placement of ':'", "load-yaml-unclosed", "load-hint-close-bracket"),
    ("did not find expected ','", "load-yaml-comma", "load-hint-comma"),
    ("implicit flow mapping", "load-yaml-comma", "load-hint-comma"),
    ("misplaced bracket", "load-yaml-bracket", "load-hint-close-bracket"),
    ("mismatched bracket", "load-yaml-bracket", "load-hint-close-bracket"),
    ("invalid trailing content", "load-yaml-after-quote", "load-hint-after-quote"),
    ("block sequence entries", "load-yaml-dash", "load-hint-quotes"),
    ("only valid inside a block", "load-yaml-dash", "load-hint-quotes"),
    ("expected <document start>", "load-yaml-indent", "load-hint-indent"),
    ("did not find expected key", "load-yaml-indent", "load-hint-indent"),
    ("did not find expected '-'", "load-yaml-indent", "load-hint-indent"),
    ("unexpected character", "load-yaml-character", "load-hint-quotes"),
    ("while scanning a tag", "load-yaml-mark", "load-hint-quotes"),
    ("while scanning an anchor", "load-yaml-mark", "load-hint-quotes"),
];

/// `status:done`, which to YAML is one word.
fn lacks_a_blank(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches("- ");
    line.split_once(':').is_some_and(|(key, rest)| {
        let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        is_key && !rest.is_empty() && !rest.starts_with(char::is_whitespace) && !rest.starts_with("//")
    })
}

/// The line of a place and the one before it.
fn around(text: &str, at: usize) -> impl Iterator<Item = &str> {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let before = text[..start].trim_end().rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    text[before..end].lines()
}
