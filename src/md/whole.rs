//! Words of a cell as HTML in which no line is broken within a day.

use super::escape::escape;
use crate::zh::mention::mentions;

/// The words of a cell; a day, month or year that they name stands on one line, however narrow the column is.
pub fn cell_words(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 32);
    let mut at = 0;
    for day in mentions(words).into_iter().map(|m| m.range) {
        if day.start < at {
            continue;
        }
        out.push_str(&escape(&words[at..day.start]));
        out.extend(["<span class=\"whole\">", &*escape(&words[day.clone()]), "</span>"]);
        at = day.end;
    }
    out.push_str(&escape(&words[at..]));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_held_together_and_nothing_else() {
        let whole = |day: &str| format!("<span class=\"whole\">{day}</span>");
        assert_eq!(cell_words("2025年11月"), whole("2025年11月"));
        assert_eq!(cell_words("2026年3月（计划）"), format!("{}（计划）", whole("2026年3月")));
        let two = format!("{}至{}，<甲>", whole("2025年9月3日"), whole("10月8日"));
        assert_eq!(cell_words("2025年9月3日至10月8日，<甲>"), two.replace("<甲>", "&lt;甲&gt;"));
        assert_eq!(cell_words("青石渠 & 3.5"), "青石渠 &amp; 3.5");
    }
}
