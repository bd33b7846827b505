//! The files of a theme: those of the site's own folder over those that ship with the tool, each with the path that
//! people are told.

use super::builtin;
use super::manifest::Manifest;
use crate::diag::Diagnostic;
use crate::lang::Msg;
use crate::load::not_text;
use crate::text::{Encoding, FileId, Source, Sources, Span, decode};

/// A theme's files, by path within its folder.
pub type Files = Vec<(String, Vec<u8>)>;

/// A folder `themes/<name>/` beside `content/`, as it was read.
#[derive(Debug, Default)]
pub struct Folder {
    /// The folder as people are told it, with a slash at its end.
    pub path: String,
    /// What stands in it; nothing where there is no such folder.
    pub files: Files,
}

/// A file of a theme that is text.
pub struct Text {
    /// Path within the theme.
    pub path: String,
    /// Where it is among the sources.
    pub file: FileId,
}

/// The files of one theme in layers, the upper standing in for the lower.
#[derive(Default)]
pub struct Layers {
    /// Published as they are.
    pub assets: Files,
    /// Templates, strings and settings.
    pub texts: Vec<Text>,
    /// The texts themselves.
    pub sources: Sources,
}

impl Layers {
    /// The files of a folder. What should be text and is not is noted.
    pub fn of(own: Folder, out: &mut Vec<Diagnostic>) -> Self {
        let mut layers = Self::default();
        layers.add(&own.path, own.files, out);
        layers
    }

    /// These over the files of a shipped theme.
    pub fn over(mut self, base: Option<&str>, out: &mut Vec<Diagnostic>) -> Self {
        let Some((name, mut files)) = base.and_then(|name| Some((name, builtin::files(name)?))) else {
            return self;
        };
        let stands = |path: &str| match path.strip_prefix("assets/") {
            Some(name) => self.assets.iter().any(|(own, _)| own == name),
            None => self.get(path).is_some(),
        };
        files.retain(|(path, _)| !stands(path));
        self.add(&format!("<gongkai>/themes/{name}/"), files, out);
        self
    }

    fn add(&mut self, folder: &str, files: Files, out: &mut Vec<Diagnostic>) {
        for (path, bytes) in files {
            if let Some(name) = path.strip_prefix("assets/") {
                self.assets.push((name.to_owned(), bytes));
            } else if is_text(&path) {
                let shown = format!("{folder}{path}");
                let text = decoded(&shown, &bytes, out);
                let file = self.sources.add(Source { path: shown, text, encoding: Encoding::Utf8 });
                self.texts.push(Text { path, file });
            }
        }
        // In the order of names, so that every build hands them on alike.
        self.assets.sort();
        self.texts.sort_by(|a, b| a.path.cmp(&b.path));
    }

    /// What its `theme.yaml` says; nothing where there is none. `ships` says that it stands over a shipped theme.
    pub fn manifest(&self, ships: bool, out: &mut Vec<Diagnostic>) -> Option<Manifest> {
        let Some((file, source)) = self.get("theme.yaml") else {
            if !ships {
                let path = self.sources.shown("theme.yaml");
                let found = Diagnostic::file_error("theme-settings", path, Msg::new("theme-no-settings"));
                out.push(found.hint(Msg::new("theme-no-settings-hint")));
            }
            return None;
        };
        Manifest::read(file, source, ships, out)
    }

    /// A text by its path.
    pub fn get(&self, path: &str) -> Option<(FileId, &Source)> {
        let text = self.texts.iter().find(|t| t.path == path)?;
        Some((text.file, self.sources.get(text.file)?))
    }

    /// Every template by its name.
    pub fn templates(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.texts
            .iter()
            .filter_map(|t| Some((t.path.strip_prefix("templates/")?, self.sources.get(t.file)?)))
    }
}

/// The shipped theme that a folder says it stands over, where it says so without a mistake.
pub fn extends(own: &Files) -> Option<String> {
    let settings = own.iter().filter(|(path, _)| path == "theme.yaml").cloned();
    let layers = Layers::of(Folder { path: String::new(), files: settings.collect() }, &mut Vec::new());
    layers.manifest(true, &mut Vec::new())?.extends
}

fn is_text(path: &str) -> bool {
    path.starts_with("templates/") || path.starts_with("locales/") || path.ends_with(".yaml")
}

/// What was not text has been noted, and stands in empty.
fn decoded(path: &str, bytes: &[u8], out: &mut Vec<Diagnostic>) -> String {
    decode(bytes).map(|(text, _)| text).unwrap_or_else(|error| {
        out.push(Diagnostic::file_error("not-text", path, not_text(bytes, error)));
        String::new()
    })
}

/// The whole of a file's first line.
pub fn first_line(file: FileId, text: &str) -> Span {
    Span::new(file, 0, text.find('\n').unwrap_or(text.len()))
}
