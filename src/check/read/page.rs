//! What a page of the site gives as the contact and the numbers of record of the site, held against the fields of `site.yaml`.

use std::ops::Range;

use super::contact::{same_digits, same_phone, same_place};
use super::phone::{self, Number};
use super::{label, record};
use crate::model::{Contact, Page, Settings};

/// A value on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The field of the site that it is for, as `site.yaml` names it.
    pub field: &'static str,
    /// Where it stands in the text of the page.
    pub range: Range<usize>,
    /// How sure it is that the site's own is meant.
    pub whose: Whose,
    /// Where the word for it begins; values behind one word are a list.
    pub label: usize,
}

/// Whose a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// It may be that of another body.
    Open,
    /// It is given as the one to use, and nobody else is named.
    Likely,
    /// The words say that it is that of the site.
    Site,
}

/// A value that is not that of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other<'s> {
    /// Where it stands in the text of the page.
    pub range: Range<usize>,
    /// What the field says.
    pub field: &'s str,
    /// It may be that of another body.
    pub open: bool,
}

/// Everything that a page gives.
pub fn stated(page: &Page) -> Vec<Stated> {
    let mut out = label::all(page);
    out.extend(record::all(&page.body.text));
    out
}

/// What a page gives otherwise than the site does, at most one value a field. A page that gives the field as well is right, and
/// one that gives several others speaks of other bodies.
pub fn differs<'s>(page: &Page, settings: &'s Settings) -> Vec<Other<'s>> {
    let stated = stated(page);
    let one = |name: &&str| {
        let own = field(settings, name)?;
        let given: Vec<&Stated> = stated.iter().filter(|s| s.field == *name).collect();
        let (given, slip) = match *name {
            "phone" => phones(page, given, own),
            _ => (given, None),
        };
        let text = |s: &Stated| &page.body.text[s.range.clone()];
        let right = || says(&page.body.text, own) || given.iter().any(|s| is_same(name, text(s), own));
        let first = match slip {
            Some(slip) => slip,
            None if right() => return None,
            None => given.iter().find(|s| s.whose == Whose::Site).or(given.first())?,
        };
        let several = given.iter().any(|s| s.label != first.label && text(s) != text(first));
        let meant = slip.is_some() || !several || first.whose == Whose::Site;
        // Who has our telephone and our mail has our address, whoever is named.
        let agrees = || *name == "address" && at_our_office(page, settings, &stated);
        let open = first.whose == Whose::Open && !agrees();
        meant.then(|| Other { range: first.range.clone(), field: own, open })
    };
    FIELDS.iter().filter_map(one).collect()
}

/// Whether a page gives two or more of telephone, mail and postcode, and all as the site has them.
fn at_our_office(page: &Page, settings: &Settings, stated: &[Stated]) -> bool {
    let given = |name: &&str| stated.iter().any(|s| s.field == *name);
    let names: Vec<_> = ["phone", "email", "postcode"].into_iter().filter(given).collect();
    let same = |name: &str| {
        let own = field(settings, name);
        let mut all = stated.iter().filter(|s| s.field == name);
        own.is_some_and(|own| all.all(|s| is_same(name, &page.body.text[s.range.clone()], own)))
    };
    names.len() > 1 && names.iter().all(|name| same(name))
}

/// The telephones that can be held against the field, and one that is not of it in a list of which another is. A hotline is held
/// against a hotline; a list that is longer than that of the field may name one more.
fn phones<'a>(page: &Page, mut given: Vec<&'a Stated>, own: &str) -> (Vec<&'a Stated>, Option<&'a Stated>) {
    let own = phone::numbers(own);
    let numbers = |s: &Stated| phone::numbers(&page.body.text[s.range.clone()]);
    let is_own = |s: &Stated| numbers(s).iter().any(|n| own.iter().any(|o| n.is(o)));
    let has_hotline = own.iter().any(Number::is_hotline);
    given.retain(|s| has_hotline || !numbers(s).iter().any(Number::is_short));
    let slip = given.iter().copied().find(|s| {
        let list: Vec<&Stated> = given.iter().copied().filter(|other| other.label == s.label).collect();
        !is_own(s) && list.len() <= own.len() && list.into_iter().any(is_own)
    });
    (given, slip)
}

/// Whether a text has some words, and not as part of a longer number or name.
fn says(text: &str, words: &str) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let whole = |at: usize| !text[..at].ends_with(joins) && !text[at + words.len()..].starts_with(joins);
    !words.is_empty() && text.match_indices(words).any(|(at, _)| whole(at))
}

const FIELDS: [&str; 7] = ["phone", "email", "postcode", "address", "site_id", "icp", "police_record"];

fn field<'s>(settings: &'s Settings, name: &str) -> Option<&'s str> {
    let of_contact = |get: fn(&Contact) -> &Option<String>| settings.contact.as_ref().map(get);
    let field = match name {
        "phone" => of_contact(|c| &c.phone)?,
        "email" => of_contact(|c| &c.email)?,
        "postcode" => of_contact(|c| &c.postcode)?,
        "address" => of_contact(|c| &c.address)?,
        "site_id" => &settings.site_id,
        "icp" => &settings.icp,
        "police_record" => &settings.police_record,
        _ => return None,
    };
    field.as_deref()
}

fn is_same(name: &str, given: &str, field: &str) -> bool {
    match name {
        "phone" => same_phone(given, field),
        "address" => same_place(given, field),
        "icp" => same_icp(given, field),
        "police_record" => same_digits(given, field),
        _ => field.split(['、', '，', ',', '；', ';', ' ']).any(|one| one == given),
    }
}

/// The same record, with the number of the site behind it or without.
fn same_icp(given: &str, field: &str) -> bool {
    let bare = |text: &str| text.replace(' ', "");
    let (given, field) = (bare(given), bare(field));
    given.starts_with(field.as_str()) || field.starts_with(given.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Prose;

    fn page(text: &str) -> Page {
        let body = Prose { path: "pages/about.md".to_owned(), text: text.to_owned() };
        Page { slug: "about".to_owned(), title: "关于本站".to_owned(), body }
    }

    fn settings() -> Settings {
        let text = |text: &str| Some(text.to_owned());
        let contact = Contact {
            phone: text("0000-0000000"),
            address: text("星河县望舒街道银汉路1号"),
            email: text("gongkai@example.com"),
            postcode: text("000000"),
            hours: None,
        };
        Settings {
            contact: Some(contact),
            site_id: text("0000000000"),
            icp: text("示ICP备00000000号-1"),
            police_record: text("示公网安备00000000000000号"),
            ..Settings::default()
        }
    }

    fn found(text: &str) -> Vec<(String, bool)> {
        let settings = settings();
        let others = differs(&page(text), &settings);
        others.into_iter().map(|other| (text[other.range].to_owned(), other.open)).collect()
    }

    fn sure(text: &str) -> Vec<String> {
        found(text).into_iter().filter(|(_, open)| !open).map(|(text, _)| text).collect()
    }

    #[test]
    fn what_a_page_gives_as_the_sites_own_is_held_against_the_fields() {
        assert_eq!(sure("联系电话：0000-0000001，邮编：000001。"), ["0000-0000001", "000001"]);
        assert_eq!(
            sure("- 电话：**0000-0000001**\n- 邮箱：gongkia@example.com"),
            ["0000-0000001", "gongkia@example.com"]
        );
        assert_eq!(sure("来信请寄，地址：星河县望舒街道银河路1号。"), ["星河县望舒街道银河路1号"]);
        assert_eq!(sure("网站标识码：0000000001"), ["0000000001"]);
        assert_eq!(
            sure("备案：示ICP备00000001号-1、示公网安备00000000000001号"),
            ["示ICP备00000001号-1", "示公网安备00000000000001号"]
        );
        assert_eq!(sure("本站电话：0000-0000001；县纪委电话：0000-0000002"), ["0000-0000001"]);
    }

    #[test]
    fn every_number_of_a_list_is_one_of_the_fields() {
        let told = |field: &str, text: &str| {
            let contact = Contact { phone: Some(field.to_owned()), ..settings().contact.unwrap_or_default() };
            let settings = Settings { contact: Some(contact), ..Settings::default() };
            let others = differs(&page(text), &settings).into_iter();
            others.map(|other| text[other.range].to_owned()).collect::<Vec<_>>()
        };
        for (field, text, other) in [
            ("（0877）6654321", "联系电话：（0877）6654312。", "（0877）6654312"),
            ("0877-6654321", "联系电话：(0877)6654312。", "(0877)6654312"),
            ("0877-6654321", "电话０８７７－６６５４３１２。", "０８７７－６６５４３１２"),
            ("12345", "本站电话12354，全天受理。", "12354"),
            ("0877-6654321、0877-6654322", "电话：0877-6654321、0877-6654323。", "0877-6654323"),
        ] {
            assert_eq!(told(field, text), [other], "{text}");
        }
        for (field, text) in [
            ("（0877）6654321", "联系电话：0877-6654321。"),
            ("0877-6654321、0877-6654322", "联系电话：0877-6654321。"),
            ("0877-6654321", "联系电话：0877-6654321、0877-6654323。"),
            ("12345", "纪委监督举报电话12388；市民电话：12388。"),
            ("0877-6654321", "联系电话：12345。"),
            ("0877-6654321", "传真：（0877）6654322。"),
        ] {
            assert_eq!(told(field, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_same_in_other_words_and_what_others_have_is_right() {
        for text in [
            "电话：0000000，举报电话：12388。",
            "监督举报电话：0000-0000009；传真：0000-0000008",
            "| 单位 | 电话 |\n| --- | --- |\n| 县水利局 | 0000-0000001 |",
            "县水利局电话：0000-0000001；县住建局电话：0000-0000002",
            "您可以拨打页脚的联系电话，也可以发电子邮件。请附上该页地址。政务热线电话：12345。",
            "邮件3.5万封，网上邮箱：www.example.com，电话20250718期，网站标识码gongkai见页脚",
            "地址：望舒街道银汉路一号3楼；邮政编码000000",
            "备案号：示ICP备00000000号，ICP备案请向通信管理局查询。网站标识码：0000000000",
            "页面地址：https://gongkai.example.com/about/，邮箱地址：gongkai@example.com",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(found("县水利局电话：0000-0000001"), [("0000-0000001".to_owned(), true)]);
    }
}
