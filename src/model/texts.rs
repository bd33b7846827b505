//! Every text of a notice that a person wrote, by its address within the notice. Each record is taken apart in full, so that
//! a field added later cannot be passed over.

use super::translated;
use super::{
    CloseOut, Contact, Extension, Inspection, Issue, LookBack, Measure, Node, Notice, NoticeWords, Prose,
    Reopening, Update, Waiver, Withdrawal,
};

/// Shows every text with its address: `title`, `opening.md`, `issues/duty/m1/text`. Names of files have no address, since
/// no page shows them.
pub fn each_text(notice: &mut Notice, visit: &mut dyn FnMut(&str, &mut String)) {
    let Notice {
        slug: _,
        title,
        issuer,
        date: _,
        published: _,
        inspection,
        period_ends: _,
        next_update_due: _,
        public_until: _,
        contact,
        sign_off: _,
        numbering,
        layout: _,
        opening,
        outline,
        closing,
        postscript,
        issues,
        editions: _,
        attachments: _,
        translations,
        redactions: _,
        withdrawn,
        allow,
        span: _,
    } = notice;
    visit("title", title);
    visit("issuer", issuer);
    if let Some(Inspection { by, from: _, to: _, feedback: _ }) = inspection {
        visit("inspection/by", by);
    }
    if let Some(c) = contact {
        self::contact(c, visit);
    }
    visit("numbering/label", &mut numbering.label);
    visit("numbering/completion", &mut numbering.completion);
    opening.iter_mut().chain(closing).chain(postscript).for_each(|p| prose(p, visit));
    outline.iter_mut().for_each(|n| node(n, visit));
    issues.iter_mut().for_each(|i| issue(i, visit));
    for Withdrawal { issue: _, measure: _, update: _, on: _, why, span: _ } in withdrawn {
        visit("withdrawn", why);
    }
    waivers("allow", allow, visit);
    translations.iter_mut().for_each(|words| translated::each_text(words, visit));
}

/// Every text with its address; a few addresses, such as that of an entry's evidence, have several.
pub fn texts(notice: &Notice) -> Vec<(String, String)> {
    let mut found = Vec::new();
    each_text(&mut notice.clone(), &mut |at, text| found.push((at.to_owned(), std::mem::take(text))));
    found
}

/// Every text of a translation with its address, that of its original with the tag of its language.
pub fn translated_texts(words: &NoticeWords) -> Vec<(String, String)> {
    let mut found = Vec::new();
    translated::each_text(&mut words.clone(), &mut |at, text| {
        if !at.is_empty() {
            found.push((at.to_owned(), text.trim_end().to_owned()));
        }
    });
    found
}

/// An address under the id that its issue has now.
pub fn current(notice: &Notice, address: &str) -> String {
    let issue = address.strip_prefix("issues/").and_then(|rest| rest.split_once('/'));
    let renamed = issue.and_then(|(id, rest)| {
        let now = notice.issues.iter().find(|i| i.aliases.iter().any(|a| a.id.as_str() == id))?;
        Some(format!("issues/{}/{rest}", now.id))
    });
    renamed.unwrap_or_else(|| address.to_owned())
}

pub(super) fn contact(c: &mut Contact, visit: &mut dyn FnMut(&str, &mut String)) {
    let Contact { phone, address, email, postcode, hours } = c;
    let fields =
        [("phone", phone), ("address", address), ("email", email), ("postcode", postcode), ("hours", hours)];
    for (name, text) in fields {
        text.iter_mut().for_each(|text| visit(&format!("contact/{name}"), text));
    }
}

fn prose(p: &mut Prose, visit: &mut dyn FnMut(&str, &mut String)) {
    let Prose { path, text } = p;
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    visit(&name, text);
    visit("", path);
}

fn node(n: &mut Node, visit: &mut dyn FnMut(&str, &mut String)) {
    let Node { id, level: _, heading, number: _, printed: _, text, closing, children, span: _ } = n;
    visit(&format!("outline/{id}"), heading);
    text.iter_mut().chain(closing).for_each(|p| prose(p, visit));
    children.iter_mut().for_each(|c| node(c, visit));
}

fn issue(i: &mut Issue, visit: &mut dyn FnMut(&str, &mut String)) {
    let Issue {
        id,
        title,
        under: _,
        number: _,
        original,
        goal,
        lead,
        due: _,
        extensions,
        text,
        label,
        label_inline: _,
        completion,
        measures,
        closed,
        reopened,
        look_back,
        recurs_from: _,
        aliases: _,
        body,
        allow,
        path,
        span: _,
    } = i;
    let at = |name: &str| format!("issues/{id}/{name}");
    visit(&at("title"), title);
    let fields = [
        ("original", original),
        ("goal", goal),
        ("lead", lead),
        ("text", text),
        ("label", label),
        ("completion", completion),
        ("body", body),
    ];
    for (name, text) in fields {
        text.iter_mut().for_each(|text| visit(&at(name), text));
    }
    extensions.iter_mut().for_each(|Extension { on: _, to: _, why }| visit(&at("extensions"), why));
    for CloseOut { date: _, by, document } in closed {
        by.iter_mut().chain(document).for_each(|text| visit(&at("closed"), text));
    }
    reopened.iter_mut().for_each(|Reopening { on: _, why }| visit(&at("reopened"), why));
    for LookBack { date: _, by, finding, result: _ } in look_back {
        by.iter_mut().chain(finding).for_each(|text| visit(&at("look_back"), text));
    }
    measures.iter_mut().for_each(|m| measure(&at(m.id.as_str()), m, visit));
    waivers(&at("allow"), allow, visit);
    visit("", path);
}

fn measure(at: &str, m: &mut Measure, visit: &mut dyn FnMut(&str, &mut String)) {
    let Measure {
        id: _,
        unit: _,
        with: _,
        text,
        runs_on: _,
        number: _,
        status: _,
        status_words: _,
        status_from_wording: _,
        updates,
        allow,
        span: _,
    } = m;
    visit(&format!("{at}/text"), text);
    waivers(&format!("{at}/allow"), allow, visit);
    for Update {
        id,
        date: _,
        status: _,
        status_words: _,
        text,
        evidence,
        corrects: _,
        reason,
        minor: _,
        hide_old: _,
    } in updates
    {
        text.iter_mut().for_each(|text| visit(&format!("{at}/{id}/text"), text));
        reason.iter_mut().for_each(|text| visit(&format!("{at}/{id}/reason"), text));
        evidence.iter_mut().for_each(|e| visit(&format!("{at}/{id}/evidence"), &mut e.title));
    }
}

fn waivers(at: &str, all: &mut [Waiver], visit: &mut dyn FnMut(&str, &mut String)) {
    for Waiver { rule: _, why, span: _ } in all {
        visit(at, why);
    }
}
