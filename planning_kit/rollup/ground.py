"""The ground of parts: which tambons each covers, as numbers that can be counted fast."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from planning_kit.rollup.levels import NATION, Places


class Ground:
    """The tambons of every part, one pair (part, tambon) each.

    ``tambons`` sorted codes that occur · ``row``, ``tambon`` equally long integer arrays: the
    position of a part in the frame, and of its tambon in ``tambons``.
    """

    def __init__(self, grounds: Iterable[tuple[str, ...]]) -> None:
        which, distinct = pd.factorize(_as_objects(grounds))
        self.tambons = tuple(sorted({code for ground in distinct for code in ground}))
        at = {code: i for i, code in enumerate(self.tambons)}
        sizes = np.array([len(ground) for ground in distinct], dtype="int64")
        flat = np.array([at[code] for ground in distinct for code in ground], dtype="int64")
        starts = np.concatenate([[0], np.cumsum(sizes)])[:-1]
        long = sizes[which] if len(which) else np.array([], dtype="int64")
        self.row = np.repeat(np.arange(len(which)), long)
        # Within each part, 0, 1, 2 … from where its ground starts in the flat list.
        step = np.arange(len(self.row)) - np.repeat(np.cumsum(long) - long, long)
        self.tambon = flat[np.repeat(starts[which], long) + step] if len(which) else flat

    def among(self, codes: Iterable[str]) -> np.ndarray:
        """Return, for each tambon of ``tambons``, whether it is one of ``codes`` (bool)."""
        wanted = frozenset(codes)
        return np.array([code in wanted for code in self.tambons], dtype=bool)


def distinct_places(
    parts: pd.DataFrame,
) -> tuple[np.ndarray, list[tuple[str, tuple[str, ...]]]]:
    """Return the distinct (place, ground) of ``parts``, and for each part which one it has.

    What depends on the place alone is asked once for each, not once for every figure.
    """
    place, ground = parts["place"].to_numpy(), _as_objects(parts["tambons"])
    by_place, by_ground = pd.factorize(place)[0], pd.factorize(ground)[0]
    both = by_place * (by_ground.max(initial=0) + 1) + by_ground
    _each, first, which = np.unique(both, return_index=True, return_inverse=True)
    return which, list(zip(place[first], ground[first], strict=True))


def _as_objects(cells: Iterable[object]) -> np.ndarray:
    if isinstance(cells, pd.Series):
        return cells.to_numpy(dtype="object")
    listed = list(cells)
    made = np.empty(len(listed), dtype="object")
    made[:] = listed
    return made


def within_region(parts: pd.DataFrame, places: Places) -> pd.DataFrame:
    """Return the parts with each plan area of several provinces in its region, if it has just one.

    A handover names the nation as the place of such an area, since it knows no scheme of
    regions; its ground says which region of the scheme in use holds it. A total of the nation
    is no plan area and stays where it is.
    """
    wide = parts["place"].eq(NATION) & parts["plan_area"].ne(NATION)
    wide &= parts["tambons"].astype("bool")
    if not wide.any():
        return parts
    placed = [
        (places.smallest(tambons) if places.level_of(tambons[0]) else None) or NATION
        for tambons in parts["tambons"][wide]
    ]
    found = parts["place"].copy()
    found[wide] = placed
    return parts.assign(place=found)


def in_scheme(parts: pd.DataFrame, places: Places, scheme: str) -> pd.DataFrame:
    """Return the parts that stand wider than a province with their places in another scheme.

    ``parts`` with ground, placed by the regions of ``places``. A total of the nation stays.
    """
    if places.scheme == scheme:
        return parts
    there = Places(scheme)
    moved = [
        place
        if place.isdigit() or place == plan_area == NATION
        else there.smallest(tambons) or NATION
        for place, plan_area, tambons in zip(
            parts["place"], parts["plan_area"], parts["tambons"], strict=True
        )
    ]
    return parts.assign(place=pd.Series(moved, index=parts.index, dtype="object"))


def with_ground(parts: pd.DataFrame, places: Places) -> pd.DataFrame:
    """Return the parts with ``tambons`` stated: all of the place where none was.

    A withheld total keeps the ground that was withheld. An unknown place stays without.
    """
    bare = ~parts["tambons"].astype("bool").to_numpy()
    if not bare.any():
        return parts
    whole = {place: places.tambons_in(place) for place in sorted(set(parts["place"][bare]))}
    filled = [
        tambons or withheld or whole[place]
        for place, tambons, withheld in zip(
            parts["place"], parts["tambons"], parts["withheld"], strict=True
        )
    ]
    return parts.assign(tambons=pd.Series(filled, index=parts.index, dtype="object"))
