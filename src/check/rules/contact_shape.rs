//! Contacts and numbers of record that cannot be right, whatever they are.

use super::Rule;
use crate::check::read::shape;
use crate::check::{Finding, Kind, Record};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{Contact, Settings};

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

/// The same in `site.yaml`: which field, what is wrong, and how to mend it.
pub fn of_settings(settings: &Settings) -> Vec<(Vec<&'static str>, Msg, Msg)> {
    let contact = settings.contact.as_ref();
    let of_contact = |get: fn(&Contact) -> &Option<String>| contact.and_then(|c| get(c).as_deref());
    let fields = [
        (vec!["contact", "phone"], of_contact(|c| &c.phone)),
        (vec!["contact", "address"], of_contact(|c| &c.address)),
        (vec!["contact", "email"], of_contact(|c| &c.email)),
        (vec!["contact", "postcode"], of_contact(|c| &c.postcode)),
        (vec!["site_id"], settings.site_id.as_deref()),
        (vec!["icp"], settings.icp.as_deref()),
        (vec!["police_record"], settings.police_record.as_deref()),
    ];
    let wrong = fields.into_iter().filter_map(|(path, text)| {
        let (message, hint) = judge(path.last()?, text?)?;
        Some((path, message, hint))
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
    (!right(text)).then(|| (Msg::new(message).with("text", text), Msg::new(hint)))
}
