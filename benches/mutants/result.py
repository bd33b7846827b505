"""The tables: recall of each kind, false alarms of each rule, and the sentences that were missed."""

from collections import Counter

AIM = 0.95
ALARMS = 1.0


def kinds(rows):
    """A row for each kind: how many were found, and by which rules."""
    out = ["| group | kind | hand | decidable | found | recall | by | why |", "|---|---|---:|---|---:|---:|---|---|"]
    for kind, defects in rows:
        hits = sum(d.found() for d in defects)
        codes = Counter(r["code"] for d in defects for r in {r["code"]: r for r in d.reports}.values())
        by = ", ".join(f"{code} {n}" for code, n in codes.most_common(3)) or "—"
        out.append(f"| {kind.group} | {kind.name} | {kind.hand} | {'yes' if kind.decided else 'note'} | {hits}/{len(defects)} "
                   f"| {share(hits, len(defects))} | {by} | {kind.why} |")
    return "\n".join(out)


def share(part, whole):
    return f"{100 * part / whole:.0f} %" if whole else "—"


def alarms(clean, characters):
    """A row for each rule that reports on clean notices."""
    loud, quiet = (Counter(r["code"] for r in clean if (r["severity"] == "note") == note) for note in (False, True))
    out = ["| rule | false alarms | per 10,000 characters | notes |", "|---|---:|---:|---:|"]
    out += [f"| {code} | {loud[code]} | {10_000 * loud[code] / characters:.2f} | {quiet[code]} |" for code in sorted(loud | quiet)]
    total = sum(loud.values())
    return "\n".join(out + [f"| all | {total} | {10_000 * total / characters:.2f} | {sum(quiet.values())} |"])


def summary(rows):
    """Recall over all that can be decided, and over the rest."""
    out = []
    for decided, name in ((True, "decidable"), (False, "for notes")):
        group = [d for kind, defects in rows if kind.decided == decided for d in defects]
        hits = sum(d.found() for d in group)
        out.append(f"{name}: {hits}/{len(group)} found ({share(hits, len(group))})")
    return "; ".join(out)


def missed_aims(rows, clean, characters):
    """Aims that are not reached, each in a line."""
    out = []
    for kind, defects in rows:
        hits = sum(d.found() for d in defects)
        if kind.decided and hits < AIM * len(defects):
            out.append(f"{kind.name} ({kind.hand}): {hits} of {len(defects)} found")
    loud = sum(r["severity"] != "note" for r in clean)
    if 10_000 * loud > ALARMS * characters:
        out.append(f"{loud} false alarms in {characters:,} characters")
    return out


def detail(rows, clean):
    """Every defect that was missed, and every false alarm, with its line."""
    out = ["## Missed"]
    for kind, defects in rows:
        lost = [d for d in defects if not d.found()]
        if lost:
            out.append(f"\n### {kind.name}, hand {kind.hand} "
                       f"({len(lost)} of {len(defects)} missed; {'decidable' if kind.decided else 'note'}): {kind.why}\n")
        for defect in lost:
            place, text = defect.shown()
            weak = ", ".join(f"{r['severity']} {r['code']}" for r in defect.reports)
            stray = ", ".join(f"{r['code']} at {r['path'].split('/')[-1]}:{r['line']}" for r in defect.stray[:3])
            out.append(f"- `{place}` {text}" + (f" — only {weak}" if weak else "") + (f" — elsewhere {stray}" if stray else ""))
    out.append("\n## Reports on clean notices\n")
    for r in sorted(clean, key=lambda r: (r["severity"] == "note", r["code"])):
        out.append(f"- {r['severity']} {r['code']} `{r['path']}:{r['line']}:{r['column']}` {r['message']} — {r['text'].strip()}")
    return "\n".join(out) + "\n"
