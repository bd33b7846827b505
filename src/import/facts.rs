//! What the prose says that fields hold too: title, issuer, date, inspection, contact.

use chrono::NaiveDate;

use super::lines::Page;
use super::{Options, Refused};
use crate::lang::Msg;
use crate::model::{Contact, Inspection};
use crate::zh::date;

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
pub fn read(page: &Page<'_>, options: &Options) -> Result<Facts, Refused> {
    let ask = |id, hint| Refused::Ask(Msg::new(id), Msg::new(hint));
    let date = options.date.or(page.foot.map(|(_, day)| day));
    let date = date.ok_or_else(|| ask("import-no-date", "import-no-date-hint"))?;
    let named = page.title.and_then(|t| t.split_once("关于")).map(|(name, _)| name.to_owned());
    let issuer = options.issuer.clone().or(page.foot.map(|(name, _)| name.to_owned())).or(named);
    let issuer =
        issuer.filter(|i| !i.is_empty()).ok_or_else(|| ask("import-no-issuer", "import-no-issuer-hint"))?;
    let title = page.title.map_or_else(|| format!("{issuer}关于巡察整改进展情况的通报"), str::to_owned);
    let closing_lines = closing(&page.body);
    let foot = &page.body[page.body.len() - closing_lines..];
    let head = &page.body[..page.body.len().min(6)];
    Ok(Facts { title, issuer, date, inspection: inspection(head), contact: contact(foot), closing_lines })
}

/// The last paragraphs, as far up as they speak of contact or close the letter.
fn closing(body: &[&str]) -> usize {
    let cues =
        ["联系电话", "联系方式", "电子邮箱", "邮箱", "通信地址", "通讯地址", "邮政编码", "特此", "欢迎"];
    let closes = |line: &&&str| {
        cues.iter().any(|c| line.contains(c))
            && !super::marks::begins_with_number(line)
            && !line.contains("整改情况")
    };
    body.iter().rev().take_while(closes).count().min(6)
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

/// The telephone number that a text begins with: digits, hyphens, an extension.
fn number(text: &str) -> Option<String> {
    let own = |c: &char| c.is_ascii_digit() || matches!(c, '-' | '—' | '+' | '转' | ' ' | '、' | '/' | '(');
    let found: String = text.chars().take_while(|c| own(c) || *c == ')').collect();
    let open = found.matches('(').count() >= found.matches(')').count();
    let found = if open { found.as_str() } else { found.trim_end_matches(')') };
    let found = found.trim_end_matches(['-', '—', '+', '转', ' ', '、', '/', '(']);
    found.chars().any(|c| c.is_ascii_digit()).then(|| found.to_owned())
}

fn contact(lines: &[&str]) -> Option<Contact> {
    let text = lines.join("\n");
    let after = |names: &[&str]| {
        names.iter().find_map(|name| {
            let rest = &text[text.find(name)? + name.len()..];
            let rest = rest.strip_prefix([':', '：', '为', '是'])?;
            let value = rest.split(['。', ';', '；', '，', ',', '）', '\n']).next()?.trim();
            (!value.is_empty()).then(|| value.to_owned())
        })
    };
    let contact = Contact {
        phone: after(&["联系电话", "监督电话", "电话"]).and_then(|text| number(&text)),
        address: after(&["通信地址", "通讯地址", "邮寄地址", "联系地址", "地址"]),
        email: after(&["电子邮箱", "电子邮件", "邮箱"]).filter(|e| e.contains('@')),
        postcode: after(&["邮政编码", "邮编"]),
        hours: None,
    };
    (contact != Contact::default()).then_some(contact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_ends_where_its_clause_ends() {
        let found = contact(&["(联系电话:0000-0000001),地址:某街1号,邮箱:a@example.com。"])
            .expect("it names a number");
        assert_eq!(found.phone.as_deref(), Some("0000-0000001"));
        assert_eq!(found.address.as_deref(), Some("某街1号"));
        assert_eq!(found.email.as_deref(), Some("a@example.com"));
        assert_eq!(number("(0000)1234567转801。").as_deref(), Some("(0000)1234567转801"));
        assert_eq!(number("见下"), None);
    }
}
