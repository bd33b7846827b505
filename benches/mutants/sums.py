"""Defects of arithmetic."""

import re

from kind import kind

G = "arithmetic"
SUM, SHARE, YUAN = "\ue000([^\ue001]+)\ue001", "\ue002([^\ue003]+)\ue003", "\ue004([^\ue005]+)\ue005"


def off(draft, text, steps=(-2, -1, 1, 2, 3)):
    """Another number of the same form."""
    step = draft.rng.choice(steps)
    if "." in text:
        return f"{float(text) + step / 10:.1f}"
    return str(int(text) + step) if int(text) + step > 0 else None


def total(pattern):
    def put(draft):
        draft.swap(pattern, lambda m: off(draft, m[0]), ("opening",))
    return put


TOTALS = {"issues": r"(?<=问题)\d+(?=个)|(?<=问题共)\d+|(?<=\D)\d+(?=个问题)", "measures": r"(?:(?<=措施)|(?<=日，))\d+(?=条)",
          "finished": r"(?<=已完成)\d+(?=条)"}
for what, pattern in TOTALS.items():
    kind(G, f"{what}-total-wrong", "the prose counts others than the record holds", scope="notice")(total(pattern))
kind(G, "rate-wrong", "the rate is not that of the numbers beside it", scope="notice")(total(r"(?<=完成率)[\d.]+|(?<=，占)[\d.]+"))


def proven(draft, m):
    """Another whole that its parts prove wrong: 其中 names some of them, so that a whole with 其中 may only be too small."""
    made = off(draft, m[1], (-2, -1)) if of_some(m) else off(draft, m[1])
    return None if made and within(m, made) else made


def within(m, made):
    """38件，办结38件，移交2件 may be right, since to hand over is to settle."""
    return re.match(rf"[^。]*办结{re.escape(made)}\D[^。]*移[交送]", m.string[m.end():])


def of_some(m):
    return "其中" in m.string[m.end():].split("。")[0]


@kind(G, "parts-do-not-add-up", "a whole and the parts named behind it")
def parts(draft):
    draft.swap(rf"{SUM}(?!万?元)", lambda m: proven(draft, m), ("measure",), 1)


@kind(G, "parts-fall-short", "其中 names some parts, and what is left may be meant to be: a note", decided=False)
def short(draft):
    draft.swap(SUM, lambda m: off(draft, m[1], (1, 2, 3)) if of_some(m) else None, ("measure",), 1)


@kind(G, "share-wrong", "a percentage of two numbers in the same text")
def share(draft):
    draft.swap(SHARE, lambda m: None if m[1] == "100" else off(draft, m[1]), ("measure",), 1)


@kind(G, "money-does-not-add-up", "a sum of money and the sums it is made of")
def money(draft):
    draft.swap(rf"{SUM}(?=万?元)", lambda m: proven(draft, m), ("measure",), 1)


@kind(G, "words-against-figures", "大写 and figures say two sums")
def cheque(draft):
    draft.swap(YUAN, lambda m: str(int(m[1]) + draft.rng.choice([10, 100, -10, 1])), ("measure",), 1)


@kind(G, "listed-count-wrong", "a count right behind the things it counts")
def listed(draft):
    draft.swap(r"(?:“[^”]+”){2,}(\d)[场类种]", lambda m: str(int(m[1]) + 1), ("measure",), 1)


@kind(G, "enumerated-count-wrong", "一是, 二是, 三是 behind another count")
def enumerated(draft):
    draft.swap(r"三(?=[处项条个][^。]*：一是)", lambda m: draft.rng.choice("两四五"), ("measure", "plan"))
