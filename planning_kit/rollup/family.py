"""The ladder of totals as a tree: which row of which level each row is part of."""

from __future__ import annotations

import numpy as np
import pandas as pd

from planning_kit.areas import Level
from planning_kit.rollup.levels import LEVELS, Places, ladder_rank
from planning_kit.rollup.movement import Tree
from planning_kit.rollup.part import KEY


def family_of(totals: pd.DataFrame, places: Places) -> tuple[Tree, np.ndarray]:
    """Return the tree of ``totals`` (frame of ``TOTALS``) and which row stands for each row.

    Levels that are not in the frame are stepped over. A part carried through several levels
    is one cell: its later rows stand for the first.
    """
    kind = totals.groupby(list(KEY), dropna=False, sort=False).ngroup().tolist()
    ranks = [ladder_rank(level) for level in totals["level"]]
    rank = np.array(ranks, dtype="int64")
    place, carried = totals["place"].to_numpy(), totals["carried"].to_numpy(dtype=bool)
    ground = totals["tambons"].to_numpy()
    same = np.arange(len(totals))
    parent = np.full(len(totals), -1, dtype="int64")
    present = sorted(set(rank.tolist()))
    home = {(k, r, p): i for i, (k, r, p, c) in enumerate(zip(kind, ranks, place, carried, strict=True))
            if not c}  # fmt: skip
    first: dict[tuple[int, str, tuple[str, ...]], int] = {}
    for i in np.lexsort((np.arange(len(totals)), rank)).tolist():
        start = ranks[i] + 1
        if carried[i]:
            at = (kind[i], place[i], ground[i])
            same[i] = first.setdefault(at, i)
            start = _rank_of(place[i], places)
        if same[i] == i:
            parent[i] = _above(kind[i], place[i], start, present, home, places)
    tiers = tuple(np.flatnonzero((rank == r) & (same == np.arange(len(same)))) for r in present)
    return Tree(parent, tiers), same


def _rank_of(place: str, places: Places) -> int:
    level = places.level_of(place)
    return ladder_rank(level if level is not None else Level.COUNTRY)


def _above(
    kind: int,
    place: str,
    start: int,
    present: list[int],
    home: dict[tuple[int, int, str], int],
    places: Places,
) -> int:
    for rank in present:
        if rank >= start:
            wider = places.above(place, LEVELS[rank])
            found = home.get((kind, rank, wider)) if wider is not None else None
            if found is not None:
                return found
    return -1
