"""The line under every figure: who gathered it, when, from how many, and how they were chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planning_kit.language import N_, Words, _
from planning_kit.records import Source
from planning_kit.records.evidence import Method
from planning_kit.thai import format_date, format_number

HOUSEHOLDS = Words("ครัวเรือน", "households")

_CHOSEN: dict[str, str] = {
    Method.CENSUS: N_("every household was asked"),
    Method.RANDOM: N_("random sample"),
    Method.PURPOSIVE: N_("not a random sample: chosen on purpose"),
    Method.REGISTER: N_("an agency's register, not a sample"),
    Method.MEETING: N_("from a meeting, not a random sample"),
    Method.OTHER: N_("not a random sample"),
}


def evidence_line(
    sources: Sequence[Source],
    n: int | None = None,
    population: int | None = None,
    of: Words = HOUSEHOLDS,
) -> str:
    """Say where a figure comes from, in the language in use.

    ``n`` of ``population`` counts ``of`` (households by default); either may be ``None``
    and is then left out. Several sources are named one after another, with the dates they
    span and every way of choosing. Without a source the line says so.
    """
    if not sources:
        parts = [_("Source: not stated")]
    else:
        parts = [_("Source: {sources}", sources="; ".join(_named(source) for source in sources))]
        if gathered := _dates(sources):
            parts.append(_("gathered {dates}", dates=gathered))
    if n is not None:
        parts.append(_counted(n, population, str(of)))
    methods = dict.fromkeys(source.method for source in sources)
    parts += [_(_CHOSEN[method]) for method in methods if method]
    return " · ".join(parts)


def _named(source: Source) -> str:
    return ", ".join(part for part in (source.publisher, source.title) if part)


def _dates(sources: Sequence[Source]) -> str:
    known: list[date] = [
        day for source in sources for day in (source.date_from, source.date_to) if day is not None
    ]
    if not known:
        return ""
    first, last = min(known), max(known)
    if first == last:
        return format_date(last, "short")
    return f"{format_date(first, 'short')} – {format_date(last, 'short')}"


def _counted(n: int, population: int | None, of: str) -> str:
    if population is None:
        return _("n = {n} {of}", n=format_number(n), of=of)
    return _(
        "n = {n} of {population} {of}",
        n=format_number(n),
        population=format_number(population),
        of=of,
    )
