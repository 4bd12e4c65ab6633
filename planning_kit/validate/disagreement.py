"""Two sources that say different things of one fact: both are kept, and both are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.language import N_, Words
from planning_kit.records import Choices, FieldSpec, Kind, Privacy
from planning_kit.records.reference import Measure
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.derived import name_key
from planning_kit.validate.differing_fields import agree, differing_fields
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
OF_A_HOUSEHOLD = ("household", "household_account")
"""The record types that say something of one household and of which several sources may tell."""
_OF_A_VILLAGE = ("households", "farm_households", "males", "females", "area", "farm_area")

_PUBLISHED = N_(
    "“{label}”: here it is {value} ({source}), but {other_source} says {other_value} of the same "
    "area and year; both are kept and shown, find out which to use"
)
_REPLACED = N_(
    "“{label}”: here it is {value} ({source}), but until now {other_source} said {other_value}; "
    "the new figure is used and the old one stays in the history, find out which is right"
)
_REPLACED_UNSAID = N_(
    "“{label}”: {source} says otherwise than {other_source} did until now; the new answer is used "
    "and the old one stays in the history, find out which is right"
)


def disagreements(facts: Facts) -> Marks:
    """Yield a flag for each figure of the file of which another source says otherwise.

    Published figures and crop budgets of the same area and year are set side by side, in
    the file and with what was kept before; of several others the farthest is named. A
    village or household of which another source said something else is told too, with both
    values unless they are only ever to be counted. A source that says something new of its
    own, and a row that was sent back and mended, is a correction and no disagreement.
    Figures equal as far as the rougher of them is stated (18.3 and 18.27) agree.
    """
    for name in _SAME_FACT:
        yield from _published(facts, name)
    for village, row in facts.new("village"):
        before = _of_another_source(facts, "village", village, row)
        if before is not None:
            for field in _OF_A_VILLAGE:
                one, other = getattr(village, field), getattr(before, field)
                if one is not None and other is not None and not agree(one, other):
                    pair = (Fact(village, row), Fact(before))
                    yield row, _finding(facts, pair, field, _REPLACED)
    for name in OF_A_HOUSEHOLD:
        yield from _households(facts, name)


def _households(facts: Facts, name: str) -> Marks:
    for home, row in facts.new(name):
        before = _of_another_source(facts, name, home, row)
        if before is None:
            continue
        for spec in differing_fields(home, before):
            is_open = spec.privacy in (Privacy.PUBLIC, Privacy.GROUPED)
            sentence = _REPLACED if is_open else _REPLACED_UNSAID
            yield row, _finding(facts, (Fact(home, row), Fact(before)), spec.name, sentence)


def _of_another_source(facts: Facts, name: str, record: Any, row: CheckedRow) -> Any:
    """Return what another source said of the same thing before; ``None`` for a correction."""
    before = facts.before(name, record)
    if before is None or before.source_code == record.source_code or facts.is_mended(row):
        return None
    return before


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


def _finding(facts: Facts, pair: tuple[Fact, Fact], field: str, sentence: str) -> Any:
    fact, other = pair
    assert fact.row is not None
    spec = fact.record.field(field)
    values: dict[str, object] = {
        "label": _label(fact.record, spec),
        "source": facts.source_title(fact.record.source_code),
        "other_source": facts.source_title(other.record.source_code),
    }
    if sentence != _REPLACED_UNSAID:
        values["value"] = _written(spec, getattr(fact.record, field))
        values["other_value"] = _written(spec, getattr(other.record, field))
    return in_row(fact.row.raw, Level.FLAG, CODE, sentence, spec, **values)


def _label(record: Any, spec: FieldSpec) -> Words:
    """Return what the figure is: a measure says more than its column, “value”."""
    measure = getattr(record, "measure", None)
    if measure is None:
        return spec.label
    words = Measure.of(str(measure)).words
    detail = record.detail
    return Words(f"{words.th}: {detail}", f"{words.en}: {detail}") if detail else words


def _written(spec: FieldSpec, value: Any) -> object:
    if spec.kind is Kind.LAND:
        area = thai.LandArea.from_square_wah(value)
        return Words(thai.format_land(area, language="th"), thai.format_land(area, language="en"))
    if spec.choices is not None:
        return _answers(spec.choices, value if isinstance(value, tuple) else (value,))
    if isinstance(value, bool):
        return Words("ใช่", "yes") if value else Words("ไม่ใช่", "no")
    return thai.format_number(value) if isinstance(value, (int, Decimal)) else str(value)


def _answers(choices: type[Choices], codes: tuple[object, ...]) -> Words:
    words = [choices.of(str(getattr(code, "value", code))).words for code in codes]
    return Words(", ".join(one.th for one in words), ", ".join(one.en for one in words))
