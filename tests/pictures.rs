//! Pictures, tables and footnotes in prose and bodies, as pages show them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod kit;

use std::fs;
use std::path::Path;

/// The heads of four pictures of 640 by 480; nothing behind them is read.
fn heads() -> [(&'static str, Vec<u8>); 4] {
    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &640_u32.to_be_bytes(), &480_u32.to_be_bytes()]
        .concat();
    let gif = [b"GIF89a".as_slice(), &640_u16.to_le_bytes(), &480_u16.to_le_bytes(), &[0; 4]].concat();
    // A start, a frame header of 17 bytes with 8 bits a sample, then height and width.
    let jpeg =
        [b"\xff\xd8\xff\xc0\0\x11\x08".as_slice(), &480_u16.to_be_bytes(), &640_u16.to_be_bytes(), &[3; 10]]
            .concat();
    // Extended form: width and height less one, three bytes each.
    let webp = [b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0".as_slice(), &[0x7f, 2, 0, 0xdf, 1, 0]].concat();
    [("a.png", png), ("b.gif", gif), ("c.jpg", jpeg), ("d.webp", webp)]
}

/// The example, with these files beside its notice and this text on a page of its own.
fn site(files: &[(&str, Vec<u8>)], text: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    kit::run(["new", dir.path().to_str().unwrap()], 0);
    let evidence = dir.path().join("content/notices/example/evidence");
    fs::create_dir_all(&evidence).unwrap();
    files.iter().for_each(|(name, bytes)| fs::write(evidence.join(name), bytes).unwrap());
    fs::write(dir.path().join("content/pages/about.md"), format!("---\ntitle: 关于\n---\n{text}")).unwrap();
    dir
}

fn build(site: &Path, code: i32) -> String {
    let args = ["-C", site.to_str().unwrap(), "build", "--as-of", "2026-04-01", "--format", "short"];
    kit::text(&kit::run(args, code).stderr).replace(&format!("{}/", site.display()), "")
}

fn page(site: &Path) -> String {
    fs::read_to_string(site.join("public/about/index.html")).unwrap()
}

#[test]
fn a_picture_takes_its_place_before_it_is_there() {
    let names = heads().map(|(name, _)| format!("![图{name}](notices/example/evidence/{name})\n\n"));
    let site = site(&heads(), &names.concat());
    build(site.path(), 0);
    let page = page(site.path());
    for (name, _) in heads() {
        let want = format!(
            "<img src=\"../notices/example/evidence/{name}\" alt=\"图{name}\" width=\"640\" height=\"480\" loading=\"lazy\">"
        );
        assert!(page.contains(&want), "{name}: {page}");
    }
}

#[test]
fn a_picture_that_is_none_has_no_size_and_harms_nothing() {
    let broken = [
        ("a.png", b"\x89PNG\r\n\x1a\n".to_vec()),
        ("b.gif", Vec::new()),
        ("c.jpg", b"\xff\xd8\xff\xc0\0".to_vec()),
    ];
    let names = broken.clone().map(|(name, _)| format!("![图](notices/example/evidence/{name})\n\n"));
    let site = site(&broken, &names.concat());
    build(site.path(), 0);
    assert_eq!(page(site.path()).matches(" alt=\"图\" loading=\"lazy\">").count(), 3);
}

#[test]
fn a_picture_without_words_stops_the_build_at_its_place() {
    let site = site(&heads()[..1], "看图：![](notices/example/evidence/a.png)\n");
    let said = build(site.path(), 1);
    assert!(said.starts_with("content/pages/about.md:4:4: error[picture-words]: "), "{said}");
    assert!(!site.path().join("public").exists());
}

#[test]
fn a_table_that_scrolls_has_a_name_by_its_heads() {
    let site = site(&[], "| 路段 | `米` |\n|--|--:|\n| 上段 | 80 |\n");
    let issue = site.path().join("content/notices/example/issues/03-park-lamps.yaml");
    let text = fs::read_to_string(&issue).unwrap();
    assert!(text.contains("text: |\n"), "{text}");
    fs::write(
        &issue,
        text.replacen(
            "text: |\n",
            "text: |\n      路灯修复情况。\n      |公园\"一\"|盏|\n      |东园|12|\n",
            1,
        ),
    )
    .unwrap();
    build(site.path(), 0);
    let frame = |heads| {
        format!("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"表格：{heads}\"><table>")
    };
    assert!(page(site.path()).contains(&frame("路段、米")));
    let issue = site.path().join("public/notices/example/issues/park-lamps/index.html");
    assert!(fs::read_to_string(issue).unwrap().contains(&frame("公园&quot;一&quot;、盏")));
}

#[test]
fn a_dead_picture_or_link_is_told_with_a_way_out_that_one_can_read() {
    let dir = site(&[], "![](notices/n/evidence/x.png)\n\n[甲](nowhere/at/all/)");
    let said = build(dir.path(), 1);
    let lines: Vec<&str> = said.lines().collect();
    let found: Vec<&str> = lines.iter().filter_map(|l| l.split(' ').nth(1)).collect();
    assert_eq!(found[..3], ["error[link-dead]:", "error[picture-words]:", "error[link-dead]:"], "{said}");
    let root = dir.path().to_str().unwrap();
    let done = kit::run(["-C", root, "--lang", "zh-CN", "build"], 1);
    let told = kit::text(&done.stderr);
    assert!(told.contains("建议: 把文件放进这份通报的 evidence/ 文件夹"), "{told}");
    let some = told.lines().find_map(|l| l.split_once("例如：")).unwrap().1;
    assert!(some.contains("units/") && some.split('、').count() == 6, "{some}");
}
