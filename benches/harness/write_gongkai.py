"""The facts as gongkai content: site.yaml, and for each notice notice.yaml, its prose, and one file an issue."""

from yaml_out import block


def write(site, folder, theme):
    units = [u for n in site["notices"] for u in n["units"]]
    head = {"format": 1, "title": site["title"], "base_url": site["base_url"], "language": "zh-CN", "theme": theme,
            # Documents beside a notice are no pages, and Hugo makes none.
            "documents": []}
    put(folder / "content/site.yaml", block({**head, "units": units, "contact": site["contact"]}))
    for notice in site["notices"]:
        write_notice(notice, folder / "content/notices" / notice["slug"])


def write_notice(notice, folder):
    keys = ("title", "issuer", "date", "inspection", "contact", "numbering")
    head = {k: notice[k] for k in keys}
    tree = nest(notice["outline"], 1)
    put(folder / "notice.yaml", block({**head, "opening": "opening.md", "outline": tree, "closing": "closing.md"}))
    put(folder / "opening.md", notice["opening"])
    put(folder / "closing.md", notice["closing"])
    for node in notice["outline"]:
        if node["text"]:
            put(folder / f"{node['id']}.md", node["text"])
    for at, issue in enumerate(notice["issues"], 1):
        put(folder / f"issues/{at:02}-{issue['id']}.md", front(issue))


def nest(nodes, level):
    """The outline as a tree, from a list in which each heading names its depth."""
    out, at = [], 0
    while at < len(nodes):
        node, end = nodes[at], at + 1
        while end < len(nodes) and nodes[end]["level"] > level:
            end += 1
        text = f"{node['id']}.md" if node["text"] else None
        below = nest(nodes[at + 1:end], level + 1)
        name = {1: "sections", 2: "topics"}.get(level)
        out.append({"id": node["id"], "heading": node["heading"], **({"text": text} if text else {}),
                    **({name: below} if below else {})})
        at = end
    return out


def front(issue):
    keys = ("id", "title", "under", "original", "goal", "lead", "due", "extensions")
    measures = [measure(m) for m in issue["measures"]]
    record = {**{k: issue[k] for k in keys}, "measures": measures, "completion": issue["completion"], "closed": issue["closed"]}
    return f"---\n{block(record)}---\n" + (f"\n{issue['body'].strip()}\n" if issue["body"] else "")


def measure(m):
    status = None if m["updates"] or m["state"] == "not_stated" else m["state"]
    return {"id": m["id"], "unit": m["unit"], "with": m["with"], "text": m["text"] + "\n", "status": status, "updates": m["updates"]}


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
