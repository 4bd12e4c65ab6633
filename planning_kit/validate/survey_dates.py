"""Dates that cannot be, given when the source was gathered."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planning_kit import thai
from planning_kit.language import N_, Words
from planning_kit.records import Kind, record_type
from planning_kit.thai.years import BE_OFFSET
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.facts import LOOKED_BACK_AT, PLAN_LOOKED_BACK_AT, Facts, Marks
from planning_kit.validate.finding import Level, in_row

_ASKED_THEN = "consent_date"
"""Consent is given while the survey is under way; other dates may lie long before it."""
_OTHERS = ("source", *PLAN_LOOKED_BACK_AT)
_RECORDS = (*(name for name in LOOKED_BACK_AT if name not in _OTHERS), "hazard")


def dates_outside_surveys(facts: Facts) -> Marks:
    """Yield a flag for each date or year later than its source, and consent before it.

    A source without a first day has no beginning, only an end. A harvest, a hazard or a
    founding may lie any time before; none can lie after the last day of gathering, and
    no year after that day's year.
    """
    sources = {fact.record.source_code: fact.record for fact in facts.of("source")}
    for name in _RECORDS:
        specs = [s for s in record_type(name).fields() if s.kind in (Kind.DATE, Kind.YEAR_BE)]
        if not specs:
            continue
        for record, row in facts.new(name):
            source = sources.get(record.source_code)
            if source is not None and source.date_to is not None:
                yield from _outside(record, row, source, [spec.name for spec in specs])


def _outside(record: Any, row: CheckedRow, source: Any, names: list[str]) -> Marks:
    for name in names:
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, dt.date):
            began = source.date_from if name == _ASKED_THEN else None
            if value <= source.date_to and (began is None or value >= began):
                continue
            sentence, told = _DATE, _day(value)
        else:
            if value <= source.date_to.year + BE_OFFSET:
                continue
            sentence, told = _YEAR, Words(f"พ.ศ. {value}", f"B.E. {value}")
        yield (
            row,
            in_row(
                row.raw,
                Level.FLAG,
                "validate.date-outside-survey",
                sentence,
                record.field(name),
                label=record.field(name).label,
                told=told,
                source=source.source_code,
                period=_period(source),
            ),
        )


_DATE = N_(
    "“{label}” is {told}, but source {source} was gathered {period}; check the date, or the dates "
    "of the source"
)
_YEAR = N_(
    "“{label}” is {told}, later than source {source}, gathered {period}; check the year, or the "
    "dates of the source"
)


def _day(day: dt.date) -> Words:
    return Words(*(thai.format_date(day, "short", language=language) for language in ("th", "en")))


def _period(source: Any) -> Words:
    last = _day(source.date_to)
    if source.date_from is None:
        return Words(f"ถึง {last.th}", f"until {last.en}")
    first = _day(source.date_from)
    return Words(f"{first.th} ถึง {last.th}", f"{first.en} to {last.en}")
