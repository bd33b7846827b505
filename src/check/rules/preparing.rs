//! Whether a text still gets ready for a day.

use super::clause::sentence;
use crate::check::Passage;
use crate::zh::mention::Mention;

/// Words of getting ready for what has a day of its own.
const PREPARES: &[&str] = &[
    "筹备",
    "筹办",
    "筹划",
    "准备",
    "作准备",
    "做准备",
    "报名",
    "排练",
    "彩排",
    "布展",
    "预热",
    "备战",
    "挂网",
    "征集",
];

/// Words of writing what is to be handed in on a day.
const WRITES: &[&str] = &["起草", "撰写", "草拟", "编写", "编制", "赶写", "赶制", "印制", "制作", "准备"];

/// What is written for a meeting before it is held. Its minutes are written afterwards.
const PAPERS: &[&str] = &[
    "汇报稿",
    "汇报材料",
    "议程",
    "议案",
    "讲稿",
    "发言",
    "方案",
    "请柬",
    "手册",
    "课件",
    "会议材料",
    "稿件",
];

/// Whether the text still gets ready for the day: `正在筹备8月1日的现场会`, `正在报名，8月1日截止`, `正在挂网，截止时间为8月1日`.
/// What began or was done on the day goes on from it.
pub fn is_prepared(p: &Passage<'_>, m: &Mention) -> bool {
    let whole = sentence(&p.text, m.range.start);
    let words = &p.text[whole.clone()];
    let (lead, rest) = (&p.text[whole.start..m.range.start], p.text[m.range.end..whole.end].trim_start());
    let goes_on = ["起", "以来", "开始", "后", "已", "启动", "至今"].iter().any(|w| rest.starts_with(w));
    let now = ["正在", "筹备中", "准备中", "进行中", "目前"].iter().any(|w| words.contains(w));
    // What was closed has its outcome.
    let own = rest.split(['，', ',']).next().unwrap_or_default();
    let held = own.contains('已') || own.starts_with("截止的") || rest.contains("收到");
    m.day.is_some()
        && now
        && !held
        && !goes_on
        && !lead.contains('已')
        && (is_led_to(words, lead, rest) || closes(lead, rest) || is_written_for(lead, rest))
}

/// Whether between the getting ready and the day stands nothing but a word that leads to it.
fn is_led_to(words: &str, lead: &str, rest: &str) -> bool {
    let ends = ["截止", "结束", "开幕", "举行", "举办", "召开", "开赛"].iter().any(|w| rest.starts_with(w));
    let place = if rest.starts_with('前') { lead } else { words };
    let leads = rest.starts_with(['的', '前']) || ends;
    leads && PREPARES.iter().any(|w| place.contains(w))
}

/// `报名正在进行，截止日为8月1日`: what is under way closes on the day.
fn closes(lead: &str, rest: &str) -> bool {
    let under_way = |at: usize| {
        let clause = lead[at..].split(['，', ',']).next().unwrap_or_default();
        !clause.contains('的')
    };
    let now = ["正在", "进行中", "目前"].iter().any(|w| lead.find(w).is_some_and(under_way));
    let own = lead.rsplit(['，', ',']).next().unwrap_or_default();
    let named = own.rfind("截止").is_some_and(|at| own[at..].chars().count() <= 8);
    now && (named && !rest.starts_with('前') || rest.starts_with("截止"))
}

/// `正在起草提交8月1日会议的汇报稿`: what is written for the day is not ready.
fn is_written_for(lead: &str, rest: &str) -> bool {
    let writes = lead.rfind("正在").is_some_and(|at| {
        let near = &lead[at..];
        !near.contains(['，', ',']) && WRITES.iter().any(|w| near.contains(w))
    });
    let head = rest.split(['，', ',', '、']).next().unwrap_or_default();
    let meets = ["会", "活动", "培训", "演练", "比赛", "评审", "验收"].iter().any(|w| head.contains(w));
    writes && meets && PAPERS.iter().any(|w| head.contains(w))
}
