//! `gongkai export --format poster`: the sheet for a notice board.

use std::path::Path;

use chrono::NaiveDate;

use super::out::Out;
use super::{ERRORS, print};
use crate::export::place;
use crate::export::poster::{Setting, poster};
use crate::lang::{Lang, Msg};
use crate::model::Site;
use crate::plan::Kind;

/// The sheet of a notice of a published site, with fonts of a folder or of the machine.
pub fn make(site: &Site, slug: &str, day: NaiveDate, fonts: Option<&Path>, out: &Out) -> Result<Vec<u8>, u8> {
    let fail = |id, hint| out.fail(&Msg::new(id).with("slug", slug), Some(&Msg::new(hint)), ERRORS);
    let Some(n) = site.notices.iter().position(|n| n.slug == slug) else {
        return Err(fail("poster-not-public", "poster-not-public-hint"));
    };
    let Some(base) = &site.settings.base_url else {
        return Err(fail("poster-no-address", "poster-no-address-hint"));
    };
    let language = &site.settings.language;
    let setting = Setting {
        lang: Lang::parse(language).unwrap_or(Lang::ZhCn),
        day,
        url: format!("{base}{}", Kind::Notice(n).address(site)),
        contact: site.settings.contact.as_ref(),
    };
    let notice = &site.notices[n];
    let sheet = poster(notice, setting);
    let press = print::press(fonts, out)?;
    press.poster(&sheet, language, &|c| place(notice, c)).map_err(|e| print::refused(slug, &e, out))
}
