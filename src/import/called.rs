//! Short names that a text gives a body itself: …有限公司（以下简称“安居置业”）.

use super::heads::behind_count;
use super::responsible::is_unit;
use super::units::{BODIES, Found, is_party, is_party_of};

/// Puts each short name with the body that it is given to: the one that signs, one known by its name, or a new one. `apart`:
/// the Party body that signs is another than its office.
pub fn read(lines: &[(&str, usize)], issuer: &str, apart: bool, found: &mut Vec<Found>) {
    let all = lines
        .iter()
        .flat_map(|(line, at)| introduced(line).map(move |(before, short, _)| (before, short, *at)));
    for (before, short, at) in all.take(MOST) {
        let full = body(before);
        if [full, short].iter().any(|name| name.contains("巡察") || name.contains("巡视")) {
            continue;
        }
        let times = lines.iter().map(|(line, _)| line.matches(short).count()).sum::<usize>();
        let known = found.iter().position(|f| f.name == full || f.aliases.iter().any(|a| a == full));
        let office = apart && !is_party(before) && !is_party(short);
        let usual = is_party_of(full, issuer);
        let own = usual || ends_with_body(before, issuer) && !office;
        let signs = || found.iter().position(|f| f.name == issuer && own);
        if let Some(own) = known.or_else(signs) {
            if usual && !ends_with_body(full, issuer) && found[own].name == issuer {
                add(&mut found[own], full, 0);
            }
            add(&mut found[own], short, times);
            found[own].sure |= times >= 3;
            let name = found[own].name.clone();
            found.retain(|f| f.name != short || f.name == name);
        } else if is_unit(full) {
            let aliases = vec![short.to_owned()];
            let own = Found { name: full.to_owned(), aliases, times, line: at, sure: times >= 3 };
            found.retain(|f| f.name != short);
            found.push(own);
        }
    }
}

/// Whether a text gives the office of a Party body a short name of its own: …供销社（以下简称“县社”）党组.
pub fn tells_apart(lines: &[(&str, usize)], issuer: &str) -> bool {
    let mut all = lines.iter().flat_map(|(line, _)| introduced(line)).take(MOST);
    all.any(|(before, short, after)| {
        let office = !is_party(before) && !is_party(short) && ends_with_body(before, issuer);
        office && is_party(issuer) && BODIES.iter().any(|form| after.starts_with(form))
    })
}

/// Whether a text gives the Party body that signs a short name of its own: …党组（以下简称“局党组”）.
pub fn names_party(lines: &[(&str, usize)], issuer: &str) -> bool {
    let mut all = lines.iter().flat_map(|(line, _)| introduced(line)).take(MOST);
    all.any(|(before, short, _)| is_party(before) && is_party_of(short, issuer))
}

/// More bodies than a notice names: each is counted in the whole text.
pub const MOST: usize = 300;

/// Adds a name to a body.
pub fn add(found: &mut Found, short: &str, times: usize) {
    if found.name != short && !found.aliases.iter().any(|a| a == short) {
        found.aliases.push(short.to_owned());
        found.times += times;
    }
}

/// How a short name is introduced.
const INTRODUCED: [&str; 6] = ["以下简称", "下文简称", "简称", "以下称", "下文称", "下称"];

/// What stands before such brackets, up to the mark before it, each name in them, and what follows.
fn introduced(line: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let each = line.match_indices(['(', '（']).filter_map(|(at, bracket)| {
        let (inner, after) = line[at + bracket.len()..].split_once([')', '）'])?;
        let names = INTRODUCED.iter().find_map(|word| inner.strip_prefix(word))?;
        let before = line[..at].rsplit(|c: char| !c.is_alphanumeric()).next()?;
        (!before.is_empty()).then_some((before, names, after))
    });
    each.flat_map(|(before, names, after)| shorts(names).map(move |short| (before, short, after)))
}

/// The short names that stand there, 以下简称“A”或“B”.
fn shorts(names: &str) -> impl Iterator<Item = &str> {
    const QUOTES: [char; 5] = ['“', '”', '"', '「', '」'];
    let names = names.trim_start_matches(['为', '：', ':', ' ']);
    let quoted = names.starts_with(QUOTES);
    let between = move |c: char| if quoted { QUOTES.contains(&c) } else { "或、".contains(c) };
    // Of what is quoted, every second stretch only joins the names.
    let pieces = names.split(between).enumerate().filter(move |(at, _)| !quoted || at % 2 == 1);
    pieces
        .map(|(_, short)| short.trim_matches(QUOTES).trim_matches(' '))
        .filter(|short| (2..=12).contains(&short.chars().count()) && short.chars().all(char::is_alphanumeric))
}

/// The name at the end of words, without what leads up to it.
fn body(before: &str) -> &str {
    const UNDER: [&str; 29] = [
        "设在",
        "设于",
        "由",
        "挂靠",
        "依托",
        "成立",
        "组建",
        "聘请",
        "下设",
        "吸收",
        "下辖",
        "下属",
        "所属",
        "直属",
        "对",
        "向",
        "根据",
        "按照",
        "依据",
        "延伸至",
        "延伸到",
        "延伸巡察",
        "巡察了",
        "巡视了",
        "延伸了解",
        "了解",
        "委托",
        "督促",
        "会同",
    ];
    let before = behind_count(before);
    let behind = |word: &&str| {
        let at = before.rfind(*word).filter(|at| *word != "由" || !before[..*at].ends_with('自'));
        at.map(|at| &before[at + word.len()..])
    };
    let name = UNDER.iter().filter_map(behind).min_by_key(|rest| rest.len()).unwrap_or(before);
    let name = name.strip_prefix('了').unwrap_or(name);
    // 经济 begins a name.
    name.strip_prefix('经').filter(|rest| !rest.starts_with(['济', '信', '贸', '开', '营'])).unwrap_or(name)
}

/// Whether words end with the name of who signs, in full or with another form of its Party body.
fn ends_with_body(before: &str, issuer: &str) -> bool {
    let core = issuer.strip_prefix("中共").unwrap_or(issuer);
    let core = BODIES.iter().filter_map(|b| core.strip_suffix(b)).min_by_key(|c| c.len()).unwrap_or(core);
    let rest = before.rfind(core).map(|at| &before[at + core.len()..]);
    core.chars().count() >= 3 && rest.is_some_and(|rest| rest.is_empty() || BODIES.contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str, issuer: &str) -> Vec<(String, Vec<String>)> {
        let signs = Found { name: issuer.to_owned(), aliases: Vec::new(), times: 1, line: 0, sure: true };
        let mut found = vec![signs];
        read(&[(line, 3)], issuer, tells_apart(&[(line, 3)], issuer), &mut found);
        found.into_iter().map(|f| (f.name, f.aliases)).collect()
    }

    #[test]
    fn what_leads_up_to_a_name_is_no_part_of_it() {
        for lead in [
            "根据",
            "经",
            "吸收了",
            "公司下设",
            "同步延伸至",
            "并延伸巡察了",
            "一是",
            "三是委托",
            "支部向",
            "学习情况由",
            "办公室设在",
            "办公室设于",
            "专班依托",
        ] {
            let line = format!("{lead}云汀东仓米业有限公司（以下简称“东仓米业”）清理合同。");
            let own = [
                ("云汀县粮库".to_owned(), vec![]),
                ("云汀东仓米业有限公司".to_owned(), vec!["东仓米业".to_owned()]),
            ];
            assert_eq!(names(&line, "云汀县粮库"), own, "{line}");
        }
    }

    #[test]
    fn a_body_may_get_several_short_names() {
        let own = |aliases: &[&str]| {
            let aliases = aliases.iter().map(|a| (*a).to_owned()).collect();
            vec![("云汀县粮库".to_owned(), vec![]), ("云汀东仓米业有限公司".to_owned(), aliases)]
        };
        for (words, found) in [
            ("“东仓米业”或“米业公司”", &["东仓米业", "米业公司"][..]),
            ("“东仓米业”、“米业公司”", &["东仓米业", "米业公司"]),
            ("为“东仓米业”，亦称“米业公司”", &["东仓米业", "米业公司"]),
            ("东仓米业或米业公司", &["东仓米业", "米业公司"]),
            ("：\"东仓米业\"", &["东仓米业"]),
        ] {
            let line = format!("云汀东仓米业有限公司（以下简称{words}）清理合同。");
            assert_eq!(names(&line, "云汀县粮库"), own(found), "{line}");
        }
    }

    #[test]
    fn a_short_name_is_no_second_body() {
        let body =
            |name: &str| Found { name: name.to_owned(), aliases: Vec::new(), times: 1, line: 2, sure: false };
        let mut found = vec![body("云汀市粮食执法支队"), body("市粮执队"), body("市仓储中心")];
        read(&[("云汀市粮食执法支队（以下简称“市粮执队”）清查粮仓。", 2)], "云汀市粮食局", false, &mut found);
        let names: Vec<(&str, usize)> = found.iter().map(|f| (f.name.as_str(), f.aliases.len())).collect();
        assert_eq!(names, [("云汀市粮食执法支队", 1), ("市仓储中心", 0)]);
    }

    #[test]
    fn the_short_name_of_an_office_is_none_of_its_party_body() {
        let line = "4月，县委巡察二组对云汀县供销合作社（以下简称“县供销社”）党组开展了巡察。";
        let own = [
            ("中共云汀县供销合作社党组".to_owned(), vec![]),
            ("云汀县供销合作社".to_owned(), vec!["县供销社".to_owned()]),
        ];
        assert_eq!(names(line, "中共云汀县供销合作社党组"), own);
    }

    #[test]
    fn a_short_name_is_another_name_of_the_body_before_it() {
        let issuer = "中共云汀县粮食储备有限公司委员会";
        let own = |aliases: &[&str]| {
            (issuer.to_owned(), aliases.iter().map(|a| (*a).to_owned()).collect::<Vec<_>>())
        };
        for line in [
            "3月3日，县委巡察二组对中共云汀县粮食储备有限公司委员会（以下简称“公司党委”）开展了巡察。",
            "3月3日，县委巡察二组对云汀县粮食储备有限公司党委（以下简称公司党委）开展了巡察。",
            "县委巡察二组向云汀县粮食储备有限公司(以下简称:公司党委)党委反馈了意见。",
            "3月3日，县委巡察二组对云汀县粮食储备有限公司党委（下称“公司党委”）开展了巡察。",
        ] {
            assert_eq!(names(line, issuer), [own(&["公司党委"])], "{line}");
        }
        let line =
            "公司下辖云汀东仓米业有限公司（以下简称“东仓米业”）、云汀粮油检测中心（简称“检测中心”）2家单位。";
        let others = [("云汀东仓米业有限公司", "东仓米业"), ("云汀粮油检测中心", "检测中心")];
        let others = others.map(|(name, short)| (name.to_owned(), vec![short.to_owned()]));
        assert_eq!(names(line, issuer), [vec![own(&[])], others.to_vec()].concat());
        for line in [
            "县委第二巡察组（以下简称“巡察组”）进驻。",
            "印发《储备粮管理办法》（以下简称《办法》）。",
            "开展作风建设专项行动（以下简称“专项行动”）。",
        ] {
            assert_eq!(names(line, issuer), [own(&[])], "{line}");
        }
    }
}
