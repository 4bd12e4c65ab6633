"""To which place of a level each part goes; a part wider than that is carried on as it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.areas import Level
from planning_kit.rollup.ground import distinct_places
from planning_kit.rollup.levels import Places, ladder_rank


@dataclass(frozen=True)
class Targets:
    """``place`` of each part's total (object, ``None`` where it has none: an invented area at
    the region or nation) · ``carried`` bool · ``group`` integer, equal for parts that add up
    (before their kind of figure is looked at)."""

    place: np.ndarray
    carried: np.ndarray
    group: np.ndarray


def targets(parts: pd.DataFrame, to: Level, places: Places) -> Targets:
    """Return where each part goes at level ``to``. Each distinct place is looked up once.

    A plan area of two amphoe belongs to neither: in a table of amphoe it has a row of its
    own, so that the table still adds up to its province.
    """
    which, distinct = distinct_places(parts)
    number: dict[object, int] = {}
    found = [_target(at, to, places, number) for at in distinct]
    place = np.array([target for target, _is_carried, _group in found], dtype="object")
    carried = np.array([is_carried for _target, is_carried, _group in found], dtype=bool)
    group = np.array([number for _target, _is_carried, number in found], dtype="int64")
    return Targets(place[which], carried[which], group[which])


def _target(
    at: tuple[str, tuple[str, ...]], to: Level, places: Places, number: dict[object, int]
) -> tuple[str | None, bool, int]:
    place, _tambons = at
    level = places.level_of(place)
    is_carried = level is not None and ladder_rank(level) > ladder_rank(to)
    target = place if is_carried else places.above(place, to)
    # Two wide plan areas in one province keep a row each, as they have different ground.
    group = number.setdefault(at if is_carried else target, len(number))
    return target, is_carried, group
