//! Two lists of published files compared: what someone who copies a site has to copy, and to remove.

use super::manifest::Manifest;

/// What is new, changed and gone, by path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes<'m> {
    /// In the later list alone.
    pub added: Vec<&'m str>,
    /// In both, with other bytes.
    pub changed: Vec<&'m str>,
    /// In the earlier list alone.
    pub removed: Vec<&'m str>,
}

impl<'m> Changes<'m> {
    /// From one list to another.
    pub fn between(then: &'m Manifest, now: &'m Manifest) -> Self {
        let added = now.paths().filter(|path| then.row(path).is_none());
        let changed = now.paths().filter(|path| then.row(path).is_some_and(|row| Some(row) != now.row(path)));
        let removed = then.paths().filter(|path| now.row(path).is_none());
        Self { added: added.collect(), changed: changed.collect(), removed: removed.collect() }
    }

    /// One file a line, with `+` for a new one, `*` for a changed one and `-` for one that is gone.
    pub fn lines(&self) -> String {
        let marked = [('+', &self.added), ('*', &self.changed), ('-', &self.removed)];
        let lines =
            marked.iter().flat_map(|(mark, paths)| paths.iter().map(move |path| format!("{mark} {path}\n")));
        lines.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::manifest::{Row, write};
    use super::*;

    #[test]
    fn what_is_new_changed_and_gone_is_told_apart() {
        let list = |rows: &[(&str, &[u8])]| {
            Manifest::read(&write(rows.iter().map(|(path, bytes)| Row::of(*path, bytes)).collect())).unwrap()
        };
        let (then, now) =
            (list(&[("a", b"1"), ("b", b"1"), ("c", b"1")]), list(&[("b", b"1"), ("c", b"2"), ("d", b"1")]));
        assert_eq!(Changes::between(&then, &now).lines(), "+ d\n* c\n- a\n");
        assert_eq!(Changes::between(&now, &now), Changes::default());
    }
}
