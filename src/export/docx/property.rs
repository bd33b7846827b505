//! How the text is laid out, kept in `docProps/custom.xml`: a paper has no use for it, but whoever takes the document back in
//! gets the very text.

use serde_json::{Value, json};

use super::xml::text;
use crate::model::{Layout, TitleBreak};

/// The name of the property.
pub const NAME: &str = "gongkai.layout";

/// The part.
pub fn part(layout: &Layout) -> String {
    let Layout {
        indent,
        blank_lines,
        final_newline,
        title_indent,
        title_breaks,
        signature_indent,
        date_indent,
        ..
    } = layout;
    let mut value = json!({
        "indent": indent,
        "blank_lines": blank_lines,
        "final_newline": final_newline,
        "title_indent": title_indent,
        "signature_indent": signature_indent,
        "date_indent": date_indent,
    });
    for (key, n) in layout.own_blank_lines() {
        value[key] = json!(n);
    }
    if !title_breaks.is_empty() {
        value["title_breaks"] = title_breaks.iter().map(|b| json!([b.after, b.indent])).collect();
    }
    let mut out = concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"",
        " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">",
        "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"",
    )
    .to_owned();
    out.push_str(NAME);
    out.push_str("\"><vt:lpwstr>");
    text(&mut out, &value.to_string());
    out.push_str("</vt:lpwstr></property></Properties>");
    out
}

/// Reads the value of the property; what else a layout says stands in the text itself.
pub fn read(value: &str) -> Option<Layout> {
    let value: Value = serde_json::from_str(value).ok()?;
    let space = |key: &str| space(value.get(key)?);
    let blank_lines = |key: &str| u32::try_from(value.get(key)?.as_u64()?).ok().filter(|n| *n <= 20);
    Some(Layout {
        indent: space("indent")?,
        blank_lines: blank_lines("blank_lines")?,
        title_blank_lines: blank_lines("title_blank_lines"),
        signature_blank_lines: blank_lines("signature_blank_lines"),
        final_newline: value.get("final_newline")?.as_bool()?,
        title_indent: space("title_indent")?,
        title_breaks: title_breaks(value.get("title_breaks"))?,
        signature_indent: space("signature_indent")?,
        date_indent: space("date_indent")?,
        ..Layout::default()
    })
}

/// An indent is white space: anything else would put words into the text that the document does not have.
fn space(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    (text.chars().count() <= 40 && text.chars().all(char::is_whitespace)).then(|| text.to_owned())
}

fn title_breaks(value: Option<&Value>) -> Option<Vec<TitleBreak>> {
    let Some(value) = value else { return Some(Vec::new()) };
    let each = |one: &Value| {
        let [after, indent] = one.as_array()?.as_slice() else { return None };
        Some(TitleBreak { after: u32::try_from(after.as_u64()?).ok()?, indent: space(indent)? })
    };
    value.as_array()?.iter().map(each).collect()
}
