"""Rolling up: tambon to amphoe, province, region and nation, and down again to the parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pandas as pd

from planning_kit.areas import Level
from planning_kit.areas.regions import DEFAULT_SCHEME
from planning_kit.rollup.conflicts import conflicts_framed, disagreeing, unlike
from planning_kit.rollup.coverage import Expected
from planning_kit.rollup.discreet import discreet_conflicts, discreet_left_out
from planning_kit.rollup.ground import Ground
from planning_kit.rollup.hiding import PEOPLE, hide_small
from planning_kit.rollup.levels import LEVELS, Places, every_tambon, ladder_rank
from planning_kit.rollup.part import KEY
from planning_kit.rollup.result import RollUp
from planning_kit.rollup.settling import Settled, left_out, left_out_together, settle
from planning_kit.rollup.totalling import totals_at


def roll_up(
    parts: pd.DataFrame,
    to: Level | str | Iterable[Level | str],
    *,
    expected: Collection[str] | None = None,
    scheme: str = DEFAULT_SCHEME,
    prefer: str = "endorsed",
    keep: Collection[str] = (),
    quantiles: Mapping[str, float] | None = None,
) -> RollUp:
    """Add parts up to one level, or to several, without hiding anything: for adding on.

    What is shown to readers goes through ``climb``, which hides small cells.

    Parameters
    ----------
    parts:
        Frame of ``PARTS``, or of ``TOTALS`` of a lower level: in one step or in several the
        totals are the same (amounts in decimals up to rounding of the last digit).
    to:
        ``"tambon"``, ``"amphoe"``, ``"province"``, ``"region"`` or ``"country"``.
    expected:
        The tambons that ought to report (the 25 pilots, the tambons of one province);
        coverage is of these, and parts from elsewhere are left out. ``None``: every tambon of
        the country, and the invented one if it is there.
    scheme:
        The scheme of regions.
    prefer, keep:
        What counts where ground was handed over twice; see ``overlap.choose``.
    quantiles:
        figure → share below its quantile, 0–1; medians where not said.

    Raises ``KitError`` ``rollup.columns-missing``, ``rollup.cell-empty``,
    ``rollup.unknown-way``, ``rollup.no-such-level``, ``rollup.unknown-preference``,
    ``rollup.region-code``, ``areas.unknown-scheme``.
    """
    asked = [to] if isinstance(to, str) else list(to)
    levels = sorted({LEVELS[ladder_rank(level)] for level in asked}, key=ladder_rank)
    places = Places(scheme)
    settled = settle(parts, places, expected=expected, prefer=prefer, keep=keep)
    ground = Ground(settled.counted["tambons"]).tambons
    wanted = {*every_tambon(), *ground} if expected is None else set(expected)
    tables, lost = [], []
    for level in levels:
        at_level = Expected.at(level, places, wanted)
        table, homeless = totals_at(settled.counted, level, places, at_level, quantiles or {})
        tables.append(table)
        lost.append(left_out(settled.counted[homeless], "invented"))
    return _together(settled, tables, lost)


def _together(settled: Settled, tables: list[pd.DataFrame], lost: list[pd.DataFrame]) -> RollUp:
    conflicts = settled.conflicts + [row for table in tables for row in unlike(table)]
    lost = [frame for frame in lost if len(frame)][:1]
    return RollUp(
        totals=pd.concat(tables, ignore_index=True),
        counted=settled.counted,
        left_out=left_out_together([settled.left_out, *lost]),
        conflicts=conflicts_framed(conflicts),
        notices=settled.notices,
    )


def climb(
    parts: pd.DataFrame,
    levels: Iterable[Level | str] = LEVELS,
    *,
    reported: pd.DataFrame | None = None,
    rounding: float | Mapping[str, float] = 0.0,
    published: pd.DataFrame | None = None,
    people: Collection[str] = PEOPLE,
    **choices: Any,
) -> RollUp:
    """Add parts up to all ``levels`` and hide small cells in all of them together: for showing.

    ``reported`` and ``rounding`` see ``conflicts.disagreeing``: totals that offices reported
    are compared unless ours is hidden. ``published`` totals that readers already have and
    ``people`` units that count people: see ``hiding.hide_small``. ``choices`` and errors as in
    ``roll_up``. Conflicts and parts left out keep what the totals hide; ``counted`` is not for
    readers: it holds the parts as they came.
    """
    found = roll_up(parts, levels, **choices)
    scheme = choices.get("scheme", DEFAULT_SCHEME)
    totals = hide_small(found.totals, scheme=scheme, people=people, published=published)
    conflicts = discreet_conflicts(found.conflicts, totals, people)
    if reported is not None:
        more = disagreeing(totals, reported, rounding)
        conflicts = pd.concat([conflicts, more], ignore_index=True) if len(conflicts) else more
    left = discreet_left_out(found.left_out, totals, people)
    return RollUp(totals, found.counted, left, conflicts, found.notices)


def parts_of(total: Mapping[str, Any] | pd.Series, parts: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``parts`` behind a total, index as in ``parts``.

    ``total`` a row of ``RollUp.totals`` · ``parts`` ``RollUp.counted``, or the totals of a
    lower level (``RollUp.at``), so that one walks down step by step. A row belongs to the
    total if it is of the same kind (figure, way, unit, year, definition) and its ground lies
    in the total's, withheld ground included: a hidden part is shown as hidden.
    """
    alike = pd.Series(True, index=parts.index)
    for name in KEY:
        same = parts[name].eq(total[name])
        alike &= same | (parts[name].isna() & pd.isna(total[name]))
    ground = {*total["tambons"], *total["withheld"]}
    inside = [
        bool(own) and ground.issuperset(own)
        for own in (
            tuple(tambons) or tuple(withheld)
            for tambons, withheld in zip(
                parts["tambons"][alike], _withheld(parts)[alike], strict=True
            )
        )
    ]
    return parts[alike][inside]


def _withheld(parts: pd.DataFrame) -> pd.Series:
    if "withheld" in parts:
        return parts["withheld"]
    return pd.Series([()] * len(parts), index=parts.index, dtype="object")
