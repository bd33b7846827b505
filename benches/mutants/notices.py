"""Invents clean notices: days in order, sums that add up, one ordinal and one day a meeting, one name a unit and a document.

The number of a notice is its seed. A theme stands at most once in a notice, so that no two of its measures say the same.
"""

import datetime
import pickle
import random
from pathlib import Path

import grammar
import houses
import write
from second import ledgers, portals, withheld

HERE = Path(__file__).resolve().parent
AS_OF = datetime.date(2026, 6, 30)
COUNTIES = "星河县 织云县 望舒县 银溪县 落星县 石渡县 天汉县 牵牛县".split()
TOWNS = "箕水镇 望岭镇 东塘乡 上堰乡 柳湾镇 青杨镇 白鹤乡 沙坪镇 梅坞乡 金塘镇 兰溪口乡 桐花镇".split()
BRANCHES = "综合服务中心 执法大队 技术推广站 信息中心 质量监测站 培训中心 项目建设办公室 物资保障站 资金管理中心".split()
SECTIONS = (
    "贯彻落实上级决策部署|履行职能责任|服务中心工作|全面从严治党|群众身边突出问题|领导班子和干部队伍建设|基层党组织建设"
    "|资金资产和项目管理|巡察审计发现问题整改"
).split("|")
LEADS = "党组书记 常务副局长 分管财务的副局长 分管业务的副局长 派驻纪检监察组组长 机关党委书记 办公室主任 主要负责人".split()
PARTS = [("整改工作组织情况", "反馈问题整改落实情况", "下一步工作安排"),
         ("党组抓整改的主要做法", "巡察反馈问题整改进展", "持续整改的打算"),
         ("整改责任落实情况", "逐项整改情况", "巩固整改成果的措施")]
STYLES = [
    {"part": "一、", "section": "（一）", "topic": "1.", "issue": "问题1：", "label": "整改进展情况：", "measure": "（1）",
     "restart": {"section": "parent", "topic": "never", "issue": "never", "measure": "never"}},
    {"part": "一、", "section": "（一）", "topic": "1.", "issue": "问题1：", "label": "整改情况：", "measure": "①",
     "restart": {"section": "parent", "topic": "parent", "issue": "never", "measure": "parent"}},
    {"part": "一、", "section": "（一）", "topic": "", "issue": "问题{1}：", "label": "整改情况：", "measure": "（1）",
     "restart": {"section": "parent", "issue": "parent", "measure": "parent"}},
]
THEMES = {**grammar.read(HERE / "themes.txt"), **grammar.read(HERE / "trades.txt")}
PROSE = grammar.read(HERE / "prose.txt")
DAY = datetime.timedelta(days=1)


def long(day):
    return f"{day.year}年{day.month}月{day.day}日"


class Inventor:
    """Makes one notice."""

    def __init__(self, k):
        self.k, self.rng = k, random.Random(f"clean {k}")
        self.date = datetime.date(2025, 8, 4) + DAY * self.rng.randrange(300)
        self.feedback = self.date - DAY * self.rng.randint(110, 170)
        self.to = self.feedback - DAY * self.rng.randint(20, 40)
        self.start = self.to - DAY * self.rng.randint(36, 60)
        self.county = COUNTIES[k % len(COUNTIES)]
        self.house = houses.house(k)
        self.body = self.county + self.house.name
        self.notice = self.head()

    def make(self):
        self.prose()
        self.outline()
        self.issues()
        self.opening()
        ledgers.lay(self.notice, self.k)
        withheld.lay(self.notice, self.k)
        portals.lay(self.notice, self.k)
        return self.notice

    def head(self):
        rng, body = self.rng, self.body
        by = f"县委第{rng.choice('一二三四五六')}巡察组"
        issuer = f"中共{self.county}{self.house.party}"
        contact = {"phone": f"0000-{rng.randrange(10**6, 10**7)}", "email": f"office{self.k + 1}@example.com", "postcode": "000000",
                   "address": f"{self.county}{rng.choice(['望舒', '银汉', '观澜'])}街道{rng.choice(['朝阳', '中山', '建设'])}路{rng.randint(1, 199)}号",
                   "hours": "工作日上午8时30分至12时，下午2时30分至5时30分"}
        said = {**contact, "by": by, "from": long(self.start), "feedback": long(self.feedback), "date": long(self.date)}
        said["to"] = long(self.to)[0 if self.start.year != self.to.year else 5:]
        names = [body] + [f"{self.county}{self.house.area}{b}" for b in rng.sample(BRANCHES, rng.randint(3, 5))]
        units = [{"id": f"b{self.k + 1}-{at}", "name": name, "aliases": [name.replace(self.county, "县")]}
                 for at, name in enumerate(names, 1)]
        title = rng.choice(["关于巡察整改进展情况的通报", f"关于{by}反馈意见整改进展情况的通报", "关于巡察集中整改进展情况的通报"])
        return {
            "slug": f"{self.date.year}-b{self.k + 1}", "title": issuer + title, "issuer": issuer, "date": self.date,
            "inspection": {"by": by, "from": self.start, "to": self.to, "feedback": self.feedback},
            "period_ends": self.feedback + 92 * DAY, "contact": contact, "numbering": STYLES[self.k % len(STYLES)],
            "units": units, "body": body, "house": self.house, "said": said, "places": rng.sample(TOWNS, 5), "meetings": self.meetings(),
            "meeting_form": self.house.says(rng.choice(["{day}第{n}次党组会议", "{day}召开的第{n}次党组会议", "第{n}次党组会议（{day}）"])),
            "spans": self.start.year != self.date.year, "year": self.date.year, "documents": {},
            "word": f"{self.county[0]}{self.house.area[0]}发", "next_document": rng.randint(5, 20),
        }

    def meetings(self):
        """Their days and ordinals; in a new year some bodies count anew."""
        rng, day, number, out = self.rng, self.feedback + 2 * DAY, self.rng.randint(20, 30), []
        anew = rng.random() < 0.5
        while day < self.date - 7 * DAY:
            out.append((day, number))
            later = day + DAY * rng.randint(6, 12)
            number = 1 if anew and later.year != day.year else number + 1
            day = later
        return out

    def teller(self, unit=None, end=None):
        return grammar.Teller(self.rng, self.notice, self.feedback + 2 * DAY, end or self.date - 5 * DAY, unit)

    def told(self, pool, count=1):
        return [self.teller().tell(text) for _, text in self.rng.sample(PROSE[pool], count)]

    def prose(self):
        numbered = lambda texts: "\n\n".join(f"（{n}）{t}" for n, t in zip("一二三四五六", texts)) + "\n"
        self.notice["organise"] = numbered(self.told("organise", self.rng.randint(3, 5)))
        self.notice["plan"] = self.told("plan", self.rng.randint(3, 5))
        self.notice["closing"] = self.told("closing")[0] + "\n"

    def outline(self):
        rng, parts = self.rng, self.rng.choice(PARTS)
        themes = rng.sample(list(THEMES), rng.randint(13, 17))
        sections = rng.sample(SECTIONS, 3)
        cut = len(themes) // 3
        self.under, nodes = {}, []
        for s, name in enumerate(sections):
            own = themes[s * cut:] if s == 2 else themes[s * cut:(s + 1) * cut]
            node = {"id": f"s{s + 1}", "heading": f"{name}方面", "number": None}
            if self.notice["numbering"]["topic"]:
                node["topics"] = [{"id": f"s{s + 1}t{t + 1}", "number": None, "heading": f"{'和'.join(pair)}方面的问题。"}
                                  for t, pair in enumerate(own[i:i + 2] for i in range(0, len(own), 2))]
            for at, theme in enumerate(own):
                self.under[theme] = node["topics"][at // 2]["id"] if "topics" in node else node["id"]
            nodes.append(node)
        self.notice["outline"] = [
            {"id": "organising", "heading": parts[0], "number": None, "text": "organising.md"},
            {"id": "progress", "heading": parts[1], "number": None, "sections": nodes},
            {"id": "plan", "heading": parts[2], "number": None, "text": "plan.md"}]

    def issues(self):
        self.notice["issues"] = [self.issue(n, theme, under) for n, (theme, under) in enumerate(self.under.items(), 1)]
        done = [f"《{title}》（{number}）" for title, number in self.notice["documents"].items()]
        if done:
            self.notice["plan"].append(f"继续执行{'、'.join(done[:2])}，{self.rng.choice(['年底', '每半年'])}检查一次执行情况，结果在公开网站公布。")
        self.notice["plan"] = "\n\n".join(f"（{n}）{t}" for n, t in zip("一二三四五六", self.notice["plan"])) + "\n"

    def issue(self, n, theme, under):
        rng, pool = self.rng, THEMES[theme]
        of = lambda mark: [text for m, text in pool if m == mark]
        done = rng.sample(of("+"), rng.randint(2, len(of("+"))))
        open_ = rng.sample(of("~"), 1) if of("~") and rng.random() < 0.5 else []
        measures, latest = [], self.feedback
        for at, text in enumerate(done + open_, 1):
            made, last = self.measure(f"m{at}", text, text in open_)
            measures.append(made)
            latest = max(latest, last)
        original = self.told("original")[0] if rng.random() < 0.4 else None
        made = {"id": f"i{n}", "title": self.teller().tell(rng.choice(of("?"))), "under": under, "number": None, "original": original,
                "goal": self.told("goal")[0] if rng.random() < 0.4 else None, "lead": self.house.says(rng.choice(LEADS)),
                "measures": measures}
        made.update(self.deadline(latest, bool(open_)))
        made["body"] = self.explanation() if rng.random() < 0.12 else None
        made["text"] = self.told("text")[0] if rng.random() < 0.15 else None
        if rng.random() < 0.3:
            made["completion"] = self.told("still" if open_ else "completed")[0]
        return made

    def deadline(self, latest, unfinished):
        """The day by which it is due; where that was put off, when and why."""
        first = self.notice["period_ends"]
        if not unfinished and latest <= first:
            return {"due": first, "extensions": []}
        on = first - DAY * self.rng.randint(3, 12)
        to = self.rng.choice([datetime.date(2026, 12, 31), datetime.date(2027, 3, 31)]) if unfinished else latest + 5 * DAY
        if self.rng.random() < 0.5:
            return {"due": to, "extensions": []}
        return {"due": first, "extensions": [{"on": on, "to": to, "why": self.told("why")[0]}]}

    def measure(self, name, template, unfinished):
        rng, unit = self.rng, self.rng.choice(self.notice["units"])
        teller = self.teller(unit["name"])
        made = {"id": name, "unit": unit["id"], "number": None, "text": teller.tell(template), "status": None, "updates": []}
        finished = rng.choice(["done", "done", "done_ongoing"])
        if rng.random() < 0.6:
            made["status"] = "in_progress" if unfinished else finished
            return made, teller.last
        made["updates"] = self.updates(teller.last, "in_progress" if unfinished else finished)
        return made, datetime.date.fromisoformat(made["updates"][-1]["date"])

    def updates(self, last, status):
        """A first entry, and the one that tells how it stands; now and then one after the signature, which finishes it."""
        rng = self.rng
        first = max(self.feedback + 3 * DAY, last - DAY * rng.randint(20, 50))
        out = [self.entry("u1", first, "in_progress", "begun")]
        if status != "in_progress":
            out.append(self.entry("u2", min(self.date - DAY, last + DAY * rng.randint(1, 4)), status, "done"))
        elif self.date + 60 * DAY < AS_OF and rng.random() < 0.5:
            out.append(self.entry("u2", self.date + DAY * rng.randint(30, 59), "done", "later"))
        return out

    def entry(self, name, day, status, pool):
        text, _, evidence = self.told(pool)[0].partition(" @ ")
        return {"id": name, "date": day.isoformat(), "status": status, "text": text, "evidence": [evidence] if evidence else []}

    def explanation(self):
        text = self.told("explanation")[0].split("§")
        if len(text) == 1:
            return text[0] + "\n"
        a, b, c = (self.rng.randint(3, 90) for _ in range(3))
        rows = "".join(f"| {name} | {n} |\n" for name, n in (("合格", a), ("补正", b), ("退回", c), ("合计", a + b + c)))
        return f"{text[0]}\n\n| {text[1]} | 件数 |\n| --- | ---: |\n{rows}"

    def opening(self):
        """With totals as they are on the day of the signature."""
        notice = self.notice
        stated = [self.stated(m) for i in notice["issues"] for m in i["measures"]]
        done = sum(s in ("done", "done_ongoing") for s in stated)
        totals = {"issues": len(notice["issues"]), "measures": len(stated), "done": done, "open": len(stated) - done,
                  "rate": f"{100 * done / len(stated):.1f}".removesuffix(".0")}
        notice["said"].update({k: str(v) for k, v in totals.items()})
        notice["opening"] = self.told("opening")[0] + "\n"

    def stated(self, measure):
        held = [u["status"] for u in measure["updates"] if u["date"] <= self.date.isoformat()]
        return held[-1] if held else measure["status"]


def corpus(size):
    """So many clean notices, each with its files, and frozen for copies to be made of it."""
    out = [Inventor(k).make() for k in range(size)]
    for notice in out:
        notice["frozen"] = pickle.dumps(notice)
        notice["files"] = write.of(notice)
    return out
