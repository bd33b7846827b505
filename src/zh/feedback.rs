//! Whether words say that the findings of an inspection were given.

use super::sentence::is_pause;

/// Whether 反馈 between such words says so: `before` from a day on, `behind` up to the end of the sentence. Neither the name of a
/// paper (反馈意见整改方案) does, nor what the body did about the findings (学习反馈意见, 把反馈意见通报给各股室), nor a count of them for
/// another day (到12月15日，反馈的35个问题完成34个).
pub fn is_given(before: &str, behind: &str) -> bool {
    let lead = before.rsplit(is_pause).next().unwrap_or_default();
    let noun = ["意见", "问题", "情况"].iter().find_map(|w| behind.strip_prefix(w));
    let rest = noun.unwrap_or(behind);
    let named = rest.trim_start_matches('的').starts_with("整改");
    let counted = rest.starts_with('的') && before.contains(is_pause) && !before.contains('组');
    let handed_on = lead.ends_with(['把', '将']) && !rest.starts_with('给');
    let since = noun.is_none() && behind.starts_with('后');
    !named && !counted && !handed_on && !since && !ABOUT.iter().any(|w| lead.contains(w))
}

/// What a body does about findings that it was given.
const ABOUT: [&str; 31] = [
    "学习", "研究", "落实", "对照", "针对", "认领", "审定", "审议", "部署", "根据", "按照", "围绕", "梳理",
    "传达", "领会", "消化", "分解", "解读", "讨论", "剖析", "吃透", "逐条", "细化", "听取", "印发", "转发",
    "对标", "聚焦", "依据", "结合", "通报",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_given_once_and_dealt_with_often() {
        for (before, behind) in [
            ("，县委巡察组", "了巡察意见"),
            ("", "意见"),
            ("", "的35个问题"),
            ("，县委巡察组", "的35个问题"),
            ("，巡察意见", "到镇党委"),
            ("，根据安排，巡察组", "了意见"),
            ("把", "意见给局党组"),
        ] {
            assert!(is_given(before, behind), "{before}反馈{behind}");
        }
        for (before, behind) in [
            ("，局党组研究", "意见整改方案"),
            ("印发", "问题整改方案"),
            ("，局党组传达", "意见"),
            ("把", "意见通报各股室"),
            ("，", "的35个问题完成34个"),
            ("收到", "后，局党组开会"),
        ] {
            assert!(!is_given(before, behind), "{before}反馈{behind}");
        }
    }
}
