"""Defects of structure: numbers, things that are missing, fields that disagree with the prose."""

import re

from draft import NoPlace
from kind import kind

G = "structure"
LEVELS = {"part": "一、", "section": "（一）", "topic": "1.", "issue": "问题1：", "measure": "（1）"}


def pinned(level, step):
    def put(draft):
        thing, number = draft.any(draft.counted(level))
        thing["number"] = number + step
    return put


for level, form in LEVELS.items():
    wide = "file" if level == "issue" else "item"
    kind(G, f"{level}-number-skipped", f"{form} is counted, so a gap shows", scope=wide)(pinned(level, 1))
    kind(G, f"{level}-number-repeated", f"{form} is counted, so a number that stands twice shows", scope=wide)(pinned(level, -1))

MARKS = "一二三四五六"


def marked(draft, step):
    text, marks = draft.notice["organise"], re.findall(r"(?m)^（(.)）", draft.notice["organise"])
    at = len(marks) - 1 if step > 0 else draft.rng.randrange(1, len(marks))
    draft.notice["organise"] = text.replace(f"（{MARKS[at]}）", f"（{MARKS[at + step]}）", 1)


@kind(G, "prose-number-skipped", "paragraphs （一）（二） of the prose are counted")
def prose_skipped(draft):
    marked(draft, 1)


@kind(G, "prose-number-repeated", "paragraphs （一）（二） of the prose are counted")
def prose_repeated(draft):
    marked(draft, -1)


@kind(G, "enumeration-skipped", "一是 that goes on with 三是 has lost a step")
def enumeration(draft):
    draft.swap("三是", lambda m: "四是", ("measure", "plan"))


@kind(G, "issue-without-measure", "an issue that lists no measure", scope="file")
def no_measure(draft):
    draft.any(draft.notice["issues"])["measures"] = []


@kind(G, "heading-without-issue", "a heading with nothing under it")
def empty_heading(draft):
    section = draft.any(draft.notice["outline"][1]["sections"])
    section.setdefault("topics", []).append({"id": "empty", "heading": draft.any(["作风纪律方面的问题。", "服务保障方面的问题。"])})


# Whoever else acts in a text may be taken for the body; so may a town that it begins with, or what stands in a clause before.
OTHERS = ("党组成员", "值班领导", "主管部门正在", "县机关事务服务中心正在")


@kind(G, "measure-without-unit", "neither a unit beside the text nor a body in it", scope="item")
def no_unit(draft):
    names = "|".join(sorted((u["name"] for u in draft.notice["units"]), key=len, reverse=True))
    # A post, a meeting or a Party branch behind the longest name would be left as the one who did it.
    remains = ("党", draft.notice["house"].head)
    def lone(m):
        text = m["text"]
        if re.match("|".join(draft.notice["places"]), text) or any(other in text for other in OTHERS):
            return False
        before, *behind = re.split(names, text)
        return len(behind) == 1 and re.search("(^|日，|以来，)$", before) and not behind[0].startswith(remains) and not re.search("《|会议", text)
    m = draft.any(m for m in draft.measures() if lone(m))
    m["text"], m["unit"] = re.sub(names, "", m["text"]), None


def gone(field):
    def put(draft):
        draft.notice[field] = None
    return put


for field in ("title", "issuer", "date"):
    kind(G, f"{field}-missing", f"the notice names no {field}", scope="notice")(gone(field))


@kind(G, "contact-missing", "neither a field nor the text says whom to call", scope="notice")
def no_contact(draft):
    draft.notice["contact"] = None
    draft.notice["closing"] = "以上情况请广大干部群众监督。\n"


@kind(G, "signature-missing", "the layout prints neither signature nor date", scope="notice")
def no_signature(draft):
    draft.notice["layout"] = {"signature": False}


@kind(G, "title-names-another-body", "title and signature name two bodies", scope="notice")
def other_title(draft):
    own = draft.notice["house"].party
    draft.notice["title"] = draft.notice["title"].replace(own, draft.any(["档案局党组", "体育局党组", "水务局党组"]))


@kind(G, "feedback-day-disagrees", "the opening says another day than the field", scope="notice")
def other_feedback(draft):
    replaced(draft, "feedback", r"(\d+)日", lambda m: f"{int(m[1]) % 27 + 1}日")


@kind(G, "inspection-day-disagrees", "the opening says another first day than the field", scope="notice")
def other_start(draft):
    replaced(draft, "from", r"(\d+)日", lambda m: f"{int(m[1]) % 27 + 1}日")


@kind(G, "inspector-disagrees", "the opening names another team than the field", scope="notice")
def other_team(draft):
    old = draft.notice["said"]["by"]
    new = old.replace(old[3], draft.any(c for c in "一二三四五六" if c != old[3]))
    draft.notice["opening"] = draft.notice["opening"].replace(old, new)


@kind(G, "phone-disagrees", "the closing gives another number than the field", scope="notice")
def other_phone(draft):
    replaced(draft, "phone", r"(\d)(\d)(?=\d{2}$)", lambda m: f"{m[1]}{(int(m[2]) + 3) % 10}", "closing")


@kind(G, "address-disagrees", "the closing gives another address than the field", scope="notice")
def other_address(draft):
    replaced(draft, "address", r"(\d+)号", lambda m: f"{int(m[1]) + 7}号", "closing")


@kind(G, "email-disagrees", "the closing gives another address than the field", scope="notice")
def other_mail(draft):
    replaced(draft, "email", r"(\d+)@", lambda m: f"{int(m[1]) + 300}@", "closing")


def replaced(draft, fact, pattern, new, where="opening"):
    """Says one fact otherwise in the prose."""
    said = draft.notice["said"][fact]
    if said not in draft.notice[where]:
        raise NoPlace
    draft.notice[where] = draft.notice[where].replace(said, re.sub(pattern, new, said, count=1))


@kind(G, "waiver-without-reason", "`allow` asks for a reason", scope="item")
def no_reason(draft):
    draft.any(draft.measures())["allow"] = [{"rule": "date-impossible"}]


@kind(G, "waiver-of-nothing", "a waiver at a place where its rule finds nothing", scope="item")
def nothing(draft):
    draft.any(draft.measures())["allow"] = [{"rule": "date-impossible", "why": "原文如此"}]
