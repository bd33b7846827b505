"""Defects of tables, by the second hand: a cell of a clean table is changed, or a table is put in that was never right."""

import re

from draft import NoPlace
from kind import added
from second.ledgers import Table

G = "tables"
NUMBER = re.compile(r"(?P<head>\D*?)(?P<n>[\d,]+(?:\.\d+)?)(?P<tail>\D*)")


def off(draft, cell, least=0.0):
    """Another number of the same form. Of decimals the last place may be rounded, so more than that is changed."""
    m = NUMBER.fullmatch(cell)
    whole, _, places = m["n"].replace(",", "").partition(".")
    steps = [10, -10, 20, 50, -50, 90, 100] if places else [1, -1, 2, -2, 3, 9, -9, 10]
    n = int(whole + places) + draft.rng.choice([s for s in steps if abs(s) >= least * 10 ** len(places)])
    if n <= 0:
        raise NoPlace
    text = f"{n / 10 ** len(places):{',' if ',' in m['n'] else ''}.{len(places)}f}"
    return f"{m['head']}{text}{m['tail']}"


def tables(draft, kind):
    return [i["table"] for i in draft.notice["issues"] if "table" in i and i["table"].proven.get(kind)]


def told(draft, table):
    """A report at any row of the table, or at the sentence before it, counts."""
    draft.also += [*table.lines(), table.lead]


def change(kind, least=0.0):
    def put(draft):
        table = draft.any(tables(draft, kind))
        row, c = draft.any(spot for spot in table.proven[kind] if NUMBER.fullmatch(table.rows[spot[0]][spot[1]]))
        table.rows[row][c] = off(draft, table.rows[row][c], least)
        told(draft, table)
    return put


added(G, "table-total-wrong", "a row 合计 and the rows above or below it")(change("total"))
added(G, "table-row-sum-wrong", "a column 合计 or 小计 and the columns before it")(change("across"))
added(G, "table-money-wrong", "sums of money, whose unit may stand in the head, and their total")(change("money"))
added(G, "table-subtotal-wrong", "小计 of the rows since the last one, 总计 of all")(change("subtotal"))
added(G, "table-share-wrong", "占比 or 办结率 of two numbers of the table, by more than rounding")(change("share", 1))


@added(G, "table-part-too-large", "a number under 其中 is larger than what it is a part of")
def larger(draft):
    table = draft.any(tables(draft, "some"))
    row, c, over, by = draft.any(table.proven["some"])
    old = int(table.rows[row][c])
    table.rows[row][c] = str(int(table.rows[over][by]) + draft.rng.randint(1, 9))
    if c == 2:
        table.rows[-1][c] = str(int(table.rows[-1][c]) - old + int(table.rows[row][c]))
    told(draft, table)


@added(G, "table-against-its-lead", "the sentence before the table says 共 so many, its total another number")
def lead(draft):
    table = draft.any(tables(draft, "lead"))
    table.lead = re.sub(r"\d+", lambda m: off(draft, m[0]), table.lead, count=1)
    told(draft, table)


def fresh(draft, lead, head, rows, tail=""):
    """A table where there is none."""
    issue = draft.any(i for i in draft.notice["issues"] if "table" not in i and i["measures"])
    table = issue["table"] = Table(lead, head, rows, tail)
    table.at = draft.rng.choice(["body", draft.any(issue["measures"])["id"]])
    told(draft, table)


def some(draft, count, low=12, high=88):
    return [draft.rng.randint(low, high) for _ in range(count)]


def text(*cells):
    return [str(c) for c in cells]


@added(G, "new-table-total-wrong", "a row 合计 in other words: 总数, 合 计, **合计**, 本页合计, 全县, with a unit behind the number")
def new_total(draft):
    a, b, c = some(draft, 3)
    bad = a + b + c + draft.rng.choice([-10, -4, 3, 6, 20])
    word = draft.any(["总数", "合 计", "合　计", "**合计**", "共计", "总　计", "合计："])
    people = [["女职工", f"{a}人"], ["男职工", f"{b}人"], ["合计", f"{a + b + draft.any([1, -1, 10])}人"]]
    plain = [text("石渡村", a), text("前湾村", b), text("梨园村", c), text(word, bad)]
    two = [text("综合股", a, 3), text("业务股", b, 4), text("财务股", c, 5), text(word, a + b + c, draft.any([11, 13, 15]))]
    fresh(draft, *draft.any([("人员构成：", ["类别", "人数"], people), ("各村核查数：", ["村", "核查地块（块）"], plain),
                             ("自查情况见表。", ["股室", "自查事项", "立改事项"], two)]))


@added(G, "new-table-row-sum-wrong", "a column 合计 in other places and words: first, 总数, 小计（人次）")
def new_across(draft):
    a, b, c, d, e, f = some(draft, 6)
    bad = draft.any([-10, -1, 1, 2, 9])
    last = [text("上半年", a, b, c, a + b + c), text("下半年", d, e, f, d + e + f + bad)]
    first = [text("东片", a + b + bad, a, b), text("西片", c + d, c, d)]
    fresh(draft, *draft.any([("培训台次：", ["时段", "集中授课", "现场教学", "网上学习", draft.any(["总数", "合计（人次）", "小计"])], last),
                             ("巡查次数：", ["片区", draft.any(["合计", "总次数", "共计"]), "日间", "夜间"], first)]))


@added(G, "new-table-money-wrong", "sums of money with separators, cents, or the unit in the cells")
def new_money(draft):
    a, b, c = some(draft, 3, 10300, 984000)
    bad = a + b + c + draft.any([-900, 100, 1000, 90, -10000, 27])
    rows = lambda form: [["工程款", form(a)], ["监理费", form(b)], ["设计费", form(c)], [draft.any(["合计", "总计", "合计金额"]), form(bad)]]
    fresh(draft, *draft.any([("结算明细：", ["科目", "结算额（元）"], rows(lambda n: f"{n:,}")),
                             ("结算明细：", ["科目", "结算额/元"], rows(lambda n: f"{n:,}.00")),
                             ("结算明细（单位：元）：", ["科目", "结算额"], rows(str)),
                             ("结算明细：", ["科目", "结算额"], rows(lambda n: f"{n}元"))]))


@added(G, "new-table-shares-wrong", "all shares of a whole come to much more or less than 100 %")
def new_shares(draft):
    a = draft.rng.randint(20, 45)
    b = draft.rng.randint(15, 30)
    rest = 100 - a - b + draft.any([-12, -8, 6, 11])
    rows = [["非常满意", f"{a}.0%"], ["满意", f"{b}.0%"], ["一般", f"{rest}.0%"]]
    fresh(draft, "测评结果：", ["选项", "占比"], rows + ([["合计", "100%"]]))


@added(G, "new-table-difference-wrong", "应收, 已收 and 未收 in a row; 原有, 新增 and 现有")
def new_difference(draft):
    a, b = sorted(some(draft, 2, 31, 95))
    if a == b:
        raise NoPlace
    bad = draft.any([-7, -2, 2, 3, 10])
    c, d = some(draft, 2, 3, 20)
    fresh(draft, *draft.any([("收缴情况：", ["单位", "应收（万元）", "已收（万元）", "未收（万元）"],
                              [text("东坡所", b, a, b - a + abs(bad)), text("西坡所", c + d, c, d)]),
                             ("设备变动：", ["品类", "原有", "新增", "现有"], [text("水泵", a, c, a + c + bad), text("闸阀", b, d, b + d)])]))


@added(G, "new-table-part-counted-twice", "the total holds a row 其中, which its parent row holds already")
def twice(draft):
    a, b, c = some(draft, 3, 30, 90)
    part = draft.rng.randint(4, 25)
    rows = [text("耕地", a), text(draft.any(["其中：水田", "其中水田", "　其中：坡地"]), part), text("林地", b), text("园地", c)]
    fresh(draft, "核查图斑：", ["地类", "图斑数（个）"], [*rows, text(draft.any(["合计", "总计"]), a + b + c + part)])
