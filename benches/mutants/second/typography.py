"""Defects of set phrases, marks and usage, by the second hand."""

from kind import added, again
from phrases import SET
from typography import HALF, HAN, in_slogan

PROSE = ("measure", "organise", "plan", "opening", "closing", "update", "body", "original", "title", "goal", "lead-in", "completion")


@again("near-miss-of-a-set-phrase")
def near_miss(draft):
    phrase = draft.any([wrong for wrongs in SET.values() for wrong in wrongs])
    draft.say([f"认真落实{phrase}的要求，学习两次。", f"把{phrase}写进年度计划。", f"围绕{phrase}交流发言六人。"], ("measure", "organise", "plan", "body"))


@again("set-phrase-cut-short")
def cut(draft):
    draft.say([f"组织学习{p}三次。" for p in ("中国特色社会主义思想", "八项规定", "中央八项规定", "从严治党")], ("measure", "organise", "plan"))


@again("half-width-comma")
def comma(draft):
    """Beside figures, closing marks and in titles as well."""
    draft.swap(rf"(?<=[\d日》”）%元]|{HAN})，(?=[\d《“（]|{HAN})", lambda m: draft.rng.choice([",", ", "]), PROSE)


@again("half-width-other-mark")
def mark(draft):
    draft.swap(r"(?<=[\d》”）一-龥])[；：！？](?=[\d《“一-龥])", lambda m: {"！": "!", "？": "?"}.get(m[0]) or HALF[m[0]], PROSE)


@added("typography", "half-width-quotes", "straight quotation marks around Chinese in a notice with curved ones")
def quotes(draft):
    draft.swap("“([^“”]+)”", lambda m: f'"{m[1]}"', PROSE)


@again("half-width-full-stop")
def stop(draft):
    draft.swap("(?<=[》”）件个处份人次元%])。", lambda m: ".", PROSE)


@again("half-width-brackets")
def brackets(draft):
    """Around what begins or ends with a figure, and only one of the two."""
    def one(m):
        return draft.rng.choice([f"({m[1]})", f"（{m[1]})", f"({m[1]}）"])
    draft.swap("（([^（）]*[一-龥][^（）]*)）", one, PROSE)


@again("numeral-with-顿号")
def numeral(draft):
    """一是, 二是, 三是 as 1、2、3、, or at the head of a paragraph."""
    if draft.rng.random() < 0.5:
        draft.swap("一是(?=[^。]*二是)", lambda m: "1、", ("measure", "plan"))
    else:
        draft.swap("(?m)^（([一二三四五])）", lambda m: f"{'一二三四五'.index(m[1]) + 1}、", ("organise", "plan"))


@again("bracket-with-顿号")
def bracket(draft):
    draft.swap("（[1-3一二三四五六]）(?=[一-龥\\d])", lambda m: m[0] + draft.rng.choice("、、."), ("measure", "organise", "plan", "closing"))


@again("unpaired-title-mark")
def title_mark(draft):
    """Two that open, or a mate of another sort."""
    draft.swap("《[^《》]+》", lambda m: draft.rng.choice([m[0][:-1] + "《", m[0][:-1] + "”", "“" + m[0][1:], m[0][1:], m[0][:-1]]), PROSE)


@again("unpaired-quotation-mark")
def quotation_mark(draft):
    draft.swap("“[^“”]+”", lambda m: draft.rng.choice([m[0][:-1] + "“", "”" + m[0][1:], m[0][1:], m[0][:-1]]), PROSE)


@again("unpaired-bracket")
def bracket_mark(draft):
    draft.swap("（[^（）]*[一-龥][^（）]*）", lambda m: draft.rng.choice([m[0] + "）", "（" + m[0], m[0][:-1] + "（", m[0][1:]]), PROSE)


@again("space-in-chinese")
def space(draft):
    """Before and after marks, several at once, and such as do not look like one."""
    kinds = [" ", "  ", "\u3000", "\u00a0"]
    draft.swap(rf"(?<={HAN})(?=[，。；]{HAN})|(?<=[，。；、])(?={HAN})|(?<={HAN})(?={HAN})",
               lambda m: None if in_slogan(m) else draft.rng.choice(kinds), ("measure", "organise", "plan", "opening", "closing", "update",
                                                                             "title"))


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@again("full-width-digits")
def digits(draft):
    """A whole date, a share, a number of a document."""
    draft.swap(r"\d+年\d+月\d+日|\d+(?:\.\d+)?%|〔\d+〕\d+号|\d+月\d+日", lambda m: m[0].translate(WIDE), PROSE)


@again("mixed-digits-in-a-number")
def mixed(draft):
    draft.swap(r"\d{2,}", lambda m: m[0][:-1] + m[0][-1].translate(WIDE), PROSE)


@again("截止目前")
def until(draft):
    words = ("截止现在，", "截止发稿时，", "截止当前", "截止通报之日，", "截止上月末，", "截止此时", "截止今年底", "截止目前为止，")
    draft.say([f"{w}累计办理86件。" for w in words], ("measure", "organise", "plan", "update"))


@again("截止-before-a-day")
def until_day(draft):
    d = draft.notice["date"]
    draft.say([f"截止{d.year}年{d.month}月{d.day}日，已办结62件。", f"截止到{d.year}年{d.month}月{d.day}日共收件75件。", f"截止{d.year}年{d.month}月，全部录入系统。",
               f"（数据截止{d.year}年{d.month}月{d.day}日）。",
               f"截止{d.month}月{d.day}日零时，未收到异议。"], ("measure", "organise", "update", "opening"))


@again("broken-emphasis")
def emphasis(draft):
    word = f"(?<=[，。；：]){HAN}{{3,9}}(?=[，。；：])"
    draft.swap(word, lambda m: draft.rng.choice([f"**{m[0]}*", f"*{m[0]}**", f"**{m[0]}** **", f"__{m[0]}__", f"***{m[0]}**",
                                                 f"**　{m[0]}**"]), ("organise", "plan", "opening", "closing", "body"))


@again("doubled-mark")
def doubled(draft):
    draft.swap("[，。、；：》）（《]", lambda m: draft.rng.choice([m[0] * 2, m[0] * 3]) if m[0] in "，。、；：" else m[0] * 2, PROSE)


@added("typography", "mark-after-mark", "，。 or 。， : one of the two is left over")
def after(draft):
    draft.swap(rf"(?<={HAN})[，。；、](?={HAN})", lambda m: draft.rng.choice({"，": ["，。", "、，"], "。": ["，。", "。，"], "；": ["；，", "。；"],
                                                                          "、": ["、，", "，、"]}[m[0]]), PROSE)
