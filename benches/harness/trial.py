"""One corpus, measured: the pages compared, then every program in turn, again and again, each into a clean folder."""

import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import equal
from facts import AS_OF

HERE = Path(__file__).parent


class Figures:
    """What a program took, run by run."""

    def __init__(self):
        self.wall, self.cpu, self.memory = [], [], []

    def add(self, wall, cpu, memory):
        self.wall.append(wall), self.cpu.append(cpu), self.memory.append(memory)

    def median(self):
        return tuple(map(statistics.median, (self.wall, self.cpu, self.memory)))


def measured(figures, *command, env=None):
    """Runs a command; keeps its figures where `figures` is given; returns what it said."""
    line = [sys.executable, "-ISE", HERE / "measure.py", *command]
    run = subprocess.run(line, capture_output=True, text=True, env=env)
    said, _, last = run.stdout.rpartition("@")
    wall, cpu, memory, code = map(float, last.split())
    if code:
        sys.exit(f"{command[0]} failed ({code:.0f}):\n{said}{run.stderr}")
    if figures:
        figures.add(wall, cpu, memory * 1024 / 1e6)
    return said


class Trial:
    """A corpus, the tools, and a folder in memory for what they put out."""

    def __init__(self, tools, corpus, scratch):
        self.tools, self.corpus, self.scratch = tools, corpus, scratch
        self.figures = {name: Figures() for name in ("gongkai", "again", "civic", "hugo", "floor")}

    def out(self, name):
        """A clean place: absent, so that each program makes its folder itself."""
        place = self.scratch / name
        shutil.rmtree(place, ignore_errors=True)
        return place

    def gongkai(self, figures, root, out):
        command = ["-C", self.corpus / root, "build", "--as-of", AS_OF.isoformat(), "--out", out]
        measured(figures, self.tools.gongkai, *command)

    def hugo(self, figures, out):
        source = self.corpus / "hugo"
        flags = ["--quiet", "--noTimes", "--noChmod", "--noBuildLock", "--environment", "production"]
        flags += ["--source", source, "--config", f"{source}/hugo.yaml,{source}/config.yaml", "--destination", out]
        env = {k: v for k, v in os.environ.items() if not k.startswith("HUGO_")}
        measured(figures, self.tools.hugo, *flags, env=env | {"HUGO_CACHEDIR": str(self.scratch / "hugo-cache")})

    def compare(self):
        """Both sides say the same, or the run ends here."""
        ours, theirs = self.out("gongkai"), self.out("hugo")
        self.gongkai(None, "gongkai", ours)
        self.hugo(None, theirs)
        faults, self.pages = equal.compare(ours, theirs)
        if faults:
            sys.exit("the two sites differ:\n" + "\n".join(faults[:10]) + f"\n{len(faults)} differences")
        size = lambda root: sum(p.stat().st_size for p in equal.files(root).values()) / 1e6
        self.megabytes = (size(ours), size(theirs))

    def round(self):
        """Every program once."""
        out = self.out("gongkai")
        self.gongkai(self.figures["gongkai"], "gongkai", out)
        before = state(out)
        self.gongkai(self.figures["again"], "gongkai", out)
        if state(out) != before:
            sys.exit("a second build with nothing changed wrote files")
        self.hugo(self.figures["hugo"], self.out("hugo"))
        said = measured(None, self.tools.floor, self.corpus / "gongkai/content", out, self.out("floor"))
        self.figures["floor"].add(float(said.split()[0]), float("nan"), float("nan"))
        self.gongkai(self.figures["civic"], "civic", self.out("civic"))


def state(root):
    """Every file of an output folder, gongkai's own list too: which one it is, when it was written, how long it is."""
    return {p: (s.st_ino, s.st_mtime_ns, s.st_size) for p in root.rglob("*") if p.is_file() for s in [p.stat()]}
