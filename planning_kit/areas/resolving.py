"""Names without codes, as old lists have them, led to exactly one tambon or to a question."""

from __future__ import annotations

from planning_kit.areas.abolished import abolished_named, named
from planning_kit.areas.area import Area, Level
from planning_kit.areas.codes import looks_like_code
from planning_kit.areas.gazetteer import get
from planning_kit.areas.name_index import aliases_of, keys_of, name_index
from planning_kit.areas.query import read_part
from planning_kit.areas.search import find
from planning_kit.areas.spelling import strip_level_word
from planning_kit.errors import KitError
from planning_kit.language import N_, Words

_NEAR = 3


def resolve(*, tambon: str, amphoe: str | None = None, province: str | None = None) -> Area:
    """Return the one tambon of this name, in the amphoe and province named.

    Level words, spaces, hyphens and letter case do not matter; "เมือง" is the capital
    amphoe of its province; an amphoe or province may also be given by its code. Nothing
    is guessed: another spelling is only suggested.

    Raises
    ------
    KitError
        ``areas.ambiguous-name`` lists the candidates with codes; ``areas.abolished-name``
        names the successors of a tambon that is no more; ``areas.unknown-name`` lists
        near names; ``areas.name-missing`` when no tambon is named.
    """
    part = read_part(tambon)
    if part is None:
        raise KitError(
            "areas.name-missing", N_("No tambon name was given. Write its name, or its code.")
        )
    above = ((Level.PROVINCE, province), (Level.AMPHOE, amphoe))
    same_name = [
        area
        for key in part.keys
        for area in name_index().by_key.get(key, ())
        if area.level is Level.TAMBON
    ]
    found = {area.code: area for area in same_name if _lies_in(area, above)}
    if len(found) == 1:
        return next(iter(found.values()))
    asked = " ".join(text.strip() for text in (tambon, amphoe, province) if text)
    if found:
        raise _ambiguous(asked, tuple(found[code] for code in sorted(found)))
    raise _no_more(asked, tambon, amphoe, province) or _unknown(asked, tambon, above)


def _lies_in(area: Area, above: tuple[tuple[Level, str | None], ...]) -> bool:
    step = area.above
    while step is not None:
        for level, text in above:
            if level is step.level and text and text.strip() and not _is_named(step, text):
                return False
        step = step.above
    return True


def _is_named(area: Area, text: str) -> bool:
    if looks_like_code(text):
        return get(text).code == area.code
    part = read_part(text)
    known = {*keys_of(area), *aliases_of(area)}
    return part is not None and not known.isdisjoint(part.keys)


def _ambiguous(asked: str, candidates: tuple[Area, ...]) -> KitError:
    return KitError(
        "areas.ambiguous-name",
        N_(
            "“{name}” is the name of {count} tambons. Give the amphoe and province, "
            "or one of their codes: {candidates}."
        ),
        name=asked,
        count=len(candidates),
        candidates=named(candidates),
    )


def _no_more(asked: str, tambon: str, amphoe: str | None, province: str | None) -> KitError | None:
    codes = abolished_named(tambon, amphoe, province)
    if not codes:
        return None
    return KitError(
        "areas.abolished-name",
        N_(
            "“{name}” is no longer a tambon there. It became {successors}. "
            "Check it, then use that code."
        ),
        name=asked,
        successors=named(tuple(get(code) for code in codes)),
    )


def _unknown(asked: str, tambon: str, above: tuple[tuple[Level, str | None], ...]) -> KitError:
    for level, text in above:
        if text and text.strip() and not _exists(level, text):
            tambon, wanted = text, level
            break
    else:
        wanted = Level.TAMBON
    near = _near(tambon, wanted, above)
    values = {"name": asked, "wrong": strip_level_word(tambon), "level": wanted.words}
    if not near:
        return KitError(
            "areas.unknown-name",
            N_("“{name}”: no {level} is called “{wrong}”. Check the spelling, or give the code."),
            **values,
        )
    return KitError(
        "areas.unknown-name",
        N_(
            "“{name}”: no {level} there is called “{wrong}”. Did you mean {near}? "
            "Correct the name, or give the code."
        ),
        near=near,
        **values,
    )


def _exists(level: Level, text: str) -> bool:
    if looks_like_code(text):
        return get(text).level is level
    part = read_part(text)
    index = name_index()
    return part is not None and any(
        area.level is level
        for key in part.keys
        for table in (index.by_key, index.by_alias)
        for area in table.get(key, ())
    )


def _near(text: str, level: Level, above: tuple[tuple[Level, str | None], ...]) -> Words | None:
    matches = find(text, level=level, limit=200)
    inside = [match.area for match in matches if _lies_in(match.area, above)]
    chosen = tuple((inside or [match.area for match in matches])[:_NEAR])
    return named(chosen) if chosen else None
