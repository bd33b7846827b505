//! Markdown, the dialect of the content: CommonMark with tables and footnotes left literal, emphasis that works beside
//! Chinese marks, no raw HTML. Turned into events for pages, or into plain lines for documents.

mod emphasis;
pub mod html;
mod plain;

pub use emphasis::SENTINEL;
pub use plain::{escape_line, lines};

use pulldown_cmark::{Event, Options, Parser};

/// Parses a text prepared by [`prepare`].
pub fn events(prepared: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(prepared, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// Puts a sentinel between a Chinese mark and a run of `*` or `_`, so that emphasis opens and closes where a Chinese
/// reader expects; strip [`SENTINEL`] from every text that comes out.
pub fn prepare(source: &str) -> std::borrow::Cow<'_, str> {
    emphasis::prepare(source)
}
