"""The figures as a Markdown table with the machine described, and a line for each target."""

import os
import platform
from pathlib import Path

ROWS = {
    "gongkai": "gongkai", "hugo": "Hugo, same pages", "floor": "floor: parse and write, no more",
    "civic": "gongkai, whole `civic` theme", "again": "gongkai again, nothing changed",
}


def machine(tools):
    memory = Path("/proc/meminfo")
    gib = f"{int(memory.read_text().split()[1]) / 2**20:.0f} GiB, " if memory.exists() else ""
    model = next((line.split(":")[1].strip() for line in lines("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    name = next((line.split("=")[1].strip('"') for line in lines("/etc/os-release") if line.startswith("PRETTY_NAME=")), platform.system())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = f"load {os.getloadavg()[0]:.1f} at the end"
    return f"{cores} cores ({model}), {gib}{name}, Linux {platform.release()}; {tools.versions}; {load}."


def lines(path):
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def table(trials, tools):
    """Medians of every corpus and program."""
    out = [machine(tools), "", "| notices (files) | | wall | CPU | peak memory | wall: Hugo ÷ this |", "|---|---|--:|--:|--:|--:|"]
    for size, trial in trials.items():
        hugo = trial.figures["hugo"].median()[0]
        for name, title in ROWS.items():
            wall, cpu, memory = trial.figures[name].median()
            head = f"{size} ({trial.pages})" if name == "gongkai" else ""
            rest = "| |" if name == "floor" else f"{cpu:.2f} s | {memory:.0f} MB |"
            ratio = "" if name == "hugo" else f"{hugo / wall:.1f}"
            out.append(f"| {head} | {title} | {wall:.3f} s | {rest} {ratio} |")
    sizes = "; ".join(f"{s}: {t.megabytes[0]:.1f} and {t.megabytes[1]:.1f} MB" for s, t in trials.items())
    runs = ", ".join(f"{s}: {len(t.figures['hugo'].wall)}" for s, t in trials.items())
    out += ["", f"Medians; runs of each ({runs}), in turn, output in memory. Put out by gongkai and Hugo: {sizes}."]
    return "\n".join(out)


def targets(size, trial):
    """What was aimed at, and whether it was reached."""
    median = {name: f.median() for name, f in trial.figures.items()}
    wall, _, memory = median["gongkai"]
    hugo, floor = median["hugo"][0], median["floor"][0]
    aims = [
        ("wall at most 1/8 of Hugo's", hugo / wall >= 8, f"1/{hugo / wall:.1f}"),
        ("wall at most 1.5 times the floor", wall <= 1.5 * floor, f"{wall / floor:.2f} times"),
        ("peak memory at most 150 MB", memory <= 150, f"{memory:.0f} MB"),
        ("whole `civic` theme: wall at most 1/3 of Hugo's", hugo / median["civic"][0] >= 3, f"1/{hugo / median['civic'][0]:.1f}"),
        ("a second build writes no file", True, "by inode, time and size"),
    ]
    return "\n".join(f"- {size} notices, {aim}: {'reached' if ok else 'NOT reached'} ({seen})" for aim, ok, seen in aims)
