//! The notice as a PDF. What is in the file is read by `tests/validate-pdf`, with readers that others wrote; here is what the
//! command says, and that the bytes do not change.
#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::path::Path;

use gongkai::disk::{find_fonts, place_of};
use gongkai::export::pdf::{FontStore, Typesetter};
use gongkai::export::print::{Asked, Press, PrintError, Role};
use gongkai::load::load_with;
use gongkai::model::Notice;
use kit::file;

fn small(text: &str, more: &str) -> Notice {
    let notice = format!(
        "title: 县水利局关于巡察整改的通报\nissuer: 县水利局\ndate: 2025-12-24\noutline: [{{id: all, heading: 整改进展}}]\n{more}\n"
    );
    let text = text.replace('\'', "''");
    let issue = format!(
        "id: x\ntitle: 闸门检修不及时。\nunder: all\nmeasures: [{{id: m1, text: '{text}', status: done}}]\n"
    );
    let files = vec![
        file("site.yaml", "format: 1\ntitle: 公开网\n"),
        file("notices/n/notice.yaml", &notice),
        file("notices/n/issues/1.yaml", &issue),
    ];
    let loaded = load_with(files, Vec::new());
    loaded.site.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).notices.remove(0)
}

/// The machine's fonts. Where it has no Chinese ones, what needs them is passed over, but never by a machine that checks a change.
fn press() -> Option<Typesetter> {
    let press = Typesetter::new(find_fonts(None).unwrap());
    match print(&press, &small("已办。", "")) {
        Err(PrintError::NoFont(roles)) => {
            assert!(std::env::var_os("CI").is_none(), "no fonts for {roles:?}: apt install fonts-noto-cjk");
            println!("SKIPPED: no Chinese fonts");
            None
        }
        _ => Some(press),
    }
}

fn print(press: &dyn Press, notice: &Notice) -> Result<Vec<u8>, PrintError> {
    press.notice(notice, "zh-CN", &Asked::default())
}

#[test]
fn a_machine_without_fonts_is_told_what_each_is_for() {
    let bare = Typesetter::new(FontStore::new());
    assert_eq!(print(&bare, &small("已办。", "")), Err(PrintError::NoFont(Role::ALL.to_vec())));
    let empty = tempfile::tempdir().unwrap();
    let root = kit::repo("tests/frozen/v1");
    let to = empty.path().join("a.pdf");
    let args =
        ["export", "2025-canal", "--format", "pdf", "-C", root.to_str().unwrap(), "-o", to.to_str().unwrap()];
    let said = kit::run(args.into_iter().chain(["--font-dir", empty.path().to_str().unwrap()]), 1);
    let said = kit::text(&said.stderr);
    assert!(
        said.contains("仿宋") && said.contains("fonts-noto-cjk") && said.contains("--font-dir"),
        "{said}"
    );
    assert!(!to.exists(), "nothing is half written");
    kit::run(["fonts", "--font-dir", empty.path().to_str().unwrap()], 1);
    let absent = empty.path().join("none");
    kit::run(["fonts", "--font-dir", absent.to_str().unwrap()], 2);
}

/// Letters and signs are no Chinese: a list of every character of the notice would help nobody.
#[test]
fn a_machine_with_foreign_fonts_alone_has_none() {
    let file = place_of(&find_fonts(None).unwrap(), "DejaVu Sans");
    if file.is_empty() {
        assert!(std::env::var_os("CI").is_none(), "no DejaVu Sans: apt install fontconfig");
        println!("SKIPPED: no DejaVu Sans, which signs are taken from");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(&file, folder.path().join("a.ttf")).unwrap();
    let foreign = Typesetter::new(find_fonts(Some(folder.path())).unwrap());
    assert_eq!(print(&foreign, &small("已办。", "")), Err(PrintError::NoFont(Role::ALL.to_vec())));
}

#[test]
fn the_same_notice_is_the_same_bytes() {
    let Some(press) = press() else { return };
    let notice = small("(1)完成检修12处。\n|乡镇|完成数|\n|望岭|12|", "layout: {sealed: true}");
    let bytes = print(&press, &notice).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(bytes, print(&press, &notice).unwrap());
    let again = Typesetter::new(find_fonts(None).unwrap());
    assert_eq!(bytes, print(&again, &notice).unwrap(), "whatever was printed before");
}

#[test]
fn a_character_that_no_font_has_is_named_with_its_place() {
    let Some(press) = press() else { return };
    let missing = |text: &str| print(&press, &small(text, ""));
    // The highest code of a plane is never a character, so no font has it.
    let place = "issues/x/m1/text".to_owned();
    assert_eq!(missing("已\u{3FFFD}办。"), Err(PrintError::NoGlyph(vec![('\u{3FFFD}', place.clone())])));
    assert_eq!(missing("已\u{E001}办。"), Err(PrintError::Private('\u{E001}', place)));
}

#[test]
fn words_are_never_read_as_markup() {
    let Some(press) = press() else { return };
    let wild = r#"#panic("x") #import "@preview/x:1.0.0" #read("/etc/passwd") $x$ *b* _i_ `r` <l> @r = h \u{1F} // c /* c "]"#;
    let mut notice = small(wild, "");
    notice.title = format!("{wild}\n{wild}");
    notice.issuer = wild.to_owned();
    notice.outline[0].heading = wild.to_owned();
    print(&press, &notice).unwrap();
}

#[test]
fn a_notice_of_any_shape_can_be_printed() {
    let Some(press) = press() else { return };
    for more in ["layout: {title: false}", "layout: {signature: false}", "numbering: {issue: ''}"] {
        let notice = small("已办。", more);
        print(&press, &notice).unwrap_or_else(|e| panic!("{more}: {e:?}"));
    }
    let mut bare = small("已办。", "");
    bare.issues.clear();
    bare.outline.clear();
    print(&press, &bare).unwrap_or_else(|e| panic!("a title and a signature: {e:?}"));
}

#[test]
fn the_command_writes_a_file() {
    if press().is_none() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let root = kit::repo("tests/frozen/v1");
    let run = |name: &str, more: &[&str]| {
        let to = dir.path().join(name);
        let args = [
            "export",
            "2025-canal",
            "--format",
            "pdf",
            "-C",
            root.to_str().unwrap(),
            "-o",
            to.to_str().unwrap(),
        ];
        kit::run(args.iter().chain(more), 0);
        std::fs::read(Path::new(&to)).unwrap()
    };
    assert_ne!(run("a.pdf", &[]), run("b.pdf", &["--with-edition", "--with-attachments"]));
    let refused = kit::run(["export", "2025-canal", "-C", root.to_str().unwrap(), "--format", "pdf"], 2);
    assert!(kit::text(&refused.stderr).contains("-o"));
}

const SITE: &str =
    "format: 1\ntitle: 公开网\nbase_url: https://www.example.gov.cn/record/\ndocuments: [pdf, txt]\n";

fn record(site: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| kit::write(dir.path(), path, text);
    write("site.yaml", site);
    write(
        "notices/n/notice.yaml",
        "title: 县水利局关于巡察整改的通报\nissuer: 县水利局\ndate: 2025-12-24\noutline: [{id: all, heading: 整改进展}]\ncontact: {phone: 0000-0000001}\n",
    );
    write(
        "notices/n/issues/1.yaml",
        "id: x\ntitle: 闸门检修不及时。\nunder: all\nmeasures: [{id: m1, text: 已办。, status: done}]\n",
    );
    dir
}

#[test]
fn a_site_publishes_the_pages_that_an_export_makes() {
    if press().is_none() {
        return;
    }
    let dir = record(SITE);
    let root = dir.path().to_str().unwrap();
    let to = dir.path().join("a.pdf");
    kit::run(["build", "-C", root, "--as-of", "2026-02-01"], 0);
    kit::run(["export", "n", "-C", root, "--format", "pdf", "-o", to.to_str().unwrap()], 0);
    let published = std::fs::read(dir.path().join("public/notices/n/notice.pdf")).unwrap();
    assert_eq!(published, std::fs::read(&to).unwrap());
    let page = std::fs::read_to_string(dir.path().join("public/notices/n/index.html")).unwrap();
    assert!(page.contains("notice.pdf"), "it is listed");
    let empty = tempfile::tempdir().unwrap();
    let fonts = empty.path().to_str().unwrap();
    kit::run(["build", "-C", root, "--as-of", "2026-02-01", "--font-dir", fonts], 1);
    assert!(dir.path().join("public/notices/n/notice.pdf").exists(), "the site of before stands");
}

#[test]
fn a_sheet_for_the_board_needs_an_address_and_fits_one_page() {
    let poster = |dir: &tempfile::TempDir, code: i32| {
        let (root, to) = (dir.path().to_str().unwrap(), dir.path().join("a.pdf"));
        let args = ["export", "n", "-C", root, "--format", "poster", "--as-of", "2026-02-01", "-o"];
        let out = kit::run(args.into_iter().chain([to.to_str().unwrap()]), code);
        (kit::text(&out.stderr).to_owned(), std::fs::read(&to).ok())
    };
    let (said, made) = poster(&record("format: 1\ntitle: 公开网\n"), 1);
    assert!(said.contains("base_url") && made.is_none(), "{said}");
    if press().is_none() {
        return;
    }
    let dir = record(SITE);
    let (_, made) = poster(&dir, 0);
    assert_eq!(made, poster(&dir, 0).1, "the same bytes");
    let long = dir.path().join("content/notices/n/notice.yaml");
    let text = std::fs::read_to_string(&long)
        .unwrap()
        .replace("县水利局关于", &format!("县水利局关于{}", "水".repeat(200)));
    std::fs::write(&long, text).unwrap();
    let (said, _) = poster(&dir, 1);
    assert!(said.contains("one page"), "{said}");
}
