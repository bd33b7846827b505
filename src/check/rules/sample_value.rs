//! What `gongkai new` writes as an example and a person has not yet put something of their own in place of.

use std::ops::Range;

use super::Rule;
use crate::check::{At, Beside, Finding, Kind, Passage, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{Contact, Page, Settings, Site, Unit};
use crate::zh::wordlist::Words;

/// `title: 示例县巡察整改公开`, `base_url: https://example.com/`: readers would take an example for the record.
pub const RULE: Rule = Rule { code: "sample-value", severity: Severity::Warning, find };

/// Names that the examples have and no place in the world.
static NAMES: Words = Words::new(&["示例县", "示例路"]);

/// How texts of the example begin that have none of these names.
static TEXTS: Words = Words::new(&[
    "2025年9月9日至10月31日，县委第四巡察组到县城市管理局开展巡察，12月4日反馈了意见",
    "（一）一把手抓总。局党组书记逐条审定整改措施，每半个月到现场看一次",
    "（二）股室各管一摊。每项措施指定一个股室负责，谁负责谁填写进展",
    "便民摊点从申请到批复平均要19天",
    "把摊点审批的材料由9份减为4份",
    "2026年1月起，窗口每周公布一次办理时长",
    "销号通知书示例第1号",
    "这里可以写背景说明，格式是 Markdown",
    "在投诉最多的三条街设置经营时段牌",
    "两台噪声监测仪已经到货，因三条街尚未通路灯电源",
    "中心公园步道路灯损坏率一度达到三成",
    "更换中心公园损坏路灯46盏",
    "巡灯改为每周两次，每根灯杆贴上报修编号",
    "其中三辆洒水车的行驶里程表需返厂维修",
    "停用共用油卡5张，为22辆作业车逐车办卡",
    "逐车核对近一年的加油记录与里程，19辆已经对清",
]);

/// What stands on the page about the site.
static ABOUT: Words = Words::new(&["请把这段话换成你们自己的", "请让一位没有参加整改的同事读一遍"]);

fn find(record: &Record<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut told = None;
    for (at, p) in record.passages.iter().enumerate() {
        let owner = (p.issue, prose(p));
        if let Some((range, hint)) = named(p, record) {
            let message = Msg::new("found-sample").with("text", &p.text[range.clone()]);
            out.push(Finding::at(at, range, message).hint(Msg::new(hint)));
        } else if told != Some(owner) && TEXTS.are_in(&p.text) {
            // One issue or file, one finding: the rest of it goes with it.
            told = Some(owner);
            let id = if p.issue.is_some() { "found-sample-issue" } else { "found-sample-text" };
            let whole = 0..p.text.trim_end().len();
            out.push(Finding::at(at, whole, Msg::new(id)).hint(Msg::new("found-sample-text-hint")));
        }
    }
    out
}

fn prose<'a>(p: &Passage<'a>) -> Option<&'a str> {
    match p.kind {
        Kind::Prose(path, _) => Some(path),
        _ => None,
    }
}

/// A name, address or number of the example, and the hint for it.
fn named(p: &Passage<'_>, record: &Record<'_>) -> Option<(Range<usize>, &'static str)> {
    let settings = &record.site.settings;
    let sample = match p.kind {
        Kind::Contact("email") => is_sample_mail(&p.text, settings),
        Kind::Contact("phone") => is_sample_number("phone", p.text.trim(), settings),
        _ => false,
    };
    let (at, name) = match NAMES.places(&p.text).first() {
        Some(found) => *found,
        None if sample => (0, ""),
        None => return None,
    };
    let whole = 0..p.text.trim_end().len();
    match p.kind {
        Kind::Title => Some((whole, "found-sample-title")),
        Kind::Issuer => Some((whole, "found-sample-issuer")),
        Kind::Contact(_) => Some((whole, "found-sample-contact")),
        // What a placeholder gives is told at the field.
        Kind::Prose(..) if gives_address(record, &p.text) => None,
        _ => Some((at..at + name.len(), "found-sample-name")),
    }
}

fn gives_address(record: &Record<'_>, text: &str) -> bool {
    let address = record.notice.contact.as_ref().and_then(|c| c.address.as_deref());
    address.is_some_and(|address| text.contains(address))
}

/// What is left in `site.yaml` and on the pages of the site.
pub fn of_site(site: &Site) -> Vec<Beside> {
    let mut out = of_settings(&site.settings);
    out.extend(site.units.iter().enumerate().filter_map(unit));
    out.extend(site.pages.iter().enumerate().filter_map(page));
    out
}

fn of_settings(s: &Settings) -> Vec<Beside> {
    let contact = s.contact.as_ref();
    let of_contact = |get: fn(&Contact) -> &Option<String>| contact.and_then(|c| get(c).as_deref());
    let named = |text: &str, _: &Settings| NAMES.are_in(text);
    let base_url: Test = |text, _| text == SAMPLE_URL;
    let fields: [(&'static [&'static str], Option<&str>, Test, &'static str); 9] = [
        (&["title"], Some(&s.title), named, "found-sample-site"),
        (&["base_url"], s.base_url.as_deref(), base_url, "found-sample-url"),
        (
            &["contact", "phone"],
            of_contact(|c| &c.phone),
            |t, s| is_sample_number("phone", t, s),
            "found-sample-contact",
        ),
        (&["contact", "address"], of_contact(|c| &c.address), named, "found-sample-contact"),
        (&["contact", "email"], of_contact(|c| &c.email), is_sample_mail, "found-sample-contact"),
        (&["contact", "postcode"], of_contact(|c| &c.postcode), is_sample_postcode, "found-sample-contact"),
        (&["site_id"], s.site_id.as_deref(), |t, s| is_sample_number("site_id", t, s), "found-sample-record"),
        (&["icp"], s.icp.as_deref(), |t, s| is_sample_number("icp", t, s), "found-sample-record"),
        (
            &["police_record"],
            s.police_record.as_deref(),
            |t, s| is_sample_number("police_record", t, s),
            "found-sample-record",
        ),
    ];
    let left = fields.into_iter().filter_map(|(path, text, is_sample, hint)| {
        let text = text.filter(|text| is_sample(text, s))?;
        Some(Beside::new(At::Setting(path), Msg::new("found-sample").with("text", text), Msg::new(hint)))
    });
    left.collect()
}

/// Whether a value is that of the example.
type Test = fn(&str, &Settings) -> bool;

fn unit((at, unit): (usize, &Unit)) -> Option<Beside> {
    let message = Msg::new("found-sample").with("text", &unit.name);
    NAMES.are_in(&unit.name).then(|| Beside::new(At::Unit(at), message, Msg::new("found-sample-unit")))
}

/// The first line of a page that is as `gongkai new` wrote it.
fn page((at, page): (usize, &Page)) -> Option<Beside> {
    let text = page.body.text.as_str();
    let end = ABOUT.first_end(text)?;
    let start = text[..end].rfind('\n').map_or(0, |n| n + 1);
    let end = text[end..].find('\n').map_or(text.len(), |n| end + n);
    let place = At::Page(at, start..end);
    Some(Beside::new(place, Msg::new("found-sample-page"), Msg::new("found-sample-page-hint")))
}

/// The address that `gongkai new` writes.
const SAMPLE_URL: &str = "https://example.com/";

/// Whether the site has an address where somebody can find it. Without one it may be an example as a whole, as a postcode of noughts
/// and mail to example.com are; what is served from a number is a preview.
pub fn has_address(settings: &Settings) -> bool {
    let host = settings.base_url.as_deref().map_or("", host_of);
    let kind = host.rsplit('.').next().unwrap_or_default();
    let named = host.contains('.') && kind.chars().all(char::is_alphabetic);
    named && !is_example_host(host) && !["example", "test", "invalid", "localhost", "local"].contains(&kind)
}

fn host_of(url: &str) -> &str {
    url.split_once("://").map_or("", |(_, rest)| rest.split(['/', ':']).next().unwrap_or_default())
}

/// Hosts that belong to nobody (RFC 2606).
fn is_example_host(host: &str) -> bool {
    ["example.com", "example.org", "example.net"]
        .iter()
        .any(|sample| host.strip_suffix(sample).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

/// The mail of the example notice, and that of the site unless the site's own address is at the same host, as one made up as a
/// whole has it; on a site with an address any that leads to nobody.
fn is_sample_mail(text: &str, settings: &Settings) -> bool {
    let host = || text.rsplit('@').next().unwrap_or_default().trim();
    match text {
        "chengguan@example.com" => true,
        "gongkai@example.com" => !is_made_up(settings),
        _ => has_address(settings) && is_example_host(host()),
    }
}

/// Whether the site has an address of its own at a host that belongs to nobody.
fn is_made_up(settings: &Settings) -> bool {
    settings.base_url.as_deref().is_some_and(|url| url != SAMPLE_URL && is_example_host(host_of(url)))
}

/// Noughts alone on a site with an address, or beside another value that `gongkai new` wrote.
fn is_sample_postcode(text: &str, settings: &Settings) -> bool {
    let mail = settings.contact.as_ref().and_then(|c| c.email.as_deref());
    let left = mail.is_some_and(|mail| is_sample_mail(mail, settings))
        || settings.base_url.as_deref() == Some(SAMPLE_URL);
    is_nought(text) && (left || has_address(settings))
}

/// The numbers that `gongkai new` writes, with their fields. Nobody means them, whatever the address of the site is.
const SAMPLE_NUMBERS: [(&str, &str); 4] = [
    ("phone", "0000-0000000"),
    ("site_id", "0000000000"),
    ("icp", "示ICP备00000000号"),
    ("police_record", "示公网安备00000000000000号"),
];

/// Whether a number is that of the example; on a site with an address any of noughts alone.
fn is_sample_number(field: &str, text: &str, settings: &Settings) -> bool {
    let record = !matches!(field, "icp" | "police_record") || text.starts_with('示');
    SAMPLE_NUMBERS.contains(&(field, text)) || record && is_nought(text) && has_address(settings)
}

/// Whether a number has figures, and noughts alone.
fn is_nought(text: &str) -> bool {
    let mut figures = text.bytes().filter(u8::is_ascii_digit).peekable();
    figures.peek().is_some() && figures.all(|b| b == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_somebody_can_type() {
        let has =
            |url: &str| has_address(&Settings { base_url: Some(url.to_owned()), ..Settings::default() });
        assert!(
            has("https://www.xinghe.gov.cn/zg/")
                && has("http://xinghe.gov.cn:8080/")
                && has("https://星河.中国/")
        );
        for url in [
            "https://example.com/",
            "https://gongkai.example.com/",
            "https://gongkai.example/",
            "http://127.0.0.1:8000/",
            "http://[::1]:8000/",
            "http://localhost:8000/",
            "http://intranet/",
            "",
        ] {
            assert!(!has(url), "{url}");
        }
        assert!(!has_address(&Settings::default()));
    }
}
