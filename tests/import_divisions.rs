//! What stands above all other headings: 第一部分 and titles in brackets; and what only looks so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use gongkai::import::{Imported, Options};
use gongkai::model::{Level, Notice};
use kit::proved;

/// A notice of these lines; its export is the very same text.
fn whole(lines: &[&str]) -> (Imported, Notice) {
    let head = ["中共云汀县粮库支部委员会关于巡察整改进展情况的通报", "现将整改进展情况通报如下。"];
    let foot = ["中共云汀县粮库支部委员会", "2025年9月8日"];
    let text = [&head, lines, &foot].concat().join("\n") + "\n";
    let (imported, mut site) = proved::imported(&text, &Options::default());
    (imported, site.notices.remove(0))
}

/// Headings, issues and measures.
fn counts(imported: &Imported) -> ([usize; 3], usize, usize) {
    (imported.report.headings, imported.report.issues, imported.report.measures)
}

fn headings(notice: &Notice, level: Level) -> Vec<&str> {
    notice.nodes().into_iter().filter(|n| n.level == level).map(|n| n.heading.as_str()).collect()
}

const DIVIDED: [&str; 20] = [
    "第一部分　总体情况",
    "支部成立专班，列出措施5条。",
    "第二部分　具体问题的整改情况",
    "一、粮情检测方面（2个问题）",
    "问题1：粮情检测不及时。",
    "①保管科每三天测温一次。",
    "②更换测温电缆8根。",
    "问题2：台账不全。",
    "①保管科补登台账。",
    "二、仓房维修方面（1个问题）",
    "问题3：仓房维修滞后。",
    "①基建科翻修屋面3处。",
    "②疏通排水沟2条。",
    "第三部分　下一步安排",
    "支部每月听取一次汇报。",
    "公告期间如对整改情况有意见，可通过以下任一方式告诉我们：",
    "一、来电：0000-1234567，上班时间为周一至周五8:00至11:40、14:10至17:40。",
    "二、来信：县粮库综合科收，地址为云汀县粮仓街3号，邮政编码000000。",
    "三、邮件：lk@example.com。",
    "四、来访：县粮库2号楼206室。",
];

#[test]
fn divisions_stand_above_parts_and_a_list_of_ways_to_reach_somebody_is_none() {
    let (imported, notice) = whole(&DIVIDED);
    assert_eq!(counts(&imported), ([3, 2, 0], 3, 5));
    assert_eq!(imported.report.pins, 0);
    assert_eq!(headings(&notice, Level::Part), ["总体情况", "具体问题的整改情况", "下一步安排"]);
    assert_eq!(headings(&notice, Level::Section), ["粮情检测方面（2个问题）", "仓房维修方面（1个问题）"]);
    assert_eq!(notice.issues[2].measures[1].text, "疏通排水沟2条。");
    assert_eq!(notice.outline[2].text.as_ref().unwrap().text, "支部每月听取一次汇报。\n");
    assert!(notice.closing.unwrap().text.starts_with("公告期间"));
    let contact = notice.contact.unwrap();
    assert_eq!(contact.phone.as_deref(), Some("0000-1234567"));
    assert_eq!(contact.address.as_deref(), Some("云汀县粮仓街3号"));
    assert_eq!(contact.postcode.as_deref(), Some("000000"));
    assert_eq!(contact.email.as_deref(), Some("lk@example.com"));
    assert_eq!(contact.hours.as_deref(), Some("周一至周五8:00至11:40、14:10至17:40"));
}

#[test]
fn divisions_are_printed_in_several_ways() {
    for gap in ["", " ", "：", "、"] {
        let lines = DIVIDED.map(|line| line.replace("部分　", &format!("部分{gap}")));
        let (imported, notice) = whole(&lines.each_ref().map(String::as_str));
        assert_eq!(counts(&imported), ([3, 2, 0], 3, 5), "{gap}");
        assert_eq!(headings(&notice, Level::Part)[2], "下一步安排", "{gap}");
    }
    let one_apart = DIVIDED.map(|line| line.replace("第三部分　", "第三部分 "));
    assert_eq!(counts(&whole(&one_apart.each_ref().map(String::as_str)).0), ([3, 2, 0], 3, 5));
}

/// 一、 counts on from division to division, or from one again; （一） stands between both, and 1. may stand for the issues.
#[test]
fn each_level_may_stand_under_a_division() {
    let sections = [
        "第一部分　整改任务完成情况",
        "一、学习方面",
        "（一）学习不及时的问题。",
        "整改情况：",
        "1.支部每月学习一次。",
        "二、管理方面",
        "（二）台账不全的问题。",
        "整改情况：",
        "1.保管科补登台账。",
        "第二部分　未完成的问题",
        "一、维修方面",
        "（三）仓房漏雨的问题。",
        "整改情况：",
        "1.基建科翻修屋面。",
        "一、东仓3处。",
        "二、西仓2处。",
    ];
    let (imported, notice) = whole(&sections);
    assert_eq!(counts(&imported).0, [2, 3, 0]);
    assert_eq!(headings(&notice, Level::Section), ["学习方面", "管理方面", "维修方面"]);
    assert!(notice.issues[2].measures[0].text.ends_with("二、西仓2处。"));
    let directly = [
        "第一部分　总体情况",
        "一、组织领导",
        "支部成立专班。",
        "二、任务分工",
        "每条措施有人负责。",
        "第二部分　整改情况",
        "1.关于学习不及时的问题。",
        "支部每月学习一次。",
        "2.关于台账不全的问题。",
        "保管科补登台账。",
    ];
    let (imported, notice) = whole(&directly);
    assert_eq!(counts(&imported), ([2, 2, 0], 2, 2));
    assert_eq!(headings(&notice, Level::Section), ["组织领导", "任务分工"]);
}

#[test]
fn a_text_without_issues_has_divisions_too() {
    let lines = ["第一部分　主要做法", "支部成立专班。", "第二部分　下一步打算", "继续抓好整改。"];
    assert_eq!(counts(&whole(&lines).0), ([2, 0, 0], 0, 0));
    let lines = ["【主要做法】", "支部成立专班。", "【下一步打算】", "继续抓好整改。"];
    assert_eq!(counts(&whole(&lines).0), ([2, 0, 0], 0, 0));
}

#[test]
fn one_line_is_no_division_and_a_sentence_is_none() {
    let issue = ["一、反馈问题整改落实情况", "问题1：租金收缴不及时。", "①财务科分两批催收。"];
    for line in ["第一部分　商铺租金", "第一部分租金已收回，第二部分分期缴纳。"] {
        let (imported, notice) = whole(&[&issue[..], &[line]].concat());
        assert_eq!(counts(&imported), ([1, 0, 0], 1, 1), "{line}");
        assert!(notice.issues[0].measures[0].text.ends_with(line), "{line}");
    }
}

const BRACKETED: [&str; 12] = [
    "【总体情况】",
    "支部成立专班，列出措施3条。",
    "【问题整改情况】",
    "问题一　粮情检测不及时",
    "整改情况：",
    "①保管科每三天测温一次。",
    "②更换测温电缆8根。",
    "问题二　仓房维修滞后",
    "整改情况：",
    "①基建科翻修屋面3处。",
    "【下一步打算】",
    "支部每月听取一次汇报。",
];

#[test]
fn titles_in_brackets_part_a_notice_and_print_as_they_are() {
    let (imported, notice) = whole(&BRACKETED);
    assert_eq!(counts(&imported), ([3, 0, 0], 2, 3));
    assert_eq!(imported.report.pins, 0);
    assert_eq!(headings(&notice, Level::Part), ["【总体情况】", "【问题整改情况】", "【下一步打算】"]);
    assert!(notice.outline.iter().all(|node| node.printed) && notice.numbering.part.is_none());
    assert_eq!(notice.outline[2].text.as_ref().unwrap().text, "支部每月听取一次汇报。\n");
    let mut parted = BRACKETED.to_vec();
    parted.insert(7, "二、维修方面");
    parted.insert(3, "一、检测方面");
    let (imported, notice) = whole(&parted);
    assert_eq!(counts(&imported), ([3, 2, 0], 2, 3));
    assert_eq!(headings(&notice, Level::Section), ["检测方面", "维修方面"]);
}

/// A label of each issue, a title within a measure, and titles under 一、 part nothing.
#[test]
fn brackets_within_issues_and_parts_are_no_divisions() {
    let labels = [
        "一、反馈问题整改落实情况",
        "问题1：粮情检测不及时。",
        "【反馈问题】",
        "整改情况：",
        "①保管科每三天测温一次。",
        "【完成时限】",
        "6月底。",
        "问题2：仓房维修滞后。",
        "整改情况：",
        "①基建科翻修屋面3处。",
        "【完成时限】",
        "9月底。",
    ];
    let (imported, notice) = whole(&labels);
    assert_eq!(counts(&imported).0, [1, 0, 0]);
    assert_eq!(headings(&notice, Level::Part), ["反馈问题整改落实情况"]);
    let mut within = BRACKETED.to_vec();
    within.insert(6, "【长期坚持】");
    let (imported, notice) = whole(&within);
    assert_eq!((imported.report.issues, imported.report.measures), (2, 3), "nothing is lost to a title");
    assert!(notice.issues[0].measures[0].text.ends_with("【长期坚持】"));
    let under = [
        "一、总体情况",
        "【组织领导】",
        "支部成立专班。",
        "【任务分工】",
        "每条措施有人负责。",
        "二、整改情况",
        "问题1：粮情检测不及时。",
        "①保管科每三天测温一次。",
    ];
    assert_eq!(counts(&whole(&under).0), ([2, 0, 0], 1, 1));
}

/// 壹、 or 壹 with a space stands above parts as 第一部分 does, and the last of them ends the last issue.
#[test]
fn formal_numerals_part_a_notice() {
    for gap in ["、", "　", " ", "．"] {
        let lines = DIVIDED.map(|line| {
            let parts = [("第一部分　", "壹"), ("第二部分　", "贰"), ("第三部分　", "叁")];
            let own = parts.iter().find_map(|(from, to)| Some((to, line.strip_prefix(from)?)));
            own.map_or_else(|| line.to_owned(), |(n, title)| format!("{n}{gap}{title}"))
        });
        let (imported, notice) = whole(&lines.each_ref().map(String::as_str));
        assert_eq!(counts(&imported), ([3, 2, 0], 3, 5), "{gap}");
        assert_eq!(imported.report.pins, 0);
        assert_eq!(headings(&notice, Level::Part), ["总体情况", "具体问题的整改情况", "下一步安排"], "{gap}");
        assert_eq!(notice.numbering.part.as_ref().unwrap().print(4), format!("肆{gap}"));
        assert_eq!(notice.outline[2].text.as_ref().unwrap().text, "支部每月听取一次汇报。\n");
    }
    let uneven = [
        "壹　总体情况",
        "支部成立专班。",
        "贰　整改情况",
        "（一）粮情检测不够及时。",
        "1.保管科每三天测温一次。",
        "（二）仓房维修滞后。",
        "1.基建科翻修屋面3处。",
        "叁、今后努力方向，抓好常态长效",
        "支部每月听取一次汇报。",
    ];
    let (imported, notice) = whole(&uneven);
    assert_eq!(counts(&imported), ([3, 0, 0], 2, 2));
    assert_eq!(imported.report.pins, 1, "printed otherwise, it stays in its text");
    assert_eq!(headings(&notice, Level::Part)[2], "叁、今后努力方向，抓好常态长效");
    assert_eq!(notice.issues[1].measures[0].text, "基建科翻修屋面3处。");
    let none = ["壹、主要做法", "支部成立专班。", "贰、下一步打算", "继续抓好整改。"];
    assert_eq!(counts(&whole(&none).0), ([2, 0, 0], 0, 0));
}

#[test]
fn one_formal_numeral_and_a_sentence_are_no_division() {
    let issue = ["一、反馈问题整改落实情况", "问题1：租金收缴不及时。", "①财务科分两批催收。"];
    for line in ["叁、东仓商铺", "伍　建仓", "壹、东仓已收回。\n贰、西仓分期缴纳。"]
    {
        let within: Vec<&str> = line.split('\n').collect();
        let (imported, notice) = whole(&[&issue[..], &within].concat());
        assert_eq!(counts(&imported), ([1, 0, 0], 1, 1), "{line}");
        assert!(notice.issues[0].measures[0].text.ends_with(line), "{line}");
    }
}

#[test]
fn an_issue_may_be_numbered_in_more_ways_and_account_for_itself_in_more() {
    for (first, second, label) in [
        ("反馈问题1：粮情检测不及时", "反馈问题2：台账不全", "整改落实："),
        ("问题（一）　粮情检测不及时", "问题（二）　台账不全", "整改举措："),
        ("巡察反馈问题一：粮情检测不及时", "巡察反馈问题二：台账不全", "整改做法："),
    ] {
        let (imported, notice) = whole(&[
            "一、整改情况",
            first,
            label,
            "①保管科说“勤测温。”②更换测温电缆8根。",
            second,
            label,
            "①保管科补登台账。",
        ]);
        assert_eq!(counts(&imported), ([1, 0, 0], 2, 3), "{first}");
        assert_eq!(notice.issues[1].title, "台账不全");
    }
    // Where nothing else stands under the titles, 完成情况：… is what was done.
    let (imported, notice) = whole(&[
        "一、整改情况",
        "问题一：粮情检测不及时",
        "完成情况：1.保管科每三天测温一次。2.更换电缆8根。",
        "问题二：台账不全",
        "完成情况：保管科补登台账。",
    ]);
    assert_eq!(counts(&imported), ([1, 0, 0], 2, 2));
    assert_eq!(notice.issues[1].completion, None);
    let (_, notice) = whole(&[
        "一、整改情况",
        "问题一：粮情检测不及时",
        "整改情况：保管科每三天测温一次。",
        "完成情况：已完成。",
        "问题二：台账不全",
        "整改情况：保管科补登台账。",
        "完成情况：已完成。",
    ]);
    assert_eq!(notice.issues[1].completion.as_deref(), Some("已完成。"));
}

#[test]
fn aspects_that_are_counted_stand_over_issues() {
    let (imported, notice) = whole(&[
        "一、整改情况",
        "第一方面：粮情检测，账目管理方面",
        "1.关于粮情检测不及时的问题",
        "整改情况：保管科每三天测温一次。",
        "第二方面：仓房维修方面",
        "2.关于仓房维修滞后的问题",
        "整改情况：基建科翻修屋面3处。",
    ]);
    assert_eq!(counts(&imported), ([1, 2, 0], 2, 2));
    let sections = headings(&notice, Level::Section);
    assert_eq!(sections, ["粮情检测，账目管理方面", "仓房维修方面"]);
    assert_eq!(notice.issues[0].measures[0].text, "保管科每三天测温一次。");
    // What a measure did first is no heading.
    let (imported, _) = whole(&[
        "一、整改情况",
        "1.关于粮情检测不及时的问题",
        "整改情况：保管科分两步测温。",
        "第一方面：每三天测温一次，更换电缆8根。",
    ]);
    assert_eq!(counts(&imported), ([1, 0, 0], 1, 1));
}

#[test]
fn who_answers_by_name_may_stand_between_a_title_and_its_measures() {
    let (imported, notice) = whole(&[
        "一、整改情况",
        "（一）粮情检测不及时",
        "（责任领导：施望舒；承办：保管科）",
        "1.每三天测温一次。",
        "2.更换电缆8根。",
        "（二）台账管理不规范",
        "（责任领导：梅若谷；承办：财务科）",
        "1.补登台账6本。",
    ]);
    assert_eq!(counts(&imported), ([1, 0, 0], 2, 3));
    assert_eq!(notice.issues[1].measures[0].text, "补登台账6本。");
}

#[test]
fn measures_may_be_numbered_in_words() {
    let (imported, notice) = whole(&[
        "一、整改情况",
        "1.粮情检测不及时",
        "措施一：每三天测温一次。",
        "措施二：更换电缆8根。",
        "2.台账管理不规范",
        "措施一：补登台账6本。",
    ]);
    assert_eq!(counts(&imported), ([1, 0, 0], 2, 3));
    assert_eq!(notice.issues[0].measures[1].text, "更换电缆8根。");
}
