//! Responsible bodies named in the text, with how sure it is that they are one, and their other names together.

use std::collections::BTreeMap;

use super::called;
use super::heads;
use super::lines::Page;
use super::names::{PARTY, phrases, unit_name};
use super::outline::{Outline, Role};
use crate::model::{Unit, UnitId};
use crate::save::Proposed;
use crate::text::{FileId, Span};
use crate::zh::party::{FORMS, signed};

/// A body found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its longest name.
    pub name: String,
    /// Other names of the same body.
    pub aliases: Vec<String>,
    /// How often any of them stands in the text.
    pub times: usize,
    /// The first line that names it, from 1; 0 where only the signature does.
    pub line: usize,
    /// Named as inspected, signing or answering, at least five times, or twice more by a short name that the text gives it.
    pub sure: bool,
}

/// How often a name stands that is surely one.
const SURE: usize = 5;
/// Every body named in prose and measures, the surest and most frequent first. `responsible` are those that the text says answer.
pub fn find(page: &Page<'_>, outline: &Outline, issuer: &str, responsible: &[String]) -> Vec<Found> {
    let of_prose = |role: &Role| matches!(role, Role::Text | Role::Inside | Role::Issue(_, Some(_)));
    let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut listed: Vec<String> = vec![issuer.to_owned()];
    let lines = page.body.iter().zip(&page.places).zip(&outline.roles);
    for ((text, at), _) in lines.filter(|(_, role)| of_prose(role)) {
        for phrase in phrases(text) {
            let Some(name) = unit_name(phrase) else { continue };
            let name = if speaks_of_party(phrase, name, issuer) { issuer } else { name };
            seen.entry(name.to_owned()).or_insert((0, *at)).0 += 1;
        }
        if let Some((_, list)) = text.split_once("(含").or_else(|| text.split_once("（含")) {
            let list = list.split([')', '）']).next().unwrap_or_default();
            listed.extend(list.split('、').filter(|n| unit_name(n) == Some(n)).map(str::to_owned));
        }
    }
    let lines = page.body.iter().zip(&page.places).zip(&outline.roles);
    let lines: Vec<(&str, usize)> =
        lines.filter(|(_, role)| of_prose(role)).map(|((line, at), _)| (*line, *at)).collect();
    let heads = heads::find(&lines);
    let party: Vec<&String> = heads.keys().filter(|name| is_party_of(name, issuer)).collect();
    let office = |name: &String| !is_party(name) && is_same(issuer, name);
    let apart = called::tells_apart(&lines, issuer)
        || (!party.is_empty() || called::names_party(&lines, issuer))
            && heads.keys().chain(seen.keys()).any(office);
    let mut found = group(seen, &listed, apart.then_some(issuer));
    for name in party {
        let own = found.iter_mut().find(|f| f.name == issuer);
        own.into_iter().for_each(|own| called::add(own, name, heads[name].0));
    }
    called::read(&lines, issuer, apart, &mut found);
    names_by_office(&lines, issuer, &mut found);
    let mark = |c: char| !c.is_alphanumeric() && !"“”".contains(c);
    let all = page.body.iter().zip(&page.places).filter(|_| !responsible.is_empty());
    let all: Vec<(&str, usize)> =
        all.flat_map(|(line, at)| line.split(mark).map(move |phrase| (phrase, *at))).collect();
    for name in responsible {
        answers(&mut found, name, &all);
    }
    for (name, (times, line)) in heads {
        if !found.iter().any(|f| f.name == name || f.aliases.contains(&name)) {
            found.push(Found { name, aliases: Vec::new(), times, line, sure: times >= SURE });
        }
    }
    sort(&mut found);
    found
}

/// A body that answers is one: the one of that name, or a new one.
fn answers(found: &mut Vec<Found>, name: &str, phrases: &[(&str, usize)]) {
    if let Some(own) = found.iter_mut().find(|f| f.name == name || f.aliases.iter().any(|a| a == name)) {
        own.sure = true;
        return;
    }
    // 办公室 within 党政办公室 is another.
    let mut lines = phrases.iter().filter(|(phrase, _)| phrase.starts_with(name)).map(|(_, at)| *at);
    let line = lines.next().unwrap_or_default();
    let times = usize::from(line > 0) + lines.count();
    found.push(Found { name: name.to_owned(), aliases: Vec::new(), times, line, sure: true });
}

/// The units of a site, all of them sure.
pub fn known(units: &[Unit]) -> Vec<Proposed> {
    units.iter().map(|unit| Proposed { unit: unit.clone(), remark: String::new(), sure: true }).collect()
}

/// The proposals, as units with a remark.
pub fn proposed(found: &[Found]) -> Vec<Proposed> {
    let unit = |(at, f): (usize, &Found)| Proposed {
        unit: Unit {
            id: UnitId(format!("u{}", at + 1)),
            name: f.name.clone(),
            aliases: f.aliases.clone(),
            span: Span::new(FileId(0), 0, 0),
        },
        remark: remark(f),
        sure: f.sure,
    };
    found.iter().enumerate().map(unit).collect()
}

fn remark(f: &Found) -> String {
    let sure = if f.sure { "把握较大" } else { "把握不大" };
    match f.line {
        0 => format!("落款单位，{sure}"),
        line => format!("文中出现{}次，首见第{line}行，{sure}", f.times),
    }
}

/// Puts the names of one body together: 县委宣传部 with 中共星河县委宣传部, 县图书馆 with 中共星河县图书馆支部委员会.
/// `apart` is a Party body that the text tells from its office, 县水利局党组 from 县水利局.
fn group(seen: BTreeMap<String, (usize, usize)>, listed: &[String], apart: Option<&str>) -> Vec<Found> {
    let mut names: Vec<(String, (usize, usize))> = seen.into_iter().collect();
    for name in listed.iter().filter(|n| !n.is_empty()) {
        if !names.iter().any(|(n, _)| n == name) {
            names.push((name.clone(), (1, 0)));
        }
    }
    names.sort_by(|a, b| b.0.chars().count().cmp(&a.0.chars().count()).then_with(|| a.0.cmp(&b.0)));
    let mut out: Vec<Found> = Vec::new();
    for (name, (times, line)) in names {
        let known = listed.contains(&name);
        let own = |f: &Found| is_same(&f.name, &name) && (is_party(&name) || apart != Some(f.name.as_str()));
        match out.iter_mut().find(|f| own(f)) {
            Some(found) => {
                found.aliases.push(name);
                found.times += times;
                found.line = if found.line == 0 { line } else { found.line.min(line.max(1)) };
                found.sure |= known || found.times >= SURE;
            }
            None => out.push(Found { name, aliases: Vec::new(), times, line, sure: known || times >= SURE }),
        }
    }
    sort(&mut out);
    out
}

fn sort(found: &mut [Found]) {
    found.sort_by(|a, b| b.sure.cmp(&a.sure).then(b.times.cmp(&a.times)).then_with(|| a.name.cmp(&b.name)));
}

/// Forms of Party bodies, as names end with them.
pub const BODIES: [&str; 7] = ["支部委员会", "总支部委员会", "委员会", "党组", "党委", "党支部", "党总支"];

/// Whether a name has the form of a Party body.
pub fn is_party(name: &str) -> bool {
    BODIES.iter().chain(&["党工委", "支部", "总支"]).any(|form| name.ends_with(form))
}

/// Whether the name of an office within a phrase is part of the name of the Party body that signs: 县水利局 of 县水利局党组.
fn speaks_of_party(phrase: &str, name: &str, issuer: &str) -> bool {
    let behind = phrase.find(name).map_or("", |at| &phrase[at + name.len()..]);
    let form = FORMS.iter().any(|(short, full)| behind.starts_with(short) || behind.starts_with(full));
    form && is_party(issuer) && is_same(issuer, name)
}

/// Whether a name is the one that is usual for the Party body that signs: 学院党委 for 中共云汀学院委员会.
pub fn is_party_of(name: &str, issuer: &str) -> bool {
    let body = FORMS.iter().find_map(|(short, _)| Some((name.strip_suffix(short)?, *short)));
    let Some(((body, short), (core, own))) = body.zip(signed(issuer)) else { return false };
    // 县党委 is none of a town's.
    let own_body = core.ends_with(body) || body.chars().count() > 1 && core.contains(body);
    short == own && !body.is_empty() && own_body
}

/// Where the office has short names, so has the Party body that signs: 市中院党组, of 市中院 for 云汀市中级人民法院.
fn names_by_office(lines: &[(&str, usize)], issuer: &str, found: &mut Vec<Found>) {
    let Some((core, form)) = signed(issuer) else { return };
    let core = core.strip_prefix(PARTY).unwrap_or(core);
    let office = found.iter().find(|f| f.name == core);
    let names = office.into_iter().flat_map(|f| f.aliases.iter().map(|alias| format!("{alias}{form}")));
    for name in names.collect::<Vec<_>>() {
        let times = lines.iter().map(|(line, _)| line.matches(&name).count()).sum();
        if let Some(own) = found.iter_mut().find(|f| f.name == issuer).filter(|_| times > 0) {
            called::add(own, &name, times);
            found.retain(|f| f.name != name);
        }
    }
}

/// Whether the shorter name is the longer one without its place, or without the form of its Party body.
fn is_same(long: &str, short: &str) -> bool {
    let inner = BODIES.iter().filter_map(|b| long.strip_suffix(b)).min_by_key(|rest| rest.len());
    long.ends_with(short) || inner.is_some_and(|rest| !rest.is_empty() && rest.ends_with(short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_name_of_the_party_body_that_signs_is_another_of_its_names() {
        for (name, issuer, is) in [
            ("学院党委", "中共云汀农业学院委员会", true),
            ("街道党工委", "中共云汀市东仓街道工作委员会", true),
            ("县粮食局党组", "中共云汀县粮食局党组", true),
            ("粮库党支部", "中共云汀县粮库支部委员会", true),
            ("粮库党委", "中共云汀县粮库支部委员会", false),
            ("县财政局党组", "中共云汀县粮食局党组", false),
            ("党组", "中共云汀县粮食局党组", false),
            ("东仓镇党委", "中共云汀县东仓镇委员会", true),
            ("县党委", "中共云汀县东仓镇委员会", false),
        ] {
            assert_eq!(is_party_of(name, issuer), is, "{name}");
        }
    }

    #[test]
    fn where_the_office_has_a_short_name_so_has_its_party_body() {
        let body = |name: &str, aliases: &[&str]| Found {
            name: name.to_owned(),
            aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
            times: 3,
            line: 2,
            sure: true,
        };
        let issuer = "中共云汀县粮油检测中心党组";
        let office = body("云汀县粮油检测中心", &["检测中心", "粮检中心"]);
        let mut found = vec![body(issuer, &[]), office.clone(), body("检测中心党组", &[])];
        names_by_office(&[("检测中心党组听取汇报，检测中心党组书记督办。", 4)], issuer, &mut found);
        assert_eq!(found, [Found { times: 5, ..body(issuer, &["检测中心党组"]) }, office]);
    }

    #[test]
    fn an_office_is_one_with_the_party_body_that_signs_unless_the_text_tells_them_apart() {
        let issuer = "中共安澜县水利局党组";
        let seen = [("安澜县水利局", 2), ("县水利局", 3)].map(|(name, line)| (name.to_owned(), (1, line)));
        let found = group(seen.clone().into(), &[issuer.to_owned()], None);
        assert_eq!((found.len(), found[0].name.as_str()), (1, issuer));
        assert_eq!(found[0].aliases, ["安澜县水利局", "县水利局"]);
        let found = group(seen.into(), &[issuer.to_owned()], Some(issuer));
        let names: Vec<(&str, usize)> = found.iter().map(|f| (f.name.as_str(), f.aliases.len())).collect();
        assert_eq!(names, [(issuer, 0), ("安澜县水利局", 1)]);
    }
}
