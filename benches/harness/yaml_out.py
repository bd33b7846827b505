"""Writes plain values as YAML in the form that people write: blocks for records, one line for small ones, `|` for text."""

import json
import re

PLAIN = re.compile(r"^[\w\u3400-\u9fff（(《〔][^:#{}\[\],&*!|>'\"%@`]*$")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
LOOKS = re.compile(r"^[\d.+-]|^(true|false|null|yes|no|on|off|~)$", re.I)


def scalar(value):
    """A scalar; quoted where a reader of YAML might take it for something else."""
    if isinstance(value, (bool, int, float)):
        return json.dumps(value)
    if DAY.fullmatch(value):
        return value
    plain = PLAIN.match(value) and not LOOKS.match(value) and value == value.strip()
    return value if plain else json.dumps(value, ensure_ascii=False)


def flow(value):
    """A small record or list on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def block(record, indent=0):
    """A record in lines; keys without a value are left out."""
    pad, out = "  " * indent, []
    for key, value in record.items():
        if value is None or value == [] or value == {}:
            continue
        if isinstance(value, list) and isinstance(value[0], dict):
            out.append(f"{pad}{key}:\n" + "".join(item(v, indent + 1) for v in value))
        elif isinstance(value, str) and "\n" in value:
            chomp = "|" if value.endswith("\n") else "|-"
            lines = "".join(f"{pad}  {line}\n" if line else "\n" for line in value.rstrip("\n").split("\n"))
            out.append(f"{pad}{key}: {chomp}\n{lines}")
        else:
            out.append(f"{pad}{key}: {flow(value)}\n")
    return "".join(out)


def item(record, indent):
    """A record of a list: on one line where it is flat and small, else in lines."""
    pad = "  " * indent
    deep = lambda v: "\n" in v if isinstance(v, str) else isinstance(v, list) and v and isinstance(v[0], dict)
    if not any(map(deep, record.values())):
        return f"{pad}- {flow({k: v for k, v in record.items() if v not in (None, [], {})})}\n"
    lines = block(record, indent + 1)
    return f"{pad}- {lines[len(pad) + 2:]}"
