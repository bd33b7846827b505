//! Where a text leads, with the places in it.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::OPTIONS;

/// A link or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Where it is written, in bytes.
    pub range: Range<usize>,
    /// The address as written.
    pub to: String,
    /// A picture.
    pub picture: bool,
    /// It has words: a link to press, a picture that says what it shows.
    pub words: bool,
}

/// Every link and picture of a text. One that can hold none is not parsed.
pub fn targets(markdown: &str) -> Vec<Target> {
    if !may_lead(markdown) {
        return Vec::new();
    }
    let mut out: Vec<Target> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (event, range) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                push(&mut out, &mut open, range, dest_url.into_string(), false)
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                push(&mut out, &mut open, range, dest_url.into_string(), true)
            }
            Event::End(TagEnd::Link | TagEnd::Image) => drop(open.pop()),
            Event::Text(_) | Event::Code(_) => open.iter().for_each(|at| out[*at].words = true),
            _ => {}
        }
    }
    out
}

/// Whether a text leads to an address, or shows the picture there; to name it in words is neither.
pub fn leads_to(markdown: &str, address: &str) -> bool {
    let is_there = |t: &Target| t.to.split(['#', '?']).next() == Some(address);
    markdown.contains(address) && targets(markdown).iter().any(is_there)
}

/// Whether a text has a sign that every link has one of.
pub fn may_lead(markdown: &str) -> bool {
    ["](", "]:", "://"].iter().any(|sign| markdown.contains(sign))
}

fn push(out: &mut Vec<Target>, open: &mut Vec<usize>, range: Range<usize>, to: String, picture: bool) {
    open.push(out.len());
    out.push(Target { range, to, picture, words: false });
}
