//! Who answers, as the text says it in so many words (责任单位：…), as fields of the measures. The text stays as it is, and what it
//! does not say plainly stays open for a person.

use super::called::MOST;
use crate::model::{Issue, Measure, Notice, UnitId};

/// What became of the words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assigned {
    /// How many measures got their unit.
    pub set: usize,
    /// Measures to which such words belong, and of which they do not say plainly who it is.
    pub open: Vec<Open>,
    /// How many got none, since the site has no such unit.
    pub lacking: usize,
    /// The names of those.
    pub unknown: Vec<String>,
}

/// A measure of which the words do not say who answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The ids of its issue and its own.
    pub at: String,
    /// What is not plain.
    pub why: Unclear,
}

/// Why words do not say who answers for a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// Several bodies stand there, and the measure names none of them or more than one.
    Several,
    /// These words are not plainly the name of one body, and the site lists no such unit.
    Words(Vec<String>),
    /// One line under the last of several measures may speak of all of them.
    Shared,
}

/// Whether a line says nothing but who answers.
pub fn is_line(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches(['（', '(']);
    LEAD.iter()
        .chain(&HELP)
        .chain(&PEOPLE)
        .any(|w| line.strip_prefix(w).is_some_and(|rest| rest.starts_with(COLONS)))
}

/// The line under a title, past what only says who answers.
pub fn line_below<'l>(lines: &[&'l str], at: usize) -> Option<&'l str> {
    lines[at + 1..].iter().find(|line| !is_line(line)).copied()
}

const COLONS: [char; 2] = [':', '：'];
const LEAD: [&str; 12] = [
    "责任单位",
    "责任部门",
    "责任科室",
    "责任处室",
    "责任股室",
    "牵头单位",
    "牵头部门",
    "牵头科室",
    "主责单位",
    "主责部门",
    "整改责任单位",
    "牵头责任单位",
];
/// Who answers by name or post, and no body.
const PEOPLE: [&str; 6] = ["责任领导", "责任人", "整改责任人", "牵头领导", "包联领导", "分管领导"];
const HELP: [&str; 5] = ["配合单位", "配合部门", "协办单位", "协同单位", "参与单位"];

/// Every name that a notice gives so, where each beside it is a name too.
pub fn names(notice: &Notice) -> Vec<String> {
    let texts = notice.issues.iter().flat_map(|issue| {
        issue.text.iter().map(String::as_str).chain(issue.measures.iter().map(|m| m.text.as_str()))
    });
    let mut out: Vec<String> = Vec::new();
    let plain = texts.filter_map(|text| said(text, |_| false)).filter(|s| s.odd.is_empty());
    for name in plain.flat_map(|s| s.lead.into_iter().chain(s.help)) {
        if out.len() < MOST && !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

/// Sets the units of the measures; `id_of` knows those of the site.
pub fn assign(notice: &mut Notice, id_of: impl Fn(&str) -> Option<UnitId>) -> Assigned {
    let mut out = Assigned::default();
    for issue in &mut notice.issues {
        // A name that the site lists is a unit, whatever it looks like.
        let said = |text: &str| said(text, |name| id_of(name).is_some());
        let shared = issue.text.as_deref().and_then(said);
        let own: Vec<Option<Said>> = issue.measures.iter().map(|m| said(&m.text)).collect();
        let of_all = shared.is_none() && ends_them_all(issue, &own);
        for (measure, own) in issue.measures.iter_mut().zip(own) {
            let Some(said) = own.clone().or_else(|| shared.clone()).or_else(|| of_all.then(Said::default))
            else {
                continue;
            };
            let chosen = if own.is_some() { said.all() } else { said.of(&measure.text) };
            let why = match chosen {
                _ if !said.odd.is_empty() => Unclear::Words(said.odd),
                _ if of_all => Unclear::Shared,
                None => Unclear::Several,
                Some(names) => {
                    set(measure, &names, &id_of, &mut out);
                    continue;
                }
            };
            out.open.push(Open { at: format!("{} {}", issue.id.0, measure.id.0), why });
        }
    }
    out
}

fn set(measure: &mut Measure, names: &[String], id_of: &impl Fn(&str) -> Option<UnitId>, out: &mut Assigned) {
    let ids: Option<Vec<UnitId>> = names.iter().map(|name| id_of(name)).collect();
    let mut ids = ids.unwrap_or_default().into_iter();
    measure.unit = ids.next();
    measure.with = ids.filter(|id| Some(id) != measure.unit.as_ref()).collect();
    if measure.unit.is_some() {
        out.set += 1;
        return;
    }
    out.lacking += 1;
    for name in names.iter().filter(|name| id_of(name).is_none()) {
        if !out.unknown.contains(name) {
            out.unknown.push(name.clone());
        }
    }
}

/// Whether one line under the last of several measures may speak of all of them.
fn ends_them_all(issue: &Issue, own: &[Option<Said>]) -> bool {
    let [before @ .., Some(_)] = own else { return false };
    let last = issue.measures.last().and_then(|m| m.text.lines().last()).unwrap_or_default();
    !before.is_empty() && before.iter().all(Option::is_none) && is_line(last)
}

/// The names behind such words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Said {
    lead: Vec<String>,
    help: Vec<String>,
    /// Those that are not plainly the name of a body.
    odd: Vec<String>,
}

impl Said {
    /// The first that answers, and those beside it: as a row of a ledger says it.
    fn all(&self) -> Option<Vec<String>> {
        (!self.lead.is_empty()).then(|| self.lead.iter().chain(&self.help).cloned().collect())
    }

    /// Who answers for one measure of several: the only one there is, or the only one that its text names.
    fn of(&self, text: &str) -> Option<Vec<String>> {
        if self.lead.len() == 1 {
            return self.all();
        }
        let mut named = self.lead.iter().filter(|name| text.contains(name.as_str()));
        let one = named.next().filter(|_| named.next().is_none())?;
        Some(vec![one.clone()])
    }
}

/// What a text says of who answers, at the start of a line, of a sentence or of brackets; `known` names are those of bodies.
fn said(text: &str, known: impl Fn(&str) -> bool) -> Option<Said> {
    let mut out = Said::default();
    let mut found = false;
    for (at, helps, len) in places(text) {
        let Some(rest) = text[at + len..].strip_prefix(COLONS) else { continue };
        found = true;
        for part in parts(rest) {
            let (name, note) = part.split_once(['(', '（']).unwrap_or((part, ""));
            let name = name.trim().to_owned();
            if !is_unit(&name) && !known(&name) {
                let words = if name.is_empty() { &text[at..at + len] } else { &name };
                out.odd.push(words.to_owned());
            }
            if helps || note.contains("配合") || note.contains("协助") {
                out.help.push(name);
            } else if note.contains("牵头") {
                out.help.append(&mut out.lead);
                out.lead.push(name);
            } else {
                out.lead.push(name);
            }
        }
    }
    found.then_some(out)
}

/// Where such words stand, whether they name those who help, and how long they are.
fn places(text: &str) -> Vec<(usize, bool, usize)> {
    let words = LEAD.iter().map(|w| (w, false)).chain(HELP.iter().map(|w| (w, true)));
    let begins = |at: usize| {
        let before = text[..at].trim_end_matches([' ', '\u{3000}']);
        before.is_empty() || before.ends_with(['\n', '。', '；', ';', '(', '（', '，', ','])
    };
    let mut out: Vec<_> = words
        .flat_map(|(w, helps)| text.match_indices(w).map(move |(at, _)| (at, helps, w.len())))
        .filter(|(at, ..)| begins(*at))
        .collect();
    out.sort_unstable();
    out
}

/// The names up to the end of the clause, with what stands in brackets behind each.
fn parts(rest: &str) -> Vec<&str> {
    let (mut depth, mut from) = (0_usize, 0);
    let mut out = Vec::new();
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' if depth > 0 => depth -= 1,
            ')' | '）' | '。' | ';' | '；' | '\n' => {
                out.push(&rest[from..at]);
                return out;
            }
            '、' | '，' | ',' if depth == 0 => {
                out.push(&rest[from..at]);
                from = at + c.len_utf8();
                // 责任单位：甲，配合单位：乙
                if HELP.iter().chain(&LEAD).any(|w| rest[from..].trim_start().starts_with(w)) {
                    return out;
                }
            }
            _ => {}
        }
    }
    out.push(&rest[from..]);
    out
}

/// Whether words are plainly the name of one body.
pub fn is_unit(name: &str) -> bool {
    const NOT: [&str; 12] =
        ["由", "各", "等", "相关", "有关", "所有", "其他", "全体", "及其", "和", "设在", "设于"];
    const ENDS: [&str; 51] = [
        "局",
        "处",
        "科",
        "室",
        "股",
        "办",
        "部",
        "委",
        "厅",
        "院",
        "所",
        "站",
        "队",
        "中心",
        "公司",
        "党组",
        "支部",
        "总支",
        "组",
        "会",
        "馆",
        "校",
        "园",
        "厂",
        "库",
        "社",
        "政府",
        "学院",
        "大学",
        "镇",
        "乡",
        "街道",
        "村",
        "社区",
        "集团",
        "银行",
        "支行",
        "分行",
        "基地",
        "专班",
        "机关",
        "幼儿园",
        "中学",
        "小学",
        "林场",
        "农场",
        "水厂",
        "学校",
        "医院",
        "党校",
        "管理区",
    ];
    let one = NOT.iter().all(|w| !name.contains(w)) || NAMES.iter().any(|w| name.contains(w));
    let word = name.chars().all(|c| c.is_alphanumeric() || "“”".contains(c));
    one && word && (3..=24).contains(&name.chars().count()) && ENDS.iter().any(|w| name.ends_with(w))
}

/// Names that hold one of those words.
const NAMES: [&str; 7] = ["自由", "和社会", "和信息", "和改革", "和旅游", "和城", "和规划"];

#[cfg(test)]
mod tests {
    use super::*;

    fn who(text: &str) -> Option<(Vec<String>, Vec<String>)> {
        said(text, |_| false).filter(|s| s.odd.is_empty()).map(|s| (s.lead, s.help))
    }

    fn own(lead: &[&str], help: &[&str]) -> Option<(Vec<String>, Vec<String>)> {
        let words = |all: &[&str]| all.iter().map(|w| (*w).to_owned()).collect();
        Some((words(lead), words(help)))
    }

    #[test]
    fn names_stand_behind_the_word_up_to_the_end_of_the_clause() {
        assert_eq!(who("责任单位：保管科、基建科。"), own(&["保管科", "基建科"], &[]));
        assert_eq!(who("补测粮温12次。（责任单位：保管科）"), own(&["保管科"], &[]));
        assert_eq!(
            who("牵头单位：保管科；配合单位：财务科、办公室。"),
            own(&["保管科"], &["财务科", "办公室"])
        );
        assert_eq!(who("责任单位：保管科，配合单位：财务科。"), own(&["保管科"], &["财务科"]));
        assert_eq!(who("责任部门：基建科、保管科（牵头）"), own(&["保管科"], &["基建科"]));
        assert_eq!(who("责任单位：县人力资源和社会保障局"), own(&["县人力资源和社会保障局"], &[]));
    }

    #[test]
    fn what_is_no_plain_name_is_none() {
        for text in [
            "责任单位：各科室。",
            "责任单位：保管科等有关科室。",
            "责任单位：张三。",
            "责任单位：保管科和基建科",
            "责任单位：",
            "压实责任单位工作，保管科补测粮温。",
            "明确责任单位：保管科负责测温。",
        ] {
            assert_eq!(who(text), None, "{text}");
        }
    }
}
