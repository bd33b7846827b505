"""Clean tables for the notices, by the second hand: what adds up, and what is not meant to.

Each shape knows the cells that a careful reader can prove from the others, by the kind of defect they are for.
"""

import random
from dataclasses import dataclass, field

TOTAL = ("合计", "合计", "总计", "共计")
SORTS = ("登记类 审批类 缴费类 咨询类 投诉类|道路 桥涵 沟渠 路灯 标牌|新购 调拨 捐赠 盘盈|来信 来访 来电 网上留言|书面检查 提醒谈话 批评教育 责令退款"
         "|甲类 乙类 丙类 丁类|厨房 库房 机房 档案室 值班室").split("|")
COUNTS = (("件数", "件"), ("户数", "户"), ("数量", "处"), ("笔数", "笔"), ("人数", "人"), ("份数", "份"))
SPENDING = "印刷费 差旅费 会议费 维修费 培训费 租赁费 劳务费 水电费".split()
GOODS = "灭火器 档案盒 监测探头 打印纸 应急灯 防护服".split()


@dataclass
class Table:
    lead: str
    head: list
    rows: list
    tail: str = ""
    # By kind of defect: the places (row, column) of cells that are proven.
    proven: dict = field(default_factory=dict)
    # Whether the table is in the explanation or in a measure, which has no line under the head of a table.
    at: str = "body"

    def lines(self):
        """Its rows as they stand in the file."""
        rows = [self.head, *self.rows]
        if self.at == "body":
            rows.insert(1, ["---"] + ["---:"] * (len(self.head) - 1))
        return ["| " + " | ".join(row) + " |" for row in rows]

    def cells(self):
        """What a reader sees of it."""
        return [self.lead, *self.head, *(cell for row in self.rows for cell in row), self.tail]

    def said(self):
        """The whole with its sentences, one line each in a measure, as Markdown in an explanation."""
        gap = "\n" if self.at != "body" else "\n\n"
        return gap.join(part for part in (self.lead, "\n".join(self.lines()), self.tail) if part)


class Maker:
    """Draws one table."""

    def __init__(self, rng, notice):
        self.rng, self.notice = rng, notice
        self.total = rng.choice(TOTAL)

    def sorts(self, least=3):
        names = self.rng.choice(SORTS).split()
        return self.rng.sample(names, self.rng.randint(least, len(names)))

    def towns(self):
        return self.rng.sample(self.notice["places"], self.rng.randint(3, 5))

    def many(self, n, low=2, high=90):
        return [self.rng.randint(low, high) for _ in range(n)]

    def money(self, n, low=30, high=4800):
        """Sums in hundredths of 万元."""
        return [self.rng.randint(low, high) for _ in range(n)]

    def simple(self):
        names, (head, unit) = self.sorts(), self.rng.choice(COUNTS)
        n = self.many(len(names))
        rows = columns(names, n) + [[self.total, str(sum(n))]]
        lead, proven = "分类情况如下。", {"total": column(rows, 1)}
        if self.rng.random() < 0.8:
            lead, proven["lead"] = f"共清理{sum(n)}{unit}，分类如下。", [(len(rows) - 1, 1)]
        return Table(lead, ["类别", head], rows, proven=proven)

    def serial(self):
        names, n = self.sorts(), self.many(5)
        rows = [[str(at), name, str(c)] for at, (name, c) in enumerate(zip(names, n), 1)]
        rows.append([self.total, "", str(sum(n[:len(names)]))])
        return Table("清单如下。", ["序号", "事项", "数量（项）"], rows, proven={"total": column(rows, 2)})

    def years(self):
        n, first = self.many(4, 11, 60), self.rng.randint(2018, 2021)
        rows = columns(map(str, range(first, first + 4)), n) + [[self.total, str(sum(n))]]
        return Table(f"共复核{sum(n)}件，按年度列出。", ["年度", "件数"], rows, proven={"total": column(rows, 1), "lead": [(4, 1)]})

    def top(self):
        names = self.towns()
        a, b = self.many(len(names)), self.many(len(names), 1, 30)
        rows = [[self.total, str(sum(a)), str(sum(b))]] + columns(names, a, b)
        return Table("各地情况见下表。", ["乡镇", "走访户数", "收到意见"], rows, proven={"total": column(rows, 1) + column(rows, 2)})

    def of_units(self):
        names = self.sorts()
        n, cash = self.many(len(names)), self.money(len(names))
        rows = columns(names, [f"{c}件" for c in n], [f"{c / 100:.2f}万元" for c in cash])
        rows.append([self.total, f"{sum(n)}件", f"{sum(cash) / 100:.2f}万元"])
        return Table("件数和金额如下。", ["类别", "件数", "金额"], rows, proven={"total": column(rows, 1), "money": column(rows, 2)})

    def matrix(self, empty=""):
        names, terms = self.towns(), ["第一组", "第二组", "第三组"]
        grid = [self.many(3, 1, 40) for _ in names]
        if empty:
            for row in grid:
                row[self.rng.randrange(3)] = self.rng.choice([0, row[0] or 3])
        rows = [[name, *(str(c) if c or not empty else empty for c in row), str(sum(row))] for name, row in zip(names, grid)]
        downs = [sum(row[at] for row in grid) for at in range(3)]
        rows.append([self.total, *(str(c) if c or not empty else empty for c in downs), str(sum(downs))])
        across = [(at, 4) for at in range(len(rows))]
        return Table("分组检查结果如下。", ["乡镇", *terms, "合计"], rows, proven={"across": across, "total": column(rows, 1) + column(rows, 2)})

    def holes(self):
        return self.matrix(self.rng.choice(["—", "", "/", "0", "-"]))

    def across(self):
        names = [u["name"] for u in self.notice["units"]][:4]
        a, b = self.many(len(names)), self.many(len(names))
        rows = columns(names, a, b, [x + y for x, y in zip(a, b)])
        return Table("参训人数如下。", ["单位", "干部", "职工", "小计"], rows, proven={"across": [(at, c) for at in range(len(rows)) for c in (1, 2, 3)]})

    def cash(self):
        names = self.rng.sample(SPENDING, self.rng.randint(3, 6))
        n = self.money(len(names))
        rows = columns(names, [f"{c / 100:.2f}" for c in n]) + [[self.total, f"{sum(n) / 100:.2f}"]]
        return Table("支出明细如下。", ["项目", "金额（万元）"], rows, proven={"money": column(rows, 1)})

    def yuan(self):
        names = self.towns()
        due = self.many(len(names), 1200, 98000)
        paid = [self.rng.randint(300, n - 100) for n in due]
        left = [a - b for a, b in zip(due, paid)]
        rows = columns(names, *([f"{n:,}" for n in c] for c in (due, paid, left)))
        rows.append([self.total, *(f"{sum(c):,}" for c in (due, paid, left))])
        proven = [spot for c in (1, 2, 3) for spot in column(rows, c)]
        return Table("清退情况如下（单位：元）。", ["乡镇", "应退", "已退", "未退"], rows, proven={"money": proven})

    def price(self):
        names, many = self.rng.sample(GOODS, 3), self.many(3)
        each = self.many(3, 12, 400)
        sums = [a * b for a, b in zip(many, each)]
        rows = columns(names, many, [f"{n}.00" for n in each], [f"{n:,}.00" for n in sums])
        rows.append([self.total, self.rng.choice(["", "—"]), self.rng.choice(["", "—"]), f"{sum(sums):,}.00"])
        return Table("采购清单如下。", ["品名", "数量", "单价（元）", "金额（元）"], rows, proven={"money": column(rows, 3)})

    def share(self):
        names = self.sorts()
        n = self.many(len(names), 8, 120)
        shares = [f"{100 * c / sum(n):.1f}%" for c in n]
        rows = columns(names, n, shares) + [[self.total, str(sum(n)), self.rng.choice(["100%", "100.0%"])]]
        return Table("构成如下。", ["类别", "户数", "占比"], rows, proven={"share": column(rows, 2)[:-1]})

    def rate(self):
        names = self.towns()
        taken = self.many(len(names), 21, 120)
        done = [self.rng.randint(n // 2, n) for n in taken]
        rows = columns(names, taken, done, [f"{100 * b / a:.1f}" for a, b in zip(taken, done)])
        rows.append([self.total, str(sum(taken)), str(sum(done)), f"{100 * sum(done) / sum(taken):.1f}"])
        return Table("办理情况如下。", ["乡镇", "受理（件）", "办结（件）", "办结率（%）"], rows, proven={"share": column(rows, 3)})

    def groups(self):
        one, two = self.rng.sample(SORTS, 2)
        rows, sums, spots = [], [], []
        for part in (one.split()[:3], two.split()[:3]):
            n = self.many(3)
            rows += columns(part, n) + [["小计", str(sum(n))]]
            sums.append(sum(n))
            spots += [(len(rows) - 1, 1)]
        rows.append([self.rng.choice(["总计", "合计"]), str(sum(sums))])
        return Table("两批清理结果如下。", ["事项", "数量（件）"], rows, proven={"subtotal": spots + [(len(rows) - 1, 1)]})

    def areas(self):
        rows, whole, spots = [], 0, []
        for town in self.towns()[:3]:
            n = self.many(2, 110, 2900)
            rows += [[town, "上片", f"{n[0]}"], ["", "下片", f"{n[1]}"], ["", "小计", f"{sum(n)}"]]
            spots.append((len(rows) - 1, 2))
            whole += sum(n)
        rows.append([self.total, "", str(whole)])
        return Table("管护长度如下。", ["乡镇", "片区", "长度（米）"], rows, proven={"subtotal": spots + [(len(rows) - 1, 2)]})

    def some(self):
        """Rows that begin with 其中 say a part of the row above and are no part of the total."""
        names = self.sorts()
        n = self.many(len(names), 30, 200)
        part = self.rng.randint(5, n[0] - 3)
        rows = columns(names, n)
        rows.insert(1, [self.rng.choice(["其中：限期办结", "其中：逾期", "　其中：当场办结"]), str(part)])
        rows.append([self.total, str(sum(n))])
        return Table("清查结果如下。", ["类别", "件数"], rows, proven={"total": [(len(rows) - 1, 1)], "some": [(1, 1, 0, 1)]})

    def some_across(self):
        names = self.towns()
        n = self.many(len(names), 20, 90)
        part = [self.rng.randint(2, c - 1) for c in n]
        rows = columns(names, n, part) + [[self.total, str(sum(n)), str(sum(part))]]
        return Table("排查情况如下。", ["乡镇", "排查户数", "其中：需整改"], rows,
                     proven={"total": column(rows, 1), "some": [(at, 2, at, 1) for at in range(len(names))]})

    # What follows has no cell that may be proven from others: only false alarms come of it.

    def no_total(self):
        names = self.rng.sample(GOODS, 3)
        rows = [[name, str(a), f"{b}.50", "保管岗"] for name, a, b in zip(names, self.many(3), self.many(3))]
        return Table("在用物资如下。", ["品名", "数量", "单价（元）", "责任岗位"], rows)

    def running(self):
        n = self.many(4)
        rows = [[f"{at}月", str(c), str(sum(n[:at]))] for at, c in enumerate(n, 1)]
        return Table("各月办理数如下。", ["月份", "当月", "累计"], rows)

    def once(self):
        names, n = self.sorts(), self.many(5, 10, 60)
        rows = columns(names, n) + [["合计（去重）", str(sum(n[:len(names)]) - self.rng.randint(2, 9))]]
        return Table("涉及户数如下。", ["类别", "户数"], rows, tail="同一户涉及几类的，合计只计一次。")

    def rounded(self):
        """Each number is rounded by itself, so the last place of the sum may differ."""
        names = self.rng.sample(SPENDING, 5)
        while True:
            n = self.many(5, 12000, 990000)
            shown = [f"{c / 10000:.2f}" for c in n]
            if f"{sum(map(float, shown)):.2f}" != f"{sum(n) / 10000:.2f}":
                break
        rows = columns(names, shown) + [[self.total, f"{sum(n) / 10000:.2f}"]]
        return Table("支出构成如下。", ["项目", "金额（万元）"], rows, tail="分项之和与合计的尾差由四舍五入产生。")

    def average(self):
        names = self.towns()
        n = self.many(len(names), 60, 99)
        return Table("测试成绩如下。", ["乡镇", "平均分"], columns(names, n) + [["平均", f"{sum(n) / len(n):.1f}"]])

    def fewer(self):
        names = self.sorts()
        before = self.many(len(names), 20, 80)
        after = [self.rng.randint(3, n - 1) for n in before]
        gone = [a - b for a, b in zip(before, after)]
        return Table("精简前后对比如下。", ["类别", "原有", "现有", "减少"],
                     columns(names, before, after, gone) + [[self.total, *(str(sum(c)) for c in (before, after, gone))]])


def columns(names, *numbers):
    return [[name, *map(str, cells)] for name, *cells in zip(names, *numbers)]


def column(rows, c):
    return [(at, c) for at in range(len(rows))]


# One of each of these for every notice, in turn.
TURNS = ((Maker.simple, Maker.serial, Maker.years, Maker.top, Maker.of_units),
         (Maker.across, Maker.cash, Maker.matrix, Maker.yuan, Maker.holes, Maker.price),
         (Maker.share, Maker.groups, Maker.some, Maker.rate, Maker.areas, Maker.some_across),
         (Maker.no_total, Maker.running, Maker.once, Maker.rounded, Maker.average, Maker.fewer))


def lay(notice, k):
    """Puts tables behind the measures and explanations of some issues; drawn by themselves, so that nothing else is drawn otherwise."""
    rng = random.Random(f"ledgers {k}")
    issues = rng.sample(notice["issues"], len(TURNS))
    for issue, shapes in zip(issues, TURNS):
        table = shapes[k % len(shapes)](Maker(rng, notice))
        table.at = rng.choice(["body", rng.choice(issue["measures"])["id"]])
        issue["table"] = table
