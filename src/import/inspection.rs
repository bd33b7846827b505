//! Who inspected, when, and when the findings were given.

use chrono::NaiveDate;

use crate::model::Inspection;
use crate::zh::date::{is_as_of, joins};
use crate::zh::feedback::is_given;
use crate::zh::marks::is_quoted;
use crate::zh::mention::{Mention, mentions};
use crate::zh::sentence::is_pause;

/// Reads them in the first lines of a notice. A day that the text gives no year, or only a month, is left to a person.
pub fn read(head: &[&str]) -> Option<Inspection> {
    let text = head.join("\n");
    let by = team(&text)?;
    let days: Vec<Mention> = mentions(&text);
    let span = span(&text, &days);
    let given = feedback(&text, &days).filter(|day| span.is_none_or(|(_, to)| to <= *day));
    Some(Inspection { by, from: span.map(|s| s.0), to: span.map(|s| s.1), feedback: given })
}

fn day(m: &Mention) -> Option<NaiveDate> {
    m.day.and_then(|_| m.days()).map(|(day, _)| day)
}

/// From which day to which: 3月18日至4月21日, 始于3月1日，止于4月28日.
fn span(text: &str, days: &[Mention]) -> Option<(NaiveDate, NaiveDate)> {
    const TO: [&str; 3] = ["，止于", "，至", "，结束于"];
    days.windows(2).find_map(|w| {
        let between = text.get(w[0].range.end..w[1].range.start)?;
        let (from, to) = (day(&w[0])?, day(&w[1])?);
        let joined = joins(between) || TO.contains(&between);
        (joined && from <= to && is_of_the_inspection(text, &w[0])).then_some((from, to))
    })
}

/// Whether a period is that of the inspection, and not the one in which the body put things right: 集中整改期（6月5日至9月4日）.
fn is_of_the_inspection(text: &str, from: &Mention) -> bool {
    const OTHERS: [&str; 4] = ["整改", "公示", "公告", "督查"];
    let at = from.range.start;
    let lead = text[..at].rsplit(is_pause).next().unwrap_or_default();
    let ends = ['。', '\n'];
    let start = text[..at].rfind(ends).map_or(0, |n| n + text[n..].chars().next().map_or(1, char::len_utf8));
    let own = &text[start..text[at..].find(ends).map_or(text.len(), |n| at + n)];
    let inspected = ["巡察", "巡视", "进驻", "进点"].iter().any(|w| own.contains(w));
    inspected && !OTHERS.iter().any(|w| lead.contains(w))
}

/// The day on which the findings were given: the last before 反馈 in its sentence, or that of a line 反馈时间：.
fn feedback(text: &str, days: &[Mention]) -> Option<NaiveDate> {
    text.match_indices("反馈").find_map(|(at, word)| {
        let end = at + word.len();
        let told = labelled(text, end, days).or_else(|| {
            let before = days.iter().rfind(|m| m.range.end <= at)?;
            let words = &text[before.range.end..at];
            let own = !words.contains(['。', '；', ';', '\n']) && !is_as_of(&text[..before.range.start]);
            (own && is_given(words, &text[end..]) && !is_quoted(text, at)).then_some(before)
        })?;
        day(told)
    })
}

/// `反馈时间：2024年10月15日`, `收到反馈意见的时间，是2024年1月11日`.
fn labelled<'d>(text: &str, end: usize, days: &'d [Mention]) -> Option<&'d Mention> {
    let next = days.iter().find(|m| m.range.start >= end)?;
    let words = text[end..next.range.start].trim_start_matches(|c| "意见的".contains(c));
    let label = ["时间", "日期", "之日"].iter().find_map(|w| words.strip_prefix(w))?;
    label.chars().all(|c| "：:，,是为 \u{3000}".contains(c)).then_some(next)
}

/// `县委巡察三组`, `省委第二巡视组`, `学校党委第一巡察组`: the first team that a text names with whose it is, else the first.
fn team(text: &str) -> Option<String> {
    let teams = teams(text);
    let named = teams.iter().find(|t| !t.starts_with('巡') && !t.starts_with('第')).or(teams.first())?;
    // 县委（下称“县委”）第四巡察组
    let bare = named.split_once('（').and_then(|(whose, rest)| Some((whose, rest.split_once('）')?.1)));
    Some(bare.map_or_else(|| (*named).to_owned(), |(whose, team)| format!("{whose}{team}")))
}

fn teams(text: &str) -> Vec<&str> {
    let mut words: Vec<usize> =
        ["巡察", "巡视"].iter().flat_map(|w| text.match_indices(w)).map(|(at, _)| at).collect();
    words.sort_unstable();
    let one = |at: usize| {
        let after = &text[at + "巡察".len()..];
        let numeral = |c: char| "第一二三四五六七八九十0123456789".contains(c);
        let end = after.find('组').filter(|n| *n <= 9 && after[..*n].chars().all(numeral))?;
        let lead = text[..at].trim_end_matches(numeral);
        let from = lead.len() - whose(lead).len();
        Some(&text[from..at + "巡察".len() + end + "组".len()])
    };
    words.into_iter().filter_map(one).collect()
}

/// Whose team it is: the end of what stands before its number.
fn whose(lead: &str) -> &str {
    const PLACES: [&str; 9] = ["中央", "省委", "市委", "县委", "区委", "州委", "盟委", "旗委", "地委"];
    const BODIES: [&str; 5] = ["党委", "党组", "党工委", "工委", "委员会"];
    let whole = lead;
    let lead = lead.strip_suffix('）').and_then(|l| l.rsplit_once('（')).map_or(lead, |(own, _)| own);
    let end_of = |names: &[&str]| names.iter().find(|w| lead.ends_with(**w)).map(|w| lead.len() - w.len());
    if let Some(at) = end_of(&PLACES) {
        return &whole[at..];
    }
    let lead = whole;
    let Some(body) = end_of(&BODIES) else { return "" };
    let mark = |c: char| !c.is_alphanumeric() || c.is_ascii_digit();
    let from = lead[..body].rfind(mark).and_then(|at| Some(at + lead[at..].chars().next()?.len_utf8()));
    let from = from.unwrap_or_default();
    // What is left of a day: 11日学校党委.
    let day = if lead[..from].ends_with(|c: char| c.is_ascii_digit()) {
        ['年', '月', '日'].as_slice()
    } else {
        &[]
    };
    let named = lead[from..body].trim_start_matches(day);
    let name = behind_words(named);
    if name.chars().count() <= 12 { &lead[body - name.len()..] } else { &lead[body..] }
}

/// A name without what leads up to it: 近期学校, 根据集团公司.
fn behind_words(text: &str) -> &str {
    const WORDS: [&str; 18] = [
        "由",
        "经",
        "受",
        "向",
        "被",
        "对",
        "接受",
        "根据",
        "按照",
        "近期",
        "日前",
        "近日",
        "此前",
        "随后",
        "期间",
        "以来",
        "上半年",
        "下半年",
    ];
    /// How names begin that such a word begins too.
    const NAMES: [&str; 5] = ["经济", "经贸", "经信", "经开", "对外"];
    let ends = WORDS.iter().flat_map(|w| text.match_indices(w));
    let free = ends.filter(|(at, _)| !NAMES.iter().any(|name| text[*at..].starts_with(name)));
    free.map(|(at, word)| &text[at + word.len()..]).min_by_key(|rest| rest.len()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_is_named_with_the_body_that_sent_it() {
        for (text, by) in [
            ("3月3日至4月11日，县委巡察三组对县粮库开展了巡察", "县委巡察三组"),
            ("2025年3月3日至4月11日学校党委第一巡察组对后勤处开展了专项巡察", "学校党委第一巡察组"),
            ("3月3日，由集团公司党委第二巡察组进驻", "集团公司党委第二巡察组"),
            ("近期，省国资委党委第3巡察组对公司开展了机动巡察", "省国资委党委第3巡察组"),
            ("中共星河县委（下称“县委”）第四巡察组进驻开展常规巡察", "县委第四巡察组"),
            ("根据党委统一部署，党委第二巡察组对总务处开展了巡察", "党委第二巡察组"),
            ("按照巡视整改要求，省委第六巡视组对厅党组开展了常规巡视", "省委第六巡视组"),
            ("2025年3月，中央第九巡视组对集团党组开展了提级巡视", "中央第九巡视组"),
            ("自治州州委巡察一组对局党组开展巡察", "州委巡察一组"),
            ("根据对外贸易学院党委第一巡察组的意见", "对外贸易学院党委第一巡察组"),
            ("经高新区党工委批准，高新区党工委巡察二组进驻", "高新区党工委巡察二组"),
        ] {
            assert_eq!(team(text).as_deref(), Some(by), "{text}");
        }
        assert_eq!(team("成立巡视整改工作领导小组，组长由书记担任"), None);
    }

    #[test]
    fn an_inspection_from_above_has_its_days_too() {
        for kind in ["巡视", "常规巡视", "专项巡视", "机动巡视", "提级巡察", "常规巡察"]
        {
            let team = if kind.ends_with("视") { "巡视组" } else { "巡察组" };
            let text = format!(
                "2025年3月3日至4月11日，省委第六{team}对省粮库党组开展了{kind}。5月20日，省委第六{team}反馈了意见。"
            );
            let found = read(&[&text]).expect("it names a team");
            let days = [found.from, found.to, found.feedback].map(|d| d.map(|d| d.to_string()));
            let all = ["2025-03-03", "2025-04-11", "2025-05-20"].map(|d| Some(d.to_owned()));
            assert_eq!((found.by, days), (format!("省委第六{team}"), all), "{kind}");
        }
    }

    #[test]
    fn the_time_for_putting_right_is_none_of_the_inspection() {
        let days = |text: &str| read(&[text]).and_then(|i| i.from).map(|d| d.to_string());
        let team = "2024年3月上旬，县委第七巡察组开展巡察，6月4日反馈意见。";
        assert_eq!(days(&format!("{team}现通报集中整改期（6月5日至9月4日）的工作。")), None);
        let measure = "2024年3月1日，县委第七巡察组开展巡察。\n7月8日至8月23日，逐户核查旧账。";
        assert_eq!(days(measure), None);
        let told = "2024年3月1日至4月2日，县委第七巡察组开展巡察。整改期为6月5日至9月4日。";
        assert_eq!(days(told).as_deref(), Some("2024-03-01"));
    }

    #[test]
    fn the_findings_were_given_on_the_day_that_stands_before_them() {
        for (text, day) in [
            (
                "县委第六巡察组对县民政局党组的巡察，始于2023年3月1日，止于4月28日，5月25日反馈意见。",
                Some("2023-05-25"),
            ),
            ("区委巡察组的工作于2025年4月25日结束，5月16日反馈意见。", Some("2025-05-16")),
            ("县委第四巡察组进驻。\n2023年12月5日，巡察组向镇党委反馈了巡察意见。", Some("2023-12-05")),
            ("2024年春，县委第七巡察组到我镇巡察；6月13日，巡察意见反馈到镇党委。", Some("2024-06-13")),
            (
                "区委第二巡察组巡察的时间，是2023年10月16日至12月15日；收到反馈意见的时间，是2024年1月11日。",
                Some("2024-01-11"),
            ),
            ("2024年3月上旬至4月下旬，县委第七巡察组对局党组开展巡察，6月4日反馈意见。", Some("2024-06-04")),
            ("巡察单位：县委巡察组\n反馈时间：2024年10月15日", Some("2024-10-15")),
            (
                "找出的毛病由县委第二巡察组于2024年11月6日当面反馈，巡察时间为9月2日至9月13日。",
                Some("2024-11-06"),
            ),
            ("今年3月，区委巡察二组开展了巡察，4月29日反馈了意见。", None),
            ("市委第七巡察组于2024年2月26日至4月26日进行巡察，5月底反馈意见。", None),
            ("县委第一巡察组进驻。2024年5月6日，局党组召开会议研究反馈意见整改方案。", None),
            ("县委第一巡察组进驻。2024年5月6日，局党组传达反馈意见。", None),
            ("县委第一巡察组进驻。截至2024年5月6日，反馈的12个问题已办结9个。", None),
            ("县委第一巡察组进驻。到2024年5月6日，反馈的12个问题已办结9个。", None),
            ("县委第一巡察组2024年5月6日反馈的12个问题已全部认领。", Some("2024-05-06")),
        ] {
            let lines: Vec<&str> = text.split('\n').collect();
            let found = read(&lines).and_then(|i| i.feedback).map(|d| d.to_string());
            assert_eq!(found.as_deref(), day, "{text}");
        }
        let whole = read(&["巡察组的同志住了十二天，由县委第二巡察组当面反馈。"]).expect("it names a team");
        assert_eq!(whole.by, "县委第二巡察组");
    }
}
