"""The same facts as a Hugo site: a section a notice, a page an issue, with what follows from the facts ready-made.

Ready-made, since Hugo's templates would be slow at it: printed numbers, statuses, tallies, deadlines after extensions, the
names of units, placeholders in the closing words, and the latest updates as a data file. Prose of a notice stands in its
front matter and is rendered as Markdown, as gongkai does.
"""

import json
import re
import shutil

import derive
from write_gongkai import put
from yaml_out import block


def write(site, folder, theme):
    shutil.copytree(theme, folder)
    notices = sorted(site["notices"], key=lambda n: n["slug"])
    notices.sort(key=lambda n: n["date"], reverse=True)
    config = {"baseURL": site["base_url"], "title": site["title"], "params": {"contact": site["contact"]}}
    put(folder / "config.yaml", block(config))
    put(folder / "data/latest.json", json.dumps(derive.latest(notices, 100), ensure_ascii=False))
    whole = derive.tally(notices)
    put(folder / "content/_index.md", page({"title": site["title"], "lastmod": whole["record"], "tally": whole}))
    put(folder / "content/progress.md",
        page({"title": "整改进展", "layout": "progress", "lastmod": whole["record"], "record": whole["record"]}))
    put(folder / "content/notices/_index.md", page({"title": "通报", "build": {"render": "never"}}))
    for weight, notice in enumerate(notices, 1):
        write_notice(notice, weight, folder / "content/notices" / notice["slug"])


def write_notice(notice, weight, folder):
    derive.number(notice)
    tally = derive.tally([notice])
    names = {u["id"]: u["name"] for u in notice["units"]}
    outline = [{"id": n["id"], "level": n["level"] + 1, "number": n["number"], "heading": n["heading"], "skip": n["skip"],
                "take": n["take"], "text": n["text"]} for n in notice["outline"]]
    y, m, d = map(int, notice["date"].split("-"))
    put(folder / "_index.md", page({
        "title": notice["title"], "weight": weight, "lastmod": tally["record"], "issuer": notice["issuer"], "day": notice["date"],
        "signed": f"{y}年{m}月{d}日", "inspection": notice["inspection"], "contact": notice["contact"],
        "label": notice["numbering"]["label"], "completion": notice["numbering"].get("completion"), "tally": tally,
        "opening": notice["opening"], "outline": outline, "closing": filled(notice),
    }))
    for at, issue in enumerate(notice["issues"], 1):
        put(folder / f"issues/{at:02}-{issue['id']}.md", issue_page(issue, at, notice, names))


def filled(notice):
    return re.sub(r"\{\{ contact\.(\w+) \}\}", lambda m: notice["contact"][m[1]], notice["closing"])


def issue_page(issue, at, notice, names):
    led = [m["unit"] for m in issue["measures"]]
    helping = [u for m in issue["measures"] for u in m["with"]]
    units = [{"name": names[u], **({"helps": True} if u not in led else {})} for u in dict.fromkeys(led + helping)]
    due_now, updated = derive.due_now(issue), derive.updated(issue, notice)
    measures = [{"id": m["id"], "number": m["number"], "unit": names[m["unit"]], "with": [names[u] for u in m["with"]],
                 "state": m["state"], "text": m["text"], "updates": m["updates"]} for m in issue["measures"]]
    return page({
        "title": issue["title"].rstrip("。.；;"), "slug": issue["id"], "weight": at, "lastmod": updated, "number": issue["number"],
        "printed": issue["title"], "under": issue["under"], "state": derive.state(issue), "overdue": derive.overdue(issue) or None,
        "updated": updated, "original": issue["original"], "goal": issue["goal"], "lead": issue["lead"], "due": issue["due"],
        "due_now": due_now if due_now != issue["due"] else None, "extensions": issue["extensions"], "units": units,
        "measures": measures, "completion": issue["completion"], "closed": issue["closed"],
    }, issue["body"])


def page(front, body=None):
    return f"---\n{block(front)}---\n" + (f"\n{body.strip()}\n" if body else "")
