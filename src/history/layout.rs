//! The layout of a notice, as a record holds it.

use serde_json::{Value, json};

use crate::model::{Layout, TitleBreak};
use crate::zh::date_form::DateForm;

/// The fields; one that is absent is left out, so that records of before keep their digest.
pub fn layout(l: &Layout) -> Value {
    let Layout {
        title,
        indent,
        blank_lines,
        title_blank_lines: _,
        signature_blank_lines: _,
        final_newline,
        title_indent,
        title_breaks,
        signature_indent,
        date_indent,
        date_form,
        signature,
        sealed,
    } = l;
    let mut out = json!({
        "title": title,
        "indent": indent,
        "blank_lines": blank_lines.to_string(),
        "final_newline": final_newline,
        "title_indent": title_indent,
        "signature_indent": signature_indent,
        "date_indent": date_indent,
        "signature": signature,
    });
    // Left out where it is the usual one, so that records of before keep their digest.
    if *date_form != DateForm::default() {
        out["date_form"] = json!(date_form.source());
    }
    for (key, n) in l.own_blank_lines() {
        out[key] = json!(n.to_string());
    }
    if !title_breaks.is_empty() {
        let each = |b: &TitleBreak| json!({"after": b.after.to_string(), "indent": b.indent});
        out["title_breaks"] = title_breaks.iter().map(each).collect();
    }
    if *sealed {
        out["sealed"] = json!(true);
    }
    out
}
