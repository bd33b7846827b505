//! Who signs a notice, and what it calls itself.

use crate::check::{Passage, Record};
use crate::zh::party::FORMS;

/// Whether 我局 can only be who signs: one body, of the kind that the word names, in a measure that no other answers for. A notice
/// that says so once, among measures that name the body, has slipped into another voice.
pub fn is_meant(record: &Record<'_>, p: &Passage<'_>, word: &str) -> bool {
    let Some(body) = body(&record.notice.issuer) else { return false };
    let answers = record.unit_of(p).is_none_or(|u| u.names().any(|n| body.ends_with(bare(n))));
    let speaks_so = || record.unit_of(p).is_none() || is_said_again(record, word);
    answers && is_of_kind(body, word) && speaks_so()
}

/// Whether the notice says 我局 more than once.
fn is_said_again(record: &Record<'_>, word: &str) -> bool {
    let own = format!("我{word}");
    let said = record.passages.iter().filter(|p| p.kind.is_printed() || p.kind.is_action());
    said.map(|p| p.text.matches(&own).count()).sum::<usize>() > 1
}

/// The body whose party branch signs, or that itself does: 星河县水利局 of 中共星河县水利局党组. None where several bodies sign.
fn body(issuer: &str) -> Option<&str> {
    let mut bodies =
        issuer.split([' ', '\u{3000}', '、', '，', ',', '\n']).filter(|n| !n.is_empty()).map(bare);
    let first = bodies.next()?;
    bodies.all(|n| n == first).then_some(first)
}

/// A name without what makes it that of a party branch.
fn bare(name: &str) -> &str {
    let party = name.strip_prefix("中国共产党").or_else(|| name.strip_prefix("中共"));
    let own = party.unwrap_or(name);
    let forms = FORMS.iter().flat_map(|(usual, full)| [*usual, *full]).filter(|form| *form != "委员会");
    let branch = forms.into_iter().find_map(|form| own.strip_suffix(form));
    // 县发展和改革委员会 is a body, 中共石桥镇委员会 the party's within one.
    let within = |b: &&str| party.is_some() && !b.ends_with("检查");
    let committee = || own.strip_suffix("委员会").filter(within);
    branch.or_else(committee).or_else(|| own.strip_suffix("人民政府")).unwrap_or(own)
}

/// Whether a body calls itself by a word of its kind: a 街道办事处 is 我街道, a college 我院 or 我校.
fn is_of_kind(body: &str, word: &str) -> bool {
    const SCHOOLS: [&str; 5] = ["学院", "大学", "中学", "小学", "学校"];
    match word {
        "单位" | "部门" | "机关" => false,
        "街道" => body.ends_with("街道") || body.ends_with("街道办事处"),
        "校" => [word, "校务", "校务委员会", "校委会"].iter().chain(&SCHOOLS).any(|w| body.ends_with(w)),
        "委" => body.ends_with("委员会") || body.ends_with(word),
        "办" => body.ends_with("办公室") || body.ends_with(word),
        "公司" => body.ends_with(word) || body.ends_with("集团"),
        _ => body.ends_with(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_party_branch_speaks_for_its_body() {
        for (issuer, name) in [
            ("中共星河县水利局党组", Some("星河县水利局")),
            ("中共星河县石桥镇委员会", Some("星河县石桥镇")),
            ("中共星河县人民医院委员会", Some("星河县人民医院")),
            ("石桥镇党委、石桥镇人民政府", Some("石桥镇")),
            ("中共星河县纪律检查委员会", Some("星河县纪律检查委员会")),
            ("星河县发展和改革委员会", Some("星河县发展和改革委员会")),
            ("中共星河县水利局党组 星河县水利局", Some("星河县水利局")),
            ("星河县水利局、星河县林业局", None),
        ] {
            assert_eq!(body(issuer), name, "{issuer}");
        }
    }

    #[test]
    fn a_body_calls_itself_by_its_kind() {
        for (body, word) in [
            ("县水利局", "局"),
            ("县师范学院", "院"),
            ("县师范学院", "校"),
            ("县委党校校务委员会", "校"),
            (body("中共星河县委党校校务委员会").unwrap_or_default(), "校"),
            (body("中共星河县委党校校委会").unwrap_or_default(), "校"),
            ("石桥镇", "镇"),
            ("城南街道办事处", "街道"),
        ] {
            assert!(is_of_kind(body, word), "{body} {word}");
        }
        for (body, word) in [("县医院", "局"), ("县医院", "校"), ("县水利局", "镇"), ("县水利局", "单位")]
        {
            assert!(!is_of_kind(body, word), "{body} {word}");
        }
    }
}
