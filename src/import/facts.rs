//! What the prose says that fields hold too: title, issuer, date, inspection, contact.

use chrono::NaiveDate;

use super::lines::{self, Page};
use super::marks::{self, Kind};
use super::outline::{Outline, Role};
use super::{Options, Question, Refused, contact, foot};
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
    let contact = contact(page, outline);
    Ok(Facts { title, issuer, date, inspection: inspection(head), contact, closing_lines: closing(page) })
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
/// 附件 closes it.
pub fn closing(page: &Page<'_>) -> usize {
    let body = &page.body;
    let kept = if page.foot.printable { 0 } else { page.foot.lines.min(body.len()) };
    let above = &body[..body.len() - kept];
    let (mut first, mut listed) = (0, false);
    for (up, line) in above.iter().rev().take(12).enumerate() {
        let annex = line.trim_start().starts_with("附件");
        match () {
            () if Kind::Topic.read(line).is_some() => listed = true,
            () if marks::begins_with_number(line) || marks::label(line).is_some() => break,
            () if marks::completion(line).is_some() || listed && !annex => break,
            () if takes_leave(line) || foot::is_body(line) => (first, listed) = (up + 1, false),
            () => {}
        }
    }
    first + kept
}

fn takes_leave(line: &str) -> bool {
    let welcome = ["监督", "意见", "建议", "反映", "批评"];
    let starts = ["特此", "附件", "专此", "联系人", "公示期", "公示时间", "异议"]
        .iter()
        .any(|w| line.trim_start().starts_with(w));
    starts || contact::speaks_of_it(line) || line.contains("欢迎") && welcome.iter().any(|w| line.contains(w))
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

fn inspection(head: &[&str]) -> Option<Inspection> {
    let text = head.iter().find(|l| l.contains("巡察") && l.contains("组"))?;
    let by = team(text)?;
    let days = date::find_all(text);
    let span = days.windows(2).find(|w| {
        let between = &text[w[0].range.end..w[1].range.start];
        between == "至" || between == "到" || between == "—"
    });
    let feedback = days.iter().find(|d| {
        let after = &text[d.range.end..];
        let clause = after.split(['。', ';', '；']).next().unwrap_or_default();
        clause.contains("反馈") && span.is_none_or(|w| d.range.start > w[1].range.start)
    });
    Some(Inspection {
        by,
        from: span.map(|w| w[0].date),
        to: span.map(|w| w[1].date),
        feedback: feedback.map(|d| d.date),
    })
}

/// `县委巡察三组`, `省委第二巡视组`.
fn team(text: &str) -> Option<String> {
    for word in ["巡察", "巡视"] {
        for (at, _) in text.match_indices(word) {
            let after = &text[at + word.len()..];
            let Some(end) = after.find('组').filter(|n| *n <= 9) else { continue };
            let numeral = |c: char| "第一二三四五六七八九十0123456789".contains(c);
            if !after[..end].chars().all(numeral) {
                continue;
            }
            let before: String = text[..at].chars().rev().take_while(|c| numeral(*c)).collect();
            let lead = &text[..at - before.len()];
            let whose = ["省委", "市委", "县委", "区委", "党委"]
                .into_iter()
                .find(|w| lead.ends_with(w))
                .unwrap_or_default();
            return Some(
                text[at - before.len() - whose.len()..at + word.len() + end + "组".len()].to_owned(),
            );
        }
    }
    None
}
