//! The themes that ship inside the binary, so that one file is the whole tool.

use super::Files;
use crate::lang::Lang;

macro_rules! files {
    ($theme:literal: $($path:literal),+ $(,)?) => {
        vec![$(($path.to_owned(), include_bytes!(concat!("../../themes/", $theme, "/", $path)).to_vec())),+]
    };
}

/// The files of a theme by its name.
pub fn files(name: &str) -> Option<Files> {
    match name {
        "civic" => Some(files!["civic":
            "theme.yaml",
            "assets/civic.css",
            "assets/icon.svg",
            "assets/contents.js",
            "assets/large.js",
            "assets/search.js",
            "assets/sort.js",
            "locales/zh-CN.ftl",
            "locales/en.ftl",
            "templates/_top.html",
            "templates/_foot.html",
            "templates/_macros.html",
            "templates/_contact.html",
            "templates/_promise.html",
            "templates/_last_change.html",
            "templates/_corrected.html",
            "templates/_proof.html",
            "templates/_months.html",
            "templates/_rows.html",
            "templates/_text.html",
            "templates/_changes.html",
            "templates/edition.html",
            "templates/editions.html",
            "templates/base.html",
            "templates/home.html",
            "templates/notice.html",
            "templates/issue.html",
            "templates/moved.html",
            "templates/gone.html",
            "templates/progress.html",
            "templates/progress-index.html",
            "templates/units.html",
            "templates/unit.html",
            "templates/statuses.html",
            "templates/status.html",
            "templates/issues.html",
            "templates/data.html",
            "templates/search.html",
            "templates/page.html",
            "templates/updates.html",
            "templates/404.html",
        ]),
        "plain" => Some(files!["plain":
            "theme.yaml",
            "inline.yaml",
            "locales/zh-CN.ftl",
            "locales/en.ftl",
            "templates/_style.css",
            "templates/_contact.html",
            "templates/_counts.html",
            "templates/_text.html",
            "templates/_issue.html",
            "templates/_words.html",
            "templates/base.html",
            "templates/home.html",
            "templates/notice.html",
            "templates/gone.html",
            "templates/page.html",
            "templates/404.html",
            "templates/portal-fields.txt",
            "templates/portal-notice.html",
            "templates/portal-progress.html",
            "templates/portal-changes.html",
        ]),
        _ => None,
    }
}

/// The strings that every theme may count on, its own standing above them.
pub fn strings(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => include_str!("../../themes/civic/locales/zh-CN.ftl"),
        Lang::En => include_str!("../../themes/civic/locales/en.ftl"),
    }
}
