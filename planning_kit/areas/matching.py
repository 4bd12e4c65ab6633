"""Compare the parts of a query with the names of the list, exactly or nearly."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from planning_kit.areas.area import Area
from planning_kit.areas.match import Match, Reason
from planning_kit.areas.name_index import aliases_of, keys_of, name_index
from planning_kit.areas.query import Part
from planning_kit.areas.spelling import sound_key

# Scores are an order of trust, not a measure: same name, other name, same sound, a part of
# the name (plus up to ten for how much of it), then likeness in per cent, discounted.
EXACT, ALIAS, ALIKE, STARTS, CONTAINS = 100.0, 96.0, 92.0, 80.0, 65.0
_LIKENESS_WEIGHT = 0.8
_LEAST_LIKENESS = 68.0
_MOST_SIMILAR = 80
_SHORTEST_PART = 2


def exactly(parts: tuple[Part, ...]) -> Iterator[Match]:
    """Yield areas whose name or alias is the first part, lying in areas named by the rest.

    Parts may come from small to large or from large to small. An area above may be
    skipped ("บางปลา นครปฐม") but not reversed.
    """
    index = name_index()
    for first, others in _directions(parts):
        for score, reason, table in (
            (EXACT, Reason.NAME, index.by_key),
            (ALIAS, Reason.ALIAS, index.by_alias),
        ):
            for area in _looked_up(table, first):
                fit = _fit_above(area, others, ALIAS)
                if fit is not None:
                    yield Match(area, min(score, fit), reason)


def nearly(parts: tuple[Part, ...]) -> Iterator[Match]:
    """Yield areas whose name sounds like, contains or resembles the first part.

    The score is the mean over the parts, so a match in the right amphoe wins.
    """
    for first, others in _directions(parts):
        for match in _candidates(first):
            fit = _fit_above(match.area, others, _LEAST_LIKENESS)
            if fit is not None:
                score = (match.score + fit * len(others)) / (1 + len(others))
                yield Match(match.area, round(score, 1), match.reason)


def _directions(parts: tuple[Part, ...]) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    yield parts[0], parts[1:]
    if len(parts) > 1:
        yield parts[-1], parts[-2::-1]


def _claims(part: Part, area: Area) -> bool:
    return part.level in (None, area.level)


def _looked_up(table: dict[str, tuple[Area, ...]], part: Part) -> list[Area]:
    bare, *as_typed = part.keys
    claimed = [area for area in table.get(bare, ()) if _claims(part, area)]
    # "จ.ป.ร." is a tambon: a name that holds its level word claims nothing.
    return [*claimed, *(area for key in as_typed for area in table.get(key, ()))]


@lru_cache(maxsize=256)
def _candidates(part: Part) -> tuple[Match, ...]:
    # The cuts of one long query share most of their parts.
    return (*_same_name(part), *_alike(part), *_partly(part), *_similar(part))


def _same_name(part: Part) -> list[Match]:
    index = name_index()
    return [
        *(Match(area, EXACT, Reason.NAME) for area in _looked_up(index.by_key, part)),
        *(Match(area, ALIAS, Reason.ALIAS) for area in _looked_up(index.by_alias, part)),
    ]


def _alike(part: Part) -> list[Match]:
    found = name_index().by_sound.get(part.sound, ())
    return [Match(area, ALIKE, Reason.ALIKE) for area in found if _claims(part, area)]


def _partly(part: Part) -> Iterator[Match]:
    key = part.keys[0]
    if len(key) < _SHORTEST_PART:
        return
    for name, areas in name_index().by_key.items():
        at = name.find(key)
        if at < 0:
            continue
        base, reason = (STARTS, Reason.STARTS) if at == 0 else (CONTAINS, Reason.CONTAINS)
        score = round(base + 10 * len(key) / len(name), 1)
        yield from (Match(area, score, reason) for area in areas if _claims(part, area))


def _similar(part: Part) -> Iterator[Match]:
    from rapidfuzz import fuzz, process

    index = name_index()
    near = process.extract(
        part.sound,
        index.sounds_in_writing_of(part.keys[0]),
        scorer=fuzz.ratio,
        score_cutoff=_LEAST_LIKENESS,
        limit=_MOST_SIMILAR,
    )
    for sound, likeness, _at in near:
        score = round(likeness * _LIKENESS_WEIGHT, 1)
        for area in index.by_sound[sound]:
            if _claims(part, area):
                yield Match(area, score, Reason.SIMILAR)


def _fit_above(area: Area, others: tuple[Part, ...], least: float) -> float | None:
    """Return how well ``others`` name areas above, each further up than the one before.

    The mean of their scores, ``EXACT`` when there are none, ``None`` when one fits nowhere.
    """
    total, above = 0.0, area.above
    for part in others:
        fit = None
        while above is not None and fit is None:
            fit = _fit(above, part, least)
            above = above.above
        if fit is None:
            return None
        total += fit
    return total / len(others) if others else EXACT


def _fit(area: Area, part: Part, least: float) -> float | None:
    if not _claims(part, area):
        return None
    keys = keys_of(area)
    if any(key in keys for key in part.keys):
        return EXACT
    if any(key in aliases_of(area) for key in part.keys):
        return ALIAS
    if least >= ALIAS:
        return None
    from rapidfuzz import fuzz

    likeness = max(fuzz.ratio(part.sound, sound_key(key)) for key in keys)
    return likeness * _LIKENESS_WEIGHT if likeness >= least else None
