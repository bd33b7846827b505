"""Defects of what was taken out of a notice and still stands in it, by the second hand."""

from draft import NoPlace
from kind import added
from privacy import card, digits, identity
from second.withheld import FRAMES, KINDS, WORDS, drawn, note, recorded

G = "redaction"
TEXTS = ("measure", "update", "body", "completion", "organise", "plan", "closing", "opening", "lead-in", "original")


def held(draft):
    return draft.any(i["withheld"] for i in draft.notice["issues"] if "withheld" in i)


@added(G, "withheld-words-are-back", "the record says that words were taken out of a text that has no note: an old file was put back",
       scope="notice")
def back(draft):
    held(draft)["undone"] = True


def name(draft):
    """A passage with a note for a person's name; too few notices have one, so others get one in the place of their own."""
    one = held(draft)
    if one["kind"] != "personal":
        short, long = draft.any(FRAMES["personal"])
        one.update(kind="personal", words=draft.any(WORDS["personal"]), short=short, long=long)
        draft.notice["redactions"][0]["kind"] = "personal"
    return one


def thing(draft):
    """A passage with a note for anything else."""
    one = held(draft)
    if one["kind"] == "personal":
        raise NoPlace
    return one


def said(draft, one):
    """The sentence, or the longer one, as it stood with its words."""
    return draft.any([one["short"], one["long"]]).format(one["words"])


def elsewhere(passage):
    def put(draft):
        sentence = said(draft, passage(draft))
        draft.say([sentence], draft.any([(where,) for where in TEXTS if draft.texts((where,))]))
    return put


# Nothing keeps what was withheld. A name in the same sentence is wrong even if it is another's: the record withholds such names there.
# Of a thing the same sentence may be said of another one, or its words were withheld at one place alone, as a wrong title is.
added(G, "withheld-name-elsewhere", "another text says the same sentence, with a person's name where the note withholds one", scope="notice",
      command="both")(elsewhere(name))
added(G, "withheld-words-elsewhere", "another text says the same sentence, with words where the note stands; they may name another thing",
      decided=False, scope="notice", command="both")(elsewhere(thing))


def behind(certain):
    def put(draft):
        one = held(draft)
        if goes_on(one) != certain:
            raise NoPlace
        one["behind"] = one["long"].format(one["words"])
    return put


def goes_on(one):
    """Whether the longer sentence, right behind the short one, can only speak of the same: a name, what was done next with the register
    just sealed, the correction just told. 另外, 台账中, 归档时 and 附件所列 may bring up another of several."""
    return one["kind"] == "personal" or one["long"].startswith(("随后", "经核对"))


added(G, "withheld-words-in-the-next-sentence", "the very paragraph goes on about the same, and says what its note has taken out",
      scope="notice", command="both")(behind(True))
added(G, "like-words-in-the-next-sentence", "the paragraph goes on in the words around its note, of what may be another thing",
      decided=False, scope="notice", command="both")(behind(False))


@added(G, "file-name-holds-a-number", "a file whose title has a note, and whose name, which is its address, a person's number",
       scope="item", command="both")
def named(draft):
    issue = draft.any(draft.notice["issues"])
    measure = draft.any(m for m in issue["measures"] if m["updates"])
    entry = draft.any(measure["updates"])
    one = {**drawn(draft.rng, draft.notice), "kind": "personal"}
    number = draft.any([identity(draft), card(draft), f"139{digits(draft, 8)}"])
    name = f"{draft.any(['', 'scan-', '2025_'])}{number}.pdf"
    entry["evidence"] = [{"title": f"{note(one['kind'], one['on'])}的{draft.any(['回执', '情况说明', '签收单'])}", "file": name}]
    draft.notice["attached"] = [name]
    draft.notice["redactions"].append(recorded(one, f"issues/{issue['id']}/{measure['id']}/{entry['id']}/evidence"))


@added(G, "note-without-record", "a typed note, which the list of redactions lacks: the words may be in older editions",
       decided=False, scope="notice")
def typed(draft):
    one = drawn(draft.rng, draft.notice)
    draft.say([one["short"].format(note(one["kind"], one["on"]))], draft.any([("measure",), ("update",), ("organise",), ("closing",)]))


@added(G, "struck-out-words", "~~…~~, <del>…</del> and <!-- … --> show what somebody meant to take out", command="both")
def struck(draft):
    words = draft.any(["由原经办人承担", "此处待领导审定", "名单见内部通报", "具体人员不公开", "金额暂按旧账填报"])
    mark = draft.any(["~~{}~~", "<!-- {} -->", "<del>{}</del>", "<s>{}</s>", "<!--{}-->"])
    draft.say([f"{mark.format(words)}有关情况已按程序处理。", f"有关材料{mark.format(words)}已归档。"],
              draft.any([("body",), ("organise",), ("plan",), ("closing",)]))


@added(G, "half-typed-note", "a note that is not as the command writes it: no kind, no day, or an open bracket", decided=False)
def half(draft):
    kind = draft.any(KINDS.values())
    sign = draft.any([f"〔依规定不予公开：{kind}〕", "〔依规定不予公开〕", f"〔依规定不予公开：{kind}，2026-0-0〕", "（此处隐去3字）", "【已删除】", "＊＊＊＊（涉密不公开）"])
    draft.say([f"经办环节由{sign}核对。", f"退款划入{sign}的账户。"], draft.any([("measure",), ("organise",), ("closing",)]))
