//! Issues that neither a label nor the words of their titles tell: what is one, and what only looks like one and stays prose.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use gongkai::import::Options;
use gongkai::model::Notice;
use kit::proved;

/// A notice of these lines; its export is the very same text.
fn notice(lines: &[&str]) -> Notice {
    let head = ["中共云汀县粮库支部委员会关于巡察整改进展情况的通报", "现将整改进展情况通报如下。"];
    let foot = ["中共云汀县粮库支部委员会", "2025年9月8日"];
    let text = [&head, lines, &foot].concat().join("\n") + "\n";
    proved::imported(&text, &Options::default()).1.notices.remove(0)
}

/// Titles of the issues and how many measures each has.
fn issues(notice: &Notice) -> Vec<(&str, usize)> {
    notice.issues.iter().map(|i| (i.title.as_str(), i.measures.len())).collect()
}

#[test]
fn titles_that_name_faults_over_numbered_measures_are_issues() {
    let found = notice(&[
        "一、反馈问题整改落实情况",
        "1.粮情检测不够及时。",
        "（1）保管科每三天测温一次。",
        "（2）保管科更换测温电缆8根。",
        "2.仓房维修欠账较多，雨季渗漏时有发生，台账缺失。",
        "（3）基建科翻修屋面3处。",
    ]);
    assert_eq!(
        issues(&found),
        [("粮情检测不够及时。", 2), ("仓房维修欠账较多，雨季渗漏时有发生，台账缺失。", 1)]
    );
}

#[test]
fn an_issue_without_a_label_between_two_that_have_one_is_no_part_of_the_first() {
    let found = notice(&[
        "一、反馈问题整改落实情况",
        "问题1：粮情检测不够及时。",
        "整改情况：保管科每三天测温一次。",
        "问题2：仓房维修滞后。",
        "基建科翻修屋面3处。",
        "问题3：值班记录不全。",
        "整改情况：办公室统一印制值班簿。",
    ]);
    assert_eq!(issues(&found), [("粮情检测不够及时。", 1), ("仓房维修滞后。", 1), ("值班记录不全。", 1)]);
}

/// A number that is printed twice or left out is for a check to tell; the issue is one all the same, and its number stays.
#[test]
fn a_misprinted_number_makes_no_issue_a_part_of_the_one_before() {
    let found = notice(&[
        "一、反馈问题整改落实情况",
        "问题1：粮情检测不够及时。",
        "保管科每三天测温一次。",
        "问题2：仓房维修滞后。",
        "基建科翻修屋面3处。",
        "问题4：值班记录不全。",
        "办公室统一印制值班簿。",
        "问题4：账目公开不及时。",
        "财务科每月公布收支。",
    ]);
    assert_eq!(found.issues.len(), 4);
    let found = notice(&[
        "一、反馈问题整改落实情况",
        "1.粮情检测不够及时。",
        "（1）保管科每三天测温一次。",
        "2.仓房维修滞后。",
        "（2）基建科翻修屋面3处。",
        "2.值班记录不全。",
        "（2）办公室统一印制值班簿。",
        "4.账目公开不及时。",
        "（4）财务科每月公布收支。",
    ]);
    assert_eq!(found.issues.len(), 4);
}

#[test]
fn each_level_of_numbers_may_stand_for_the_issues() {
    let cases: [(&str, &[&str], &[usize]); 9] = [
        (
            "（1） under （一）, over paragraphs",
            &[
                "一、反馈问题整改落实情况",
                "（一）聚焦储粮安全方面",
                "（1）关于“粮情检测走形式”的问题。",
                "一是保管科每三天测温一次。二是更换测温电缆8根。",
                "（2）关于“仓房维修欠账多”的问题。",
                "一是基建科翻修屋面3处。",
                "二是逐仓更换密封条。",
                "（二）聚焦队伍建设方面",
                "（3）关于“值班记录不全”的问题。",
                "办公室统一印制值班簿。",
            ],
            &[1, 1, 1],
        ),
        (
            "（一） counted through, over 1.",
            &[
                "一、储粮安全方面",
                "（一）粮情检测不够及时。",
                "1.保管科每三天测温一次。",
                "2.14个仓房已更换测温电缆。",
                "（二）仓房维修滞后，渗漏时有发生。",
                "1.6栋仓房翻修屋面，4月完工。",
                "2.35名保管员逐仓检查。",
                "3.基建科更换密封条。",
                "二、队伍建设方面",
                "（三）值班制度执行不严。",
                "1.5月起，办公室统一印制值班簿。",
            ],
            &[2, 3, 1],
        ),
        (
            "a space behind the number",
            &[
                "一、反馈问题整改落实情况",
                "（一）储粮安全方面",
                "问题1 粮情检测不及时",
                "整改情况：①保管科每三天测温一次。②更换测温电缆8根。",
                "问题2 仓房维修跟不上",
                "整改情况：①基建科翻修屋面3处。",
                "（二）队伍建设方面",
                "问题3 值班记录有缺漏",
                "整改情况：①办公室统一印制值班簿。",
            ],
            &[2, 1, 1],
        ),
        (
            "（一） over lists",
            &[
                "一、反馈问题整改落实情况",
                "（一）粮情检测不够及时",
                "一是保管科每三天测温一次。二是更换测温电缆8根。",
                "（二）仓房维修滞后",
                "4月，基建科翻修屋面3处。",
                "（三）值班记录不全",
                "一是办公室统一印制值班簿。",
            ],
            &[1, 1, 1],
        ),
        (
            "（一） over dashes",
            &[
                "支部把3个问题细化为5项整改措施。",
                "一、反馈问题整改落实情况",
                "（一）粮情检测不够及时",
                "——保管科每三天测温一次。",
                "——更换测温电缆8根。",
                "（二）仓房维修滞后",
                "——基建科翻修屋面3处。",
                "——逐仓更换密封条。",
                "（三）值班记录不全",
                "——办公室统一印制值班簿。",
            ],
            &[2, 2, 1],
        ),
        (
            "1. over a list in one paragraph",
            &[
                "一、反馈问题整改落实情况",
                "1.粮情检测不及时",
                "一是保管科每三天测温一次。",
                "2.仓房维修滞后",
                "一是基建科翻修屋面3处。",
            ],
            &[1, 1],
        ),
        (
            "a number in brackets",
            &[
                "一、反馈问题整改落实情况",
                "（一）储粮安全方面",
                "【问题一】粮情检测走过场（牵头：周仓平）",
                "1.保管科每三天测温一次。",
                "2.更换测温电缆8根。",
                "【问题二】仓房维修欠账（牵头：周仓平）",
                "1.基建科翻修屋面3处。",
                "（二）队伍建设方面",
                "【问题三】值班记录不全（牵头：葛粟）",
                "1.办公室统一印制值班簿。",
                "2.党支部每月抽查。",
            ],
            &[2, 1, 2],
        ),
        (
            "what counts on with a figure of its own",
            &[
                "一、反馈问题整改落实情况",
                "1.粮情检测不够及时。",
                "（1）保管科每三天测温一次。",
                "2.12345热线办理拖沓。",
                "（1）办公室专人接办。",
                "3.9个仓房账实不符。",
                "（1）财务科重新盘点。",
            ],
            &[1, 1, 1],
        ),
        (
            "a heading in brackets behind the last",
            &[
                "【逐项整改情况】",
                "问题一　粮情检测不及时",
                "整改情况：",
                "①保管科每三天测温一次。",
                "②更换测温电缆8根。",
                "问题二　仓房维修滞后",
                "整改情况：",
                "①基建科翻修屋面3处。",
                "【后续安排】",
                "支部每月听取一次汇报。",
            ],
            &[2, 1],
        ),
    ];
    for (what, lines, counts) in cases {
        let found = notice(lines);
        let measures: Vec<usize> = found.issues.iter().map(|i| i.measures.len()).collect();
        assert_eq!(measures, counts, "{what}");
        let last = found.issues.last().unwrap().measures.last().unwrap();
        assert!(!last.text.contains('【') && !last.text.contains("每月听取"), "{what}");
    }
}

/// `2.地址：…` counts on with the last measure and is none.
#[test]
fn a_list_of_ways_to_reach_somebody_closes_the_notice() {
    let found = notice(&[
        "一、反馈问题整改落实情况",
        "（一）粮情检测不够及时。",
        "1.保管科每三天测温一次。",
        "（二）仓房维修滞后。",
        "1.基建科翻修屋面3处。",
        "欢迎干部群众监督，可通过以下方式反映意见。",
        "1.电话：0000-1234567",
        "2.通信地址：云汀县粮仓街3号",
    ]);
    assert_eq!(issues(&found), [("粮情检测不够及时。", 1), ("仓房维修滞后。", 1)]);
    assert_eq!(found.issues[1].measures[0].text, "基建科翻修屋面3处。");
    assert!(found.closing.unwrap().text.contains("粮仓街3号"));
}

#[test]
fn what_only_looks_like_issues_stays_prose() {
    let cases: [(&str, &[&str]); 18] = [
        (
            "what was done",
            &[
                "一、主要成效",
                "（1）解决了测温不及时的问题。",
                "保管科已配备探头。",
                "（2）解决了雨季渗漏的问题。",
                "基建科已经翻修。",
            ],
        ),
        (
            "headings over titles that only paragraphs tell of",
            &[
                "一、整改情况",
                "（一）落实责任不到位方面",
                "1.粮情检测不及时。",
                "保管科每三天测温。",
                "（二）作风不实方面",
                "2.值班记录不全。",
                "办公室统一印制。",
            ],
        ),
        (
            "duties over 1.",
            &[
                "一、组织落实情况",
                "（一）压实整改责任。",
                "1.支部书记任组长。",
                "2.委员分片包干。",
                "（二）强化督导检查。",
                "1.每月督查一次。",
            ],
        ),
        (
            "duties over lists",
            &["一、组织落实情况", "1.压实整改责任", "一是书记带头。", "2.强化督导检查", "一是每月督查。"],
        ),
        (
            "a list of what was found, over no account",
            &[
                "自查发现：",
                "（1）粮情检测不够及时的问题；",
                "（2）仓房维修滞后的问题；",
                "（3）值班记录不全的问题。",
            ],
        ),
        (
            "faults over paragraphs that no list tells of",
            &[
                "一、存在的差距",
                "（一）学习不够深入",
                "少数党员满足于读原文。",
                "（二）检测不够及时",
                "雨季尤其明显。",
            ],
        ),
        (
            "what is still to be done, over 1.",
            &[
                "一、下一步打算",
                "（一）粮情检测设备尚不齐全。",
                "1.保管科年底前购置。",
                "（二）仓房维修滞后。",
                "1.基建科明年翻修。",
            ],
        ),
        (
            "decimals",
            &["一、整改成效", "（一）资金不足。", "1.5万元缺口已补。", "（二）欠租较多。", "2.5万元已追回。"],
        ),
        (
            "duties, no faults",
            &[
                "一、组织落实情况",
                "1.压实整改责任。",
                "（1）支部书记任组长。",
                "2.突出问题导向，从严督查。",
                "（2）每月督查一次。",
            ],
        ),
        ("one alone", &["一、反馈问题整改落实情况", "1.粮情检测不够及时。", "（1）保管科每三天测温一次。"]),
        (
            "a number that does not go on",
            &[
                "一、反馈问题整改落实情况",
                "1.粮情检测不够及时。",
                "（1）保管科每三天测温一次。",
                "7.仓房维修滞后。",
                "（2）基建科翻修屋面3处。",
            ],
        ),
        (
            "measures whose numbers do not go on",
            &[
                "一、反馈问题整改落实情况",
                "1.粮情检测不够及时。",
                "（6）保管科每三天测温一次。",
                "2.仓房维修滞后。",
                "（31）基建科翻修屋面3处。",
            ],
        ),
        (
            "what is still to be done",
            &[
                "一、下一步打算",
                "1.粮情检测设备尚不齐全。",
                "（1）保管科年底前购置。",
                "2.仓房维修滞后。",
                "（2）基建科明年翻修。",
            ],
        ),
        (
            "sentences run in",
            &[
                "一、整改落实情况",
                "1.粮情检测不够及时。保管科已经补测。",
                "（1）测温一次。",
                "2.仓房维修滞后。基建科已经翻修。",
                "（2）翻修3处。",
            ],
        ),
        (
            "a list of what was found",
            &[
                "自查发现以下问题。",
                "问题1：粮情检测不够及时。",
                "问题2：仓房维修滞后。",
                "问题3：值班记录不全。",
                "以上问题均已列入清单。",
            ],
        ),
        (
            "questions and answers",
            &["问题1：售粮要带什么证件？", "带身份证。", "问题2：几点开始收粮？", "上午八时开始。"],
        ),
        ("one numbered issue", &["问题1：粮情检测不够及时。", "保管科每三天测温一次。"]),
        (
            "run in behind the number",
            &[
                "问题1：粮情检测不够及时。保管科每三天测温一次。",
                "库区另装探头。",
                "问题2：仓房维修滞后。基建科翻修屋面3处。",
                "雨季前完工。",
            ],
        ),
    ];
    for (what, lines) in cases {
        assert_eq!(issues(&notice(lines)), [], "{what}");
    }
}

#[test]
fn a_list_of_faults_within_a_measure_stays_in_it() {
    let found = notice(&[
        "一、反馈问题整改落实情况",
        "问题1：粮情检测不够及时。",
        "整改情况：保管科自查，逐项改正：",
        "1.测温记录不全。",
        "（1）补记12次，补签8次。",
        "2.电缆老化严重。",
        "（1）更换8根。",
        "问题2：仓房维修滞后。",
        "整改情况：基建科翻修屋面3处。",
    ]);
    assert_eq!(issues(&found), [("粮情检测不够及时。", 1), ("仓房维修滞后。", 1)]);
    assert_eq!(found.issues[0].measures[0].text.lines().count(), 5);
    assert_eq!(found.nodes().len(), 1, "no line of the list is a heading");
}

#[test]
fn titles_over_paragraphs_that_end_in_who_answers_or_how_far_it_is_are_issues() {
    let found = notice(&[
        "一、整改组织情况",
        "1.健全机制",
        "支部每月听取一次汇报。",
        "2.压实责任",
        "支部委员分片包干。",
        "二、反馈问题整改情况",
        "1.粮情检测与季节变化脱节",
        "保管科每三天测温一次。",
        "保管科更换测温电缆8根。",
        "责任单位：保管科",
        "完成情况：已完成",
        "2.仓房维修欠账",
        "基建科翻修屋面3处。",
        "完成情况：已完成",
    ]);
    assert_eq!(issues(&found), [("粮情检测与季节变化脱节", 1), ("仓房维修欠账", 1)]);
}

#[test]
fn a_completion_line_under_each_measure_is_none_of_the_issue() {
    let found = notice(&[
        "一、反馈问题整改情况",
        "问题1：粮情检测不够及时。",
        "整改情况：",
        "（1）保管科每三天测温一次。",
        "完成情况：正在推进",
        "（2）保管科更换测温电缆8根。",
        "完成情况：已完成",
        "问题2：仓房维修滞后。",
        "整改情况：",
        "（1）基建科翻修屋面3处。",
        "完成情况：已完成",
    ]);
    assert_eq!(issues(&found), [("粮情检测不够及时。", 2), ("仓房维修滞后。", 1)]);
    assert_eq!(found.issues[0].completion, None);
    assert_eq!(found.issues[0].measures[1].text, "保管科更换测温电缆8根。\n完成情况：已完成");
    assert_eq!(found.issues[1].completion.as_deref(), Some("已完成"));
}
