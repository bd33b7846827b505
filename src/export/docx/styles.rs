//! The styles of the document: one row each. Sizes are in half points (32 is 3号, 44 is 2号, 28 is 4号), lengths in
//! twentieths of a point.

use std::fmt::Write as _;

use crate::export::paper::Style;

/// Width of a character of the text: 16 points less a quarter, so that 28 of them are 156 mm.
pub const CHARACTER: i64 = 315;
/// Height of a line: 22 of them are 225 mm.
pub const LINE: i64 = 579;

/// The id by which paragraphs and words name a style.
pub fn id(style: Style) -> &'static str {
    // The rows stand in the order of the variants.
    ROWS[style as usize].id
}

/// The part `word/styles.xml`.
pub fn part() -> String {
    let mut out = HEAD.to_owned();
    for row in &ROWS {
        row.write(&mut out);
    }
    out.push_str(TABLE);
    out
}

/// What a style is in Word. A name that Word has for one of its own is shown in the language of the reader.
struct Row {
    id: &'static str,
    name: &'static str,
    /// Its level in the navigation pane, from 0.
    outline: Option<u8>,
    /// Whether it stays on the page of what follows.
    keep: bool,
    /// Spacing, indents and place, as OOXML orders them.
    paragraph: &'static str,
    font: Option<&'static str>,
    /// In half points.
    size: u8,
}

const TEXT: Row = Row {
    id: "BodyText",
    name: "Body Text",
    outline: None,
    keep: false,
    paragraph: "<w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/>",
    font: None,
    size: 32,
};

const HEADING: Row = Row { keep: true, ..TEXT };

#[rustfmt::skip]
const ROWS: [Row; 17] = [
    Row { id: "Title", name: "Title", paragraph: TITLE, font: Some("方正小标宋简体"), size: 44, ..HEADING },
    Row { id: "Heading1", name: "heading 1", outline: Some(0), font: Some("黑体"), ..HEADING },
    Row { id: "Heading2", name: "heading 2", outline: Some(1), font: Some("楷体"), ..HEADING },
    Row { id: "Heading3", name: "heading 3", outline: Some(2), ..HEADING },
    Row { id: "Heading4", name: "heading 4", outline: Some(3), ..HEADING },
    TEXT,
    Row { id: "Label", name: "措施标签", keep: true, ..TEXT },
    Row { id: "Cell", name: "表格文字", paragraph: CELL, size: 24, ..TEXT },
    Row { id: "Attachments", name: "附件说明", paragraph: "", ..TEXT },
    Row { id: "Signature", name: "Signature", keep: true, paragraph: RIGHT, ..TEXT },
    Row { id: "Date", name: "Date", paragraph: RIGHT, ..TEXT },
    Row { id: "Postscript", name: "附注", paragraph: "", ..TEXT },
    Row { id: "Edition", name: "公开版本", paragraph: EDITION, size: 24, ..TEXT },
    Row { id: "FooterOdd", name: "单页页码", paragraph: ODD, font: Some("宋体"), size: 28, ..TEXT },
    Row { id: "FooterEven", name: "双页页码", paragraph: EVEN, font: Some("宋体"), size: 28, ..TEXT },
    Row { id: "PartWords", name: "一级标题文字", paragraph: "", font: Some("黑体"), ..TEXT },
    Row { id: "SectionWords", name: "二级标题文字", paragraph: "", font: Some("楷体"), ..TEXT },
];

const TITLE: &str = "<w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"579\"/><w:jc w:val=\"center\"/>";
const CELL: &str =
    "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/>";
const RIGHT: &str = "<w:jc w:val=\"right\"/>";
const EDITION: &str = "<w:spacing w:before=\"579\"/>";
const ODD: &str =
    "<w:spacing w:line=\"280\"/><w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>";
const EVEN: &str =
    "<w:spacing w:line=\"280\"/><w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>";

impl Row {
    fn write(&self, out: &mut String) {
        let words = self.id.ends_with("Words");
        let kind = if words { "character" } else { "paragraph" };
        // A String takes everything, here and below.
        let _never = write!(
            out,
            "<w:style w:type=\"{kind}\" w:styleId=\"{}\"><w:name w:val=\"{}\"/>",
            self.id, self.name
        );
        if !words {
            out.push_str("<w:basedOn w:val=\"Normal\"/>");
        }
        if self.outline.is_some() {
            out.push_str("<w:next w:val=\"BodyText\"/>");
        }
        out.push_str("<w:qFormat/>");
        if !words {
            self.paragraph(out);
        }
        self.run(out);
        out.push_str("</w:style>");
    }

    fn paragraph(&self, out: &mut String) {
        out.push_str("<w:pPr>");
        if self.keep {
            out.push_str("<w:keepNext/>");
        }
        out.push_str(self.paragraph);
        if let Some(level) = self.outline {
            let _never = write!(out, "<w:outlineLvl w:val=\"{level}\"/>");
        }
        out.push_str("</w:pPr>");
    }

    fn run(&self, out: &mut String) {
        out.push_str("<w:rPr>");
        if let Some(font) = self.font {
            let _never = write!(
                out,
                "<w:rFonts w:ascii=\"{font}\" w:eastAsia=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\"/>"
            );
        }
        if self.size != TEXT.size {
            let size = self.size;
            let _never =
                write!(out, "<w:spacing w:val=\"0\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
        }
        out.push_str("</w:rPr>");
    }
}

/// What every paragraph has: 3号 仿宋, lines of 28.95 points, no line of a page left free to keep two together.
const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:docDefaults><w:rPrDefault><w:rPr>",
    "<w:rFonts w:ascii=\"仿宋\" w:eastAsia=\"仿宋\" w:hAnsi=\"仿宋\" w:cs=\"仿宋\"/>",
    "<w:spacing w:val=\"-5\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/>",
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>",
    "<w:widowControl w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>",
    "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr></w:style>",
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>",
    "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>",
    "<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>",
    "</w:tblCellMar></w:tblPr></w:style>",
);

/// A table with a thin line around each cell.
const TABLE: &str = concat!(
    "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>",
    "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>",
    "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>",
    "</w:tblBorders></w:tblPr></w:style></w:styles>",
);
