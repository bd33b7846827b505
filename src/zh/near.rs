//! How far two words are apart, in characters.

/// One way in which a word differs from another by a single slip of the pen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// A character was replaced.
    Replaced,
    /// A character of the right word is missing.
    Missing,
    /// There is one character too many.
    Added,
    /// Two neighbours changed places.
    Swapped,
}

/// The single slip that makes `wrong` of `right`, if one does.
pub fn slip(right: &[char], wrong: &[char]) -> Option<Slip> {
    let front = right.iter().zip(wrong).take_while(|(a, b)| a == b).count();
    let (r, w) = (&right[front..], &wrong[front..]);
    let back = r.iter().rev().zip(w.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&r[..r.len() - back], &w[..w.len() - back]) {
        ([_], [_]) => Some(Slip::Replaced),
        ([_], []) => Some(Slip::Missing),
        ([], [_]) => Some(Slip::Added),
        ([a, b], [c, d]) if a == d && b == c => Some(Slip::Swapped),
        _ => None,
    }
}

/// Whether a long phrase has two neighbours replaced, left out or put in within it, or two of its parts stand the other way round.
/// A shorter one would be too near to other words.
pub fn is_muddled(right: &[char], wrong: &[char]) -> bool {
    let (is, other) = difference(right, wrong);
    let at_end = right.last() != wrong.last();
    let turned = || (1..is.len()).any(|n| other.starts_with(&is[n..]) && other[is.len() - n..] == is[..n]);
    match (is.len(), other.len()) {
        (2, 2) if right.len() >= 6 && is.iter().any(|c| other.contains(c)) => !at_end,
        (0, 2) => right.len() >= 8 && !at_end && right.first() == wrong.first(),
        (2, 2) | (2, 0) => right.len() >= 12 && (!at_end || other.len() == 2),
        (a, b) => a == b && a > 2 && a < right.len() && right.len() >= 7 && turned(),
    }
}

/// The stretch in which two words differ: what stands in the one and what in the other.
pub fn difference<'a>(one: &'a [char], other: &'a [char]) -> (&'a [char], &'a [char]) {
    let front = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (a, b) = (&one[front..], &other[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    (&a[..a.len() - back], &b[..b.len() - back])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_no_more() {
        let of = |a: &str, b: &str| slip(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!(of("全面从严治党", "全面从严治当"), Some(Slip::Replaced));
        assert_eq!(of("全面从严治党", "全面从治党"), Some(Slip::Missing));
        assert_eq!(of("全面从严治党", "全面从从严治党"), Some(Slip::Added));
        assert_eq!(of("全面从严治党", "全面严从治党"), Some(Slip::Swapped));
        assert_eq!(of("全面从严治党", "全面从严治党"), None);
        assert_eq!(of("全面从严治党", "全面治党"), None);
    }

    #[test]
    fn a_long_phrase_may_be_two_characters_away() {
        let of =
            |a: &str, b: &str| is_muddled(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert!(of("党风廉政建设和反腐败斗争", "党风廉政和反腐败斗争"));
        assert!(of("巡察整改主体责任", "巡察整改体制责任"));
        assert!(of("党内政治生活准则", "党内生活政治准则"));
        assert!(!of("全面从严治党主体责任", "全面从严治党监督责任"));
        assert!(!of("意识形态工作", "意识形态阵地"));
    }
}
