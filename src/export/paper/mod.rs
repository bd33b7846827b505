//! What an official paper consists of (GB/T 9704-2012), whatever it is printed with: paragraphs and rows in their styles.

mod foot;
mod items;
mod run_in;
mod style;
mod table;
mod title;

pub use items::{Indent, Item, Paragraph, Place, items};
pub use style::Style;
pub use table::{Table, WIDTH};
pub use title::lines_of as title_lines;

/// What stands in the document only where it is asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What stands before the list of attachments, `附件：`; without it there is no list.
    pub attachments: Option<String>,
    /// A last line that names the edition.
    pub edition: Option<String>,
}
