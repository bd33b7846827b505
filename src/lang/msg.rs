//! A message before it is put into words.

/// A message: which sentence, and what fills its gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Msg {
    /// Id in the locale files.
    pub id: &'static str,
    /// Named arguments.
    pub args: Vec<(&'static str, Arg)>,
}

/// What fills a gap in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words, printed as they are.
    Text(String),
    /// The words of another message that has no gaps.
    Words(&'static str),
    /// Names, set apart as the language does it.
    List(Vec<String>),
    /// A count; English chooses singular or plural by it.
    Count(u64),
}

impl Msg {
    /// A message with no arguments yet.
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Fills a gap with words.
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(text.into())));
        self
    }

    /// Fills a gap with the words of another message.
    pub fn words(mut self, name: &'static str, id: &'static str) -> Self {
        self.args.push((name, Arg::Words(id)));
        self
    }

    /// Fills a gap with names.
    pub fn list<'n>(mut self, name: &'static str, names: impl IntoIterator<Item = &'n str>) -> Self {
        self.args.push((name, Arg::List(names.into_iter().map(str::to_owned).collect())));
        self
    }

    /// Fills a gap with a number.
    pub fn count(mut self, name: &'static str, n: usize) -> Self {
        self.args.push((name, Arg::Count(n as u64)));
        self
    }
}
