"""Invents notices, each varied from the worked example in content/: a seed gives the same facts on any machine.

The example's two notices come in as JSON from `gongkai export`, and their prose as it stands. Each invented notice takes
43 issues of that pool and gives them other numbers, days, places, bodies, turns of phrase and, here and there, sentences
of other measures, so that a sentence seldom stands twice in a site.
"""

import datetime
import json
import random
import re
import subprocess

AS_OF = datetime.date(2026, 11, 24)
ISSUES = 43

AREAS = (
    "发展和改革 教育 科技 工业和信息化 民政 司法 财政 人力资源和社会保障 自然资源 生态环境 住房和城乡建设 交通运输 水利 农业农村 "
    "商务 文化广电和旅游 卫生健康 退役军人事务 应急管理 审计 市场监督管理 统计 医疗保障 林业 乡村振兴 信访 粮食和物资储备 城市管理 "
    "数据 机关事务 档案 供销合作 残疾人工作 红十字 体育 气象 地震 烟草 邮政 税务"
).split()
FIRST = "望清青云柳白松金龙凤沙临安永梅兰桂枫竹梨槐榆杏莲桐"
SECOND = "河塘岭桥坪溪湾沟坡台浦泉"
SUBORDINATE = "办公室 综合科 财务室 执法大队 服务中心 信息中心 培训中心 质量监测站 技术推广站 项目建设办公室 物资保障站 群众工作科".split()
PLACES = "箕水镇 织云乡 牵牛镇 银溪 落星 石渡 望岭 东塘 上堰 柳湾 书院巷 望舒".split()
SYNONYMS = [
    "逐项|逐条|逐一", "清点|盘点|点验", "核对|比对|对照", "办结|办完|办妥", "补齐|补足|补全", "没有|并无|未见", "目前|眼下|现时",
    "当天|当日|即日", "全部|悉数|一概", "通过|议定|敲定", "以后|之后|过后", "仍然|依旧|还是", "查明|查清|弄清", "公布|公开|发布",
    "安排|部署|布置", "群众|居民|乡亲", "样式|格式|式样", "记录|记载|笔录", "提出|给出|列出", "每月|按月|逐月", "每季度|按季度|逐季",
    "负责人|主事人|带队人", "发现|查见|找出", "完成|做完|收尾", "材料|资料|文本", "退回|打回|退还", "缘由|原因|来由", "启用|投用|用上",
]
ASPECT = (
    "，乡镇一级尤为明显|，近三年没有起色|，下属单位问题更多|，台账与实际不符|，责任没有落到人|，年年提年年有|，事后少有跟踪|，经办人换了几任"
    "|，上轮检查已指出过|，制度定了没有照办"
).split("|")
STYLES = {
    "2025-propaganda": {
        "part": "一、", "section": "(一)", "topic": "1.", "issue": "问题1:", "label": "整改进展情况:", "measure": "(1)",
        "restart": {"section": "parent", "topic": "never", "issue": "never", "measure": "never"},
    },
    "2026-water": {
        "part": "一、", "section": "（一）", "topic": "", "issue": "问题{1}：", "label": "整改情况：", "measure": "①",
        "completion": "完成情况：", "restart": {"section": "parent", "issue": "parent", "measure": "parent"},
    },
}


def day(text):
    return datetime.date.fromisoformat(text)


def read_pool(gongkai, root):
    """The example's notices as gongkai itself exports them, each with its prose files by name."""
    pool = []
    for slug in STYLES:
        run = [gongkai, "-C", root, "export", slug, "--format", "json", "--as-of", AS_OF.isoformat()]
        notice = json.loads(subprocess.run(run, check=True, capture_output=True).stdout)
        notice["prose"] = {p.stem: p.read_text("utf-8") for p in (root / "content/notices" / slug).glob("*.md")}
        pool.append(notice)
    return pool


def site(pool, size):
    """A site of `size` notices: a fact sheet that both writers read."""
    notices = [Inventor(pool, k).notice() for k in range(size)]
    contact = {"phone": "0000-0000000", "address": "星河县望舒街道银汉路1号", "email": "gongkai@example.com"}
    return {"title": "星河县巡察整改公开", "base_url": "https://gongkai.example.com/", "contact": contact, "notices": notices}


def outside_emphasis(markdown):
    """`**中文。**后文` is no emphasis to CommonMark, and so not to Hugo; gongkai reads it. Put so that both do."""
    return markdown and re.sub(r"\*\*([^*\n]+?)([。：，；！？”]+)\*\*", r"**\1**\2", markdown)


class Inventor:
    """Makes one notice; its number is its seed."""

    def __init__(self, pool, k):
        self.k, self.pool, self.rng = k, pool, random.Random(f"gongkai {k}")
        self.style = pool[k % 2]
        self.body = self.name_body()
        self.units = self.name_units()
        self.words = self.choose_words()
        self.find = re.compile("|".join(sorted(map(re.escape, self.words), key=len, reverse=True)))
        self.date = datetime.date(2024, 6, 3) + datetime.timedelta(days=self.rng.randrange(690))
        self.sentences = [s for n in pool for i in n["issues"] for m in i["measures"] if "|" not in m["text"]
                          for s in m["text"].split("。") if 12 < len(s) < 80]

    def name_body(self):
        if self.k % 5 < 2:
            return AREAS[(self.k * 7 + self.k // 5) % len(AREAS)] + "局" + ("" if self.k < 100 else f"第{self.k}所")
        return FIRST[self.k % len(FIRST)] + SECOND[self.k // 5 % len(SECOND)] + self.rng.choice(["镇", "乡", "街道"])

    def name_units(self):
        chosen = self.rng.sample(SUBORDINATE, self.rng.randint(4, 7))
        names = [f"星河县{self.body}"] + [f"星河县{self.body}{s}" for s in chosen]
        return [{"id": f"b{self.k + 1}-{at + 1}", "name": name} for at, name in enumerate(names)]

    def choose_words(self):
        words = {}
        for group in SYNONYMS:
            chosen = self.rng.choice(group.split("|"))
            words.update({word: chosen for word in group.split("|")})
        for place in PLACES:
            tail = place[-1] if place[-1] in "镇乡巷" else ""
            words[place] = self.rng.choice(FIRST) + self.rng.choice(SECOND) + tail
        words.update({w: f"县{self.body}" for w in ("县委宣传部", "县水利局")})
        words.update({w: self.rng.choice(self.units)["name"].replace("星河县", "县") for w in
                      ("县融媒体中心", "县社科联", "县文联", "县电影公司", "县文明实践中心", "县河库中心", "县供水公司")})
        words.update({"部务会议": self.rng.choice(["党组会议", "班子会议", "局务会议", "党委会议"])})
        return words

    def vary(self, text, shift):
        """Other days, other numbers, other words; years, document numbers and times of day stay as they are."""
        if text is None:
            return None
        text = self.find.sub(lambda m: self.words[m[0]], text)
        text = re.sub(r"(\d{1,2})月(\d{1,2})日", lambda m: self.shifted(m, shift), text)
        return re.sub(r"(?<![\d.〔第年月-])\d+(?:\.\d+)?(?![\d.]*[-年月日时分〕号季\d])", self.number, text)

    def shifted(self, match, shift):
        try:
            moved = datetime.date(2025, int(match[1]), int(match[2])) + shift
        except ValueError:
            return match[0]
        # The year is not told with the day, and may have no 29 February.
        last = 28 if moved.month == 2 else 31
        return f"{moved.month}月{min(moved.day, last)}日"

    def number(self, match):
        factor = self.rng.uniform(0.6, 1.7)
        if "." in match[0]:
            return f"{float(match[0]) * factor:.1f}"
        n = int(match[0])
        return str(n if n < 3 else max(3, round(n * factor)))

    def notice(self):
        style, rng = self.style, self.rng
        shift = self.date - day(style["date"])
        issuer = f"中共星河县{self.body}" + ("委员会" if self.body[-1] in "镇乡" else "党组")
        inspection = {k: (day(v) + shift).isoformat() for k, v in style["inspection"].items() if k != "by"}
        inspection["by"] = f"县委第{rng.choice('一二三四五六')}巡察组"
        contact = {"phone": f"0000-{rng.randrange(10**7):07}", "address": f"星河县{self.words['望舒']}路{rng.randrange(1, 200)}号",
                   "email": f"b{self.k + 1}@example.com", "postcode": "000000", "hours": style["contact"]["hours"]}
        outline = self.outline(shift)
        return {
            "slug": f"{self.date.year}-b{self.k + 1}", "issuer": issuer, "date": self.date.isoformat(),
            "title": issuer + rng.choice(["关于巡察整改进展情况的通报", "关于县委巡察反馈意见整改进展的通报", "关于巡察整改阶段进展的公开通报"]),
            "inspection": inspection, "contact": contact, "numbering": STYLES[style["slug"]], "units": self.units,
            "opening": self.opening(inspection), "closing": self.vary(style["prose"]["closing"], shift),
            "outline": outline, "issues": self.issues([n for n in outline if n["holds"]]),
        }

    def opening(self, inspection):
        said = lambda d: "{0.year}年{0.month}月{0.day}日".format(day(d))
        return (f"{said(inspection['from'])}至{said(inspection['to'])}，{inspection['by']}对{self.body}开展了巡察。"
                f"{said(inspection['feedback'])}，巡察组反馈了{ISSUES}个具体问题。按照{self.rng.choice(['县委统一安排', '巡察工作有关规定'])}，"
                f"现将截至{said(self.date.isoformat())}的整改进展公布如下。\n")

    def outline(self, shift):
        nodes = []
        levels = [n["level"] for n in self.style["outline"]]
        for at, node in enumerate(self.style["outline"]):
            text = self.style["prose"].get(node["id"])
            leaf = levels[at + 1:at + 2] <= [node["level"]]
            nodes.append({"id": node["id"], "level": node["level"], "heading": self.vary(node["heading"], shift),
                          "text": self.vary(text, shift), "holds": leaf and not text})
        return nodes

    def issues(self, nodes):
        sources = [(n, i) for n in self.pool for i in n["issues"]]
        chosen = self.rng.sample(sources, ISSUES)
        under = sorted(self.rng.randrange(len(nodes)) for _ in chosen)
        return [self.issue(*source, nodes[u]["id"]) for source, u in zip(chosen, under)]

    def issue(self, notice, source, under):
        shift = self.date - day(notice["date"])
        move = lambda d: d and (day(d) + shift).isoformat()
        units = {}
        measures = [self.measure(m, shift, units) for m in source["measures"]]
        title = self.vary(source["title"].rstrip("。"), shift) + (self.rng.choice(ASPECT) if self.rng.random() < 0.5 else "") + "。"
        closed = next(iter(source["closed"]), None)
        if closed and (move(closed["date"]) > AS_OF.isoformat() or any(m["state"] not in ("done", "done_ongoing") for m in measures)):
            closed = None
        if closed:
            closed = {"date": move(closed["date"]), "by": closed["by"], "document": self.vary(closed["document"], shift)}
        extensions = [{"on": move(e["on"]), "to": move(e["to"]), "why": self.vary(e["why"], shift)} for e in source["extensions"]]
        completion = self.vary(source["completion"], shift) or "见各项措施的进展记录。"
        return {
            "id": source["id"], "title": title, "under": under, "original": self.vary(source["original"], shift),
            "goal": self.vary(source["goal"], shift), "lead": source["lead"], "due": move(source["due"]),
            "extensions": [e for e in extensions if e["on"] <= AS_OF.isoformat()], "measures": measures, "closed": closed,
            "completion": completion if "completion" in STYLES[self.style["slug"]] else None,
            "body": outside_emphasis(self.vary(source["explanation"], shift)),
        }

    def measure(self, source, shift, units):
        own = lambda u: units.setdefault(u, self.rng.choice(self.units)["id"])
        # Corrections and slips of the pen state nothing; the corpus does without them.
        stated = [u for u in source["updates"] if u["status"] != "not_stated"]
        updates = [self.update(u, shift) for u in stated]
        updates = [u for u in updates if u["date"] <= AS_OF.isoformat()]
        if len(updates) > 1 and self.rng.random() < 0.15:
            updates.pop()
        text = source["text"]
        if "|" not in text and self.rng.random() < 0.4:
            kept = text.rstrip("。").split("。")
            text = "。".join(kept[:-1] + [self.rng.choice(self.sentences)]) + "。"
        unit = own(source["unit"])
        state = updates[-1]["status"] if updates else source["status"]
        return {"id": source["id"], "unit": unit, "with": sorted({own(u) for u in source["with"]} - {unit}),
                "text": self.vary(text.rstrip("\n"), shift), "state": state, "updates": updates}

    def update(self, u, shift):
        return {"id": u["id"], "date": (day(u["date"]) + shift).isoformat(), "status": u["status"],
                "text": self.vary(u["text"], shift), "evidence": [self.vary(e["title"], shift) for e in u["evidence"]]}
