//! What the prose says that fields hold too: title, issuer, date, inspection, contact.

use chrono::NaiveDate;

use super::lines::{self, Page};
use super::marks::{self, Kind};
use super::outline::{Outline, Role};
use super::{Options, Question, Refused, contact, foot, inspection};
use crate::lang::Msg;
use crate::model::{Contact, Inspection};
use crate::zh::date;
use crate::zh::date_form::DateForm;

/// The fields of a notice, read from its text.
pub struct Facts {
    /// Title, or one made of the issuer where the text prints none.
    pub title: String,
    /// Who signs.
    pub issuer: String,
    /// Date of the notice.
    pub date: NaiveDate,
    /// The inspection.
    pub inspection: Option<Inspection>,
    /// End of the concentrated rectification period.
    pub period_ends: Option<NaiveDate>,
    /// Whom to call.
    pub contact: Option<Contact>,
    /// How many lines at the end of the body close the notice.
    pub closing_lines: usize,
}

/// Reads them; what only a person can know is asked for.
pub fn read(page: &Page<'_>, outline: &Outline, options: &Options) -> Result<Facts, Refused> {
    let date = options.date.or(page.foot.day).or_else(|| day_below(&page.body));
    let seen = page.title.as_deref().map(str::to_owned).or_else(|| title_below(&page.body));
    let named = seen.as_ref().and_then(|t| t.split_once("关于")).map(|(name, _)| name.to_owned());
    let issuer = options.issuer.clone().or(page.foot.name.map(str::to_owned)).or(named);
    let (date, issuer) =
        both(date, issuer.filter(|i| !i.is_empty()), ["import-no-date", "import-no-issuer"])?;
    let title = seen.unwrap_or_else(|| format!("{issuer}关于巡察整改进展情况的通报"));
    let head = &page.body[..page.body.len().min(10)];
    let (inspection, contact) = (inspection::read(head), contact(page, outline));
    let feedback = inspection.as_ref().and_then(|i| i.feedback);
    let period_ends = feedback.and_then(|day| period_ends(&page.body[..page.body.len().min(25)], day));
    Ok(Facts { title, issuer, date, inspection, period_ends, contact, closing_lines: closing(page) })
}

/// The date and who signs, or a question for each that is missing, by what to say of it.
pub fn both(
    date: Option<NaiveDate>,
    issuer: Option<String>,
    missing: [&'static str; 2],
) -> Result<(NaiveDate, String), Refused> {
    let ask = |id, hint| Question::new(Msg::new(id), Msg::new(hint));
    match (date, issuer) {
        (Some(date), Some(issuer)) => Ok((date, issuer)),
        (date, issuer) => Err(Refused::Ask(
            [
                date.is_none().then(|| ask(missing[0], "import-no-date-hint")),
                issuer.is_none().then(|| ask(missing[1], "import-no-issuer-hint")),
            ]
            .into_iter()
            .flatten()
            .collect(),
        )),
    }
}

/// How many of the last lines close the notice: from the first that speaks of contact, takes leave or names who else
/// signs, under the last measure, and whatever of the foot the fields do not print. Of numbered lines only a list of
/// 附件 closes it, and one of ways to reach somebody.
pub fn closing(page: &Page<'_>) -> usize {
    let body = &page.body;
    let kept = if page.foot.printable { 0 } else { page.foot.lines.min(body.len()) };
    let above = &body[..body.len() - kept];
    let (mut first, mut listed, mut contacts) = (0, false, true);
    for (up, line) in above.iter().rev().take(12).enumerate() {
        let annex = line.trim_start().starts_with("附件");
        match () {
            () if Kind::Topic.read(line).is_some() => {
                (listed, contacts) = (true, contacts && tells_contact(line))
            }
            () if marks::begins_with_number(line) && tells_contact(line) => listed = true,
            () if marks::begins_with_number(line) || marks::label(line).is_some() => break,
            () if marks::completion(line).is_some()
                || listed && !annex && !(contacts && takes_leave(line)) =>
            {
                break;
            }
            () if takes_leave(line) || foot::is_body(line) => {
                (first, listed, contacts) = (up + 1, false, true)
            }
            () => {}
        }
    }
    first + kept
}

/// Whether a numbered line is a way to reach somebody: `1.电话：…`.
fn tells_contact(line: &str) -> bool {
    let words = line.split([':', '：']).next().unwrap_or_default().trim_start();
    let ways = ["电话", "来电", "来信", "来访", "地址", "信箱", "邮箱", "邮件", "传真", "邮编"];
    words.len() < line.len() && words.chars().count() <= 12 && ways.iter().any(|way| words.contains(way))
}

fn takes_leave(line: &str) -> bool {
    let welcome = ["监督", "意见", "建议", "反映", "批评"];
    let line = line.trim_start();
    let starts = [
        "特此",
        "附件",
        "专此",
        "联系人",
        "联系部门",
        "联系单位",
        "联系科室",
        "受理部门",
        "受理单位",
        "公示期",
        "公示时间",
        "公告时间",
        "异议",
    ]
    .iter()
    .any(|w| line.starts_with(w));
    // 公告期间如有意见
    let line = ["公告期间", "公告期内", "通报期间"].iter().find_map(|w| line.strip_prefix(w)).unwrap_or(line);
    let line = line.trim_start_matches(['，', ',']);
    // 如对上述情况有意见和建议，可通过以下方式反映。
    let asks = line.starts_with("如对") || line.starts_with("如有") || line.starts_with("对上述");
    let asks =
        asks && ["反映", "反馈", "联系", "提出", "告诉", "告知", "方式"].iter().any(|w| line.contains(w));
    starts
        || asks && welcome.iter().any(|w| line.contains(w))
        || contact::speaks_of_it(line)
        || line.contains("欢迎") && welcome.iter().any(|w| line.contains(w))
}

/// The contact stands in the last lines or under the date; never within a measure.
fn contact(page: &Page<'_>, outline: &Outline) -> Option<Contact> {
    let last = page.body.iter().zip(&outline.roles).rev().take(15);
    let prose = last.filter(|(line, role)| **role == Role::Text && contact::speaks_of_it(line));
    let mut lines: Vec<&str> = prose.map(|(line, _)| *line).collect();
    lines.reverse();
    lines.extend(&page.foot.after);
    contact::read(&lines)
}

/// A date in brackets under the title, which stays prose there.
fn day_below(body: &[&str]) -> Option<NaiveDate> {
    let inner = |line: &&str| {
        let line = line.trim();
        let open = line.strip_prefix(['(', '（'])?;
        DateForm::read(open.strip_suffix([')', '）'])?).map(|(day, _)| day)
    };
    body.iter().take(4).find_map(inner)
}

/// A title on one of the first lines, under the header of a web page; it stays prose there.
fn title_below(body: &[&str]) -> Option<String> {
    let head = &body[..body.len().min(6)];
    let at = head.iter().position(|l| lines::is_title(l))?;
    let text = head[at].trim();
    let above = at.checked_sub(1).and_then(|up| head.get(up)).map(|l| l.trim());
    let name = above
        .filter(|l| text.starts_with("关于") && l.chars().count() <= 30 && !l.contains(['。', ':', '：']));
    Some(format!("{}{text}", name.unwrap_or_default()))
}

/// The last day of `7月16日至10月15日的集中整改期` or `集中整改期（7月16日至10月15日）`, which begins within a month of the feedback: else
/// a day that the text gives no year may have got a wrong one; or of `集中整改自反馈之日起至10月15日`, within a year of it.
fn period_ends(lines: &[&str], feedback: NaiveDate) -> Option<NaiveDate> {
    let text = lines.join("\n");
    let days = date::find_all(&text);
    let is_period = |from: &date::Found, to: &date::Found| {
        let between = &text[from.range.end..to.range.start];
        let after = text[to.range.end..].trim_start_matches('的');
        let before = text[..from.range.start].trim_end_matches(['（', '(', '为', '间', '限', '自', '从']);
        let named = after.starts_with("集中整改期") || before.ends_with("集中整改期");
        let days = (from.date - feedback).num_days();
        named && ["至", "到", "—"].contains(&between) && (0..=31).contains(&days) && to.date > from.date
    };
    let from_feedback = |to: &&date::Found| {
        let clause = text[..to.range.start].rsplit(['，', '。', '；', '\n']).next().unwrap_or_default();
        let since = clause.strip_suffix('至').or_else(|| clause.strip_suffix('到'));
        let since = since.and_then(|c| c.strip_suffix("反馈之日起").or_else(|| c.strip_suffix("反馈之日")));
        since.is_some_and(|c| c.contains("集中整改")) && (1..=366).contains(&(to.date - feedback).num_days())
    };
    let period = days.windows(2).find(|two| is_period(&two[0], &two[1])).map(|two| two[1].date);
    period.or_else(|| days.iter().find(from_feedback).map(|to| to.date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_ends_where_the_text_says_so() {
        let feedback = NaiveDate::from_ymd_opt(2025, 5, 20).expect("a day");
        let ends =
            |text: &str| period_ends(&["2025年5月20日反馈了意见。", text], feedback).map(|d| d.to_string());
        let own = Some("2025-08-19".to_owned());
        assert_eq!(ends("在5月20日至8月19日的集中整改期内，支部召开会议4次。"), own);
        assert_eq!(ends("集中整改期（2025年5月20日至8月19日），支部召开会议4次。"), own);
        assert_eq!(ends("集中整改期自5月20日至8月19日，支部召开会议4次。"), own);
        assert_eq!(ends("集中整改期从反馈之日起至8月19日。"), own);
        assert_eq!(ends("集中整改自巡察反馈之日起到2025年8月19日，为期3个月。"), own);
        assert_eq!(ends("集中整改自2025年5月起，至8月19日清退完毕。"), None);
        assert_eq!(ends("自反馈之日起至8月19日，支部召开会议4次。"), None);
        assert_eq!(ends("5月20日至8月19日，支部召开会议4次。"), None);
        assert_eq!(ends("1月至3月起草方案。2026年1月1日至3月1日集中整改期间补课。"), None);
        assert_eq!(ends("集中整改期间，5月20日至8月19日共召开会议4次。"), None);
    }
}
