//! Characters and words that are typed for others.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::Rule;
use super::typed::WORDS;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::zh::marks::may_be_quoted;
use crate::zh::sentence::clause;

/// `截止2025年10月`, `己完成`, `台帐`, `县委巡查组`, `落实落实`.
pub const RULE: Rule = Rule { code: "usage", severity: Severity::Warning, find };

/// Two verbs of one meaning, of which the second is too many after a word that says how: elsewhere the first may be a noun
/// (经费执行实行月报).
const TWICE: [(&str, &str); 7] = [
    ("执行实行", "执行"),
    ("实施实行", "实施"),
    ("实施执行", "实施"),
    ("开展进行", "开展"),
    ("召开举办", "召开"),
    ("举行召开", "举行"),
    ("建立设立", "建立"),
];

const HOW: [&str; 10] = ["严格", "认真", "坚决", "全面", "切实", "继续", "及时", "统一", "依法", "按时"];

/// Times up to which something is counted.
const TIMES: [&str; 16] = [
    "本月",
    "上月",
    "本年",
    "本周",
    "上周",
    "月底",
    "年底",
    "去年",
    "上年",
    "昨",
    "此时",
    "日前",
    "发稿",
    "报告期",
    "统计时",
    "二〇",
];

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (at, p) in record.of_kind(|k| !matches!(k, Kind::Contact(_) | Kind::Label(_))) {
        for (range, right) in wrong(&p.text) {
            let is = &p.text[range.clone()];
            let message = Msg::new("found-usage").with("is", is).with("right", right.as_str());
            let sure = is_sure(&p.text, &range);
            out.push(Finding::at(at, range, message).mend(&p.text, right, sure));
        }
        for range in doubled(&p.text) {
            let is = &p.text[range.clone()];
            let right = is[..is.len() / 2].to_owned();
            let message = Msg::new("found-doubled-word").with("is", is);
            out.push(Finding::at(at, range, message).mend(&p.text, right, false));
        }
    }
    out
}

/// What is no word in any reading, or an old spelling of the same word.
const SURE: [&str; 20] = [
    "截止今",
    "截止当前",
    "截止现在",
    "台帐",
    "帐目",
    "帐户",
    "帐册",
    "记帐",
    "对帐",
    "查帐",
    "帐号",
    "入帐",
    "销帐",
    "会议记要",
    "追朔",
    "烦锁",
    "帮挟",
    "蹬记",
    "迫不急待",
    "不径而走",
];

/// Whether it may be put right without a look; never within a title or another's words. 截止 before a day is 截至 at the head
/// of its clause alone: 报名截止9月1日 is right.
fn is_sure(text: &str, range: &Range<usize>) -> bool {
    let words = &text[range.clone()];
    let heads = || clause(text, range.start).start == range.start;
    (SURE.contains(&words) || matches!(words, "截止" | "截止到") && heads())
        && !may_be_quoted(text, range.start)
}

fn words() -> Option<&'static AhoCorasick> {
    static WORDS_FOUND: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let twice = TWICE.iter().flat_map(|(both, _)| HOW.map(|how| format!("{how}{both}")));
    let all = WORDS.iter().map(|w| w.0.to_owned()).chain(twice);
    WORDS_FOUND.get_or_init(|| AhoCorasick::new(all).ok()).as_ref()
}

fn wrong(text: &str) -> Vec<(Range<usize>, String)> {
    let mut out: Vec<(Range<usize>, String)> = Vec::new();
    for hit in words().iter().flat_map(|w| w.find_iter(text)) {
        let Some((_, right, not_behind, not_before)) = WORDS.get(hit.pattern().as_usize()) else {
            // A word that says how, and behind it two verbs of one meaning; 开展进行中 is another.
            let (both, one) = TWICE[(hit.pattern().as_usize() - WORDS.len()) / HOW.len()];
            if !text[hit.end()..].starts_with('中') {
                out.push((hit.end() - both.len()..hit.end(), one.to_owned()));
            }
            continue;
        };
        let before = text[..hit.start()].chars().next_back();
        let after = text[hit.end()..].chars().next();
        let fine = before.is_some_and(|c| not_behind.contains(c))
            || after.is_some_and(|c| not_before.contains(c))
            || *right == "的" && ends_in_de(&text[..hit.start()]);
        if !fine {
            out.push((hit.range(), (*right).to_owned()));
        }
    }
    // 截止 before a day; 截止日期 and 于…截止 are right.
    for (at, word) in text.match_indices("截止") {
        let rest = &text[at + word.len()..];
        let day = rest.starts_with(|c: char| c.is_ascii_digit());
        // 截止本月底, 截止发文之日: a time, not an end.
        let named = TIMES.iter().any(|w| rest.starts_with(w)) || is_day_of(rest);
        let time = named && !text[..at].ends_with(['已', '将', '于']);
        if day || time {
            out.push((at..at + word.len(), "截至".to_owned()));
        }
    }
    out.extend(strengthened(text));
    out.extend(each_for_a_count(text));
    out.sort_by_key(|(r, _)| r.start);
    out
}

/// Whether words end in a noun of which 的 is the second half: 标的的起拍价, 目的的. Behind 目标 and 项目 it is a particle twice.
fn ends_in_de(before: &str) -> bool {
    const TARGETS: &[char] =
        &['目', '指', '商', '达', '坐', '图', '投', '招', '评', '中', '国', '航', '路', '浮', '鼠', '锦'];
    const TITLES: &[char] = &['项', '科', '节', '题', '栏', '数', '名', '条', '剧', '书', '账', '耳', '头'];
    let behind = |noun: char, not: &[char]| before.strip_suffix(noun).is_some_and(|b| !b.ends_with(not));
    behind('标', TARGETS)
        || behind('目', TITLES)
        || ["一语中", "众矢之", "无的放矢", "端"].iter().any(|w| before.ends_with(w))
}

/// `7各部门`: a number counts by 个. A number that only stands before 各 belongs to something else (附件1各单位…).
fn each_for_a_count(text: &str) -> Vec<(Range<usize>, String)> {
    const COUNTED: &[&str] = &[
        "部门",
        "单位",
        "乡镇",
        "镇",
        "乡",
        "村",
        "科室",
        "股室",
        "处室",
        "问题",
        "方面",
        "项目",
        "小组",
        "工作组",
        "党支部",
        "支部",
        "学校",
        "医院",
        "企业",
        "社区",
        "街道",
        "岗位",
        "环节",
        "县",
        "区",
        "市",
        "班组",
        "窗口",
        "站点",
        "网点",
        "点位",
        "工作日",
        "品种",
        "类别",
        "批次",
        "专题",
        "议题",
    ];
    let one = |(at, word): (usize, &str)| {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = at - before.len();
        let last = before.chars().next_back();
        let label = last
            .is_some_and(|c| c.is_ascii() || "件表图录页第号款项条章节卷—－～．：月日年：:、".contains(c));
        let counts = COUNTED.iter().any(|w| text[at + word.len()..].starts_with(w));
        ((1..=3).contains(&digits) && last.is_some() && !label && counts)
            .then(|| (at..at + word.len(), "个".to_owned()))
    };
    text.match_indices('各').filter_map(one).collect()
}

/// `发文之日`, `签发时`: a day named by what happens on it; 截止之日 is an end.
fn is_day_of(rest: &str) -> bool {
    let words: String = rest.chars().take(7).collect();
    let at = ["之日", "之时"].iter().filter_map(|w| words.find(w)).min();
    at.is_some_and(|at| at > 0 && words[..at].chars().all(char::is_alphabetic))
}

/// 加强…力度: force is 加大, within one clause and a few words.
fn strengthened(text: &str) -> Vec<(Range<usize>, String)> {
    let one = |(at, _): (usize, &str)| {
        let own = clause(text, at).start;
        let start = own + text[own..at].rfind("加强")?;
        let between = &text[start + "加强".len()..at];
        let plain = between.chars().count() <= 8 && !between.contains(['、', '和', '与', '大', '并']);
        plain.then(|| (start..start + "加强".len(), "加大".to_owned()))
    };
    text.match_indices("力度").filter_map(one).collect()
}

/// A word of two characters that stands twice in a row: `落实落实`.
fn doubled(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at + 12 <= bytes.len() {
        // Chinese characters have three bytes; six of them equal to the next six are a word twice.
        if !matches!(bytes[at], 0xE4..=0xE9) {
            at += 1;
            continue;
        }
        let same = |n: usize| bytes[at + n] == bytes[at + n + 6];
        if (0..6).all(same) && is_doubled(text, at) {
            out.push(at..at + 12);
            at += 12;
        } else {
            at += 3;
        }
    }
    out
}

fn is_doubled(text: &str, at: usize) -> bool {
    let Some(word) = text.get(at..at + 6) else { return false };
    let mut chars = word.chars();
    let (Some(a), Some(b)) = (chars.next(), chars.next()) else { return false };
    let each = "一逐每两三几多半某";
    let after = text[at + 12..].chars().next();
    let before = text[..at].chars().next_back();
    a != b && !each.contains(a) && !each.contains(b)
        // 融媒体中心中心组 and 党组组长 are two words each; a name twice may be a list without marks.
        && after.is_none_or(|c| !"组长级群".contains(c))
        && before.is_none_or(|c| c != '“' && c != '《')
        && [a, b].iter().all(|c| c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut all: Vec<_> = wrong(text).into_iter().map(|(r, _)| r).chain(doubled(text)).collect();
        all.sort_by_key(|r| r.start);
        all.into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn words_typed_for_others() {
        assert_eq!(
            found("截止2025年10月底，己完成台帐登记，县委巡查组反馈"),
            ["截止", "己完成", "台帐", "委巡查"]
        );
        assert_eq!(found("截止上月底，报名已截止"), ["截止"]);
        assert_eq!(found("截止发文之日，报名截止之日为8月1日"), ["截止"]);
        assert_eq!(found("加强文稿审核力度，《关于值守的通知精神》"), ["加强", "通知精神》"]);
        assert_eq!(found("认真执行实行轮岗制度，及时召开举办座谈会"), ["执行实行", "召开举办"]);
        assert_eq!(
            found("渗漏由由施工方修复，被被淹没，把把闸门关严，在在册之外查实，职数调整为为5名"),
            ["由由", "被被", "把把", "为为"]
        );
        assert_eq!(found("已已办结，对对漏报逐户补录"), ["已已", "对对"]);
        assert_eq!(found("落实落实整改责任，的的情况"), ["落实落实", "的的"]);
        assert_eq!(found("项目的的进度，目标的的分解"), ["的的", "的的"]);
        assert_eq!(found("涉及7各部门，下发12各村"), ["各", "各"]);
        assert_eq!(found("材料已归挡，予以诫免，统一调渡，收到公涵"), ["归挡", "诫免", "调渡", "公涵"]);
    }

    #[test]
    fn only_what_is_no_word_at_all_is_sure() {
        let sure = |text: &str| wrong(text).iter().map(|(r, _)| is_sure(text, r)).collect::<Vec<_>>();
        assert_eq!(sure("截止2025年10月底，登记台帐，会议记要存档"), [true, true, true]);
        for text in [
            "报名截止2025年9月1日",
            "《台帐管理办法》",
            "注明“截止2025年9月”",
            "河道巡查整改",
            "加强审核力度",
        ] {
            assert_eq!(sure(text), [false], "{text}");
        }
    }

    #[test]
    fn what_looks_like_them_is_right() {
        for text in [
            "检查帐篷和对帐幕",
            "经费执行实行月报，认真开展进行中的项目，对工作开展进行检查",
            "截至2025年10月底",
            "申报截止日期",
            "报名于8月1日截止",
            "由自己完成",
            "期末完成考核",
            "次年一季度末开展调查，8月上旬末完成测评",
            "巡查水库",
            "目的的确认",
            "拍卖标的的起拍价，达到目的的做法",
            "附件1各单位名单，表2各乡镇进度，2025年各部门，12月各科室，完成3.5各单位",
            "努力渡过难关，办公涵盖面，毕竟争取",
            "一件一件盯到底",
            "县融媒体中心中心组学习",
            "实实在在",
            "按排水量",
            "年年月月",
            "撤诉理由由本人书面说明，费用自由由村集体商定",
            "请专家再把把关，一把把锁换新，棉被被套登记",
            "核对对象名册，比对对账单，面对对方质疑",
            "存在在岗不在位的情况，现在在建工程3处",
            "成为为民服务的窗口，作为为群众办事的依据",
            "可以以会代训，工作方向向基层倾斜",
            "以及及时上报，涉及及早排查",
            "加强管理，加大检查力度",
            "加强学习和宣传力度",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
