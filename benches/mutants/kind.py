"""The list of defects: what each is called, whether a program can decide it and why, and what puts it in."""

from dataclasses import dataclass, replace
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
    # Where a report counts: `line` of the defect, its list `item` (a measure, a heading), its `file`, or anywhere in the `notice`;
    # or in the whole `site`, which then has this notice alone and pages of its own.
    scope: str
    # The command that sees it: `check`, `build` for what shows on finished pages, or `both` where either may.
    command: str
    put: Callable
    # Whose way of putting it in: the second hand wrote for the same kinds without sight of the first one's places.
    hand: int = 1


def kind(group, name, why, decided=True, scope="line", command="check"):
    def note(put):
        KINDS.append(Kind(name, group, decided, why, scope, command, put))
        return put
    return note


def again(name, **other):
    """A second way to put in the defect of a kind, which may count elsewhere."""
    def note(put):
        KINDS.append(replace(next(k for k in KINDS if k.name == name), put=put, hand=2, **other))
        return put
    return note


def added(group, name, why, **rest):
    """A kind that the second hand has added."""
    def note(put):
        kind(group, name, why, **rest)(put)
        KINDS[-1] = replace(KINDS[-1], hand=2)
        return put
    return note
