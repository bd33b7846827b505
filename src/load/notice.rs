//! `notice.yaml` into a [`Notice`] without its issues.

use chrono::NaiveDate;

use super::fields::{self, Fields};
use super::issue::{id, unique};
use super::numbering;
use super::prose::Library;
use super::redaction;
use super::site::contact;
use super::tree::Tree;
use super::waiver::waivers;
use super::withdrawn;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::model::{
    Inspection, Layout, Level, Node, NodeId, Notice, Numbering, Prose, SignOff, Signature, TitleBreak,
};
use crate::text::Span;
use crate::zh::date_form::DateForm;

/// What `notice.yaml` says.
pub struct Head {
    /// The notice, without its issues.
    pub notice: Notice,
    /// Whether the outline is whole, so that a heading that is not in it is unknown.
    pub all_nodes: bool,
}

/// Decodes a notice; `prose` hands out its Markdown files. `None` where a field that everything hangs on is missing.
pub fn decode(tree: &Tree, slug: &str, prose: &mut Library<'_>, out: &mut Vec<Diagnostic>) -> Option<Head> {
    let mut f = Fields::open(tree, "notice", out)?;
    let contact = f.tree("contact").and_then(|t| contact(t, out));
    prose.contact = contact.clone();
    let (title, issuer) = (f.required("title", out), f.required("issuer", out));
    let date = f.required_date("date", out);
    let length = title.chars().count();
    let mut notice = Notice {
        slug: slug.to_owned(),
        title,
        issuer,
        date: date.unwrap_or_default(),
        published: f.time("published", out),
        inspection: f.tree("inspection").and_then(|t| inspection(t, out)),
        period_ends: f.date("period_ends", out),
        next_update_due: later("next_update_due", &NEXT, &mut f, date, out),
        public_until: later("public_until", &UNTIL, &mut f, date, out),
        contact,
        sign_off: f.tree("sign_off").and_then(|t| sign_off(t, out)),
        numbering: numbering_of(&mut f, out),
        layout: f.tree("layout").map_or_else(Layout::default, |t| layout(t, length, out)),
        opening: text(&mut f, "opening", prose, out),
        outline: Vec::new(),
        closing: text(&mut f, "closing", prose, out),
        postscript: text(&mut f, "postscript", prose, out),
        issues: Vec::new(),
        editions: Vec::new(),
        attachments: Vec::new(),
        translations: Vec::new(),
        redactions: redaction::redactions(&mut f, out),
        withdrawn: withdrawn::withdrawn(&mut f, out),
        allow: waivers(&mut f, out),
        span: f.span,
    };
    let before = out.len();
    notice.outline = nodes(f.list("outline", out), Level::Part, prose, out);
    f.close(out);
    unique(notice.nodes().iter().map(|n| (n.id.as_str(), n.span)), out);
    let all_nodes = out[before..].iter().all(|d| PROSE.contains(&d.code));
    Some(Head { notice, all_nodes })
}

/// A day that has to come after the notice's own: the code and the messages where it does not.
struct Later {
    code: &'static str,
    message: &'static str,
    hint: &'static str,
}

/// The day of the next update; one that the notice's own date has passed promises nothing.
const NEXT: Later = Later { code: "next-update", message: "load-next-update", hint: "load-next-update-hint" };
/// The last day of publication.
const UNTIL: Later =
    Later { code: "public-until", message: "load-public-until", hint: "load-public-until-hint" };

fn later(
    name: &'static str,
    words: &Later,
    f: &mut Fields<'_>,
    date: Option<NaiveDate>,
    out: &mut Vec<Diagnostic>,
) -> Option<NaiveDate> {
    let (text, span) = f.scalar(name, "want-date", out)?;
    let due = fields::date(text, span, out)?;
    if let Some(date) = date.filter(|date| due <= *date) {
        let message = Msg::new(words.message).with("due", due.to_string()).with("date", date.to_string());
        let found = Diagnostic::error(words.code, span, message);
        out.push(found.hint(Msg::new(words.hint)));
    }
    Some(due)
}

/// Mistakes in an outline that leave its ids as they are.
const PROSE: [&str; 3] = ["no-such-prose", "prose-twice", "placeholder"];

fn numbering_of(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Numbering {
    let read = f.tree("numbering").and_then(|t| numbering::decode(t, out));
    read.or_else(|| Numbering::preset("continuous")).unwrap_or_else(numbering::bare)
}

fn text(
    f: &mut Fields<'_>,
    name: &'static str,
    prose: &mut Library<'_>,
    out: &mut Vec<Diagnostic>,
) -> Option<Prose> {
    let (file, span) = f.scalar(name, "want-text", out)?;
    prose.take(file, span, out)
}

fn inspection(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Inspection> {
    let mut f = Fields::open(tree, "inspection", out)?;
    let by = f.required("by", out);
    let found = Inspection {
        by,
        from: f.date("from", out),
        to: f.date("to", out),
        feedback: f.date("feedback", out),
    };
    f.close(out);
    Some(found)
}

fn sign_off(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<SignOff> {
    let mut f = Fields::open(tree, "sign_off", out)?;
    let digest = f.text("digest", out);
    let by: Vec<Signature> = f.list("by", out).iter().filter_map(|t| signature(t, out)).collect();
    f.close(out);
    unique(by.iter().map(|s| (s.role.as_str(), s.span)), out);
    Some(SignOff { digest, by, span: tree.span })
}

/// Decodes a signature.
pub fn signature(tree: &Tree, out: &mut Vec<Diagnostic>) -> Option<Signature> {
    let mut f = Fields::open(tree, "by", out)?;
    let found = Signature {
        role: f.required("role", out),
        post: f.required("post", out),
        on: f.date("on", out),
        span: tree.span,
    };
    f.close(out);
    Some(found)
}

/// `length` is that of the title, in characters.
fn layout(tree: &Tree, length: usize, out: &mut Vec<Diagnostic>) -> Layout {
    let default = Layout::default();
    let Some(mut f) = Fields::open(tree, "layout", out) else { return default };
    let layout = Layout {
        title: f.flag("title", out).unwrap_or(default.title),
        indent: f.text("indent", out).map_or(default.indent, indent),
        blank_lines: f.number("blank_lines", 20, out).unwrap_or(default.blank_lines),
        title_blank_lines: f.number("title_blank_lines", 20, out),
        signature_blank_lines: f.number("signature_blank_lines", 20, out),
        final_newline: f.flag("final_newline", out).unwrap_or(default.final_newline),
        title_indent: f.text("title_indent", out).map(indent).unwrap_or_default(),
        title_breaks: title_breaks(f.list("title_breaks", out), length, out),
        signature_indent: f.text("signature_indent", out).map(indent).unwrap_or_default(),
        date_indent: f.text("date_indent", out).map(indent).unwrap_or_default(),
        date_form: date_form(&mut f, out).unwrap_or_default(),
        signature: f.flag("signature", out).unwrap_or(default.signature),
        sealed: f.flag("sealed", out).unwrap_or(default.sealed),
    };
    f.close(out);
    layout
}

fn title_breaks(trees: &[Tree], length: usize, out: &mut Vec<Diagnostic>) -> Vec<TitleBreak> {
    let mut above = 0;
    fields::each(trees, |tree| {
        let mut f = Fields::open(tree, "title_breaks", out)?;
        f.need("after", out);
        let after = f.number("after", 9999, out);
        let indent = f.text("indent", out).map(indent).unwrap_or_default();
        f.close(out);
        let after = after?;
        if after <= above || after as usize >= length {
            let message = Msg::new("load-title-break")
                .with("after", after.to_string())
                .with("length", length.to_string());
            out.push(
                Diagnostic::warning("title-break", tree.span, message)
                    .hint(Msg::new("load-title-break-hint")),
            );
        }
        above = after;
        Some(TitleBreak { after, indent })
    })
}

fn date_form(f: &mut Fields<'_>, out: &mut Vec<Diagnostic>) -> Option<DateForm> {
    let (text, span) = f.scalar("date_form", "want-text", out)?;
    let form = DateForm::parse(text);
    if form.is_none() {
        let message = Msg::new("load-date-form").with("text", text);
        out.push(Diagnostic::error("bad-date-form", span, message).hint(Msg::new("load-date-form-hint")));
    }
    form
}

/// `2` for two ideographic spaces, or the very characters.
fn indent(text: String) -> String {
    match text.parse::<usize>() {
        Ok(n) if n <= 20 => "\u{3000}".repeat(n),
        _ => text,
    }
}

fn nodes(trees: &[Tree], level: Level, prose: &mut Library<'_>, out: &mut Vec<Diagnostic>) -> Vec<Node> {
    trees.iter().filter_map(|t| node(t, level, prose, out)).collect()
}

fn node(tree: &Tree, level: Level, prose: &mut Library<'_>, out: &mut Vec<Diagnostic>) -> Option<Node> {
    let mut f = Fields::open(tree, "outline", out)?;
    let (id, span): (String, Span) = id(&mut f, out);
    let heading = f.required("heading", out);
    let number = f.number("number", 9999, out);
    let printed = f.flag("printed", out).unwrap_or(true);
    let before = text(&mut f, "text", prose, out);
    let children = match level {
        Level::Part => {
            let mut all = nodes(f.list("sections", out), Level::Section, prose, out);
            all.extend(nodes(f.list("topics", out), Level::Topic, prose, out));
            all
        }
        Level::Section => nodes(f.list("topics", out), Level::Topic, prose, out),
        Level::Topic => Vec::new(),
    };
    let closing = text(&mut f, "closing", prose, out);
    f.close(out);
    Some(Node { id: NodeId(id), level, heading, number, printed, text: before, closing, children, span })
}
