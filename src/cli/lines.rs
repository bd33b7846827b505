//! Two texts into the lines that go and the lines that come.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Each line that differs with its number: `12 - old`, `12 + new`. The texts share most of their lines.
pub fn changed_lines(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let same_end = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = same_end.take_while(|(a, b)| a == b).count();
    let (was, is) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let common = common(was, is);
    let (mut from, mut to, mut shown) = (0, 0, String::new());
    while from < was.len() || to < is.len() {
        if from < was.len() && to < is.len() && was[from] == is[to] {
            (from, to) = (from + 1, to + 1);
        } else if from < was.len() && (to == is.len() || common[from + 1][to] >= common[from][to + 1]) {
            shown += &format!("{:>6} - {}\n", head + from + 1, was[from]);
            from += 1;
        } else {
            shown += &format!("{:>6} + {}\n", head + to + 1, is[to]);
            to += 1;
        }
    }
    shown
}

/// The words that differ, line by line, with what stands around them: `12 - old`, `12 + new`. Both texts have the same lines.
pub fn changed_words(old: &str, new: &str) -> String {
    let mut shown = String::new();
    for (number, (was, is)) in (1..).zip(old.lines().zip(new.lines())).filter(|(_, (was, is))| was != is) {
        let (was, is): (Vec<char>, Vec<char>) = (was.chars().collect(), is.chars().collect());
        for (from, to) in stretches(&was, &is) {
            shown += &format!("{number:>6} - {}\n{number:>6} + {}\n", around(&was, from), around(&is, to));
        }
    }
    shown
}

/// So many characters are shown on either side.
const AROUND: usize = 8;

/// Where two lines differ; what lies near together is one stretch.
fn stretches(was: &[char], is: &[char]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut out: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, was, is).iter().filter(|op| op.tag() != DiffTag::Equal) {
        let (from, to) = (op.old_range(), op.new_range());
        match out.last_mut() {
            Some(last) if from.start - last.0.end <= AROUND => {
                *last = (last.0.start..from.end, last.1.start..to.end);
            }
            _ => out.push((from, to)),
        }
    }
    out
}

fn around(line: &[char], at: Range<usize>) -> String {
    let (start, end) = (at.start.saturating_sub(AROUND), (at.end + AROUND).min(line.len()));
    let words: String = line[start..end].iter().collect();
    format!("{}{words}{}", if start > 0 { "…" } else { "" }, if end < line.len() { "…" } else { "" })
}

/// How many lines the ends of two texts share in order, from each pair of places on.
fn common(was: &[&str], is: &[&str]) -> Vec<Vec<usize>> {
    let mut table = vec![vec![0; is.len() + 1]; was.len() + 1];
    for from in (0..was.len()).rev() {
        for to in (0..is.len()).rev() {
            table[from][to] = if was[from] == is[to] {
                table[from + 1][to + 1] + 1
            } else {
                table[from + 1][to].max(table[from][to + 1])
            };
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart_though_some_occur_twice() {
        let old = "a\nstatus: done\nb\nstatus: done\nc\n";
        let new = "a\nstatus: blocked\nb\n+\nstatus: done\nc\n";
        assert_eq!(changed_lines(old, new), "     2 - status: done\n     2 + status: blocked\n     4 + +\n");
        assert_eq!(changed_lines("a\n", "a\nb\n"), "     2 + b\n");
        assert_eq!(changed_lines("a\n", "a\n"), "");
    }

    #[test]
    fn a_mark_in_a_long_line_is_shown_with_what_stands_around_it() {
        let old = "一\n星河县水利局召开会议,研究部署整改工作,逐项落实责任和时限要求并且公开,完成\n";
        let new = "一\n星河县水利局召开会议，研究部署整改工作，逐项落实责任和时限要求并且公开，完成\n";
        let shown = "     2 - …县水利局召开会议,研究部署整改工作,逐项落实责任和时…\n     2 + …县水利局召开会议，研究部署整改工作，逐项落实责任和时…\n     2 - …时限要求并且公开,完成\n     2 + …时限要求并且公开，完成\n";
        assert_eq!(changed_words(old, new), shown);
    }
}
