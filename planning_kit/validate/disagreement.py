"""Two sources that say different things of one fact: both are kept, and both are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.language import N_, Words
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.reference import Measure
from planning_kit.validate.derived import name_key
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, in_row

CODE = "validate.sources-disagree"
_SAME_FACT = {
    "reference_figure": ("area_code", "measure", "detail", "year_be"),
    "crop_budget": ("area_code", "product", "year_be"),
}
_FIGURES = {
    "reference_figure": ("value",),
    "crop_budget": ("yield_kg", "revenue", "cost_total"),
}
_OF_A_VILLAGE = ("households", "farm_households", "males", "females", "area", "farm_area")

_PUBLISHED = N_(
    "“{label}”: here it is {value} ({source}), but {other_source} says {other_value} of the same "
    "area and year; both are kept and shown, find out which to use"
)
_REPLACED = N_(
    "“{label}”: here it is {value} ({source}), but until now {other_source} said {other_value}; "
    "the new figure is used and the old one stays in the history, find out which is right"
)


def disagreements(facts: Facts) -> Marks:
    """Yield a flag for each figure of the file of which another source says otherwise.

    Published figures and crop budgets of the same area and year are set side by side, in
    the file and with what was kept before; of several others the farthest is named. A
    village of which another source said something else is told with both figures too.
    Figures equal as far as the rougher of them is stated (18.3 and 18.27) agree.
    """
    for name in _SAME_FACT:
        yield from _published(facts, name)
    for village, row in facts.new("village"):
        before = facts.before("village", village)
        if before is not None and before.source_code != village.source_code:
            for field in _OF_A_VILLAGE:
                one, other = getattr(village, field), getattr(before, field)
                if one is not None and other is not None and not agree(one, other):
                    pair = (Fact(village, row), Fact(before))
                    yield row, _finding(facts, pair, field, _REPLACED)


def _published(facts: Facts, name: str) -> Marks:
    same: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts.of(name):
        same[tuple(_part(fact.record, part) for part in _SAME_FACT[name])].append(fact)
    for group in same.values():
        for fact in group if len(group) > 1 else ():
            for field in _FIGURES[name]:
                other = _farthest(fact, group, field)
                if fact.row is not None and other is not None:
                    yield fact.row, _finding(facts, (fact, other), field, _PUBLISHED)


def _part(record: Any, name: str) -> object:
    value = getattr(record, name)
    return name_key(value) if name in ("detail", "product") else value


def _farthest(fact: Fact, group: Sequence[Fact], field: str) -> Fact | None:
    own = getattr(fact.record, field)
    if own is None:
        return None
    others = [other for other in group if _differs(fact, other, field)]
    return min(
        others,
        key=lambda other: (
            -abs(getattr(other.record, field) - own),
            str(other.record.source_code),
        ),
        default=None,
    )


def _differs(fact: Fact, other: Fact, field: str) -> bool:
    one, value = getattr(fact.record, field), getattr(other.record, field)
    if value is None or other.record.source_code == fact.record.source_code:
        return False
    return not agree(one, value)


def agree(one: Decimal | int, other: Decimal | int) -> bool:
    """Tell whether two figures are equal as far as the rougher of them is stated."""
    places = min(_decimals(one), _decimals(other))
    return abs(Decimal(one) - Decimal(other)) <= Decimal(1).scaleb(-places) / 2


def _decimals(value: Decimal | int) -> int:
    exponent = Decimal(value).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _finding(facts: Facts, pair: tuple[Fact, Fact], field: str, sentence: str) -> Any:
    fact, other = pair
    assert fact.row is not None
    spec = fact.record.field(field)
    return in_row(
        fact.row.raw,
        Level.FLAG,
        CODE,
        sentence,
        spec,
        label=_label(fact.record, spec),
        value=_written(spec, getattr(fact.record, field)),
        source=facts.source_title(fact.record.source_code),
        other_value=_written(spec, getattr(other.record, field)),
        other_source=facts.source_title(other.record.source_code),
    )


def _label(record: Any, spec: FieldSpec) -> Words:
    """Return what the figure is: a measure says more than its column, “value”."""
    measure = getattr(record, "measure", None)
    if measure is None:
        return spec.label
    words = Measure.of(str(measure)).words
    detail = record.detail
    return Words(f"{words.th}: {detail}", f"{words.en}: {detail}") if detail else words


def _written(spec: FieldSpec, value: Decimal) -> object:
    if spec.kind is not Kind.LAND:
        return thai.format_number(value)
    area = thai.LandArea.from_square_wah(value)
    return Words(thai.format_land(area, language="th"), thai.format_land(area, language="en"))
