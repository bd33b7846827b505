"""What follows from the facts: printed numbers, statuses, tallies, the latest updates. Given to Hugo ready-made.

Written apart from gongkai on purpose: where the two disagree, the comparison of the pages says so.
"""

from facts import AS_OF

ORDER = ["done_ongoing", "done", "basically_done", "blocked", "in_progress", "not_started", "not_stated"]
FINISHED = ("done", "done_ongoing")
DIGITS = "零一二三四五六七八九"


def chinese(n):
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def printed(pattern, n):
    """A number in the form of its pattern, which prints the number one."""
    pattern = pattern.replace("{1}", "1")
    if "一" in pattern:
        return pattern.replace("一", chinese(n))
    return pattern.replace("1", str(n)).replace("①", chr(ord("①") + n - 1))


def number(notice):
    """Sets the printed number of each heading, issue and measure, and where each heading's issues begin and end."""
    style, restart = notice["numbering"], notice["numbering"]["restart"]
    names = {1: "part", 2: "section", 3: "topic"}
    counts = {1: 0, 2: 0, 3: 0}
    issues, measures, at = 0, 0, 0
    for node in notice["outline"]:
        level = node["level"]
        counts[level] += 1
        for below in range(level + 1, 4):
            counts[below] = 0 if restart.get(names[below], "never") == "parent" else counts[below]
        node["number"] = printed(style[names[level]], counts[level])
        node["skip"] = at
        issues = 0 if restart["issue"] == "parent" else issues
        while at < len(notice["issues"]) and notice["issues"][at]["under"] == node["id"]:
            issue, at, issues = notice["issues"][at], at + 1, issues + 1
            issue["number"] = printed(style["issue"], issues)
            measures = 0 if restart["measure"] == "parent" else measures
            for measure in issue["measures"]:
                measures += 1
                measure["number"] = printed(style["measure"], measures)
        node["take"] = at - node["skip"]


def state(issue):
    """The status of an issue from those of its measures."""
    all_ = [m["state"] for m in issue["measures"]]
    if "not_stated" in all_:
        return "not_stated"
    if "blocked" in all_:
        return "blocked"
    if len(set(all_)) == 1:
        return all_[0]
    if all(s in FINISHED for s in all_):
        return "done_ongoing"
    return "basically_done" if all(s in (*FINISHED, "basically_done") for s in all_) else "in_progress"


def due_now(issue):
    return issue["extensions"][-1]["to"] if issue["extensions"] else issue["due"]


def overdue(issue):
    return state(issue) not in FINISHED and not issue["closed"] and bool(issue["due"]) and due_now(issue) < AS_OF.isoformat()


def updated(issue, notice):
    days = [u["date"] for m in issue["measures"] for u in m["updates"]] + [e["on"] for e in issue["extensions"]]
    days += [issue["closed"]["date"]] if issue["closed"] else []
    return max(days, default=notice["date"])


def tally(notices):
    """Counts of a notice or of many."""
    issues = [(n, i) for n in notices for i in n["issues"]]
    states = [m["state"] for _, i in issues for m in i["measures"]]
    return {
        "issues": len(issues), "measures": len(states), "finished": sum(s in FINISHED for s in states),
        "overdue": sum(overdue(i) for _, i in issues),
        "record": max([n["date"] for n in notices] + [updated(i, n) for n, i in issues]),
        "parts": [{"key": k, "n": states.count(k)} for k in ORDER if k in states],
    }


def latest(notices, count):
    """The newest updates; of one day, the last of the record first."""
    rows = [{"page": f"notices/{n['slug']}/issues/{i['id']}/", "anchor": f"{m['id']}-{u['id']}", "title": i["title"].rstrip("。.；;"),
             "author": n["issuer"], "date": u["date"], "status": u["status"], "text": u["text"]}
            for n in notices for i in n["issues"] for m in i["measures"] for u in m["updates"]]
    return sorted(rows, key=lambda row: row["date"])[:-count - 1:-1]
