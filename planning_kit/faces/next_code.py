"""Codes that people need not think up: the next of its sort."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from planning_kit.records import Kind, Record, Village
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import Saving

_TRIES = 20


def next_code(taken: Iterable[str], prefix: str, width: int) -> str:
    """Return the code after the highest of its sort: ``P16`` after ``P15``."""
    found = (re.fullmatch(rf"{re.escape(prefix)}0*(\d+)", code) for code in taken)
    highest = max((int(one[1]) for one in found if one), default=0)
    return f"{prefix}{highest + 1:0{width}}"


def taken_codes(
    workbook: Workbook, kind: type[Record], code: str, beside: Mapping[str, Any]
) -> set[str]:
    """Return the codes that were ever used in field ``code``, those taken out too.

    ``beside`` are the other parts of the natural key, where it has several.
    """
    name = kind.noun.name
    records = [one.record for one in workbook.stored(name)]
    records += [one.record for one in workbook.withdrawn(name) if one.record]
    others = [part for part in kind.noun.key if part != code]
    return {
        str(getattr(record, code))
        for record in records
        if all(getattr(record, part) == beside[part] for part in others)
    }


def code_to_offer(workbook: Workbook, kind: type[Record], beside: Iterable[str] = ()) -> str:
    """Return the next code of a record type whose key is one code; blank where there is no sort.

    The sort is that of the field's example: after ``PJ17`` comes ``PJ18``. Villages count on
    within their tambon. ``beside`` are codes in use that the store does not have.
    """
    if len(kind.noun.key) != 1 or kind.field(kind.noun.key[0]).kind is not Kind.CODE:
        return ""
    name = kind.noun.key[0]
    prefix, width = _sort(workbook, kind, str(kind.field(name).example or ""))
    if not prefix:
        return ""
    return next_code({*taken_codes(workbook, kind, name, {}), *beside}, prefix, width)


def saved_coded(
    code: str, after: Callable[[Collection[str]], str], save: Callable[[str], Saving]
) -> Saving:
    """Save under ``code``, or the next that is free where others have taken it since.

    ``after`` returns the next code, given those that were tried in vain.
    """
    tried: set[str] = set()
    while (saving := save(code)).is_key_taken and len(tried) < _TRIES:
        tried.add(code)
        code = after(tried)
    return saving


def _sort(workbook: Workbook, kind: type[Record], example: str) -> tuple[str, int]:
    if kind.noun.name == Village.noun.name:
        tambons = workbook.plan_area.tambon_codes or ()
        return (str(tambons[0]), 2) if len(tambons) == 1 else ("", 0)
    found = re.fullmatch(r"([A-Z]+)(\d+)", example)
    return (found[1], len(found[2])) if found else ("", 0)
