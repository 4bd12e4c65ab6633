"""The same household under two codes: nearly all answers equal in the same village."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from planning_kit.language import N_
from planning_kit.records import record_type
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, in_row

FEWEST_ANSWERS = 12
"""With fewer answers two households may well agree by chance."""
_ANSWERS_PER_DIFFERENCE = 10
_MOST_ALIKE = 5_000
"""No village has so many households with the same land; such a column says nothing."""
_LAND = ("land_owned", "land_rented", "land_free_use", "land_irrigated")
_SAYS_NOTHING = (
    "household_id",
    "village_code",
    "note",
    "source_code",
    "consent_given",
    "consent_date",
)

_NEAR = N_(
    "{same} of {n} answers are those of household {other} in the same village; check whether one "
    "household was entered twice under two codes"
)


def near_duplicates(facts: Facts) -> Marks:
    """Yield a flag for each household of the file that is nearly the same as another one.

    Two are compared where one area of land is the same and not zero, because areas tell
    farms apart as little else does. They are alike where at most one of every ten answers
    differs, and at least ``FEWEST_ANSWERS`` were given by one of the two. A blank beside an
    answer is a difference. Both are marked and none is merged; each names the one most
    like it.
    """
    # In order of code, so that of several equally alike the first code is named.
    homes = sorted(facts.of("household"), key=lambda home: str(home.record.household_id))
    nearest: dict[int, tuple[int, str, int]] = {}
    for together in _same_land(homes):
        for own, other, differing, answers in _nearest([homes[at] for at in together]):
            found = (differing, str(homes[together[other]].record.household_id), answers)
            nearest[together[own]] = min(found, nearest.get(together[own], found))
    for at, (differing, other_code, answers) in sorted(nearest.items()):
        home = homes[at]
        if home.row is not None:
            spec = home.record.field("household_id")
            values = {"same": answers - differing, "n": answers, "other": other_code}
            finding = in_row(
                home.row.raw, Level.FLAG, "validate.near-duplicate", _NEAR, spec, **values
            )
            yield home.row, finding


def _same_land(homes: Sequence[Fact]) -> Iterator[list[int]]:
    """Yield the positions of households of one village with the same amount of some land."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, home in enumerate(homes):
        for name in _LAND:
            area = getattr(home.record, name)
            if area:
                groups[home.record.village_code, name, area].append(at)
    yield from (group for group in groups.values() if 1 < len(group) <= _MOST_ALIKE)


def _nearest(homes: Sequence[Fact]) -> Iterator[tuple[int, int, int, int]]:
    """Yield each that is alike another, and the one most like it.

    Two positions, the answers that differ, the answers compared.
    """
    import numpy as np

    names = [s.name for s in record_type("household").fields() if s.name not in _SAYS_NOTHING]
    codes: dict[Any, int] = {None: 0}
    table = np.array(
        [[codes.setdefault(getattr(h.record, name), len(codes)) for name in names] for h in homes],
        dtype=np.int32,
    )
    for at, own in enumerate(table):
        answers = ((table != 0) | (own != 0)).sum(axis=1)
        differing = (table != own).sum(axis=1)
        alike = (answers >= FEWEST_ANSWERS) & (differing * _ANSWERS_PER_DIFFERENCE <= answers)
        alike[at] = False
        if alike.any():
            other = int(np.where(alike, differing, len(names) + 1).argmin())
            yield at, other, int(differing[other]), int(answers[other])
