//! Writes the notice of a folder `content` as a Word document, and prints median milliseconds, bytes, and whether every run gave
//! the same: `write ours|theirs ROOT SLUG RUNS [FILE]`. Both take the same words and the same styles of text and headings.

use std::io::Cursor;
use std::time::Instant;

use docx_rs::{
    AlignmentType, Docx, Footer, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph, Run, RunFonts, Style, StyleType,
};
use gongkai::export::{docx, txt};
use gongkai::load::load_with;
use gongkai::model::Notice;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let read = gongkai::disk::read_content(&std::path::Path::new(&args[2]).join("content"));
    let site = load_with(read.files, read.assets).site.expect("a record without fault");
    let notice = site.notices.iter().find(|n| n.slug == args[3]).expect("a notice of that name");
    let write: fn(&Notice) -> Vec<u8> = if args[1] == "ours" { ours } else { theirs };
    let runs: usize = args[4].parse().expect("a count");
    let (mut times, mut made) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        let start = Instant::now();
        made.push(write(notice));
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    let same = made.windows(2).all(|w| w[0] == w[1]);
    println!("{:.2} {} {same}", times[runs / 2], made[0].len());
    if let Some(file) = args.get(5) {
        std::fs::write(file, &made[0]).expect("the file can be written");
    }
}

fn ours(notice: &Notice) -> Vec<u8> {
    docx::export(notice, &docx::Asked::default()).expect("it fits")
}

/// One paragraph a line, each in the style of the title, a heading or the text; page numbers in the foot of odd and even pages.
fn theirs(notice: &Notice) -> Vec<u8> {
    let text = txt::export(notice);
    let heads: Vec<&str> = notice.nodes().iter().map(|n| n.heading.as_str()).collect();
    let mut out = page();
    for (at, line) in text.lines().enumerate() {
        let style = match at {
            0 => "Title",
            _ if heads.iter().any(|h| line.ends_with(h)) => "Heading1",
            _ => "BodyText",
        };
        out = out.add_paragraph(Paragraph::new().style(style).add_run(Run::new().add_text(line)));
    }
    let mut bytes = Vec::new();
    out.build().pack(Cursor::new(&mut bytes)).expect("memory takes everything");
    bytes
}

fn page() -> Docx {
    let lines = || LineSpacing::new().line(579).line_rule(LineSpacingType::Exact);
    let style = |id: &str, font: &str, size| {
        let fonts = RunFonts::new().ascii(font).hi_ansi(font).east_asia(font).cs(font);
        Style::new(id, StyleType::Paragraph).name(id).size(size).fonts(fonts).line_spacing(lines())
    };
    let foot = |place| {
        let number = Paragraph::new().align(place).add_run(Run::new().add_text("— ")).add_page_num(PageNum::new());
        Footer::new().add_paragraph(number.add_run(Run::new().add_text(" —")))
    };
    Docx::new()
        .created_at("2025-12-26T00:00:00Z")
        .updated_at("2025-12-26T00:00:00Z")
        .page_size(11906, 16838)
        .page_margin(PageMargin::new().top(2098).right(1474).bottom(1984).left(1588).footer(1446))
        .add_style(style("Title", "方正小标宋简体", 44).align(AlignmentType::Center))
        .add_style(style("Heading1", "黑体", 32).outline_lvl(0))
        .add_style(style("BodyText", "仿宋", 32))
        .footer(foot(AlignmentType::Right))
        .even_footer(foot(AlignmentType::Left))
}
