//! Short names that a text gives a body itself: …有限公司（以下简称“安居置业”）.

use super::responsible::is_unit;
use super::units::{BODIES, Found};

/// Puts each short name with the body that it is given to: the one that signs, one known by its name, or a new one.
pub fn read(lines: &[(&str, usize)], issuer: &str, found: &mut Vec<Found>) {
    let all =
        lines.iter().flat_map(|(line, at)| introduced(line).map(move |(before, short)| (before, short, *at)));
    for (before, short, at) in all.take(MOST) {
        let full = body(before);
        if [full, short].iter().any(|name| name.contains("巡察") || name.contains("巡视")) {
            continue;
        }
        let times = lines.iter().map(|(line, _)| line.matches(short).count()).sum::<usize>();
        let known = found.iter().position(|f| f.name == full || f.aliases.iter().any(|a| a == full));
        let signs = || found.iter().position(|f| f.name == issuer && ends_with_body(before, issuer));
        if let Some(own) = known.or_else(signs) {
            add(&mut found[own], short, times);
        } else if is_unit(full) {
            let aliases = vec![short.to_owned()];
            let own = Found { name: full.to_owned(), aliases, times, line: at, sure: times >= 3 };
            found.retain(|f| f.name != short);
            found.push(own);
        }
    }
}

/// More bodies than a notice names: each is counted in the whole text.
pub const MOST: usize = 300;

fn add(found: &mut Found, short: &str, times: usize) {
    if found.name != short && !found.aliases.iter().any(|a| a == short) {
        found.aliases.push(short.to_owned());
        found.times += times;
    }
}

/// What stands before such brackets, up to the mark before it, and the name in them.
fn introduced(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.match_indices(['(', '（']).filter_map(|(at, bracket)| {
        let inner = line[at + bracket.len()..].split([')', '）']).next()?;
        let short = inner.strip_prefix("以下简称").or_else(|| inner.strip_prefix("简称"))?;
        let short =
            short.trim_start_matches(['为', '：', ':']).trim_matches(['“', '”', '"', '「', '」', ' ']);
        let fits = (2..=12).contains(&short.chars().count()) && short.chars().all(char::is_alphanumeric);
        let before = line[..at].rsplit(|c: char| !c.is_alphanumeric()).next()?;
        (fits && !before.is_empty()).then_some((before, short))
    })
}

/// The name at the end of words, without what leads up to it.
fn body(before: &str) -> &str {
    const UNDER: [&str; 6] = ["下辖", "下属", "所属", "直属", "对", "向"];
    let behind = |word: &&str| before.rfind(*word).map(|at| &before[at + word.len()..]);
    UNDER.iter().filter_map(behind).min_by_key(|rest| rest.len()).unwrap_or(before)
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
        read(&[(line, 3)], issuer, &mut found);
        found.into_iter().map(|f| (f.name, f.aliases)).collect()
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
