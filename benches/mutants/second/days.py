"""Defects of days, by the second hand."""

import re

from days import late
from draft import DATE, DAY, NoPlace
from kind import added, again

G = "dates"
NEVER = ["2月29日", "2月31日", "4月31日", "6月31日", "9月31日", "11月31日", "0月12日", "14月3日", "5月0日", "10月45日", "12月32日"]


@again("impossible-day")
def impossible(draft):
    bad = f"{draft.notice['date'].year}年{draft.any(NEVER)}"
    draft.say([f"复核结果于{bad}归档。", f"{bad}，验收组到场抽验。", f"上述材料{bad}前已移交（签收人为档案员）。", f"公示自{bad}起，为期七天。",
               f"有关凭据（{bad}）存档备查。"], draft.any([("measure",), ("organise",), ("plan",), ("update",), ("closing",)]))


@added(G, "impossible-day-of-inherited-month", "9月5日、12日和31日: September, named before, has no 31st")
def inherited(draft):
    day = past(draft)
    month, last = day.month, ((day.replace(day=28) + 4 * DAY).replace(day=1) - DAY).day
    head = f"{day.year}年{month}月{draft.rng.randint(2, 9)}日"
    bad = draft.rng.choice([last + 1, last + 2, 33])
    draft.say([f"{head}、15日和{bad}日三次到场核对。", f"{head}至{bad}日集中登记。", f"核验分两次，一次在{head}，一次在{bad}日。"], ("measure", "organise"))


@added(G, "stretch-backwards", "8月15日至3日 within a month ends before it begins")
def backwards(draft):
    day = past(draft)
    first, last = draft.rng.randint(15, 28), draft.rng.randint(2, 12)
    draft.say([f"{day.year}年{day.month}月{first}日至{day.month}月{last}日逐户登记。", f"公示期为{day.year}年{day.month}月{first}日至{last}日。",
               f"{day.year}年{day.month}月{first}日到{last}日，办公室派人蹲点。"], ("measure", "organise"))


def past(draft, least=14):
    """A day between the feedback and a while before the signature."""
    return draft.between(draft.notice["inspection"]["feedback"] + 20 * DAY, draft.notice["date"] - least * DAY)


@again("day-without-日")
def without_ri(draft):
    if draft.rng.random() < 0.3:
        return draft.swap(rf"{DATE}(?=前|起|以来|，{{1}}[^\d])", lambda m: m[0][:-1], ("opening", "plan", "measure", "organise"))
    d = past(draft)
    said = f"{d.year}年{d.month}月{d.day}"
    return draft.say([f"材料已于{said}上午报送。", f"截至{said}，台账全部核对完毕。", f"自{said}起按新规定执行。", f"（回执日期：{said}）。",
                      f"{said}、复查组再次到场。", f"{said}前后抽查两轮。"], ("measure", "organise", "update"))


@again("day-without-月")
def without_yue(draft):
    d = past(draft)
    if d.month * 10 + d.day <= 31:
        raise NoPlace
    draft.say([f"并于{d.year}年{d.month}{d.day}日报备。", f"{d.year}年{d.month}{d.day}日完成复核。", f"最近一次检查在{d.month}{d.day}日。",
               f"（{d.month}{d.day}日签收）。"],
              ("measure", "organise", "plan", "update"))


@again("year-without-年")
def without_nian(draft):
    d = past(draft)
    draft.say([f"有关材料{d.year}{d.month}月{d.day}日报备。", f"{d.year}{d.month}月起按月通报。", f"（{d.year}{d.month}月{d.day}日印发）。",
               f"自{d.year}{d.month}月{d.day}日以来未见反弹。"],
              ("measure", "organise", "plan", "update"))


@added(G, "year-with-a-digit-lost", "202年8月15日: three figures before 年")
def short_year(draft):
    where = ("measure", "opening", "organise")
    draft.swap(r"(?<!\d)20\d\d年(?=\d{1,2}月\d)",
               lambda m: draft.rng.choice([m[0][:2] + m[0][3:], m[0][0] + m[0][2:], m[0][:4] + m[0][3:]]), where)


@again("term-without-日")
def term(draft):
    n = draft.rng.choice([5, 7, 10, 15, 20, 60])
    draft.say([f"群众来信须自收到之日起{n}内答复。", f"退回的单据限{n}内补正。", f"今后同类事项应在{n}个工作内办结。", f"决定作出后{n}内送达当事人。", f"整改情况{n}内向派驻机构书面报告。"],
              ("measure", "plan", "organise"))


DONE = ("已于{}全部办结。", "{}完成验收。", "并于{}销号归档。", "{}，专班逐项复核通过。", "办结材料{}移交档案室。", "{}召开现场会，通报了办理结果。")


def told(draft, day):
    return draft.say([s.format(draft.said(day)) for s in DONE], ("measure",), draft.done())


@again("before-feedback")
def before_feedback(draft):
    at = draft.notice["inspection"]
    told(draft, draft.between(at["from"] + 5 * DAY, at["feedback"] - 3 * DAY))


@again("before-inspection")
def before_inspection(draft):
    start = draft.notice["inspection"]["from"]
    day = draft.between(start - 200 * DAY, start - 20 * DAY)
    draft.say([f"{draft.said(day)}，专班逐条研究巡察反馈的问题。", f"已于{draft.said(day)}全部整改到位。", f"整改方案{draft.said(day)}印发。",
               f"{draft.said(day)}组织整改验收，全部合格。"],
              ("measure", "organise"))


@again("after-signature")
def after_signature(draft):
    date = draft.notice["date"]
    day = draft.between(date + 3 * DAY, date + 90 * DAY)
    if draft.rng.random() < 0.7:
        told(draft, day)
    else:
        # In prose only 已 and 了 say that it is no plan.
        d = draft.said(day)
        draft.say([f"已于{d}通过县委巡察办核验。", f"{d}召开了总结会，通报了办理结果。", f"{d}，责任单位向群众代表作了报告。"], ("organise",))


@added(G, "after-signature-by-inherited-year", "the year is that of the day before it, and the day then lies after the signature")
def after_inherited(draft):
    date = draft.notice["date"]
    first, later = date - 12 * DAY, draft.between(date + 20 * DAY, date + 80 * DAY)
    if not date.year == later.year == first.year:
        raise NoPlace
    draft.say([f"{draft.said(first)}初验，{later.month}月{later.day}日复验合格。", f"{draft.said(first)}发函，{later.month}月{later.day}日收到了回执。",
               f"{draft.said(first)}送审，已于{later.month}月{later.day}日批复。"], ("measure",), draft.done())


@again("due-day-passed")
def due_passed(draft):
    """Even the day to which it was put off."""
    issue, still = late(draft)
    date, first = draft.notice["date"], draft.notice["period_ends"]
    last = max(first - 40 * DAY, date - DAY * draft.rng.randint(50, 70))
    if draft.rng.random() < 0.5:
        draft.any(still)["status"] = "not_started"
        issue["due"], issue["extensions"] = last, []
    else:
        issue["due"] = last
        issue["extensions"] = [{"on": last - 5 * DAY, "to": date - DAY * draft.rng.randint(5, 30), "why": "设备采购流标一次"}]


@added(G, "as-of-day-after-signature", "it tells how things stand on a day after its own", scope="notice")
def as_of(draft):
    said = draft.notice["said"]["date"]
    later = draft.said(draft.notice["date"] + DAY * draft.rng.randint(6, 40))
    draft.swap(rf"(?<=[截到])(至?){re.escape(said)}", lambda m: m[1] + later, ("opening",))
