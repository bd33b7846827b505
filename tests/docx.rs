//! The Word document, read back by a reader of its own: nothing is lost, and it is laid out as the standard has it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::collections::BTreeMap;
use std::io::Read;

use gongkai::export::DocumentError;
use gongkai::export::docx::{Asked, export};
use gongkai::export::txt;
use gongkai::import;
use gongkai::load::{Asset, load, load_with};
use gongkai::model::{Layout, Notice};
use gongkai::text::RawFile;
use kit::dice::{Dice, Kind, notice};
use kit::file;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use quick_xml::Reader;
use quick_xml::events::Event;

/// The parts of a package as text.
fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut found = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        found.insert(file.name().unwrap().to_string(), text);
    }
    found
}

/// An element as the reader met it.
#[derive(Debug, Default, Clone)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
    text: String,
}

impl Element {
    fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|c| c.name == name)
    }

    /// An attribute of a child: `("w:pPr/w:pStyle", "w:val")`.
    fn at(&self, path: &str, attribute: &str) -> Option<&str> {
        let found = path.split('/').try_fold(self, |at, name| at.child(name))?;
        found.attributes.get(attribute).map(String::as_str)
    }

    /// Itself and all below it.
    fn all(&self) -> Vec<&Element> {
        std::iter::once(self).chain(self.children.iter().flat_map(|c| c.all())).collect()
    }

    /// The words below it. A break within a paragraph is none between words; a row is a line in bars.
    fn words(&self) -> String {
        match self.name.as_str() {
            "w:t" => self.text.clone(),
            "w:tab" => "\t".to_owned(),
            "w:tr" => self
                .children
                .iter()
                .filter(|c| c.name == "w:tc")
                .fold("|".to_owned(), |out, cell| format!("{out}{}|", cell.words())),
            _ => self.children.iter().map(Element::words).collect(),
        }
    }
}

fn tree(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("sound XML") {
            Event::Start(tag) => open.push(element(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(element(&tag)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(entity) => {
                let text = match entity.resolve_char_ref().unwrap() {
                    Some(c) => c.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&entity).unwrap().to_owned(),
                };
                open.last_mut().unwrap().text.push_str(&text);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element ends");
    open.pop().unwrap().children.remove(0)
}

fn element(tag: &quick_xml::events::BytesStart<'_>) -> Element {
    let attributes = tag.attributes().map(|a| a.unwrap()).map(|a| {
        let name: &str = a.key.as_ref();
        (name.to_owned(), quick_xml::escape::unescape(&a.value).unwrap().into_owned())
    });
    let name: &str = tag.name().0;
    Element { name: name.to_owned(), attributes: attributes.collect(), ..Element::default() }
}

fn document(notice: &Notice, asked: &Asked) -> Element {
    tree(&parts(&export(notice, asked).unwrap())["word/document.xml"])
}

fn paragraphs(document: &Element) -> Vec<&Element> {
    document.all().into_iter().filter(|e| e.name == "w:p").collect()
}

/// The text export without what only a text needs: indents and line ends.
fn sentences(notice: &Notice) -> String {
    let bare = Layout {
        indent: String::new(),
        title_indent: String::new(),
        title_breaks: Vec::new(),
        signature_indent: String::new(),
        date_indent: String::new(),
        ..notice.layout.clone()
    };
    txt::export(&Notice { layout: bare, ..notice.clone() }).replace('\n', "")
}

fn example() -> Vec<Notice> {
    kit::example().site.unwrap().notices
}

/// A notice of one issue, with further fields of `notice.yaml`.
fn small(title: &str, measure: &str, more: &str) -> Notice {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let head = format!(
        "title: {}\nissuer: 县水利局\ndate: 2025-12-24\n{more}\nnumbering: restarting\noutline:\n  - {{id: a, heading: 整改情况}}\n",
        quoted(title)
    );
    let issue = format!(
        "id: x\ntitle: 渠道失修。\nunder: a\nmeasures: [{{id: m1, unit: slj, text: {}, updates: [\
         {{id: u1, date: 2025-12-01, status: done, text: 办结, evidence: [{{title: 会议纪要, file: a.pdf}}]}}]}}]\n",
        quoted(measure)
    );
    let files = vec![
        file("site.yaml", "format: 1\ntitle: 公开\nunits: [{id: slj, name: 县水利局}]\n"),
        file("notices/2025-x/notice.yaml", &head),
        file("notices/2025-x/issues/01.yaml", &issue),
    ];
    let evidence = Asset { path: "notices/2025-x/evidence/a.pdf".to_owned(), size: 1, pixels: None };
    let loaded = load_with(files, vec![evidence]);
    loaded.site.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).notices.remove(0)
}

#[test]
fn every_sentence_of_the_text_stands_in_it_once_and_in_order() {
    for notice in example() {
        assert_eq!(document(&notice, &Asked::default()).words(), sentences(&notice), "{}", notice.slug);
    }
}

#[test]
fn whatever_a_notice_holds_stands_in_it() {
    let config = Config { cases: 150, failure_persistence: None, ..Config::default() };
    let rng = proptest::test_runner::TestRng::deterministic_rng(config.rng_algorithm);
    let run = |n: Vec<u16>| {
        let made = notice(&mut Dice::new(&n), Kind::Wild);
        prop_assert_eq!(document(&made, &Asked::default()).words(), sentences(&made));
        Ok(())
    };
    let numbers = prop::collection::vec(any::<u16>(), 40..900);
    TestRunner::new_with_rng(config, rng).run(&numbers, run).unwrap_or_else(|e| panic!("{e}"));
}

#[test]
fn measures_on_one_line_are_one_paragraph() {
    let text = std::fs::read_to_string(kit::repo("tests/import/17-measures-on-one-line.txt")).unwrap();
    let imported = import::import(&text, &import::Options::default()).unwrap();
    let files = imported.files.into_iter().chain([("site.yaml".to_owned(), imported.site)]);
    let loaded = load(files.map(|(path, bytes)| RawFile { path, bytes }).collect());
    let notice = &loaded.site.unwrap().notices[0];
    assert_eq!(notice.issues[0].measures.len(), 3);
    let words: Vec<String> =
        paragraphs(&document(notice, &Asked::default())).into_iter().map(Element::words).collect();
    let first =
        "整改情况：（1）县图书馆把闭馆时间推迟到21时。（2）增设自习座位60个；（3）每月公布一次到馆人数。";
    assert!(words.iter().any(|p| p == first), "{words:?}");
}

/// The lines of the title.
fn title_of(notice: &Notice) -> Vec<String> {
    let document = document(notice, &Asked::default());
    let title = paragraphs(&document).into_iter().find(|p| p.at("w:pPr/w:pStyle", "w:val") == Some("Title"));
    title.unwrap().all().into_iter().filter(|e| e.name == "w:t").map(Element::words).collect()
}

#[test]
fn a_title_breaks_as_its_notice_breaks_it_where_the_page_has_room() {
    let title = "县水利局关于县委巡察反馈意见整改进展情况的通报";
    let broken =
        |breaks: &str| title_of(&small(title, "措施。", &format!("layout: {{title_breaks: {breaks}}}")));
    assert_eq!(broken("[]"), ["县水利局", "关于县委巡察反馈意见", "整改进展情况的通报"]);
    assert_eq!(broken("[{after: 4, indent: 2}]"), ["县水利局", "关于县委巡察反馈意见整改进展情况的通报"]);
    assert_eq!(broken("[{after: 22}]"), broken("[]"), "a line too long for the page is broken by its sense");
}

#[test]
fn headings_and_issues_are_in_the_navigation_pane() {
    let notice = &example()[1];
    let found = parts(&export(notice, &Asked::default()).unwrap());
    let styles = tree(&found["word/styles.xml"]);
    let levels: BTreeMap<&str, &str> = styles
        .children
        .iter()
        .filter_map(|s| Some((s.attributes.get("w:styleId")?.as_str(), s.at("w:pPr/w:outlineLvl", "w:val")?)))
        .collect();
    assert_eq!(
        levels,
        BTreeMap::from([("Heading1", "0"), ("Heading2", "1"), ("Heading3", "2"), ("Heading4", "3")])
    );
    let document = tree(&found["word/document.xml"]);
    let outline: Vec<(usize, String)> = paragraphs(&document)
        .into_iter()
        .filter_map(|p| Some((levels.get(p.at("w:pPr/w:pStyle", "w:val")?)?.parse().ok()?, p.words())))
        .collect();
    assert_eq!(outline.len(), notice.nodes().len() + notice.issues.len());
    let first: Vec<String> = outline.iter().take(6).map(|(level, text)| format!("{level} {text}")).collect();
    assert_eq!(
        first,
        [
            "0 一、部务会议和主要负责人抓整改的情况",
            "0 二、反馈问题逐项整改进展",
            "1 (一)学习贯彻党的创新理论、履行宣传思想文化职责方面",
            "2 1.理论学习联系实际不紧。",
            "3 问题1:中心组学习选题照搬上级,联系本县实际少。",
            "3 问题2:学用转化停留在文件上。",
        ]
    );
    let used: Vec<&str> =
        paragraphs(&document).iter().filter_map(|p| p.at("w:pPr/w:pStyle", "w:val")).collect();
    let defined: Vec<&str> =
        styles.children.iter().filter_map(|s| Some(s.attributes.get("w:styleId")?.as_str())).collect();
    assert!(used.iter().all(|style| defined.contains(style)), "every style that is used is defined");
}

#[test]
fn the_page_is_that_of_the_standard() {
    let found = parts(&export(&example()[0], &Asked::default()).unwrap());
    let document = tree(&found["word/document.xml"]);
    let section = document.all().into_iter().find(|e| e.name == "w:sectPr").unwrap();
    let mm = |name: &str, attribute: &str| {
        section.at(name, attribute).unwrap().parse::<f64>().unwrap() / 1440.0 * 25.4
    };
    let near = |found: f64, wanted: f64| assert!((found - wanted).abs() < 0.1, "{found} mm, not {wanted}");
    near(mm("w:pgSz", "w:w"), 210.0);
    near(mm("w:pgSz", "w:h"), 297.0);
    near(mm("w:pgMar", "w:top"), 37.0);
    near(mm("w:pgMar", "w:left"), 28.0);
    near(210.0 - mm("w:pgMar", "w:left") - mm("w:pgMar", "w:right"), 156.0);
    near(297.0 - mm("w:pgMar", "w:top") - mm("w:pgMar", "w:bottom"), 225.0);
    assert_eq!(section.at("w:docGrid", "w:linePitch"), Some("579"), "22 lines are 225 mm");

    let styles = tree(&found["word/styles.xml"]);
    let style = |id: &str| {
        styles.children.iter().find(|s| s.attributes.get("w:styleId").is_some_and(|i| i == id)).unwrap()
    };
    let font = |id: &str| (style(id).at("w:rPr/w:rFonts", "w:eastAsia"), style(id).at("w:rPr/w:sz", "w:val"));
    assert_eq!(font("Title"), (Some("方正小标宋简体"), Some("44")), "2号");
    assert_eq!(font("Heading1"), (Some("黑体"), None));
    assert_eq!(font("Heading2"), (Some("楷体"), None));
    assert_eq!(font("BodyText"), (None, None));
    let default = styles.child("w:docDefaults").unwrap();
    assert_eq!(default.at("w:rPrDefault/w:rPr/w:rFonts", "w:eastAsia"), Some("仿宋"));
    assert_eq!(default.at("w:rPrDefault/w:rPr/w:sz", "w:val"), Some("32"), "3号");
    assert_eq!(style("BodyText").at("w:pPr/w:ind", "w:firstLineChars"), Some("200"));
}

#[test]
fn odd_pages_have_their_number_at_the_right_and_even_pages_at_the_left() {
    let found = parts(&export(&example()[0], &Asked::default()).unwrap());
    let document = tree(&found["word/document.xml"]);
    let styles = tree(&found["word/styles.xml"]);
    assert!(tree(&found["word/settings.xml"]).child("w:evenAndOddHeaders").is_some());
    let targets = tree(&found["word/_rels/document.xml.rels"]);
    for (kind, place, side) in [("default", "right", "w:rightChars"), ("even", "left", "w:leftChars")] {
        let of = |e: &&Element| e.name == "w:footerReference" && e.attributes["w:type"] == kind;
        let id = &document.all().into_iter().find(of).unwrap().attributes["r:id"];
        let target =
            &targets.children.iter().find(|r| &r.attributes["Id"] == id).unwrap().attributes["Target"];
        let footer = tree(&found[&format!("word/{target}")]);
        assert_eq!(footer.words(), "— 1 —");
        assert!(footer.all().iter().any(|e| e.attributes.get("w:instr").is_some_and(|i| i.trim() == "PAGE")));
        let own = footer.child("w:p").unwrap().at("w:pPr/w:pStyle", "w:val").unwrap();
        let style =
            styles.children.iter().find(|s| s.attributes.get("w:styleId").is_some_and(|i| i == own)).unwrap();
        assert_eq!(style.at("w:pPr/w:jc", "w:val"), Some(place));
        assert_eq!(style.at("w:pPr/w:ind", side), Some("100"), "one character in");
        assert_eq!(style.at("w:rPr/w:rFonts", "w:eastAsia"), Some("宋体"));
        assert_eq!(style.at("w:rPr/w:sz", "w:val"), Some("28"), "4号");
    }
}

/// What Word calls damaged where it stands in another order (ISO/IEC 29500-1, 17.3 and 17.4).
const ORDER: [(&str, &[&str]); 7] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:widowControl",
            "w:autoSpaceDE",
            "w:autoSpaceDN",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
        ],
    ),
    ("w:rPr", &["w:rStyle", "w:rFonts", "w:b", "w:strike", "w:spacing", "w:sz", "w:szCs", "w:em", "w:lang"]),
    ("w:tblPr", &["w:tblStyle", "w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vAlign"]),
    ("w:style", &["w:name", "w:basedOn", "w:next", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"]),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:evenAndOddHeaders",
            "w:characterSpacingControl",
            "w:compat",
            "w:themeFontLang",
        ],
    ),
];

#[test]
fn elements_stand_in_the_order_of_the_standard() {
    let mut notice = small("标题", "前文：\n|甲|乙|丙|\n|1|2|\n|3|\n后文。", "layout: {sealed: true}");
    notice.opening = Some(gongkai::model::Prose {
        path: "o.md".to_owned(),
        text: "# 题\n\n**粗***重*~~删~~ https://example.com/\n\n| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 |\n\n| 丙 |\n|--|\n".to_owned(),
    });
    let asked = Asked { attachments: Some("附件：".to_owned()), edition: Some("版本".to_owned()) };
    for (name, xml) in parts(&export(&notice, &asked).unwrap()) {
        for element in tree(&xml).all() {
            let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == element.name) else { continue };
            let places = element.children.iter().map(|c| {
                order
                    .iter()
                    .position(|o| *o == c.name)
                    .unwrap_or_else(|| panic!("{name}: {} in {}", c.name, element.name))
            });
            let places: Vec<usize> = places.collect();
            assert!(places.is_sorted_by(|a, b| a < b), "{name}: {} {places:?}", element.name);
        }
    }
}

#[test]
fn a_table_is_a_table() {
    let notice = small("标题", "各乡镇如下：\n|乡镇|完成数|\n|望岭|12|\n|合计|\n以上已办结。", "");
    let document = document(&notice, &Asked::default());
    let all = document.all();
    let tables: Vec<&&Element> = all.iter().filter(|e| e.name == "w:tbl").collect();
    assert_eq!(tables.len(), 1);
    let rows: Vec<&Element> = tables[0].children.iter().filter(|e| e.name == "w:tr").collect();
    assert_eq!(rows.iter().map(|r| r.words()).collect::<Vec<_>>(), ["|乡镇|完成数|", "|望岭|12|", "|合计|"]);
    assert!(
        rows[0].child("w:trPr").unwrap().child("w:tblHeader").is_some(),
        "its head comes again on each page"
    );
    let last = rows[2].child("w:tc").unwrap();
    assert_eq!(last.at("w:tcPr/w:gridSpan", "w:val"), Some("2"), "a short row goes on to the edge");
}

#[test]
fn the_rule_under_the_head_of_a_table_says_how_its_columns_stand() {
    let notice = small("标题", "各乡镇如下：\n|乡镇|完成数|\n|---|---:|\n|望岭|12|\n以上已办结。", "");
    let document = document(&notice, &Asked::default());
    let all = document.all();
    let rows: Vec<&&Element> = all.iter().filter(|e| e.name == "w:tr").collect();
    assert_eq!(rows.iter().map(|r| r.words()).collect::<Vec<_>>(), ["|乡镇|完成数|", "|望岭|12|"]);
    let number = rows[1].children.iter().rfind(|e| e.name == "w:tc").unwrap();
    assert_eq!(number.at("w:p/w:pPr/w:jc", "w:val"), Some("right"));
}

#[test]
fn signature_and_date_stand_as_the_paper_is_sealed_or_not() {
    let place = |more: &str| {
        let document = document(&small("标题", "已办。", more), &Asked::default());
        let style = |id: &str| {
            paragraphs(&document)
                .into_iter()
                .find(|p| p.at("w:pPr/w:pStyle", "w:val") == Some(id))
                .cloned()
                .unwrap()
        };
        ["Signature", "Date"].map(|id| style(id).at("w:pPr/w:ind", "w:rightChars").unwrap().to_owned())
    };
    assert_eq!(
        place(""),
        ["700", "200"],
        "a date longer than the name stands two characters in, the name two before it"
    );
    assert_eq!(
        place("layout: {sealed: true}"),
        ["550", "400"],
        "the date four in, the name above its middle"
    );
}

#[test]
fn a_title_breaks_by_sense() {
    let title = "中共星河县河道水库管理中心党支部关于县委第三巡察组巡察反馈意见整改落实情况的通报";
    let document = document(&small(title, "已办。", ""), &Asked::default());
    let own = paragraphs(&document)[0].clone();
    let lines: Vec<String> = own.all().iter().filter(|e| e.name == "w:t").map(|e| e.words()).collect();
    assert_eq!(
        lines,
        ["中共星河县河道水库管理中心党支部", "关于县委第三巡察组巡察反馈意见", "整改落实情况的通报"]
    );
}

#[test]
fn its_properties_are_those_of_the_notice_and_no_clock_is_in_it() {
    let notice = small("标题 <一> & 二", "已办。", "");
    let bytes = export(&notice, &Asked::default()).unwrap();
    let core = tree(&parts(&bytes)["docProps/core.xml"]);
    assert_eq!(core.child("dc:title").unwrap().text, "标题 <一> & 二");
    assert_eq!(core.child("dc:creator").unwrap().text, "县水利局");
    assert_eq!(core.child("dcterms:created").unwrap().text, "2025-12-24T00:00:00Z");
    assert_eq!(core.child("dcterms:modified").unwrap().text, "2025-12-24T00:00:00Z");
    assert_eq!(export(&notice, &Asked::default()).unwrap(), bytes, "the same bytes each time");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes[..])).unwrap();
    for at in 0..zip.len() {
        let stamp = zip.by_index(at).unwrap().last_modified().unwrap();
        assert_eq!((stamp.year(), stamp.month(), stamp.day()), (1980, 1, 1));
    }
}

#[test]
fn odd_characters_survive() {
    let odd = "<w:p>&amp;</w:p> ]]> \u{1F600}\u{20BB7}\u{200B}\t\u{A0}“'\u{85}\u{2028}";
    let notice = small(odd, odd, "");
    let words = document(&notice, &Asked::default()).words();
    assert_eq!(words.matches(odd).count(), 2, "{words}");
}

#[test]
fn a_character_that_xml_cannot_hold_is_named_with_its_place() {
    for c in ['\u{1}', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
        let mut notice = small("标题", "已办。", "");
        notice.issues[0].measures[0].text = format!("已{c}办。");
        match export(&notice, &Asked::default()) {
            Err(DocumentError::Character(found, place)) => {
                assert_eq!((found, &*place), (c, "issues/x/m1/text"))
            }
            other => panic!("{:?}", other.map(|bytes| bytes.len())),
        }
    }
}

#[test]
fn attachments_and_edition_stand_in_it_where_they_are_asked_for() {
    let notice = small("标题", "已办。", "");
    let asked = Asked { attachments: Some("附件：".to_owned()), edition: Some("（版本）".to_owned()) };
    let with = document(&notice, &asked).words();
    let without = document(&notice, &Asked::default()).words();
    assert_eq!(with, without.replace("已办。", "已办。附件：会议纪要") + "（版本）");
}

#[test]
fn the_command_writes_a_file_and_refuses_what_it_cannot_do() {
    let dir = tempfile::tempdir().unwrap();
    let (root, to) = (kit::repo("tests/frozen/v1"), dir.path().join("a.docx"));
    let root = root.to_str().unwrap();
    let to = to.to_str().unwrap();
    kit::run(["export", "2025-canal", "-C", root, "--format", "docx", "--with-edition", "-o", to], 0);
    let words = tree(&parts(&std::fs::read(to).unwrap())["word/document.xml"]).words();
    assert!(words.ends_with(')') && words.contains("(Edition of 2025-07-05, digest "), "{words}");
    let refused = kit::run(["export", "2025-canal", "-C", root, "--format", "docx"], 2);
    assert!(kit::text(&refused.stderr).contains("-o"));
    let refused = kit::run(["export", "2025-canal", "-C", root, "--with-attachments"], 2);
    assert!(kit::text(&refused.stderr).contains("docx"));
    for format in ["json", "csv", "xlsx", "cms"] {
        let args = ["export", "2025-canal", "-C", root, "--format", format, "--with-edition", "-o", to];
        let refused = kit::run(args, 2);
        assert!(kit::text(&refused.stderr).contains("txt, docx and pdf"), "{format}");
    }
}

#[test]
fn a_name_that_says_no_format_is_refused_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let root = kit::repo("tests/frozen/v1");
    let export = |name: &str, code| {
        let to = dir.path().join(name);
        let out = kit::run(
            ["export", "2025-canal", "-C", root.to_str().unwrap(), "-o", to.to_str().unwrap()],
            code,
        );
        (kit::text(&out.stderr).to_owned(), std::fs::read(&to).ok())
    };
    for name in ["a.doc", "a.wps", "a.XLS", "2025.7"] {
        let (said, made) = export(name, 2);
        assert!(said.contains("txt, docx, pdf, xlsx, csv, json") && said.contains("--format"), "{said}");
        assert!(made.is_none(), "{name}");
    }
    let (_, word) = export("b.DOCX", 0);
    assert!(word.unwrap().starts_with(b"PK"));
    let (text, none) = (export("c.txt", 0).1.unwrap(), export("c", 0).1.unwrap());
    assert!(text == none && std::str::from_utf8(&text).is_ok());
}
