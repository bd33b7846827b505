//! Columns that line up in a terminal, where a Chinese character takes two places.

use unicode_width::UnicodeWidthStr;

/// How a column stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows of as many cells as there are `sides`, each line after `indent` spaces, two spaces between columns.
pub fn table(rows: &[Vec<String>], sides: &[Side], indent: usize) -> String {
    let width =
        |at: usize| rows.iter().filter_map(|r| r.get(at)).map(|c| c.width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..sides.len()).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = " ".repeat(indent);
        for ((cell, side), width) in row.iter().zip(sides).zip(&widths) {
            let space = " ".repeat(width - cell.width());
            let (before, after) =
                if *side == Side::Right { (space, String::new()) } else { (String::new(), space) };
            line.extend([before.as_str(), cell, &after, "  "]);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_under_chinese() {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        let made = table(&[row("单位", "措施"), row("县供水公司", "12")], &[Side::Left, Side::Right], 2);
        assert_eq!(made, "  单位        措施\n  县供水公司    12\n");
    }
}
