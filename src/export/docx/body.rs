//! The part `word/document.xml`: paragraphs and tables.

use super::paragraph::{Own, paragraph, placed, table};
use super::xml::run;
use crate::export::paper::{Item, Paragraph, Style, Table};

/// The whole part.
pub fn document(items: Vec<Item>) -> String {
    let mut body = Body { out: HEAD.to_owned(), after_table: false };
    for item in items {
        match item {
            Item::Paragraph(p) => body.paragraph(&p),
            Item::Table(table) => body.table(&table),
        }
    }
    body.apart();
    body.out.push_str(SECTION);
    body.out
}

const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>",
);

/// A4; 37 mm above, 28 mm at the left, 156 × 225 mm of type, lines of 28.95 points; the dash of a page number 7 mm below.
const SECTION: &str = concat!(
    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/>",
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
    "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" w:footer=\"1446\" w:gutter=\"0\"/>",
    "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr></w:body></w:document>",
);

struct Body {
    out: String,
    after_table: bool,
}

impl Body {
    fn paragraph(&mut self, p: &Paragraph) {
        self.after_table = false;
        paragraph(&mut self.out, p.style, Own { keep: p.keep, rest: &placed(p.place) }, |out| {
            for (words, style) in &p.words {
                run(out, &words.text, words.dress, *style);
            }
        });
    }

    fn table(&mut self, rows: &Table) {
        self.apart();
        table(&mut self.out, rows);
        self.after_table = true;
    }

    /// Two tables without a paragraph between them would be one, and the body may not end with a table.
    fn apart(&mut self) {
        if std::mem::take(&mut self.after_table) {
            paragraph(&mut self.out, Style::Cell, Own::default(), |_| {});
        }
    }
}
