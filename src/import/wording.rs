//! The status that wording suggests, marked as a suggestion.

use crate::model::{Notice, Status};
use crate::zh::status::{self, Wording};

/// Sets it on every measure whose words, or whose issue's completion line, say something clear.
pub fn suggest(notice: &mut Notice) {
    for issue in &mut notice.issues {
        let whole = issue.completion.clone();
        for measure in &mut issue.measures {
            let words = whole.as_deref().unwrap_or(&measure.text);
            measure.status = status::suggest(words).map(of);
            measure.status_from_wording = measure.status.is_some();
        }
    }
}

fn of(wording: Wording) -> Status {
    match wording {
        Wording::DoneOngoing => Status::DoneOngoing,
        Wording::Done => Status::Done,
        Wording::BasicallyDone => Status::BasicallyDone,
        Wording::InProgress => Status::InProgress,
        Wording::NotStarted => Status::NotStarted,
    }
}
