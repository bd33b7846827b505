//! Where the words stood and where they, or words like them, still stand: places only.

use crate::cli::out::Out;
use crate::disk::Content;
use crate::lang::Msg;
use crate::save::redact::{Likeness, Redacted, Words};
use crate::text::decode;

/// Each place with how many times, then the files that change.
pub fn places(done: &Redacted, out: &Out) {
    for hit in &done.hits {
        let id = match (hit.file.ends_with('/'), hit.place.is_empty()) {
            (_, true) => "redact-name",
            (true, false) => "redact-place-now",
            (false, false) => "redact-place",
        };
        out.say(&Msg::new(id).with("file", &hit.file).with("place", &hit.place).count("times", hit.times));
    }
    for file in &done.files {
        out.say(&Msg::new("redact-file").with("path", &file.path));
    }
}

/// What is left: in ids and names of files, outside of what was asked for, in another spelling, in attachments.
pub fn left(words: &Words, content: &Content, out: &Out) {
    for file in &content.files {
        let name = words.find(&file.path, Likeness::Near);
        say("redact-left-name", &file.path, 0, name.len(), out);
        let Ok((text, _)) = decode(&file.bytes) else { continue };
        let same = words.find(&text, Likeness::Same);
        let near = words.find(&text, Likeness::Near);
        let only_near = near.iter().filter(|n| !same.iter().any(|s| s.start < n.end && n.start < s.end));
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        same.iter().for_each(|s| say("redact-left-same", &file.path, line(s.start), 1, out));
        only_near.for_each(|n| say("redact-left-near", &file.path, line(n.start), 1, out));
    }
    for path in &content.assets {
        say("redact-left-name", path, 0, words.find(path, Likeness::Near).len(), out);
    }
    if !content.assets.is_empty() {
        out.say(&Msg::new("redact-attachments").count("files", content.assets.len()));
    }
}

fn say(id: &'static str, path: &str, line: usize, times: usize, out: &Out) {
    if times > 0 {
        out.say(&Msg::new(id).with("path", path).count("line", line));
    }
}

/// Where copies may be that this program cannot reach, and what to do about each.
pub fn elsewhere(from: Option<&str>, out: &Out) {
    if from.is_some_and(|from| from != "-") {
        out.say(&Msg::new("redact-words-file"));
    }
    out.say(&Msg::new("redact-elsewhere"));
}
