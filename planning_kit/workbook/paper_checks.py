"""What is wrong with a paper of a bundle: reports read them later, and trust what was let in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any

from planning_kit.records import record_types
from planning_kit.store import KeptFinding
from planning_kit.store.json_values import from_json
from planning_kit.workbook.bundle_json import BadJsonError, read_json

_TYPES = frozenset(kind.noun.name for kind in record_types())
_SPEC = re.compile(r"[,.\d]{0,3}[df%]?")


def wrong_paper(name: str, row: Mapping[str, Any]) -> str | None:
    """Return the column of a row of papers that no kit wrote, ``None`` where all is right."""
    if "counts" in row and not _are_counts(row["counts"]):
        return "counts"
    if row.get("record_type") not in (*_TYPES, "", None):
        return "record_type"
    for column in ("values", "origin"):
        if column in row and not isinstance(row[column] or {}, dict):
            return column
    if name == "finding" and not _can_be_said(row):
        return "message_id"
    if name.startswith("frozen_") and not _is_plan(row["content"]):
        return "content"
    return None


def _are_counts(counts: Any) -> bool:
    return isinstance(counts, dict) and all(
        name in _TYPES and isinstance(told, dict) and all(map(_is_count, told.values()))
        for name, told in counts.items()
    )


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _can_be_said(row: Mapping[str, Any]) -> bool:
    """Tell whether the sentence has only places that its values fill, each by its plain name."""
    try:
        places = list(Formatter().parse(row["message_id"]))
        if not all(_is_plain_place(place, row["values"]) for place in places):
            return False
        values = from_json(row["values"])
        finding = KeptFinding(row["level"], row["code"], row["message_id"], values)
        return all(finding.say(language) for language in ("th", "en"))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        return False


def _is_plain_place(
    place: tuple[str, str | None, str | None, str | None], values: Iterable[str]
) -> bool:
    _text, name, spec, conversion = place
    if name is None:
        return True
    return name in values and name.isidentifier() and not conversion and bool(
        _SPEC.fullmatch(spec or "")
    )  # fmt: skip


def _is_plan(text: str) -> bool:
    try:
        content = read_json(text.encode("utf-8"))
    except BadJsonError:
        return False
    records = content.get("records") if isinstance(content, dict) else None
    return isinstance(records, dict) and all(
        name in _TYPES and isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
        for name, rows in records.items()
    )
