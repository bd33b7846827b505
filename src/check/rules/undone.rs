//! What in a text says that a thing is not done yet.

use std::ops::Range;

use super::clause::{clause, last_chars, sentence};
use crate::zh::marks::is_quoted;
use crate::zh::sentence::is_pause;
use crate::zh::wordlist::Words;

/// Words that say so by themselves.
static UNFINISHED: Words = Words::new(&[
    "正在",
    "暂未",
    "暂缓",
    "尚未",
    "还未",
    "仍未",
    "至今未",
    "迄今未",
    "还没有",
    "仍没有",
    "尚没有",
    "至今没有",
    "仍在",
    "还在",
    "尚在",
    "有待",
    "尚待",
    "仍待",
    "未能完成",
    "未能进行",
    "未能办理",
    "未能解决",
    "未能落实",
    "未能取得",
]);

/// A clause that ends in 中 tells of something under way where one of these stands in it.
const UNDER_WAY: &[&str] = &[
    "筹备",
    "推进",
    "办理",
    "整改",
    "进行",
    "招标",
    "招投标",
    "审批",
    "建设",
    "施工",
    "协调",
    "研究",
    "修订",
    "编制",
    "对接",
    "落实",
];

/// The words of a text that say so by themselves, each with the rest of its clause.
pub fn undone(text: &str) -> Vec<Range<usize>> {
    let words = UNFINISHED.places(text).into_iter();
    let lasts = |at: usize, word: &str| is_lasting(text, at + word.len()) || is_of_a_term(text, at, word);
    let decided = |at: usize, word: &str| {
        word == "暂缓" && (is_voted(text, at) || is_ruled(text, at) || is_a_case(text, at))
    };
    let also = |at: usize, word: &str| word == "还在" && is_done_there(&text[at + word.len()..]);
    let said = words.filter(|(at, w)| !lasts(*at, w) && !decided(*at, w) && !also(*at, w));
    let said = said.map(|(at, w)| (at, w.len()));
    let mut out = clauses(text, said.chain(with_verb(text)));
    for own in in_the_midst(text) {
        if !out.iter().any(|r| r.start < own.end && own.start < r.end) {
            out.push(own);
        }
    }
    out.sort_by_key(|r| r.start);
    out.dedup_by(|b, a| b.start < a.end);
    out
}

/// 还在县电视台播出, 还在每个村设了意见箱, 还在渔港组织了演练: it was done there as well.
fn is_done_there(rest: &str) -> bool {
    const DONE: [&str; 16] = [
        "播出", "播放", "刊登", "刊发", "刊载", "发表", "展出", "举办", "举行", "召开", "设立", "设置",
        "设了", "张贴", "公示", "公布",
    ];
    let own = &rest[..rest.find(is_pause).unwrap_or(rest.len())];
    DONE.iter().filter_map(|w| own.find(w)).any(|at| own[..at].chars().count() > 1)
        || own.find('了').is_some_and(|at| own[..at].chars().count() > 3)
}

/// 首个季度尚未结束: a term runs of itself, and is no work.
fn is_of_a_term(text: &str, at: usize, word: &str) -> bool {
    let ends =
        ["结束", "届满", "期满", "到期", "过完"].iter().any(|w| text[at + word.len()..].starts_with(w));
    ends && text[..at].trim_end_matches(['还', '仍']).ends_with(['季', '度', '期', '年', '月'])
}

/// 通过15项、否决1项、暂缓1项: what a meeting decided of what lay before it.
fn is_voted(text: &str, at: usize) -> bool {
    let whole = &text[to_the_stop(text, at)];
    let rest = &text[at + "暂缓".len()..clause(text, at).end];
    let bare = ["表决", "审议", "研究", "上会"].iter().find_map(|w| rest.strip_prefix(w)).unwrap_or(rest);
    let counted = bare.starts_with(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c));
    let others = ["通过", "否决", "退回", "同意", "缓议", "不予", "撤回", "批准", "核准"];
    counted && others.iter().any(|w| whole.contains(w))
}

/// 资料不齐的一律暂缓支付, 有分歧的暂缓表决，待…后再议: what is to be done in such a case; or what came of it stands behind.
fn is_ruled(text: &str, at: usize) -> bool {
    let whole = to_the_stop(text, at);
    let (before, after) = (&text[whole.start..at], &text[at..whole.end]);
    let lead = &text[clause(text, at).start..at];
    // 有分歧的暂缓表决, 存疑的应暂缓支付.
    let case = lead
        .trim_end_matches(['应', '当', '均', '都', '则', '先', '要', '须', '可', '以', '予'])
        .ends_with('的');
    let law = ["凡", "一律", "规定", "要求", "明确", "应当", "必须", "不得", "原则上"];
    let again = ["后再", "再行", "再议", "再办", "再付", "再上会", "再研究", "再审", "后已", "后恢复"];
    // 提出暂缓上会，其中3个补报后重新提交: what became of it is told.
    let ended = ["重新提交", "撤回", "撤销", "获通过", "后通过", "均通过", "批准", "不再提交"];
    let told = ended.iter().any(|w| after.contains(w))
        && !["至今", "没有", "尚未", "仍未"].iter().any(|w| after.contains(w));
    told || case || law.iter().any(|w| before.contains(w)) || again.iter().any(|w| after.contains(w))
}

/// 有2项因分歧较大暂缓表决, 已有4人被暂缓列为发展对象: how many cases were decided so, of all that came. What is left of them
/// (剩余2项暂缓表决) is still open, and so is what somebody waits for.
fn is_a_case(text: &str, at: usize) -> bool {
    const DECISIONS: [&str; 17] = [
        "表决", "上会", "审议", "列为", "列入", "吸收", "发展", "接收", "转正", "转为", "确定", "提名",
        "任用", "提拔", "聘任", "评优", "审批",
    ];
    const LEFT: [&str; 8] = ["剩余", "其余", "余下", "剩下", "另有", "另外", "尚有", "还有"];
    let whole = to_the_stop(text, at);
    let (own, after) = (&text[sentence(text, at).start..at], &text[at + "暂缓".len()..whole.end]);
    let decision = DECISIONS.iter().any(|w| after.starts_with(w));
    decision && is_counted(own) && !LEFT.iter().any(|w| own.contains(w)) && !OPEN.are_in(after)
}

/// Words for what has not come about since.
static OPEN: Words = Words::new(&["至今", "没有", "尚未", "仍未", "还未", "未能", "待"]);

/// Whether words count cases of one matter: 有2项, 4名, 3个议题.
fn is_counted(words: &str) -> bool {
    words.char_indices().any(|(at, c)| {
        let rest = &words[at + c.len_utf8()..];
        let number = c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
        number && rest.starts_with(['项', '名', '人', '个', '件', '起', '例', '位'])
    })
}

/// The sentence that a byte lies in, over its semicolons.
pub fn to_the_stop(text: &str, at: usize) -> Range<usize> {
    let ends = ['。', '！', '？', '\n', '|'];
    let start = text[..at].rfind(ends).map_or(0, |n| n + text[n..].chars().next().map_or(1, char::len_utf8));
    start..text[at..].find(ends).map_or(text.len(), |n| at + n)
}

/// The clauses from each of some words on, unless they tell of something else.
pub fn clauses(text: &str, words: impl Iterator<Item = (usize, usize)>) -> Vec<Range<usize>> {
    let plain = |(at, len): &(usize, usize)| {
        !is_quoted(text, *at)
            && !is_of_a_thing(text, at + len)
            && !is_overcome(text, *at)
            && !is_of_a_find(text, *at)
    };
    words.filter(plain).map(|(at, _)| at..clause(text, at).end).collect()
}

/// 查出2名对象去世后仍在领取，已追回: how it was when it was found, and what was done since.
fn is_of_a_find(text: &str, at: usize) -> bool {
    let found = ["查出", "发现", "核出", "查明"].iter().any(|w| text[clause(text, at).start..at].contains(w));
    found && text[at..to_the_stop(text, at).end].contains('已')
}

/// `名册筹备中`: clauses that end in 中 and tell of something under way.
fn in_the_midst(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('中').filter_map(|(at, _)| {
        let own = clause(text, at);
        let before = &text[own.start..at];
        let at_end = own.end == at + '中'.len_utf8();
        let in_a_time =
            ["过程", "工作", "活动", "其", "集", "当", "之", "会"].iter().any(|w| before.ends_with(w))
                || before.starts_with('在')
                || ["用到", "用于", "运用", "应用", "融入", "投入", "贯穿", "带到", "带进"]
                    .iter()
                    .any(|w| before.contains(w));
        let under_way = UNDER_WAY.iter().any(|w| last_chars(before, 8).contains(w));
        (at_end && !in_a_time && under_way && !is_quoted(text, at)).then_some(own)
    })
}

/// What goes on behind 仍在 and 正在 without being undone: a post, a use, a term.
const LASTING: &[&str] = &["任", "岗", "职", "用", "编", "册", "籍", "校", "世", "位", "库", "保", "线"];

/// The same in two characters and more.
const GOES_ON: &[&str] = &[
    "运行",
    "运转",
    "运营",
    "营业",
    "使用",
    "服役",
    "执行",
    "坚持",
    "保持",
    "发挥",
    "生效",
    "有效",
    "服务期",
    "时限",
    "期限",
    "质保",
    "保修",
    "聘期",
    "租期",
    "任期",
    "原岗",
    "岗位",
    "册在",
    "继续执行",
];

fn is_lasting(text: &str, at: usize) -> bool {
    let rest = &text[at..clause(text, at).end];
    // 仍在编制 and 仍在保洁 are under way; 仍在编 and 仍在岗履职 last.
    let whole = |w: &str| {
        rest.strip_prefix(w).is_some_and(|after| {
            let ends = after.starts_with(['、', '（', '(', ' ']) || after.is_empty();
            ends || ["上", "履", "值", "在", "保存", "工作", "人员"]
                .iter()
                .any(|next| after.starts_with(next))
        })
    };
    LASTING.iter().any(|w| whole(w)) || GOES_ON.iter().any(|w| rest.starts_with(w))
}

/// 正 straight before what goes on, without 在: `正报县委审定`, `正由法院执行`. 改正按期 and 公正由 are other words.
fn with_verb(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    const GOING: &[&str] = &[
        "报",
        "送",
        "呈",
        "等县",
        "等市",
        "等省",
        "等上级",
        "等批",
        "由",
        "按程序",
        "按流程",
        "等待",
        "待",
        "与",
        "走",
        "抓紧",
        "加紧",
        "加快",
        "组织",
        "办理",
        "推进",
        "协调",
        "对接",
        "商",
        "审核",
        "审议",
        "起草",
        "拟",
        "编制",
        "修订",
        "施工",
        "招标",
        "公示",
        "征求",
        "履行",
        "提请",
        "申请",
        "申报",
        "请示",
        "接受",
        "积极",
    ];
    const OTHER: &[char] = &[
        '改', '修', '纠', '更', '公', '真', '端', '校', '矫', '反', '订', '指', '补', '方', '严', '转', '廉',
        '扶',
    ];
    text.match_indices('正').filter_map(|(at, _)| {
        let rest = &text[at + '正'.len_utf8()..];
        let going = GOING.iter().find(|w| rest.starts_with(**w))?;
        let own = &text[clause(text, at).start..at];
        // 正由专人值守 goes on for good.
        let whole = &text[at..clause(text, at).end];
        let kept_up =
            ["值守", "管护", "看护", "保管", "维护", "运维", "管理"].iter().any(|w| whole.ends_with(w));
        (!kept_up && !own.ends_with(OTHER) && !is_past(own)).then_some((at, '正'.len_utf8() + going.len()))
    })
}

/// Whether words tell of how it was before.
pub fn is_past(words: &str) -> bool {
    static PAST: Words = Words::new(&[
        "当时",
        "此前",
        "原来",
        "以前",
        "过去",
        "曾",
        "巡察时",
        "巡视时",
        "检查时",
        "整改前",
        "反馈时",
        "查明",
        "发现",
    ]);
    PAST.are_in(words)
}

/// 正在实施的项目, 尚未归还的设备: the words belong to a thing.
pub fn is_of_a_thing(text: &str, at: usize) -> bool {
    let rest = &text[at..clause(text, at).end];
    rest.char_indices().take(14).any(|(n, c)| c == '的' && n + c.len_utf8() < rest.len())
}

/// Whether the same sentence goes on to say that it is done now.
pub fn is_overcome(text: &str, at: usize) -> bool {
    static DONE_NOW: Words = Words::new(&["现已", "目前已", "已全部", "已于", "均已"]);
    let end = sentence(text, at).end;
    DONE_NOW.are_in(&text[at..end]) || is_done_next(text, at, end)
}

/// `12户尚未复垦。对这12户逐户约谈，截至11月30日，12户全部复垦`: the same number again, and all of them.
fn is_done_next(text: &str, at: usize, end: usize) -> bool {
    let number = clause(text, at);
    let count: String = text[number.start..at].chars().filter(|c| !c.is_whitespace()).collect();
    let counted = count.chars().next().is_some_and(|c| c.is_ascii_digit()) && count.chars().count() <= 6;
    let rest = text[end..].trim_start_matches(['。', '；', '\n']);
    let next = &rest[..rest.find(['。', '\n']).unwrap_or(rest.len())];
    counted && next.rmatch_indices(count.as_str()).any(|(n, _)| next[n + count.len()..].starts_with("全部"))
}
