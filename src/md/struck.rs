//! What Markdown strikes out.

use std::ops::Range;

use super::pieces::{Cell, Piece, Run, pieces};

/// Stretches between `~~` and `~~`: the line of [`super::lines`] that each is on, and its bytes there.
pub fn struck(markdown: &str) -> Vec<(usize, Range<usize>)> {
    if !markdown.contains("~~") {
        return Vec::new();
    }
    pieces(markdown).into_iter().enumerate().flat_map(|(line, piece)| in_piece(line, piece)).collect()
}

fn in_piece(line: usize, piece: Piece) -> Vec<(usize, Range<usize>)> {
    let (mut at, mut out) = (0, Vec::new());
    let mut take = |runs: Vec<Run>, at: &mut usize| {
        for run in runs {
            let range = *at..*at + run.text.len();
            *at = range.end;
            if !run.dress.struck || range.is_empty() {
                continue;
            }
            match out.last_mut().filter(|(_, last): &&mut (usize, Range<usize>)| last.end == range.start) {
                Some((_, last)) => last.end = range.end,
                None => out.push((line, range)),
            }
        }
    };
    match piece {
        Piece::Paragraph(runs) | Piece::Heading(runs) => take(runs, &mut at),
        Piece::Row { cells, .. } => {
            at = 1;
            for Cell { runs, .. } in cells {
                take(runs, &mut at);
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::md::lines;

    fn found(markdown: &str) -> Vec<String> {
        let lines = lines(markdown);
        struck(markdown).into_iter().map(|(line, range)| lines[line][range].to_owned()).collect()
    }

    #[test]
    fn struck_words_are_found_on_their_lines() {
        assert_eq!(found("前\n\n见~~名单~~，~~附页~~。"), ["名单", "附页"]);
        assert_eq!(found("| 甲 | 乙 |\n| --- | --- |\n| 一 | **二**~~三**四**~~ |"), ["三四"]);
        assert_eq!(found("`~~名单~~` \\~\\~附\\~\\~"), [""; 0]);
    }
}
