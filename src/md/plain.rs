//! Markdown to the lines of a plain document, and a plain line to Markdown that means exactly that line.

use super::pieces::{Cell, Piece, Run, pieces};

/// The paragraphs of a prose file as lines of plain text: one for each paragraph, heading, list item, table row or line
/// of code. Emphasis and links leave their words.
pub fn lines(markdown: &str) -> Vec<String> {
    pieces(markdown).into_iter().map(line).collect()
}

fn line(piece: Piece) -> String {
    match piece {
        Piece::Paragraph(runs) | Piece::Heading(runs) => words(runs),
        Piece::Row { cells, .. } => cells.into_iter().fold("|".to_owned(), |mut out, Cell { runs, .. }| {
            out.extend([&*words(runs), "|"]);
            out
        }),
    }
}

fn words(runs: Vec<Run>) -> String {
    runs.into_iter().map(|run| run.text).collect()
}

/// Writes one line of plain text as a Markdown paragraph that reads back as the same characters.
pub fn escape_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let lead = line.len() - line.trim_start().len();
    let tail = line.trim_end().len();
    for (at, c) in line.char_indices() {
        match c {
            _ if c.is_whitespace() && (at < lead || at >= tail) => {
                out.push_str(&format!("&#{};", u32::from(c)))
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '{' => {
                out.push('\\');
                out.push(c);
            }
            '-' | '+' | '=' if at == lead => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if is_list_number(&line[lead..at]) => {
                out.push('\\');
                out.push(c);
            }
            '\u{F8FE}' => out.push_str("&#63742;"),
            _ => out.push(c),
        }
    }
    out
}

fn is_list_number(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_beside_chinese_marks_loses_no_word() {
        assert_eq!(lines("**中文。**后文，**“引号”**后面"), ["中文。后文，“引号”后面"]);
        assert_eq!(lines("一行，\n二行\n\n- 甲\n- 乙"), ["一行，二行", "甲", "乙"]);
    }

    #[test]
    fn an_escaped_line_reads_back_as_itself() {
        for line in [
            "1. 甲*乙*[丙](丁) <b> & `x`",
            "# 标题",
            "- 项",
            "+1",
            "===",
            "  前后有空格  ",
            "a|b|c",
            "{{ x }}",
            "12) 号",
            "~~~",
            "\\",
            "&amp;",
        ] {
            assert_eq!(lines(&escape_line(line)), [line], "{}", escape_line(line));
        }
    }
}
