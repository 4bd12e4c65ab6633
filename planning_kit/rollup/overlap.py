"""The same ground handed over twice: sent twice, in two versions, or by two plan areas.

Only one counts. By default that is what was endorsed, and of these the later; the others are
listed with what counts instead.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.rollup.conflicts import conflict
from planning_kit.rollup.ground import Ground
from planning_kit.rollup.part import KEY

PREFER = ("endorsed", "latest")
_SAME = (
    "plan_area", "place", "tambons", "villages", *KEY, "value", "numerator", "denominator", "bins",
    "n", "as_of", "is_endorsed", "hidden", "in_places", "not_endorsed", "withheld",
)  # fmt: skip


@dataclass
class Chosen:
    """``counts`` one bool per part · ``why``, ``instead`` for those that do not (object)."""

    counts: np.ndarray
    why: np.ndarray
    instead: np.ndarray
    conflicts: list[Row] = field(default_factory=list)


def choose(parts: pd.DataFrame, prefer: str = "endorsed", keep: Collection[str] = ()) -> Chosen:
    """Choose what counts among parts that share ground, per kind of figure.

    Parameters
    ----------
    parts:
        As from ``as_parts``, each with its ground; sorted, so that the choice is always the same.
    prefer:
        ``"endorsed"``: endorsed before not endorsed, then the later day; ``"latest"``: the
        later day alone.
    keep:
        Plan areas that count before all others.

    Parts of two plan areas in one tambon do not share ground where both name their villages
    and have none in common. Raises ``KitError`` ``rollup.unknown-preference``.
    """
    if prefer not in PREFER:
        raise KitError(
            "rollup.unknown-preference",
            N_("“{prefer}” is no rule for choosing between versions. There are: {known}."),
            prefer=prefer,
            known=", ".join(PREFER),
        )
    size = len(parts)
    chosen = Chosen(np.ones(size, bool), np.full(size, None, object), np.full(size, None, object))
    again = parts.duplicated(list(_SAME)).to_numpy()
    chosen.counts[again] = False
    chosen.why[again] = "sent_twice"
    chosen.instead[again] = parts["plan_area"].to_numpy()[again]
    left = parts[~again]
    for _kind, rows in left[_meets_another(left)].groupby(list(KEY), dropna=False, sort=True):
        _choose_among(rows, chosen, prefer, frozenset(keep))
    return chosen


def _meets_another(parts: pd.DataFrame) -> np.ndarray:
    """Return which parts share a tambon with another of the same kind of figure (bool)."""
    kind = parts.groupby(list(KEY), dropna=False, sort=False).ngroup().to_numpy()
    ground = Ground(parts["tambons"])
    at = kind[ground.row] * (len(ground.tambons) + 1) + ground.tambon
    _each, inverse, times = np.unique(at, return_inverse=True, return_counts=True)
    meets = np.zeros(len(parts), dtype=bool)
    meets[ground.row[times[inverse] > 1]] = True
    return meets


def _choose_among(frame: pd.DataFrame, chosen: Chosen, prefer: str, keep: frozenset[str]) -> None:
    names = (*_SAME, "source", "place")
    rows = dict(zip(frame.index, plain_rows(frame, names), strict=True))
    best_first = sorted(rows, key=lambda at: _rank(rows[at], prefer, keep))
    standing: dict[str, list[int]] = {}
    for at in best_first:
        row = rows[at]
        rival = _rival(row, rows, standing)
        if rival is None:
            for tambon in row["tambons"]:
                standing.setdefault(tambon, []).append(at)
            continue
        other = rows[rival]
        is_version = other["plan_area"] == row["plan_area"]
        chosen.counts[at] = False
        chosen.why[at] = "older_version" if is_version else "shares_ground"
        chosen.instead[at] = other["plan_area"]
        chosen.conflicts.append(
            conflict(
                "two_versions" if is_version else "shared_ground",
                row,
                plan_areas=(other["plan_area"], row["plan_area"]),
                values=(other["value"], row["value"]),
                ns=(other["n"], row["n"]),
                counted=other["plan_area"],
            )
        )


def _rival(row: Row, rows: dict[int, Row], standing: dict[str, list[int]]) -> int | None:
    for tambon in row["tambons"]:
        for at in standing.get(tambon, ()):
            theirs, ours = set(rows[at]["villages"] or ()), set(row["villages"] or ())
            if not theirs or not ours or theirs & ours:
                return at
    return None


def _rank(row: Row, prefer: str, keep: frozenset[str]) -> tuple[object, ...]:
    """Return what sorts the part that counts first; ties end in its contents, never in order."""
    day = row["as_of"].toordinal() if row["as_of"] else 0
    return (
        row["plan_area"] not in keep,
        prefer == "endorsed" and not row["is_endorsed"],
        -day,
        row["n"] is None,
        -(row["n"] or 0),
        row["plan_area"],
        repr([row[name] for name in (*_SAME, "source")]),
    )
