//! Markdown, the dialect of the content: CommonMark with tables and footnotes, emphasis that works beside
//! Chinese marks, no raw HTML. Turned into events for pages, or into plain lines for documents.

mod emphasis;
pub mod escape;
mod footnote;
pub mod html;
mod links;
mod notes;
mod picture;
pub mod pieces;
mod plain;
mod ragged;
mod struck;
mod table;
mod whole;
mod widths;

pub use emphasis::SENTINEL;
pub use links::{Target, leads_to, may_lead, targets};
pub use notes::{NoteFault, note_faults};
pub use plain::{escape_line, lines};
pub use ragged::{Ragged, ragged};
pub use struck::struck;
pub use table::{aligned, bar_cells, cell_class, is_rule, without_rules};
pub use whole::cell_words;
pub use widths::is_long;

use pulldown_cmark::{Event, Options, Parser};

const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_FOOTNOTES);

/// Parses a text prepared by [`prepare`].
pub fn events(prepared: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(prepared, OPTIONS)
}

/// Puts a sentinel between a Chinese mark and a run of `*` or `_`, so that emphasis opens and closes where a Chinese
/// reader expects; strip [`SENTINEL`] from every text that comes out.
pub fn prepare(source: &str) -> std::borrow::Cow<'_, str> {
    emphasis::prepare(source)
}
