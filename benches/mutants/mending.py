"""What `check --fix` makes of the defects: each notice is left as it is, is again as it was before the defect, or is something else."""

import subprocess
import shutil

import trial
import write


def fixed(tool, files):
    """The texts of a site after `check --fix`, by path."""
    shutil.rmtree(tool.folder, ignore_errors=True)
    write.put(files, tool.folder)
    run = [tool.binary, "-C", str(tool.folder), "check", "--fix", "--yes", *tool.as_of]
    done = subprocess.run(run, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise trial.Crash(f"check --fix ended with {done.returncode}: {' '.join(done.stderr.split())[:300]}")
    return {path: (tool.folder / "content" / path).read_text("utf-8") for path in files}


def of_kind(tool, corpus, defects):
    """How many were left, are as before, are something else; and of the last each line, as it was and is."""
    slugs = {d.slug for d in defects}
    files = write.site([n for n in corpus if n["slug"] in slugs])
    for defect in defects:
        files.update(defect.after)
    now = fixed(tool, files)
    left = back = 0
    other = []
    for d in defects:
        own = {path: now[path] for path in d.after}
        left += own == d.after
        back += own == {path: d.before.get(path) for path in d.after} and own != d.after
        if own not in (d.after, {path: d.before.get(path) for path in d.after}):
            other += [shown(a, b) for path in own for a, b in zip(d.after[path].split("\n"), own[path].split("\n")) if a != b]
    return left, back, other


def shown(old, new):
    """Where two lines differ, with some characters around."""
    head, tail = trial.ends(old, new)
    return " => ".join(text[max(0, head - 10):len(text) - tail + 10].strip() for text in (old, new))


def tell(tool, corpus, rows):
    """Prints the table; gives what was changed in the clean notices, which should be nothing."""
    clean = write.site(corpus)
    wrong = [path for path, text in fixed(tool, clean).items() if text != clean[path]]
    print("| kind | left | as before | something else |\n|---|---:|---:|---|")
    for kind, defects in rows:
        left, back, other = of_kind(tool, corpus, defects)
        if back or other:
            print(f"| {kind.name} ({kind.hand}) | {left} | {back} | {len(other)}{': ' if other else ''}{'; '.join(other[:3])} |")
    print()
    return [f"check --fix changed {path}, which is right" for path in wrong]
