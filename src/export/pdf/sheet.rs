//! What the template of the notice-board sheet reads.

use std::collections::BTreeSet;

use serde::Serialize;

use super::fonts::{Fonts, is_printed};
use super::view::{Date, tongue};
use crate::export::poster::{Poster, Row};
use crate::export::print::Role;

/// The whole sheet.
#[derive(Serialize)]
pub struct View<'a> {
    date: Date,
    lang: String,
    region: Option<String>,
    fonts: &'a Fonts<'a>,
    /// The code as SVG.
    code: String,
    sheet: &'a Poster,
}

impl<'a> View<'a> {
    /// A sheet in a language (BCP 47), with the code of its address.
    pub fn of(sheet: &'a Poster, language: &str, code: String, fonts: &'a Fonts<'a>) -> Self {
        let (lang, region) = tongue(language);
        Self { date: Date::of(sheet.date), lang, region, fonts, code, sheet }
    }

    /// Every character that is printed, with what it is set as; sorted.
    pub fn characters(&self) -> BTreeSet<(char, Role)> {
        let s = self.sheet;
        let rows =
            |all: &'a [Row]| all.iter().flat_map(|r| [(Role::Section, &r.name), (Role::Heading, &r.text)]);
        let titles = s.title.iter().map(|line| (Role::Title, line));
        let heads = [&s.summary, &s.progress, &s.contact].map(|head| (Role::Title, head));
        let shares = s.shares.iter().map(|share| &share.caption).chain(&s.states);
        let texts = shares.chain([&s.as_of, &s.states_of, &s.between, &s.scan, &s.url]).chain(&s.version);
        let texts = texts.map(|text| (Role::Heading, text));
        let all = titles.chain(heads).chain(texts).chain(rows(&s.facts)).chain(rows(&s.contacts));
        all.flat_map(|(role, text)| text.chars().filter(|c| is_printed(*c)).map(move |c| (c, role))).collect()
    }
}
