//! When a telephone is answered or somebody received, as the last paragraphs of a notice say it.

use super::contact::{PHONE, after, number};

const HOURS: [&str; 8] =
    ["接听时间", "来电时间", "办公时间", "工作时间", "上班时间", "受理时间", "接待时间", "接访时间"];

/// Reads it from a text that speaks of contact.
pub fn read(text: &str) -> Option<String> {
    let labelled =
        HOURS.iter().find_map(|name| after(text, name).filter_map(clause).find(|said| is_hours(said)));
    labelled.or_else(|| beside_number(text)).or_else(|| in_passing(text))
}

/// When the telephone is answered, as a clause of its own says it, and the clauses that go on with a time: 8:00—12:00，14:00—17:30.
fn clause(text: &str) -> Option<String> {
    let whole = text.split(['。', ';', '；', '\n', ')', '）']).next()?;
    let mut end = 0;
    for part in whole.split_inclusive(['，', ',']) {
        if end > 0 && !goes_on(part) {
            break;
        }
        end += part.len();
    }
    let found = whole[..end].trim_end_matches(['，', ',']).trim();
    (2..=40).contains(&found.chars().count()).then(|| found.to_owned())
}

/// Whether a clause says more of the time: 14:00—17:30, 下午2时至5时, 周末8:00—12:00, 节假日除外.
fn goes_on(clause: &str) -> bool {
    const STARTS: [&str; 8] = ["上午", "下午", "中午", "晚上", "周", "星期", "节假日", "法定节假日"];
    let clause = clause.trim();
    let digits = clause.trim_start_matches(|c: char| c.is_ascii_digit());
    let hour = digits.len() < clause.len() && digits.starts_with([':', '：', '时', '点']);
    (hour || STARTS.iter().any(|w| clause.starts_with(w))) && is_hours(clause)
}

/// When it is answered, as the sentence that asks for an answer says it: 请在工作日8:30至17:30向我们反映.
fn in_passing(text: &str) -> Option<String> {
    const DAYS: [&str; 4] = ["工作日", "周一至周五", "星期一至星期五", "每天"];
    let at = DAYS.iter().filter_map(|w| text.find(w)).min()?;
    let of_time = |c: &char| {
        c.is_ascii_digit() || ":：时点分半至到—－-–~～、，上中下午工作日周每天星期一二三四五".contains(*c)
    };
    let found: String = text[at..].chars().take_while(of_time).collect();
    let last = found.rfind(|c: char| c.is_ascii_digit() || "时点分半".contains(c))?;
    let found = &found[..last + found[last..].chars().next()?.len_utf8()];
    let times = found.matches([':', '：', '时', '点']).count();
    (times >= 2 && found.chars().count() <= 40).then(|| found.to_owned())
}

/// When it is answered, in brackets behind the number: 0000-1234567（工作日8:30—17:30）.
fn beside_number(text: &str) -> Option<String> {
    PHONE.iter().flat_map(|name| after(text, name)).find_map(|rest| {
        let rest = &rest[number(rest)?.len()..];
        let inner = rest.trim_start().strip_prefix(['(', '（'])?.split([')', '）']).next()?;
        clause(inner).filter(|said| is_hours(said))
    })
}

/// Whether words say when, in days or figures, and not what to do then: 请于工作时间向办公室反映 says no hours.
fn is_hours(said: &str) -> bool {
    const WHEN: [&str; 8] = ["工作日", "每周", "星期", "上午", "下午", "全天", "昼夜", "节假日"];
    const WHAT: [&str; 10] = ["向", "反映", "反馈", "联系", "拨打", "来访", "来电", "咨询", "办理", "举报"];
    let of_week = said
        .split('周')
        .skip(1)
        .any(|rest| rest.starts_with(['一', '二', '三', '四', '五', '六', '日', '末']));
    let when =
        of_week || WHEN.iter().any(|w| said.contains(w)) || said.contains(|c: char| c.is_ascii_digit());
    when && !WHAT.iter().any(|w| said.contains(w))
}
