"""Parts of tambons that are no more, led to what took their place as far as that is certain."""

from __future__ import annotations

import numpy as np
import pandas as pd

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.records.plain_rows import framed
from planning_kit.rollup.levels import Places

NOTICES = {"plan_area": "text", "code": "text", "became": "codes", "place": "text"}
"""One row per plan area and abolished code in its parts: ``became`` the codes in use now,
several where it was divided · ``place`` the smallest place that holds them all, where the part
now stands; not stated where no successor is recorded. ``say_notice`` says it."""

_ABOLISHED = "areas.abolished-code"


def follow_successors(
    parts: pd.DataFrame, places: Places
) -> tuple[pd.DataFrame, pd.DataFrame, pd.Series]:
    """Return the parts with codes in use, ``NOTICES``, and which parts lost their place (bool).

    ``parts`` as from ``as_parts``. A tambon divided among several makes one part of all of
    them: it is certain only from the place up that holds them all. Several old tambons that
    became one share its ground afterwards, since most are older codes of the same place.
    """
    became = _became(parts, places)
    lost = pd.Series(False, index=parts.index)
    if not became:
        return parts, framed([], NOTICES), lost
    stood, tambons = parts["place"].tolist(), parts["tambons"].tolist()
    notices: dict[tuple[str, str], dict[str, object]] = {}
    for row in np.flatnonzero(_touched(parts, became)).tolist():
        old = [stood[row], *tambons[row]]
        now = _followed(old[1:] or old[:1], became, places)
        stands = _stands(stood[row], now, became, places)
        area = str(parts["plan_area"].iloc[row])
        for code in dict.fromkeys(old):
            if code in became:
                told = {"code": code, "became": became[code], "place": stands}
                notices[area, code] = {"plan_area": area} | told
        lost.iloc[row] = stands is None
        if stands is not None:
            stood[row], tambons[row] = stands, now
    moved = {name: pd.Series(cells, index=parts.index, dtype="object")
             for name, cells in (("place", stood), ("tambons", tambons))}  # fmt: skip
    listed = [notices[at] for at in sorted(notices)]
    return parts.assign(**moved), framed(listed, NOTICES), lost


def _became(parts: pd.DataFrame, places: Places) -> dict[str, tuple[str, ...]]:
    """Return abolished code -> successors (empty: none recorded) of every code in ``parts``."""
    used = {code for codes in dict.fromkeys(parts["tambons"]) for code in codes}
    found: dict[str, tuple[str, ...]] = {}
    for code in sorted(used | set(parts["place"])):
        if places.level_of(code) is None and code.isdigit() and say_notice(code):
            found[code] = tuple(area.code for area in areas.successors(code))
    return found


def say_notice(code: str, language: str | None = None) -> str:
    """Say what became of an abolished code, and whether that is proven; empty for others."""
    error = _error(code)
    return error.say(language) if error and error.code == _ABOLISHED else ""


def _error(code: str) -> KitError | None:
    try:
        areas.get(code)
    except KitError as error:
        return error
    return None


def _touched(parts: pd.DataFrame, became: dict[str, tuple[str, ...]]) -> list[bool]:
    old = set(became)
    return [
        place in old or not old.isdisjoint(tambons)
        for place, tambons in zip(parts["place"], parts["tambons"], strict=True)
    ]


def _followed(
    codes: list[str], became: dict[str, tuple[str, ...]], places: Places
) -> tuple[str, ...]:
    """Return the tambons that now make up ``codes``; empty if one of them led nowhere."""
    found: set[str] = set()
    for code in codes:
        now = became.get(code, (code,))
        if not now:
            return ()
        # An abolished amphoe became amphoe: its ground is theirs.
        found |= {tambon for new in now for tambon in places.tambons_in(new) or (new,)}
    return tuple(sorted(found))


def _stands(
    place: str, tambons: tuple[str, ...], became: dict[str, tuple[str, ...]], places: Places
) -> str | None:
    """Return where the part stands now; ``None`` where a code of it has no successor."""
    if not tambons or any(places.level_of(code) is None for code in tambons):
        return None
    now = became.get(place, (place,))
    if len(now) == 1 and all(places.holds(now[0], code) for code in tambons):
        return now[0]
    return places.smallest(tambons)
