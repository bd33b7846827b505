//! Sentences that tell how a thing stands, or what people did themselves: nobody is asked who did it.

use super::acts;
use super::names::{ENDS, WORKING_ENDS};
use super::subject::CROWDS;

/// Whether a sentence has a subject of its own that is no body: a figure that rose, a work that came to its end, people who moved
/// on, a rule; or says that the body itself paid or signed.
pub fn is_told(sentence: &str) -> bool {
    let mut clauses = sentence.split(['，', ',', '：', ':']);
    let opening = clauses.next().unwrap_or_default();
    let among = opening.ends_with('中') && opening.starts_with(|c: char| c.is_ascii_digit());
    is_figure(opening)
        || among && clauses.next().is_some_and(is_change)
        || is_finished_work(opening)
        || are_people(opening)
        || is_rule(opening)
        || is_its_own(sentence)
}

/// 35岁以下干部由5名增至9名, 取得证书的由12名增至20名: how many people are what. 班车由4班增至6班 is what somebody did.
fn is_figure(clause: &str) -> bool {
    let subject = ["由", "从"].iter().find_map(|w| clause.split_once(w)).map(|(subject, _)| subject);
    let people =
        |s: &str| s.ends_with(['的', '员', '师', '者', '生', '长']) || CROWDS.iter().any(|w| s.ends_with(w));
    subject.is_some_and(|s| people(s) && (s.contains('的') || !acts(s))) && is_change(clause)
}

/// 由12名增至20名: from how many to how many.
fn is_change(clause: &str) -> bool {
    const TO: [&str; 8] = ["增至", "增加到", "增加至", "升至", "提高到", "降至", "减至", "减少到"];
    let from =
        ["由", "从"].iter().flat_map(|w| clause.match_indices(w)).map(|(at, w)| &clause[at + w.len()..]);
    from.into_iter().any(|rest| {
        is_number(rest) && TO.iter().any(|w| rest.split_once(w).is_some_and(|(_, to)| is_number(to)))
    })
}

/// 北延工程（全长1.86公里）10月28日通车: a work, a day, and that it was done with.
fn is_finished_work(clause: &str) -> bool {
    const DONE: [&str; 14] = [
        "通车",
        "通水",
        "通气",
        "通电",
        "竣工",
        "完工",
        "投用",
        "投入使用",
        "投入运行",
        "通过竣工验收",
        "开园",
        "开馆",
        "开诊",
        "复工",
    ];
    let day = |c: char| c.is_ascii_digit() || "年月日上中下旬底初前起已于也均在陆续先后全部".contains(c);
    DONE.iter().filter_map(|w| clause.split_once(w)).any(|(before, _)| {
        let work = before.trim_end_matches(day);
        let dated = before[work.len()..].contains(['月', '日'])
            && before[work.len()..].contains(|c: char| c.is_ascii_digit());
        dated && !work.is_empty() && (work.contains('的') || !acts(work))
    })
}

/// 在财务岗位任满6年的11人完成轮岗: people of some sort, and what they do themselves.
fn are_people(clause: &str) -> bool {
    const THEMSELVES: [&str; 14] = [
        "完成", "轮岗", "交流", "转岗", "返岗", "到岗", "退还", "退缴", "补缴", "上交", "辞去", "取得",
        "转正", "参加",
    ];
    clause.starts_with(['在', '从', '经'])
        && clause.match_indices('的').any(|(at, w)| {
            let rest = &clause[at + w.len()..];
            let people = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            let counted = people.len() < rest.len() && people.starts_with(['人', '名', '位']);
            let did = THEMSELVES.iter().filter_map(|w| people.split_once(w)).map(|(who, _)| who);
            counted
                && did.into_iter().any(|who| {
                    who.chars().count() <= 8 && !who.contains(['被', '由', '把', '将', '对', '中'])
                })
        })
}

/// 上会材料提前3个工作日送达: what is to be done each time.
fn is_rule(clause: &str) -> bool {
    const HANDED: [&str; 10] =
        ["送达", "报送", "送交", "提交", "告知", "通知", "公示", "报备", "发放", "推送"];
    const PAPERS: [&str; 10] =
        ["材料", "通知", "公告", "议题", "方案", "文件", "清单", "名单", "信息", "议程"];
    clause.split_once("提前").is_some_and(|(thing, rest)| {
        let term =
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c));
        let term = ["个工作日", "个小时", "小时", "个月", "日", "天", "周"]
            .iter()
            .find_map(|w| term.strip_prefix(w));
        term.is_some_and(|act| HANDED.iter().any(|w| act.starts_with(w)))
            && PAPERS.iter().any(|w| thing.ends_with(w))
    })
}

/// 学院自筹300万元, 以学院名义发文: the body speaks of itself.
fn is_its_own(sentence: &str) -> bool {
    let body = |name: &str| ENDS.iter().chain(WORKING_ENDS.iter()).any(|end| name.ends_with(end));
    let paid = sentence.match_indices("自筹").any(|(at, w)| {
        is_number(sentence[at + w.len()..].trim_start_matches("资金")) && body(&sentence[..at])
    });
    let signed = sentence
        .split_once("名义")
        .and_then(|(before, _)| before.rsplit_once('以'))
        .is_some_and(|(_, name)| body(name));
    paid || signed
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}
