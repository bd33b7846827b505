//! Where the name of a body ends, and what is typed for one of its characters.

use crate::check::read::doer;

/// What the names of bodies end with.
const ENDS: &str = "局科股处室办所站队组院部厅委会司";

/// Characters that are typed for each other, by their look or sound. None of them is one that a sentence goes on with.
const ALIKE: [&str; 21] = [
    "科课料棵颗",
    "局剧居句",
    "股古谷骨鼓",
    "处初触",
    "室市式",
    "办半板",
    "所锁索",
    "站占栈",
    "队堆",
    "组祖租",
    "院员完远",
    "部步布",
    "心新芯",
    "会汇",
    "委季萎",
    "司可词",
    "厅听停",
    "纪记己",
    "党觉堂挡",
    "检捡险",
    "合和",
];

/// Whether what stands in the place of a name is the beginning of ordinary words: 质量管理制 of 质量管理制度, and 建设管理办 of
/// 建设管理办法, where a unit is called 质量管理科 or 建设管理处. Only what could end a name, or is typed for what ends this one, does
/// not go on so, and only where nothing but an act or a mark follows.
pub fn is_cut_out(is: &str, right: &str, after: &str) -> bool {
    let Some((typed, meant)) = replaced(is, right).filter(|_| last(is) != last(right)) else { return false };
    let ended = !after.starts_with(char::is_alphanumeric) || after.starts_with('的') || doer::is_work(after);
    // 医学院党办 is an office beside 医学院党委.
    let an_end = meant != '委' && ENDS.contains(typed);
    !(ended && (an_end || are_alike(typed, meant)))
}

/// Whether one character was typed for another that looks or sounds like it.
pub fn is_mistyped(is: &str, right: &str) -> bool {
    replaced(is, right).is_some_and(|(typed, meant)| are_alike(typed, meant))
}

fn are_alike(a: char, b: char) -> bool {
    ALIKE.iter().any(|row| row.contains(a) && row.contains(b))
}

fn last(name: &str) -> Option<char> {
    name.chars().next_back()
}

/// The one character in which two names differ.
fn replaced(is: &str, right: &str) -> Option<(char, char)> {
    let (mut is, mut right) = (is.chars(), right.chars());
    let (typed, meant) = is.by_ref().zip(right.by_ref()).find(|(a, b)| a != b)?;
    (is.as_str() == right.as_str()).then_some((typed, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_begin_as_a_name_does() {
        for (is, right, after) in [
            ("质量管理制", "质量管理科", "度9项"),
            ("质量管理已", "质量管理科", "完成复评"),
            ("建设管理费", "建设管理处", "，"),
            ("医学院党校", "医学院党委", "开展培训"),
            ("质量管理课", "质量管理科", "程表"),
        ] {
            assert!(is_cut_out(is, right, after), "{is}");
        }
        for (is, right, after) in [
            ("建设管理办", "建设管理处", "开展验收"),
            ("质量管理课", "质量管理科", "复核台账"),
            ("质量官理科", "质量管理科", "长"),
            ("县培训心中", "县培训中心", "场地"),
        ] {
            assert!(!is_cut_out(is, right, after), "{is}");
        }
        assert!(is_mistyped("医学院记委", "医学院纪委") && !is_mistyped("医学院记委", "医学院党委"));
    }
}
