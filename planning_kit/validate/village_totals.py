"""The list of villages beside a published figure of the same tambon or village."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from planning_kit import areas, thai
from planning_kit.language import N_
from planning_kit.records.reference import Measure
from planning_kit.thai.years import BE_OFFSET
from planning_kit.validate.derived import RAI
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, at_place, in_row

_FIELDS: dict[str, tuple[tuple[str, ...], Decimal]] = {
    Measure.POPULATION: (("males", "females"), Decimal(1)),
    Measure.HOUSEHOLDS: (("households",), Decimal(1)),
    Measure.FARM_HOUSEHOLDS: (("farm_households",), Decimal(1)),
    Measure.FARM_AREA_RAI: (("farm_area",), Decimal(RAI)),
}
"""Measure → the fields of a village that add up to it, and what to divide them by."""
_VILLAGE_DIGITS = 8
_TOLERANCE = Decimal("0.1")
_YEARS = 2
"""Registers of neighbouring years differ a little without being wrong."""

_SENTENCE = N_(
    "“{label}” of {place}: {value} ({source}), but the list of villages adds up to "
    "{other_value} ({other_source}); both are kept, find out which to use"
)


def village_totals(facts: Facts) -> Marks:
    """Yield a flag where the villages add up to a tenth more or less than another source says.

    Only where every village states the figure, their numbers run without a gap from 1 (one
    that is missing would explain the difference), and the years are at most two apart. The
    finding is at the published figure, or about the file where that was kept before.
    """
    tambons: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts.of("village"):
        tambons[fact.record.village_code[:6]].append(fact)
    for figure in facts.of("reference_figure"):
        code = figure.record.area_code
        villages = tambons.get(code[:6], [])
        if len(code) == _VILLAGE_DIGITS:
            villages = [one for one in villages if one.record.village_code == code]
        elif not _without_gap(villages):
            continue
        if any(fact.row is not None for fact in (figure, *villages)):
            yield from _beside(facts, figure, villages)


def _without_gap(villages: Sequence[Fact]) -> bool:
    numbers = sorted(int(one.record.village_code[6:]) for one in villages)
    return numbers == list(range(1, len(numbers) + 1))


def _beside(facts: Facts, figure: Fact, villages: Sequence[Fact]) -> Marks:
    record = figure.record
    total = _total(villages, record.measure)
    sources = {one.record.source_code for one in villages}
    if total is None or record.source_code in sources or not _near(facts, record.year_be, sources):
        return
    if abs(total - record.value) <= _TOLERANCE * max(abs(total), abs(record.value)):
        return
    values = {
        "label": Measure.of(str(record.measure)).words,
        "place": areas.get(record.area_code[:6]).full_words,
        "value": thai.format_number(record.value),
        "source": facts.source_title(record.source_code),
        "other_value": thai.format_number(total),
        "other_source": ", ".join(sorted(facts.source_title(code) for code in sources)),
    }
    code = "validate.villages-beside-figure"
    if figure.row is None:
        yield None, at_place(Level.FLAG, code, _SENTENCE, None, **values)
    else:
        spec = record.field("value")
        yield figure.row, in_row(figure.row.raw, Level.FLAG, code, _SENTENCE, spec, **values)


def _total(villages: Sequence[Fact], measure: str) -> Decimal | None:
    names, unit = _FIELDS.get(measure, ((), Decimal(1)))
    stated = [getattr(one.record, name) for one in villages for name in names]
    if not stated or any(value is None for value in stated):
        return None
    return sum((Decimal(value) for value in stated), Decimal(0)) / unit


def _near(facts: Facts, year_be: int, codes: Iterable[str | None]) -> bool:
    gathered: list[Any] = [
        fact.record.date_to for fact in facts.of("source") if fact.record.source_code in codes
    ]
    return all(abs(day.year + BE_OFFSET - year_be) <= _YEARS for day in gathered if day is not None)
