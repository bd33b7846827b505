"""Defects of fact: one thing said in two ways."""

import re

from draft import bare
from kind import kind

G = "facts"


def dated(form):
    """A pattern of a meeting with its day, in the form of the notice."""
    day = r"(?:\d{4}年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
    return re.escape(form).replace(r"\{day\}", day).replace(r"\{n\}", r"(?P<n>\d+)").replace("{day}", day).replace("{n}", r"(?P<n>\d+)")


def twice(draft):
    """Where a meeting is named that the measures or the prose name more than once."""
    pattern = dated(draft.notice["meeting_form"])
    found = [(h, k, m) for h, k in draft.texts(("measure", "organise")) for m in re.finditer(pattern, h[k])]
    count = lambda m: sum(o["n"] == m["n"] for _, _, o in found)
    holder, key, match = draft.any(f for f in found if count(f[2]) > 1)
    draft.also.append(f"第{match['n']}次{draft.notice['house'].short}会议")
    return holder, key, match


def put(place, group, text):
    holder, key, match = place
    start, end = match.span(group)
    holder[key] = holder[key][:start] + text + holder[key][end:]


@kind(G, "meeting-with-two-days", "one ordinal of one body, two days")
def two_days(draft):
    place = twice(draft)
    day = int(place[2]["d"])
    put(place, "d", str(day + 1 if day < 27 else day - 2))


@kind(G, "meeting-with-two-ordinals", "one day of one body, two ordinals")
def two_ordinals(draft):
    place = twice(draft)
    draft.also.append(re.search(r"\d+月\d+日", place[2][0])[0])
    put(place, "n", str(int(place[2]["n"]) + 1))


def copied(draft, change):
    a, b = draft.rng.sample(draft.notice["issues"], 2)
    source, target = (draft.lone(i, draft.any(i["measures"])) for i in (a, b))
    draft.also.append(bare(source["text"])[:20])
    target.update({"text": change(source["text"]), "unit": source["unit"], "status": source["status"], "updates": source["updates"]})


@kind(G, "same-measure-twice", "two measures in the same words", scope="item")
def same(draft):
    copied(draft, lambda text: text)


@kind(G, "nearly-same-measure", "two measures that differ in a word", scope="item")
def nearly(draft):
    def change(text):
        words = [("全部", "均"), ("逐", "一一"), ("组织", "安排"), ("共", "合计"), ("没有", "未"), ("完成", "做完"), ("其中", "内"), ("及时", "按时")]
        fit = [w for w in words if w[0] in text]
        old, new = draft.any(fit)
        return text.replace(old, new, 1)
    copied(draft, change)


DOCUMENT = r"《(?P<title>[^》]+)》（(?P<number>[^）]+)）"


def cited(draft):
    """One of several places that cite a document."""
    found = [(h, k, m) for h, k in draft.texts(("measure", "plan")) for m in re.finditer(DOCUMENT, h[k])]
    count = lambda m: sum(o["number"] == m["number"] for _, _, o in found)
    place = draft.any(f for f in found if count(f[2]) > 1)
    draft.also.append(place[2]["number"])
    draft.also.append(place[2]["title"])
    return place


@kind(G, "document-with-two-titles", "one number, two titles")
def two_titles(draft):
    place = cited(draft)
    old = place[2]["title"]
    new = draft.any(n for n in (old.replace("办法", "规定"), old.replace("细则", "方案"), old.replace("规程", "流程"), old.replace("管理", ""),
                                old.replace("实施", "")) if n != old)
    put(place, "title", new)


@kind(G, "document-with-two-numbers", "one title, two numbers")
def two_numbers(draft):
    place = cited(draft)
    put(place, "number", re.sub(r"\d+(?=号)", lambda m: str(int(m[0]) + 6), place[2]["number"]))


@kind(G, "unit-name-slip", "one character away from a name on the list of units")
def slip(draft):
    names = "|".join(u["name"] for u in draft.notice["units"][1:])
    def lose(m):
        # Without 和 it is a short form, for a note: 县住房城乡建设局.
        at = draft.any(at for at in range(3, len(m[0]) - 1) if m[0][at] != "和")
        return m[0][:at] + m[0][at + 1:]
    draft.swap(names, lose)


@kind(G, "we-for-a-unit", "我单位 in a notice of several units names none")
def we(draft):
    names = "|".join(u["name"] for u in draft.notice["units"])
    draft.swap(rf"({names})(?!党组|党支部)", lambda m: None if in_title(m) else draft.rng.choice(["我单位", "我局", "我中心", "本单位", "我办"]))


def in_title(match):
    return match.string[:match.start()].endswith("《")


SHORT = {"发展和改革": "发改", "人力资源和社会保障": "人社", "住房和城乡建设": "住建", "市场监督管理": "市监", "退役军人事务": "退役",
         "林业和草原": "林草", "卫生健康": "卫健", "应急管理": "应急", "医疗保障": "医保", "交通运输": "交通", "粮食和物资储备": "粮储"}


@kind(G, "unit-by-a-short-form", "a short form that is no listed alias may be another body: a note", decided=False)
def short(draft):
    area = draft.any(area for area in SHORT if area in draft.notice["body"])
    names = "|".join(u["name"] for u in draft.notice["units"])
    # Without 和 it is the short form that higher offices have by rule: 住房城乡建设局.
    forms = lambda name: ["县" + name[3:].replace(area, SHORT[area])] + [name.replace("和", "")] * ("和" in name)
    draft.swap(names, lambda m: None if in_title(m) else draft.rng.choice(forms(m[0])))


@kind(G, "abbreviation-not-introduced", "whether a reader knows it is not in the record: a note", decided=False)
def abbreviation(draft):
    word = draft.any(["“三清两建”", "“一网三端”", "“四查四看”", "“五定一销”", "GIS", "EPC", "BIM", "ERP", "“双百”行动", "PPP"])
    draft.swap(rf"(?<=日，)(?=[^，。]{{2,8}}县)", lambda m: f"按照{word}要求，" if word[0] == "“" else f"依托{word}平台，")
