"""What has to hold of the bench itself before its figures mean anything."""

import re
from collections import Counter

import write


def offline(corpus, rows, each):
    """The notices are varied, every kind found its places, and every defect shows in the files."""
    sentences = Counter(s for n in corpus for _, text in write.spoken(n) for s in re.split("[。\n]", text) if len(s) >= 20)
    again = sum(n - 1 for n in sentences.values())
    check(again < 0.05 * sum(sentences.values()), f"{again} of {sum(sentences.values())} sentences stand twice")
    for kind, defects in rows:
        check(len(defects) == each, f"{kind.name} ({kind.hand}): only {len(defects)} places in {len(corpus)} notices")
        check(all(d.lines for d in defects), f"{kind.name} ({kind.hand}): a defect changes nothing")


def loads(clean, rules):
    """The clean notices load and build: what is reported of them comes from rules alone, and so is a false alarm."""
    for command, reports in clean.items():
        wrong = [r for r in reports if r["code"] not in rules]
        first = wrong and f"{wrong[0]['code']} at {wrong[0]['path']}:{wrong[0]['line']}: {wrong[0]['message']}"
        check(not wrong, f"{command} of the clean notices finds {len(wrong)} slips of the content, the first {first}")


def check(holds, what):
    if not holds:
        raise SystemExit(f"the bench is at fault: {what}")
