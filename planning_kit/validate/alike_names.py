"""Groups, resources and works whose names are spelled nearly alike: perhaps one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from planning_kit import thai
from planning_kit.areas.spelling import name_key, sound_key
from planning_kit.language import N_
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, in_row

_RECORDS = ("group", "natural_resource", "capital")
_FORMS = re.compile(r"วิสาหกิจชุมชน|กลุ่ม|ชมรม|\(.*?\)|[\s.,\-–/“”\"'’]+")
"""What people write or leave out before the name itself."""
_NUMBERS = re.compile(r"\d+")
_ONE_SLIP, _TWO_SLIPS = 6, 14
"""Letters a name must have for one, and for two, of them to be a slip of the pen."""
_MOST_NAMES = 5_000

_ALIKE = N_(
    "“{name}” is spelled nearly like “{other}”; if they are one and the same, keep one row. The "
    "kit does not merge them"
)


def alike_names(facts: Facts) -> Marks:
    """Yield a flag for each name of the file nearly the same as another of its sort.

    Names are compared by their sound, without ``กลุ่ม``, ``วิสาหกิจชุมชน`` and signs, in the
    same village or where one states none. Names whose numbers differ (หมู่ 3, หมู่ 4) are
    different names. Nothing is merged.
    """
    for record in _RECORDS:
        named = facts.of(record)[:_MOST_NAMES]
        found: dict[int, str] = {}
        for one, other in _alike_pairs(named):
            for own, its in ((one, other), (other, one)):
                name = str(named[its].record.name)
                found[own] = min(name, found.get(own, name))
        for at, other_name in sorted(found.items()):
            fact = named[at]
            if fact.row is not None:
                finding = in_row(
                    fact.row.raw,
                    Level.FLAG,
                    "validate.alike-name",
                    _ALIKE,
                    fact.record.field("name"),
                    name=str(fact.record.name),
                    other=other_name,
                )
                yield fact.row, finding


def _alike_pairs(named: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    import numpy as np
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    cores = [core(str(fact.record.name)) for fact in named]
    for at in range(len(cores) - 1):
        near = cdist(
            [cores[at]],
            cores[at + 1 :],
            scorer=Levenshtein.distance,
            score_cutoff=2,
            dtype=np.uint8,
        )[0]
        for offset in np.flatnonzero(near <= 2):
            other = at + 1 + int(offset)
            if _is_slip(cores[at], cores[other], int(near[offset])) and _may_be_one(
                named[at], named[other]
            ):
                yield at, other


def _is_slip(one: str, other: str, distance: int) -> bool:
    letters = min(len(one), len(other))
    allowed = 2 if letters >= _TWO_SLIPS else 1 if letters >= _ONE_SLIP else 0
    return bool(one) and distance <= allowed and _NUMBERS.findall(one) == _NUMBERS.findall(other)


def _may_be_one(one: Fact, other: Fact) -> bool:
    here, there = one.record.village_code, other.record.village_code
    return here is None or there is None or here == there


@lru_cache(maxsize=10_000)
def core(name: str) -> str:
    """Return what of a name is compared: its sound, without the words for a group."""
    return sound_key(name_key(_FORMS.sub("", thai.to_arabic_digits(thai.clean(name)))))
