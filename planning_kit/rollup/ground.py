"""The ground of parts: which tambons each covers, as numbers that can be counted fast."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from planning_kit.rollup.levels import Places


class Ground:
    """The tambons of every part, one pair (part, tambon) each.

    ``tambons`` sorted codes that occur · ``row``, ``tambon`` equally long integer arrays: the
    position of a part in the frame, and of its tambon in ``tambons``.
    """

    def __init__(self, grounds: Iterable[tuple[str, ...]]) -> None:
        number: dict[tuple[str, ...], int] = {}
        which = np.array([number.setdefault(g, len(number)) for g in grounds], dtype="int64")
        self.tambons = tuple(sorted({code for ground in number for code in ground}))
        at = {code: i for i, code in enumerate(self.tambons)}
        sizes = np.array([len(ground) for ground in number], dtype="int64")
        flat = np.array([at[code] for ground in number for code in ground], dtype="int64")
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


def with_ground(parts: pd.DataFrame, places: Places) -> pd.DataFrame:
    """Return the parts with ``tambons`` stated: all of the place where none was.

    A withheld total keeps the ground that was withheld. An unknown place stays without.
    """
    bare = (parts["tambons"].map(len) == 0).to_numpy(dtype=bool)
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
