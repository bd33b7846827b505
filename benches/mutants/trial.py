"""Runs gongkai on a site of mutated notices and says which defects it reports."""

import difflib
import json
import shutil
import subprocess
from collections import Counter
from os.path import commonprefix
from pathlib import Path

import write
from draft import Draft, NoPlace

SEVERITIES = ("note", "warning", "error")


class Defect:
    """One mutated notice, with the lines that differ from the clean one."""

    def __init__(self, kind, clean, draft):
        self.kind, self.slug, alone = kind, clean["slug"], kind.scope == "site"
        self.before = write.alone(clean) if alone else clean["files"]
        self.after = write.alone(draft.notice) if alone else write.of(draft.notice, clean)
        self.lines = {path: changed(self.before.get(path, ""), text) for path, text in self.after.items()
                      if text != self.before.get(path)}
        self.wide = self.around(draft.also)
        # Codes of the reports at its place, by severity.
        self.reports, self.stray = [], []

    def around(self, also):
        """Where a report counts beside the changed lines themselves."""
        wide = {path: set(lines) for path, lines in self.lines.items()}
        for path, text in self.after.items():
            lines = text.split("\n")
            hits = {n for n, line in enumerate(lines, 1) if any(word in line for word in also)}
            wide.setdefault(path, set()).update(hits)
        if self.kind.scope == "item":
            for path in self.lines:
                lines = self.after[path].split("\n")
                wide[path] |= {n for line in wide[path] if line <= len(lines) for n in item(path, lines, line)}
        return wide

    def covers(self, path, line):
        if self.kind.scope in ("notice", "site"):
            return True
        if self.kind.scope == "file" or line is None:
            return path in self.lines
        return line in self.wide.get(path, ())

    def take(self, report):
        """Keeps a report; one that the clean notice gave as well has been left out before."""
        own = self.reports if self.covers(report["path"], report["line"]) else self.stray
        own.append(report)

    def found(self):
        floor = 1 if self.kind.decided else 0
        return any(SEVERITIES.index(r["severity"]) >= floor for r in self.reports)

    def shown(self):
        """The place of the first changed line, and the line with what is new in it between 【 and 】."""
        path = list(self.lines)[-1 if self.kind.scope == "site" else 0]
        after, line = self.after[path].split("\n"), min(self.lines[path], default=1)
        text = after[min(line, len(after)) - 1]
        gone = [old for old in self.before.get(path, "").split("\n") if old not in after]
        old = max(gone, key=lambda old: ends(old, text)[0], default=text)
        head, tail = ends(old, text)
        new = text[head:len(text) - tail]
        marked = f"{text[max(0, head - 40):head]}【{new}】{text[len(text) - tail:][:40]}" if text != old else text
        return f"{path}:{line}", marked.strip()


def ends(old, new):
    """How many characters both begin and end with."""
    head = len(commonprefix([old, new]))
    tail = len(commonprefix([old[head:][::-1], new[head:][::-1]]))
    return head, tail


def changed(before, after):
    """Lines of the second text that are not in the first; where lines are gone, those on both sides of the gap."""
    a, b = before.split("\n"), after.split("\n")
    out = set()
    for tag, _, _, start, end in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "delete":
            out |= {max(start, 1), start + 1}
        elif tag != "equal":
            out |= set(range(start + 1, end + 1))
    return out


def item(path, lines, line):
    """The lines of the list item around a line: in an issue the measure, in `notice.yaml` the heading with what hangs on it."""
    depth = lambda text: len(text) - len(text.lstrip())
    heads, bound = [], depth(lines[line - 1]) + 1
    for n in range(line, 0, -1):
        text = lines[n - 1]
        if text and depth(text) < bound:
            bound = depth(text)
            heads += [n] if text.lstrip().startswith("- ") else []
    if not heads:
        return range(line, line + 1)
    first = heads[-1] if "/issues/" in path else heads[0]
    inside = lambda text: not text or depth(text) > depth(lines[first - 1])
    return range(first, next((n for n in range(first + 1, len(lines) + 1) if not inside(lines[n - 1])), len(lines) + 1))


def defects(kind, corpus, count, rng):
    """Puts the defect into notices chosen by chance, each once, until there are `count`."""
    out = []
    for notice in rng.sample(corpus, len(corpus)):
        if len(out) == count:
            break
        for _ in range(8):
            draft = Draft(notice, rng)
            try:
                kind.put(draft)
            except NoPlace:
                continue
            out.append(Defect(kind, notice, draft))
            break
    return out


class Crash(Exception):
    """The program neither passed nor refused a site; says how it ended."""


class Tool:
    """A built gongkai and a folder to work in."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, Path(folder)
        said = subprocess.run([binary, "check", "--help"], capture_output=True, text=True).stdout
        self.as_of = ["--as-of", "2026-06-30"] if "--as-of" in said else []

    def rules(self):
        """The codes of every rule of the record."""
        said = subprocess.run([self.binary, "explain", "--lang", "en"], capture_output=True, text=True, check=True).stdout
        return {line.split()[0] for line in said.splitlines() if line[:1].isalpha()}

    def reports(self, command, files):
        """What a command says of a site, with the text of each line and paths within the content folder."""
        if command == "both":
            return self.reports("check", files) + self.reports("build", files)
        shutil.rmtree(self.folder, ignore_errors=True)
        write.put(files, self.folder)
        out = ["--out", str(self.folder / "public"), "--as-of", "2026-06-30"] if command == "build" else self.as_of
        run = [self.binary, "-C", str(self.folder), "--lang", "zh-CN", command, "--format", "json", *out]
        done = subprocess.run(run, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise Crash(f"{command} ended with {done.returncode}: {' '.join(done.stderr.split())[:300]}")
        # `check` reports on standard output; to `build` a report is an aside.
        found = [json.loads(line) for line in (done.stdout + done.stderr).splitlines() if line.startswith("{")]
        for report in found:
            report["path"] = report["path"].replace("\\", "/").split("content/", 1)[-1]
            lines = files.get(report["path"], "").split("\n")
            report["text"] = lines[report["line"] - 1] if report["line"] and report["line"] <= len(lines) else ""
        return found


def sites(tool, corpus):
    """What is reported of the site of each notice alone, by the name of the notice."""
    return {n["slug"]: tool.reports("both", write.alone(n)) for n in corpus}


def outside(sites):
    """What is reported of those sites and not of their notices, which the site of all has as well."""
    return [r for reports in sites.values() for r in reports if not r["path"].startswith("notices/")]


def news(reports, clean):
    """The reports that the clean notices did not give: first by line and words, then, where the line itself has changed, by words."""
    for keys in (("code", "path", "severity", "message", "text"), ("code", "path", "severity", "message")):
        key = lambda r: tuple(r[k] for k in keys)
        reports, clean = beyond(reports, clean, key), beyond(clean, reports, key)
    return reports


def beyond(some, others, key):
    """What is left of the first list when each of the second has taken away one that is alike."""
    alike, left = Counter(map(key, others)), []
    for one in some:
        if alike[key(one)] > 0:
            alike[key(one)] -= 1
        else:
            left.append(one)
    return left


def judge(tool, kind, corpus, found, clean):
    """Runs the command once on the notices with this defect and hands each the new reports in its files; on each site by itself."""
    if kind.scope == "site":
        for defect in found:
            defect.reports += news(tool.reports(kind.command, defect.after), clean[defect.slug])
        return
    by_slug = {d.slug: d for d in found}
    files = write.site([n for n in corpus if n["slug"] in by_slug])
    for defect in found:
        files.update(defect.after)
    for report in news(tool.reports(kind.command, files), clean):
        parts = report["path"].split("/")
        if parts[0] == "notices" and parts[1] in by_slug:
            by_slug[parts[1]].take(report)
