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
        check(len(defects) == each, f"{kind.name}: only {len(defects)} places in {len(corpus)} notices")
        check(all(d.lines for d in defects), f"{kind.name}: a defect changes nothing")


def loads(clean):
    """The clean notices have no error, in `check` as in `build`."""
    for command, reports in clean.items():
        errors = [r for r in reports if r["severity"] == "error"]
        first = errors and f"{errors[0]['path']}:{errors[0]['line']}: {errors[0]['message']}"
        check(not errors, f"{command} refuses the clean notices with {len(errors)} errors, the first: {first}")


def check(holds, what):
    if not holds:
        raise SystemExit(f"the bench is at fault: {what}")
