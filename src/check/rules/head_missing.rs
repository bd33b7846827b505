//! What a notice has to tell at its head and foot and does not.

use super::Rule;
use super::sample_value::has_address;
use crate::check::{At, Beside, Finding, Record, Spot};
use crate::diag::Severity;
use crate::lang::Msg;
use crate::model::{Contact, Notice, Site};

/// A contact, the day of the feedback, a signature with its date.
pub const RULE: Rule = Rule { code: "head-missing", severity: Severity::Warning, find };

fn find(record: &Record<'_>) -> Vec<Finding> {
    let notice = record.notice;
    let none = [
        (!has_contact(record), "found-no-contact", "found-no-contact-hint"),
        (!has_feedback(notice), "found-no-feedback", "found-no-feedback-hint"),
        (!is_signed(record), "found-no-signature", "found-no-signature-hint"),
        (!is_dated(record), "found-no-date", "found-no-date-hint"),
        (!notice.layout.title, "found-no-title", "found-no-title-hint"),
    ];
    let missing = none.into_iter().filter(|(missing, ..)| *missing);
    missing
        .map(|(_, id, hint)| {
            let hint = Msg::new(hint).with("issuer", &notice.issuer).with("date", notice.date.to_string());
            // A text taken from a page may have had its title left behind on it.
            Finding::new(Spot::Notice, Msg::new(id)).hint(hint).undecided(id == "found-no-title")
        })
        .collect()
}

/// What a site has to show at its foot once somebody can find it. Whether it has such a number only a person can say.
pub fn of_site(site: &Site) -> Vec<Beside> {
    let s = &site.settings;
    if !has_address(s) {
        return Vec::new();
    }
    let none = [
        (s.site_id.is_none(), "found-no-site-id", "found-no-site-id-hint"),
        (s.icp.is_none(), "found-no-icp", "found-no-icp-hint"),
        (s.police_record.is_none(), "found-no-police", "found-no-police-hint"),
    ];
    let missing = none.into_iter().filter(|(missing, ..)| *missing);
    let place = At::Setting(&["base_url"]);
    missing
        .map(|(_, id, hint)| Beside::new(place.clone(), Msg::new(id), Msg::new(hint)).undecided(true))
        .collect()
}

fn has_contact(record: &Record<'_>) -> bool {
    let any = |c: &Contact| c.phone.is_some() || c.address.is_some() || c.email.is_some();
    let own = record.notice.contact.as_ref().or(record.site.settings.contact.as_ref());
    let said = ["电话", "邮箱", "地址", "来信"];
    own.is_some_and(any) || record.notice.closing.iter().any(|p| said.iter().any(|w| p.text.contains(w)))
}

fn has_feedback(notice: &Notice) -> bool {
    notice.inspection.as_ref().is_some_and(|i| i.feedback.is_some())
}

/// Whether the foot bears the signature, printed from its field or written out.
fn is_signed(record: &Record<'_>) -> bool {
    let notice = record.notice;
    notice.layout.signature || foot(notice).any(|text| text.contains(&notice.issuer))
}

fn is_dated(record: &Record<'_>) -> bool {
    let notice = record.notice;
    let printed = notice.layout.signature && !notice.layout.date_form.print(notice.date).is_empty();
    printed
        || foot(notice).any(|text| {
            text.contains(['年', '.', '-'])
                && text.contains(|c: char| c.is_ascii_digit() || c == '〇' || c == '○' || c == '二')
        })
}

fn foot(notice: &Notice) -> impl Iterator<Item = &str> {
    let last = notice.outline.last().and_then(|n| n.closing.as_ref().or(n.text.as_ref()));
    [&notice.closing, &notice.postscript].into_iter().flatten().chain(last).map(|p| p.text.as_str())
}
