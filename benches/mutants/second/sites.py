"""Defects of a site, by the second hand: its codes, its contact, and what is left of the example that it began with."""

from pathlib import Path

from draft import NoPlace
from kind import added
from second.redaction import name, said, thing

G = "site"
ROOT = Path(__file__).resolve().parents[3]
STARTER = ROOT / "starter" / "content"
BASE = ROOT / "themes" / "plain" / "templates" / "base.html"
CODES = ("site_id", "icp", "police_record")


def site_kind(name, why, decided=True):
    return added(G, name, why, decided=decided, scope="site", command="both")


def spoil(draft, text, changes):
    """One of some changes that does change the text."""
    return draft.any(new for change in changes if (new := change(text)) != text)


def at(rng, text, what):
    """Puts something else in the place of one figure; behind 号 any number of a site is right."""
    places = [n for n, c in enumerate(text.partition("号")[0]) if c.isdigit()]
    n = rng.choice(places)
    return text[:n] + what(text[n]) + text[n + 1:]


def slips(draft):
    """What happens to any code: a figure too few or too many, a letter that looks like one, full width, a mark in between."""
    rng = draft.rng
    figures = (lambda d: "", lambda d: d + d, lambda d: rng.choice("OlIB"), lambda d: chr(ord(d) + 0xFEE0), lambda d: "*")
    return [lambda text, new=new: at(rng, text, new) for new in figures]


def said_too(draft, field, new):
    """The page says the same, so that nothing disagrees."""
    site = draft.notice["site"]
    site["pages"]["about"] = site["pages"]["about"].replace(site[field], new)
    site[field] = new


def shape(field, *own):
    def put(draft):
        made = spoil(draft, draft.notice["site"][field], [*slips(draft), *own])
        said_too(draft, field, made)
    return put


site_kind("site-id-shape", "ten figures, or bm and eight")(
    shape("site_id", lambda t: t[:4], lambda t: f"{t[:6]}-{t[6:]}", lambda t: f"ID{t}", lambda t: "网站标识码" + t, lambda t: "待申请"))
site_kind("icp-shape", "a province, ICP备, eight or ten figures, 号, and - with a number for one of several sites")(
    shape("icp", lambda t: t[1:], lambda t: t.replace("号", "", 1), lambda t: t.replace("ICP", "IPC"), lambda t: t.replace("ICP备", "ICP"),
          lambda t: t.replace("ICP", "lCP"), lambda t: "申请中"))
site_kind("police-record-shape", "a province, 公网安备, fourteen figures, 号")(
    shape("police_record", lambda t: t[1:], lambda t: t.replace("号", ""), lambda t: t.replace("公网安备", "公安网备"),
          lambda t: t.replace("公网安备", "公网安"), lambda t: t.replace("公网安备", "网安备"), lambda t: "办理中"))


@site_kind("police-record-of-another-province", "the first two figures are the code of the province that is named before them")
def province(draft):
    old = draft.notice["site"]["police_record"]
    sign = draft.any(c for c in "京沪粤浙苏" if c != old[0])
    said_too(draft, "police_record", sign + old[1:])


@site_kind("codes-in-each-others-fields", "a field holds the code of another field")
def swapped(draft):
    site = draft.notice["site"]
    a, b = draft.rng.sample(CODES, 2)
    site[a], site[b] = site[b], site[a]


def missing(*fields):
    def put(draft):
        site = draft.notice["site"]
        site["pages"] = {}
        site[draft.any(fields)] = None
    return put


site_kind("site-id-missing", "both records and no identification code; not every site needs one", False)(missing("site_id"))
site_kind("record-missing", "one of the two records; the other may not be due yet", False)(missing("icp", "police_record"))


def turned(draft, text):
    """Two figures in each other's place, or another figure: the shape stays."""
    places = [n for n in range(len(text) - 1) if text[n:n + 2].isdigit() and text[n] != text[n + 1]]
    n = draft.any(places)
    if draft.rng.random() < 0.5:
        return text[:n] + text[n + 1] + text[n] + text[n + 2:]
    return text[:n + 1] + str((int(text[n + 1]) + draft.rng.randint(1, 9)) % 10) + text[n + 2:]


def disagrees(field):
    """The page says another code than the field, and so than the foot of every page."""
    def put(draft):
        site = draft.notice["site"]
        made = turned(draft, site[field])
        if field == "police_record" and made[:5] != site[field][:5]:
            raise NoPlace
        site["pages"]["about"] = site["pages"]["about"].replace(site[field], made)
    return put


for code, word in zip(CODES, ("identification code", "ICP record", "record of the police")):
    site_kind(f"{code.replace('_', '-')}-disagrees", f"a page says another {word} than stands at its foot")(disagrees(code))


@site_kind("site-id-shape-on-a-page", "网站标识码 in a text, and behind it no such code; the field is empty")
def on_page(draft):
    site = draft.notice["site"]
    made = spoil(draft, site["site_id"], slips(draft))
    site["pages"]["about"] = site["pages"]["about"].replace(site["site_id"], made)
    site["site_id"] = None


SHAPES = {"phone": ["0000-12345", "0000-62094l8", "000-0", "1380000000", "0000—6209418a", "12-3", "另行公布", "0000-6209418转"],
          "email": ["gongkai.example.com", "gongkai@", "gongkai@@example.com", "gongkai @example.com", "gongkai＠example.com"],
          "postcode": ["6500", "65000O", "6500000", "650-000", "邮编"], "address": ["暂无", "-", "12", "见官网"]}


@site_kind("site-contact-shape", "no telephone, mail address, postcode or address of the site has this form")
def contact(draft):
    site, field = draft.notice["site"], draft.any(SHAPES)
    made = draft.any(SHAPES[field])
    site["pages"]["about"] = site["pages"]["about"].replace(site["contact"][field], made)
    site["contact"][field] = made


@site_kind("contact-shape-on-a-page", "电话, 邮箱 or 邮编 in a text, and behind it nothing of that form; the site has no contact of its own")
def contact_on_page(draft):
    site, field = draft.notice["site"], draft.any(["phone", "email", "postcode"])
    site["pages"]["about"] = site["pages"]["about"].replace(site["contact"][field], draft.any(SHAPES[field][:4]))
    site["contact"] = None


def other(draft, field):
    """The page about the site says something else than the foot of every page."""
    site = draft.notice["site"]
    old = site["contact"][field]
    made = turned(draft, old) if field in ("phone", "postcode") else old.replace("路", "街").replace("gong", "gang")
    site["pages"]["about"] = site["pages"]["about"].replace(old, made)


def of_host(draft):
    """Whether the page says how to reach 主办单位, and not the site."""
    return "主办单位" in draft.notice["site"]["pages"]["about"]


# The other three agree, so page and foot mean one office. It has one postcode, and at its number one street; a mailbox that is one letter
# off is misspelt. A telephone one figure off may be its next line, unless both are said to be the site's.
@site_kind("page-contact-disagrees", "the page about the site says another mail, address, postcode or 本站 telephone than the foot of all")
def another(draft):
    other(draft, draft.any(["email", "postcode", "address", *([] if of_host(draft) else ["phone"])]))


@site_kind("host-phone-differs", "a page gives 主办单位 another telephone than the foot gives the site; an office may have two", False)
def second_line(draft):
    if not of_host(draft):
        raise NoPlace
    other(draft, "phone")


def themed(draft, change):
    """A theme of the site's own, that changes the frame of its pages."""
    base = BASE.read_text("utf-8")
    made = change(base)
    if made == base:
        raise SystemExit(f"the bench is at fault: {BASE} has changed, and a defect of it changes nothing")
    draft.notice["site"]["theme"] = {"theme.yaml": "name: own\nextends: plain\n", "templates/base.html": made}


META = '<meta name="SiteIDCode" content="{{ site.site_id }}">'
FOOT = "{% if site.site_id %} {{ t.site_id }} {{ site.site_id }}{% endif %}"


@site_kind("site-id-differs-on-a-page", "the head of a page names another identification code than its foot")
def two_codes(draft):
    wrong = turned(draft, draft.notice["site"]["site_id"])
    place, new = draft.any([(META, META.replace("{{ site.site_id }}", wrong)), (FOOT, f" {{{{ t.site_id }}}} {wrong}")])
    themed(draft, lambda base: base.replace(place, new))


@site_kind("site-id-not-on-a-page", "the site has an identification code, and its pages do not show it in their head")
def no_code(draft):
    themed(draft, lambda base: base.replace(META, "").replace(FOOT, draft.any(["", FOOT])))


EXAMPLE = {"title": "示例县巡察整改公开", "base_url": "https://example.com/", "site_id": "0000000000", "icp": "示ICP备00000000号",
           "police_record": "示公网安备00000000000000号", "phone": "0000-0000000", "address": "示例县示例路1号"}


@site_kind("example-value-left", "site.yaml still says what `gongkai new` has written")
def example(draft):
    site, field = draft.notice["site"], draft.any(EXAMPLE)
    site["pages"] = {}
    (site["contact"] if field in site["contact"] else site)[field] = EXAMPLE[field]


@site_kind("example-page-left", "the page about the site asks for other words, as `gongkai new` has written it")
def example_page(draft):
    text = (STARTER / "pages" / "about.md").read_text("utf-8")
    draft.notice["site"]["pages"]["about"] = text if draft.rng.random() < 0.5 else text.rstrip().rsplit("\n\n", 1)[0] + "\n"


@site_kind("example-notice-left", "the notice that `gongkai new` has written is published beside the site's own")
def example_notice(draft):
    folder = STARTER / "notices" / "example"
    slug = draft.any(["example", "2025-test", "2026-a"])
    draft.notice["site"]["beside"] = {f"notices/{slug}/{p.relative_to(folder).as_posix()}": p.read_text("utf-8")
                                      for p in sorted(folder.rglob("*")) if p.is_file()}
    draft.notice["site"]["units"] = [{"id": "office", "name": "示例县城市管理局"}, {"id": "park", "name": "示例县园林绿化所"}]


def on_a_page(passage):
    def put(draft):
        sentence = said(draft, passage(draft))
        pages = draft.notice["site"]["pages"]
        if draft.rng.random() < 0.5:
            pages["about"] += f"\n{sentence}\n"
        else:
            pages["news"] = f"---\ntitle: 工作动态\n---\n\n整改工作按月公布。{sentence}\n"
    return put


added("redaction", "withheld-name-on-a-page", "a page of the site says the same sentence, with a person's name where the notice withholds one",
      scope="site", command="both")(on_a_page(name))
added("redaction", "withheld-words-on-a-page",
      "a page of the site says the same sentence, with words where the notice has its note; they may name another thing",
      decided=False, scope="site", command="both")(on_a_page(thing))
