//! Contacts and numbers of record that cannot be right, whatever they are.

use super::Rule;
use crate::check::read::{self, shape};
use crate::check::{At, Beside, Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{Contact, Page, Settings, Site};

/// `phone: 0000-12345`, `email: slj.example.com`: the one way by which a reader may answer leads nowhere.
pub const RULE: Rule = Rule { code: "contact-shape", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let wrong = record.passages.iter().enumerate().filter_map(|(at, p)| {
        let Kind::Contact(name) = p.kind else { return None };
        let (message, hint) = judge(name, &p.text)?;
        Some(Finding::at(at, 0..p.text.trim_end().len(), message).hint(hint))
    });
    wrong.collect()
}

/// The same in `site.yaml`, and on the pages of the site.
pub fn of_site(site: &Site) -> Vec<Beside> {
    let mut out = of_settings(&site.settings);
    out.extend(site.pages.iter().enumerate().flat_map(|(at, page)| on_page(at, page, &site.settings)));
    out
}

fn of_settings(settings: &Settings) -> Vec<Beside> {
    let contact = settings.contact.as_ref();
    let of_contact = |get: fn(&Contact) -> &Option<String>| contact.and_then(|c| get(c).as_deref());
    let fields: [(&'static [&'static str], _); 7] = [
        (&["contact", "phone"], of_contact(|c| &c.phone)),
        (&["contact", "address"], of_contact(|c| &c.address)),
        (&["contact", "email"], of_contact(|c| &c.email)),
        (&["contact", "postcode"], of_contact(|c| &c.postcode)),
        (&["site_id"], settings.site_id.as_deref()),
        (&["icp"], settings.icp.as_deref()),
        (&["police_record"], settings.police_record.as_deref()),
    ];
    let wrong = fields.into_iter().filter_map(|(path, text)| {
        let (message, hint) = judge(path.last()?, text?)?;
        Some(Beside::new(At::Setting(path), message, hint))
    });
    wrong.collect()
}

/// What is wrong by its form and no field of the site says otherwise.
fn on_page(at: usize, page: &Page, settings: &Settings) -> Vec<Beside> {
    let told: Vec<_> = read::page::differs(page, settings).into_iter().map(|other| other.range).collect();
    let stated = read::page::stated(page).into_iter().filter(|s| s.field != "address");
    let wrong = stated.filter(|s| !told.contains(&s.range)).filter_map(|s| {
        let words = page.body.text.get(s.range.clone())?;
        // Figures of full width are read all the same.
        let right = s.field == "phone" && shape::is_phone(&read::phone::narrow(words));
        let (message, hint) = judge(s.field, words).filter(|_| !right)?;
        Some(Beside::new(At::Page(at, s.range), message, hint))
    });
    wrong.collect()
}

/// What to say of a field that has not the form it should have.
fn judge(field: &str, text: &str) -> Option<(Msg, Msg)> {
    let (right, message, hint): (fn(&str) -> bool, _, _) = match field {
        "phone" => (shape::is_phone, "found-shape-phone", "found-shape-phone-hint"),
        "address" => (shape::is_address, "found-shape-address", "found-shape-address-hint"),
        "email" => (shape::is_email, "found-shape-email", "found-shape-email-hint"),
        "postcode" => (shape::is_postcode, "found-shape-postcode", "found-shape-postcode-hint"),
        "site_id" => (shape::is_site_id, "found-shape-site-id", "found-shape-site-id-hint"),
        "icp" => (shape::is_icp, "found-shape-icp", "found-shape-icp-hint"),
        "police_record" => (shape::is_police_record, "found-shape-police", "found-shape-police-hint"),
        _ => return None,
    };
    let text = text.trim();
    if !right(text) {
        return Some((Msg::new(message).with("text", text), Msg::new(hint)));
    }
    let (sign, code) = shape::other_province(text).filter(|_| field == "police_record")?;
    let message = Msg::new("found-shape-province").with("text", text).with("sign", sign.to_string());
    Some((message.with("code", code), Msg::new(hint)))
}
