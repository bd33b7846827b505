"""Defects of arithmetic."""

from kind import kind

G = "arithmetic"
SUM, SHARE, YUAN = "\ue000([^\ue001]+)\ue001", "\ue002([^\ue003]+)\ue003", "\ue004([^\ue005]+)\ue005"


def off(draft, text):
    """Another number of the same form."""
    step = draft.rng.choice([-2, -1, 1, 2, 3])
    if "." in text:
        return f"{float(text) + step / 10:.1f}"
    return str(int(text) + step) if int(text) + step > 0 else None


def total(pattern):
    def put(draft):
        draft.swap(pattern, lambda m: off(draft, m[0]), ("opening",))
    return put


TOTALS = {"issues": r"(?<=问题)\d+(?=个)|(?<=\D)\d+(?=个问题)", "measures": r"(?:(?<=措施)|(?<=日，))\d+(?=条)", "finished": r"(?<=已完成)\d+(?=条)"}
for what, pattern in TOTALS.items():
    kind(G, f"{what}-total-wrong", "the prose counts others than the record holds", scope="notice")(total(pattern))
kind(G, "rate-wrong", "the rate is not that of the numbers beside it", scope="notice")(total(r"(?<=完成率)[\d.]+"))


@kind(G, "parts-do-not-add-up", "a whole and the parts named behind it")
def parts(draft):
    draft.swap(rf"{SUM}(?!万?元)", lambda m: off(draft, m[1]), ("measure",), 1)


@kind(G, "share-wrong", "a percentage of two numbers in the same text")
def share(draft):
    draft.swap(SHARE, lambda m: None if m[1] == "100" else off(draft, m[1]), ("measure",), 1)


@kind(G, "money-does-not-add-up", "a sum of money and the sums it is made of")
def money(draft):
    draft.swap(rf"{SUM}(?=万?元)", lambda m: off(draft, m[1]), ("measure",), 1)


@kind(G, "words-against-figures", "大写 and figures say two sums")
def cheque(draft):
    draft.swap(YUAN, lambda m: str(int(m[1]) + draft.rng.choice([10, 100, -10, 1])), ("measure",), 1)


@kind(G, "listed-count-wrong", "a count right behind the things it counts")
def listed(draft):
    draft.swap(r"(?:“[^”]+”){2,}(\d)[场类种]", lambda m: str(int(m[1]) + 1), ("measure",), 1)


@kind(G, "enumerated-count-wrong", "一是, 二是, 三是 behind another count")
def enumerated(draft):
    draft.swap(r"三(?=[处项条个][^。]*：一是)", lambda m: draft.rng.choice("两四五"), ("measure", "plan"))
