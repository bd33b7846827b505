//! Tables with a head, a body, and numbers at the right by class, so that a page needs no style in its elements.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::pieces::{Align, align};

/// The cells of a line in bars, `|甲|乙|`, which is a row of a table in plain text.
pub fn bar_cells(line: &str) -> Option<impl Iterator<Item = &str>> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|'))
}

/// Whether a line is the rule under the head of a table, `| --- | ---: |`, which says how columns stand and has no words.
pub fn is_rule(line: &str) -> bool {
    let rule = |cell: &str| {
        let cell = cell.trim();
        let strokes = cell.trim_start_matches(':').trim_end_matches(':');
        let colons = cell.len() - strokes.len();
        // One stroke alone says that there is nothing.
        !strokes.is_empty() && strokes.bytes().all(|b| b == b'-') && strokes.len() + colons > 1
    };
    bar_cells(line).is_some_and(|mut cells| cells.all(rule))
}

/// How the columns under a rule stand.
pub fn aligned(rule: &str) -> Vec<Align> {
    let side = |cell: &str| match (cell.trim().starts_with(':'), cell.trim().ends_with(':')) {
        (true, true) => Align::Center,
        (false, true) => Align::Right,
        _ => Align::Left,
    };
    bar_cells(rule).into_iter().flatten().map(side).collect()
}

/// The lines of a plain text from 0, without the rules, each of which stands second in its table; a document may indent both.
pub fn without_rules(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rows = 0;
    text.lines().enumerate().filter(move |(_, line)| {
        rows = if bar_cells(line.trim()).is_some() { rows + 1 } else { 0 };
        !(rows == 2 && is_rule(line.trim()))
    })
}

/// The class of a cell: `n` at the right, `c` in the middle, `w` where its column has a long cell and is not to be squeezed.
pub fn cell_class(align: Option<Align>, long: bool) -> &'static str {
    match (align.unwrap_or(Align::Left), long) {
        (Align::Right, _) => " class=\"n\"",
        (Align::Center, false) => " class=\"c\"",
        (Align::Center, true) => " class=\"c w\"",
        (Align::Left, false) => "",
        (Align::Left, true) => " class=\"w\"",
    }
}

/// The table that is open.
pub struct Table {
    columns: Vec<Alignment>,
    /// Which columns have a long cell.
    long: Vec<bool>,
    at: usize,
    head: bool,
    /// Where it begins among what is written.
    pub begin: usize,
    /// The words of each head so far.
    pub heads: Vec<String>,
}

impl Table {
    /// What an event of a table writes; `None` for all others.
    /// `begin` is the place of the next thing written, `long` tells of each table yet to come which columns have a long cell.
    pub fn step(
        open: &mut Option<Self>,
        event: &Event<'_>,
        begin: usize,
        long: &mut impl Iterator<Item = Vec<bool>>,
    ) -> Option<String> {
        match event {
            Event::Start(Tag::Table(columns)) => {
                let (columns, long) = (columns.clone(), long.next().unwrap_or_default());
                *open = Some(Self { columns, long, at: 0, head: true, begin, heads: Vec::new() });
                Some("<div class=\"table\"><table>".to_owned())
            }
            Event::End(TagEnd::Table) => {
                *open = None;
                Some("</tbody></table></div>\n".to_owned())
            }
            _ => open.as_mut()?.inside(event),
        }
    }

    /// Takes in words of a head.
    pub fn hear(&mut self, words: &str) {
        if let Some(head) = self.heads.last_mut().filter(|_| self.head) {
            head.push_str(words);
        }
    }

    fn inside(&mut self, event: &Event<'_>) -> Option<String> {
        if self.head && matches!(event, Event::Start(Tag::TableCell)) {
            self.heads.push(String::new());
        }
        let written = match event {
            Event::Start(Tag::TableHead) => "<thead><tr>",
            Event::End(TagEnd::TableHead) => {
                self.head = false;
                "</tr></thead><tbody>"
            }
            Event::Start(Tag::TableRow) => {
                self.at = 0;
                "<tr>"
            }
            Event::End(TagEnd::TableRow) => "</tr>",
            Event::Start(Tag::TableCell) => return Some(format!("<{}{}>", self.tag(), self.class())),
            Event::End(TagEnd::TableCell) => {
                self.at += 1;
                return Some(format!("</{}>", self.tag()));
            }
            _ => return None,
        };
        Some(written.to_owned())
    }

    fn tag(&self) -> &'static str {
        if self.head { "th" } else { "td" }
    }

    fn class(&self) -> &'static str {
        let long = self.long.get(self.at).is_some_and(|l| *l);
        cell_class(self.columns.get(self.at).map(|a| align(*a)), long)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_says_how_columns_stand_and_nothing_else() {
        for rule in ["| --- | ---: |", "|--|:-:|", "|---|"] {
            assert!(is_rule(rule), "{rule}");
        }
        for row in ["|-|-|", "| — | — |", "|---|1|", "|:|", "||", "---", "| |"] {
            assert!(!is_rule(row), "{row}");
        }
        assert_eq!(aligned("|---|:-:|--:|"), [Align::Left, Align::Center, Align::Right]);
    }

    #[test]
    fn only_the_line_under_a_head_is_a_rule() {
        let text = "如下：\n|甲|乙|\n|---|---|\n|1|2|\n|---|---|\n完";
        let lines: Vec<_> = without_rules(text).map(|(at, _)| at).collect();
        assert_eq!(lines, [0, 1, 3, 4, 5]);
        assert_eq!(without_rules("|---|").count(), 1);
    }
}
