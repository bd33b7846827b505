//! Two texts into the lines that go and the lines that come.

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
}
