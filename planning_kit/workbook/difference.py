"""What differs between two versions of a plan, record by record, in people's words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.language import Words
from planning_kit.records import Record, record_type

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@dataclass(frozen=True)
class Difference:
    """One record or one of its fields that differs.

    ``kind`` is added, removed or changed; ``title`` names the record type, ``code`` the
    record; ``label``, ``before`` and ``after`` are of the field, for a changed one.
    """

    kind: str
    record: str
    title: Words
    code: str
    name: str = ""
    label: Words | None = None
    before: Any = None
    after: Any = None


def differences_between(before: str, after: str) -> list[Difference]:
    """Return the differences between two texts of ``plan_content``, in order of the records."""
    first, second = _records(before), _records(after)
    found: list[Difference] = []
    for record in dict.fromkeys([*first, *second]):
        found += _of_type(record_type(record), first.get(record, {}), second.get(record, {}))
    return found


_Rows = dict[tuple[str, ...], dict[str, Any]]


def _records(text: str) -> dict[str, _Rows]:
    held: Mapping[str, list[dict[str, Any]]] = json.loads(text)["records"]
    return {record: _by_key(record_type(record), rows) for record, rows in held.items()}


def _by_key(kind: type[Record], rows: list[dict[str, Any]]) -> _Rows:
    return {tuple(str(row.get(name, "")) for name in kind.noun.key): row for row in rows}


def _of_type(kind: type[Record], before: _Rows, after: _Rows) -> list[Difference]:
    noun, found = kind.noun, []
    for key in sorted({*before, *after}):
        code = " · ".join(part for part in key if part)
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            what, called = (ADDED, _called(new or {})) if old is None else (REMOVED, _called(old))
            found.append(Difference(what, noun.name, noun.title, code, called))
            continue
        for spec in kind.fields():
            was, now = old.get(spec.name), new.get(spec.name)
            if was != now:
                told = (CHANGED, noun.name, noun.title, code, _called(new))
                found.append(Difference(*told, spec.label, was, now))
    return found


def _called(row: Mapping[str, Any]) -> str:
    for field in ("name", "statement", "title", "subject", "label_th", "event"):
        if row.get(field):
            return str(row[field])
    return ""
