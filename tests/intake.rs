//! Notices out of Word documents and web pages: every word in order, what Word counts worked out, and what was left out named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::io::{Cursor, Write};

use gongkai::export::{docx as out, txt};
use gongkai::import::{Options, import};
use gongkai::intake::{IntakeError, Kind, Taken, docx, web};
use gongkai::load::load;
use gongkai::model::Notice;
use gongkai::text::RawFile;
use kit::dice::{Dice, Kind as Text, notice};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use zip::write::SimpleFileOptions;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>")
}

/// A document that has nothing but a body.
fn word(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", &document(body))])
}

/// The same cases on every machine and every run.
fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = proptest::test_runner::TestRng::deterministic_rng(config.rng_algorithm);
    TestRunner::new_with_rng(config, rng)
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn noted(taken: &Taken, kind: Kind) -> (usize, Vec<&str>) {
    let note = taken.notes.iter().find(|n| n.kind == kind);
    note.map_or((0, Vec::new()), |n| (n.n, n.texts.iter().map(String::as_str).collect()))
}

fn imported(text: &str) -> Notice {
    let imported = import(text, &Options::default()).unwrap_or_else(|refused| panic!("{refused:?}\n{text}"));
    let files = imported.files.into_iter().chain([("site.yaml".to_owned(), imported.site)]);
    let site = load(files.map(|(path, bytes)| RawFile { path, bytes }).collect()).site.unwrap();
    site.notices.into_iter().next().unwrap()
}

// Our own documents ---------------------------------------------------------------------------------------------------

fn comes_back(notice: &Notice) -> Result<(), String> {
    let bytes = out::export(notice, &out::Asked::default()).map_err(|e| format!("{e:?}"))?;
    let taken = docx::read(&bytes).map_err(|e| format!("{e:?}"))?;
    let text = txt::export(notice);
    if taken.text == text { Ok(()) } else { Err(format!("{}\n--- is not ---\n{text}", taken.text)) }
}

#[test]
fn the_document_of_any_notice_gives_its_text_back() {
    kit::example().site.unwrap().notices.iter().for_each(|n| comes_back(n).unwrap());
    let dice = prop::collection::vec(any::<u16>(), 40..600);
    let told = runner(200).run(&dice, |rolls| {
        let made = notice(&mut Dice::new(&rolls), Text::Ordinary);
        comes_back(&made).map_err(TestCaseError::fail)
    });
    told.unwrap_or_else(|e| panic!("{e}"));
}

#[test]
fn the_real_notice_goes_through_word_and_comes_back_the_same() {
    let Some(path) = kit::real_notice() else { return };
    let text = String::from_utf8(std::fs::read(path).unwrap()).unwrap();
    let first = imported(&text);
    let bytes = out::export(&first, &out::Asked::default()).unwrap();
    let taken = docx::read(&bytes).unwrap();
    let second = imported(&taken.text);
    assert_eq!(txt::export(&second), text);
    let count = |n: &Notice| (n.issues.len(), n.issues.iter().map(|i| i.measures.len()).sum::<usize>());
    assert_eq!((count(&first), count(&second)), ((43, 93), (43, 93)));
}

// Documents of others -------------------------------------------------------------------------------------------------

const NUMBERING: &str = "<w:abstractNum w:abstractNumId=\"7\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId=\"8\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimalEnclosedCircle\"/><w:lvlText w:val=\"%1\"/></w:lvl>\
    </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"8\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

fn numbered(list: u8, level: u8, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>\
         <w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

#[test]
fn numbers_that_word_counts_are_written_as_word_shows_them() {
    let body = [
        numbered(1, 0, "总体情况"),
        numbered(1, 0, "整改情况"),
        numbered(1, 1, "供水方面"),
        numbered(1, 2, "关于水压低的问题。"),
        numbered(2, 0, "更换水泵。"),
        numbered(2, 0, "增设泵站。"),
        numbered(1, 2, "关于水费高的问题。"),
        numbered(3, 0, "重核水价。"),
        numbered(3, 0, "公开账目。"),
        numbered(1, 1, "排水方面"),
        numbered(1, 2, "关于内涝的问题。"),
        numbered(0, 0, "不编号。"),
    ]
    .concat();
    let numbering = format!("<w:numbering {W}>{NUMBERING}</w:numbering>");
    let bytes = package(&[("word/document.xml", &document(&body)), ("word/numbering.xml", &numbering)]);
    let taken = docx::read(&bytes).unwrap();
    let lines: Vec<&str> = taken.text.lines().collect();
    assert_eq!(
        lines,
        [
            "一、总体情况",
            "二、整改情况",
            "（一）供水方面",
            "1.关于水压低的问题。",
            "①更换水泵。",
            "②增设泵站。",
            "2.关于水费高的问题。",
            "①重核水价。",
            "②公开账目。",
            "（二）排水方面",
            "1.关于内涝的问题。",
            "不编号。",
        ]
    );
    assert_eq!(noted(&taken, Kind::Numbers).0, 11);
}

#[test]
fn a_style_brings_its_list_and_its_place() {
    let styles = format!(
        "<w:styles {W}><w:style w:styleId=\"a\"><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>\
         <w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>\
         <w:style w:styleId=\"c\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>"
    );
    let numbering = format!("<w:numbering {W}>{NUMBERING}</w:numbering>");
    let styled = |id: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/></w:pPr><w:r>{text}</w:r></w:p>")
    };
    let title = "<w:t>中共云汀县供水站支部</w:t><w:br/><w:t>关于巡察整改情况的通报</w:t>";
    let body = [
        styled("b", title),
        styled("b", "<w:t>（2026年3月）</w:t>"),
        styled("c", "<w:t>总体情况</w:t>"),
        p("全部办结。"),
    ];
    let parts = [
        ("word/document.xml", &*document(&body.concat())),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
    ];
    let taken = docx::read(&package(&parts)).unwrap();
    assert_eq!(
        taken.text,
        "中共云汀县供水站支部关于巡察整改情况的通报\n（2026年3月）\n一、总体情况\n全部办结。\n"
    );
    assert_eq!(noted(&taken, Kind::TitleLines).0, 1);
}

#[test]
fn words_are_taken_in_order_and_what_is_left_out_is_named() {
    let run = |inner: &str| format!("<w:r>{inner}</w:r>");
    let body = [
        "<w:p>",
        &run("<w:t>第一句，</w:t>"),
        &format!("<w:ins>{}</w:ins>", run("<w:t>补上的，</w:t>")),
        &format!("<w:del>{}</w:del>", run("<w:delText>删去的，</w:delText>")),
        &format!("<w:hyperlink r:id=\"x\">{}</w:hyperlink>", run("<w:t>链接的字</w:t>")),
        &run("<w:rPr><w:vanish/></w:rPr><w:t>看不见的字</w:t>"),
        &run("<w:footnoteReference w:id=\"2\"/>"),
        &run("<w:t>&#x3002;</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>"),
        &run("<w:drawing><wp><txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></txbxContent></wp></w:drawing>"),
        &run("<w:drawing><pic/></w:drawing>"),
        "</w:p>",
        "<w:sdt><w:sdtPr><w:alias w:val=\"不是正文\"/></w:sdtPr><w:sdtContent>",
        &p("控件里的一段。"),
        "</w:sdtContent></w:sdt>",
        "<w:tbl><w:tr><w:tc>",
        &p("项目"),
        "</w:tc><w:tc>",
        &p("金额"),
        "</w:tc></w:tr><w:tr><w:tc>",
        &p("修渠"),
        &p("（二期）"),
        "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc>",
        &p("框住的一段。"),
        "</w:tc></w:tr></w:tbl>",
    ]
    .concat();
    let notes = format!(
        "<w:footnotes {W}><w:footnote w:type=\"separator\" w:id=\"0\"/><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        p("注里的话。")
    );
    let header = format!("<w:hdr {W}>{}</w:hdr>", p("内部资料"));
    let footer = format!("<w:ftr {W}>{}</w:ftr>", p("— 1 —"));
    let comments =
        format!("<w:comments {W}><w:comment w:id=\"0\">{}</w:comment></w:comments>", p("再核一下"));
    let taken = docx::read(&package(&[
        ("word/document.xml", &document(&body)),
        ("word/footnotes.xml", &notes),
        ("word/header1.xml", &header),
        ("word/footer1.xml", &footer),
        ("word/comments.xml", &comments),
        ("word/vbaProject.bin", "x"),
    ]))
    .unwrap();
    let lines: Vec<&str> = taken.text.lines().collect();
    assert_eq!(
        lines,
        [
            "第一句，补上的，链接的字[1]。□",
            "[1] 注里的话。",
            "控件里的一段。",
            "|项目|金额|",
            "|修渠 （二期）||",
            "框住的一段。"
        ]
    );
    assert_eq!(noted(&taken, Kind::Inserted), (1, vec!["补上的，"]));
    assert_eq!(noted(&taken, Kind::Deleted), (1, vec!["删去的，"]));
    assert_eq!(noted(&taken, Kind::Hidden), (1, vec!["看不见的字"]));
    assert_eq!(noted(&taken, Kind::Boxes), (1, vec!["框里的字"]));
    assert_eq!(noted(&taken, Kind::Margins), (1, vec!["内部资料"]), "a page number is nobody's words");
    assert_eq!(noted(&taken, Kind::Comments), (1, vec!["再核一下"]));
    let counted = [Kind::Rows, Kind::Footnotes, Kind::Pictures, Kind::Symbols, Kind::Macros];
    assert_eq!(counted.map(|kind| noted(&taken, kind).0), [2, 1, 1, 1, 1]);
}

/// Word keeps a text box twice, for programs of before 2010 as well.
#[test]
fn of_two_ways_to_say_the_same_one_is_taken() {
    let body = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>一次</w:t></mc:Choice>\
        <mc:Fallback><w:t>两次</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    assert_eq!(docx::read(&word(body)).unwrap().text, "一次\n");
}

/// The forms of tests/import, typed into Word, have the structure that they have as text.
#[test]
fn each_form_has_the_same_structure_in_word_and_on_a_page() {
    let mut seen = 0;
    for entry in std::fs::read_dir(kit::repo("tests/import")).unwrap().map(Result::unwrap) {
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let escaped = |line: &str| line.trim().replace('&', "&amp;").replace('<', "&lt;");
        let lines: Vec<String> = text.lines().filter(|l| !l.trim().is_empty()).map(escaped).collect();
        let bare: String = lines.iter().map(|l| format!("{l}\n")).collect();
        let bare = bare.replace("&lt;", "<").replace("&amp;", "&");
        let body: String = lines.iter().map(|l| p(l)).collect();
        let page: String = lines.iter().map(|l| format!("<p>　　{l}</p>\n")).collect();
        let page = format!("<html><body><ul><li>首页</li></ul><div id=zoom>{page}</div></body></html>");
        for (from, taken) in [("docx", docx::read(&word(&body))), ("html", web::read(&page))] {
            assert_eq!(taken.unwrap().text, bare, "{from} of {}", entry.path().display());
        }
        seen += 1;
    }
    assert_eq!(seen, 20);
}

// Web pages -----------------------------------------------------------------------------------------------------------

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=utf-8><title>云汀县人民政府</title>\
<meta name=\"ArticleTitle\" content=\"云汀县档案馆关于巡察整改情况的通报\"><style>p{color:red}</style></head>\
<body><div class=top><ul><li><a href=/>首页</a><li><a href=/dt>动态</a></ul></div>\
<div class=main><h1>云汀县档案馆关于巡察整改情况的通报</h1><div class=info>发布时间：2026-03-01 浏览次数：<script>document.write('12')</script></div>\
<div class=TRS_Editor><p>　　县委巡察组反馈了意见，&nbsp;现公布如下。</p>\n<p>一、整改&mdash;&mdash;情况\n<p>问题1：库房<b>湿度</b>\n  高。<br>整改情况：（1）添置除湿机，定时记录。\
<table><tr><td>月份<td>湿度<tr><td>一月<td>55</table><img src=a.jpg alt=库房><p>云汀县档案馆</p><p>2026年3月1日</p></div></div>\
<div class=foot>版权所有：云汀县</div></body></html>";

#[test]
fn the_article_of_a_page_is_taken_and_what_stands_around_it_is_named() {
    let taken = web::read(PAGE).unwrap();
    let lines: Vec<&str> = taken.text.lines().collect();
    assert_eq!(
        lines,
        [
            "云汀县档案馆关于巡察整改情况的通报",
            "县委巡察组反馈了意见，\u{a0}现公布如下。",
            "一、整改——情况",
            "问题1：库房湿度 高。",
            "整改情况：（1）添置除湿机，定时记录。",
            "|月份|湿度|",
            "|一月|55|",
            "云汀县档案馆",
            "2026年3月1日",
        ]
    );
    let (n, around) = noted(&taken, Kind::Around);
    assert_eq!((n, around[0], around[n - 1]), (4, "首页", "版权所有：云汀县"));
    assert_eq!((noted(&taken, Kind::Rows).0, noted(&taken, Kind::Pictures).0), (2, 1));
}

// Files that are not what they should be ------------------------------------------------------------------------------

#[test]
fn a_hostile_or_broken_document_is_refused_and_says_why() {
    let bomb = document(&p(&"零".repeat(30 << 20)));
    let doctype =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>";
    let deep = document(&format!("{}{}", "<w:sdt>".repeat(5000), "</w:sdt>".repeat(5000)));
    let many = "<a b=\"1\" c=\"2\" d=\"3\" e=\"4\" f=\"5\" g=\"6\" h=\"7\"/>".repeat(200_000);
    let cut = word(&p("一句话。"));
    let part = || "word/document.xml".to_owned();
    let found = |bytes: &[u8]| docx::read(bytes).unwrap_err();
    assert_eq!(found(&package(&[("word/document.xml", &bomb)])), IntakeError::TooLarge(part()));
    assert_eq!(found(&package(&[("word/document.xml", doctype)])), IntakeError::Doctype(part()));
    assert_eq!(found(&package(&[("word/document.xml", &deep)])), IntakeError::TooLarge(part()));
    assert_eq!(found(&word(&many)), IntakeError::TooLarge(part()), "attributes count too");
    assert_eq!(found(&package(&[("word/other.xml", "<a/>")])), IntakeError::NoDocument);
    assert_eq!(found(&word("<w:p/>")), IntakeError::Empty);
    assert!(matches!(found(&cut[..cut.len() / 2]), IntakeError::Broken(..)));
    let half = package(&[("word/document.xml", "<w:document><w:body><w:p>")]);
    assert!(matches!(found(&half), IntakeError::Broken(..)));
    let unknown = package(&[("word/document.xml", "<d><body><p><r><t>&x;</t></r></p></body></d>")]);
    assert!(matches!(found(&unknown), IntakeError::Broken(..)));
}

#[test]
fn no_bytes_make_a_reader_panic() {
    let good = word(&[p("一、整改情况"), numbered(1, 0, "甲"), "<w:tbl><w:tr/></w:tbl>".to_owned()].concat());
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12);
    let told = runner(400).run(&edits, |edits| {
        let (mut bytes, mut html) = (good.clone(), PAGE.as_bytes().to_vec());
        for (at, byte) in edits {
            let (one, other) = (at.index(bytes.len()), at.index(html.len()));
            bytes[one] = byte;
            html[other] = byte;
        }
        let _read = docx::read(&bytes);
        let _read = web::read(&String::from_utf8_lossy(&html));
        Ok(())
    });
    told.unwrap_or_else(|e| panic!("{e}"));
}

#[test]
fn the_command_reads_them_and_writes_nothing_where_it_cannot() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let text = std::fs::read_to_string(kit::repo("tests/import/01-running-measures.txt")).unwrap();
    let lines: String = text.lines().filter(|l| !l.trim().is_empty()).map(|l| p(l.trim())).collect();
    let site = dir.path().join("site");
    let root = site.to_str().unwrap();
    let said = kit::run(["import", &file("a.docx", &word(&lines)), "-C", root, "--slug", "a"], 0);
    let said = kit::text(&said.stdout).to_owned() + kit::text(&said.stderr);
    assert!(
        said.contains("very text taken from the document") && said.contains("3 issues and 4 measures"),
        "{said}"
    );
    let said = kit::run(["import", &file("b.html", PAGE.as_bytes()), "-C", root, "--slug", "b"], 0);
    let said = kit::text(&said.stdout).to_owned() + kit::text(&said.stderr);
    assert!(said.contains("4 lines around the article were left out"), "{said}");
    let locked: Vec<u8> = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        .into_iter()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for (name, bytes, word) in [
        ("c.docx", &locked[..], "kept by a password"),
        ("d.docx", &word(&p("甲"))[..60], "damaged"),
        ("e.pdf", b"%PDF-1.7", "is a PDF"),
    ] {
        let said = kit::run(["import", &file(name, bytes), "-C", root, "--slug", "x"], 1);
        assert!(kit::text(&said.stderr).contains(word), "{name}: {}", kit::text(&said.stderr));
    }
    let old = file("f.rtf", b"{\\rtf1 text}");
    let out = kit::gongkai(["import", &old, "-C", root, "--slug", "x"]).env("PATH", "").output().unwrap();
    let said = kit::text(&out.stderr);
    assert!(said.contains("LibreOffice") && said.contains("*.docx"), "{said}");
    assert_eq!(out.status.code(), Some(3));
    assert!(!site.join("content/notices/x").exists());
}
