"""Defects of set phrases, marks and usage."""

import re

from kind import kind

G = "typography"
P = "fixed phrases"
PHRASES = {
    "习近平新时代中国特色社会主义思想": ["习近平新时代中国特色社会主义理论", "习近平新时代特色社会主义思想", "习近平新时代中国特色社会思想", "新时代中国特色社会主义思想"],
    "中央八项规定精神": ["中央八条规定精神", "中央八项规定的精神", "八项规定精神"],
    "全面从严治党": ["全面从严管党", "全面从严执党", "全面严格治党"],
    "意识形态工作责任制": ["意识形态责任制工作", "意识型态工作责任制"],
    "“三会一课”": ["“三会一节”", "“三课一会”"],
    "“三重一大”": ["“三重一太”", "“三重两大”", "“三项一大”"],
    "“一岗双责”": ["“一岗两责”", "“双岗一责”"],
    "“两代表一委员”": ["“两代表一委”", "“二代表一委员”"],
}
TEXT = ("measure", "organise", "plan")
HAN = "[一-龥]"


@kind(P, "near-miss-of-a-set-phrase", "a character away from a phrase on the office's list")
def near_miss(draft):
    # What is itself shorter usage is no near miss by the list alone.
    short = {"新时代中国特色社会主义思想", "八项规定精神"}
    draft.swap("|".join(PHRASES), lambda m: draft.rng.choice([p for p in PHRASES[m[0]] if p not in short]), TEXT + ("title",))


@kind(P, "set-phrase-cut-short", "what is left of the phrase may be meant: a note", decided=False)
def cut(draft):
    words = {"习近平新时代中国特色社会主义思想": "新时代中国特色社会主义思想", "中央八项规定精神": "八项规定精神"}
    draft.swap("|".join(words), lambda m: words[m[0]], TEXT + ("title",))


HALF = dict(zip("，；：（）", ",;:()"))


def half(marks):
    return lambda draft: draft.swap(f"(?<={HAN})[{marks}](?={HAN})", lambda m: HALF[m[0]], TEXT) and None


kind(G, "half-width-comma", "one ASCII comma between Chinese characters of a full-width notice")(half("，"))
kind(G, "half-width-other-mark", "one ASCII mark between Chinese characters of a full-width notice")(half("；："))


@kind(G, "half-width-full-stop", "an ASCII stop at the end of a Chinese sentence")
def stop(draft):
    draft.swap(f"(?<={HAN})。", lambda m: ".", TEXT)


@kind(G, "half-width-brackets", "ASCII brackets around Chinese")
def brackets(draft):
    draft.swap("（([^（）]{3,})）", lambda m: f"({m[1]})", ("measure", "plan"))


@kind(G, "numeral-with-顿号", "1、 where the form is 1.")
def numeral(draft):
    draft.swap(f"(^|。)(?={HAN})", lambda m: m[0] + f"{draft.rng.randint(1, 4)}、", ("measure",))


@kind(G, "bracket-with-顿号", "（一）、 where the form is （一）")
def bracket(draft):
    draft.swap("(?m)^（[一-六]）", lambda m: m[0] + "、", ("organise", "plan"))


def lone(pairs):
    """Drops one mark of a pair; the match is of the pair, with no other inside."""
    def put(draft):
        draft.swap(pairs, lambda m: draft.rng.choice([m[0][1:], m[0][:-1]]), TEXT)
    return put


kind(G, "unpaired-title-mark", "《 without 》, or the reverse")(lone("《[^》]+》"))
kind(G, "unpaired-quotation-mark", "“ without ”, or the reverse")(lone("“[^”]+”"))
kind(G, "unpaired-bracket", "（ without ）, or the reverse")(lone("（[^（）]{3,}）"))


@kind(G, "space-in-chinese", "a space between two Chinese characters")
def space(draft):
    draft.swap(f"(?<={HAN})(?={HAN})", lambda m: None if in_slogan(m) else draft.rng.choice([" ", "\u3000"]), TEXT)


def in_slogan(match):
    """Whether the place parts quoted words into halves of three characters or more, as slogans are written: “守初心　担使命”."""
    head = re.search(r"“([^“”]*)$", match.string[:match.start()])
    tail = re.match(r"[^“”]*(?=”)", match.string[match.start():])
    return head and tail and len(head[1]) == len(tail[0]) >= 3


@kind(G, "full-width-digits", "full-width digits among half-width ones")
def digits(draft):
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    draft.swap("\\d+", lambda m: m[0].translate(wide), ("measure", "organise"))


@kind(G, "mixed-digits-in-a-number", "one number in digits of two widths")
def mixed(draft):
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    draft.swap("\\d{2,}", lambda m: m[0][0] + m[0][1:].translate(wide), ("measure", "organise"))


@kind(G, "截止目前", "截至 is until a day, 截止 is an end")
def until(draft):
    words = draft.any(["截止目前，", "截止今日，", "截止到目前，", "截止本月底，"])
    draft.swap("。(?=.)", lambda m: "。" + words, TEXT)


@kind(G, "截止-before-a-day", "截止12月1日 for 截至12月1日")
def until_day(draft):
    draft.swap(r"(?<=[，。])[到至](?=(?:\d{4}年)?\d{1,2}月\d{1,2}日)|截至(?=\d{4}年)", lambda m: "截止", ("measure", "organise", "opening"))


@kind(G, "broken-emphasis", "asterisks that Markdown prints as they are")
def emphasis(draft):
    word = f"(?<=[，。；]){HAN}{{4,8}}(?=[，。；])"
    draft.swap(word, lambda m: draft.rng.choice([f"**{m[0]}", f"{m[0]}**", f"** {m[0]} **", f"**{m[0]} **"]), ("organise", "plan"))


@kind(G, "doubled-mark", "the same mark twice")
def doubled(draft):
    draft.swap("[，。、；]", lambda m: m[0] * 2, TEXT)
