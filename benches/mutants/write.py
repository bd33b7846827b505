"""A notice as content files: path to text. Each paragraph is a line, so that the line of a place says which it is."""

import datetime
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "harness"))
from grammar import MARKS
from phrases import SET
from second.withheld import passage
from typography import PHRASES
from yaml_out import block

SHIPPED = Path(__file__).resolve().parents[2] / "starter" / "content" / "phrases.txt"
HEAD = ("title", "issuer", "date", "inspection", "period_ends", "contact", "numbering", "layout", "redactions")
NODE = ("id", "number", "heading", "text", "sections", "topics")
ISSUE = ("id", "title", "under", "number", "original", "goal", "lead", "due", "extensions", "text", "measures", "completion", "closed",
         "allow")
MEASURE = ("id", "unit", "number", "text", "status", "updates", "allow")


def site(notices):
    """Every file of a site that holds these notices."""
    units = [u for n in notices for u in n["units"]]
    # One page a notice is enough for what finished pages are judged by.
    head = {"format": 1, "title": "巡察整改公开", "base_url": "https://gongkai.example.com/", "language": "zh-CN", "theme": "plain",
            "documents": [], "site_id": "5300210099", "units": units}
    files = {"site.yaml": block(head), "phrases.txt": phrases()}
    for notice in notices:
        files.update(of(notice))
    return files


def alone(notice):
    """Every file of a site of its own that holds one notice."""
    site = notice["site"]
    own = {key: site[key] for key in ("title", "base_url", "site_id", "icp", "police_record", "contact")}
    theme = "own" if site["theme"] else "plain"
    head = {"format": 1, "language": "zh-CN", "theme": theme, "documents": [], **own, "units": notice["units"] + site.get("units", [])}
    files = {"site.yaml": block(head), "phrases.txt": phrases(), **of(notice), **site.get("beside", {})}
    files.update({f"pages/{name}.md": text for name, text in site["pages"].items()})
    # Themes stand beside the content.
    files.update({f"../themes/own/{path}": text for path, text in site["theme"].items()})
    return files


def phrases():
    """The list of an office: the one that ships, and the set phrases of the notices that it lacks."""
    shipped = SHIPPED.read_text("utf-8")
    known = {line.split(" ")[0] for line in shipped.splitlines()}
    return shipped + "".join(f"{phrase}\n" for phrase in [*PHRASES, *SET] if phrase not in known)


def of(notice, clean=None):
    """The files of one notice; what is as in the clean one, whose files are there, is not written again."""
    folder = f"notices/{notice['slug']}"
    head = plain({key: notice.get(key) for key in HEAD})
    tree = [node(n) for n in notice["outline"]]
    files = {f"{folder}/notice.yaml": block({**head, "opening": "opening.md", "outline": tree, "closing": "closing.md"}),
             f"{folder}/opening.md": notice["opening"], f"{folder}/closing.md": notice["closing"],
             f"{folder}/organising.md": notice["organise"], f"{folder}/plan.md": notice["plan"]}
    files = {path: MARKS.sub("", text) for path, text in files.items()}
    files.update({f"{folder}/evidence/{name}": "%PDF-1.4\n" for name in notice.get("attached", [])})
    for at, issue in enumerate(notice["issues"]):
        path = f"{folder}/issues/{at + 1:02}-{issue['id']}.md"
        same = clean and issue == clean["issues"][at]
        files[path] = clean["files"][path] if same else MARKS.sub("", front(issue))
    return files


def node(n):
    own = {key: n.get(key) for key in NODE}
    for below in ("sections", "topics"):
        own[below] = [node(child) for child in n.get(below) or []]
    return {key: value for key, value in own.items() if value not in (None, [])}


def front(issue):
    measures = [{**{k: m.get(k) for k in MEASURE}, "text": m["text"] + behind(issue, m["id"]) + "\n"} for m in issue["measures"]]
    record = plain({**{key: issue.get(key) for key in ISSUE}, "measures": measures})
    body = (issue["body"] or "").rstrip("\n") + behind(issue, "body")
    return f"---\n{block(record)}---\n" + (f"\n{body.lstrip()}\n" if body else "")


def behind(issue, at):
    """What stands behind a measure or the explanation of an issue, beside its own text: a passage with a note, and a table."""
    held, table = issue.get("withheld"), issue.get("table")
    gap = "\n\n" if at == "body" else ""
    out = gap + passage(held) + held.get("behind", "") if held and held["at"] == at else ""
    return out + ((gap or "\n") + table.said() if table and table.at == at else "")


def plain(value):
    """Days as text, and no key without a value."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def put(files, folder):
    for path, text in files.items():
        place = folder / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")


def spoken(notice):
    """Every text of a notice that a reader sees, by where it stands."""
    for name in ("title", "opening", "organise", "plan", "closing"):
        yield name, MARKS.sub("", notice[name])
    for issue in notice["issues"]:
        for name in ("title", "original", "goal", "text", "completion", "body"):
            yield name, issue.get(name) or ""
        if "table" in issue:
            yield "table", "\n".join(issue["table"].cells())
        if "withheld" in issue:
            yield "withheld", passage(issue["withheld"])
        for measure in issue["measures"]:
            yield "measure", MARKS.sub("", measure["text"])
            for update in measure["updates"]:
                yield "update", update["text"]


def characters(notices):
    """How many characters they have, without what only makes the files."""
    return sum(len(text) for n in notices for _, text in spoken(n))
