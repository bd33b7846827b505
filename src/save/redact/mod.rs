//! Words out of the public record: out of every edition of a notice and out of its working files, with a note in their place.

mod file;
mod head;
mod words;

pub use file::Part;
pub use words::{Likeness, Words};

use super::edit::{Unfit, edited};
use super::edition::refrozen;
use crate::lang::Lang;
use crate::model::texts::each_text;
use crate::model::{Edition, Notice, Redaction, RedactionKind};
use crate::text::RawFile;
use chrono::NaiveDate;

/// What is to be taken out.
pub struct Order<'a> {
    /// The words.
    pub words: &'a Words,
    /// Where in the notice; `None` for every place in it.
    pub scope: Option<Scope<'a>>,
    /// The day.
    pub on: NaiveDate,
    /// The kind of words.
    pub kind: RedactionKind,
    /// Who authorised it, by post.
    pub by: &'a str,
}

/// An issue, or a part of it.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The issue.
    pub issue: &'a str,
    /// The part.
    pub part: Option<Part<'a>>,
}

/// What a redaction comes to.
#[derive(Debug, Default)]
pub struct Redacted {
    /// The files that change, with their new bytes, by path in the content folder.
    pub files: Vec<RawFile>,
    /// Each place: the file, the address of the text, and how many times.
    pub hits: Vec<Hit>,
    /// Digests of before, which say something of the words to whoever guesses them.
    pub retired: Vec<String>,
}

/// Where the words stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Path of the file in the content folder.
    pub file: String,
    /// Address of the text within the notice.
    pub place: String,
    /// How many times.
    pub times: usize,
}

/// Works a redaction out; nothing is written. `files` are those of the content folder, `notice` is as they load.
///
/// Errors: a file that cannot be changed without touching more than the words.
pub fn redact(order: &Order<'_>, notice: &Notice, files: &[RawFile]) -> Result<Redacted, (String, Unfit)> {
    let mut done = Redacted::default();
    let mut published = Vec::new();
    for edition in &notice.editions {
        published = order.edition(edition, notice, &mut done);
    }
    let own = order.texts(&mut notice.clone(), notice);
    let folder = format!("notices/{}/", notice.slug);
    for file in files.iter().filter(|f| f.path.starts_with(&folder)) {
        order.working(file, notice, &mut done)?;
    }
    let changed = done.files.iter().any(|f| !f.path.contains("/editions/"));
    done.hits.extend(own.iter().map(|(place, times)| order.hit(&folder, place, *times)));
    let mut places = names(&own);
    places.extend(names(&published).into_iter().filter(|p| !own.iter().any(|(q, _)| p == q)));
    let record = (!places.is_empty()).then(|| order.record(places));
    let signed = notice.sign_off.as_ref().and_then(|s| s.digest.as_ref());
    let retire = signed.is_some_and(|digest| changed || done.retired.contains(digest));
    if record.is_some() || retire {
        note_down(&format!("{folder}notice.yaml"), files, record.as_ref(), retire, &mut done)?;
    }
    Ok(done)
}

/// The path of the file that one translates, without its ending: `…/01-x.en.md` of `…/01-x.md`.
fn original(path: &str) -> Option<&str> {
    let (original, tag) = without_ending(path)?.rsplit_once('.')?;
    Lang::ALL.iter().any(|lang| lang.tag() == tag).then_some(original)
}

fn without_ending(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(rest, _)| rest)
}

/// Addresses that pages may show.
fn names(found: &[(String, usize)]) -> Vec<String> {
    found.iter().map(|(place, _)| place.clone()).filter(|place| !place.is_empty()).collect()
}

fn note_down(
    path: &str,
    files: &[RawFile],
    record: Option<&Redaction>,
    retire: bool,
    done: &mut Redacted,
) -> Result<(), (String, Unfit)> {
    let changed = done.files.iter().position(|f| f.path == path).map(|at| done.files.remove(at));
    let Some(old) = changed.or_else(|| files.iter().find(|f| f.path == path).cloned()) else { return Ok(()) };
    let bytes = edited(&old.bytes, |text| head::edits(text, record, retire));
    done.files.push(RawFile { bytes: bytes.map_err(|unfit| (path.to_owned(), unfit))?, ..old });
    Ok(())
}

impl Order<'_> {
    fn record(&self, places: Vec<String>) -> Redaction {
        Redaction { on: self.on, kind: self.kind, by: self.by.to_owned(), places }
    }

    fn note(&self) -> String {
        self.record(Vec::new()).note()
    }

    fn hit(&self, file: &str, place: &str, times: usize) -> Hit {
        Hit { file: file.to_owned(), place: place.to_owned(), times }
    }

    /// Takes the words out of the texts of a notice; where they stood, and how many times.
    fn texts(&self, of: &mut Notice, working: &Notice) -> Vec<(String, usize)> {
        let note = self.note();
        let mut found: Vec<(String, usize)> = Vec::new();
        each_text(of, &mut |place, text| {
            let times = if self.covers(place, working) { self.words.replace(text, &note) } else { 0 };
            match found.iter_mut().find(|(known, _)| known == place) {
                Some((_, count)) => *count += times,
                None if times > 0 => found.push((place.to_owned(), times)),
                None => {}
            }
        });
        found
    }

    /// Whether an address is within what is asked for. An issue may have had another id.
    fn covers(&self, place: &str, working: &Notice) -> bool {
        let Some(Scope { issue, part }) = self.scope else { return true };
        let mut steps = place.split('/');
        let (Some("issues"), Some(id)) = (steps.next(), steps.next()) else { return false };
        let now = working.issues.iter().find(|i| i.id.as_str() == issue);
        let named = id == issue || now.is_some_and(|i| i.aliases.iter().any(|alias| alias.id.as_str() == id));
        let within = part.is_none_or(|Part { measure, update }| {
            let (first, second, third) = (steps.next(), steps.next(), steps.next());
            first == Some(measure)
                && second.is_some()
                && update.is_none_or(|u| second == Some(u) && third.is_some())
        });
        named && within
    }

    /// An edition without the words; the addresses where they stood.
    fn edition(&self, edition: &Edition, working: &Notice, done: &mut Redacted) -> Vec<(String, usize)> {
        let mut edition = edition.clone();
        let mut found = self.texts(&mut edition.notice, working);
        if self.scope.is_none() {
            let note = self.note();
            let names = edition.units.iter_mut().map(|u| (format!("units/{}", u.id), &mut u.name));
            let signed = edition.signed.iter_mut().map(|s| (format!("signed/{}", s.role), &mut s.post));
            let beside = edition.note.iter_mut().map(|text| ("note".to_owned(), text));
            let all = names.chain(signed).chain(beside);
            let times = all.map(|(place, text)| (place, self.words.replace(text, &note)));
            found.extend(times.filter(|(_, times)| *times > 0));
        }
        if found.is_empty() {
            return found;
        }
        edition.notice.redactions.push(self.record(names(&found)));
        let path = format!("notices/{}/editions/{}.json", working.slug, edition.name);
        done.hits.extend(found.iter().map(|(place, times)| self.hit(&path, place, *times)));
        done.retired.push(std::mem::take(&mut edition.digest));
        done.files.push(RawFile { path, bytes: refrozen(&edition).0 });
        found
    }

    fn working(&self, file: &RawFile, notice: &Notice, done: &mut Redacted) -> Result<(), (String, Unfit)> {
        let original = original(&file.path);
        let issue = notice
            .issues
            .iter()
            .find(|i| i.path == file.path || original.is_some() && without_ending(&i.path) == original);
        let part = match self.scope {
            Some(Scope { issue: id, part }) if issue.is_some_and(|i| i.id.as_str() == id) => part,
            Some(_) => return Ok(()),
            None => None,
        };
        if [".md", ".yaml", ".yml"].iter().all(|end| !file.path.ends_with(end)) {
            return Ok(());
        }
        let note = self.note();
        let new = edited(&file.bytes, |text| file::edits(&file.path, text, self.words, &note, part));
        let bytes = new.map_err(|unfit| (file.path.clone(), unfit))?;
        if bytes != file.bytes {
            done.files.push(RawFile { path: file.path.clone(), bytes });
        }
        Ok(())
    }
}
