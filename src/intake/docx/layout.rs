//! Paragraphs into a text. A document that gongkai wrote says in its properties how the text was laid out, and its styles
//! say what each paragraph is; of any other document the text is one paragraph a line.

use super::body::Paragraph;
use crate::export::docx::property;
use crate::import::is_title;
use crate::intake::xml::Element;
use crate::intake::{Kind, Notes};
use crate::model::Layout;

/// Reads the layout out of `docProps/custom.xml`.
pub fn read(part: Option<&Element>) -> Option<Layout> {
    let own = part?.elements().find(|p| p.attr("name") == Some(property::NAME))?;
    property::read(&own.elements().next()?.text())
}

/// The text.
pub fn compose(paragraphs: Vec<Paragraph>, layout: Option<Layout>, notes: &mut Notes) -> String {
    let is_own = layout.is_some();
    let layout = layout.unwrap_or(Layout { indent: String::new(), ..Layout::default() });
    let (mut lines, mut body, mut foot) = (Vec::new(), None, None);
    let mut rest = paragraphs.into_iter().filter(|p| !p.text.trim().is_empty()).peekable();
    let mut centred = Vec::new();
    while let Some(p) = rest.next_if(|p| p.centred) {
        centred.extend(p.text.split('\n').map(|line| line.trim().to_owned()));
    }
    if let Some(n) = title_lines(&centred).filter(|n| *n > 1) {
        let whole = centred.drain(..n).collect();
        centred.insert(0, whole);
        // In our own documents the layout says where the title breaks in the text.
        if !is_own {
            notes.add(Kind::TitleLines, centred.first().cloned());
        }
    }
    let mut centred = centred.into_iter();
    if let Some(title) = centred.next() {
        lines.extend(layout.title_lines(&title).iter().map(|(before, line)| format!("{before}{line}")));
        body = Some(lines.len());
    }
    lines.extend(centred.map(|line| format!("{}{line}", layout.title_indent)));
    for p in rest {
        let before = match p.style.as_deref().filter(|_| is_own) {
            Some("Signature") => &layout.signature_indent,
            Some("Date") => &layout.date_indent,
            Some("Postscript") => "",
            _ => layout.indent.as_str(),
        };
        if matches!(p.style.as_deref(), Some("Signature" | "Date")) {
            foot = foot.or(Some(lines.len()));
        }
        lines.extend(p.text.split('\n').filter(|l| !l.trim().is_empty()).map(|l| format!("{before}{l}")));
    }
    layout.join(&lines, body, foot)
}

/// How many of the centred lines at the top are a title, which a typist breaks where the page ends.
fn title_lines(lines: &[String]) -> Option<usize> {
    (1..=lines.len()).find(|n| is_title(&lines[..*n].concat()))
}
