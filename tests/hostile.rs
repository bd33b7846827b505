//! Files that mean harm, or were harmed: each gives a clear error, or its content and the name of what was left out, in a
//! process that may have no more than 200 MB.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::process::Command;

use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// Kibibytes of memory of its own that a process may have.
const MEMORY: usize = 200 << 10;

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Imports a file within the bounds; gives the exit code and all that was said.
    fn import(&self, name: &str, bytes: &[u8]) -> (i32, String) {
        let file = self.file(name, bytes);
        let site = self.0.path().join("site");
        let tool = env!("CARGO_BIN_EXE_gongkai");
        // The limit counts what a process may write to. mimalloc would ask for a gibibyte of room at once, and use little of it.
        let line = format!("ulimit -d {MEMORY} && exec \"$0\" \"$@\"");
        #[expect(clippy::disallowed_methods, reason = "the test bounds the tool as a shell does")]
        let mut shell = Command::new("sh");
        shell.args(["-c", &line, tool, "import"]).arg(&file).arg("-C").arg(&site);
        shell.args(["--slug", "a", "--dry-run", "--date", "2025-12-26", "--issuer", "县水利局"]);
        let quiet =
            shell.env("GONGKAI_LANG", "en").env("NO_COLOR", "1").env("MIMALLOC_ARENA_EAGER_COMMIT", "0");
        let out = quiet.output().unwrap();
        let said = format!("{}{}", kit::text(&out.stdout), kit::text(&out.stderr));
        (out.status.code().unwrap_or(-1), said)
    }

    /// The file is refused with these words, and with what to do.
    fn refuses(&self, name: &str, bytes: &[u8], words: &str) {
        let (code, said) = self.import(name, bytes);
        assert_eq!(code, 1, "{name}: {said}");
        assert!(said.contains(words) && said.contains("help: "), "{name}: {said}");
        assert!(!said.contains("panicked"), "{name}: {said}");
    }

    /// The file is read, and these words tell what was not.
    fn reads(&self, name: &str, bytes: &[u8], words: &[&str]) {
        let (code, said) = self.import(name, bytes);
        assert_eq!(code, 0, "{name}: {said}");
        words.iter().for_each(|w| assert!(said.contains(w), "{name}: {w}: {said}"));
    }
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // A file of OpenDocument is told by its kind, which stands in it as it is.
        let plain = *name == "mimetype";
        let method = if plain { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn document(body: &str) -> String {
    format!("<w:document {W}><w:body>{body}</w:body></w:document>")
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn word(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let document = document(body);
    package(&[&[("word/document.xml", document.as_bytes())][..], more].concat())
}

const WORKBOOK: &str =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
const RELS: &str =
    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

fn workbook(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let own: [(&str, &[u8]); 3] = [
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    package(&[&own[..], more].concat())
}

fn row(cells: &[&str]) -> String {
    let cells = cells.iter().map(|c| format!("<c t=\"inlineStr\"><is><t>{c}</t></is></c>"));
    format!("<row>{}</row>", cells.collect::<String>())
}

fn head() -> String {
    row(&["序号", "具体问题", "整改措施", "责任单位"])
}

fn open(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"台账\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
    package(&[&[kind, ("content.xml", content.as_bytes())], more].concat())
}

fn open_row(cells: &[&str], more: &str) -> String {
    let cell = |c: &&str| format!("<table:table-cell {more}><text:p>{c}</text:p></table:table-cell>");
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn a_bomb_is_not_blown_up() {
    let desk = Desk::new();
    let zeros = vec![b' '; 26 << 20];
    let large = "holds more than a notice could";
    let bomb = package(&[("word/document.xml", &zeros)]);
    assert!(bomb.len() < 200_000, "it packs well");
    desk.refuses("a.docx", &bomb, large);
    desk.refuses("b.xlsx", &workbook(&head(), &[("xl/sharedStrings.xml", &zeros)]), large);
    desk.refuses("c.ods", &open("", &[("META-INF/manifest.xml", &zeros)]), large);
    let elements = "<w:p/>".repeat(700_000);
    desk.refuses("d.docx", &word(&elements, &[]), large);
    desk.refuses("e.html", format!("<html><body>{}", "<div>".repeat(900_000)).as_bytes(), large);
}

#[test]
fn entities_are_not_expanded() {
    let desk = Desk::new();
    let laughs =
        "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>";
    let file = "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><a>&a;</a>";
    for bomb in [laughs, file] {
        let bomb = bomb.as_bytes();
        desk.refuses("a.docx", &package(&[("word/document.xml", bomb)]), "declares entities");
        desk.refuses("b.xlsx", &package(&[("xl/workbook.xml", bomb)]), "declares entities");
        let kind: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
        desk.refuses("c.ods", &package(&[kind, ("content.xml", bomb)]), "declares entities");
    }
    let aliases = "&a [*a, *a]";
    let text = format!("format: 1\ntitle: {aliases}\n");
    let loaded = gongkai::load::load(vec![kit::file("site.yaml", &text)]);
    assert!(loaded.site.is_none(), "an alias in a content file is an error");
}

#[test]
fn a_broken_package_says_where_it_breaks() {
    let desk = Desk::new();
    let whole = [
        ("a.docx", word(&p("一、整改情况"), &[])),
        ("b.xlsx", workbook(&head(), &[])),
        ("c.ods", open(&open_row(&["具体问题", "整改措施", "责任单位"], ""), &[])),
    ];
    for (name, bytes) in whole {
        desk.refuses(name, &bytes[..bytes.len() - 30], "damaged or not what it seems");
        desk.refuses(name, &bytes[..bytes.len() / 2], "damaged or not what it seems");
    }
    desk.refuses("d.docx", &word("<w:p><w:r>", &[]), "in word/document.xml");
    desk.refuses("e.xlsx", &workbook("<row><c>", &[]), "in xl/worksheets/sheet1.xml");
    desk.refuses("f.ods", &open("<table:table-row>", &[]), "in content.xml");
}

#[test]
fn what_a_password_keeps_is_said_to_be_so() {
    let desk = Desk::new();
    // What Word and Excel make of a password: a compound file that names its streams in UTF-16 (MS-OFFCRYPTO).
    let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    locked.resize(1024, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let words = "kept by a password";
    desk.refuses("a.docx", &locked, words);
    desk.refuses("b.xlsx", &locked, words);
    let manifest = b"<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    desk.refuses("c.ods", &open("", &[("META-INF/manifest.xml", manifest)]), words);
    // The bit with which ZIP says that a part is enciphered, in both of its heads.
    let mut bytes = word(&p("一、整改情况"), &[]);
    let central = bytes.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    (bytes[6], bytes[central + 8]) = (bytes[6] | 1, bytes[central + 8] | 1);
    desk.refuses("d.docx", &bytes, words);
}

#[test]
fn macros_and_other_files_are_named_and_never_opened() {
    let desk = Desk::new();
    let leads = b"<Relationships><Relationship Id=\"r1\" Type=\"http://x/attachedTemplate\" Target=\"http://203.0.113.9/t.dotm\" TargetMode=\"External\"/>\
        <Relationship Id=\"r2\" Type=\"http://x/hyperlink\" Target=\"http://203.0.113.9/\" TargetMode=\"External\"/></Relationships>";
    let more: [(&str, &[u8]); 2] =
        [("word/vbaProject.bin", b"Sub AutoOpen()"), ("word/_rels/settings.xml.rels", leads)];
    let text = [p("县水利局关于巡察整改情况的通报"), p("一、整改情况"), p("已全部办结。")].concat();
    let named = ["holds macros", "leans on other files", "http://203.0.113.9/t.dotm"];
    desk.reads("a.docx", &word(&text, &more), &named);
    let rows = head() + &row(&["1", "闸门检修不及时。", "检修闸门。", "闸管所"]);
    let more: [(&str, &[u8]); 2] = [
        ("xl/vbaProject.bin", b"Sub Auto_Open()"),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
    ];
    desk.reads("b.xlsm", &workbook(&rows, &more), &["holds macros", "leans on other files", "1 measure"]);
    let source = "<table:table-source xlink:href=\"http://203.0.113.9/x.ods\"/>".to_owned();
    let rows = [["具体问题", "整改措施", "责任单位"], ["闸门检修不及时。", "检修闸门。", "闸管所"]];
    let rows: String = rows.iter().map(|r| open_row(r, "")).collect();
    desk.reads("c.ods", &open(&(source + &rows), &[]), &["http://203.0.113.9/x.ods", "1 measure"]);
}

#[test]
fn formulas_give_the_values_that_were_saved() {
    let desk = Desk::new();
    let formula = "<row><c t=\"inlineStr\"><is><t>1</t></is></c><c t=\"str\"><f>HYPERLINK(\"http://203.0.113.9\")</f><v>闸门检修不及时。</v></c>\
        <c t=\"inlineStr\"><is><t>检修闸门。</t></is></c><c t=\"str\"><f>WEBSERVICE(A1)</f><v>闸管所</v></c></row>";
    let words = ["2 cells hold formulas", "台账!B2", "闸管所", "1 issue, 1 measure"];
    desk.reads("a.xlsx", &workbook(&(head() + formula), &[]), &words);
    let rows = open_row(&["具体问题", "整改措施", "责任单位"], "")
        + &open_row(&["闸门检修不及时。", "检修闸门。", "闸管所"], "table:formula=\"of:=1\"");
    desk.reads("b.ods", &open(&rows, &[]), &["3 cells hold formulas", "闸管所", "1 issue, 1 measure"]);
    let table = "序号,具体问题,整改措施,责任单位\n1,=cmd|' /C calc'!A0,检修闸门。,闸管所\n";
    desk.reads("c.csv", table.as_bytes(), &["1 issue, 1 measure"]);
}

#[test]
fn a_million_rows_are_too_many() {
    let desk = Desk::new();
    let large = "holds more than a notice could";
    let rows: String = (0..1_000_000).map(|_| "<row><c><v>1</v></c></row>").collect();
    desk.refuses("a.xlsx", &workbook(&rows, &[]), large);
    let rows = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>";
    desk.refuses("b.ods", &open(rows, &[]), large);
    let table = "序号,具体问题,整改措施\n".to_owned() + &"1,闸门,检修\n".repeat(1_000_000);
    desk.refuses("c.csv", table.as_bytes(), large);
    let cells: String = (1..30_000).map(|n| format!("{n}.检修。\n")).collect();
    let table = format!("序号,具体问题,整改措施\n1,闸门,\"{cells}\"\n");
    desk.refuses("d.csv", table.as_bytes(), "more than 20000 measures");
    desk.refuses("e.txt", "一、整改情况。\n".repeat(1_000_000).as_bytes(), large);
}
