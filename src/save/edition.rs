//! An edition into its file: JSON with one fact on each line, so that two editions can be compared line by line.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::history::{digest, record};
use crate::model::{Edition, Notice, Signature, Unit};

/// An edition about to be frozen.
pub struct Draft<'a> {
    /// The day.
    pub date: NaiveDate,
    /// Why, where it has to say.
    pub note: Option<&'a str>,
    /// Differences from the edition before are not to repeat the old words.
    pub hide_old: bool,
    /// The notice as it will be published.
    pub notice: &'a Notice,
    /// The units of the site.
    pub units: &'a [Unit],
}

/// The file of an edition, and the digest in it.
pub fn edition_file(draft: &Draft<'_>) -> (Vec<u8>, String) {
    let signed: Vec<&Signature> = draft.notice.sign_off.iter().flat_map(|s| &s.by).collect();
    frozen(draft, &signed)
}

/// The file of an edition that has been made already, as it is now, and the digest in it.
pub fn refrozen(edition: &Edition) -> (Vec<u8>, String) {
    let Edition { name: _, date, note, hide_old, digest: _, signed, notice, units, span: _ } = edition;
    let draft = Draft { date: *date, note: note.as_deref(), hide_old: *hide_old, notice, units };
    frozen(&draft, &signed.iter().collect::<Vec<_>>())
}

fn frozen(draft: &Draft<'_>, signed: &[&Signature]) -> (Vec<u8>, String) {
    let record = record(draft.notice, draft.units);
    let digest = digest(&record);
    let mut file = Map::new();
    file.insert("format".to_owned(), json!("1"));
    file.insert("date".to_owned(), json!(draft.date.to_string()));
    file.extend(draft.note.map(|note| ("note".to_owned(), json!(note))));
    file.extend(draft.hide_old.then(|| ("show_old".to_owned(), json!(false))));
    file.insert("digest".to_owned(), json!(digest));
    file.insert("signed".to_owned(), signed.iter().copied().map(signature).collect());
    file.insert("record".to_owned(), record);
    (format!("{:#}\n", Value::Object(file)).into_bytes(), digest)
}

fn signature(s: &Signature) -> Value {
    let Signature { role, post, on, span: _ } = s;
    match on {
        Some(on) => json!({"role": role, "post": post, "on": on.to_string()}),
        None => json!({"role": role, "post": post}),
    }
}
