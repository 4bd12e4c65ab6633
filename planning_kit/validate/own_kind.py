"""Rows that name others of their own sheet: what they name must stand, and never in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from planning_kit.language import N_
from planning_kit.records import Link, Record
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.facts import Held
from planning_kit.validate.finding import Level, in_row
from planning_kit.validate.links import Register
from planning_kit.validate.named_codes import codes_named, counts, unknown_code

_CIRCLE = N_(
    "These name one another in a circle: {codes}. Decide which comes first, and clear “{label}” there"
)


def follow_own_kind(rows: Sequence[CheckedRow], register: Register, held: Held | None) -> None:
    """Refuse rows that name a row of their own sheet that is not there, or name in a circle.

    ``rows`` are of one record type and entered in ``register``. A row refused here takes
    those with it that name it.
    """
    kept = [row for row in rows if row.record is not None and row.is_kept]
    if not kept or kept[0].record is None:
        return
    name = kept[0].raw.record
    for link in kept[0].record.noun.links:
        if link.to == name:
            _refuse_circles(kept, link, (held or {}).get(name, ()), register)
            _refuse_unknown(kept, link, register)


def _refuse_circles(
    rows: Iterable[CheckedRow], link: Link, held: Iterable[Record], register: Register
) -> None:
    named = {_code(record, link): _named(record, link) for record in held}
    of_file = {_code(row.record, link): row for row in rows if row.record is not None}
    named |= {code: _named(row.record, link) for code, row in of_file.items() if row.record}
    for code, row in of_file.items():
        circle = circle_from(code, named)
        if circle and row.record is not None:
            spec = row.record.field(link.field)
            said = " → ".join([*circle, circle[0]])
            row.findings.append(
                in_row(
                    row.raw,
                    Level.REFUSE,
                    "validate.circle",
                    _CIRCLE,
                    spec,
                    codes=said,
                    label=spec.label,
                )
            )
            register.refuse(link.to, code)


def circle_from(start: str, named: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the shortest way from ``start`` back to itself, empty where there is none.

    A code that names itself is no circle here: a check of the record says so already.
    """
    ways: list[list[str]] = [[start]]
    seen: set[str] = set()
    for way in ways:
        for code in named.get(way[-1], ()):
            if code == start and len(way) > 1:
                return way
            if code not in seen and code != start:
                seen.add(code)
                ways.append([*way, code])
    return []


def _refuse_unknown(rows: Sequence[CheckedRow], link: Link, register: Register) -> None:
    to_look_at = list(rows)
    while to_look_at:
        refused = [row for row in to_look_at if _is_refused(row, link, register)]
        to_look_at = [row for row in to_look_at if row.is_kept] if refused else []


def _is_refused(row: CheckedRow, link: Link, register: Register) -> bool:
    if row.record is None or not row.is_kept:
        return False
    unknown = [code for code in _named(row.record, link) if not register.holds(link.to, code)]
    for code in unknown:
        refused = register.was_refused(link.to, code)
        row.findings.append(unknown_code(row, link, code, was_refused=refused))
    if unknown:
        register.refuse(link.to, _code(row.record, link))
    return bool(unknown)


def _named(record: Record, link: Link) -> tuple[str, ...]:
    return codes_named(link, record) if counts(link, record) else ()


def _code(record: Record | None, link: Link) -> str:
    return str(getattr(record, link.to_field, ""))
