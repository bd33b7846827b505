"""Asserts that two sites say the same: the same addresses, and on each page the same visible text.

`equal.py A B` prints what differs and exits 1. Visible text is what stands between tags, with references resolved and
white space run together. The sitemap is compared as the set of its entries, since its order means nothing. gongkai alone
writes manifest.json, which lists what it published and says nothing to a reader.
"""

import html
import re
import sys
from pathlib import Path

TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.S)
ENTRY = re.compile(r"<url><loc>([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?</url>")


def files(root):
    """Every published file by its address; what begins with a dot is a tool's own."""
    found = (p for p in root.rglob("*") if p.is_file())
    paths = ((p.relative_to(root), p) for p in found)
    published = {str(rel): p for rel, p in paths if not rel.parts[0].startswith(".")}
    published.pop("manifest.json", None)
    return published


def text(markup):
    return " ".join(html.unescape(TAG.sub(" ", markup)).split())


def entries(sitemap, root):
    """The pages that a sitemap lists, and those of them that are not there."""
    listed = set(ENTRY.findall(sitemap))
    base = min(listed)[0]
    there = {e for e in listed if (root / e[0].removeprefix(base) / "index.html").is_file()}
    return there, listed - there


def first_difference(a, b):
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return f"    {a[max(0, at - 40):at + 60]}\n    {b[max(0, at - 40):at + 60]}"


def compare(a, b):
    left, right = files(a), files(b)
    faults = [f"only in {a}: {x}" for x in sorted(left.keys() - right.keys())]
    faults += [f"only in {b}: {x}" for x in sorted(right.keys() - left.keys())]
    for address in sorted(left.keys() & right.keys()):
        one, two = (side[address].read_text("utf-8") for side in (left, right))
        if address == "sitemap.xml":
            (one, extra), (two, more) = entries(one, a), entries(two, b)
            for side, dead in ((a, extra), (b, more)):
                if dead:
                    print(f"note: the sitemap of {side} lists {len(dead)} addresses that are not there", file=sys.stderr)
            if one != two:
                faults.append(f"sitemap.xml: {sorted(one ^ two)[:4]}")
        elif address.endswith(".css"):
            faults += [f"{address} differs"] if one != two else []
        elif text(one) != text(two):
            faults.append(f"{address}\n{first_difference(text(one), text(two))}")
    return faults, len(left)


if __name__ == "__main__":
    faults, count = compare(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(faults[:10]))
    sys.exit(f"{len(faults)} differences in {count} files" if faults else 0)
