//! Notices as they are found and not as they should be: no date, lines under the date, headings without an issue, dates
//! printed otherwise, contacts in other words; and what the report says of each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use gongkai::import::{Imported, Options, Reason, import};
use gongkai::model::Notice;
use kit::{proved, repo};

fn form(name: &str) -> String {
    std::fs::read_to_string(repo(&format!("tests/import/{name}.txt"))).unwrap()
}

/// The notice that the written files load as, once its export is known to be the very same text.
fn whole(text: &str, options: &Options) -> (Imported, Notice) {
    let (imported, mut site) = proved::imported(text, options);
    (imported, site.notices.remove(0))
}

fn dated() -> Options {
    Options { date: "2025-09-08".parse().ok(), ..Options::default() }
}

fn base() -> String {
    form("01-running-measures")
}

const SIGNED: &str = "中共云汀县档案馆支部委员会\n2025年9月8日\n";

fn last_measure(notice: &Notice) -> &str {
    &notice.issues.last().unwrap().measures.last().unwrap().text
}

// The foot ------------------------------------------------------------------------------------------------------------

#[test]
fn a_signature_without_a_date_is_a_signature() {
    for text in [base().replace("2025年9月8日\n", ""), base().replace("2025年9月8日\n", "打印本页\n")]
    {
        let (imported, notice) = whole(&text, &dated());
        assert_eq!((imported.report.issues, imported.report.measures), (3, 4));
        assert!(notice.layout.signature);
        assert_eq!(notice.layout.date_form.source(), "", "no date is printed");
        assert_eq!(notice.issuer, "中共云汀县档案馆支部委员会");
    }
}

#[test]
fn lines_under_the_date_stay_there() {
    let odd = "附件：整改台账\n　　（此件公开发布）\n云汀县档案馆办公室　2025年9月9日印发\n打印 关闭\n";
    let (imported, notice) = whole(&format!("{}{odd}", base()), &Options::default());
    assert_eq!((imported.report.issues, imported.report.measures), (3, 4));
    assert_eq!(notice.date.to_string(), "2025-09-08");
    assert_eq!(notice.postscript.unwrap().text.lines().filter(|l| !l.is_empty()).count(), 4);
    assert!(imported.report.prose_lines.ends_with(&[28, 29, 30, 31]));
}

#[test]
fn what_ends_the_text_is_never_part_of_the_last_measure() {
    let until = base().split("三、下一步打算").next().unwrap().to_owned();
    let contact = "联系电话:0000-1234567。\n";
    for end in [
        SIGNED.to_owned(),
        format!("{contact}{SIGNED}"),
        contact.to_owned(),
        String::new(),
        format!("{contact}打印本页\n"),
        "中共云汀县档案馆支部委员会\n".to_owned(),
        format!("{SIGNED}分享到:\n"),
        "附件:整改台账\n".to_owned(),
    ] {
        let (imported, notice) = whole(&format!("{until}{end}"), &dated());
        assert_eq!((imported.report.issues, imported.report.measures), (3, 4), "{end}");
        assert!(last_measure(&notice).ends_with("目前运行平稳。"), "{end}: {}", last_measure(&notice));
    }
}

#[test]
fn a_date_in_any_usual_form_is_the_date_and_comes_back_as_printed() {
    let forms = [
        ("2025年09月08日", "yyyy年mm月dd日"),
        ("二〇二五年九月八日", "[DBNum1]yyyy年m月d日"),
        ("2025.9.8", "yyyy.m.d"),
        ("2025-09-08", "yyyy-mm-dd"),
        ("2025/09/08", "yyyy/mm/dd"),
        ("2025 年 9 月 8 日", "yyyy 年 m 月 d 日"),
    ];
    for (printed, source) in forms {
        let (imported, notice) = whole(&base().replace("2025年9月8日", printed), &Options::default());
        assert_eq!(imported.report.issues, 3);
        assert_eq!(notice.date.to_string(), "2025-09-08", "{printed}");
        assert_eq!(notice.layout.date_form.source(), source);
    }
    for printed in ["二○二五年九月八日", "２０２５年９月８日", "2025年9月8日 "] {
        let (_, notice) = whole(&base().replace("2025年9月8日", printed), &Options::default());
        assert_eq!(notice.date.to_string(), "2025-09-08", "{printed}");
        assert!(!notice.layout.signature, "no form prints {printed:?}, so it stays prose");
    }
}

#[test]
fn a_signature_and_its_date_on_one_line_are_both_read() {
    let text = base().replace("委员会\n2025年9月8日\n", "委员会  2025年9月8日\n");
    let (_, notice) = whole(&text, &Options::default());
    assert_eq!(notice.date.to_string(), "2025-09-08");
    assert_eq!(notice.issuer, "中共云汀县档案馆支部委员会");
}

#[test]
fn a_list_of_annexes_closes_the_text_and_annexes_stand_under_the_date() {
    let until = base().split("三、下一步打算").next().unwrap().to_owned();
    let annexes = "附件1\n整改台账\n|序号|问题|\n|1|过期器材|\n";
    let text = format!("{until}特此通报。\n附件:1.整改台账\n2.销号清单\n{SIGNED}{annexes}");
    let (imported, notice) = whole(&text, &Options::default());
    assert_eq!((imported.report.headings, imported.report.measures), ([2, 2, 2], 4));
    assert!(last_measure(&notice).ends_with("目前运行平稳。"));
    assert!(notice.closing.unwrap().text.starts_with("特此通报。"));
    assert!(notice.postscript.unwrap().text.starts_with("附件1\n"));
}

#[test]
fn who_else_signs_is_no_part_of_the_last_measure() {
    let until = base().split("三、下一步打算").next().unwrap().to_owned();
    let text = format!("{until}中共云汀县档案馆支部委员会\n云汀县地方志编纂委员会\n2025年9月8日\n");
    let (_, notice) = whole(&text, &Options::default());
    assert_eq!(notice.issuer, "云汀县地方志编纂委员会");
    assert_eq!(notice.closing.as_ref().unwrap().text, "中共云汀县档案馆支部委员会\n");
    assert!(last_measure(&notice).ends_with("目前运行平稳。"));
}

#[test]
fn a_date_in_brackets_under_the_title_is_the_date() {
    let text = base().replace(SIGNED, "").replacen("通报\n", "通报\n（2025年9月8日）\n", 1);
    let (_, notice) = whole(&text, &Options::default());
    assert_eq!(notice.date.to_string(), "2025-09-08");
    assert!(!notice.layout.signature, "nothing is printed that was not");
}

// Headings without an issue ---------------------------------------------------------------------------------------------

#[test]
fn a_heading_without_an_issue_is_a_heading_and_no_part_of_the_measure_before() {
    let after_topic = base().replace(
        "(二)聚焦查阅服务方面\n2.",
        "2.关于目录更新迟缓的问题。\n已纳入明年计划。\n(二)聚焦查阅服务方面\n3.",
    );
    let before_topic = base().replace("方面\n2.", "方面\n2.关于目录更新迟缓的问题。\n已纳入明年计划。\n3.");
    let at_the_end = base().replace("三、下一步", "3.关于目录更新迟缓的问题。\n已纳入明年计划。\n三、下一步");
    for text in [after_topic, before_topic, at_the_end] {
        let (imported, notice) = whole(&text, &Options::default());
        assert_eq!((imported.report.headings, imported.report.measures), ([3, 2, 3], 4), "{text}");
        assert_eq!(imported.report.pins, 0);
        let nodes = notice.nodes();
        let node = nodes.iter().find(|n| n.heading == "关于目录更新迟缓的问题。").unwrap();
        assert_eq!(node.text.as_ref().unwrap().text, "已纳入明年计划。\n");
    }
}

#[test]
fn a_run_in_heading_after_an_issue_is_prose_in_its_place() {
    let run_in = "(三)加强日常管理。组织巡查12次,发现隐患3处。\n其余按月通报。\n三、下一步";
    let (imported, notice) = whole(&base().replace("三、下一步", run_in), &Options::default());
    assert_eq!((imported.report.headings, imported.report.measures), ([3, 2, 2], 4));
    assert!(last_measure(&notice).ends_with("目前运行平稳。"));
}

#[test]
fn a_list_inside_a_measure_stays_in_it() {
    for list in ["1.一楼库房2台。\n2.二楼库房4台。\n3.其余备用。", "1.一楼库房2台。\n2.二楼库房4台。"]
    {
        let text = base().replace("每日9时自动存档。", &format!("每日9时自动存档。\n{list}"));
        let (imported, notice) = whole(&text, &Options::default());
        assert_eq!((imported.report.headings, imported.report.measures), ([3, 2, 2], 4));
        assert!(notice.issues[0].measures[1].text.ends_with(list));
    }
}

#[test]
fn a_number_that_does_not_follow_is_left_in_the_measure_with_a_warning() {
    for line in ["9.关于其他问题。", "(14)其他措施另行公布。"] {
        let (imported, _) = whole(&base().replace("目前运行平稳。", line), &Options::default());
        let doubtful = &imported.report.doubtful;
        assert_eq!((doubtful.len(), doubtful[0].line, doubtful[0].text.as_str()), (1, 22, line));
    }
}

/// The name of a village over the issues of it prints no number, so it stays with the measure above, and is told.
#[test]
fn a_title_without_a_number_between_two_issues_is_told() {
    let lines = |between: &str| {
        let text = format!(
            "中共云汀县粮库支部委员会关于巡察整改进展情况的通报\n一、反馈问题整改落实情况\n（一）粮情检测不及时的问题。\n整改情况：\n保管科每三天测温一次。\n{between}\n（二）仓房漏雨的问题。\n整改情况：\n基建科翻修屋面3处。\n{SIGNED}"
        );
        let (imported, _) = whole(&text, &Options::default());
        assert_eq!((imported.report.issues, imported.report.measures), (2, 2), "{between}");
        imported.report.doubtful.iter().map(|place| (place.line, place.text.clone())).collect::<Vec<_>>()
    };
    for title in ["东仓村（党员41名）", "西仓粮站"] {
        assert_eq!(lines(title), [(6, title.to_owned())]);
    }
    for own in ["并逐日登记。", "责任单位：保管科", "更换电缆8根，疏通水沟2条", "完成情况：已完成"]
    {
        assert!(lines(own).is_empty(), "{own}");
    }
}

// Spaces and marks ------------------------------------------------------------------------------------------------------

#[test]
fn levels_may_be_indented_unevenly() {
    let indented = |line: &str| match line.chars().next() {
        Some('一' | '二' | '三') => line.to_owned(),
        _ => format!("　　{line}"),
    };
    let text = base().lines().map(indented).collect::<Vec<_>>().join("\n");
    let tabs = base().lines().map(|l| format!("\t{l}")).collect::<Vec<_>>().join("\n");
    let wide: String = base().replace("\n1.", "\n１．").replace("\n2.", "\n２．").replace("问题1", "问题１");
    for text in [text, tabs, wide, base().replace("整改进展情况:", "整改进展情况")] {
        let (imported, _) = whole(&text, &Options::default());
        let report = imported.report;
        assert_eq!((report.headings, report.issues, report.measures), ([3, 2, 2], 3, 4), "{text}");
    }
}

#[test]
fn a_space_after_a_number_belongs_to_the_number() {
    let spaced = base().replace("\n(1)", "\n(1) ").replace("\n(3)", "\n(3) ").replace("\n(4)", "\n(4) ");
    let (imported, notice) =
        whole(&spaced.replace("\n1.", "\n1. ").replace("\n2.", "\n2. "), &Options::default());
    assert_eq!((imported.report.headings, imported.report.measures), ([3, 2, 2], 4));
    assert!(notice.nodes().iter().all(|n| n.heading == n.heading.trim()));
    assert_eq!(
        notice.issues[0].measures[1].text, "(2)库房加装自动记录仪6台,每日9时自动存档。",
        "printed otherwise"
    );
}

#[test]
fn a_title_under_a_page_header_or_on_two_lines_is_found() {
    let title = "中共云汀县档案馆支部委员会关于巡察整改进展情况的通报";
    let header = format!("发布日期:2025-09-10 来源:县档案馆\n字号:大 中 小\n{}", base());
    let broken = base().replacen("委员会关于", "委员会\n关于", 1);
    for (text, is_field) in [(header, false), (broken, true)] {
        let (imported, notice) = whole(&text, &Options::default());
        assert_eq!((notice.title.as_str(), imported.report.title_printed), (title, is_field));
        assert_eq!(imported.report.measures, 4);
    }
}

/// Titles on lines of their own, and not sentences with their text run in, in a part that has no issue.
#[test]
fn titles_in_a_part_without_issues_are_headings_where_they_count_up_from_one() {
    let run_in = "(一)认领问题。反馈次日逐条认领,当场签字。\n(二)分清责任。每项措施写明牵头人的职务。\n";
    let sections = |first: &str, second: &str| {
        let text = base().replace(run_in, &format!("{first}\n{second}\n"));
        let (_, notice) = whole(&text, &Options::default());
        let headings = notice.outline[0].children.iter().map(|n| n.heading.clone());
        headings.collect::<Vec<_>>()
    };
    let (one, two) =
        ("(一)认领问题\n反馈次日逐条认领。", "(二)分清责任，限定时间\n每项措施写明牵头人的职务。");
    assert_eq!(sections(one, two), ["认领问题", "分清责任，限定时间"]);
    assert!(sections(one, "(三)分清责任\n每项措施写明牵头人的职务。").is_empty(), "the count breaks off");
    assert!(sections(one, "每项措施写明牵头人的职务。").is_empty(), "one alone");
    assert!(sections("(一)认领问题\n(二)分清责任", "(三)限定时间").is_empty(), "a list without a text");
    assert!(sections(one, "(二)分清责任。每项措施写明牵头人的职务。").is_empty(), "one is run in");
}

/// What asks for opinions, and which office takes them, leads up to the telephone.
#[test]
fn the_closing_begins_where_opinions_are_asked_for() {
    let said = "欢迎监督。联系电话:0000-1234567;";
    for first in ["如对以上情况有不同意见，请按下列方式反映。", "对上述整改情况有建议的，可与我们联系。"]
    {
        let text = base().replace(said, &format!("{first}\n受理部门：综合股\n联系电话:0000-1234567;"));
        let (_, notice) = whole(&text, &Options::default());
        assert!(notice.closing.unwrap().text.starts_with(first), "{first}");
    }
    let text = base().replace(said, "如有新问题，馆务会当日研究。\n联系电话:0000-1234567;");
    let (_, notice) = whole(&text, &Options::default());
    assert!(notice.closing.unwrap().text.starts_with("联系电话"), "a sentence of the plan is none of it");
}

// Contact and units -----------------------------------------------------------------------------------------------------

#[test]
fn a_contact_is_read_however_it_is_worded() {
    let said = "欢迎监督。联系电话:0000-1234567;通信地址:云汀县书院街3号;电子邮箱:dag@example.com。";
    let ways = [
        "欢迎监督。来电请拨0000-1234567(工作日),来信请寄云汀县书院街3号(邮编:000000),或发邮件至dag@example.com。",
        "联系方式:\n电话：0000-1234567\n邮寄地址：云汀县书院街3号\n邮编：000000\nE-mail：dag@example.com",
        "如有意见,请拨打0000-1234567,或邮寄至云汀县书院街3号,邮编000000,电子邮箱dag@example.com。",
        "欢迎致电 0000-1234567；来信请寄：云汀县书院街3号（邮政编码：000000）；电子邮件：dag@example.com。",
    ];
    for way in ways {
        let (imported, _) = whole(&base().replace(said, way), &Options::default());
        let found = imported.report.contact.unwrap();
        assert_eq!(found.phone.as_deref(), Some("0000-1234567"), "{way}");
        assert_eq!(found.address.as_deref(), Some("云汀县书院街3号"), "{way}");
        assert_eq!(found.email.as_deref(), Some("dag@example.com"), "{way}");
        assert_eq!(found.postcode.as_deref(), Some("000000"), "{way}");
    }
}

/// A mail address that lost its @ and a postcode that lost a figure are fields, so that a check can say what is wrong with them.
#[test]
fn a_damaged_contact_is_taken_in_and_told_by_check() {
    let dir = tempfile::tempdir().unwrap();
    let (file, root) = (dir.path().join("n.txt"), dir.path().to_str().unwrap());
    let text = base().replace("dag@example.com", "dagexample.com;邮政编码:00000");
    std::fs::write(&file, text).unwrap();
    kit::run(["import", file.to_str().unwrap(), "--slug", "n", "-C", root], 0);
    let out = kit::gongkai(["check", "--lang", "en", "--format", "short", "-C", root]).output().unwrap();
    let said = String::from_utf8(out.stdout).unwrap() + &String::from_utf8(out.stderr).unwrap();
    for wrong in ["dagexample.com", "00000"] {
        let told = said
            .lines()
            .any(|l| l.contains("contact-shape") && l.contains(wrong) && l.contains("notice.yaml"));
        assert!(told, "{wrong}: {said}");
    }
}

#[test]
fn a_unit_that_is_a_guess_stands_in_comments_only() {
    let text = base().replace("旧器材交由厂家回收", "旧器材由县应急管理局验收");
    let (imported, _) = whole(&text, &Options::default());
    let site = String::from_utf8(imported.site).unwrap();
    assert!(site.contains("\n# \u{20}\u{20}- id: u2\n#     name: 县应急管理局\n"), "{site}");
    assert!(site.contains("文中出现1次，首见第16行，把握不大"), "{site}");
    let units: Vec<_> = imported.report.units.iter().filter(|u| u.sure).collect();
    assert_eq!(units.len(), 1);
    assert_eq!(units[0].aliases, ["县档案馆"]);
    assert!(!site.contains("巡察"), "a team of inspectors is no unit: {site}");
}

#[test]
fn a_unit_that_no_measure_names_has_no_page() {
    let dir = tempfile::tempdir().unwrap();
    let (file, root) = (dir.path().join("n.txt"), dir.path().to_str().unwrap());
    std::fs::write(&file, base()).unwrap();
    kit::run(["import", file.to_str().unwrap(), "--slug", "n", "-C", root], 0);
    kit::run(["build", "--as-of", "2026-01-01", "-C", root], 0);
    assert!(dir.path().join("public/notices/n/index.html").exists());
    let units: Vec<_> = std::fs::read_dir(dir.path().join("public/units")).unwrap().collect();
    assert_eq!(units.len(), 1, "the page that says that there is none: {units:?}");
}

// What the report says ----------------------------------------------------------------------------------------------------

/// Runs the command on bytes; gives the exit code and all it said.
fn command(name: &str, bytes: &[u8], more: &[&str]) -> (i32, String) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let out = kit::gongkai(["import"])
        .arg(&file)
        .arg("-C")
        .arg(dir.path().join("site"))
        .args(more)
        .output()
        .unwrap();
    (out.status.code().unwrap(), format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr)))
}

#[test]
fn a_notice_of_which_no_issue_was_recognised_says_so_loudly_and_why() {
    let prose = form("11-prose-full-width");
    let no_label = base().replace("\n整改进展情况:\n(", "(").replace("\n(", "\n·(");
    let no_number = without(&base(), &['一', '二', '三', '(', '1', '2', '问']);
    let reasons = [
        (&prose, Options::default(), Reason::Neither),
        (&no_label, Options::default(), Reason::Label),
        (&no_number, dated(), Reason::Number),
    ];
    for (text, options, reason) in reasons {
        let imported = import(text, &options).unwrap();
        assert_eq!(imported.report.nothing.unwrap().reason, reason, "{text}");
    }
    let (code, said) = command("n.txt", no_label.as_bytes(), &[]);
    assert_eq!(code, 0);
    assert!(said.contains("warning: NO ISSUE WAS RECOGNISED"), "{said}");
    assert!(said.contains(" | 问题1:"), "{said}");
    assert!(said.contains("set numbering:"), "{said}");
}

fn without(text: &str, begins: &[char]) -> String {
    text.lines().filter(|l| !l.starts_with(begins)).map(|l| format!("{l}\n")).collect()
}

#[test]
fn issues_without_a_heading_hang_on_one_that_is_not_printed() {
    let text = without(&base(), &['一', '二', '三', '(', '1', '2']);
    let (_, notice) = whole(&text, &dated());
    let unprinted: Vec<bool> = notice.outline.iter().map(|node| node.printed).collect();
    assert_eq!((notice.issues.len(), unprinted), (3, vec![false]));
    let dir = tempfile::tempdir().unwrap();
    let (file, site) = (dir.path().join("n.txt"), dir.path().join("site"));
    std::fs::write(&file, &text).unwrap();
    let (file, root) = (file.to_str().unwrap(), site.to_str().unwrap());
    kit::run(["import", file, "-C", root, "--date", "2025-09-08", "--slug", "n"], 0);
    kit::run(["build", "-C", root, "--as-of", "2025-10-01"], 0);
    kit::run(["verify", site.join("public").to_str().unwrap(), "--notice", file], 0);
    let page = std::fs::read_to_string(site.join("public/notices/n/progress/index.html")).unwrap();
    let heading = &notice.outline[0].heading;
    assert!(page.contains(&format!("{heading}</th>")), "the table names it: {heading}");
}

#[test]
fn what_stayed_prose_is_told_with_its_lines() {
    let (imported, _) = whole(&base(), &Options::default());
    assert_eq!(imported.report.prose_stretches(), [(2, 2), (4, 6), (24, 25)]);
    assert_eq!((imported.report.prose_lines.len(), imported.report.lines), (6, 24));
    let spaced = base().trim_end().replace('\n', " \n\n");
    let options = Options { tidy_space: true, ..Options::default() };
    let report = import(&spaced, &options).unwrap().report;
    assert_eq!(report.prose_stretches()[0], (3, 3), "lines of the text as it came");
}

#[test]
fn a_contact_that_is_missing_is_a_warning() {
    let without: String =
        base().lines().filter(|l| !l.contains("联系电话")).map(|l| format!("{l}\n")).collect();
    let (code, said) = command("n.txt", without.as_bytes(), &[]);
    assert_eq!(code, 0);
    assert!(
        said.contains("warning: the end of the text gives no telephone, address, mail address"),
        "{said}"
    );
    let (_, said) = command("n.txt", base().as_bytes(), &[]);
    assert!(!said.contains("warning"), "{said}");
}

#[test]
fn a_file_that_is_no_plain_text_says_what_to_do_now() {
    let cases: [(&str, &[u8], &str, &str); 7] = [
        ("n.docx", b"PK\x03\x04\x14\0word/document.xml", "is damaged", "save it anew"),
        ("n.xlsx", b"PK\x03\x04\x14\0xl/workbook.xml", "is damaged or not what it seems", "save it anew"),
        ("n.pdf", b"%PDF-1.7\n", "is a PDF", "copy its whole text"),
        ("n.html", b"\r\n<!DOCTYPE html><html>", "has no words in it", "text recognition"),
        ("n.png", b"\x89PNG\r\n\x1a\n\0", "is a picture", "text recognition"),
        ("empty.txt", b"", "holds no text", "save it again"),
        ("spaces.txt", b" \r\n\r\n", "holds no text", "save it again"),
    ];
    for (name, bytes, what, hint) in cases {
        let (code, said) = command(name, bytes, &["--date", "2025-01-01", "--issuer", "某局"]);
        assert_eq!(code, 1, "{name}");
        assert!(said.contains(what) && said.contains(hint), "{name}: {said}");
    }
}

#[test]
fn a_text_cut_within_a_character_is_never_read_in_another_encoding() {
    for text in ["整", "整改", "abc整", &base()] {
        let bytes = text.trim_end().as_bytes();
        let (code, said) =
            command("n.txt", &bytes[..bytes.len() - 1], &["--date", "2025-01-01", "--issuer", "某局"]);
        assert_eq!(code, 1);
        assert!(said.contains("this is not whole UTF-8"), "{said}");
    }
    let gb = encoding_rs::GB18030.encode(&base()).0.into_owned();
    let (_, said) = command("n.txt", &gb, &[]);
    assert!(said.contains("the input was GB18030"), "{said}");
    assert!(said.contains("see that the first line is right: 中共云汀县档案馆支部委员会关于"), "{said}");
}
