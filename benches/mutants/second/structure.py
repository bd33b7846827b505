"""Defects of structure, by the second hand."""

from draft import NoPlace
from kind import added, again
from structure import LEVELS, MARKS, pinned, replaced

G = "structure"


def leap(level):
    def put(draft):
        pinned(level, draft.any([2, 3, 10]))(draft)
    return put


def anew(level):
    """The count begins again at one, though nothing new begins."""
    def put(draft):
        thing, number = draft.any((t, n) for t, n in draft.counted(level) if n > 2)
        thing["number"] = 1
    return put


for level in LEVELS:
    again(f"{level}-number-skipped")(leap(level))
    again(f"{level}-number-repeated")(anew(level))


def paragraphs(draft, change):
    """Changes the numbered paragraphs of one prose."""
    key = draft.any(["organise", "plan"])
    lines = draft.notice[key].rstrip("\n").split("\n\n")
    draft.notice[key] = "\n\n".join(change(lines)) + "\n"


@again("prose-number-skipped", scope="file")
def lost(draft):
    """A whole paragraph was cut out."""
    def change(lines):
        at = draft.rng.randrange(1, len(lines) - 1) if len(lines) > 2 else draft.any([])
        return lines[:at] + lines[at + 1:]
    paragraphs(draft, change)


@again("prose-number-repeated")
def twice(draft):
    """A paragraph was put in without counting on."""
    def change(lines):
        at = draft.rng.randrange(1, len(lines))
        return lines[:at] + [f"（{MARKS[at - 1]}）严把质量关口。整改材料由两人会签，缺件的退回补齐。"] + lines[at:]
    paragraphs(draft, change)


@again("enumeration-skipped")
def cut(draft):
    """The second step is gone with its words."""
    draft.swap(r"(?<=[，；])二是[^，；。]*[，；](?=三是)", lambda m: "", ("measure", "plan"))


@added(G, "enumeration-repeated", "一是, 二是, 二是: a step stands twice")
def repeated(draft):
    draft.swap("三是", lambda m: "二是", ("measure", "plan"))


@added(G, "inline-number-skipped", "（1）（2）（4） and ①②④ within a text have lost a step")
def inline(draft):
    after = {"（3）": "（4）", "③": "④", "（2）": "（3）", "②": "③"}
    draft.swap("（[23]）|[②③]", lambda m: after[m[0]] if m[0] in ("（3）",
                                                                "③") or "3" not in m.string and "③" not in m.string else None, ("measure",
                                                                                                                                "closing"))


@again("heading-without-issue")
def empty(draft):
    """At the head of the part, or a whole section."""
    sections = draft.notice["outline"][1]["sections"]
    sections.insert(draft.rng.randrange(len(sections) + 1), {"id": "empty", "heading": draft.any(["营商环境方面", "基层治理方面", "选人用人方面"])})


ACTS = ("已完成台账补登36份，2月以来按月核对，没有新增差错。", "加强对窗口人员的培训，组织测试两次，合格率100%。", "针对管理松散的问题，重新修订考勤细则，逐日登记。", "通过上门走访、电话回访，收到建议27条，全部采纳。",
        "对照清单逐项检查，整改隐患14处，复查合格。", "及时更换老化线路320米，增配灭火器18具。", "制定外出报备细则，做到一人一档。", "全面清理挂账12笔，收回欠款4.6万元。")


@again("measure-without-unit")
def no_unit(draft):
    """A text that begins with what was done."""
    m = draft.any(m for m in draft.finished())
    m["text"], m["unit"] = draft.any(ACTS), None


def blank(field):
    def put(draft):
        draft.notice[field] = draft.any(["", "　"])
    return put


for field in ("title", "issuer"):
    again(f"{field}-missing")(blank(field))


@again("contact-missing")
def no_contact(draft):
    """Hours, and nothing to call in them."""
    draft.notice["contact"] = {"hours": "工作日上午9时至11时"}
    draft.notice["closing"] = draft.any(["欢迎社会各界对整改工作提出意见。\n", "公示期内如有意见，请向我们反映。\n"])


@again("title-names-another-body")
def other_issuer(draft):
    """Another county, or a signature of another body."""
    county = draft.notice["body"][:3]
    field = draft.any(["title", "issuer"])
    other = draft.any(c for c in ("星河县", "织云县", "银溪县") if c != county)
    draft.notice[field] = draft.notice[field].replace(county, other)


def refield(name, change):
    """The field is wrong, and the prose right."""
    def put(draft):
        at = draft.notice["inspection"]
        if draft.notice["said"][name] not in draft.notice["opening"]:
            raise NoPlace
        at[name] = change(draft, at[name])
    return put


again("inspector-disagrees")(refield("by", lambda draft, by: by.replace(by[3], draft.any(c for c in "一二三四五六" if c != by[3]))))


@again("feedback-day-disagrees")
def month(draft):
    replaced(draft, "feedback", r"(\d+)月", lambda m: f"{int(m[1]) % 12 + 1}月")


@again("inspection-day-disagrees")
def year(draft):
    replaced(draft, "from", r"(\d+)月", lambda m: f"{int(m[1]) % 12 + 1}月")


@added(G, "inspection-end-disagrees", "the opening says another last day than the field", scope="notice")
def end(draft):
    replaced(draft, "to", r"(\d+)日", lambda m: f"{int(m[1]) % 27 + 1}日")


@added(G, "postcode-disagrees", "the closing gives another postcode than the field", scope="notice")
def postcode(draft):
    replaced(draft, "postcode", "^...", lambda m: "350", "closing")


@again("phone-disagrees")
def phone(draft):
    """Two figures changed places, or the field was not kept up."""
    if draft.rng.random() < 0.5:
        said = draft.notice["said"]["phone"]
        at = draft.any(at for at in range(6, 11) if said[at] != said[at + 1])
        turned = said[:at] + said[at + 1] + said[at] + said[at + 2:]
        draft.notice["closing"] = draft.notice["closing"].replace(said, turned)
    else:
        draft.notice["contact"]["phone"] = f"0000-{draft.rng.randrange(10 ** 6, 10 ** 7)}"


@again("address-disagrees")
def address(draft):
    replaced(draft, "address", "(朝阳|中山|建设)路", lambda m: {"朝阳": "解放", "中山": "人民", "建设": "胜利"}[m[1]] + "路", "closing")


@again("email-disagrees")
def mail(draft):
    replaced(draft, "email", r"office(\d+)@example", lambda m: draft.any([f"ofice{m[1]}@example", f"office{m[1]}@exmaple"]), "closing")


@again("waiver-without-reason")
def no_reason(draft):
    draft.any(draft.notice["issues"])["allow"] = [{"rule": draft.any(["doubled-mark", "unpaired", "half-width"]), "why": ""}]


@again("waiver-of-nothing")
def nothing(draft):
    draft.any(draft.notice["issues"])["allow"] = [{"rule": draft.any(["doubled-mark", "unpaired", "money-capital"]), "why": "原件如此"}]
