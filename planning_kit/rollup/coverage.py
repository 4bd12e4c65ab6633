"""How much of a place stands behind its total: of how many tambons, which are missing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from planning_kit.areas import Level
from planning_kit.rollup.ground import Ground
from planning_kit.rollup.levels import Places

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Expected:
    """The tambons that ought to report, by the place of one level that they lie in."""

    by_place: dict[str, Codes]

    @classmethod
    def at(cls, level: Level, places: Places, tambons: Collection[str]) -> Expected:
        """Sort ``tambons`` into the places of ``level``; an invented one may have none."""
        found: dict[str, list[str]] = {}
        for tambon in sorted(set(tambons)):
            place = places.above(tambon, level)
            if place is not None:
                found.setdefault(place, []).append(tambon)
        return cls({place: tuple(codes) for place, codes in found.items()})

    @property
    def tambons(self) -> frozenset[str]:
        """Return all of them."""
        return frozenset(code for codes in self.by_place.values() for code in codes)


def covered(parts: pd.DataFrame, group: np.ndarray, size: int) -> tuple[list[Codes], list[Codes]]:
    """Return for each group the tambons that contributed and those withheld, both sorted.

    ``parts`` with ground; hidden parts contribute nothing, and withhold their ground.
    """
    is_hidden = parts["hidden"].to_numpy()
    gave = _collected(parts["tambons"][~is_hidden], group[~is_hidden], size)
    if not is_hidden.any() and not parts["withheld"].astype("bool").any():
        return gave, [()] * size
    kept_back = [
        () if not withheld and not hidden else (withheld or tambons)
        for tambons, withheld, hidden in zip(
            parts["tambons"], parts["withheld"], is_hidden, strict=True
        )
    ]
    withheld = _collected(pd.Series(kept_back, dtype="object"), group, size)
    for at, codes in enumerate(withheld):
        if codes and gave[at]:
            # Part of a tambon (some villages) may be withheld while the rest contributed.
            withheld[at] = tuple(sorted(set(codes) - set(gave[at])))
    return gave, withheld


def _collected(grounds: pd.Series, group: np.ndarray, size: int) -> list[Codes]:
    ground = Ground(grounds)
    width = len(ground.tambons) + 1
    pairs = np.unique(group[ground.row] * width + ground.tambon)
    names = np.array(ground.tambons, dtype="object")[pairs % width].tolist()
    ends = np.searchsorted(pairs // width, np.arange(size + 1)).tolist()
    return [tuple(names[a:b]) for a, b in pairwise(ends)]


def coverage_columns(
    place: np.ndarray,
    carried: np.ndarray,
    gave: list[Codes],
    withheld: list[Codes],
    expected: Expected,
) -> dict[str, list[object]]:
    """Return of_places, in_places, missing and withheld of each total.

    Of a part carried on, its own ground is expected, as far as any of it is.
    """
    found: dict[str, list[object]] = {
        name: [] for name in ("of_places", "in_places", "missing", "withheld")
    }
    everyone = expected.tambons
    for at, is_carried, own, kept_back in zip(place, carried, gave, withheld, strict=True):
        wanted = expected.by_place.get(at, ())
        if is_carried:
            wanted = tuple(code for code in (own or kept_back) if code in everyone)
        if wanted == own:
            there: Codes = own
            missing: Codes = ()
        else:
            came, back = frozenset(own), frozenset(kept_back)
            there = tuple(code for code in wanted if code in came)
            missing = tuple(code for code in wanted if code not in came and code not in back)
        found["of_places"].append(len(wanted))
        found["in_places"].append(len(there))
        found["missing"].append(missing)
        found["withheld"].append(kept_back)
    return found
