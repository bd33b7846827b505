//! Every form of notice seen in the wild, in short notices of invented bodies: what import recognises, that what it
//! does not recognise stays prose in its place, and that nothing is lost either way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use gongkai::export::txt;
use gongkai::import::{Imported, Options, import};
use gongkai::load::load;
use gongkai::model::Notice;
use gongkai::text::RawFile;
use kit::repo;

/// Form, then parts, sections, topics, issues, measures, pins.
const FORMS: [(&str, [usize; 6]); 20] = [
    ("01-running-measures", [3, 2, 2, 3, 4, 0]),
    ("02-one-is-two-is", [3, 1, 2, 3, 3, 0]),
    ("03-nested-numbers", [2, 0, 0, 4, 6, 4]),
    ("04-feedback-and-paragraphs", [1, 0, 0, 2, 2, 0]),
    ("05-items-and-years", [1, 0, 0, 5, 5, 0]),
    ("06-issue-with-dot", [2, 1, 0, 2, 3, 0]),
    ("07-cms-header", [3, 2, 0, 3, 3, 0]),
    ("08-totals", [2, 0, 0, 4, 4, 0]),
    ("09-audit", [3, 0, 0, 3, 3, 0]),
    ("10-one-issue", [1, 0, 0, 1, 1, 0]),
    ("11-prose-full-width", [0, 0, 0, 0, 0, 0]),
    ("12-full-width-circled", [1, 1, 2, 3, 5, 0]),
    ("13-restart-with-jump", [1, 2, 3, 3, 5, 2]),
    ("14-prose-parts", [3, 0, 0, 0, 0, 0]),
    ("15-one-issue-numberless", [2, 0, 0, 0, 0, 0]),
    ("16-title-on-three-lines", [1, 0, 0, 2, 3, 0]),
    ("17-measures-on-one-line", [1, 0, 0, 3, 7, 0]),
    ("18-other-numbers-in-one-issue", [1, 0, 0, 4, 9, 4]),
    ("19-faults-over-measures", [3, 2, 0, 4, 6, 0]),
    ("20-issues-over-paragraphs", [3, 2, 0, 3, 3, 0]),
];

fn form(name: &str) -> String {
    std::fs::read_to_string(repo(&format!("tests/import/{name}.txt"))).unwrap()
}

fn imported(text: &str, options: &Options) -> Imported {
    import(text, options).unwrap_or_else(|refused| panic!("{refused:?}"))
}

/// The notice that the written files load as.
fn notice(imported: &Imported) -> Notice {
    let site = ("site.yaml".to_owned(), imported.site.clone());
    let files = imported.files.iter().chain([&site]);
    let raw = files.map(|(path, bytes)| RawFile { path: path.clone(), bytes: bytes.clone() }).collect();
    let loaded = load(raw);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded.site.unwrap().notices.remove(0)
}

fn counts(imported: &Imported) -> [usize; 6] {
    let r = &imported.report;
    [r.headings[0], r.headings[1], r.headings[2], r.issues, r.measures, r.pins]
}

#[test]
fn each_form_comes_back_byte_for_byte_with_the_structure_it_has() {
    let mut wrong = Vec::new();
    for (name, expected) in FORMS {
        let text = form(name);
        let imported = imported(&text, &Options::default());
        assert_eq!(txt::export(&notice(&imported)), text, "{name}");
        if counts(&imported) != expected {
            wrong.push(format!("{name}: {:?}, not {expected:?}", counts(&imported)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_is_two_is_stay_in_their_measure_and_completion_has_its_field() {
    let notice = notice(&imported(&form("02-one-is-two-is"), &Options::default()));
    let completion: Vec<_> = notice.issues.iter().map(|i| i.completion.as_deref().unwrap()).collect();
    assert_eq!(completion, ["已完成", "已完成并长期坚持", "正在整改"]);
    assert_eq!(notice.numbering.completion, "完成情况:");
    assert_eq!((notice.numbering.label.as_str(), notice.numbering.label_inline), ("整改情况:", true));
    let second = &notice.issues[1].measures[0].text;
    assert_eq!(second.split('\n').count(), 2);
    assert!(second.starts_with("一是") && second.contains("\n二是"));
}

#[test]
fn what_is_not_recognised_stays_prose_and_the_report_says_how_much() {
    for (name, _) in FORMS.iter().filter(|(_, counts)| *counts == [0; 6]) {
        let text = form(name);
        let imported = imported(&text, &Options::default());
        let report = &imported.report;
        assert_eq!(report.structured, 0, "{name}");
        let opening = notice(&imported).opening.unwrap();
        assert!(gongkai::md::lines(&opening.text).len() > 1, "{name}");
        let lines: Vec<usize> = text.lines().map(|l| l.trim().chars().count()).filter(|n| *n > 0).collect();
        let title = if report.title_printed { report.title.chars().count() } else { 0 };
        let body: usize = lines[..lines.len() - 2].iter().sum();
        assert_eq!(report.prose, body - title, "{name}");
    }
    let report = imported(&form("01-running-measures"), &Options::default()).report;
    assert!(report.structured > report.prose / 2, "{report:?}");
}

#[test]
fn measures_on_one_line_are_measures_where_their_numbers_count_on() {
    let found = notice(&imported(&form("17-measures-on-one-line"), &Options::default()));
    let texts = |at: usize| found.issues[at].measures.iter().map(|m| m.text.as_str()).collect::<Vec<_>>();
    assert_eq!(texts(0), ["县图书馆把闭馆时间推迟到21时。", "增设自习座位60个；", "每月公布一次到馆人数。"]);
    let second = "县图书馆开通荐购信箱，答复读者荐购37条。";
    assert_eq!((texts(1).len(), texts(1)[1]), (2, second), "after a line that the first goes on with");
    assert!(texts(2)[0].ends_with("（2）二楼28盏。"), "a list within a measure stays in it");
    let otherwise = form("17-measures-on-one-line").replacen("（2）增设", "(2)增设", 1);
    let odd = notice(&imported(&otherwise, &Options::default()));
    assert_eq!(odd.issues[0].measures.len(), 3, "a number in other brackets keeps them");
    assert_eq!(txt::export(&odd), otherwise);
    assert!(found.issues[0].measures[1].runs_on && !found.issues[2].measures[1].runs_on);
}

/// Where most issues count （1）, one that counts ①②③ has as many measures; a list under words of its own stays in its measure.
#[test]
fn an_issue_that_counts_otherwise_has_its_measures_too() {
    let found = notice(&imported(&form("18-other-numbers-in-one-issue"), &Options::default()));
    let texts = |at: usize| found.issues[at].measures.iter().map(|m| m.text.as_str()).collect::<Vec<_>>();
    assert_eq!(
        texts(1),
        [
            "①县供水公司更换老旧管道3公里。",
            "②规划股完成分区计量方案。\n方案已经论证。",
            "③县供水公司建立夜间巡检制度。"
        ]
    );
    assert_eq!(texts(3).len(), 1, "{:?}", texts(3));
    assert_eq!(texts(2).len(), 3, "⑴ within a numbered measure begins none: {:?}", texts(2));
}

#[test]
fn a_title_on_several_lines_is_one_title() {
    let form = form("16-title-on-three-lines");
    let found = notice(&imported(&form, &Options::default()));
    assert_eq!(found.title, "中共云汀县畜牧站支部委员会关于县委第四巡察组巡察反馈意见整改情况的通报");
    assert_eq!(
        found.layout.title_lines(&found.title).iter().map(|(_, line)| *line).collect::<Vec<_>>(),
        ["中共云汀县畜牧站支部委员会", "关于县委第四巡察组巡察反馈意见", "整改情况的通报"]
    );
    assert_eq!(found.layout.indent, "\u{3000}\u{3000}", "the title hides no indent of paragraphs");
    let opening = found.opening.unwrap();
    assert_eq!(gongkai::md::lines(&opening.text).len(), 1, "{}", opening.text);

    let of = form.replacen("　　　　　中共云汀县畜牧站支部委员会\n", "", 1).replacen(
        "关于县委第四巡察组巡察",
        "关于县畜牧站支部巡察",
        1,
    );
    let found = notice(&imported(&of, &Options::default()));
    assert_eq!(
        (found.title.as_str(), found.layout.title_breaks.len()),
        ("关于县畜牧站支部巡察反馈意见整改情况的通报", 1)
    );
    let numbered = format!("云汀畜发〔2025〕7号\n{form}");
    let found = notice(&imported(&numbered, &Options::default()));
    assert!(!found.title.contains('〔'), "the number of a document is no part of its title: {}", found.title);
    assert_eq!(txt::export(&found), numbered);

    let header = form.replacen("中共云汀县畜牧站支部委员会\n", "云汀党建网首页\n", 1);
    let found = notice(&imported(&header, &Options::default()));
    assert!(found.layout.title_breaks.is_empty(), "the header of a web page is no line of a title");
    assert_eq!(txt::export(&found), header);
}

#[test]
fn fields_beside_the_prose_are_read_from_it() {
    let report = imported(&form("01-running-measures"), &Options::default()).report;
    let inspection = report.inspection.unwrap();
    let days = [inspection.from, inspection.to, inspection.feedback].map(|d| d.unwrap().to_string());
    assert_eq!(
        (inspection.by.as_str(), days),
        ("县委巡察二组", ["2025-03-03", "2025-04-11", "2025-05-20"].map(str::to_owned))
    );
    let contact = report.contact.unwrap();
    assert_eq!(contact.phone.unwrap(), "0000-1234567");
    assert_eq!(contact.address.unwrap(), "云汀县书院街3号");
    assert_eq!(contact.email.unwrap(), "dag@example.com");
    assert_eq!(
        (report.issuer.as_str(), report.date.to_string().as_str()),
        ("中共云汀县档案馆支部委员会", "2025-09-08")
    );
    assert!(
        report.units.iter().any(|u| u.name == "县档案馆" || u.aliases.contains(&"县档案馆".to_owned())),
        "{:?}",
        report.units
    );
}

/// The same notice with the marks of the web (half width) or of print (full width), and other numerals.
#[test]
fn half_and_full_width_marks_and_every_numeral_give_the_same_structure() {
    let base = form("01-running-measures");
    let wide =
        base.replace(',', "，").replace(':', "：").replace(';', "；").replace('(', "（").replace(')', "）");
    let circled =
        base.replace("\n(1)", "\n①").replace("\n(2)", "\n②").replace("\n(3)", "\n③").replace("\n(4)", "\n④");
    let bracketed = circled.replace('①', "⑴").replace('②', "⑵").replace('③', "⑶").replace('④', "⑷");
    let spelt = base.replace("问题1", "问题一").replace("问题2", "问题二").replace("问题3", "问题三");
    let comma = base.replace("\n1.", "\n1、").replace("\n2.", "\n2、");
    let spaced = base.trim_end().replace('\n', "\n\n　　");
    for (name, text) in
        [("wide", wide), ("circled", circled), ("bracketed", bracketed), ("spelt", spelt), ("comma", comma)]
    {
        let imported = imported(&text, &Options::default());
        assert_eq!(counts(&imported), FORMS[0].1, "{name}");
        assert_eq!(txt::export(&notice(&imported)), text, "{name}");
    }
    let imported = imported(&spaced, &Options::default());
    assert_eq!(counts(&imported), FORMS[0].1, "indented, with empty lines");
    assert_eq!(txt::export(&notice(&imported)), spaced);
}

#[test]
fn editing_one_measure_changes_its_lines_of_the_export_and_no_other() {
    let text = form("01-running-measures");
    let mut imported = imported(&text, &Options::default());
    let (_, file) = imported
        .files
        .iter_mut()
        .find(|(path, _)| path.ends_with("03-issue-3.md") || path.ends_with("03-issue-3.yaml"))
        .unwrap();
    let edited = String::from_utf8(file.clone()).unwrap().replace("87人次", "91人次");
    *file = edited.into_bytes();
    let now = txt::export(&notice(&imported));
    let changed: Vec<_> = text.lines().zip(now.lines()).filter(|(a, b)| a != b).collect();
    assert_eq!(text.lines().count(), now.lines().count());
    assert_eq!(
        changed,
        [("(4)县档案馆实行午间轮值,首月接待群众87人次。", "(4)县档案馆实行午间轮值,首月接待群众91人次。")]
    );
}

#[test]
fn text_full_of_markdown_and_yaml_comes_through() {
    let odd = [
        "*星号* _下划线_ `反引号` ~~删去~~ **粗。**后文",
        "# 井号 > 大于 | 竖线 [方括号](圆括号) ![图](x.png)",
        "> 引用",
        "- 减号",
        "+ 加号",
        "* 星",
        "1. 数字一",
        "1) 数字二",
        "---",
        "===",
        "***",
        "```",
        "~~~",
        "{{ contact.phone }} {% if %} \\{{ {#",
        "反斜杠 \\ \\* \\n 结尾\\",
        "<b>标签</b> <script>alert(1)</script> &amp; &#35; &copy;",
        "| 一 | 二 |",
        "|甲|乙|",
        "|---|---|",
        "key: value # 注释",
        "'单引号' \"双引号\"",
        "@艾特 %百分 !叹号 &锚 ? 问",
        "\u{3000}前有全角空格",
        "  前有两个空格",
        "    前有四个空格",
        "https://example.com/a_b_c?x=1&y=2",
        "null",
        "~",
        "true",
        "[x]: https://example.com",
        "[^1]: 脚注",
        "\u{2028}行分隔符\u{85}",
        "表\t符",
    ];
    let at = form("01-running-measures");
    let (head, tail) = at.split_once("目前运行平稳。\n").unwrap();
    let prose = at.replace("县档案馆把整改列入每周馆务会第一项议题。", &odd.join("\n"));
    for text in [format!("{head}{}\n{tail}", odd.join("\n")), prose] {
        let imported = imported(&text, &Options::default());
        assert_eq!(counts(&imported), FORMS[0].1);
        assert_eq!(txt::export(&notice(&imported)), text);
    }
    for line in odd {
        for around in [format!("{head}{line}\n{tail}"), at.replace("县档案馆将继续抓好后续整改。", line)]
        {
            assert_eq!(txt::export(&notice(&imported(&around, &Options::default()))), around, "{line}");
        }
    }
}

#[test]
fn a_status_inferred_from_wording_waits_for_a_person() {
    let options = Options { suggest_status: true, ..Options::default() };
    let imported = imported(&form("02-one-is-two-is"), &options);
    let files: String = imported.files.iter().map(|(_, b)| String::from_utf8_lossy(b).into_owned()).collect();
    assert_eq!(files.matches("status_basis: wording").count(), 3);
    for key in ["status: done\n", "status: done_ongoing\n", "status: in_progress\n"] {
        assert_eq!(files.matches(key).count(), 1, "{key}");
    }
    let notice = notice(&imported);
    let json = gongkai::export::json::export(&notice, "2026-01-01".parse().unwrap());
    let record: serde_json::Value = serde_json::from_str(&json).unwrap();
    for issue in record["issues"].as_array().unwrap() {
        assert_eq!(issue["status"], "not_stated");
        assert_eq!(issue["measures"][0]["status"], "not_stated");
    }
}

/// What an office saves as plain text.
#[test]
fn a_notice_in_the_encodings_of_offices_is_taken_in() {
    let text = form("02-one-is-two-is");
    let gb = encoding_rs::GB18030.encode(&text.replace('\n', "\r\n")).0.into_owned();
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (bytes, name) in [(gb, "GB18030"), (wide, "UTF-16LE")] {
        let dir = tempfile::tempdir().unwrap();
        let (file, root) = (dir.path().join("notice.txt"), dir.path().to_str().unwrap());
        std::fs::write(&file, bytes).unwrap();
        let said = kit::run(["import", file.to_str().unwrap(), "--slug", "n", "-C", root], 0);
        assert!(kit::text(&said.stdout).contains(&format!("the input was {name}")));
        let back = kit::run(["export", "n", "--format", "txt", "-C", root], 0);
        assert_eq!(kit::text(&back.stdout), text);
    }
}

// Refusals -----------------------------------------------------------------------------------------------------------

/// Runs the command on a text; gives exit code, standard output and error, and whether anything was written.
fn command(text: &str, more: &[&str]) -> (i32, String, String, bool) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("notice.txt");
    std::fs::write(&file, text).unwrap();
    let site = dir.path().join("site");
    let out = kit::gongkai(["import"]).arg(&file).arg("-C").arg(&site).args(more).output().unwrap();
    let text = |bytes: &[u8]| kit::text(bytes).to_owned();
    (out.status.code().unwrap(), text(&out.stdout), text(&out.stderr), site.exists())
}

#[test]
fn the_command_names_the_hours_that_it_writes() {
    let text = form("20-issues-over-paragraphs").replace("0000-1234567", "0000-1234567（工作日8:30—17:30）");
    let (code, out, err, written) = command(&text, &[]);
    assert!(code == 0 && written && out.contains("Hours: 工作日8:30—17:30"), "{out}{err}");
}

#[test]
fn a_notice_that_cannot_be_reproduced_is_refused_with_the_lines_and_nothing_is_written() {
    let base = form("01-running-measures");
    let uneven = base.replacen("二、整改", "\n二、整改", 1);
    let (code, shown, error, written) = command(&uneven, &[]);
    assert_eq!((code, written), (1, false));
    assert!(error.contains("nothing was written"), "{error}");
    assert_eq!(shown, "     7 - (empty line)\n");
    assert!(error.contains("import again with --tidy-space"), "{error}");
    assert_eq!(command(&uneven, &["--tidy-space"]).0, 0);

    let no_date = base.replace("2025年9月8日", "");
    let (code, _, error, written) = command(&no_date, &[]);
    assert_eq!((code, written), (1, false));
    assert!(error.contains("--date 2025-12-26"), "{error}");
}

/// Most typists leave a line free under the title and above the signature, and nowhere else.
#[test]
fn empty_lines_under_the_title_and_above_the_signature_come_back() {
    for text in [form("01-running-measures"), form("16-title-on-three-lines"), form("11-prose-full-width")] {
        let one = notice(&imported(&text, &Options::default()));
        let breaks = one.layout.title_breaks.len();
        let under = text.match_indices('\n').nth(breaks).unwrap().0;
        let above = text.rfind(&one.issuer).map(|at| text[..at].rfind('\n').unwrap()).unwrap();
        for (body, foot) in [(1, 0), (0, 1), (2, 1)] {
            let blank = |n: usize| "\n".repeat(n);
            let loose =
                [&text[..under], &blank(body), &text[under..above], &blank(foot), &text[above..]].concat();
            let read = notice(&imported(&loose, &Options::default()));
            assert_eq!(txt::export(&read), loose);
            let usual = one.layout.blank_lines;
            let more = |own: Option<u32>| (own.unwrap_or(usual) - usual) as usize;
            let found = (more(read.layout.title_blank_lines), more(read.layout.signature_blank_lines));
            assert_eq!(found, (body, foot));
            assert_eq!(read.issues.len(), one.issues.len(), "nothing else is read otherwise");
        }
    }
}

#[test]
fn spaces_at_line_ends_come_back_or_are_refused() {
    let base = form("01-running-measures");
    for line in [
        "(2)库房加装自动记录仪6台,每日9时自动存档。",
        "县档案馆把整改列入每周馆务会第一项议题。",
        "二、整改进展情况",
    ] {
        let text = base.replace(line, &format!("{line} \u{3000}"));
        match import(&text, &Options::default()) {
            Ok(imported) => assert_eq!(txt::export(&notice(&imported)), text),
            Err(gongkai::import::Refused::Differs(lines)) => assert!(!lines.is_empty()),
            Err(other) => panic!("{other:?}"),
        }
    }
}
