//! The kinds of page as a theme names them.

use super::Kind;

/// Every kind with its template; what has none is not HTML, and the same in every theme.
const TEMPLATES: [(&str, Option<&str>); 26] = [
    ("home", Some("home.html")),
    ("notice", Some("notice.html")),
    ("document", None),
    ("issue", Some("issue.html")),
    ("moved", Some("moved.html")),
    ("gone", Some("gone.html")),
    ("progress", Some("progress.html")),
    ("progress-index", Some("progress-index.html")),
    ("edition", Some("edition.html")),
    ("editions", Some("editions.html")),
    ("units", Some("units.html")),
    ("unit", Some("unit.html")),
    ("statuses", Some("statuses.html")),
    ("status", Some("status.html")),
    ("issues", Some("issues.html")),
    ("page", Some("page.html")),
    ("data", Some("data.html")),
    ("search", Some("search.html")),
    ("search-script", None),
    ("updates", Some("updates.html")),
    ("not-found", Some("404.html")),
    ("feed", None),
    ("notice-feed", None),
    ("unit-feed", None),
    ("sitemap", None),
    ("robots", None),
];

impl Kind {
    /// Every name that may stand under `pages` in `theme.yaml`.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        TEMPLATES.iter().map(|(name, _)| *name)
    }

    /// The template that makes the kind of a name.
    pub fn template(name: &str) -> Option<&'static str> {
        TEMPLATES.iter().find(|(known, _)| *known == name).and_then(|(_, template)| *template)
    }
}
