"""Find an area by code or by name, in Thai or English, well or badly spelt."""

from __future__ import annotations

from collections.abc import Iterable

from planning_kit.areas.area import Area, Level
from planning_kit.areas.codes import looks_like_code, read_code
from planning_kit.areas.gazetteer import get, successors
from planning_kit.areas.match import Match, Reason
from planning_kit.areas.matching import EXACT, exactly, nearly
from planning_kit.areas.query import readings
from planning_kit.errors import KitError


def find(
    text: str,
    *,
    level: Level | str | None = None,
    within: Area | str | None = None,
    limit: int = 10,
) -> list[Match]:
    """Return the areas that fit ``text``, best first; the order is always the same.

    Parameters
    ----------
    text:
        A code (an abolished one leads to its successors), a name, or up to three names
        from small to large or large to small: "บางปลา", "ต.บางปลา อ.บางเลน",
        "bangpla, nakhon pathom".
    level:
        Keep only this level. A part such as "ต.…" already claims its own.
    within:
        Keep only what lies in this area (or in the area with this code).
    limit:
        The most matches returned.

    Names are compared exactly, then by sound, by start, by part, and by likeness (rapidfuzz
    ratio of the sound keys). An invented area comes after real ones of the same score.
    Raises ``KitError`` when ``within`` is no area's code.
    """
    root = within if isinstance(within, Area) or within is None else get(within)
    wanted = Level(level) if level is not None else None
    found = _by_code(text) if looks_like_code(text) else _by_name(text)
    kept = [
        match
        for match in found
        if (root is None or match.area.code.startswith(root.code))
        and wanted in (None, match.area.level)
    ]
    return sorted(kept, key=Match.rank)[: max(limit, 0)]


def _by_code(text: str) -> list[Match]:
    code = read_code(text)
    try:
        return [Match(get(code), EXACT, Reason.CODE)]
    except KitError:
        return [Match(area, EXACT, Reason.SUCCESSOR) for area in successors(code)]


def _by_name(text: str) -> list[Match]:
    cuts = list(readings(text))
    best: dict[str, Match] = {}
    for parts in cuts:
        _keep_best(best, exactly(parts))
    # A query that names its amphoe or province exactly needs no guesses beside the answer.
    if not best or any(len(parts) == 1 and any(exactly(parts)) for parts in cuts):
        for parts in cuts if not best else cuts[:1]:
            _keep_best(best, nearly(parts))
    return list(best.values())


def _keep_best(best: dict[str, Match], matches: Iterable[Match]) -> None:
    for match in matches:
        old = best.get(match.area.code)
        if old is None or match.score > old.score:
            best[match.area.code] = match
