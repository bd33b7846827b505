//! The fields of every record of the content files: their names, what they take, which must be there.

use super::shape::{Field, Record, Takes};
use super::{documents, languages, presets, redactions, results, statuses};
use Takes::{
    Address, Day, Either, Flag, Format, Id, Issue, Language, Levels, List, Named, Number, One, Prose, Rule,
    Set, Text, Theme, Time,
};

/// The schemas, by name of file, and the record that each file is.
pub const FILES: &[(&str, &str)] = &[
    ("site", "site"),
    ("notice", "notice"),
    ("issue", "issue"),
    ("page", "page"),
    ("site-translation", "site-words"),
    ("notice-translation", "notice-words"),
    ("issue-translation", "issue-words"),
];

const fn may(name: &'static str, takes: Takes) -> Field {
    Field { name, takes, required: false }
}

const fn must(name: &'static str, takes: Takes) -> Field {
    Field { name, takes, required: true }
}

const fn record(name: &'static str, fields: &'static [Field]) -> Record {
    Record { name, says: name, fields, needs: &[] }
}

/// One record, or several in a list.
const fn some(one: &'static Takes, list: &'static Takes) -> Takes {
    Either(one, list)
}

macro_rules! of {
    ($name:literal) => {
        Takes::Record($name)
    };
}

macro_rules! list {
    ($name:literal) => {
        List(&Takes::Record($name))
    };
}

/// Every record.
pub const RECORDS: &[Record] = &[
    record(
        "site",
        &[
            must("format", Format),
            must("title", Text),
            may("base_url", Address),
            may("language", Language),
            may("languages", Set(&One(languages))),
            may("theme", Theme),
            may("links", One(|| vec!["folder", "file"])),
            may("contact", of!("contact")),
            may("site_id", Text),
            may("icp", Text),
            may("police_record", Text),
            may("checks", Levels),
            may("sign_off", Set(&Text)),
            may("documents", Set(&One(documents))),
            may("open_data", of!("open-data")),
            may("units", list!("unit")),
        ],
    ),
    record("contact", CONTACT),
    record("unit", &[must("id", Id), must("name", Text), may("aliases", List(&Text))]),
    record("open-data", &[must("licence", Text), may("licence_url", Text)]),
    record("page", &[must("title", Text)]),
    record(
        "notice",
        &[
            must("title", Text),
            must("issuer", Text),
            must("date", Day),
            may("published", Time),
            may("inspection", of!("inspection")),
            may("period_ends", Day),
            may("next_update_due", Day),
            may("public_until", Day),
            may("contact", of!("contact")),
            may("sign_off", of!("sign-off")),
            may("numbering", Either(&One(presets), &of!("numbering"))),
            may("layout", of!("layout")),
            may("opening", Prose),
            may("outline", list!("part")),
            may("closing", Prose),
            may("postscript", Prose),
            may("redactions", list!("redaction")),
            may("withdrawn", list!("withdrawal")),
            may("allow", list!("waiver")),
        ],
    ),
    record("inspection", &[must("by", Text), may("from", Day), may("to", Day), may("feedback", Day)]),
    record("sign-off", &[may("digest", Text), may("by", list!("signature"))]),
    record("signature", &[must("role", Text), must("post", Text), may("on", Day)]),
    record(
        "numbering",
        &[
            may("part", Text),
            may("section", Text),
            may("topic", Text),
            may("issue", Text),
            may("label", Text),
            may("label_inline", Flag),
            may("measure", Text),
            may("completion", Text),
            may("restart", of!("restart")),
        ],
    ),
    record(
        "restart",
        &[may("section", RESTART), may("topic", RESTART), may("issue", RESTART), may("measure", RESTART)],
    ),
    record(
        "layout",
        &[
            may("title", Flag),
            may("indent", Text),
            may("blank_lines", Number(20)),
            may("title_blank_lines", Number(20)),
            may("signature_blank_lines", Number(20)),
            may("final_newline", Flag),
            may("title_indent", Text),
            may("title_breaks", list!("title-break")),
            may("signature_indent", Text),
            may("date_indent", Text),
            may("date_form", Text),
            may("signature", Flag),
            may("sealed", Flag),
        ],
    ),
    record("title-break", &[must("after", Number(9999)), may("indent", Text)]),
    Record {
        name: "part",
        says: "heading",
        fields: &[
            must("id", Id),
            must("heading", Text),
            may("number", Number(9999)),
            may("printed", Flag),
            may("text", Prose),
            may("sections", list!("section")),
            may("topics", list!("topic")),
            may("closing", Prose),
        ],
        needs: &[],
    },
    Record {
        name: "section",
        says: "heading",
        fields: &[
            must("id", Id),
            must("heading", Text),
            may("number", Number(9999)),
            may("printed", Flag),
            may("text", Prose),
            may("topics", list!("topic")),
            may("closing", Prose),
        ],
        needs: &[],
    },
    Record {
        name: "topic",
        says: "heading",
        fields: &[
            must("id", Id),
            must("heading", Text),
            may("number", Number(9999)),
            may("printed", Flag),
            may("text", Prose),
            may("closing", Prose),
        ],
        needs: &[],
    },
    record(
        "redaction",
        &[must("on", Day), must("kind", One(redactions)), must("by", Text), may("places", List(&Text))],
    ),
    Record {
        name: "withdrawal",
        says: "withdrawal",
        fields: &[
            must("issue", Text),
            may("measure", Text),
            may("update", Text),
            must("on", Day),
            must("why", Text),
        ],
        needs: &[("update", "measure")],
    },
    record("waiver", &[must("rule", Rule), must("why", Text)]),
    Record {
        name: "issue",
        says: "issue",
        fields: &[
            must("id", Id),
            must("title", Text),
            must("under", Id),
            may("number", Number(9999)),
            may("original", Text),
            may("goal", Text),
            may("lead", Text),
            may("due", Day),
            may("extensions", list!("extension")),
            may("text", Text),
            may("label", Text),
            may("label_inline", Flag),
            may("completion", Text),
            may("measures", list!("measure")),
            may("closed", some(&of!("close-out"), &list!("close-out"))),
            may("reopened", list!("reopening")),
            may("look_back", list!("look-back")),
            may("recurs_from", Issue),
            may("aliases", Set(&Id)),
            may("allow", list!("waiver")),
        ],
        needs: &[("extensions", "due"), ("reopened", "closed")],
    },
    record("extension", &[must("on", Day), must("to", Day), must("why", Text)]),
    record(
        "measure",
        &[
            must("id", Id),
            may("unit", Id),
            may("with", List(&Id)),
            must("text", Text),
            may("runs_on", Flag),
            may("number", Number(99_999)),
            may("status", One(statuses)),
            may("status_basis", One(|| vec!["wording"])),
            may("updates", list!("update")),
            may("allow", list!("waiver")),
        ],
    ),
    Record {
        name: "update",
        says: "update",
        fields: &[
            must("id", Id),
            must("date", Day),
            may("status", One(statuses)),
            may("text", Text),
            may("evidence", List(&Either(&Text, &of!("evidence")))),
            may("corrects", Id),
            may("reason", Text),
            may("show_old", Flag),
            may("minor", Flag),
        ],
        needs: &[("corrects", "reason"), ("reason", "corrects"), ("show_old", "corrects")],
    },
    record("evidence", &[must("title", Text), must("file", Text)]),
    record("close-out", &[must("date", Day), may("by", Text), may("document", Text)]),
    record("reopening", &[must("on", Day), must("why", Text)]),
    record(
        "look-back",
        &[must("date", Day), may("by", Text), may("finding", Text), must("result", One(results))],
    ),
    words(
        "site-words",
        "site",
        &[may("title", Text), may("contact", of!("contact")), may("units", Named(&Text))],
    ),
    words(
        "notice-words",
        "notice",
        &[
            may("title", Text),
            may("issuer", Text),
            may("contact", of!("contact")),
            may("numbering", Either(&One(presets), &of!("numbering"))),
            may("inspection", of!("inspection-words")),
            may("outline", Named(&Text)),
        ],
    ),
    words("inspection-words", "inspection", &[may("by", Text)]),
    words(
        "issue-words",
        "issue",
        &[
            may("title", Text),
            may("original", Text),
            may("goal", Text),
            may("lead", Text),
            may("text", Text),
            may("label", Text),
            may("completion", Text),
            may("extensions", some(&of!("why-words"), &list!("why-words"))),
            may("reopened", some(&of!("why-words"), &list!("why-words"))),
            may("closed", some(&of!("close-out-words"), &list!("close-out-words"))),
            may("look_back", some(&of!("look-back-words"), &list!("look-back-words"))),
            may("measures", list!("measure-words")),
        ],
    ),
    words("why-words", "extension", &[may("why", Text)]),
    words("close-out-words", "close-out", &[may("by", Text), may("document", Text)]),
    words("look-back-words", "look-back", &[may("by", Text), may("finding", Text)]),
    words(
        "measure-words",
        "measure",
        &[must("id", Id), may("text", Text), may("updates", list!("update-words"))],
    ),
    words(
        "update-words",
        "update",
        &[must("id", Id), may("text", Text), may("reason", Text), may("evidence", List(&Text))],
    ),
];

const CONTACT: &[Field] = &[
    may("phone", Text),
    may("address", Text),
    may("email", Text),
    may("postcode", Text),
    may("hours", Text),
];

const RESTART: Takes = One(|| vec!["never", "parent"]);

/// What a translation says of a record.
const fn words(name: &'static str, says: &'static str, fields: &'static [Field]) -> Record {
    Record { name, says, fields, needs: &[] }
}
