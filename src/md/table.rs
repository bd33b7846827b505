//! Tables with a head, a body, and numbers at the right by class, so that a page needs no style in its elements.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::pieces::Align;

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

/// The table that is open.
pub struct Table {
    columns: Vec<Alignment>,
    at: usize,
    head: bool,
    /// Where it begins among what is written.
    pub begin: usize,
    /// The words of each head so far.
    pub heads: Vec<String>,
}

impl Table {
    /// What an event of a table writes; `None` for all others.
    /// `begin` is the place of the next thing written.
    pub fn step(open: &mut Option<Self>, event: &Event<'_>, begin: usize) -> Option<String> {
        match event {
            Event::Start(Tag::Table(columns)) => {
                *open = Some(Self { columns: columns.clone(), at: 0, head: true, begin, heads: Vec::new() });
                Some("<div class=\"table\"><table>".to_owned())
            }
            Event::End(TagEnd::Table) => {
                *open = None;
                Some("</tbody></table></div>\n".to_owned())
            }
            _ => open.as_mut()?.inside(event).map(str::to_owned),
        }
    }

    /// Takes in words of a head.
    pub fn hear(&mut self, words: &str) {
        if let Some(head) = self.heads.last_mut().filter(|_| self.head) {
            head.push_str(words);
        }
    }

    fn inside(&mut self, event: &Event<'_>) -> Option<&'static str> {
        if self.head && matches!(event, Event::Start(Tag::TableCell)) {
            self.heads.push(String::new());
        }
        Some(match event {
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
            Event::Start(Tag::TableCell) => match (self.head, self.class()) {
                (true, "") => "<th>",
                (true, "n") => "<th class=\"n\">",
                (true, _) => "<th class=\"c\">",
                (false, "") => "<td>",
                (false, "n") => "<td class=\"n\">",
                (false, _) => "<td class=\"c\">",
            },
            Event::End(TagEnd::TableCell) => {
                self.at += 1;
                if self.head { "</th>" } else { "</td>" }
            }
            _ => return None,
        })
    }

    fn class(&self) -> &'static str {
        match self.columns.get(self.at) {
            Some(Alignment::Right) => "n",
            Some(Alignment::Center) => "c",
            _ => "",
        }
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
