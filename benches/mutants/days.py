"""Defects of days, and of wording against time."""

import datetime
import re

from draft import DATE, DAY, NoPlace
from kind import kind

G = "dates"
W = "wording against time"
# No action is what only tells of which contract or which night: 2016年签订的租约.
ACTION = rf"(?:^|(?<=[，。])){DATE}(?=，|[^第召至前后起以和）签夜凌])"


@kind(G, "impossible-day", "the calendar has no such day")
def impossible(draft):
    def wrong(m):
        return draft.rng.choice(["2月30日", "4月31日", "6月31日", "9月31日", "13月5日", f"{m['m']}月32日", "11月31日"])
    draft.swap(rf"(?<!年){DATE}(?!第)", lambda m: None if m["y"] else wrong(m), ("measure", "organise"))


@kind(G, "day-without-日", "8月15组织: a figure after 月 without 日")
def without_ri(draft):
    # 8月15至18日 is how a stretch of days is written.
    draft.swap(rf"{DATE}(?=[一-龥，])(?!至\d+日)", lambda m: m[0][:-1], ("measure", "organise"))


@kind(G, "day-without-月", "815日: no month has such a day")
def without_yue(draft):
    draft.swap(DATE, lambda m: m[0].replace("月", "") if int(m["m"]) * 10 + int(m["d"]) > 31 else None, ("measure", "organise"))


@kind(G, "year-without-年", "20258月15日: five figures before 月")
def without_nian(draft):
    draft.swap(r"\d{4}年(?=\d{1,2}月)", lambda m: m[0][:4], ("measure", "opening", "organise"))


@kind(G, "term-without-日", "30内: a term without its unit")
def term(draft):
    draft.swap(r"\d+日内", lambda m: m[0].replace("日", ""), ("measure",))


def redated(draft, day):
    """Another day, with its year, at the head of a sentence that tells an action."""
    draft.swap(ACTION, lambda m: draft.said(day))


@kind(G, "before-feedback", "an action before the feedback may be 立行立改: a note", decided=False)
def before_feedback(draft):
    at = draft.notice["inspection"]
    redated(draft, draft.between(at["from"] + 5 * DAY, at["feedback"] - 3 * DAY))


@kind(G, "before-inspection", "nothing is mended before the inspection began")
def before_inspection(draft):
    start = draft.notice["inspection"]["from"]
    redated(draft, draft.between(start - 200 * DAY, start - 20 * DAY))


@kind(G, "after-signature", "what is told as done on a later day than the signature")
def after_signature(draft):
    date = draft.notice["date"]
    finished = [id(m) for m in draft.finished()]
    def later(m):
        return draft.said(draft.between(date + 3 * DAY, date + 90 * DAY))
    holder, _ = draft.swap(ACTION, later)
    if id(holder) not in finished:
        raise NoPlace


# What a text says where something keeps the work from being done: such a measure gives its reason.
CAUSE = re.compile(r"因|受[^，。]{1,8}影响|等待|要等|等候|卡在|受阻|靠后|顺延|推后|[供交]货期|协商|仍缺|尚缺")


def late(draft):
    """An issue with a measure that is open, and no reason for it; and its open measures."""
    still = lambda i: [m for m in i["measures"] if m["status"] == "in_progress" and not m["updates"]]
    says = lambda i: "".join(m["text"] for m in still(i)) + (i.get("completion") or "")
    issue = draft.any(i for i in draft.notice["issues"] if still(i) and not CAUSE.search(says(i)))
    return issue, still(issue)


@kind(G, "due-day-passed", "still open after its day, with no extension or reason", scope="file")
def due_passed(draft):
    issue, _ = late(draft)
    issue["due"], issue["extensions"] = draft.notice["date"] - DAY * draft.rng.randint(10, 60), []


def past(draft):
    """A day between the feedback and a fortnight before the signature."""
    return draft.between(draft.notice["inspection"]["feedback"] + 30 * DAY, draft.notice["date"] - 14 * DAY)


@kind(W, "promise-passed", "a promise whose day lies before the signature")
def promise(draft):
    d = draft.said(past(draft))
    draft.add(draft.any([
        f"下一步，定于{d}召开现场会。", f"拟于{d}组织复查。", f"将于{d}前全部办结。", f"计划于{d}启动第二批。", f"预计{d}前投入使用。",
        f"力争{d}前取得批复。", f"确保在{d}前整改到位。", f"有关人员将在{d}完成考核。"]), draft.unfinished())


@kind(W, "promise-of-month-passed", "a promise for a month that ended before the signature")
def promise_month(draft):
    date = draft.notice["date"]
    end = datetime.date(date.year, date.month, 1) - DAY * draft.rng.randint(1, 70)
    month = f"{end.year}年{end.month}月"
    draft.add(draft.any([f"预计{month}底完成。", f"计划{month}底前建成。", f"拟于{month}下旬验收。", f"{month}底前整改到位。", f"将于{month}中旬开工。"]),
              draft.unfinished())


def of_this_year(draft):
    """Open measures after whose text a day without a year is not one of the year to come."""
    return [m for m in draft.unfinished() if f"{draft.notice['date'].year + 1}年" not in m["text"]]


@kind(W, "promise-without-year-passed", "the day falls before the signature whichever year is inherited")
def promise_short(draft):
    day = past(draft)
    if day.year != draft.notice["date"].year:
        raise NoPlace
    d = f"{day.month}月{day.day}日"
    draft.add(draft.any([f"现定于{d}召开推进会。", f"拟于{d}前完成公示。", f"将于{d}组织验收。", f"计划{d}前办结余下事项。"]),
              of_this_year(draft))


UNFINISHED = ("目前正在办理移交手续。", "验收工作正在进行中。", "相关方案暂未印发。", "配套设备尚未到位。", "现场会正在筹备中。", "余下部分还在推进。",
              "目前正在招投标。", "有关协议仍在洽谈。", "专题会议暂未召开。", "后续工作有待推进。", "结算尚在审核之中。")


@kind(W, "unfinished-beside-finished", "the text says it goes on, the status says it is done", scope="item")
def beside(draft):
    draft.add(draft.any(UNFINISHED), draft.finished())


@kind(W, "promise-beside-finished", "the text promises, the status says it is done", scope="item")
def promised(draft):
    day = draft.between(draft.notice["date"] + 20 * DAY, draft.notice["date"] + 120 * DAY)
    draft.add(draft.any([f"计划于{draft.said(day)}前完成验收。", f"将于{draft.said(day)}投入使用。", f"拟于{day.year}年{day.month}月底前全部到位。"]),
              draft.finished())


@kind(W, "stale-at-signature", "it goes on for a day that had passed on signature", scope="item")
def stale(draft):
    d = draft.said(past(draft))
    draft.add(draft.any([f"目前正在筹备{d}的现场会。", f"正在为{d}的验收作准备。", f"{d}的考核正在筹备中。", f"目前正在组织报名，{d}截止。"]), draft.unfinished())


VAGUE = ("进一步提高政治站位，切实加强管理，不断提升工作水平。", "深刻认识问题，压紧压实责任，持续用力抓好整改。", "举一反三，建章立制，推动工作再上新台阶。",
         "强化学习教育，增强责任意识，把各项要求落到实处。")


@kind(W, "finished-without-evidence", "finished, with no day, figure, document or evidence", scope="item")
def vague(draft):
    m = draft.any(draft.finished())
    name = next(u["name"] for u in draft.notice["units"] if u["id"] == m["unit"])
    m["text"] = name + draft.any(VAGUE)


@kind(W, "status-goes-back", "a later entry is less far than the one before, without a reason", scope="item")
def back(draft):
    entries = [m for m in draft.measures() if len(m["updates"]) == 2]
    first, last = draft.any(entries)["updates"]
    steps = [("done", "in_progress"), ("basically_done", "in_progress"), ("done_ongoing", "basically_done")]
    first["status"], last["status"] = draft.any(steps)
