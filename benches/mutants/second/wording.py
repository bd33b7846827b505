"""Wording against time, by the second hand."""

import datetime

from days import of_this_year
from draft import DAY, NoPlace
from kind import added, again
from second.days import past

W = "wording against time"
OPEN = ("{}提交会议审议。", "{}前拿到批文。", "{}揭牌。", "{}前销号。", "{}进场施工。", "{}前完成公开招标。", "{}组织第三方评估。")
WILL = ("下一步将于", "预计在", "争取在", "力争于", "计划于", "现拟于", "初步定于", "有望于", "确保于", "准备在")


def promises(draft, said):
    return [draft.rng.choice(WILL) + s.format(said) for s in OPEN]


@again("promise-passed")
def promise(draft):
    sentences = promises(draft, draft.said(past(draft)))
    if draft.rng.random() < 0.7:
        draft.say(sentences, ("measure",), draft.unfinished())
    else:
        draft.say(sentences, ("plan",))


@again("promise-of-month-passed")
def promise_month(draft):
    date = draft.notice["date"]
    end = datetime.date(date.year, date.month, 1) - DAY * draft.rng.randint(1, 50)
    month = f"{end.year}年{end.month}月"
    draft.say([f"力争{month}份投入使用。", f"计划{month}上旬开标。", f"预计{month}内签约。", f"争取在{month}月底前交付。".replace("月月", "月"), f"拟{month}初启动复评。",
               f"有望{month}末完工。", f"定于{month}中下旬验收。"], ("measure",), draft.unfinished())


def ended(draft):
    """A quarter, a half or a year that had ended well before the signature, as it is said."""
    date = draft.notice["date"]
    out = []
    for year in (date.year, date.year - 1):
        for at, name in enumerate(("第一季度", "二季度", "第三季度", "四季度"), 1):
            end = datetime.date(year + at // 4, at * 3 % 12 + 1, 1) - DAY
            if date - 200 * DAY < end < date - 10 * DAY:
                out += [f"{year}年{name}内", f"{year}年{name}末"] + [f"{year}年上半年"] * (at == 2) + [f"{year}年底前"] * (at == 4)
    return draft.any(out)


@added(W, "promise-of-quarter-passed", "a promise for a quarter, a half or a year that had ended")
def promise_quarter(draft):
    said = ended(draft)
    draft.say([f"计划{said}完成改造。", f"预计{said}投入运行。", f"力争{said}办结。", f"拟于{said}全部收回。"], ("measure",), draft.unfinished())


@again("promise-without-year-passed")
def promise_short(draft):
    day = past(draft)
    if day.year != draft.notice["date"].year:
        raise NoPlace
    draft.say(promises(draft, f"{day.month}月{day.day}日"), ("measure",), of_this_year(draft))


GOES_ON = ("手续仍在报批。", "补充协议至今未签。", "部分设备还没有安装。", "有待上级主管部门批复。", "项目现处于征求意见阶段。", "剩余款项还在追缴。", "尚有3户没有退还。",
           "目前只完成了一半。", "工程仍未验收。", "待县政府批复后实施。", "招标文件还在编制。", "此项工作暂缓实施。", "方案正报县委审定。",
           "采购程序正在走。", "竣工资料尚待补齐。")


@again("unfinished-beside-finished")
def beside(draft):
    draft.say(GOES_ON, ("measure",), draft.done())


@again("promise-beside-finished")
def promised(draft):
    day = draft.between(draft.notice["date"] + 20 * DAY, draft.notice["date"] + 120 * DAY)
    sentences = promises(draft, draft.said(day)) + [f"剩余部分争取{day.year}年{day.month}月底前完成。", f"力争{day.year}年年底前全部收回。"]
    draft.say(sentences, ("measure",), draft.done())


@again("stale-at-signature")
def stale(draft):
    d = draft.said(past(draft))
    draft.say([f"目前正在为{d}召开的听证会准备材料。", f"招标公告正在挂网，投标截止时间为{d}。", f"报名正在进行，截止日为{d}。", f"{d}的复评会眼下正在筹备。", f"正在起草提交{d}会议的汇报稿。"],
              ("measure",), draft.unfinished())


def under(draft, unfinished):
    """An issue with a completion line, and with a measure that is still open, or with none that was open on signature."""
    signed = draft.notice["date"].isoformat()
    stands = lambda m: ([u["status"] for u in m["updates"] if unfinished or u["date"] <= signed] or [m["status"]])[-1]
    fits = lambda i: any(stands(m) == "in_progress" for m in i["measures"]) == unfinished
    return draft.any(i for i in draft.notice["issues"] if i.get("completion") and fits(i))


@added(W, "completion-beside-unfinished-measure", "the line says that all is done, a measure is still in progress", scope="file")
def closed(draft):
    under(draft, True)["completion"] = draft.any(["已完成。", "已全部完成整改。", "整改完毕，予以销号。", "所列措施均已办结。"])


@added(W, "completion-unfinished-beside-finished-measures", "the line says that it goes on, every measure is done", scope="file")
def unclosed(draft):
    under(draft, False)["completion"] = draft.any(["正在推进。", "尚未完成，还在整改。", "部分完成，其余正在办理。", "没有全部完成。"])


@added(W, "promise-passed-in-completion-line", "the line promises for a day before the signature", scope="file")
def line(draft):
    d = draft.said(past(draft))
    under(draft, True)["completion"] = draft.any([f"正在整改，计划{d}前完成。", f"基本完成，余下事项拟于{d}办结。", f"正在推进，预计{d}前销号。"])


EMPTY = ("高度重视反馈问题，认真研究、逐项落实，取得了明显成效。", "组织开展专题学习，完善有关制度，加强日常监督检查。", "始终把此项工作摆在突出位置，主要领导亲自抓、分管领导具体抓。",
         "对照反馈意见逐一整改，做到立行立改、应改尽改。", "坚持问题导向，强化责任担当，形成齐抓共管的良好局面。", "加强沟通协调，优化工作流程，服务质量得到群众好评。")


@again("finished-without-evidence")
def vague(draft):
    m = draft.any(draft.finished())
    name = next(u["name"] for u in draft.notice["units"] if u["id"] == m["unit"])
    m["text"] = name + draft.any(EMPTY) + draft.rng.choice(["", "相关问题已整改到位。", "目前运转良好。"])


@again("status-goes-back")
def back(draft):
    first, last = draft.any(m for m in draft.measures() if len(m["updates"]) == 2)["updates"]
    steps = [("done", "not_started"), ("done", "blocked"), ("done_ongoing", "in_progress"), ("basically_done", "not_started")]
    first["status"], last["status"] = draft.any(steps)
    last["text"], last["evidence"] = draft.any(["按计划推进，登记86条。", "召开碰头会，明确分工。", "完成清点，开始录入。"]), []
