//! The two catalogues of messages.

use std::ops::Range;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::{Arg, Msg};

/// A language that the tool speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    ZhCn,
    /// English.
    En,
}

impl Lang {
    /// Reads `zh`, `zh_CN.UTF-8`, `en-GB` and the like; `None` for any other language.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        match tag.split(['-', '_', '.']).next() {
            Some("zh") => Some(Self::ZhCn),
            Some("en") => Some(Self::En),
            _ => None,
        }
    }

    /// Every one of them.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::ZhCn => "中文",
            Self::En => "English",
        }
    }

    /// The tag for `lang=` in HTML (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

/// The messages of one language.
pub struct Catalog {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

macro_rules! locale {
    ($lang:literal) => {
        [
            include_str!(concat!("../../locales/", $lang, "/load.ftl")),
            include_str!(concat!("../../locales/", $lang, "/check.ftl")),
            include_str!(concat!("../../locales/", $lang, "/rules.ftl")),
            include_str!(concat!("../../locales/", $lang, "/usage.ftl")),
            include_str!(concat!("../../locales/", $lang, "/disk.ftl")),
            include_str!(concat!("../../locales/", $lang, "/import.ftl")),
            include_str!(concat!("../../locales/", $lang, "/record.ftl")),
            include_str!(concat!("../../locales/", $lang, "/site.ftl")),
            include_str!(concat!("../../locales/", $lang, "/theme.ftl")),
            include_str!(concat!("../../locales/", $lang, "/cli.ftl")),
            include_str!(concat!("../../locales/", $lang, "/verify.ftl")),
            include_str!(concat!("../../locales/", $lang, "/mend.ftl")),
            include_str!(concat!("../../locales/", $lang, "/schema.ftl")),
        ]
    };
}

impl Catalog {
    /// The tool's own messages.
    pub fn tool(lang: Lang) -> Self {
        let files = match lang {
            Lang::ZhCn => locale!("zh-CN"),
            Lang::En => locale!("en"),
        };
        Self::from_sources(lang, files)
    }

    /// Messages from Fluent sources, such as a theme's own. Entries that do not parse are left out.
    pub fn from_sources<'a>(lang: Lang, sources: impl IntoIterator<Item = &'a str>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The entries of a Fluent source that do not parse: the bytes at which that shows, and the parser's own words.
    pub fn faults(source: &str) -> Vec<(Range<usize>, String)> {
        let Err((_, errors)) = FluentResource::try_new(source.to_owned()) else { return Vec::new() };
        errors.into_iter().map(|e| (e.pos.clone(), e.to_string())).collect()
    }

    /// The language of the messages.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Puts a message into words; the id itself where the catalogue lacks it, so that nothing is silently dropped.
    pub fn text(&self, msg: &Msg) -> String {
        let args = msg.args.iter().map(|(name, arg)| (*name, self.value(arg)));
        self.format(msg.id, &args.collect())
    }

    /// Whether the catalogue has this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// Words for an id that takes no argument.
    pub fn words(&self, id: &str) -> String {
        self.format(id, &FluentArgs::new())
    }

    /// Words for an id with ready-made arguments.
    pub fn format(&self, id: &str, args: &FluentArgs) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else { return id.to_owned() };
        self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned()
    }

    fn value<'m>(&self, arg: &'m Arg) -> FluentValue<'m> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Words(id) => FluentValue::from(self.words(id)),
            Arg::Count(n) => FluentValue::from(*n),
            Arg::List(names) => FluentValue::from(names.join(&self.format("word-list", &FluentArgs::new()))),
        }
    }
}
