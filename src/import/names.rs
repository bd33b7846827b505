//! The name of a body at the head of a phrase, or behind a verb or a person in it, by how names begin and end.

const STARTS: [&str; 7] = ["中共", "县", "市", "区", "镇", "乡", "省"];
const ENDS: [&str; 29] = [
    "局",
    "委宣传部",
    "委组织部",
    "委办公室",
    "中心",
    "公司",
    "社科联",
    "文联",
    "联合会",
    "管委会",
    "委员会",
    "支队",
    "档案馆",
    "图书馆",
    "文化馆",
    "博物馆",
    "国资委",
    "卫健委",
    "发改委",
    "编办",
    "政府办公室",
    "大队",
    "残联",
    "妇联",
    "供销社",
    "法院",
    "检察院",
    "学院",
    "大学",
];
/// What goes on with a name that ends in 中心: 镇中心小学.
const CENTRES: [&str; 5] = ["小学", "学校", "幼儿园", "卫生院", "敬老院"];
/// What speaks of every body of a sort, not of one.
const SORTS: [&str; 11] =
    ["乡镇", "镇村", "县乡", "县直", "市直", "区直", "县级", "市级", "区级", "省级", "区域"];
/// What goes on with the name of the body that such a team is sent to.
const TEAMS: [&str; 2] = ["纪检监察组", "派驻纪检监察组"];
/// What stands before the body that a team is sent to.
const SENT: [&str; 4] = ["监委驻", "纪委驻", "派驻", "监委派"];
/// How the full names of Party bodies begin.
pub const PARTY: &str = "中共";
/// How names end that begin with it.
const PARTY_ENDS: [&str; 4] = ["委员会", "委宣传部", "委组织部", "委办公室"];
/// Words after which a name may begin, and which no name runs over.
const VERBS: [&str; 28] = [
    "来", "报", "向", "对", "了", "由", "在", "给", "为", "请", "经", "到", "从", "把", "被", "让", "将",
    "与", "和", "同", "及", "会同", "联合", "督促", "要求", "协调", "委托", "根据",
];
/// Parts of names that hold one of those words.
const NAMES: [&str; 20] = [
    "报社",
    "情报",
    "未来",
    "对外",
    "经济",
    "经信",
    "经贸",
    "和信息",
    "和改革",
    "和城",
    "和社会",
    "和旅游",
    "和草",
    "和规划",
    "和体育",
    "和科技",
    "和数据",
    "和大数据",
    "联合会",
    "为民",
];

/// The stretches between marks.
pub fn phrases(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| "，,。.；;、：:（）()“”《》【】|\n 　\t".contains(c))
}

/// The body that a phrase begins with, or names after a verb: `县融媒体中心` of `县融媒体中心召开会议` and of
/// `由县融媒体中心牵头`. A team of inspectors is none.
pub fn unit_name(phrase: &str) -> Option<&str> {
    // 2024年县审计局审计
    let phrase = phrase.trim_start_matches(|c: char| c.is_ascii_digit() || "年月日".contains(c));
    let end = ENDS.iter().filter_map(|e| phrase.find(e).map(|at| at + e.len())).min()?;
    // 县纪委监委驻县水利局 of 县纪委监委驻县水利局纪检监察组 is no body.
    let team = TEAMS.iter().find(|team| phrase[end..].starts_with(**team)).map_or(0, |team| team.len());
    if team == 0 && SENT.iter().any(|word| phrase[..end].contains(word)) {
        return None;
    }
    let school = |tail: &&&str| phrase[..end].ends_with("中心") && phrase[end..].starts_with(**tail);
    let end = end + team + CENTRES.iter().find(school).map_or(0, |tail| tail.len());
    let mut name = &phrase[..end];
    for (at, verb) in VERBS.iter().flat_map(|v| phrase[..end].match_indices(v)) {
        let rest = &phrase[at + verb.len()..end];
        if rest.len() < name.len() && begins(rest) {
            name = rest;
        }
    }
    name = behind_person(name);
    if let Some(office) = name.strip_prefix(PARTY).filter(|_| !PARTY_ENDS.iter().any(|e| name.ends_with(e))) {
        // 中共…县水利局 of 中共…县水利局党组: the office is called without it.
        name = office;
    }
    let fits = (begins(name) || phrase.starts_with(PARTY)) && (3..=20).contains(&name.chars().count());
    // 镇中心 is a place.
    let one =
        !SORTS.iter().any(|w| name.starts_with(w)) && (!name.ends_with("中心") || name.chars().count() > 3);
    (fits && one && !runs_over(name) && !["巡察", "巡视"].iter().any(|w| name.contains(w))).then_some(name)
}

/// What is named behind a person who acts on it: 县发展和改革局 of 县政府分管领导召集县发展和改革局. No body is called by those words.
fn behind_person(name: &str) -> &str {
    const PERSONS: [&str; 11] = [
        "分管领导",
        "主要领导",
        "班子成员",
        "负责人",
        "负责同志",
        "书记",
        "县长",
        "市长",
        "区长",
        "局长",
        "主任",
    ];
    let person = PERSONS.iter().filter_map(|w| name.rfind(w).map(|at| at + w.len())).max();
    let Some(behind) = person.map(|at| &name[at..]) else { return name };
    behind.char_indices().map(|(at, _)| &behind[at..]).find(|rest| begins(rest)).unwrap_or_default()
}

fn begins(name: &str) -> bool {
    STARTS.iter().any(|s| name.starts_with(s))
}

/// Whether a name holds a word that none does.
pub fn runs_over(name: &str) -> bool {
    let bare = NAMES.iter().fold(name.to_owned(), |bare, known| bare.replace(known, ""));
    VERBS.iter().any(|v| bare.contains(v))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_runs_over_no_verb_and_is_no_team_of_inspectors() {
        assert_eq!(unit_name("县图书馆召开会议"), Some("县图书馆"));
        assert_eq!(unit_name("由县人力资源和社会保障局牵头"), Some("县人力资源和社会保障局"));
        assert_eq!(unit_name("县领导到县园林局调研"), Some("县园林局"));
        assert_eq!(unit_name("县政府分管领导召集县发展和改革局"), Some("县发展和改革局"));
        assert_eq!(unit_name("县委书记带队检查县园林局"), Some("县园林局"));
        assert_eq!(unit_name("市园林局局长约谈县档案局负责人"), Some("市园林局"));
        assert_eq!(unit_name("县政府分管领导召集档案局"), None);
        assert_eq!(unit_name("县里对档案局"), None);
        assert_eq!(unit_name("省农业职业学院方志农教授来局讲课"), Some("省农业职业学院"));
        assert_eq!(unit_name("方教授来县园林局讲课"), Some("县园林局"));
        assert_eq!(unit_name("在镇中心小学演练"), Some("镇中心小学"));
        assert_eq!(unit_name("在镇中心搭台"), None);
        assert_eq!(unit_name("乡镇便民服务中心延时开放"), None);
        assert_eq!(unit_name("会同县自然资源和规划局核图"), Some("县自然资源和规划局"));
        assert_eq!(unit_name("2024年县审计局查出"), Some("县审计局"));
        assert_eq!(unit_name("报市国资委备案"), Some("市国资委"));
        assert_eq!(unit_name("县政府办公室印发方案"), Some("县政府办公室"));
        assert_eq!(unit_name("对县农业综合行政执法大队负责人诫勉"), Some("县农业综合行政执法大队"));
        assert_eq!(unit_name("县文联委托县园林局验收"), Some("县文联"));
        assert_eq!(unit_name("县农场委托县园林局验收"), Some("县园林局"));
        assert_eq!(unit_name("县纪委监委驻县园林局纪检监察组约谈"), Some("县纪委监委驻县园林局纪检监察组"));
        assert_eq!(unit_name("县纪委监委派驻县园林局人员"), None);
        assert_eq!(unit_name("驻马店市园林局"), None, "no name begins so");
        assert_eq!(unit_name("县委巡察组向园林局"), None);
        assert_eq!(unit_name("县委巡察办公室与县委办公室"), Some("县委办公室"));
        assert_eq!(unit_name("中共安澜县水利局党组高度重视"), Some("安澜县水利局"));
        assert_eq!(unit_name("中共安澜县委组织部牵头"), Some("中共安澜县委组织部"));
    }
}
