"""Turns a template into a sentence whose dates are in order and whose numbers add up.

`[a|b]` chooses; `{a:3-9}` draws a number that `{a}` repeats; `{t=a+b}` names a sum and `{a+b}`, `{a-b}` print one; `{a%t}`
is a share; `{¥e:200-900}` writes a sum of money in words and figures; `{d}` is the next day, `{d~}` a stretch of days, `{m}` the
next meeting with its day, `{q}` a time after the signature, `{past}` and `{eff}` days long before and after the work; `{doc:…}` names a
document; other names are facts of the notice. A file may go on with a pool that another began.
"""

import datetime
import re

DRAW = re.compile(r"\{¥?(\w):([\d.]+)-([\d.]+)\}")
SLOT = re.compile(r"\{([^{}]+)\}")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
# Figures that follow from others are told apart by marks from the private area, which `write` takes out again.
SUM, SHARE, CHEQUE = "\ue000{}\ue001", "\ue002{}\ue003", "{}（\ue004{}\ue005元）"
MARKS = re.compile("[\ue000-\ue00f]")
DIGITS = "零壹贰叁肆伍陆柒捌玖"


def read(path):
    """The pools of a file: for each head a list of (mark, template)."""
    pools, head = {}, None
    for line in path.read_text("utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "#":
            head = text
        else:
            pools.setdefault(head, []).append((mark, text))
    return pools


def words(n):
    """A whole number of yuan as it is written on a cheque: 32050 is 叁万贰仟零伍拾元整."""
    out, zero = "", False
    for at, digit in zip(range(len(str(n)) - 1, -1, -1), str(n)):
        if digit != "0":
            out += ("零" if zero and out else "") + DIGITS[int(digit)] + ("", "拾", "佰", "仟")[at % 4]
        zero = digit == "0"
        if at == 4:
            out, zero = out + "万", False
    return out + "元整"


class Teller:
    """Tells one text of a notice: days only go on from `start` to `end`."""

    def __init__(self, rng, notice, start, end, unit=None):
        self.rng, self.notice, self.day, self.end = rng, notice, start, end
        self.year = None if notice["spans"] else notice["year"]
        self.facts = {"U": unit, "B": notice["body"], **notice["said"]}
        self.last = start

    def tell(self, template):
        text = CHOICE.sub(lambda m: self.rng.choice(m[1].split("|")), template)
        self.numbers = {m[1]: self.draw(m[2], m[3]) for m in DRAW.finditer(text)}
        sums = dict(re.findall(r"\{(\w)=([^{}]+)\}", text))
        self.numbers.update({name: self.sum(terms) for name, terms in sums.items()})
        self.left = len(re.findall(r"\{[dm]~?\}", text))
        return SLOT.sub(self.fill, self.notice["house"].says(text))

    def draw(self, low, high):
        if "." not in low + high:
            return self.rng.randint(int(low), int(high)) if len(high) < 4 else round(self.rng.uniform(int(low), int(high)), -1)
        return round(self.rng.uniform(float(low), float(high)), 1)

    def sum(self, terms):
        return round(sum(self.numbers[t] for t in terms.split("+")), 1)

    def fill(self, match):
        slot = match[1]
        fixed = {"d": self.next_day, "d~": self.stretch, "m": self.meeting, "q": self.promise, "P": self.place,
                 "past": self.past, "eff": self.effective}
        if slot in fixed:
            return fixed[slot]()
        if slot.startswith("doc:"):
            return self.document(slot[4:])
        if slot.startswith("¥"):
            return CHEQUE.format(words(int(self.numbers[slot[1]])), show(self.numbers[slot[1]]))
        if "%" in slot:
            part, whole = (self.numbers[s] for s in slot.split("%"))
            return SHARE.format(f"{100 * part / whole:.1f}".removesuffix(".0")) + "%"
        if slot[1:2] == "+":
            return SUM.format(show(self.sum(slot)))
        if slot[1:2] == "-":
            return SUM.format(show(self.numbers[slot[0]] - self.numbers[slot[2]]))
        if slot[1:2] == "=":
            return SUM.format(show(self.numbers[slot[0]]))
        name = slot[0] if slot[1:2] == ":" else slot
        return show(self.numbers[name]) if name in self.numbers else self.facts[name]

    def step(self):
        """Goes on by a part of what is left, so that later days still have room."""
        room = (self.end - self.day).days // max(1, self.left)
        self.left -= 1
        return self.day + datetime.timedelta(days=self.rng.randint(1, max(1, room)))

    def next_day(self):
        self.day = min(self.step(), self.end)
        self.last = self.day
        return self.said(self.day)

    def stretch(self):
        first = self.next_day()
        month = self.day.month
        self.day = min(self.day + datetime.timedelta(days=self.rng.randint(3, 12)), self.end)
        self.last = self.day
        if self.day.month == month:
            return f"{first}至{self.day.day}日"
        return f"{first}至{self.said(self.day)}"

    def said(self, day):
        """A day; the year stands where the text before does not make it clear."""
        year, self.year = self.year, day.year
        return f"{'' if year == day.year else f'{day.year}年'}{day.month}月{day.day}日"

    def meeting(self):
        until = self.step()
        near = [m for m in self.notice["meetings"] if self.day < m[0] <= max(until, self.day + datetime.timedelta(days=15))]
        if not near:
            near = self.notice["meetings"][-1:]
        day, number = self.rng.choice(near)
        self.day = self.last = max(day, self.last)
        return self.notice["meeting_form"].format(day=self.said(day), n=number)

    def promise(self):
        day = self.notice["date"] + datetime.timedelta(days=self.rng.randint(70, 180))
        year = "" if day.year == self.notice["date"].year and self.year == day.year else f"{day.year}年"
        return self.rng.choice([f"{year}{day.month}月底", f"{year}{day.month}月{min(day.day, 28)}日"])

    def past(self):
        """A day of years before, which tells a fact and no work."""
        self.year = self.rng.randint(2012, 2019)
        return f"{self.year}年{self.rng.randint(1, 12)}月{self.rng.randint(1, 28)}日"

    def effective(self):
        """The first of a month after the signature, from when a rule holds."""
        day = self.notice["date"] + datetime.timedelta(days=self.rng.randint(40, 120))
        self.year = day.year
        return f"{day.year}年{day.month}月1日"

    def place(self):
        return self.rng.choice(self.notice["places"])

    def document(self, name):
        title = f"{self.notice['body']}{name}"
        if title not in self.notice["documents"]:
            self.notice["documents"][title] = f"{self.notice['word']}〔{self.day.year}〕{self.notice['next_document']}号"
            self.notice["next_document"] += self.rng.randint(1, 4)
        return f"《{title}》（{self.notice['documents'][title]}）"


def show(n):
    return f"{n:.1f}" if isinstance(n, float) and n != int(n) else str(int(n))
