"""Rolling up: tambon to amphoe, province, region and nation, and down again to the parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from planning_kit.areas import Level
from planning_kit.areas.regions import DEFAULT_SCHEME
from planning_kit.rollup.conflicts import conflicts_framed, disagreeing, unlike
from planning_kit.rollup.coverage import Expected
from planning_kit.rollup.discreet import discreet_conflicts, discreet_left_out, kept_back_by
from planning_kit.rollup.ground import Ground
from planning_kit.rollup.hiding import PEOPLE, without_classes
from planning_kit.rollup.levels import LEVELS, Places, every_tambon, ladder_rank
from planning_kit.rollup.part import KEY
from planning_kit.rollup.pools import first_counted, is_counted
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
    choices = _Choices(expected, scheme, prefer, keep, quantiles)
    return _added_up(parts, to, choices, None)


def climb(
    parts: pd.DataFrame,
    levels: Iterable[Level | str] = LEVELS,
    *,
    reported: pd.DataFrame | None = None,
    rounding: float | Mapping[str, float] = 0.0,
    people: Collection[str] = PEOPLE,
    **choices: Any,
) -> RollUp:
    """Add parts up to ``levels`` without what must stay hidden, as ``hiding`` says: for showing.

    A place has the same total whatever other levels are asked for. What stays withheld is in
    ``withheld`` of its row; where nothing is left, ``why_not`` is ``"hidden"``. ``bins`` are
    empty. ``reported`` and ``rounding`` see ``conflicts.disagreeing``: totals that offices
    reported are compared unless ours is hidden. ``people`` units that count people ·
    ``choices`` and errors as in ``roll_up``. Conflicts and parts left out keep what the totals
    hide; ``counted`` is not for readers: it holds the parts as they came.
    """
    found = _added_up(parts, levels, _Choices(**choices), people)
    if reported is None:
        return found
    more = disagreeing(found.totals, reported, rounding)
    told = found.conflicts
    return replace(
        found, conflicts=pd.concat([told, more], ignore_index=True) if len(told) else more
    )


@dataclass(frozen=True)
class _Choices:
    """The choices of ``roll_up``."""

    expected: Collection[str] | None = None
    scheme: str = DEFAULT_SCHEME
    prefer: str = "endorsed"
    keep: Collection[str] = ()
    quantiles: Mapping[str, float] | None = None


def _added_up(
    parts: pd.DataFrame,
    to: Level | str | Iterable[Level | str],
    choices: _Choices,
    people: Collection[str] | None,
) -> RollUp:
    """Add up; with ``people`` (units that count people) without what must stay hidden."""
    asked = [to] if isinstance(to, str) else list(to)
    levels = sorted({LEVELS[ladder_rank(level)] for level in asked}, key=ladder_rank)
    places, expected = Places(choices.scheme), choices.expected
    settled = settle(parts, places, expected=expected, prefer=choices.prefer, keep=choices.keep)
    counted = settled.counted
    first = None if people is None else first_counted(counted, places, people)
    ground = Ground(counted["tambons"]).tambons
    wanted = {*every_tambon(), *ground} if expected is None else set(expected)
    tables, lost = [], []
    for level in levels:
        at_level = Expected.at(level, places, wanted)
        live = counted
        if first is not None:
            live = counted.assign(hidden=~is_counted(first, level, choices.scheme))
        table, homeless = totals_at(live, level, places, at_level, choices.quantiles or {})
        tables.append(table)
        lost.append(left_out(counted[homeless], "invented"))
    found = _together(settled, tables, lost)
    return found if people is None else _discreet(found, people)


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


def _discreet(found: RollUp, people: Collection[str]) -> RollUp:
    kept_back = kept_back_by(found, people)
    return replace(
        found,
        totals=without_classes(found.totals),
        conflicts=discreet_conflicts(found.conflicts, kept_back, people),
        left_out=discreet_left_out(found.left_out, kept_back, people),
    )


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
