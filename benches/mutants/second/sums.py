"""Defects of arithmetic, by the second hand: sentences whose figures no reader can bring together."""

import grammar
from draft import NoPlace
from kind import added, again
from sums import total

G = "arithmetic"
PROSE = ("measure", "organise", "update", "body", "lead-in")


def wrong(draft, n, steps=(-2, -1, 1, 2, 3, 10)):
    return n + draft.rng.choice(steps)


@again("issues-total-wrong")
def issues(draft):
    """Told once more where the notice begins to tell, or ends."""
    n = wrong(draft, len(draft.notice["issues"]))
    if draft.rng.random() < 0.4:
        draft.say([f"以上{n}个问题的整改情况接受社会监督。"], ("closing",))
    else:
        draft.say([f"反馈的{n}个问题均已明确责任单位。", f"巡察共反馈问题{n}个，现已逐一建账。"], draft.any([("organise",), ("plan",)]))


@again("measures-total-wrong")
def measures(draft):
    n = wrong(draft, sum(len(i["measures"]) for i in draft.notice["issues"]))
    draft.say([f"针对反馈问题共制定整改措施{n}条。", f"整改措施共{n}条，进展逐条公布如上。", f"围绕{len(draft.notice['issues'])}个问题细化{n}条整改措施。"], ("closing",))


@again("finished-total-wrong")
def finished(draft):
    """Only beside the numbers that make it wrong."""
    done, left = int(draft.notice["said"]["done"]), int(draft.notice["said"]["open"])
    n = wrong(draft, done, (-3, -2, -1))
    draft.say([f"{done + left}条整改措施中，已完成{n}条、正在推进{left}条。",
               f"截至目前，整改措施完成{n}条、未完成{left}条，合计{done + left}条。"], draft.any([("organise",), ("closing",)]))


@added(G, "open-total-wrong", "what is left is not the whole without what is done", scope="notice")
def left(draft):
    total(r"(?<=正在推进)\d+(?=条)|(?<=还有)\d+(?=条正在)")(draft)


@again("rate-wrong")
def rate(draft):
    done, whole = int(draft.notice["said"]["done"]), int(draft.notice["said"]["measures"])
    bad = f"{100 * done / whole + draft.rng.choice([-9, -4.2, 3.1, -2]):.1f}"
    draft.say([f"{whole}条措施完成{done}条，完成率为{bad}%。", f"已完成{done}条，占全部{whole}条的{bad}%。", f"应办{whole}条，办结{done}条，办结率达{bad}%。"],
              draft.any([("organise",), ("closing",)]))


def split(draft, count):
    return [draft.rng.randint(6, 48) for _ in range(count)]


@again("parts-do-not-add-up")
def parts(draft):
    a, b, c = split(draft, 3)
    two, three = wrong(draft, a + b), wrong(draft, a + b + c)
    draft.say([f"共培训干部{three}人次：机关{a}人次、乡镇{b}人次、村级{c}人次。", f"男职工{a}人、女职工{b}人，共{two}人。", f"一类{a}处、二类{b}处、三类{c}处，总计{three}处。",
               f"{two}份答卷中，有效{a}份，无效{b}份。", f"应到{a + b - draft.rng.randint(1, 4)}人，实到{a}人，请假{b}人。", f"原有{a}台，新购{b}台，现有{two}台。",
               f"由{a + b}项压减到{a}项，减少{wrong(draft, b)}项。",
               f"较上年的{a}件增加{b}件，达到{two}件。", f"登记线索{three}条（属实{a}条、不实{b}条、重复{c}条）。", f"收到意见{a + b}条，采纳{a}条，未采纳{wrong(draft, b)}条。"], PROSE)


@again("parts-fall-short")
def short(draft):
    a, b = split(draft, 2)
    n = a + b + draft.rng.randint(1, 4)
    draft.say([f"共走访{n}户，其中脱贫户{a}户、监测户{b}户。", f"清理档案{n}卷，其中永久{a}卷、长期{b}卷。", f"查出问题{n}处，其中线路{a}处、门窗{b}处。"], PROSE)


@again("share-wrong")
def share(draft):
    a, b = split(draft, 2)
    bad = f"{100 * a / (a + b) + draft.rng.choice([-6, -3.4, 4, 7.5]):.1f}"
    grown = f"{100 * b / a + draft.rng.choice([-12, 9, 15]):.1f}"
    draft.say([f"应退{a + b}户，已退{a}户，占{bad}%。", f"{a + b}人参加测试，{a}人合格，合格率{bad}%。", f"回收问卷{a + b}份，满意{a}份，满意度为{bad}%。",
               f"由{a}件增至{a + b}件，增长{grown}%。",
               f"从{a + b}张减到{a}张，下降{100 * b / (a + b) + 8:.1f}%。", f"抽查{a + b}份，其中规范{a}份，规范率达到{bad}%。"], PROSE)


@again("money-does-not-add-up")
def money(draft):
    a, b, c = (round(draft.rng.uniform(1.2, 19), 1) for _ in range(3))
    two, three = (f"{n + draft.rng.choice([-0.9, -0.3, 0.4, 1]):.1f}" for n in (a + b, a + b + c))
    yuan, more = draft.rng.randint(1100, 9900), draft.rng.randint(300, 990)
    draft.say([f"清退资金{two}万元，即房租{a}万元、水电费{b}万元。", f"财政拨款{a}万元、自筹{b}万元、社会捐助{c}万元，合计{three}万元。", f"欠款{two}万元已还清：首笔{a}万元，尾款{b}万元。",
               f"多报{yuan}元、重报{more}元，共追回{yuan + more + draft.rng.choice([-100, 50, 200])}元。",
               f"预算{a + b:.1f}万元，支出{a}万元，结余{b + draft.rng.choice([0.3, 0.6]):.1f}万元。"], PROSE)


@again("words-against-figures")
def cheque(draft):
    n = draft.rng.randint(1200, 98000)
    bad = grammar.words(n + draft.rng.choice([10, 100, 1000, -10]))
    draft.say([f"退款人民币{bad}（¥{n}元）已入账。", f"违约金为{n}元（大写：{bad}）。", f"实收{bad}（小写：{n}元）。", f"合同价人民币{bad}（{n}元）不变。"], PROSE)


@again("listed-count-wrong")
def listed(draft):
    year = draft.notice["inspection"]["feedback"].year
    days = f"{year}年6月6日、6月20日、6月29日"
    if not draft.notice["inspection"]["feedback"].month < 6 < draft.notice["date"].month or draft.notice["spans"]:
        days = "财政局、审计局、住建局"
        draft.say([f"先后到{days}{draft.rng.choice('二四五')}家单位对账。", "组建资料、核查、督办4个小组。", "开设“法规讲堂”“案例剖析”“岗位练兵”4个专栏。", "印发《请销假规定》《印章规定》3项制度。",
                   "编成流程图、对照表、口袋书2种资料。"], ("measure", "organise", "plan"))
    else:
        draft.say([f"已于{days}举办讲座4场。", f"{days}召开协调会2次。", f"分别在{days}开展了五次夜查。"], ("measure", "organise"))


@again("enumerated-count-wrong")
def enumerated(draft):
    draft.say(["今后守住三条底线：一是不超预算，二是不拆项目。", "整改抓住两个环节：一是事前公示，二是事中留痕，三是事后评估。", "明确四项要求：一是账实相符，二是当日登记，三是双人签字。",
               "做到“五个到位”：一是人员到位，二是经费到位，三是时限到位，四是责任到位。"], ("measure", "organise", "plan"))


@added(G, "whole-smaller-than-a-part", "a part is larger than the whole that is named before it")
def larger(draft):
    a, b = sorted(split(draft, 2))
    if a == b:
        raise NoPlace
    draft.say([f"共收到来信{a}件，其中实名{b}件。", f"检查商户{a}家，其中{b}家合格。", f"在册职工{a}人，其中党员{b}人。"], PROSE)
