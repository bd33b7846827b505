//! Bodies at the head of clauses: 财政所 of `财政所会同社区核对台账`. One clause proves no name; several that begin alike do.

use std::collections::BTreeMap;

use super::marks;
use super::names::runs_over;
use super::responsible::is_unit;

/// How many clauses have to begin with a name.
const ENOUGH: usize = 3;
/// Longer names are not looked for.
const LONGEST: usize = 16;

/// How bodies are called that act; fewer than those that a text says answer, since verbs follow here.
const ENDS: [&str; 42] = [
    "局",
    "处",
    "科",
    "股",
    "室",
    "站",
    "所",
    "队",
    "厅",
    "部",
    "馆",
    "中心",
    "公司",
    "集团",
    "党组",
    "党委",
    "党工委",
    "纪工委",
    "纪委",
    "党校",
    "党总支",
    "党支部",
    "支部",
    "总支",
    "监察组",
    "支行",
    "分行",
    "学院",
    "学校",
    "小学",
    "中学",
    "医院",
    "幼儿园",
    "林场",
    "农场",
    "工会",
    "联合会",
    "委员会",
    "居委会",
    "村委会",
    "校委会",
    "社区",
];
/// Words that end so and are no names, and words that no name holds.
const NOT: [&str; 30] = [
    "查处",
    "惩处",
    "处处",
    "之处",
    "全局",
    "布局",
    "结局",
    "格局",
    "网站",
    "全部",
    "内部",
    "干部",
    "外部",
    "本科",
    "学科",
    "组队",
    "带队",
    "制定",
    "修订",
    "建立",
    "召开",
    "开展",
    "组织召",
    "清理",
    "核查",
    "针对",
    "围绕",
    "按照",
    "本校",
    "我们",
];

/// The names, each with how many clauses begin with it and with no longer one, and the first line that has one.
pub fn find(lines: &[(&str, usize)]) -> BTreeMap<String, (usize, usize)> {
    let clauses = lines.iter().flat_map(|(line, at)| clauses(line).map(move |clause| (names(clause), *at)));
    let heads: Vec<(Vec<&str>, usize)> = clauses.collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in heads.iter().flat_map(|(names, _)| names) {
        *counts.entry(name).or_default() += 1;
    }
    let mut out: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (names, at) in &heads {
        // 党政办公室, not 党政办; 县教育局党组 where it is one of several such, not 县教育局.
        if let Some(name) = names.iter().rev().find(|name| counts[**name] >= ENOUGH) {
            out.entry((*name).to_owned()).or_insert((0, *at)).0 += 1;
        }
    }
    out.retain(|_, (times, _)| *times >= ENOUGH);
    out
}

/// Where a subject may stand: behind the number, the label or 一是, and behind a comma.
fn clauses(line: &str) -> impl Iterator<Item = &str> {
    let line = marks::label(line).map_or(line, |label| &line[label.len()..]);
    let line = marks::measure(line).map_or(line, |mark| &line[mark.len..]);
    line.split(['。', ';', '；', ',', '，']).flat_map(|clause| subjects(behind_count(clause.trim())))
}

/// What may be a subject in a clause: its beginning, and what goes on with it where it is a list of names.
fn subjects(clause: &str) -> impl Iterator<Item = &str> {
    let clause = clause.strip_prefix('由').unwrap_or(clause);
    let mut listed = true;
    clause.split('、').take_while(move |part| std::mem::replace(&mut listed, is_name(part)))
}

/// What stands behind 一是.
pub fn behind_count(text: &str) -> &str {
    let rest = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    rest.strip_prefix('是').filter(|_| rest.len() < text.len()).unwrap_or(text)
}

/// Every beginning of a clause that is called as a body, the shortest first.
fn names(clause: &str) -> Vec<&str> {
    let ends = clause.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    // 办公室设在党建办 tells where one sits, and not what it did.
    let seat = |end: usize| ["设在", "设于"].iter().any(|word| clause[end..].starts_with(word));
    ends.filter(|end| !seat(*end)).map(|end| &clause[..end]).filter(|name| is_name(name)).collect()
}

fn is_name(name: &str) -> bool {
    ENDS.iter().any(|end| name.ends_with(end))
        && is_unit(name)
        && !name.contains(|c: char| c.is_ascii_digit())
        && !NOT.iter().any(|word| name.contains(word))
        && !["巡察", "巡视"].iter().any(|word| name.contains(word))
        && !runs_over(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(lines: &[&str]) -> Vec<(String, usize)> {
        let lines: Vec<(&str, usize)> = lines.iter().copied().zip(1..).collect();
        find(&lines).into_iter().map(|(name, (times, _))| (name, times)).collect()
    }

    #[test]
    fn what_several_clauses_begin_with_is_a_name() {
        let lines = [
            "（1）粮管所会同保管科清点库存。党政办公室补登台账。",
            "（2）6月20日，粮管所张榜公布账目；党政办公室修订值班制度。",
            "整改情况：一是粮管所清退押金。二是党政办公室派员核对。",
            "严肃查处违规问题。严肃查处违规收费。严肃查处虚报冒领。",
            "街道办事处抽查3处。",
        ];
        let names = [("党政办公室".to_owned(), 3), ("粮管所".to_owned(), 3)];
        assert_eq!(own(&lines), names);
    }

    #[test]
    fn where_an_office_sits_names_none() {
        let seats = [
            "办公室设在党政综合办公室，由其督办。",
            "专班办公室设于党政综合办公室。",
            "办公室设在党政综合办公室。",
        ];
        assert_eq!(own(&[&seats[..], &seats].concat()), []);
    }

    #[test]
    fn a_list_of_names_and_who_it_is_done_by_name_bodies_too() {
        let lines = [
            "教务处、财务处核对课时。由财务处开票。",
            "教务处停发补贴，财务处、教务处、宣传部联合检查。",
            "整修门窗、教室、宣传部走廊。",
        ];
        assert_eq!(own(&lines), [("教务处".to_owned(), 3), ("财务处".to_owned(), 3)]);
    }

    #[test]
    fn a_longer_name_is_another_body_where_several_clauses_begin_with_it() {
        let party = "县粮食局党组研究方案。";
        let office = "县粮食局检查仓房。";
        let lines = [party, office, party, office, party, office, "县粮食局人事股补登档案。"];
        assert_eq!(own(&lines), [("县粮食局".to_owned(), 4), ("县粮食局党组".to_owned(), 3)]);
    }
}
