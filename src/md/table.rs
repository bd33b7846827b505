//! Tables with a head, a body, and numbers at the right by class, so that a page needs no style in its elements.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

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
