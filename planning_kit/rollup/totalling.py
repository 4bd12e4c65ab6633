"""One level's totals from parts that are settled: every place has its row, also an empty one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from planning_kit.areas import Level
from planning_kit.rollup.adding import added
from planning_kit.rollup.coverage import Expected, coverage_columns, covered
from planning_kit.rollup.levels import Places
from planning_kit.rollup.part import KEY, TOTALS
from planning_kit.rollup.targets import targets


def totals_at(
    counted: pd.DataFrame,
    to: Level,
    places: Places,
    expected: Expected,
    quantiles: Mapping[str, float],
) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the totals of level ``to``, and which parts have no place there (bool).

    ``counted`` as from ``settle``. Rows are sorted by kind of figure, then place, parts carried
    on last; one row per place with expected tambons for each figure, at least.
    """
    goal = targets(counted, to, places)
    homeless = pd.isna(goal.place)
    parts = counted[~homeless].reset_index(drop=True)
    kind = parts.groupby(list(KEY), dropna=False, sort=False).ngroup().to_numpy(dtype="int64")
    at = kind * (int(goal.group.max(initial=0)) + 1) + goal.group[~homeless]
    _each, first, group = np.unique(at, return_index=True, return_inverse=True)
    size = len(first)
    head = parts.iloc[first]
    made = {name: head[name].to_numpy() for name in KEY}
    made["place"] = goal.place[~homeless][first]
    made["carried"] = goal.carried[~homeless][first]
    live = ~parts["hidden"].to_numpy()
    made |= added(parts[live], group[live], size, quantiles)
    made |= _who(parts, group, size, live)
    gave, withheld = covered(parts, group, size)
    made["tambons"] = _objects(gave)
    columns = coverage_columns(made["place"], made["carried"], gave, withheld, expected)
    made |= {name: _objects(cells) for name, cells in columns.items()}
    made["hidden"] = np.bincount(group[live], minlength=size) == 0
    made["why_not"] = np.where(made["hidden"], "hidden", made["why_not"])
    totals = _framed(made, to)
    return _sorted(_with_empty(totals, to, expected)), homeless


def _who(
    parts: pd.DataFrame, group: np.ndarray, size: int, live: np.ndarray
) -> dict[str, np.ndarray]:
    """Return endorsement, days and source of each group, from the parts that contribute."""
    came, at = parts[live], group[live]
    not_endorsed = came["not_endorsed"].to_numpy()
    whole = np.where(came["is_endorsed"].to_numpy(), 0.0, came["tambons"].map(len).to_numpy())
    not_endorsed = np.where(np.isnan(not_endorsed), whole, not_endorsed)
    by = came.groupby(at)
    index = range(size)
    oldest = by["oldest_as_of"].min().reindex(index).to_numpy(dtype="datetime64[ns]")
    source = pd.Series(pd.factorize(came["source"])[0]).groupby(at)
    is_one = (source.min() == source.max()).reindex(index, fill_value=False)
    one = by["source"].first().reindex(index)
    return {
        "is_endorsed": by["is_endorsed"].all().reindex(index, fill_value=False).to_numpy(),
        "not_endorsed": np.bincount(at, weights=not_endorsed, minlength=size),
        "as_of": oldest,
        "oldest_as_of": oldest,
        "newest_as_of": by["newest_as_of"].max().reindex(index).to_numpy(dtype="datetime64[ns]"),
        "source": one.where(is_one.to_numpy() & one.notna().to_numpy(), None).to_numpy(object),
    }


def _objects(cells: Sequence[object]) -> np.ndarray:
    made = np.empty(len(cells), dtype="object")
    made[:] = cells
    return made


def _framed(made: Mapping[str, object], to: Level) -> pd.DataFrame:
    frame = pd.DataFrame(dict(made))
    size = len(frame)
    frame["level"] = pd.Series([to.value] * size, dtype="object")
    frame["plan_area"] = frame["place"]
    frame["villages"] = _objects([()] * size)
    for name, kind in TOTALS.items():
        if kind == "number":
            frame[name] = frame[name].astype("float64")
        elif kind in ("text", "codes"):
            frame[name] = frame[name].astype("object")
    return frame[list(TOTALS)]


def _with_empty(totals: pd.DataFrame, to: Level, expected: Expected) -> pd.DataFrame:
    """Add a row without value, coverage 0 of N, for each figure and place without any.

    It stands under the kind (unit, year, definition) of the figure that most tambons gave.
    """
    rows = []
    weight = totals.groupby(list(KEY), dropna=False)["in_places"].sum().reset_index()
    best = weight.sort_values("in_places", ascending=False, kind="stable").drop_duplicates("figure")
    here = totals[~totals["carried"]]
    seen = {figure: frozenset(own["place"]) for figure, own in here.groupby("figure")}
    for kind in best.to_dict("records"):
        empty = [p for p in expected.by_place if p not in seen.get(kind["figure"], ())]
        rows += [{name: kind[name] for name in KEY} | {"place": place} for place in empty]
    if not rows:
        return totals
    made: dict[str, object] = {name: _objects([row[name] for row in rows]) for name in rows[0]}
    wanted = [expected.by_place[row["place"]] for row in rows]
    size = len(rows)
    made |= dict.fromkeys(("value", "numerator", "denominator", "n"), np.nan)
    made |= dict.fromkeys(("as_of", "oldest_as_of", "newest_as_of"), np.datetime64("NaT", "ns"))
    made |= {"is_endorsed": False, "hidden": False, "carried": False, "source": None}
    made |= {name: _objects([()] * size) for name in ("tambons", "bins", "withheld")}
    made |= {"in_places": 0.0, "not_endorsed": 0.0, "why_not": "no_parts"}
    made |= {"missing": _objects(wanted), "of_places": [float(len(codes)) for codes in wanted]}
    return pd.concat([totals, _framed(made, to)], ignore_index=True)


def _sorted(totals: pd.DataFrame) -> pd.DataFrame:
    order = (*KEY, "carried", "place", "tambons")
    keys = [
        pd.factorize(totals[name], sort=True)[0] if totals[name].dtype == object else totals[name]
        for name in reversed(order)
    ]
    return totals.iloc[np.lexsort(keys)].reset_index(drop=True)
