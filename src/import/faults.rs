//! Whether a title says what is wrong: 议题把关不严, and not 压实整改责任.

/// Whether it names a fault.
pub fn names_fault(title: &str) -> bool {
    let text = title.trim().trim_end_matches(['。', ';', '；', '.']);
    let bare = GOOD.iter().fold(text.to_owned(), |bare, good| bare.replace(good, ""));
    let ends = |clause: &str| {
        let clause = clause.trim_end_matches(['”', '"', '’', '》', '）', ')']);
        ENDS.iter().any(|w| clause.ends_with(w)) && !DUTIES.iter().any(|w| clause.starts_with(w))
    };
    let one_sided = bare.split_once('重').is_some_and(|(_, rest)| rest.contains('轻'));
    one_sided || WITHIN.iter().any(|w| bare.contains(w)) || bare.split(['，', ',', '、']).any(ends)
}

/// Whether a clause names a fault or says itself that it is a problem; 认领问题 does neither.
pub fn tells_fault(clause: &str) -> bool {
    let problem = clause.ends_with("的问题") || clause.ends_with("问题") && clause.starts_with("关于");
    problem || names_fault(clause.trim_end_matches("问题"))
}

/// Whether it says what is to be done: 压实整改责任, 巩固成效.
pub fn names_duty(title: &str) -> bool {
    let title = title.trim_start();
    DUTIES.iter().chain(&TASKS).any(|w| title.starts_with(w))
}

/// Words that hold one of those below and name no fault.
const GOOD: [&str; 30] = [
    "不断",
    "不折不扣",
    "不打折",
    "不松",
    "不忘",
    "不动",
    "不懈",
    "不敢腐",
    "不能腐",
    "不想腐",
    "不留",
    "不漏",
    "不放",
    "不息",
    "不移",
    "不怕",
    "不回避",
    "不护短",
    "不遮",
    "不掩",
    "不走",
    "不减",
    "不降",
    "不变",
    "不退",
    "不停",
    "未来",
    "未成年",
    "未完成",
    "未病",
];

/// What one does about faults: 排查隐患.
const DUTIES: [&str; 15] = [
    "排查", "防范", "防控", "化解", "整治", "解决", "补齐", "找准", "查找", "查摆", "堵塞", "聚焦", "消除",
    "紧盯", "破解",
];

/// What other tasks begin with.
const TASKS: [&str; 34] = [
    "持续",
    "继续",
    "不断",
    "进一步",
    "巩固",
    "加强",
    "强化",
    "坚持",
    "推动",
    "推进",
    "健全",
    "完善",
    "压实",
    "深化",
    "深入",
    "做好",
    "抓好",
    "抓实",
    "做实",
    "提升",
    "提高",
    "突出",
    "严格",
    "严肃",
    "落实",
    "着力",
    "全面",
    "切实",
    "建立",
    "构建",
    "筑牢",
    "扛牢",
    "开展",
    "组织",
];

const WITHIN: [&str; 17] = [
    "不",
    "未",
    "缺乏",
    "缺少",
    "缺失",
    "欠缺",
    "有缺",
    "违规",
    "违反",
    "违纪",
    "违法",
    "超标准",
    "超范围",
    "走过场",
    "打折扣",
    "存在",
    "流于",
];

const ENDS: [&str; 46] = [
    "突出",
    "风险",
    "问题",
    "隐患",
    "短板",
    "差距",
    "漏洞",
    "薄弱",
    "弱化",
    "虚化",
    "淡化",
    "边缘化",
    "滞后",
    "缓慢",
    "迟缓",
    "粗放",
    "随意",
    "混乱",
    "松散",
    "松懈",
    "松弛",
    "单一",
    "脱节",
    "空转",
    "模糊",
    "形式",
    "缺位",
    "缺项",
    "多发",
    "频发",
    "高发",
    "严重",
    "递减",
    "盲区",
    "落后",
    "乏力",
    "过慢",
    "偏慢",
    "偏低",
    "偏弱",
    "偏软",
    "偏高",
    "较差",
    "较弱",
    "较低",
    "浪费",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_from_a_duty() {
        for title in [
            "借阅制度执行不够严格，续借把关不严。",
            "馆藏采购廉政风险突出。",
            "古籍修复进度滞后。",
            "流动书车线路有缺项。",
            "重采购、轻管理。",
            "未按规定公开账目",
            "安全责任层层递减。",
            "关于“阅读推广形式单一”的问题。",
        ] {
            assert!(names_fault(title), "{title}");
        }
        for title in [
            "压实整改责任。",
            "突出问题导向，明确分工。",
            "不断提高政治站位。",
            "坚持标准不降、力度不减，跟踪问效。",
            "排查隐患，防范风险，建章立制。",
            "一体推进不敢腐、不能腐、不想腐。",
            "聚焦未完成事项，销号管理。",
        ] {
            assert!(!names_fault(title), "{title}");
        }
    }
}
