"""A draft written as TOML: every guess with its reason beside it, every gap said plainly."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from planning_kit import thai
from planning_kit.language import N_, _

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_SOURCE = (
    ("source_code", N_("your own short code")),
    ("title", N_("what the set of data is called")),
    ("publisher", N_("fill in: the organisation it comes from, not a person")),
    ("method", N_("fill in one of: {answers}")),
    ("date_to", N_("fill in: the last day of gathering, such as 31/12/2568")),
)


@dataclass
class DraftLine:
    """One field of a draft: what it is read from, and the remarks beside it."""

    name: str
    rule: dict[str, Any]
    remarks: list[str] = field(default_factory=list)


@dataclass
class DraftTable:
    """One ``[[table]]`` of a draft; ``open_points`` stand as comments below its fields.

    ``repeat`` are the lines of ``[table.repeat]``, ``where`` those of a ``[[table.where]]``.
    ``source`` is the table of the file it is read from, where that is not the first;
    ``lookup`` the tables it looks up by key.
    """

    record: str
    natural_id: str | None = None
    lines: list[DraftLine] = field(default_factory=list)
    place_field: str | None = None
    place: dict[str, Any] = field(default_factory=dict)
    open_points: list[str] = field(default_factory=list)
    repeat: dict[str, Any] = field(default_factory=dict)
    where: dict[str, Any] = field(default_factory=dict)
    source: str | None = None
    lookup: dict[str, dict[str, str]] = field(default_factory=dict)


def written(
    head: Iterable[str],
    source: Mapping[str, str],
    answers: str,
    where: Mapping[str, Any],
    tables: Iterable[DraftTable],
    tail: Iterable[str],
) -> str:
    """Return the whole draft as TOML that ``load_mapping`` accepts.

    ``head`` and ``tail`` become comments, ``where`` the ``[file]`` part.
    """
    lines = [*comments(head), "", "[source]"]
    for name, hint in _SOURCE:
        lines.append(
            f"{name} = {value(source.get(name, ''))}  # {_comment(_(hint, answers=answers))}"
        )
    if where:
        lines += ["", "[file]", *(f"{name} = {value(one)}" for name, one in where.items())]
    for table in tables:
        lines += ["", *_table(table)]
    lines += ["", *comments(tail)]
    # A lone surrogate from a broken file cannot be written down.
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace").decode("utf-8")


def comments(lines: Iterable[str]) -> list[str]:
    """Return lines as TOML comments; nothing in them can end the comment."""
    return [f"# {_comment(line)}".rstrip() for line in lines]


def value(one: Any) -> str:
    """Return a value as TOML writes it; a mapping becomes an inline table."""
    if isinstance(one, bool):
        return "true" if one else "false"
    if isinstance(one, Mapping):
        inside = ", ".join(f"{_key(str(name))} = {value(part)}" for name, part in one.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(one, (list, tuple)):
        return f"[{', '.join(value(part) for part in one)}]"
    if isinstance(one, (int, float)):
        return str(one)
    # JSON’s escapes are TOML’s as well, except for DEL, which TOML does not allow.
    return json.dumps(str(one), ensure_ascii=False).replace("\x7f", "\\u007f")


def _table(table: DraftTable) -> list[str]:
    lines = ["[[table]]", f"record = {value(table.record)}"]
    if table.source is not None:
        lines.append(f"from = {value(table.source)}")
    if table.natural_id is not None:
        lines.append(f"natural_id = {value(table.natural_id)}")
    if table.repeat:
        lines += ["", "[table.repeat]"]
        lines += [f"{key} = {value(one)}" for key, one in table.repeat.items()]
    for name, keys in table.lookup.items():
        lines += ["", f"[table.lookup.{_key(name)}]"]
        lines += [f"{key} = {value(one)}" for key, one in keys.items()]
    if table.lines:
        lines += ["", "[table.fields]", *map(_field, table.lines)]
    lines += comments(table.open_points)
    if table.where:
        lines += ["", "[[table.where]]"]
        lines += [f"{key} = {value(one)}" for key, one in table.where.items()]
    if table.place_field is not None:
        lines += ["", "[table.place]", f"field = {value(table.place_field)}"]
        lines += [f"{part} = {value(heading)}" for part, heading in table.place.items()]
    return lines


def _field(line: DraftLine) -> str:
    rule: Any = line.rule
    if set(line.rule) == {"column"}:
        rule = line.rule["column"]
    remark = "; ".join(line.remarks)
    return f"{line.name} = {value(rule)}" + (f"  # {_comment(remark)}" if remark else "")


def _key(name: str) -> str:
    return name if name and set(name) <= _BARE else value(name)


def _comment(text: str) -> str:
    return thai.clean(text)
