"""The list of defects: what each is called, whether a program can decide it and why, and what puts it in."""

from dataclasses import dataclass
from typing import Callable

KINDS = []


@dataclass(frozen=True)
class Kind:
    """A sort of defect."""

    name: str
    group: str
    # Whether the record alone proves it wrong. What it does not prove may be a note; else a warning is asked for.
    decided: bool
    why: str
    # Where a report counts: `line` of the defect, its list `item` (a measure, a heading), its `file`, or anywhere in the `notice`.
    scope: str
    # The command that sees it: `check`, or `build` for what shows on finished pages.
    command: str
    put: Callable


def kind(group, name, why, decided=True, scope="line", command="check"):
    def note(put):
        KINDS.append(Kind(name, group, decided, why, scope, command, put))
        return put
    return note
