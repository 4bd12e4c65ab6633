"""What is wrong with a handover that came by file: it is read with caution, as any stranger's file.

Every chapter of a province reads what its tambons handed over, so one file that no kit wrote
would take the whole report along. Nothing that is not to be handed over is let in.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from planning_kit.records import record_type
from planning_kit.workbook.bundle_opening import OpenedBundle
from planning_kit.workbook.handing_over import FIGURE_COLUMNS, FORMAT, handed_fields

_YEARS = range(2400, 2701)
_MOST_VERSIONS = 10_000
_LONGEST = 2_000
_WAYS = ("sum", "mean", "share", "quantile")


def wrong_with(content: Any, bundle: OpenedBundle) -> Iterator[str]:
    """Yield the names of what no kit wrote in a handover."""
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        yield "format"
        return
    yield from _wrong_numbers(content)
    title = content.get("title")
    if not (isinstance(title, dict) and all(_is_text(title.get(one)) for one in ("th", "en"))):
        yield "title"
    if content.get("plan_area") not in bundle.manifest.area_ids:
        yield "plan_area"
    if not _are_codes(content.get("tambons")):
        yield "tambons"
    if not isinstance(content.get("is_practice"), bool):
        yield "is_practice"
    if not _is_count(content.get("unsettled", 0)):
        yield "unsettled"
    if not _is_endorsement(content.get("endorsed"), content.get("version")):
        yield "endorsed"
    for part in ("plan", "since"):
        yield from _not_handed(content.get(part), part)
    yield from _wrong_area(content)
    figures = content.get("figures")
    if not isinstance(figures, list) or not all(_is_figure(one) for one in figures):
        yield "figures"


def _wrong_numbers(content: Mapping[str, Any]) -> Iterator[str]:
    for name, allowed in (
        ("plan_start_be", _YEARS),
        ("plan_end_be", _YEARS),
        ("version", range(_MOST_VERSIONS)),
    ):
        if not _is_whole(content.get(name)) or content[name] not in allowed:
            yield name


def _is_endorsement(said: Any, version: Any) -> bool:
    if said is None:
        return version == 0
    return (
        isinstance(said, dict)
        and version != 0
        and _is_day(said.get("date"))
        and _is_text(said.get("fingerprint"))
    )


def _not_handed(rows: Any, part: str) -> Iterator[str]:
    if not isinstance(rows, dict):
        yield part
        return
    for name, some in rows.items():
        known = {spec.name for spec in handed_fields(name)}
        if (
            not known
            or not isinstance(some, list)
            or not all(_is_row(name, r, known) for r in some)
        ):
            yield f"{part}.{name}"


def _is_row(name: str, row: Any, known: set[str]) -> bool:
    if not isinstance(row, dict) or not row.keys() <= known:
        return False
    try:
        record_type(name).model_validate(row)
    except ValidationError:
        return False
    return True


def _wrong_area(content: Mapping[str, Any]) -> Iterator[str]:
    plan = content.get("plan")
    rows = plan.get("plan_area") if isinstance(plan, dict) else None
    named = [row.get("plan_area_id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []  # fmt: skip
    if named != [content.get("plan_area")]:
        yield "plan.plan_area"


def _is_figure(row: Any) -> bool:
    """Tell whether a row has the columns of the contract, each of its kind, and no more."""
    if not isinstance(row, dict) or row.keys() != set(FIGURE_COLUMNS):
        return False
    return all(is_right(row[name]) for name, is_right in _FIGURE.items()) and (
        not row["hidden"] or all(row[name] is None for name in ("value", "numerator", "bins"))
    )


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    if value is None:
        return True
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(float(value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _may_be(is_right: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or is_right(value)


def _is_count(value: Any) -> bool:
    return _is_whole(value) and 0 <= value < 10**12


def _is_day(value: Any) -> bool:
    if value is None:
        return True
    try:
        dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


def _are_codes(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, str) and one.isascii() and one.isdigit() and len(one) == 6 for one in value
    )


def _are_bins(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, list) and len(one) == 3 and all(map(_is_number, one)) and _is_count(one[2])
        for one in value
    )


_FIGURE: dict[str, Callable[[Any], bool]] = {
    "plan_area": _is_text,
    "place": _is_text,
    "tambons": _are_codes,
    "figure": _is_text,
    "unit": _is_text,
    "period_be": _may_be(lambda value: _is_whole(value) and value in _YEARS),
    "definition": _is_text,
    "way": lambda value: value in _WAYS,
    "value": _is_number,
    "numerator": _is_number,
    "denominator": _is_number,
    "bins": _may_be(_are_bins),
    "n": _may_be(_is_count),
    "as_of": _is_day,
    "is_endorsed": lambda value: isinstance(value, bool),
    "source": _may_be(_is_text),
    "hidden": lambda value: isinstance(value, bool),
}
