//! Waits for a change of the content or of a theme.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::disk::real;

/// Watches the two folders below a root.
pub struct Watch {
    watcher: RecommendedWatcher,
    changed: Receiver<()>,
    folders: Folders,
    count: Changes,
}

/// How many changes there have been.
#[derive(Clone, Default)]
pub struct Changes(Arc<AtomicUsize>);

impl Changes {
    /// Their number by now.
    pub fn now(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// The folders by their whole paths.
type Folders = [PathBuf; 2];

/// An editor writes a file in several steps; a change is over when it has been quiet for so long.
const QUIET: Duration = Duration::from_millis(10);
/// And is looked at after so many steps whatever happens, since a copy of many files may take long.
const STEPS: usize = 10_000;

impl Watch {
    /// Begins to watch. The root itself is watched for a folder that is not there yet.
    pub fn start(root: &Path) -> Result<Self, notify::Error> {
        let (sender, changed) = mpsc::channel();
        // What the system tells of is told by whole paths.
        let root = real(root);
        let folders = ["content", "themes"].map(|name| root.join(name));
        let count = Changes::default();
        let (ours, told) = (folders.clone(), count.clone());
        let mut watcher = notify::recommended_watcher(move |event: Result<Event, notify::Error>| {
            // A reading is no change, and what cannot be watched any more is met when it is read.
            let Ok(event) = event else { return };
            if !event.kind.is_access() && event.paths.iter().any(|path| is_ours(path, &ours)) {
                told.0.fetch_add(1, Ordering::Relaxed);
                // Nobody waits any more when the process ends.
                let _ended = sender.send(());
            }
        })?;
        watcher.watch(&root, RecursiveMode::NonRecursive)?;
        let mut watch = Self { watcher, changed, folders, count };
        watch.enter();
        Ok(watch)
    }

    /// Counts the changes as they come.
    pub fn changes(&self) -> Changes {
        self.count.clone()
    }

    /// Calls `look` after every change, once for all that belongs together.
    pub fn each(mut self, mut look: impl FnMut()) {
        while self.changed.recv().is_ok() {
            (0..STEPS).map_while(|_| self.changed.recv_timeout(QUIET).ok()).for_each(drop);
            self.enter();
            look();
        }
    }

    /// A folder that is not there is watched for from its parent.
    fn enter(&mut self) {
        for folder in &self.folders {
            let _not_there = self.watcher.watch(folder, RecursiveMode::Recursive);
        }
    }
}

/// What editors put beside a file begins with a dot, as does whatever else the content passes over.
fn is_ours(path: &Path, folders: &Folders) -> bool {
    let dotted = |inside: &Path| inside.iter().any(|name| name.as_encoded_bytes().starts_with(b"."));
    folders.iter().filter_map(|folder| path.strip_prefix(folder).ok()).any(|inside| !dotted(inside))
}
