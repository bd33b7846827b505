//! The difference of two texts in pieces that a reader can follow on a phone: whole words and numbers, in Chinese too, without
//! the crumbs that two changes leave between them.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::zh::words::words;

/// A piece of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Stands in both texts.
    Same(String),
    /// Stands in the old text alone.
    Old(String),
    /// Stands in the new text alone.
    New(String),
    /// Stands in the old text alone, and is not to be repeated.
    Hidden,
}

/// A text, or where it is long its first and last characters, `context` of each.
pub fn ends(text: &str, context: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 2 * context + 2 {
        return text.to_owned();
    }
    let (head, tail) = (&chars[..context], &chars[chars.len() - context..]);
    head.iter().chain(&['…', '…']).chain(tail).collect()
}

/// The pieces in order: the old text is what is the same or old, the new one what is the same or new.
pub fn difference(old: &str, new: &str) -> Vec<Piece> {
    let (a, b) = (words(old), words(new));
    let mut out = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &a, &b) {
        let (before, after) = (a[op.old_range()].concat(), b[op.new_range()].concat());
        let crumb = before.chars().count() < CRUMB && !out.is_empty();
        match op {
            DiffOp::Equal { .. } if !crumb => out.push(Piece::Same(before)),
            _ => {
                out.push(Piece::Old(before));
                out.push(Piece::New(after));
            }
        }
    }
    joined(out)
}

/// What is the same for fewer characters than this, between two changes, is read as changed too.
const CRUMB: usize = 2;

/// Old and new pieces in a row as one of each, the old first; empty ones left out.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out = Vec::new();
    let (mut old, mut new) = (String::new(), String::new());
    let flush = |old: &mut String, new: &mut String, out: &mut Vec<Piece>| {
        out.extend([Piece::Old(std::mem::take(old)), Piece::New(std::mem::take(new))]);
    };
    for piece in pieces {
        match piece {
            Piece::Old(text) => old.push_str(&text),
            Piece::Hidden => {}
            Piece::New(text) => new.push_str(&text),
            Piece::Same(text) => {
                flush(&mut old, &mut new, &mut out);
                out.push(Piece::Same(text));
            }
        }
    }
    flush(&mut old, &mut new, &mut out);
    out.retain(|p| !matches!(p, Piece::Same(t) | Piece::Old(t) | Piece::New(t) if t.is_empty()));
    out
}

#[cfg(test)]
mod tests {
    use super::Piece::{Hidden, New, Old, Same};
    use super::*;

    #[test]
    fn what_changed_is_shown_in_whole_words() {
        let pieces = |a, b| difference(a, b);
        assert_eq!(
            pieces("已于7月25日召开第9次会议。", "已于7月25日召开第10次会议。"),
            [Same("已于7月25日召开第".into()), Old("9".into()), New("10".into()), Same("次会议。".into())]
        );
        assert_eq!(
            pieces("水利局负责检修闸门。", "住建局负责更换闸门。"),
            [
                Old("水利局".into()),
                New("住建局".into()),
                Same("负责".into()),
                Old("检修".into()),
                New("更换".into()),
                Same("闸门。".into())
            ]
        );
        assert_eq!(pieces("甲", "甲"), [Same("甲".into())]);
        assert_eq!(pieces("", "甲乙"), [New("甲乙".into())]);
    }

    #[test]
    fn both_texts_can_be_read_back() {
        let (old, new) =
            ("县水利局正在修缮3座水闸,预计10月底完成。", "县水利局已修缮2座水闸,另1座11月底完成。");
        let pieces = difference(old, new);
        let side =
            |keep: fn(&Piece) -> Option<&String>| pieces.iter().filter_map(keep).cloned().collect::<String>();
        let a = side(|p| match p {
            Same(t) | Old(t) => Some(t),
            New(_) | Hidden => None,
        });
        let b = side(|p| match p {
            Same(t) | New(t) => Some(t),
            Old(_) | Hidden => None,
        });
        assert_eq!((a.as_str(), b.as_str()), (old, new));
    }
}
