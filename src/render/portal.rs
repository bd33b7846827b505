//! Fragments for the editor of a portal: no class, script, style sheet or file of their own.

use super::{Book, Html, Links, edition, inline, notice, progress};
use crate::plan::Kind;
use crate::theme::{TemplateError, Theme};

/// What can be pasted into a portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fragment {
    /// The text of the notice.
    Notice,
    /// How far it has come, with lists.
    Progress,
    /// What its latest edition changed; there is nothing to say before the first.
    Changes,
    /// What the portal's form asks for beside the text: title, date, source, keywords.
    Fields,
}

impl Fragment {
    /// All of them, in the order in which one pastes them.
    pub const ALL: [Self; 4] = [Self::Fields, Self::Notice, Self::Progress, Self::Changes];

    /// Name of its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Notice => "notice.html",
            Self::Progress => "progress.html",
            Self::Changes => "changes.html",
            Self::Fields => "fields.txt",
        }
    }
}

/// Renders a fragment of notice `n` with the templates `portal-*.html` of a theme. Links are whole addresses, and left out
/// where the site has none. `None` where there is nothing to say.
pub fn fragment(
    which: Fragment,
    n: usize,
    book: &Book<'_>,
    theme: &Theme,
) -> Result<Option<String>, TemplateError> {
    let links = Links::absolute(book.site);
    let html = Html { kind: Kind::Notice(n), book, theme, links };
    let made = match which {
        Fragment::Fields => {
            return html.render_with("portal-fields.txt", notice::view(n, book, &html.links)).map(Some);
        }
        Fragment::Notice => html.render_with("portal-notice.html", notice::view(n, book, &html.links)),
        Fragment::Progress => html.render_with("portal-progress.html", progress::view(n, book, &html.links)),
        Fragment::Changes => {
            let Some(latest) = book.site.notices[n].editions.len().checked_sub(1) else { return Ok(None) };
            html.render_with("portal-changes.html", edition::view(n, latest, book, &html.links))
        }
    };
    made.map(|made| Some(inline::inline(&made, &theme.styles)))
}
