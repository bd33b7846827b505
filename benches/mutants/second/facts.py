"""Defects of fact, by the second hand."""

import re

from draft import DAY, bare
from facts import cited, dated, in_title, put
from kind import added, again

G = "facts"


def named(draft):
    """A meeting that the notice names with its day: ordinal, day, words for it."""
    pattern = dated(draft.notice["meeting_form"])
    place = draft.any((h, m) for h, k in draft.texts(("measure", "organise")) for m in re.finditer(pattern, h[k]))
    n = int(place[1]["n"])
    draft.also.append(f"第{n}次")
    return n, next(day for day, number in draft.notice["meetings"] if number == n), draft.notice["house"].short + "会议"


def chinese(n):
    tens, ones = divmod(n, 10)
    digit = " 一二三四五六七八九"
    return (digit[tens] if tens > 1 else "") + ("十" if tens else "") + (digit[ones] if ones else "")


def says(draft, n, day, what):
    ordinal = draft.rng.choice([f"第{n}次", f"第{n}次", f"第{chinese(n)}次"])
    draft.say([f"该项安排经{draft.said(day)}召开的{ordinal}{what}审议同意。", f"{ordinal}{what}于{draft.said(day)}听取了这项工作的汇报。",
               f"{draft.said(day)}，{ordinal}{what}再次研究此事。"],
              ("measure", "organise"))


@again("meeting-with-two-days")
def two_days(draft):
    n, day, what = named(draft)
    says(draft, n, day + draft.rng.choice([1, 2, 3]) * DAY, what)


@again("meeting-with-two-ordinals")
def two_ordinals(draft):
    n, day, what = named(draft)
    draft.also += [f"{day.month}月{day.day}日"]
    others = {number for _, number in draft.notice["meetings"]}
    says(draft, draft.any(set(range(1, 60)) - others), day, what)


def into_other(draft, change):
    """A measure told once more in another issue, changed a little."""
    a, b = draft.rng.sample(draft.notice["issues"], 2)
    source, target = draft.any(m for m in a["measures"] if m["text"].count("。") > 1), draft.any(b["measures"])
    source, target = draft.lone(a, source), draft.lone(b, target)
    text = bare(source["text"])
    draft.also.append(text[:12])
    draft.also.append(text[-12:])
    target.update({"text": change(text), "unit": source["unit"], "status": standing(source), "updates": []})


def standing(measure):
    return measure["updates"][-1]["status"] if measure["updates"] else measure["status"]


@again("same-measure-twice")
def same(draft):
    """Right behind each other, under the same issue."""
    issue = draft.any(draft.notice["issues"])
    source = draft.lone(issue, draft.any(issue["measures"]))
    issue["measures"].append({**source, "id": "m9", "status": standing(source), "updates": []})
    draft.also.append(bare(source["text"])[:20])


@again("nearly-same-measure")
def nearly(draft):
    def turned(text):
        first, _, rest = text.partition("。")
        return f"{rest.rstrip('。')}。{first}。"
    def filled(text):
        return re.sub("，", draft.rng.choice(["，并", "，同时", "，已"]), text, count=1)
    def moved(text):
        return re.sub(r"(\d+)日", lambda m: f"{int(m[1]) % 27 + 1}日", text, count=1)
    into_other(draft, draft.any([turned, filled, moved]))


@again("document-with-two-titles")
def two_titles(draft):
    place = cited(draft)
    old = place[2]["title"]
    at = draft.rng.randrange(len(old) - 4, len(old) - 1)
    put(place, "title", draft.any([old + "（试行）", old[:at] + old[at + 1:], old.replace(draft.notice["body"], ""), "关于" + old]))


@again("document-with-two-numbers")
def two_numbers(draft):
    place = cited(draft)
    old = place[2]["number"]
    put(place, "number", draft.any([re.sub(r"(\d)号", lambda m: f"{(int(m[1]) + 1) % 10}号", old),
                                    old.replace("发〔", "办〔"), re.sub(r"(\d+)号", r"1\1号", old)]))


@added(G, "document-of-another-year",
       "the number of the same title, of the year before: there may have been an older one: a note", decided=False)
def another_year(draft):
    place = cited(draft)
    put(place, "number", re.sub(r"〔(\d+)〕", lambda m: f"〔{int(m[1]) - 1}〕", place[2]["number"]))


SLIPS = [("监测", "检测"), ("综合", "综和"), ("服务", "服物"), ("保障", "保璋"), ("执法", "执罚"), ("培训", "陪训"), ("管理", "管里"), ("资金", "资经"), ("建设", "建没"),
         ("项目", "项日"), ("推广", "推厂"), ("信息", "信息信息"), ("大队", "大大队"), ("中心", "心中"), ("办公", "公办")]


@again("unit-name-slip")
def slip(draft):
    """A character that looks or sounds alike, one that stands twice, two that changed places."""
    names = "|".join(u["name"] for u in draft.notice["units"][1:])
    def changed(m):
        old, new = draft.rng.choice([s for s in SLIPS if s[0] in m[0]])
        return new.join(m[0].rsplit(old, 1))
    draft.swap(names, lambda m: None if in_title(m) else changed(m))


@again("we-for-a-unit")
def we(draft):
    draft.say(["我局随后逐项核对。", "以上工作由我委统一组织。", "本中心指定专人跟踪。", "我院将情况通报全体职工。", "相关资料由我站保存。", "本局另建台账。", "我单位干部全部参加。", "本单位对此作了通报。"],
              ("measure",))


@again("unit-by-a-short-form")
def short(draft):
    """Without the county, or by its last words."""
    names = "|".join(u["name"] for u in draft.notice["units"][1:])
    draft.swap(names, lambda m: None if in_title(m) else draft.rng.choice([m[0][3:], m[0][-4:]]))


@added(G, "unit-by-a-listed-alias", "one body under two names, though the list knows both: a note", decided=False)
def alias(draft):
    names = "|".join(u["name"] for u in draft.notice["units"])
    draft.swap(names, lambda m: None if in_title(m) else "县" + m[0][3:])


@again("abbreviation-not-introduced")
def abbreviation(draft):
    word = draft.any(["“六定”", "“1+3+N”", "“双提双减”", "“一表三单”", "“十有十看”", "“三联三审”", "LIMS", "SOP", "TOD", "RPA", "MES", "“两统筹”"])
    draft.say([f"并推行{word}工作法。", f"下一步按{word}机制运行。", f"{word}做法在全县推开。", f"同步建立{word}体系。"], ("measure", "organise", "plan"))
