"""A notice about to get one defect: finds places in its texts and numbers, and changes one of them."""

import datetime
import pickle
import re

import grammar

DATE = r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
PROSE = ("opening", "organise", "plan", "closing")
# Texts of an issue, by the name of their sort.
ISSUE = {"title": "title", "original": "original", "goal": "goal", "body": "body", "lead-in": "text", "completion": "completion"}
DAY = datetime.timedelta(days=1)


class Draft:
    """A copy of a clean notice. What a defect does to it is seen by comparing the files of both."""

    def __init__(self, notice, rng):
        self.notice, self.rng = pickle.loads(notice["frozen"]), rng
        # Words that stand at a second place which a defect contradicts: a report there counts as well.
        self.also = []

    def measures(self):
        return [m for i in self.notice["issues"] for m in i["measures"]]

    def any(self, things):
        """One of them by chance; a defect that finds none is put into another notice."""
        things = list(things)
        if not things:
            raise NoPlace
        return self.rng.choice(things)

    def lone(self, issue, measure):
        """The measure, where no table or passage stands behind it: with one it does not say the same as another."""
        if any(issue.get(thing) and behind(issue[thing]) == measure["id"] for thing in ("table", "withheld")):
            raise NoPlace
        return measure

    def texts(self, where):
        """Holder and key of each text of the sorts named: measure, update, and the prose by name."""
        out = []
        for sort in where:
            if sort == "measure":
                out += [(m, "text") for m in self.measures()]
            elif sort == "update":
                out += [(u, "text") for m in self.measures() for u in m["updates"]]
            elif sort in ISSUE:
                out += [(i, ISSUE[sort]) for i in self.notice["issues"] if i.get(ISSUE[sort])]
            else:
                out.append((self.notice, sort))
        return out

    def swap(self, pattern, new, where=("measure",), group=0):
        """Replaces one match by chance with `new(match)`, a text or None where the match will not do; gives its holder."""
        found = [(holder, key, m, made) for holder, key in self.texts(where) for m in re.finditer(pattern, holder[key])
                 if (made := new(m)) is not None]
        holder, key, match, made = self.any(found)
        start, end = match.span(group)
        holder[key] = holder[key][:start] + made + holder[key][end:]
        return holder, match

    def day(self, match, near=None):
        """The day that a match of DATE says; without a year the one on which it falls within the work."""
        year = int(match["y"]) if match["y"] else None
        for y in [year] if year else [self.notice["date"].year, self.notice["date"].year - 1]:
            try:
                day = datetime.date(y, int(match["m"]), int(match["d"]))
            except ValueError:
                continue
            if year or self.notice["inspection"]["from"] <= day <= self.notice["date"]:
                return day
        return None

    def add(self, sentence, measures=None):
        """Puts a sentence to the end of one measure."""
        m = self.any(self.measures() if measures is None else measures)
        m["text"] += sentence
        return m

    def say(self, sentences, where=("measure",), only=None):
        """Puts one of some sentences to the end of a paragraph; the measures may be only some."""
        places = [(h, k) for h, k in self.texts(where) if only is None or any(h is m for m in only)]
        holder, key = self.any(places)
        ends = [m.end() for m in re.finditer(r"(?m)[。；]$", holder[key])]
        at, sentence = self.any(ends), self.any(sentences)
        holder[key] = holder[key][:at] + sentence + holder[key][at:]
        return holder

    def done(self):
        """Measures that are finished for good."""
        return [m for m in self.finished() if m["status"] == "done"]

    def finished(self):
        return [m for m in self.measures() if m["status"] in ("done", "done_ongoing") and not m["updates"]]

    def unfinished(self):
        return [m for m in self.measures() if m["status"] == "in_progress" and not m["updates"]]

    def between(self, first, last):
        """A day from the first to the last."""
        if last < first:
            raise NoPlace
        return first + DAY * self.rng.randrange((last - first).days + 1)

    def said(self, day):
        return f"{day.year}年{day.month}月{day.day}日"

    def counted(self, level):
        """Things of a level that have one before them in the same count, each with its number."""
        rules, out, parts = self.notice["numbering"], [], self.notice["outline"]
        sections = [(p, s) for p in parts for s in p.get("sections", [])]
        topics = [(s, t) for _, s in sections for t in s.get("topics", [])]
        order = {"part": [(None, p) for p in parts], "section": sections, "topic": topics,
                 "issue": [(i["under"], i) for i in self.notice["issues"]],
                 "measure": [(i["id"], m) for i in self.notice["issues"] for m in i["measures"]]}[level]
        anew = rules["restart"].get(level) == "parent"
        number, before = 0, object()
        for parent, thing in order:
            key = parent["id"] if isinstance(parent, dict) else parent
            number, fresh = (1, True) if anew and key != before else (number + 1, number == 0)
            before = key
            if not fresh:
                out.append((thing, number))
        return out


class NoPlace(Exception):
    """The notice has no place for this defect."""


def behind(thing):
    """The measure that a table or a passage stands behind."""
    return thing["at"] if isinstance(thing, dict) else thing.at


def bare(text):
    """A text without the marks of sums."""
    return grammar.MARKS.sub("", text)
